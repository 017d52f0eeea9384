"""Every screen of a course looks as it did when somebody looked at it and found it good."""

import os
import uuid
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.desktop.golden import difference
from tests.desktop.screens.courses import CourseBooth, course_opened
from tests.desktop.test_golden import CASES, SHOWN, noon

__all__ = ["noon"]
"""All is kept and told at noon here too."""


def the_way_in(booth: CourseBooth) -> Iterator[str]:
    """Show who is asked for, and what is said to whom has a wrong PIN."""
    booth.wind(2)
    yield "course-entry"
    booth.come_in("2026001", "4321")
    yield "course-pin"
    booth.app.write("pin", "1234")
    booth.keys("return")
    booth.wind(1)
    yield "course-list"


def an_exam(booth: CourseBooth) -> Iterator[str]:
    """Show an exam, from the customer's file to what is kept, after some practice."""
    booth.choose("practice/late")
    booth.talk_on()
    booth.press("skip")
    booth.press("library")
    booth.choose("before", begin=False)
    booth.wind(1)
    yield "course-file"
    booth.press("start")
    booth.talk_on(2)
    booth.keys("escape")
    yield "course-leaving"
    booth.press("go")
    booth.wind(1)
    yield "course-list-later"
    booth.press(next(key for key in booth.app.sheet.places if key.startswith("take-up.")))
    booth.jump(870)
    booth.wind(1)
    yield "course-clock"
    booth.jump(60)
    yield "course-timeup"
    booth.keys("return")
    yield "course-questions"
    booth.press("skip")
    yield "course-kept"


@pytest.mark.slow
@pytest.mark.parametrize(("language", "window", "theme"), CASES, ids=SHOWN)
def test_every_screen_of_a_course_looks_as_it_was_found_good(
    language: str, window: tuple[int, int], theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No screen of a course is another than its golden picture, pixel by pixel."""
    monkeypatch.chdir(tmp_path)
    numbers = count(1)
    monkeypatch.setattr("game.course.store.uuid.uuid4", lambda: uuid.UUID(int=next(numbers)))
    found = Path(os.environ.get("YUQI_PICTURES", tmp_path / "pictures"))
    case = f"{language}-{window[0]}-{theme}"
    with course_opened(Path(), window=window, language=language, theme=theme) as booth:
        wrong = [
            difference(booth.picture(), f"{name}/{case}", found)
            for part in (the_way_in, an_exam)
            for name in part(booth)
        ]
    assert [one for one in wrong if one] == []
