"""A small sound scenario to build faults into, and what is smelt in it, for the tests of single smells."""

from functools import cache
from pathlib import Path

from game.proof.gather import gather
from game.proof.smelling import smell
from game.proof.view import View
from game.scenario import Problem, read

ROOT = Path(__file__).resolve().parents[3]
SOUND = (ROOT / "docs" / "smells" / "no-note" / "good.yaml").read_text(encoding="utf-8")
"""Ms Chen's key card: four beats, a fact, two promises, an interrupt, three endings; nothing in it smells."""
FOREVER = (ROOT / "docs" / "smells" / "endless" / "bad.yaml").read_text(encoding="utf-8")
"""The same talk, with a phrase that can be repeated for ever."""


def changed(source: str, *changes: tuple[str, str]) -> str:
    """Return a file with pieces of it replaced; each piece must be there."""
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return source


@cache
def smelt(source: str, graded: bool = False) -> tuple[Problem, ...]:
    """Return all that smells in a scenario that has no errors, over all plays of all its customers."""
    scenario, problems = read(source.encode(), "talk.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    evidence = tuple(gather(scenario, persona.id) for persona in scenario.personas)
    return smell(View(scenario, evidence, graded), source.encode(), "talk.yaml")


def told(source: str, code: str, language: str = "en", graded: bool = False) -> list[str]:
    """Return the messages of one smell."""
    return [problem.message(language) for problem in smelt(source, graded) if problem.code == code]


def lines(source: str, code: str, graded: bool = False) -> list[str]:
    """Return the lines of the file at which one smell is told, from the place that is told on."""
    found = [problem for problem in smelt(source, graded) if problem.code == code]
    return [source.splitlines()[problem.line - 1][problem.column - 1 :] for problem in found]


def codes(source: str, graded: bool = False) -> set[str]:
    """Return the codes of all that smells."""
    return {problem.code for problem in smelt(source, graded)}
