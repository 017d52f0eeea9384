"""Signs: the small pictures on buttons and beside words."""

import pytest

from game.desktop.drawings import ICONS, icon
from tests.desktop.drawings.easel import colours, picture, pixels

ASKED = (
    "back close menu check cross star star-empty heart clock sound mute search filter gear book person history play"
    " replay lock warning info arrow-up arrow-down arrow-left arrow-right promise flame ear speech eye chart download"
    " home flag badge keyboard plus minus pencil bolt sun moon contrast"
)


def test_the_signs_of_the_screens_are_there() -> None:
    """Every sign that a screen shows has a drawing, under one name."""
    assert set(ASKED.split()) <= set(ICONS)
    assert len(set(ICONS)) == len(ICONS)


@pytest.mark.parametrize("name", ICONS)
def test_a_sign_is_drawn_in_the_colour_it_is_asked_in(name: str) -> None:
    """A sign has the one colour of the words beside it, whatever the theme, and nothing behind it."""
    assert 'viewBox="0 0 24 24"' in icon(name, "#12ab9f")
    assert b"\x12\xab\x9f" in colours(icon(name, "#12ab9f"), 48, 48)
    seen = pixels(icon(name, "#ffffff"), 48, 48)
    assert {tuple(seen.get_at((x, y))[:3]) for x in range(48) for y in range(48) if seen.get_at((x, y))[3] > 250} == {
        (255, 255, 255)
    }
    assert seen.get_at((0, 0))[3] == 0


@pytest.mark.parametrize("name", ICONS)
def test_a_sign_stays_inside_its_square_and_fills_it(name: str) -> None:
    """Signs stand on one line: none is cut off at its edge, and none is lost in its square."""
    bounds = pixels(icon(name, "#000000"), 96, 96).get_bounding_rect()
    assert bounds.left >= 4
    assert bounds.top >= 4
    assert bounds.right <= 92
    assert bounds.bottom <= 92
    assert max(bounds.width, bounds.height) >= 48
    assert abs(bounds.centerx - 48) <= 7


def test_no_two_signs_look_the_same() -> None:
    """Signs can be told apart at the size of the smallest text, but for those that say the same."""
    same = {"back": "arrow-left", "close": "cross"}
    drawn = [picture(icon(name, "#000000"), 18, 18) for name in ICONS if name not in same]
    assert len(set(drawn)) == len(drawn)


def test_a_sign_that_is_not_there_is_a_fault_of_the_program() -> None:
    """Whoever builds a screen with a sign that nobody drew hears of it at once."""
    with pytest.raises(KeyError):
        icon("unicorn", "#000000")
