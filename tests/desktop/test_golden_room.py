"""Every screen of a room looks as it did when somebody looked at it and found it good."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from game.desktop.screens.group import Group
from game.desktop.sitting import Sitting
from tests.desktop.booth import Booth, opened
from tests.desktop.golden import difference
from tests.desktop.screens.visits import shipped
from tests.desktop.test_golden import noon

__all__ = ["noon"]
"""All is kept and told at noon here too."""

CASES = list(product(("zh", "en"), ((1280, 720), (1920, 1080)), ("light", "dark", "contrast")))
SHOWN = [f"{language}-{window[0]}-{theme}" for language, window, theme in CASES]


def group(sitting: Sitting) -> Group:
    """The question who is there, in a room, for a customer with whom much is promised."""
    sitting.opened = replace(sitting.session, room=True)
    return Group(sitting, shipped("room-not-ready"), None)


def a_round(booth: Booth) -> Iterator[str]:
    """Show a room from the names to the reveal, and the way back."""
    booth.type("王芳、李强\nAnn Lee")
    booth.wind(1)
    yield "room-group"
    booth.press("begin")
    booth.wind(20)
    yield "room-choosing"
    booth.keys("a", "1", "2", "b", "7", "c", "3")
    yield "room-counted"
    booth.keys("p")
    yield "room-paused"
    booth.keys("p", "return")
    booth.wind(20)
    yield "room-followed"
    booth.keys("r")
    booth.wind(2)
    yield "room-revealed"
    booth.keys("z")
    booth.wind(1)
    yield "room-back"


@pytest.mark.slow
@pytest.mark.parametrize(("language", "window", "theme"), CASES, ids=SHOWN)
def test_every_screen_of_a_room_looks_as_it_was_found_good(
    language: str, window: tuple[int, int], theme: str, tmp_path: Path
) -> None:
    """No screen of a room is another than its golden picture, pixel by pixel."""
    found = Path(os.environ.get("YUQI_PICTURES", tmp_path / "pictures"))
    case = f"{language}-{window[0]}-{theme}"
    with opened(tmp_path, group, window, language=language, theme=theme, size=130) as booth:
        wrong = [difference(booth.picture(), f"{name}/{case}", found) for name in a_round(booth)]
    assert [one for one in wrong if one] == []
