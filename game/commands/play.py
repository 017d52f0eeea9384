"""`play`: a talk with a customer, kept pick by pick."""

import argparse
import os
import sys

from game import library
from game.commands.asked import Refused, entry, persona, rulebook
from game.commands.stored import opened, refusal
from game.course.troubles import StoreTrouble
from game.i18n import Words
from game.notebook import Notebook
from game.terminal import Session
from game.terminal import run as play_in_terminal


def run(options: argparse.Namespace, words: Words) -> int:
    """Play until the trainee has had enough; the exit code is the shell's."""
    try:
        return _run(options, words)
    except StoreTrouble as trouble:
        return refusal(trouble, words).tell(False)
    except Refused as refused:
        return refused.tell(False)


def _run(options: argparse.Namespace, words: Words) -> int:
    chosen = None if options.scenario is None else entry(options.scenario, words)
    if chosen is not None and options.persona is not None:
        persona(chosen, options.persona, words)
    book, overlay = rulebook(options.rulebook, words)
    shelf, problems = library.shelf()
    wrong = [one.told(words.language) for one in problems if one.level == "error"]
    notices = [words("play.shelf_problem", problem=one) for one in wrong]
    if not options.terminal:
        notices.append(words("play.no_window"))
    with opened(words) as (store, from_store):
        session = Session(
            library=shelf,
            notebook=Notebook(store, options.trainee, book, overlay),
            language=words.language,
            plain=options.plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb",
            rulebook=book,
            chosen=chosen,
            persona=options.persona,
            mode=options.mode,
            seed=options.seed,
            trainee=options.trainee,
            notices=(*from_store, *notices),
            piped=not sys.stdin.isatty(),
        )
        return play_in_terminal(session)
