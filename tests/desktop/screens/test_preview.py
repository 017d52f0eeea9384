"""An author with an editor and the window: what is saved is seen, the place is kept, nothing is broken by mistakes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.desktop.errands import Errand
from game.desktop.screens.preview import Preview
from game.desktop.settings import FILE as SETTINGS
from game.desktop.sitting import Sitting
from game.draft import Draft
from game.draft_file import Watch
from tests.desktop.booth import Booth, opened
from tests.terminal.room import FILE, instead

TEXT = FILE.read_text(encoding="utf-8")
HEAR = "I am sorry. Three days at fourteen degrees"
NEVER = ("endings:\n", "endings:\n  nowhere: {says: {zh: 没人来, en: Nobody comes here}}\n")
SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The worked example, to be written on."""
    path = tmp_path / "cold.yaml"
    path.write_bytes(TEXT.encode())
    return path


def save(file: Path, *changes: tuple[str, str]) -> None:
    """Save the file with these words in place of those, and all else as it was at first."""
    text = TEXT
    for old, new in changes:
        text = instead(old, new)(text)
    file.write_bytes(text.encode())


def desk(file: Path) -> Callable[[Sitting], Preview]:
    """What opens the preview of a file."""

    def first(sitting: Sitting) -> Preview:
        watch, unread = Watch(file), Draft(str(file), 7)
        return Preview(sitting, watch, unread.reloaded(watch.told) if isinstance(watch.told, bytes) else unread)

    return first


@pytest.fixture
def booth(file: Path, tmp_path: Path) -> Iterator[Booth]:
    """The preview of the file in an English window; its first words have been read."""
    with opened(tmp_path / "store", desk(file), language="en", motion=False) as booth:
        booth.wind(0.3)
        yield booth


def say(booth: Booth, words: str) -> None:
    """Say the response that begins with these words, and read the answer."""
    found = next(node for node in booth.nodes if node.label.startswith(words) and node.key)
    booth.press(found.key)
    booth.wind(0.3)


def further(booth: Booth) -> None:
    """Go on from an answer to what is said next."""
    booth.press("go-on")
    booth.wind(0.3)


def pressed(booth: Booth, *keys: str) -> str:
    """What the screen says after these keys of the keyboard."""
    booth.keys(*keys)
    booth.wind(0.3)
    return booth.text


def test_a_save_is_seen_within_a_second_and_the_place_is_kept(booth: Booth, file: Path) -> None:
    """Whoever stands in the middle of the talk and saves finds the new words there, a second later at most."""
    say(booth, HEAR)
    further(booth)
    assert "She cries from the cold." in booth.text
    save(file, ("She cries from the cold.", "She cries, and nobody comes."))
    booth.wind(1.0)
    assert "She cries, and nobody comes." in booth.text
    assert "beat facts (line 82), step 1 of 1" in booth.text
    assert "The file was saved, and this is the new version." in booth.text


def test_a_save_while_an_answer_is_read(booth: Booth, file: Path) -> None:
    """The answer to the last pick stays in front, as the file now has it, with what the instructor says on it."""
    say(booth, HEAR)
    save(file, ("There is a baby here.", "There are two babies here."), ("and ends on a question.", "and asks."))
    booth.wind(1.0)
    assert "There are two babies here." in booth.text
    assert "Instructor: Owns the failure, repeats the facts, guesses the worry, and asks." in booth.text
    assert "go-on" in [node.key for node in booth.nodes]


def test_a_broken_file_shows_its_problems_beside_the_talk(booth: Booth, file: Path) -> None:
    """Errors are told with place, code, message and hint; the talk goes on as it last was, until they are mended."""
    save(file, ("    responses:\n      hear-her:", "    respones:\n      hear-her:"))
    booth.wind(1.0)
    for told in ("Problems 1", "Error", "line 47, column 5", "unknown-key", "“respones” is not known here."):
        assert told in booth.text
    assert "Did you mean “responses”?" in booth.text
    assert "Until it is mended you are playing the last version without errors." in booth.text
    say(booth, HEAR)
    assert "There is a baby here." in booth.text
    save(file)
    booth.wind(1.0)
    assert "Problems 1" not in booth.text
    assert "step 1 of 1" in booth.text


