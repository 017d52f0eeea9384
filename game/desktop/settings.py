"""What a trainee has set: language, size of letters, colours, motion, sound, patience. Kept as a small file."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final, Literal

from game.desktop.theme import ThemeName

SIZES: Final = (80, 90, 100, 115, 130, 150, 175, 200)
"""The sizes of letters, in percent."""
SPEEDS: Final[dict[str, float]] = {"slow": 9.0, "usual": 18.0, "fast": 40.0, "at-once": 0.0}
"""How many letters appear in a second; 0 shows all at once."""
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


def load(folder: Path, language: str) -> Settings:
    """Return the settings that are kept in a folder; what is missing or makes no sense is as at first."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings(language=language)
    if not isinstance(kept, dict):
        return Settings(language=language)
    return Settings(**{"language": language, **{name: value for name, value in kept.items() if _sound(name, value)}})


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
    half: Path | None = None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=FILE)
        half = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        half.replace(folder / FILE)
    with suppress(OSError):
        if half is not None:
            half.unlink(missing_ok=True)
