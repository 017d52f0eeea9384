"""What a trainee has set: language, size of letters, colours, motion, sound, patience. Kept as a small file."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final, Literal

from game.desktop.theme import ThemeName
from game.writing import write

SIZES: Final = (80, 90, 100, 115, 130, 150, 175, 200)
"""The sizes of letters, in percent."""
SPEEDS: Final[dict[str, float]] = {"slow": 9.0, "usual": 18.0, "fast": 40.0, "at-once": 0.0}
"""How many letters appear in a second; 0 shows all at once."""
LATIN: Final = 2.2
"""So many Latin letters say about as much as one Han."""
FILE: Final = "window.json"

Patience = Literal["on", "double", "off"]
CHOICES: Final[dict[str, tuple[object, ...]]] = {
    "language": ("zh", "en"),
    "size": SIZES,
    "theme": ("light", "dark", "contrast"),
    "motion": (True, False),
    "sound": (True, False),
    "exam_sound": (True, False),
    "patience": ("on", "double", "off"),
    "full_screen": (True, False),
    "speed": tuple(SPEEDS),
    "gauges": (True, False),
}
"""What each setting can stand at."""
WAITS: Final[dict[Patience, int]] = {"on": 1, "double": 2, "off": 0}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings. `gauges`: the whole picture is open beside the talk. `toured`: the first walk has been taken.

    `exam_sound`: there is sound in exams too, where `sound` is on.
    """

    language: str = "zh"
    size: int = 100
    theme: ThemeName = "light"
    motion: bool = True
    sound: bool = True
    exam_sound: bool = False
    patience: Patience = "on"
    full_screen: bool = False
    speed: str = "usual"
    gauges: bool = False
    toured: bool = False
    trainee: str = ""

    @property
    def pace(self) -> float:
        """How many letters appear in a second, in the language that is set; 0 shows all at once."""
        spoken = SPEEDS[self.speed] if self.motion else 0.0
        return spoken * LATIN if self.language == "en" else spoken

    @property
    def waits(self) -> int:
        """How many times as long as is written customers wait in practice; 0 for ever."""
        return WAITS[self.patience]


def load(folder: Path, language: str) -> Settings:
    """Return the settings that are kept in a folder; what is missing or makes no sense is as at first."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings(language=language)
    if not isinstance(kept, dict):
        return Settings(language=language)
    return Settings(**{"language": language, **{name: value for name, value in kept.items() if _sound(name, value)}})


def grown(size: int, by: int) -> int:
    """Return the size of letters that is so many steps larger, as far as there are any; 0 gives that of the start."""
    at = SIZES.index(size) + by if by else SIZES.index(100)
    return SIZES[max(0, min(len(SIZES) - 1, at))]


def _sound(name: str, value: Any) -> bool:
    """Return whether a setting can stand at a value."""
    if name in CHOICES:
        return any(value == one and type(value) is type(one) for one in CHOICES[name])
    kinds = {field.name: field.type for field in fields(Settings)}
    return (name == "toured" and isinstance(value, bool)) or (
        name == "trainee" and name in kinds and isinstance(value, str)
    )


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings: wholly, or as they were. A disk that takes nothing is no reason to stop a talk."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        write(folder / FILE, text.encode("utf-8"))
