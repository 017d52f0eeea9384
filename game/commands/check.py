"""`check`: all problems of scenarios and rulebooks, of all files in one go, and the proof of those that are sound."""

import argparse
import sys
from pathlib import Path

from game import library
from game.commands.asked import as_json, misuse, print_json
from game.commands.proofs import page, prove_all
from game.engine import is_rulebook, read_rulebook, standard
from game.i18n import Words
from game.library import Entry, NotFound
from game.scenario import Problem, read


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the problems of all files that are named; exit code 1 if there are errors, with --strict also warnings."""
    problems: list[Problem] = []
    sound: list[Entry] = []
    count = 0
    try:
        for path in library.files(options.paths):
            count += 1
            found, told = look_over(path)
            problems += told
            sound += [] if found is None else [found]
    except NotFound as error:
        return misuse(words("error.no_file", name=error.name)).tell(options.json)
    except OSError as error:
        name, reason = error.filename, error.strerror or error
        return misuse(words("error.unreadable", name=name, reason=reason)).tell(options.json)
    if not count:
        return misuse(words("error.no_yaml", name=words.list(options.paths))).tell(options.json)
    if not options.json:
        _tell(problems, count, words)
    proved = prove_all(sound)
    if options.json:
        told_problems = [as_json(problem, words.language) for problem in problems]
        print_json({"problems": told_problems, "proofs": [proof.document() for _, proof in proved]})
    else:
        for entry, proof in proved:
            print("\n".join(page(entry, proof, words)))
    bad = any(problem.level == "error" or options.strict for problem in problems)
    return 1 if bad else 0


def look_over(path: Path) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Return the scenario of a file, None for a rulebook or one with errors, and all problems of the file."""
    source = path.read_bytes()
    if is_rulebook(source):
        return None, read_rulebook(source, str(path), standard())[1]
    scenario, problems = read(source, str(path))
    return (None if scenario is None else Entry(scenario, source, str(path))), problems


def _tell(problems: list[Problem], count: int, words: Words) -> None:
    for problem in problems:
        print(problem.told(words.language))
    errors = sum(problem.level == "error" for problem in problems)
    told = words("check.sum", files=count, errors=errors, warnings=len(problems) - errors)
    print(told, file=sys.stderr if problems else sys.stdout)
