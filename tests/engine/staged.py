"""Small talks for tests: each response stands in a beat of its own, and what is not said is plain."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from game.engine import Play, Rulebook, begin, choose, zones
from game.scenario import Scenario, read

Data = dict[str, Any]
COMPONENTS = ("service", "product", "price", "brand", "personal")
PLAIN: Data = {"weight": 2, "adequate": 5, "desired": 7, "perceived": 5, "can": 7}


def scenario(data: Data) -> Scenario:
    """Return a scenario of plain data that went through the reader; what every file wants is filled in."""
    whole = {"format": 1, "id": "staged", "title": "t", "brief": "b", "domain": "other", **data}
    read_, problems = read(json.dumps(whole, ensure_ascii=False).encode(), "staged.yaml")
    assert read_ is not None, [problem.told("en") for problem in problems]
    return read_


def customer(
    heat: int = 5,
    need: str | None = None,
    fault: str = "nobody",
    without: tuple[str, ...] = (),
    **expects: Mapping[str, int],
) -> Data:
    """Return a customer with five plain components, but those left out, and those that are told otherwise."""
    data: Data = {
        "name": "Wang",
        "heat": heat,
        "fault": fault,
        "expects": {c: {**PLAIN, **expects.get(c, {})} for c in COMPONENTS if c not in without},
    }
    return data if need is None else {**data, "need": need}


def beats(responses: tuple[Data, ...], ends: str | None) -> Data:
    """Return one beat for each response, and a last one; the last response leads to the ending `ends`, if told."""
    staged: Data = {
        f"b{place}": {"says": "?", "responses": {f"r{place}": {"say": "!", **response}}}
        for place, response in enumerate(responses)
    }
    if ends is not None:
        staged[f"b{len(responses) - 1}"]["responses"][f"r{len(responses) - 1}"]["then"] = ends
    staged["rest"] = {"says": "?", "responses": {"go": {"say": "!", "then": "end"}}}
    return staged


def talk(*responses: Data, ends: str | None = None, rulebook: Rulebook | None = None, **who: Any) -> Play:
    """Return a play in which the responses were picked one by one; there are facts f1 and f2, and a `budget`."""
    staged = scenario(
        {
            "customer": customer(**who),
            "facts": {"f1": "one", "f2": "two"},
            "meters": {"budget": {"start": 0, "min": -100, "max": 100}},
            "beats": beats(responses, ends),
            "endings": {"end": {}, "lost": {"lost": True}},
        }
    )
    play = begin(staged, rulebook=rulebook)
    for place in range(len(responses)):
        choose(play, f"r{place}")
    return play


def rules(play: Play) -> tuple[str, ...]:
    """Return the rules of the last turn."""
    return play.turns[-1].rules


def own(play: Play) -> tuple[int, int]:
    """Return the last turn's own empathy and NVC."""
    return play.turns[-1].empathy_turn, play.turns[-1].nvc_turn


def level(play: Play, component: str, which: Literal["perceived", "adequate", "desired"] = "perceived") -> int:
    """Return one level of one component as it now stands."""
    return next(int(getattr(zone, which)) for zone in zones(play.case, play.standing) if zone.component == component)


def zone(play: Play, component: str) -> tuple[int, int]:
    """Return adequate and desired of a component."""
    return level(play, component, "adequate"), level(play, component, "desired")


def levels(play: Play) -> dict[str, int]:
    """Return what is perceived, where it is not the plain 5."""
    return {zone.component: zone.perceived for zone in zones(play.case, play.standing) if zone.perceived != 5}
