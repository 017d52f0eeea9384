"""Faces: what heat and mood make of them."""

from itertools import combinations, pairwise

import pytest

from game.desktop.drawings import PORTRAITS, Expression, expression
from game.desktop.drawings.expressions import speaking
from game.scenario.words import MOODS
from tests.desktop.drawings.easel import every_expression


def test_there_are_about_sixteen_faces() -> None:
    """Heat and moods give some sixteen faces; each has a name of its own and none is there twice."""
    faces = every_expression()
    assert 14 <= len(faces) <= 20
    assert len({face.name for face in faces}) == len(faces) == len(set(faces))
    assert {expression(heat, mood) for heat in range(11) for mood in (None, *MOODS)} == set(faces)


def test_a_face_hardens_step_by_step_as_heat_rises() -> None:
    """With every degree of heat brows come down and together, mouth corners sink and blood rises; none turns back."""
    for cooler, hotter in pairwise(expression(heat, None) for heat in range(11)):
        assert hotter.inner >= cooler.inner
        assert hotter.knit >= cooler.knit
        assert hotter.curve < cooler.curve
        assert hotter.flush > cooler.flush


@pytest.mark.parametrize("mood", MOODS)
def test_a_mood_of_the_script_wins_over_the_heat(mood: str) -> None:
    """A customer whom the script calls sad looks sad, however hot they are; every mood has a face of its own."""
    faces = {expression(heat, mood) for heat in range(11)}
    assert len(faces) == 1
    assert faces.pop().name == mood
    assert len({expression(0, other) for other in MOODS}) == len(MOODS)


def test_heat_beyond_the_scale_and_unknown_moods_still_give_a_face() -> None:
    """Heat below 0 or above 10 shows as the end of the scale; a mood that nobody knows leaves the heat to show."""
    assert expression(-3, None) == expression(0, None)
    assert expression(99, None) == expression(10, None)
    assert expression(4, "bored") == expression(4, None)


def test_anger_has_level_eyes() -> None:
    """A furious face is upset, not monstrous: eyes open, no staring, head nearly upright, brows within a finger."""
    furious = expression(10, None)
    assert 0.8 <= furious.lid <= 1.1
    assert abs(furious.tilt) <= 3
    assert furious.inner - furious.outer <= 20
    assert furious.parted < 0.6


def test_talking_opens_the_mouth_of_every_face() -> None:
    """Each step of talking opens the mouth further, in every mood, and leaves the rest of the face alone."""
    for face in every_expression():
        still, little, wide = (speaking(face, mouth) for mouth in range(3))
        assert still == face
        assert little.parted < wide.parted
        assert wide.parted > face.parted
        assert (wide.inner, wide.lid, wide.tilt, wide.curve) == (face.inner, face.lid, face.tilt, face.curve)
        assert speaking(face, 7) == wide


def test_faces_can_be_kept_by_what_they_show() -> None:
    """Equal faces are equal as keys, so that a face is drawn once and kept."""
    kept: dict[Expression, str] = {expression(6, None): PORTRAITS[0]}
    assert kept[expression(6, "annoyed")] == PORTRAITS[0]
    assert all(one != other for one, other in combinations(every_expression(), 2))
