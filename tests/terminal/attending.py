"""A course taken in the terminal by tests: somebody types, or lets time pass by all clocks."""

import io
from collections.abc import Sequence
from typing import Any

import pytest

from game import terminal
from game.session import Session
from game.terminal import sitting
from game.terminal.keyboard import EndOfInput, Tick, TimeUp
from tests.course.lessons import Room
from tests.terminal.room import Typist

EXAM: dict[str, Any] = {"mode": "exam", "minutes": 15, "attempts": {"allowed": 2}}
QUESTIONS = ("the baby", "80", "the same")
Typed = str | float | Exception


class Unhurried(Typist):
    """Someone who types lines, or lets so many seconds pass by all clocks before the next one."""

    def __init__(self, room: Room, lines: Sequence[Typed], screen: io.StringIO) -> None:
        super().__init__([], screen)
        self.room = room
        self.said = list(lines)

    def line(self, seconds: float | None = None, tick: Tick | None = None) -> str:
        while self.said:
            said = self.said.pop(0)
            if isinstance(said, Exception):
                raise said
            if isinstance(said, str):
                self.screen.write(f"{said}\n")
                return said
            self.room.clock.pass_(said if seconds is None else min(said, seconds))
            if seconds is not None:
                seconds -= said
                if seconds <= 0:
                    raise TimeUp
                if tick is not None:
                    tick(seconds)
        raise EndOfInput


def attend(
    patch: pytest.MonkeyPatch,
    room: Room,
    *lines: Typed,
    language: str = "en",
    plain: bool = True,
    piped: bool = False,
    trainee: str = "",
) -> tuple[int, str]:
    """Take the course with these lines typed, or piped; return the exit code and all that was printed."""
    session = Session(
        library=room.programme.tasks,
        notebook=room.room.book,
        language=language,
        plain=plain,
        rulebook=room.programme.rulebook,
        trainee=trainee,
        piped=piped,
        course=room.room,
    )
    screen = io.StringIO()
    typist = Unhurried(room, lines, screen)
    with patch.context() as inner:
        inner.setattr("sys.stdout", screen)
        inner.setenv("COLUMNS", "80")
        inner.setattr("game.terminal.time_limit.time", room.clock)
        inner.setattr("game.terminal.patience.time", room.clock)
        inner.setattr("game.terminal.talk.time", room.clock)
        if piped:
            inner.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        else:
            inner.setattr(sitting, "keyboard", lambda stream, piped: typist)
        return terminal.run(session), screen.getvalue()
