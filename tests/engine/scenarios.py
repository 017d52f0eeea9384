"""Scenarios that nobody would write, and all that the format allows: whole files, drawn from a source of chance.

The source is a `random.Random`: a seeded one for long sweeps, Hypothesis's own for tests that shrink what they find.
"""

import json
from collections.abc import Sequence
from functools import partial
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from game.scenario import Scenario, read
from game.scenario.words import ACTS, BLOCKERS, EMPATHY, NVC

T = TypeVar("T")
Data = dict[str, Any]

COMPONENTS = ("service", "product", "price", "brand", "personal")
NEEDS = ("safety", "rest", "respect", "quiet")
BEAT_IDS = ("b1", "no", "1e3", "等一等", "b-5", "b_6")
RESPONSE_IDS = ("r1", "yes", "听", "4")
ENDING_IDS = ("e1", "e2", "lost")
BY = ("17:30", "周五 17:30", "2 小时内", {"zh": "今天", "en": "today"})
TAGS = (*EMPATHY, *NVC, *ACTS, *BLOCKERS)


def some(chance: Random, among: Sequence[T], most: int) -> list[T]:
    """Return none to `most` of some things, none twice."""
    return chance.sample(list(among), min(len(among), chance.randint(0, most)))


def often(chance: Random, tenths: int) -> bool:
    """Return true in about so many of ten cases."""
    return chance.randint(1, 10) <= tenths


