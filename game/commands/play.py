"""`play`: a talk with a customer, kept pick by pick; in a window, or in the terminal where there is no display."""

import argparse
import os
import stat
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from game.desktop import NoWindow
from game.desktop import run as play_in_window
from game.i18n import Words
from game.places import home

if TYPE_CHECKING:
    from game.scenario import Text
    from game.session import Session

LONGEST_WAIT: Final = 5.0
"""So many seconds a window that is closed waits for a store that is just being opened."""


def run(options: argparse.Namespace, words: Words) -> int:
    """Play until the trainee has had enough; the exit code is the shell's."""
    if options.room and (options.terminal or options.plain or options.mode == "exam"):
        from game.commands.asked import misuse

        return misuse(words("play.room_exam" if options.mode == "exam" else "play.room_window")).tell(False)
    if options.terminal or options.plain or (is_piped() and not options.room):
        return _in_terminal(options, words)
    try:
        return _in_window(options, words)
    except NoWindow as trouble:
        told = words(f"play.{trouble.trouble}", detail=trouble.told)
        lost = trouble.trouble == "lost-display"
    if lost:  # where nothing can be seen any more, nobody wants to go on at once
        print(told, file=sys.stderr)
        return 1
    if options.room:
        print(told, words("play.room_window"), sep="\n", file=sys.stderr)
        return 1
    return _in_terminal(options, words, told)


def is_piped() -> bool:
    """Return whether picks come through a pipe or from a file; what a desktop starts the game with is neither."""
    if sys.stdin is None:  # a desktop on Windows gives no input at all
        return False
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):  # another program has put something else in its place
        return True
    return stat.S_ISFIFO(kind) or stat.S_ISREG(kind) or stat.S_ISSOCK(kind)


def _in_terminal(options: argparse.Namespace, words: Words, *notices: str) -> int:
    from game.commands.sessions import in_terminal

    return in_terminal(options, words, notices)


def _in_window(options: argparse.Namespace, words: Words) -> int:
    """Play in a window: the session is opened beside its first screen, and closed when the window is."""
    asked = None
    if options.scenario is not None or options.rulebook is not None:
        from game.commands.asked import Refused
        from game.commands.sessions import asked_for

        try:
            asked = asked_for(options, words)  # what is wrong with a file is said before any window opens
        except Refused as refused:
            return refused.tell(False)

    def session(stack: ExitStack) -> "Session":
        from game.commands.sessions import asked_for, for_window

        return for_window(options, words, asked or asked_for(options, words), stack)

    return windowed(session, words, asked=options.lang is not None, room=options.room)


def windowed(
    session: "Callable[[ExitStack], Session]", words: Words, *,
    asked: bool, room: bool = False, course: "Text | None" = None,
) -> int:  # fmt: skip
    """Play in a window with the session that is made beside its first screen; what the session opens on the stack is
    closed when the window is. `asked`: the language was asked for; `course` is a course's title. Raises `NoWindow`."""
    opening = threading.Lock()
    with ExitStack() as stack:

        def fetch() -> "Session":
            with opening:
                return session(stack)

        last_words = words("play.lost-display")
        try:
            return play_in_window(
                fetch, home(), words.language, asked=asked, last_words=last_words, room=room, course=course
            )
        finally:
            opening.acquire(timeout=LONGEST_WAIT)
