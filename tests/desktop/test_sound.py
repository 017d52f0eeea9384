"""Small sounds: soft, short, without a click, and never a trouble."""

from itertools import pairwise

import pygame
import pytest

from game.desktop.sound import RATE, SOUNDS, Sounds, wave

FULL = 32767


@pytest.fixture(autouse=True)
def quiet_after() -> object:
    """Each test leaves no sound card open."""
    yield
    pygame.mixer.quit()


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_soft_and_short(name: str) -> None:
    """No sound is louder than an eighth of what the card can do, nor longer than a second and a quarter."""
    heard = wave(SOUNDS[name])
    assert 0.02 * FULL < max(abs(one) for one in heard) < FULL / 8
    assert len(heard) <= 1.25 * RATE


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_comes_and_goes_without_a_click(name: str) -> None:
    """It begins and ends in silence, and never jumps."""
    heard = wave(SOUNDS[name])
    assert abs(heard[0]) < 0.002 * FULL
    assert abs(heard[-1]) < 0.002 * FULL
    assert max(abs(one) for one in heard[: RATE // 500]) < max(abs(one) for one in heard) / 3
    assert max(abs(b - a) for a, b in pairwise(heard)) < 0.06 * FULL


def test_no_two_sounds_are_alike() -> None:
    """Good and bad, a pick and a reply can be told apart by ear."""
    assert len({tuple(wave(tones)) for tones in SOUNDS.values()}) == len(SOUNDS)


def test_the_card_is_opened_when_the_first_sound_is_wanted() -> None:
    """A silent sitting opens no sound card; the first sound does, and then plays."""
    sounds = Sounds()
    assert pygame.mixer.get_init() is None
    sounds.play("good")
    assert pygame.mixer.get_init() is not None
    assert pygame.mixer.get_busy()
    sounds.close()
    assert pygame.mixer.get_init() is None


def test_where_no_sound_is_wanted_none_is_played() -> None:
    """Off is off; and an exam is quiet unless that was asked for."""
    for wanted, exam, heard in (
        (lambda exam: False, False, False),
        (lambda exam: not exam, True, False),
        (lambda exam: not exam, False, True),
        (lambda exam: True, True, True),
    ):
        sounds = Sounds(wanted=wanted)
        sounds.play("bad", exam=exam)
        assert (pygame.mixer.get_init() is not None) == heard
        sounds.close()


def test_without_a_sound_card_it_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a sound card plays on, in silence, and asks for the card only once."""
    asked = []

    def none(*_: object, **__: object) -> None:
        asked.append(1)
        raise pygame.error("no card")

    monkeypatch.setattr(pygame.mixer, "init", none)
    sounds = Sounds()
    sounds.play("pick")
    sounds.play("end")
    sounds.close()
    assert asked == [1]


def test_a_sound_that_nobody_knows_is_silent() -> None:
    """A name that is no sound opens nothing."""
    Sounds().play("fanfare")
    assert pygame.mixer.get_init() is None
