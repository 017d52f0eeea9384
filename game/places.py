"""Where the things lie that come with the game and are not code."""

import os
from pathlib import Path
from typing import Final

HOME_VARIABLE: Final = "YUQI_HOME"
_HERE = Path(__file__).resolve().parent


def scenarios() -> Path:
    """The folder of the scenarios that come with the game: the checkout's own, or an installed wheel's copy."""
    return _with_the_game("scenarios")


def courses() -> Path:
    """The folder of the courses that come with the game."""
    return _with_the_game("courses")


def _with_the_game(name: str) -> Path:
    packaged = _HERE / "data" / name  # put there when the wheel is built, see pyproject.toml
    return packaged if packaged.is_dir() else _HERE.parent / name


def home() -> Path:
    """The folder that Yuqi keeps its data in: `YUQI_HOME`, else the user's data folder; it need not exist yet."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(os.path.expanduser(named)).absolute()
    from platformdirs import user_data_path

    return user_data_path("yuqi", appauthor=False)
