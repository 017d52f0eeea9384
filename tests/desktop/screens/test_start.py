"""The first screen: a name, what was left unfinished, the way in."""

from pathlib import Path

import pygame
import pytest
from pygame.event import Event

from game.course.database.troubles import StoreTrouble
from game.course.store import open_store
from game.desktop.errands import Errand
from game.desktop.screens.start import Start
from game.desktop.settings import FILE, load
from game.engine import look
from game.scenario import SILENCE
from tests.desktop.booth import Booth, opened, shelf

SOMEONE = next(one for one in shelf() if one.scenario.id == "burst-pipe")


def left_behind(folder: Path, trainee: str, picks: tuple[str, ...] = ("beside-her",), left: float | None = None) -> str:
    """The id of a talk that a trainee broke off after these picks."""
    with open_store(folder) as store:
        attempt = store.begin(
            scenario=SOMEONE.scenario.id,
            source=SOMEONE.source,
            rulebook="standard",
            rulebook_version=1,
            persona=None,
            mode="practice",
            language="zh",
            seed=5,
            trainee=trainee,
        ).id
        for turn, pick in enumerate(picks, start=1):
            store.keep(attempt, turn, pick, 900)
        if left is not None:
            store.left(attempt, left)
    return attempt


def settled(booth: Booth) -> Booth:
    """The booth once the first screen has everything that it waits for."""
    for _ in range(4):
        booth.step()
    return booth


def test_a_first_run_offers_the_walk_first(tmp_path: Path) -> None:
    """Whoever is here for the first time has the keyboard on the walk, and may go in without it."""
    with opened(tmp_path, Start, language="en") as booth:
        settled(booth)
        assert booth.app.hand.focus == "walk"
        assert {"Show me round first", "Meet a customer"} <= set(booth.labels)
    with opened(tmp_path, Start, language="en", toured=True) as booth:
        assert settled(booth).app.hand.focus == "begin"


def test_the_first_frame_waits_for_nothing(tmp_path: Path) -> None:
    """The first screen can be pressed before the record is opened: nothing is fetched until it has been shown."""
    with opened(tmp_path, Start, language="en") as booth:
        session, asked = booth.sitting.opened, []
        booth.sitting.opened = None

        def fetch() -> object:
            asked.append(1)
            return session

        booth.sitting.fetch = fetch  # type: ignore[assignment]
        booth.show(Start(booth.sitting))
        assert (booth.app.painted > 0, asked) == (True, [])
        assert "begin" in booth.app.sheet.places
        settled(booth)
        assert (asked, booth.sitting.opened) == ([1], session)


def test_going_in_before_the_record_is_open_waits_for_it(tmp_path: Path) -> None:
    """A press that comes too early is not lost: the library opens when the record has."""

    class Slow:
        def __init__(self) -> None:
            self.errands: list[Errand[object]] = []

        def send(self, work):  # type: ignore[no-untyped-def]
            self.errands.append(Errand(work))
            return self.errands[-1]

    with opened(tmp_path, Start, language="en", toured=True) as booth:
        session, slow = booth.sitting.opened, Slow()
        booth.sitting.opened, booth.sitting.errands = None, slow
        booth.sitting.fetch = lambda: session  # type: ignore[assignment,return-value]
        booth.show(Start(booth.sitting))
        settled(booth)
        booth.press("begin")
        assert "Opening your record…" in booth.labels
        slow.errands[0].run()
        booth.step()
        assert booth.screen.name == "library"


def test_a_name_is_typed_and_remembered(tmp_path: Path) -> None:
    """A name typed with an input method goes with all that is played, and stands there the next time."""
    with opened(tmp_path, Start, toured=True) as booth:
        settled(booth).click("name")
        booth.step(Event(pygame.TEXTEDITING, text="wang", start=0, length=4))
        assert booth.node("name").value == ""  # not settled yet
        assert booth.app.hand.composing == "wang"
        booth.type("王小明")
        assert booth.node("name").value == "王小明"
        booth.keys("return")
        assert (booth.screen.name, booth.sitting.session.trainee) == ("library", "王小明")
    with opened(tmp_path, Start, trainee=load(tmp_path, "zh").trainee) as booth:
        assert settled(booth).node("name").value == "王小明"
    assert (tmp_path / FILE).exists()


def test_what_was_left_unfinished_goes_on_at_the_very_beat(tmp_path: Path) -> None:
    """A talk that was broken off goes on where it stopped, with the patience that was left."""
    attempt = left_behind(tmp_path, "王小明", left=7.0)
    with opened(tmp_path, Start, language="en") as booth:
        assert settled(booth).app.hand.focus == f"go-on.{attempt}"
        booth.keys("return")
        assert booth.screen.name == "talk"
        talk = booth.screen.talk  # type: ignore[attr-defined]
        assert [exchange.turn.number for exchange in talk.log] == [1]
        beat = look(talk.play).beat
        assert beat is not None
        assert beat.id == "mother"
        assert booth.sitting.session.trainee == "王小明"
        pick = next(choice.id for choice in talk.moment.shown if choice.id != SILENCE)
        talk.pick(pick)
    with open_store(tmp_path) as store:
        assert [one.response for one in store.attempt(attempt).picks] == ["beside-her", pick]


