"""Play in a window: library, customer's file, talk, debrief. `run` plays; `NoWindow` says why there is none."""

from collections.abc import Callable
from pathlib import Path

from game.desktop.display import NoWindow
from game.session import Session

__all__ = ["NoWindow", "run"]


def run(
    fetch: Callable[[], Session], folder: Path, language: str, *, asked: bool = False, last_words: str = ""
) -> int:
    """Play until the trainee leaves, and return the exit code.

    `fetch` opens the session; it is called beside the first screen, which is there before, and again if the trainee
    wants to try once more. Settings lie in `folder`; `language` is spoken where none has been set, or in any case if it
    was `asked` for. `last_words` go to standard error where the display dies too fast for anything to be raised.
    Raises `NoWindow` where there can be none.
    """
    from game.desktop.display import prepare, ready

    ready()
    prepare()
    from game.desktop.opening import play

    return play(fetch, folder, language, asked=asked, last_words=last_words)