def test_a_warning_does_not_hold_the_talk_up(booth: Booth, file: Path) -> None:
    """What is merely doubtful stands among the problems, and the new version is played."""
    save(file, ("scene: living-room-winter", "scene: moon"), ("Does anyone care?", "Well?"))
    booth.wind(1.0)
    assert "Warning" in booth.text
    assert "Well?" in booth.text


def test_a_file_that_is_deleted_and_comes_back(booth: Booth, file: Path) -> None:
    """A deleted file is told as that; the talk stays, and takes the file up again when it is there."""
    file.unlink()
    booth.wind(2.0)
    assert "The file is gone. Save it there again and the talk goes on." in booth.text
    say(booth, HEAR)
    assert "There is a baby here." in booth.text
    save(file, ("There is a baby here.", "We have a baby."))
    booth.wind(2.0)
    assert "The file is gone." not in booth.text
    assert "We have a baby." in booth.text


def test_a_file_that_cannot_be_played_yet(file: Path, tmp_path: Path) -> None:
    """A file that is broken from the start shows its problems; the talk begins by itself once it is mended."""
    save(file, ("beats:", "beatz:"))
    with opened(tmp_path / "store", desk(file), language="en") as booth:
        assert "There is no talk yet." in booth.text
        assert "Did you mean “beats”?" in booth.text
        for key in ("g", "j", "p", "b", "f", "r", "1"):
            assert pressed(booth, key, "escape")
        save(file)
        booth.wind(1.0)
        assert "Does anyone care?" in booth.text


def test_a_pick_that_is_no_longer_there(booth: Booth, file: Path) -> None:
    """Whoever takes away the way they came stands where it ends, is told why, and is back once it is there again."""
    say(booth, HEAR)
    further(booth)
    save(file, ("      hear-her:", "      hear-him:"))
    booth.wind(1.0)
    assert "Pick 1, hear-her, is no longer in the file, so you stand at complaint." in booth.text
    assert "step 0 of 0" in booth.text
    save(file)
    booth.wind(1.0)
    assert "step 1 of 1" in booth.text
    assert "She cries from the cold." in booth.text


def test_a_jump_by_the_keyboard(booth: Booth) -> None:
    """J, some letters and Enter lead to an ending, by picks that are found; it tells what the talk comes to."""
    assert "id, or some" not in booth.text
    booth.keys("j")
    booth.type("SETTL")
    booth.keys("return")
    booth.wind(0.3)
    assert "ending settled" in booth.text
    assert "hear-her,ask-room,honest-time,close-the-loop" in booth.text
    assert any(node.role == "heading" and node.label.startswith("Overall ") for node in booth.nodes)
    assert "step 3 of 4" in pressed(booth, "b")
    assert "step 4 of 4" in pressed(booth, "f")
    assert "step 0 of 4" in pressed(booth, "r")


def test_a_jump_by_the_mouse_finds_places_by_what_is_said(booth: Booth) -> None:
    """The list has each beat and ending with its line, and a click goes there."""
    booth.click("side.places")
    booth.type("when will it be fixed")
    assert [node.label for node in booth.nodes if node.key.startswith("place.")] == ["when"]
    assert "beat, line 113" in booth.text
    booth.click("place.when")
    booth.wind(0.3)
    assert "beat when (line 113), step 2 of 2" in booth.text


def test_a_place_that_nobody_gets_to(booth: Booth, file: Path) -> None:
    """Where no way is found it is said, and one stays where one is."""
    save(file, NEVER)
    booth.wind(1.0)
    booth.keys("j")
    booth.press("place.nowhere")
    assert "No talk with this customer gets to nowhere." in booth.text
    assert "step 0 of 0" in booth.text


class Held:
    """Errands that are done when they are told to."""

    def __init__(self) -> None:
        self.sent: list[Errand[Any]] = []

    def send(self, work: Callable[[], Any]) -> Errand[Any]:
        """Keep the work."""
        self.sent.append(Errand(work))
        return self.sent[-1]


