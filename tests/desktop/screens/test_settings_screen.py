"""The settings on the screen: each change is seen at once, and kept."""

from pathlib import Path
from typing import Any

import pytest

from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.start import Start
from game.desktop.settings import CHOICES, SIZES, Settings, load
from game.desktop.theme import THEMES
from tests.desktop.booth import opened


def test_a_language_is_spoken_at_once(tmp_path: Path) -> None:
    """A press on the other language and the whole page speaks it."""
    with opened(tmp_path, SettingsScreen, language="zh") as booth:
        booth.click("English")
        assert {"Text size", "Colours", "The customer’s patience"} <= set(booth.labels)
        assert booth.node("language.en").selected


def test_colours_and_sizes_are_seen_at_once_and_kept(tmp_path: Path) -> None:
    """Dark ground and larger letters are there with the press, and the next time."""
    with opened(tmp_path, SettingsScreen, language="en") as booth:
        before = booth.node("Text size").rect.height
        booth.press("theme.dark")
        assert booth.picture().get_at((3, booth.app.surface.get_height() - 3))[:3] == THEMES["dark"].ground
        booth.press("size.150")
        assert booth.node("Text size").rect.height > before
        assert booth.app.hand.focus == "size.150"
    assert (load(tmp_path, "zh").theme, load(tmp_path, "zh").size) == ("dark", 150)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("motion.off", {"motion": False}),
        ("speed.slow", {"speed": "slow"}),
        ("speed.at-once", {"speed": "at-once"}),
        ("patience.double", {"patience": "double"}),
        ("patience.off", {"patience": "off"}),
        ("sound.off", {"sound": False, "exam_sound": False}),
        ("sound.practice", {"sound": True, "exam_sound": False}),
        ("sound.always", {"sound": True, "exam_sound": True}),
        ("full_screen.on", {"full_screen": True}),
    ],
)
def test_each_setting_is_kept(tmp_path: Path, key: str, expected: dict[str, object]) -> None:
    """What is pressed is marked as chosen, and stands so the next time."""
    with opened(tmp_path, SettingsScreen) as booth:
        booth.press(key)
        assert booth.node(key).selected
    kept = load(tmp_path, "zh")
    assert {name: getattr(kept, name) for name in expected} == expected


def test_all_can_be_as_at_first(tmp_path: Path) -> None:
    """One press undoes all experiments, but for the language, the name and what is done already."""
    mixed: dict[str, Any] = {
        "size": 200,
        "theme": "contrast",
        "motion": False,
        "sound": False,
        "patience": "off",
        "speed": "fast",
    }
    with opened(tmp_path, SettingsScreen, language="en", trainee="Ann", toured=True, **mixed) as booth:
        booth.press("over")
        assert booth.sitting.settings == Settings(language="en", trainee="Ann", toured=True)


def test_patience_says_that_it_is_for_practice_only(tmp_path: Path) -> None:
    """Nobody is left to think that an exam waits longer."""
    with opened(tmp_path, SettingsScreen, language="en") as booth:
        assert any("practice only" in label.lower() for label in booth.labels)


def test_the_keys_for_size_and_full_screen_work_everywhere(tmp_path: Path) -> None:
    """Ctrl with +, - and 0 sets the size, F11 the full screen, on any screen, and while a name is typed."""
    with opened(tmp_path, Start) as booth:
        for _ in range(3):
            booth.step()
        booth.click("name")
        booth.keys("ctrl+=")
        assert booth.sitting.settings.size == SIZES[SIZES.index(100) + 1]
        booth.keys("ctrl+-", "ctrl+-", "f11")
        assert (booth.sitting.settings.size, booth.sitting.settings.full_screen) == (90, True)
        booth.keys("ctrl+0", "f11")
        assert (booth.sitting.settings.size, booth.sitting.settings.full_screen) == (100, False)


def test_each_choice_says_what_it_is_a_choice_of(tmp_path: Path) -> None:
    """Whoever hears only where the focus is knows what is on or off."""
    with opened(tmp_path, SettingsScreen, language="en") as booth:
        assert booth.app.hand.focus == "language.en"
        assert (booth.node("motion.off").label, booth.node("motion.off").value) == ("Off", "Motion")
        assert (booth.node("sound.off").label, booth.node("sound.off").value) == ("Off", "Sounds")


def test_escape_leads_back(tmp_path: Path) -> None:
    """From the first screen to the settings and back, by keyboard alone."""
    with opened(tmp_path, Start) as booth:
        for _ in range(3):
            booth.step()
        booth.press("settings")
        assert booth.screen.name == "settings"
        booth.keys("escape")
        assert booth.screen.name == "start"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", CHOICES["size"])
@pytest.mark.parametrize("window", [(1024, 600), (1280, 720), (1920, 1080)])
def test_the_settings_fit(tmp_path: Path, language: str, size: int, window: tuple[int, int]) -> None:
    """Nothing is cut off at any size."""
    with opened(tmp_path, SettingsScreen, window, language=language, size=size) as booth:
        assert booth.overflows == []