class Draft:
    """One scenario while it is being drawn: first what there is, then what points at it."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.kind = often(chance, 5)
        """Whether the talk is one that can go well: few blockers, much that is delivered."""
        self.components = chance.sample(COMPONENTS, chance.randint(1, 5))
        self.facts = some(chance, ("f1", "f2", "f3"), 3)
        self.meters = some(chance, ("budget", "voice"), 2)
        self.personas = some(chance, ("calm", "furious", "怒"), 2)
        self.endings = chance.sample(ENDING_IDS, chance.randint(1, 3))
        self.beats = {beat: self.response_ids() for beat in chance.sample(BEAT_IDS, chance.randint(1, 6))}
        self.patient = {beat for beat in self.beats if often(chance, 4)}
        self.promises: dict[tuple[str, str], list[str]] = {}
        for beat, responses in self.beats.items():
            for response in responses:
                made = chance.choice((0, 0, 0, 1, 1, 2))
                self.promises[beat, response] = [f"p{len(self.promises)}{'abc'[place]}" for place in range(made)]
        self.promised = [id_ for made in self.promises.values() for id_ in made]
        self.picks = [f"{beat}/{response}" for beat, ids in self.beats.items() for response in ids]
        self.picks += [f"{beat}/silence" for beat in self.patient]

    def response_ids(self) -> list[str]:
        return self.chance.sample(RESPONSE_IDS, self.chance.randint(1, 4))

    def scenario(self) -> Data:
        """Return the whole file as plain data."""
        chance = self.chance
        data: Data = {
            "format": 1,
            "id": "drawn",
            "title": "drawn",
            "domain": "other",
            "brief": "drawn",
            "needs": {"quiet": "quiet"},
            "customer": self.customer(),
            "facts": {id_: id_ for id_ in self.facts},
            "meters": {id_: self.meter() for id_ in self.meters},
            "personas": {id_: self.persona() for id_ in self.personas},
            "interrupts": [self.interrupt() for _ in range(chance.choice((0, 0, 1, 2, 3)))],
            "beats": {id_: self.beat(id_) for id_ in self.beats},
            "endings": {id_: self.ending() for id_ in self.endings},
        }
        if often(chance, 3):
            data["start"] = chance.choice(list(self.beats))
        return data

    # Who the customer is

    def customer(self) -> Data:
        chance = self.chance
        data: Data = {"name": "Wang", "expects": {component: self.expectation() for component in self.components}}
        heavy = chance.choice(self.components)
        data["expects"][heavy]["weight"] = chance.randint(1, 10)
        self.maybe(data, "heat", 9, partial(chance.randint, 0, 10))
        self.maybe(data, "need", 8, partial(chance.choice, NEEDS))
        self.maybe(data, "fault", 8, partial(chance.choice, ("ours", "ours", "theirs", "nobody")))
        return data

    def expectation(self) -> Data:
        chance = self.chance
        data: Data = {}
        self.maybe(data, "weight", 8, partial(chance.choice, (0, 1, 2, 2, 3, 10)))
        self.maybe(data, "perceived", 9, partial(chance.randint, 0, 10))
        self.maybe(data, "can", 9, partial(chance.randint, 0, 10))
        if often(chance, 8):
            data["desired"] = chance.randint(1, 7 if self.kind else 10)
            data["adequate"] = chance.randint(0, data["desired"] - 1)
        return data

    def persona(self) -> Data:
        chance = self.chance
        data: Data = {"expects": {}}
        for component in some(chance, self.components, 3):
            over = self.expectation()
            if over.get("weight") == 0:
                over["weight"] = 1
            data["expects"][component] = over
        self.maybe(data, "heat", 8, partial(chance.randint, 0, 10))
        self.maybe(data, "need", 5, partial(chance.choice, NEEDS))
        self.maybe(data, "fault", 5, partial(chance.choice, ("ours", "theirs", "nobody")))
        return data

    def meter(self) -> Data:
        chance = self.chance
        low, high = chance.randint(-100, 0), chance.randint(0, 100)
        return {"start": chance.randint(low, high), "min": low, "max": high}

    def maybe(self, data: Data, key: str, tenths: int, value: Any) -> None:
        if often(self.chance, tenths):
            data[key] = value()

    # The talk

    def beat(self, id_: str) -> Data:
        data: Data = {"says": self.lines(id_), "responses": {}}
        if id_ in self.patient:
            data["patience"] = 30
        last = id_ == list(self.beats)[-1]
        for response in self.beats[id_]:
            data["responses"][response] = self.response(id_, response, last)
        return data

    def response(self, beat: str, id_: str, last: bool) -> Data:
        chance = self.chance
        data: Data = {"say": id_, "tags": self.tags()}
        if "need" in data["tags"] or often(chance, 1):
            data["names"] = chance.choice(NEEDS)
        self.maybe(data, "deliver", 5, partial(self.numbers, -1 if self.kind else -10, 5 if self.kind else 10))
        self.maybe(data, "extra", 2, lambda: {"about": chance.choice(self.components)})
        if self.promises[beat, id_]:
            data["promise"] = {promise: self.promise() for promise in self.promises[beat, id_]}
        self.maybe(data, "keeps", 4, lambda: some(chance, self.promised, 3))
        self.maybe(data, "breaks", 2, lambda: some(chance, self.promised, 3))
        self.maybe(data, "frame", 3, partial(self.numbers, 4, 9))
        if "frame" in data and often(chance, 5):
            data["tags"] += [tag for tag in ("reason", "option") if tag not in data["tags"]]
        self.maybe(data, "meters", 4, lambda: {id_: chance.randint(-120, 120) for id_ in self.meters})
        self.maybe(data, "heat", 2, partial(chance.randint, -10, 10))
        self.maybe(data, "learn", 3, lambda: some(chance, self.facts, 2))
        self.maybe(data, "reply", 4, partial(self.lines, f"{id_}!"))
        self.maybe(data, "if", 2, self.condition)
        self.maybe(data, "again", 3, lambda: True)
        if last or often(chance, 6):
            data["then"] = self.then()
        return data

    def tags(self) -> list[str]:
        chance = self.chance
        kinds = ((EMPATHY, 3, 5), (NVC, 4, 5), (ACTS, 5, 5), (BLOCKERS, 3, 1 if self.kind else 4))
        return [tag for kind, most, tenths in kinds if often(chance, tenths) for tag in some(chance, list(kind), most)]

    def numbers(self, low: int, high: int) -> dict[str, int]:
        return {component: self.chance.randint(low, high) for component in some(self.chance, self.components, 3)}

    def promise(self) -> Data:
        chance = self.chance
        data: Data = {"about": chance.choice(self.components), "level": chance.randint(0, 7 if self.kind else 10)}
        self.maybe(data, "by", 6, partial(chance.choice, BY))
        return data

    def lines(self, words: str) -> Any:
        if often(self.chance, 7):
            return words
        listed = [{"if": self.condition(), "says": f"{words} {place}"} for place in range(self.chance.randint(0, 2))]
        return [*listed, {"says": words}]

    def ending(self) -> Data:
        data: Data = {"lost": True} if often(self.chance, 1 if self.kind else 3) else {}
        self.maybe(data, "says", 8, partial(self.lines, "bye"))
        return data

    def interrupt(self) -> Data:
        return {"if": self.condition(), "to": self.target()}

    def target(self) -> str:
        return self.chance.choice(self.endings if often(self.chance, 2) else list(self.beats))

    def then(self) -> Any:
        def way() -> str:
            return "back" if often(self.chance, 2) else self.target()

        if often(self.chance, 7):
            return way()
        listed = [{"if": self.condition(), "to": way()} for _ in range(self.chance.randint(0, 2))]
        return [*listed, {"to": way()}]

    # Conditions

    def condition(self, depth: int = 0) -> Data:
        kinds = ["heat", "knows", "said", "promised", "kept", "need_known", "persona", "meters", "perceived", "desired"]
        if depth < 2:
            kinds += ["all", "any", "not", "all", "any", "not"]
        return {kind: self.part(kind, depth) for kind in some(self.chance, kinds, 2)}

    def part(self, kind: str, depth: int) -> Any:
        chance = self.chance
        lists = {"knows": self.facts, "said": self.picks, "promised": self.promised, "kept": self.promised}
        if kind in lists:
            return some(chance, lists[kind], 2)
        if kind == "persona":
            return some(chance, [*self.personas, "base"], 2)
        if kind == "heat":
            return self.range(0, 10)
        if kind == "need_known":
            return often(chance, 7)
        if kind == "meters":
            return {id_: self.range(-100, 100) for id_ in some(chance, self.meters, 2)}
        if kind in ("perceived", "desired"):
            return {component: self.range(0, 10) for component in some(chance, self.components, 2)}
        if kind == "not":
            return self.condition(depth + 1)
        return [self.condition(depth + 1) for _ in range(chance.randint(0, 2))]

    def range(self, low: int, high: int) -> Data:
        middle = self.chance.randint(low, high)
        data: Data = {}
        self.maybe(data, "min", 5, partial(self.chance.randint, low, middle))
        self.maybe(data, "max", 5, partial(self.chance.randint, middle, high))
        return data


def drawn(chance: Random) -> Scenario:
    """Return a scenario left to chance."""
    return scenario_of(Draft(chance).scenario())


def scenario_of(data: Data) -> Scenario:
    """Return the scenario of plain data that came through the reader like any file."""
    raw = json.dumps(data, ensure_ascii=False, indent=1).encode()
    scenario, problems = read(raw, "drawn.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    return scenario


chances = st.randoms(use_true_random=False)
"""A source of chance that Hypothesis can shrink."""

seeds = st.integers(0, 2**32)
"""What `Random` starts from: ten times as quick, but what is found so is not made smaller."""
