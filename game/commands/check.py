"""`check`: all problems and smells of scenarios, courses and rulebooks, and the proof of each sound scenario."""

import argparse
from pathlib import Path
from typing import Any, Final

from game import library
from game.commands import fix_words, mistaken
from game.commands.asked import as_json, misuse, print_json
from game.commands.exams import Chances, chances
from game.commands.page import alike, page, rows
from game.commands.proofs import Proved, prove_all
from game.commands.subjects import Inspection
from game.i18n import Words
from game.library import NotFound
from game.proof.evidence import Evidence
from game.proof.smelling import smell
from game.proof.unseen import unseen
from game.proof.view import View
from game.scenario import Problem

MANY: Final = 3
"""Of more files than that each proof is told on one line."""


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the problems of all files that are named; exit code 1 if there are errors, with --strict also warnings."""
    tables = filter(None, (mistaken.table(Path(name), words) for name in options.paths))
    if (first := next(tables, None)) is not None:
        return misuse(first).tell(options.json)
    if options.fix_words:
        return fix_words.run(options, words)
    inspection = Inspection()
    try:
        inspection.paths(library.named(options.paths))
    except NotFound as error:
        near = words("error.near", name=error.near) if error.near else ""
        return misuse(words("error.no_subject", name=error.name) + near).tell(options.json)
    if not inspection.count and not inspection.problems:
        return misuse(words("error.no_yaml", name=words.list(f"“{name}”" for name in options.paths))).tell(options.json)
    proved = prove_all(inspection.subjects, words)
    problems = told(inspection.problems, proved)
    courses = chances(inspection.exams, proved)
    if options.sarif:
        _print_sarif(problems, words)
    elif options.json:
        _print_json(problems, proved, courses, words)
    else:
        for problem in problems:
            print(problem.told(words.language))
        _print_proofs(proved, options.verbose, words)
        for course in courses:
            print("\n".join([*course.lines(words), ""]))
        _print_sum(problems, inspection.count, proved, words)
    levels = {"error", "warning"} if options.strict else {"error"}
    return 1 if any(problem.level in levels for problem in problems) else 0


def told(problems: list[Problem], proved: list[Proved]) -> list[Problem]:
    """Return the problems together with what smells, each once, by file in the order in which the files were met."""
    found = list(problems)
    for subject, evidence in proved:
        terms, entry = subject.terms, subject.entry
        marks = (terms.rulebook, terms.weights, subject.passing)
        view = View(entry.scenario, evidence, subject.graded, *marks, subject.assigned)
        found += smell(view, entry.source, entry.path)
    files = {problem.file: place for place, problem in reversed(list(enumerate(found)))}
    once = {(problem.file, problem.line, problem.column, problem.told("en")): problem for problem in found}
    return sorted(once.values(), key=lambda problem: (files[problem.file], problem.line, problem.column))


def _print_json(problems: list[Problem], proved: list[Proved], courses: list[Chances], words: Words) -> None:
    proofs = [_document(evidence) for one in proved for evidence in one.evidence]
    found = {"problems": [as_json(problem, words.language) for problem in problems], "proofs": proofs}
    print_json(found | ({"courses": [one.document() for one in courses]} if courses else {}))


def _document(evidence: Evidence) -> dict[str, Any]:
    """Return a proof as plain data, with the smells that were not looked for in all of its plays, if there are any."""
    found, missing = evidence.proof.document(), unseen(evidence)
    return found | ({"smells_unseen": list(missing)} if missing else {})


def _print_sarif(problems: list[Problem], words: Words) -> None:
    from game.cli import __version__
    from game.report.sarif import catalogue, sarif

    print_json(sarif(problems, catalogue(), __version__, words.language))


def _print_proofs(proved: list[Proved], verbose: bool, words: Words) -> None:
    """Print the proofs: a page for each customer, of very many files a line."""
    proofs = [(one.subject.entry, evidence.proof) for one in proved for evidence in one.evidence]
    if len(proved) > MANY and not verbose:
        lines = [*rows(proofs, words), words("check.verbose")]
    else:
        twins = alike([entry for entry, _ in proofs], words)
        lines = [line for entry, proof in proofs for line in page(entry, proof, words, twins)]
    if lines:
        print("\n".join([*lines, ""]))


def _print_sum(problems: list[Problem], count: int, proved: list[Proved], words: Words) -> None:
    """Print the sum, the last line and so the one that is seen, and of which files not all is known."""
    errors, warnings = (sum(problem.level == level for problem in problems) for level in ("error", "warning"))
    told = [words("check.sum", files=count, errors=errors, warnings=warnings)]
    partial = dict.fromkeys(one.subject.entry.path for one in proved if not one.whole)
    if partial:
        codes = sorted({code for one in proved for evidence in one.evidence for code in unseen(evidence)})
        told.append(words("check.partial", files=words.list(partial), smells=words.list(codes)))
    some = dict.fromkeys(one.subject.entry.path for one in proved if not one.everybody)
    everybody = {one.subject.entry.path for one in proved if one.everybody}
    if alone := [path for path in some if path not in everybody]:
        told.append(words("check.assigned", files=words.list(alone)))
    print(("" if words.language == "zh" else " ").join(told))