def test_who_comes_is_named_only_where_it_says_something(tmp_path: Path) -> None:
    """What was left unfinished with the customer as written does not say so: a trainee knows them by the title."""
    attempt = left_behind(tmp_path, "王小明")
    with opened(tmp_path, Start, language="zh", trainee="王小明") as booth:
        label = settled(booth).node(f"go-on.{attempt}").label
        assert "练习" in label
        assert "客户原样" not in label


def test_only_ones_own_are_offered(tmp_path: Path) -> None:
    """On a shared computer a name sees what was left under it; without one all are there, named."""
    mine, theirs = left_behind(tmp_path, "Ann"), left_behind(tmp_path, "Bo")
    with opened(tmp_path, Start, language="en") as booth:
        settled(booth)
        assert {f"go-on.{mine}", f"go-on.{theirs}"} <= set(booth.app.sheet.places)
        assert "Ann" in booth.node(f"go-on.{mine}").label
        booth.click("name")
        booth.type("Ann")
        assert f"go-on.{mine}" in booth.app.sheet.places
        assert f"go-on.{theirs}" not in booth.app.sheet.places


def test_putting_aside_asks_and_then_does_not_offer_it_again(tmp_path: Path) -> None:
    """One question stands before an attempt is put aside; after that it is never offered again, and still kept."""
    attempt = left_behind(tmp_path, "")
    with opened(tmp_path, Start, language="en") as booth:
        settled(booth).press(f"aside.{attempt}")
        booth.keys("escape")
        assert f"go-on.{attempt}" in booth.app.sheet.places
        booth.press(f"aside.{attempt}")
        booth.press("away")
        assert f"go-on.{attempt}" not in booth.app.sheet.places
    with open_store(tmp_path) as store:
        assert (store.unfinished(), store.attempt(attempt).abandoned) == ([], True)


def test_the_language_changes_right_there(tmp_path: Path) -> None:
    """Each language can be chosen on the first screen, by its own name, and is kept."""
    with opened(tmp_path, Start, language="zh") as booth:
        settled(booth).click("English")
        assert "Meet a customer" in booth.labels
    assert load(tmp_path, "zh").language == "en"


def test_a_record_that_cannot_be_opened_is_told_with_a_way_on(tmp_path: Path) -> None:
    """Where another copy has the record, the first screen says so; once that is closed, another try goes in."""
    with opened(tmp_path, Start, language="en", toured=True) as booth:
        session, booth.sitting.opened = booth.sitting.opened, None
        found = [StoreTrouble("locked", tmp_path, pid=4711)]

        def fetch() -> object:
            if found:
                raise found.pop()
            return session

        booth.sitting.fetch = fetch  # type: ignore[assignment]
        booth.show(Start(booth.sitting))
        settled(booth)
        assert "4711" in booth.text
        booth.press("again")
        settled(booth).press("begin")
        assert booth.screen.name == "library"


def test_a_disk_that_fills_up_in_a_talk_is_told_on_a_screen(tmp_path: Path) -> None:
    """A trouble of the store in the middle of all is told in words, and leads back to the start; so is any other."""
    from game.desktop.screens.trouble import meet

    with opened(tmp_path, Start, language="en") as booth:
        assert meet(booth.sitting, StoreTrouble("full", tmp_path))
        booth.step()
        assert booth.screen.name == "trouble"
        assert "disk is full" in booth.text
        booth.keys("return")
        assert booth.screen.name == "start"
        assert meet(booth.sitting, ValueError("no such shelf"))
        booth.step()
        assert booth.screen.name == "trouble"
        assert "no such shelf" in booth.text


def test_notices_are_told_until_they_are_read(tmp_path: Path) -> None:
    """What was mended at the start is told there, once."""
    with opened(tmp_path, Start, language="en") as booth:
        from dataclasses import replace

        session, booth.sitting.opened = booth.sitting.session, None
        booth.sitting.fetch = lambda: replace(session, notices=("The record was gone.",))
        booth.show(Start(booth.sitting))
        assert "The record was gone." in settled(booth).labels
        booth.press("noted")
        assert "The record was gone." not in booth.labels


def test_a_scenario_that_was_asked_for_lies_open_behind_the_start(tmp_path: Path) -> None:
    """`play burst-pipe` leads from the start to that customer's file, and back to the library."""
    with opened(tmp_path, Start, chosen="burst-pipe", toured=True, language="en") as booth:
        settled(booth).press("begin")
        assert booth.screen.name == "file"
        booth.sitting.back()
        assert booth.screen.name == "library"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [80, 100, 150, 200])
@pytest.mark.parametrize("window", [(1024, 600), (1280, 720), (1920, 1080)])
def test_the_start_fits(tmp_path: Path, language: str, size: int, window: tuple[int, int]) -> None:
    """Nothing is cut off on the first screen, at any size, with talks to go on with and without."""
    with opened(tmp_path, Start, window, language=language, size=size) as booth:
        assert settled(booth).overflows == []
    left_behind(tmp_path, "王小明")
    with opened(tmp_path, Start, window, language=language, size=size) as booth:
        assert settled(booth).overflows == []


def test_the_start_is_quiet_when_nothing_moves(tmp_path: Path) -> None:
    """With motion off nothing is painted again, however long one waits."""
    with opened(tmp_path, Start, motion=False, toured=True) as booth:
        settled(booth)
        before = booth.app.painted
        booth.wind(60)
        assert booth.app.painted == before
