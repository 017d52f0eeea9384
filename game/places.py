"""Where the things lie that come with the game and are not code."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def scenarios() -> Path:
    """The folder of the scenarios that come with the game: the checkout's own, or an installed wheel's copy."""
    packaged = _HERE / "data" / "scenarios"  # put there when the wheel is built, see pyproject.toml
    return packaged if packaged.is_dir() else _HERE.parent / "scenarios"
