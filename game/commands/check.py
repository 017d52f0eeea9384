"""`check`: all problems of scenarios and rulebooks, of all files in one go."""

import argparse
import sys
from pathlib import Path

from game import library
from game.commands.asked import as_json, misuse, print_json
from game.engine import is_rulebook, read_rulebook, standard
from game.i18n import Words
from game.library import NotFound
from game.scenario import Problem, read


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the problems of all files that are named; exit code 1 if there are errors, with --strict also warnings."""
    problems: list[Problem] = []
    count = 0
    try:
        for path in library.files(options.paths):
            count += 1
            problems += problems_of(path)
    except NotFound as error:
        return misuse(words("error.no_file", name=error.name)).tell(options.json)
    except OSError as error:
        name, reason = error.filename, error.strerror or error
        return misuse(words("error.unreadable", name=name, reason=reason)).tell(options.json)
    if not count:
        return misuse(words("error.no_yaml", name=words.list(options.paths))).tell(options.json)
    if options.json:
        print_json({"problems": [as_json(problem, words.language) for problem in problems], "proofs": []})
    else:
        _tell(problems, count, words)
    bad = any(problem.level == "error" or options.strict for problem in problems)
    return 1 if bad else 0


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return all problems of one file, a scenario's or a rulebook's."""
    source = path.read_bytes()
    if is_rulebook(source):
        return read_rulebook(source, str(path), standard())[1]
    return read(source, str(path))[1]


def _tell(problems: list[Problem], count: int, words: Words) -> None:
    for problem in problems:
        print(problem.told(words.language))
    errors = sum(problem.level == "error" for problem in problems)
    told = words("check.sum", files=count, errors=errors, warnings=len(problems) - errors)
    print(told, file=sys.stderr if problems else sys.stdout)
