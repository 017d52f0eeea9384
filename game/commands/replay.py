"""`replay`: the debrief of a stored attempt, computed again from its picks."""

import argparse
from pathlib import Path
from typing import Any, Final

from game.commands.asked import Refused, misuse, print_json
from game.commands.enrolled import weights_of
from game.commands.graph import put
from game.commands.score import document
from game.commands.stored import opened
from game.course.attempt import Attempt
from game.engine import Play, Weights
from game.i18n import Words
from game.library import Entry
from game.notebook import replayed
from game.terminal import debrief

ENDINGS: Final = (".html", ".htm")


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
        weights = weights_of(store, attempt, words)
    if found is None:
        message = words("error.no_fit", name=attempt.id)
        raise Refused(1, {"error": {"message": message}}, [message])
    entry, play = found
    if options.output is not None:
        return _page(options.output, attempt, play, words, weights)
    if options.json:
        print_json(_document(entry, play, attempt, weights))
        return 0
    guess = attempt.answers
    debrief(entry, play, attempt.mode, guess, words.language, options.plain, weights=weights)
    return 0


def _document(entry: Entry, play: Play, attempt: Attempt, weights: Weights) -> dict[str, Any]:
    """Return the score of an attempt and all else that is kept with it, for --json."""
    answers = attempt.answers
    return {
        **document(entry, play, weights),
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


def _page(output: str, attempt: Attempt, play: Play, words: Words, weights: Weights) -> int:
    """Write the debrief as a page into a file; one that is there is replaced whole or not at all."""
    # What the page is made with is slow to import, and only this needs it.
    from game.report.assigned import moment
    from game.report.debrief import costs, debrief, efficiency
    from game.report.debrief.web import page

    path = Path(output)
    if path.suffix.lower() not in ENDINGS:
        raise misuse(words("replay.ending", name=output, known=words.list(ENDINGS)))
    told = debrief(words, play, attempt.mode, attempt.answers, weights)
    thought = [pick.milliseconds for pick in attempt.picks]
    pace = efficiency(words, play, thought, weights, repeated=attempt.repeated)
    lost = costs(words, play, weights)
    whole = page(words, told, lost, pace, trainee=attempt.trainee, when=moment(attempt.started))
    put(path, whole, words)
    print(words("replay.done", path=path))
    return 0
