"""`preview`: a scenario file played while it is being written; in a window, or in the terminal where there is none."""

import argparse
import os
import sys

from game import library
from game.commands import mistaken
from game.commands.asked import Refused, misuse, persona, reason
from game.commands.play import is_piped
from game.desktop import NoWindow
from game.desktop import preview as preview_in_window
from game.draft import Draft
from game.i18n import Words
from game.library import NotFound
from game.places import home
from game.session import drawn


def run(options: argparse.Namespace, words: Words) -> int:
    """Play a file while it is being written; exit code 0, 1 where piped input asks for what is not there."""
    try:
        path = library.find(options.scenario)
        if (told := mistaken.other(path, words)) is not None:
            raise misuse(told)
        _know_persona(options, words)
    except NotFound as error:
        near = words("error.near", name=error.near) if error.near else ""
        return misuse(words("error.no_scenario", name=error.name) + near).tell(False)
    except OSError as error:
        return misuse(words("error.unreadable", name=options.scenario, reason=reason(error, words))).tell(False)
    except Refused as refused:
        return refused.tell(False)
    unread = Draft(str(path), drawn(options.seed), options.persona)
    if options.terminal or options.plain or is_piped():
        return _in_terminal(options, unread, words)
    try:
        asked = options.lang is not None
        return preview_in_window(unread, home(), words.language, asked=asked, last_words=words("preview.lost"))
    except NoWindow as trouble:
        if trouble.trouble == "lost-display":
            print(words("preview.lost"), file=sys.stderr)
            return 1
        told = words(f"play.{trouble.trouble}", detail=trouble.told)
    return _in_terminal(options, unread, words, told)


def _in_terminal(options: argparse.Namespace, unread: Draft, words: Words, notice: str = "") -> int:
    from game.terminal.preview import preview

    plain = options.plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb"
    return preview(unread, words.language, plain, notice)


def _know_persona(options: argparse.Namespace, words: Words) -> None:
    """Refused if a persona is named that a sound file has not; a file with errors may still come to have it."""
    if options.persona is None:
        return
    try:
        entry, _ = library.load(library.find(options.scenario))
    except OSError:
        return
    if entry is not None:
        persona(entry, options.persona, words)
