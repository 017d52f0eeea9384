"""Every screen looks as it did when somebody looked at it and found it good: two languages, two sizes, three themes."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from itertools import product
from pathlib import Path
from typing import Self

import pytest

from game.course import store
from game.desktop.screens.library import Library
from game.desktop.screens.preview import Preview
from game.desktop.screens.start import Start
from game.desktop.screens.talk import Pick, Talk
from game.desktop.screens.tour import Tour
from game.desktop.screens.trouble import Trouble
from game.draft import Draft
from game.draft_file import Watch
from tests.desktop.booth import Booth, opened
from tests.desktop.golden import difference
from tests.desktop.screens.visits import FIXED, LOST, talked, worked

CASES = list(product(("zh", "en"), ((1024, 600), (1280, 720)), ("light", "dark", "contrast")))
SHOWN = [f"{language}-{window[0]}-{theme}" for language, window, theme in CASES]
SCENARIO = "late-parcel"


class Noon(datetime):
    """A clock of the day that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        """Return noon of one day, whatever the day."""
        return cls(2026, 11, 20, 12, 0, tzinfo=UTC).astimezone(tz)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """All is kept at noon, and noon is told as such everywhere."""
    monkeypatch.setattr(store, "datetime", Noon)
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def first_steps(booth: Booth) -> Iterator[str]:
    """Show what a new trainee sees first."""
    booth.wind(2)
    yield "start"
    booth.show(Tour(booth.sitting))
    booth.wind(3)
    yield "tour"
    booth.show(Library(booth.sitting))
    booth.wind(1)
    yield "library"
    booth.press(next(key for key in booth.app.sheet.places if SCENARIO in key))
    booth.wind(1)
    yield "file"


def a_talk(booth: Booth) -> Iterator[str]:
    """Show a talk from its first words to its debrief."""
    booth.press("start")
    booth.wind(0.7)
    yield "talk-saying"
    booth.wind(20)
    yield "talk-choosing"
    booth.keys("1")
    booth.wind(20)
    yield "talk-changed"
    booth.keys("g")
    booth.wind(1)
    yield "talk-gauges"
    booth.keys("g", "b")
    booth.wind(1)
    yield "talk-log"
    booth.keys("b", "escape")
    yield "talk-leaving"
    booth.keys("escape")
    _to_the_end(booth)
    yield "questions"
    booth.press("skip")
    for part in "12345":
        booth.keys(part)
        booth.wind(2)
        yield f"debrief-{part}"


def _to_the_end(booth: Booth) -> None:
    """Say the first of what is on offer until the talk is over."""
    while isinstance(talk := booth.screen, Talk):
        booth.wind(20)
        if talk.stage == "choosing":
            booth.app.send(Pick(talk.talk.moment.shown[0].id))
            booth.step()
        else:
            booth.press("go-on")


def what_was_done(booth: Booth) -> Iterator[str]:
    """Show what a trainee sees who has had some talks."""
    for picks in (LOST, FIXED, None):
        talked(booth) if picks is None else talked(booth, picks)
    booth.show(Library(booth.sitting))
    booth.wind(1)
    for key in ("profile", "lessons"):
        booth.press(key)
        booth.wind(1)
        yield key
        if key == "lessons":
            booth.press(next(place for place in booth.app.sheet.places if place.startswith("card.")))
            yield "lesson"
            booth.keys("escape")
        booth.keys("escape")
    booth.press("settings")
    yield "settings"


def for_authors(booth: Booth) -> Iterator[str]:
    """Show the preview of a file that has just been broken, and a store in trouble."""
    file = Path("talk.yaml")
    file.write_bytes(worked().source)
    watch = Watch(file)
    draft = Draft(str(file), 7).reloaded(file.read_bytes())
    booth.show(Preview(booth.sitting, watch, draft))
    booth.wind(2)
    yield "preview"
    booth.show(Trouble(booth.sitting, store.StoreTrouble("full", Path("yuqi.db"), "no space")))
    yield "trouble"


@pytest.mark.slow
@pytest.mark.parametrize(("language", "window", "theme"), CASES, ids=SHOWN)
def test_every_screen_looks_as_it_was_found_good(
    language: str, window: tuple[int, int], theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No screen is another than its golden picture, pixel by pixel."""
    monkeypatch.chdir(tmp_path)
    found = Path(os.environ.get("YUQI_PICTURES", tmp_path / "pictures"))
    case = f"{language}-{window[0]}-{theme}"
    with opened(tmp_path, Start, window, language=language, theme=theme, sound=False) as booth:
        parts = (first_steps, a_talk, what_was_done, for_authors)
        wrong = [difference(booth.picture(), f"{name}/{case}", found) for part in parts for name in part(booth)]
    assert [one for one in wrong if one] == []
