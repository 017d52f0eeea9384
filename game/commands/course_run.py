"""`course run`: a course for its trainees to take; in a window, or in the terminal where there is no display."""

import argparse
import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import programmes
from game.commands.asked import Refused, misuse
from game.commands.play import is_piped, windowed
from game.course.roster import LONGEST_ID
from game.desktop import NoWindow
from game.i18n import Words

if TYPE_CHECKING:
    from game.classroom import Classroom
    from game.course.store import Store
    from game.course.tasks import Programme
    from game.session import Session


def run(options: argparse.Namespace, words: Words) -> int:
    """Let trainees take the course until they leave; the exit code is the shell's, or that of what is wrong with it."""
    try:
        programme = programmes.course(options.course, words)
        _look_over(options, programme, words)
    except Refused as refused:
        return refused.tell(False)
    if options.terminal or options.plain or is_piped():
        return _in_terminal(options, programme, words)
    try:
        return _in_window(options, programme, words)
    except NoWindow as trouble:
        told = words(f"play.{trouble.trouble}", detail=trouble.told)
        if trouble.trouble == "lost-display":
            print(told, file=sys.stderr)
            return 1
    return _in_terminal(options, programme, words, told)


def _look_over(options: argparse.Namespace, programme: "Programme", words: Words) -> None:
    """Refuse what can be seen to be wrong before anything opens."""
    who = options.trainee.strip()
    if who and programme.roster is not None and programme.listed(who) is None:
        raise misuse(words("course.enter.unknown", who=who))
    if programme.roster is None and len(who) > LONGEST_ID:
        raise misuse(words("course.enter.long"))
    if options.exports is not None and Path(options.exports).exists() and not Path(options.exports).is_dir():
        raise misuse(words("course.exports_no_folder", name=options.exports))


def _in_terminal(options: argparse.Namespace, programme: "Programme", words: Words, *notices: str) -> int:
    from game.commands.stored import opened, refusal
    from game.course.store import StoreTrouble
    from game.terminal import run as play

    try:
        with opened(words) as (store, found), ExitStack() as stack:
            return play(_session(options, programme, words, store, (*found, *notices), stack))
    except StoreTrouble as trouble:
        return refusal(trouble, words).tell(False)
    except Refused as refused:
        return refused.tell(False)


def _in_window(options: argparse.Namespace, programme: "Programme", words: Words) -> int:
    """Play in a window: store and session are opened beside its first screen."""

    def session(stack: ExitStack) -> "Session":
        from game.commands.stored import told
        from game.course.store import open_store

        store = stack.enter_context(open_store())
        notices = tuple(told(notice, words) for notice in store.notices)
        return _session(options, programme, words, store, notices, stack)

    return windowed(session, words, asked=options.lang is not None, course=programme.course.title)


def _session(
    options: argparse.Namespace, programme: "Programme", words: Words, store: "Store", notices: tuple[str, ...],
    stack: ExitStack,
) -> "Session":  # fmt: skip
    """Return the session of a course. Whoever is in when the stack is left goes out before the store is closed."""
    from game.classroom import Classroom
    from game.session import Session

    room = Classroom(store, programme, None if options.exports is None else Path(options.exports))
    stack.callback(_go_out, room)
    return Session(
        library=programme.tasks,
        notebook=room.book,
        language=words.language,
        plain=options.plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb",
        rulebook=programme.rulebook,
        trainee=options.trainee.strip(),
        notices=notices,
        piped=sys.stdin is not None and not sys.stdin.isatty(),
        course=room,
    )


def _go_out(room: "Classroom") -> None:
    """Let out whoever is in; where the store can no longer be reached, files are written when they come in again."""
    from game.course.database.troubles import StoreTrouble

    with suppress(StoreTrouble):
        room.go_out()
