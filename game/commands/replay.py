"""`replay`: the debrief of a stored attempt, computed again from its picks."""

import argparse

from game.commands.asked import Refused, print_json
from game.commands.score import document
from game.commands.stored import opened
from game.i18n import Words
from game.notebook import replayed
from game.terminal import debrief


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the debrief of the attempt whose id begins with what was given."""
    try:
        return _run(options, words)
    except Refused as refused:
        return refused.tell(options.json)


def _run(options: argparse.Namespace, words: Words) -> int:
    with opened(words) as (store, _):
        try:
            attempt = store.attempt(options.attempt)
        except KeyError:
            message = words("error.no_attempt", name=options.attempt)
            raise Refused(1, {"error": {"message": message}}, [message]) from None
        found = replayed(store, attempt)
    if found is None:
        message = words("error.no_fit", name=attempt.id)
        raise Refused(1, {"error": {"message": message}}, [message])
    entry, play = found
    if options.json:
        answers = attempt.answers
        print_json(
            {
                **document(entry, play),
                "attempt": attempt.id,
                "mode": attempt.mode,
                "seed": attempt.seed,
                "trainee": attempt.trainee,
                "started": attempt.started.isoformat(),
                "ended": attempt.ended.isoformat() if attempt.ended is not None else None,
                "milliseconds": [pick.milliseconds for pick in attempt.picks],
                "answers": None
                if answers is None
                else {"turning_point": answers.turning_point, "guess": answers.guess, "next_time": answers.next_time},
            }
        )
        return 0
    guess = attempt.answers
    debrief(entry, play, attempt.mode, guess, words.language, options.plain)
    return 0
