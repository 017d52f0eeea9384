"""Play in a terminal: library, customer's file, talk, debrief. `run` plays, `debrief` shows a stored play."""

from typing import TYPE_CHECKING

from game.session import Answers, Entry, Mode, Notebook, Session, Unfinished

if TYPE_CHECKING:
    from rich.console import Console

    from game.engine import Play, Weights

__all__ = ["Answers", "Entry", "Mode", "Notebook", "Session", "Unfinished", "debrief", "run"]


def run(session: Session) -> int:
    """Play until the trainee leaves; return the exit code: 0, or 1 where piped input picks what is not on offer."""
    from game.terminal.sitting import sit

    return sit(session)


def debrief(
    entry: Entry,
    play: "Play",
    mode: Mode,
    answers: Answers | None,
    language: str,
    plain: bool,
    console: "Console | None" = None,
    weights: "Weights | None" = None,
) -> None:
    """Print the debrief of a play, or of as much of it as there was; by default on standard output.

    `weights` are a course's, without them the standard ones.
    """
    from game.report.debrief import STANDARD
    from game.terminal.sitting import show_debrief

    show_debrief(entry, play, mode, answers, language, plain, console, weights or STANDARD)
