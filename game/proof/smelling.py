"""What a smell is, and how what is found becomes problems."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from msgspec import Struct

from game.proof import smells
from game.proof.view import Finding, View
from game.scenario import Problem, Text, Whereabouts, nearest
from game.scenario.diagnostics import DIAGNOSTICS, Diagnostic
from game.scenario.problem import WRITTEN, keyed


class Smell(Struct, frozen=True):
    """A rule about scenarios: what it says when it finds something, and why that matters to those who play."""

    code: str
    says: Diagnostic
    why: Text
    find: Callable[[View], Iterator[Finding]]


def _all() -> dict[str, Smell]:
    """Return every smell by its code, which is the name of its file."""
    found = {}
    for module in sorted(iter_modules(smells.__path__), key=lambda one: one.name):
        rule = import_module(f"{smells.__name__}.{module.name}")
        code = module.name.replace("_", "-")
        found[code] = Smell(code, rule.SAYS, rule.WHY, rule.find)
    return found


SMELLS: Final = _all()

UNKNOWN: Final = Diagnostic(
    "warning",
    Text("没有叫“{value}”的疑点。", "There is no smell “{value}”."),
    Text("改正拼写；疑点表在文档里。", "Correct it; the documentation lists the smells."),
)
NO_SMELL: Final = Diagnostic(
    "warning",
    Text("“{value}”是问题，不是疑点，不能放行。", "“{value}” is a problem and no smell; it cannot be allowed."),
    Text(
        "照提示改好它，再把它从“{~allow}”里删掉。",
        "Mend it where it is told, and take it out of `{~allow}`.",
    ),
)
ALLOWED: Final = Diagnostic(
    "note",
    Text(
        "“{value}”没有报（{count} 处），作者的理由：{reason}",
        "“{value}” is not told ({count} found); the author's reason: {reason}",
    ),
    Text("理由不再成立时，把它从“{~allow}”里删掉。", "Take it out of `{~allow}` when the reason no longer holds."),
)
IDLE: Final = Diagnostic(
    "warning",
    Text("已经没有“{value}”这个疑点了。", "“{value}” is allowed, but there is nothing left to allow."),
    Text("把它从“{~allow}”里删掉。", "Take it out of `{~allow}`."),
)


def smell(view: View, source: bytes, file: str) -> tuple[Problem, ...]:
    """Return what smells in a scenario, by line; a smell that the scenario allows is told once, with the reason.

    That one is allowed for nothing is said only where all plays of all personas were looked at.
    """
    places, allowed = Whereabouts(source), view.scenario.allow
    found: list[Problem] = []
    for code, rule in SMELLS.items():
        met = list(rule.find(view))
        if code in allowed and not met and not view.whole:
            continue
        if code in allowed:
            found.append(_allowed(code, len(met), allowed[code], file, places))
        else:
            found += [_problem(code, one, file, places) for one in met]
    for code in allowed.keys() - SMELLS.keys():
        says = NO_SMELL if code in DIAGNOSTICS else UNKNOWN
        near = nearest(code, SMELLS) if says is UNKNOWN else ""
        words = {"value": code, "nearest": near, WRITTEN: places.language}
        found.append(Problem(file, *places.place(("allow", code)), "unknown-smell", words, says))
    return tuple(sorted(found, key=lambda one: (one.line, one.column, one.code)))


def _problem(code: str, one: Finding, file: str, places: Whereabouts) -> Problem:
    """Return what is told of a finding, keys as the file writes its own."""
    language = places.language
    words = {name: keyed(word, language) for name, word in one.words.items()} | {WRITTEN: language}
    return Problem(file, *places.place(one.path), code, words, SMELLS[code].says)


def _allowed(code: str, count: int, reason: Text, file: str, places: Whereabouts) -> Problem:
    """Return what is told of a smell that the scenario allows."""
    words = {"value": code, "count": str(count), "reason.zh": reason.told("zh"), "reason.en": reason.told("en")}
    words[WRITTEN] = places.language
    own, says = ("smell-allowed", ALLOWED) if count else ("smell-gone", IDLE)
    return Problem(file, *places.place(("allow", code)), own, words, says)
