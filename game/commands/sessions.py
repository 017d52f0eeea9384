"""What is played with, made of what the command was given: the shelf, the store, the rulebook, the scenario chosen."""

import argparse
import os
import sys
from contextlib import ExitStack

from msgspec import Struct

from game import library
from game.commands.asked import Refused, entry, persona, rulebook
from game.commands.stored import opened, refusal, told
from game.course.store import Store, StoreTrouble, open_store
from game.engine import Rulebook
from game.i18n import Words
from game.library import Entry
from game.notebook import Notebook
from game.session import Session


class Asked(Struct, frozen=True):
    """What the command names: the scenario, None for the library, and the rulebook with the bytes of its overlay."""

    chosen: Entry | None
    rulebook: Rulebook
    overlay: bytes | None


def asked_for(options: argparse.Namespace, words: Words) -> Asked:
    """Return what the command names. Refused where a file or a persona is not there, or has errors."""
    chosen = None if options.scenario is None else entry(options.scenario, words)
    if chosen is not None and options.persona is not None:
        persona(chosen, options.persona, words)
    book, overlay = rulebook(options.rulebook, words)
    return Asked(chosen, book, overlay)


def in_terminal(options: argparse.Namespace, words: Words, notices: tuple[str, ...]) -> int:
    """Play in the terminal; the exit code is the shell's."""
    from game.terminal import run as play

    try:
        asked = asked_for(options, words)
        with opened(words) as (store, found):
            return play(_session(options, words, asked, store, (*found, *notices)))
    except StoreTrouble as trouble:
        return refusal(trouble, words).tell(False)
    except Refused as refused:
        return refused.tell(False)


def for_window(options: argparse.Namespace, words: Words, asked: Asked, stack: ExitStack) -> Session:
    """Return the session of a window. The store is closed with the stack. Raises `StoreTrouble`."""
    store = stack.enter_context(open_store())
    return _session(options, words, asked, store, tuple(told(notice, words) for notice in store.notices))


def _session(
    options: argparse.Namespace, words: Words, asked: Asked, store: Store, notices: tuple[str, ...]
) -> Session:  # fmt: skip
    shelf, problems = library.shelf()
    wrong = [one.told(words.language) for one in problems if one.level == "error"]
    return Session(
        library=shelf,
        notebook=Notebook(store, options.trainee, asked.rulebook, asked.overlay),
        language=words.language,
        plain=options.plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb",
        rulebook=asked.rulebook,
        chosen=asked.chosen,
        persona=options.persona,
        mode=options.mode,
        seed=options.seed,
        trainee=options.trainee,
        notices=(*(words("play.shelf_problem", problem=one) for one in wrong), *notices),
        room=options.room,
        piped=sys.stdin is not None and not sys.stdin.isatty(),
    )
