"""A whole scenario to change in one place, and what reading it then says."""

from pathlib import Path
from typing import Final

from game.scenario import Problem, Scenario, read

ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLE: Final = (ROOT / "docs" / "examples" / "heating-cold-flat.yaml").read_text(encoding="utf-8")
SMALL: Final = """\
format: 1
id: small
title: 小事一桩
domain: other
languages: [zh]
brief: 没什么要说的。
customer:
  name: 何先生
  expects:
    service: {}
beats:
  one:
    says: 您好。
    responses:
      hello:
        say: 您好，请坐。
        then: end
endings:
  end: {}
"""
"""Nothing but what a scenario must have."""


def changed(*pairs: tuple[str, str], text: str = EXAMPLE) -> str:
    """The example with each first text of a pair, which it must hold, replaced once by the second."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def loaded(text: str) -> Scenario:
    """The scenario in a text that has no error."""
    scenario, problems = read(text.encode(), "case.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    return scenario


def told(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of all that is wrong, by line."""
    return [(problem.code, problem.line, problem.column) for problem in found(text)]


def codes(text: str | bytes) -> list[str]:
    """The codes of all that is wrong, by line."""
    return [problem.code for problem in found(text)]


def found(text: str | bytes) -> tuple[Problem, ...]:
    """All that is wrong. A scenario with an error is never handed out."""
    raw = text.encode() if isinstance(text, str) else text
    scenario, problems = read(raw, "case.yaml")
    assert (scenario is None) == any(problem.level == "error" for problem in problems)
    return problems


def one(text: str | bytes) -> Problem:
    """The only thing that is wrong."""
    problems = found(text)
    assert len(problems) == 1, [problem.told("en") for problem in problems]
    return problems[0]


def marked(*pairs: tuple[str, str], text: str = EXAMPLE) -> tuple[str, tuple[int, int]]:
    """The changed example and the line and column, from 1, at which a `§` stood in it; the mark itself is gone."""
    before, mark, after = changed(*pairs, text=text).partition("§")
    assert mark
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))
