"""Portraits: every character, as the window draws it."""

import re
from itertools import combinations

import pytest

from game.desktop.drawings import PORTRAITS, expression, portrait
from game.desktop.drawings.colour import blush, luminance, skin_deep, skin_light, skin_shade
from game.desktop.drawings.people import ANYBODY, PEOPLE
from game.scenario import words
from tests.desktop.drawings.easel import changed, colours, every_expression, picture

EVERYBODY = [*PORTRAITS, None]
CALM = expression(2, None)


def test_every_character_that_a_scenario_may_name_is_drawn() -> None:
    """The drawn characters are the ones that the documentation lists, in its order."""
    assert tuple(words.PORTRAITS) == PORTRAITS


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_character_can_be_drawn_with_every_face_by_day_and_in_the_evening(name: str | None) -> None:
    """Whoever it is, whatever they feel, at any hour: there is somebody in the picture, and nothing behind them."""
    for look in every_expression():
        for dark in (False, True):
            drawn = picture(portrait(name, look, dark=dark), 96, 96)
            seen = sum(1 for i in range(3, len(drawn), 4) if drawn[i] > 200)
            assert 0.3 < seen / (96 * 96) < 0.8
            assert drawn[3] == 0, "the upper left corner is empty"


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_two_faces_of_a_character_look_the_same(name: str | None) -> None:
    """Each of the faces can be told from each other one, even as small as a card shows it."""
    drawn = {look.name: picture(portrait(name, look), 120, 120) for look in every_expression()}
    for one, other in combinations(drawn, 2):
        assert drawn[one] != drawn[other], f"{one} and {other}"


def test_no_two_characters_look_the_same() -> None:
    """Every character is somebody else."""
    drawn = [picture(portrait(name, CALM), 96, 96) for name in EVERYBODY]
    assert len(set(drawn)) == len(EVERYBODY)


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_blink_changes_the_eyes_and_nothing_else(name: str | None) -> None:
    """Somebody who blinks keeps brows, mouth, hair and clothes as they were."""
    for look in (CALM, expression(10, None), expression(0, "sad")):
        spots = changed(portrait(name, look), portrait(name, look, blink=True), 256)
        assert spots, "the eyes close"
        left, right = min(x for x, _ in spots), max(x for x, _ in spots)
        top, bottom = min(y for _, y in spots), max(y for _, y in spots)
        assert bottom - top < 34, "higher than the eyes"
        assert right - left < 90, "broader than the eyes"
        assert 95 < (top + bottom) / 2 < 130


@pytest.mark.parametrize("name", EVERYBODY)
def test_talking_changes_the_mouth_and_nothing_above_it(name: str | None) -> None:
    """While words appear only the lower face moves, and three steps of it differ."""
    still, little, wide = (portrait(name, CALM, mouth=mouth) for mouth in range(3))
    for one, other in ((still, little), (little, wide)):
        spots = changed(one, other, 256)
        assert spots
        assert min(y for _, y in spots) > 130


@pytest.mark.parametrize("name", ["", "nobody", "Young-Man", "妈妈"])
def test_a_name_that_is_not_drawn_gives_the_neutral_character(name: str) -> None:
    """A misspelt character is no fault on the screen: somebody of no certain age sits there."""
    assert portrait(name, CALM) == portrait(None, CALM)
    assert portrait(name, CALM) not in {portrait(known, CALM) for known in PORTRAITS}


@pytest.mark.parametrize("skin", sorted({person.skin for person in (*PEOPLE.values(), ANYBODY)}))
def test_the_shades_of_skin_come_from_the_skin(skin: str) -> None:
    """On every skin shadow is darker, a line darker still, light lighter; blood is redder than the skin above it."""
    assert luminance(skin_deep(skin)) < luminance(skin_shade(skin)) < luminance(skin) < luminance(skin_light(skin))
    red, green, blue = (int(skin[i : i + 2], 16) for i in (1, 3, 5))
    warm, warm_green, warm_blue = (int(blush(skin)[i : i + 2], 16) for i in (1, 3, 5))
    assert warm / (warm + warm_green + warm_blue) > red / (red + green + blue)


def test_characters_differ_in_skin_hair_and_age() -> None:
    """The people at the counter are many kinds of people."""
    people = PEOPLE.values()
    assert len({person.skin for person in people}) >= 10
    assert len({person.style for person in people}) >= 12
    assert len({person.clothes for person in people}) >= 8
    assert any(person.face.folds == 1 for person in people)
    assert max(luminance(p.skin) for p in people) > 4 * min(luminance(p.skin) for p in people)


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_evening_dims_and_warms_a_character_but_does_not_blacken_them(name: str | None) -> None:
    """By lamplight a person is darker than by day, yet still plain to see, and no colour is lost."""
    day, evening = (colours(portrait(name, CALM, dark=dark), 128, 128) for dark in (False, True))
    brightness = [sum(sum(colour) for colour in seen) / len(seen) / 765 for seen in (day, evening)]
    assert 0.6 * brightness[0] < brightness[1] < brightness[0]
    assert len(evening) > 0.7 * len(day)


@pytest.mark.parametrize("name", EVERYBODY)
def test_only_what_the_rasteriser_knows_is_used(name: str | None) -> None:
    """A portrait has the view 0 0 512 512 and nothing that would be left out: no text, clips or named colours."""
    svg = portrait(name, expression(10, None), mouth=2)
    assert 'viewBox="0 0 512 512"' in svg
    assert set(re.findall(r"<(\w+)", svg)) <= {"svg", "g", "path", "circle", "ellipse", "rect"}
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) - {"none"} == set(re.findall(r'"(#[0-9a-f]{6})"', svg))
