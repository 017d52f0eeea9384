"""How well the smells find seeded faults. Run, it prints a line for each smell and one for each that goes wrong."""

import copy
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from game.proof.evidence import Evidence
from game.proof.gather import gather
from game.proof.smelling import SMELLS, smell
from game.proof.view import View
from game.scenario import Problem, Scenario, Whereabouts, read
from tests.proof.corpus import (
    choices,
    facts_and_promises,
    fairness,
    harmless,
    languages,
    phrases,
    reach,
    stops,
    strategies,
    tones,
    ways,
    wording,
)
from tests.proof.corpus.faults import FAULTS, Data, Fault, Place, Sign, good

THEMES: Final = (
    facts_and_promises,
    wording,
    phrases,
    tones,
    languages,
    reach,
    stops,
    fairness,
    choices,
    strategies,
    ways,
    harmless,
)
"""The modules that enter the faults, so that none is left out by not being imported."""
STRUCTURAL: Final = frozenset({"missing-language"})
"""Smells that are told as soon as the file is read."""
WORDS: Final = frozenset({"title", "brief", "say", "reply", "note", "why", "scale", "label", "name"})
"""Keys whose texts no play depends on."""


class Told(Struct, frozen=True):
    """One smell that was told, and its line."""

    code: str
    line: int
    words: str


class Result(Struct, frozen=True):
    """What came of one fault: which of its signs were found and missed, and what was told that is not so."""

    fault: Fault
    found: tuple[Sign, ...]
    missed: tuple[Sign, ...]
    false: tuple[Told, ...]


class Nose:
    """Smells at scenarios given as plain data; scenarios that differ in words only share their evidence."""

    def __init__(self) -> None:
        self._evidence: dict[str, tuple[Evidence, ...]] = {}

    def told(self, data: Data) -> tuple[Told, ...]:
        """Return all smells of a scenario; ValueError with its errors if it cannot be read."""
        source = written(data)
        scenario, problems = read(source, "seeded.yaml")
        if scenario is None:
            raise ValueError("\n".join(problem.told("en") for problem in problems if problem.level == "error"))
        smells = smell(View(scenario, self._seen(scenario, data), graded=True), source, "seeded.yaml")
        structural = [problem for problem in problems if problem.code in STRUCTURAL]
        return tuple(_told(problem) for problem in (*structural, *smells) if problem.code in SMELLS.keys() | STRUCTURAL)

    def _seen(self, scenario: Scenario, data: Data) -> tuple[Evidence, ...]:
        key = json.dumps(_wordless(data), sort_keys=True)
        if key not in self._evidence:
            self._evidence[key] = tuple(gather(scenario, persona.id) for persona in scenario.personas)
        return self._evidence[key]


def _told(problem: Problem) -> Told:
    return Told(problem.code, problem.line, problem.told("en"))


def _wordless(node: Any) -> Any:
    """Return plain data without the texts that no play depends on."""
    if isinstance(node, dict):
        return {key: _wordless(value) for key, value in node.items() if key not in WORDS}
    return [_wordless(value) for value in node] if isinstance(node, list) else node


def written(data: Data) -> bytes:
    """Return plain data as the bytes of a scenario file, one line for each key."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def lines(data: Data, source: bytes, place: Place) -> range:
    """Return the lines of all that stands at `place`, the whole file's for an empty one."""
    if not place:
        return range(1, source.count(b"\n") + 2)
    node: Any = data
    for step in place:
        node = node[step]
    start = Whereabouts(source).place(place)[0]
    return range(start, start + json.dumps(node, indent=1).count("\n") + 1)


def judged(fault: Fault, nose: Nose, goods: dict[str, Data], before: frozenset[str]) -> Result:
    """Return what came of one fault; `before` are the codes that the good scenario is told already."""
    data = fault.seeded(goods[fault.scenario])
    source = written(data)
    left = list(nose.told(data))
    found: list[Sign] = []
    missed: list[Sign] = []
    for sign in fault.signs:
        where = [lines(data, source, place) for place in sign.places]
        here = [one for one in left if one.code == sign.code and any(one.line in range_ for range_ in where)]
        left = [one for one in left if one not in here]
        (found if here else missed).append(sign)
    passed = fault.brings | before
    return Result(fault, tuple(found), tuple(missed), tuple(one for one in left if one.code not in passed))


class Measure(Struct, frozen=True):
    """The whole measure: what came of every fault, and what is told of the good scenarios."""

    results: tuple[Result, ...]
    good: dict[str, tuple[Told, ...]]

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Return for each smell how often it was seeded, found and told falsely."""
        seeded = Counter(sign.code for one in self.results for sign in one.fault.signs)
        found = Counter(sign.code for one in self.results for sign in one.found)
        false = Counter(told.code for one in self.results for told in one.false)
        false.update(told.code for all_told in self.good.values() for told in all_told)
        return {code: (seeded[code], found[code], false[code]) for code in sorted({*seeded, *false, *SMELLS})}

    @property
    def recall(self) -> float:
        """Of what was seeded, the share that was found."""
        counts = self.counts().values()
        return sum(one[1] for one in counts) / sum(one[0] for one in counts)

    @property
    def precision(self) -> float:
        """Of what was told, the share that had been seeded; what a fault brings along counts on neither side."""
        counts = self.counts().values()
        found = sum(one[1] for one in counts)
        return found / (found + sum(one[2] for one in counts))


def measure() -> Measure:
    """Return what the smells find in the good scenarios and in all seeded faults."""
    goods, nose = good(), Nose()
    clean = {id_: nose.told(copy.deepcopy(data)) for id_, data in goods.items()}
    before = {id_: frozenset(one.code for one in told) for id_, told in clean.items()}
    return Measure(tuple(judged(one, nose, goods, before[one.scenario]) for one in FAULTS), clean)


def table(found: Measure) -> Iterator[str]:
    """Return the measure for reading: a line a smell, the sums, then all that went wrong."""
    yield f"{'smell':26}{'seeded':>7}{'found':>7}{'missed':>7}{'false':>7}"
    for code, (seeded, hit, false) in found.counts().items():
        yield f"{code:26}{seeded:7}{hit:7}{seeded - hit:7}{false:7}"
    yield f"faults {len(found.results)}  precision {found.precision:.3f}  recall {found.recall:.3f}"
    for id_, told in found.good.items():
        yield from (f"good {id_}: {one.words}" for one in told)
    for one in found.results:
        yield from (f"missed {one.fault.scenario} {one.fault.name}: {sign.code} {sign.places}" for sign in one.missed)
        yield from (f"false  {one.fault.scenario} {one.fault.name}: {told.words}" for told in one.false)


if __name__ == "__main__":
    print("\n".join(table(measure())))
