"""Rooms: every scene, as the window draws it."""

import re
from itertools import pairwise

import pytest

from game.desktop.drawings import SCENES, scene
from game.scenario import words
from tests.desktop.drawings.easel import colours, picture, pixels

EVERYWHERE = [*SCENES, None]
SIZE = (320, 180)


def brightness(svg: str) -> float:
    """The mean brightness of a picture, 0 to 255."""
    drawn = picture(svg, *SIZE)
    return sum(sum(drawn[i : i + 3]) for i in range(0, len(drawn), 4)) / (SIZE[0] * SIZE[1] * 3)


def test_every_scene_that_a_scenario_may_name_is_drawn() -> None:
    """The drawn rooms are the ones that the documentation lists, in its order."""
    assert tuple(words.SCENES) == SCENES


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", EVERYWHERE)
def test_a_room_fills_the_whole_picture(name: str | None, dark: bool) -> None:
    """There is no hole through which the window would be seen, and the room is more than a coloured wall."""
    drawn = picture(scene(name, dark=dark), *SIZE)
    assert all(drawn[i] == 255 for i in range(3, len(drawn), 4))
    assert len(colours(scene(name, dark=dark), *SIZE)) > 40


def test_no_two_rooms_look_the_same() -> None:
    """Every room is another place, by day and in the evening."""
    drawn = {picture(scene(name, dark=dark), *SIZE) for name in EVERYWHERE for dark in (False, True)}
    assert len(drawn) == 2 * len(EVERYWHERE)


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_evening_is_an_evening_and_not_a_cellar(name: str | None) -> None:
    """In the evening a room is clearly darker than by day, and still far from black."""
    day, evening = brightness(scene(name)), brightness(scene(name, dark=True))
    assert 50 < evening < 0.75 * day


@pytest.mark.parametrize("name", [name for name in EVERYWHERE if name != "chat"])
def test_something_shines_in_the_evening(name: str | None) -> None:
    """A lamp, a lit window, a screen or a fire stands out against the room around it."""
    surface = pixels(scene(name, dark=True), 800, 450)
    brightest = max(sum(surface.get_at((x, y))[:3]) / 3 for x in range(0, 800, 2) for y in range(0, 450, 2))
    assert brightest > 1.7 * brightness(scene(name, dark=True))


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_lower_part_is_calm(name: str | None) -> None:
    """Where a person and their words stand, a room changes little from one point to the next."""
    surface = pixels(scene(name), *SIZE)
    for y in range(150, 180, 3):
        row = [sum(surface.get_at((x, y))[:3]) for x in range(80, 240)]
        assert sum(1 for here, there in pairwise(row) if abs(here - there) > 90) <= 6


@pytest.mark.parametrize("name", ["", "loby", "Lobby", "大堂"])
def test_a_name_that_is_not_drawn_gives_the_neutral_room(name: str) -> None:
    """A misspelt scene is no fault on the screen: the talk takes place in a quiet room."""
    assert scene(name) == scene(None)
    assert scene(name) not in {scene(known) for known in SCENES}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", EVERYWHERE)
def test_only_what_the_rasteriser_knows_is_used(name: str | None, dark: bool) -> None:
    """A room has the view 0 0 1600 900, no text, clips or filters, and every gradient that it fills with is there."""
    svg = scene(name, dark=dark)
    assert 'viewBox="0 0 1600 900"' in svg
    known = {"svg", "g", "path", "circle", "ellipse", "rect", "linearGradient", "radialGradient", "stop"}
    assert set(re.findall(r"<(\w+)", svg)) <= known
    defined = re.findall(r'<\w+Gradient id="([^"]+)"', svg)
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) == set(defined)
    assert len(defined) == len(set(defined)), "each gradient has a name of its own"
    plain = re.findall(r'(?:fill|stroke|stop-color)="(?!url|none)([^"]*)"', svg)
    assert all(re.fullmatch(r"#[0-9a-f]{6}|#[0-9A-F]{6}", colour) for colour in plain)
