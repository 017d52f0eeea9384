"""Play in a window: library, customer's file, talk, debrief. `run` plays, `preview` shows a file while it is being
written; `NoWindow` says why there is no window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.display import NoWindow

if TYPE_CHECKING:
    from game.draft import Draft
    from game.scenario import Text
    from game.session import Session

__all__ = ["NoWindow", "preview", "run"]


def run(
    fetch: "Callable[[], Session]", folder: Path, language: str, *, asked: bool = False, last_words: str = "",
    room: bool = False, course: "Text | None" = None,
) -> int:  # fmt: skip
    """Play until the trainee leaves, and return the exit code.

    `fetch` opens the session; it is called beside the first screen, which is there before, and again if the trainee
    wants to try once more. Settings lie in `folder`; `language` is spoken where none has been set, or in any case if it
    was `asked` for. `last_words` go to standard error where the display dies too fast for anything to be raised.
    In a `room` with a projector letters are large. `course` is the title of the course that `fetch` opens the session
    of: then the way into it comes first. Raises `NoWindow` where there can be none.
    """
    from game.desktop.display import prepare, ready

    ready()
    prepare()
    from game.desktop.opening import play

    return play(fetch, folder, language, asked=asked, last_words=last_words, room=room, course=course)


def preview(unread: "Draft", folder: Path, language: str, *, asked: bool = False, last_words: str = "") -> int:
    """Play a scenario file while it is being written, until its author leaves, and return the exit code.

    `unread` names the file, whom it is talked to and by what the responses are shuffled; the rest is as for `run`.
    Raises `NoWindow` where there can be none.
    """
    from game.desktop.display import prepare, ready

    ready()
    prepare()
    from game.desktop.opening import write

    return write(unread, folder, language, asked=asked, last_words=last_words)
