"""The settings: each change is seen at once, and kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, page, top_bar, usual
from game.desktop.settings import SIZES, SPEEDS, Settings
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import Appearing, Column, Icon, Pad, Panel, Row, Text, Widget, button, segments
from game.i18n import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.desktop.sitting import Sitting

FLAGS: Final = {"on": True, "off": False}
SOUND: Final[dict[str, dict[str, bool]]] = {
    "off": {"sound": False, "exam_sound": False},
    "practice": {"sound": True, "exam_sound": False},
    "always": {"sound": True, "exam_sound": True},
}
THEMES: Final = ("light", "dark", "contrast")
PATIENCE: Final = ("on", "double", "off")
KEPT: Final = ("language", "toured", "trainee", "full_screen", "gauges")
"""What starting over leaves as it is: it is not about how the game looks, sounds and waits."""


@dataclass(frozen=True, slots=True)
class Set:
    """Let a setting stand at a value, which is told by its name."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class AsAtFirst:
    """Let all settings stand where they stood at first."""


class SettingsScreen(Still):
    """The settings on a page of their own."""

    name = "settings"

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.tried = sitting.now
        """Since when the words that show the speed are appearing."""

    def view(self, frame: Frame) -> Widget:
        """Return the settings as they stand."""
        words = self.sitting.words
        parts = [self._looks(frame), self._sounds(frame), self._talks(frame), self._over()]
        return page(
            top_bar(self.sitting, words("window.settings"), settings=False), "settings", Column(parts, 16), most=940
        )

    def _looks(self, frame: Frame) -> Widget:
        words, now = self.sitting.words, self.sitting.settings
        sizes = [(f"{size}", f"{size} %") for size in SIZES]
        screen = [(one, words(f"window.settings.full_screen.{one}")) for one in ("off", "on")]
        motion = [(one, words(f"window.settings.motion.{one}")) for one in ("on", "off")]
        rows = [
            self._row(frame, "language", list(NAMES.items()), now.language),
            self._row(frame, "size", sizes, f"{now.size}", words("window.settings.size_about")),
            self._row(frame, "theme", [(one, words(f"window.settings.theme.{one}")) for one in THEMES], now.theme),
            self._row(frame, "motion", motion, _flag(now.motion), words("window.settings.motion_about")),
            self._row(frame, "full_screen", screen, _flag(now.full_screen), words("window.settings.full_screen_about")),
        ]
        return self._section("sun", words("window.settings.looks"), rows)

    def _sounds(self, frame: Frame) -> Widget:
        words, now = self.sitting.words, self.sitting.settings
        options = [(one, words(f"window.settings.sound.{one}")) for one in SOUND]
        stands = next((one for one, held in SOUND.items() if held == _sound_of(now)), "off")
        rows = [self._row(frame, "sound", options, stands, words("window.settings.sound_about"))]
        return self._section("sound", words("window.settings.sounds"), rows)

    def _talks(self, frame: Frame) -> Widget:
        words, now = self.sitting.words, self.sitting.settings
        speeds = [(one, words(f"window.settings.speed.{one}")) for one in SPEEDS]
        patience = [(one, words(f"window.settings.patience.{one}")) for one in PATIENCE]
        shown = Appearing(words("window.settings.speed_sample"), self.tried, now.pace, BODY)
        rows = [
            self._row(frame, "speed", speeds, now.speed),
            Panel(shown, 16, 10, "raised"),
            self._row(frame, "patience", patience, now.patience, words("window.settings.patience_about")),
        ]
        return self._section("speech", words("window.settings.talks"), rows)

    def _over(self) -> Widget:
        label = self.sitting.words("window.settings.over")
        return Row([button("over", label, AsAtFirst(), icon="replay"), Text("", SMALL, role=None)], [None, 1.0])

    def _section(self, icon: str, title: str, rows: Sequence[Widget]) -> Widget:
        head = Row([Icon(icon, 22, "accent"), Text(title, HEADING, bold=True, role="heading")], [None, 1.0], 10)
        return Panel(Column([head, *rows], 14), 22, 18, radius=14)

    def _row(
        self, frame: Frame, name: str, options: list[tuple[str, str]], stands: str, about: str = ""
    ) -> Widget:  # fmt: skip
        """Return a setting: what it is called and does, and beside it, or below where it is narrow, where it stands."""
        called = self.sitting.words(f"window.settings.{name}")
        lines: list[Widget] = [Text(called, BODY, bold=True)]
        if about:
            lines.append(Text(about, SMALL, "quiet"))
        choice = segments(name, options, stands, Set, of=called)
        if frame.units[0] < ROOMY:
            return Column([Column(lines, 2), choice], 6)
        return Row([Pad(Column(lines, 2), 0, 6), choice], [5.0, 10.0], 20, "start")

    def hear(self, message: object) -> None:
        """Let a setting stand at another value."""
        match message:
            case Set(name, value):
                self._set(name, value)
            case AsAtFirst():
                own = Settings()
                fields = set(Settings.__dataclass_fields__) - set(KEPT)
                self.sitting.change(**{name: getattr(own, name) for name in fields})
                self.tried = self.sitting.now
            case _:
                usual(self.sitting, message)

    def _set(self, name: str, value: str) -> None:
        changes: dict[str, Any] = {name: value}
        if name == "sound":
            changes = dict(SOUND[value])
        elif name == "size":
            changes = {"size": int(value)}
        elif name in ("motion", "full_screen"):
            changes = {name: FLAGS[value]}
        self.sitting.change(**changes)
        if name in ("speed", "motion", "language"):
            self.tried = self.sitting.now
        if name == "sound":
            self.sitting.sounds.play("good")

    def home(self) -> str:
        """Return the language that is set: it is the first that somebody may look for."""
        return f"language.{self.sitting.language}"

    def shortcuts(self) -> "Mapping[str, object]":
        """Return the way back."""
        return {"escape": Back()}


ROOMY: Final = 760
"""So many units wide a window has to be for what a setting is called and where it stands to be side by side."""


def _flag(value: bool) -> str:
    return "on" if value else "off"


def _sound_of(settings: Settings) -> dict[str, bool]:
    return {"sound": settings.sound, "exam_sound": settings.sound and settings.exam_sound}