def test_a_way_is_looked_for_beside_the_window(booth: Booth, file: Path) -> None:
    """While a way is looked for the window goes on; a save meanwhile has it looked for in the new version."""
    booth.sitting.errands = held = Held()
    booth.keys("j")
    booth.press("place.when")
    assert "Looking for a way to when…" in booth.text
    save(file, ("So when will it be fixed?", "When, then?"))
    booth.wind(1.0)
    assert len(held.sent) == 2
    held.sent[0].run()
    booth.wind(0.6)
    assert "Looking for a way to when…" in booth.text
    held.sent[1].run()
    booth.wind(0.6)
    assert "When, then?" in booth.text
    assert "Looking for a way" not in booth.text


def test_another_customer_at_the_same_place(booth: Booth) -> None:
    """P and Enter meet another customer, to whom the same picks are made."""
    say(booth, HEAR)
    further(booth)
    booth.keys("p")
    calm = next(node for node in booth.nodes if node.key.startswith("customer.") and "calm" in node.value)
    booth.press(calm.key)
    assert f"Customer: {calm.label}, beat facts (line 82), step 1 of 1" in booth.text


def test_the_author_sees_what_trainees_do_not(booth: Booth) -> None:
    """The state tells the hidden need, what was not found out, the set points, the picks, and the patience."""
    told = pressed(booth, "g")
    for line in (
        "Need not named yet: safety",
        "Not found out yet: A one-month-old granddaughter",
        "Set points: 0",
        "No picks so far.",
        "The customer waits only 40 seconds here.",
    ):
        assert line in told


def test_nobody_loses_patience_with_an_author(booth: Booth) -> None:
    """A preview that is left open for an hour stands where it stood."""
    booth.wind(3600)
    assert "step 0 of 0" in booth.text
    assert "What do you say?" in booth.text


def test_a_preview_at_rest_paints_nothing(booth: Booth) -> None:
    """While nothing happens the file is looked at twice a second, and nothing is drawn anew."""
    booth.picture()
    before = booth.app.painted
    booth.wind(10)
    assert booth.app.painted == before
    assert 0.1 < booth.app.rest() <= 0.5


def test_the_other_language_is_only_looked_at(booth: Booth, tmp_path: Path) -> None:
    """L shows the talk as the other half of the trainees reads it, and back; the game keeps its language."""
    assert "打了三天电话了！" in pressed(booth, "l")
    assert "Does anyone care?" in pressed(booth, "l")
    assert not (tmp_path / "store" / SETTINGS).exists()


def test_what_cannot_be_seen_is_not_said(booth: Booth) -> None:
    """Where there is room for the talk or for what is beside it, numbers pick nothing while the talk is away."""
    booth.change(size=200)
    assert "step 0 of 0" in pressed(booth, "g", "1")
    booth.keys("escape")
    assert "Does anyone care?" in booth.text
    booth.keys("1")
    assert "go-on" in [node.key for node in booth.nodes]


def test_a_lesson_and_the_settings_lead_back_to_the_preview(booth: Booth) -> None:
    """A chip opens its lesson, and the settings open too; Esc comes back to the same answer."""
    say(booth, HEAR)
    booth.press("rule.1")
    assert booth.screen.name == "lesson"
    booth.keys("escape")
    booth.press("settings")
    assert booth.screen.name == "settings"
    booth.keys("escape")
    assert booth.screen.name == "preview"
    assert "There is a baby here." in booth.text


def test_the_way_out(booth: Booth) -> None:
    """Q, or the cross, closes the preview; Esc only puts away what is open."""
    pressed(booth, "escape", "escape")
    assert not booth.sitting.leave
    booth.keys("q")
    assert booth.sitting.leave


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("window", WINDOWS)
def test_everything_fits(file: Path, tmp_path: Path, language: str, window: tuple[int, int]) -> None:
    """At every size of letters and window nothing of the preview is cut off or leaves its place."""
    save(file, ("scene: living-room-winter", "scene: moon"), NEVER)
    with opened(tmp_path / "store", desk(file), window, language=language, motion=False) as booth:
        for size in SIZES:
            booth.change(size=size)
            for keys in ("g", "e", "j", "p"):
                booth.keys("escape", "escape", keys)
                assert booth.overflows == [], (size, keys)
            booth.keys("escape", "escape", "r")
            booth.wind(0.3)
            booth.keys("1")
            assert booth.overflows == [], size
            booth.wind(0.3)
            booth.keys("j")
            booth.press("place.settled")
            assert booth.overflows == [], size
