"""Small scenarios for the tests of proofs, written where they are read."""

import json
from typing import Any

from game.scenario import Scenario, read

Data = dict[str, Any]


def scenario_with(beats: Data, **more: Any) -> Scenario:
    """Return a scenario with these beats and one ending, "end", on a customer who is warm and wants service."""
    data: Data = {
        "format": 1,
        "id": "small",
        "title": "small",
        "domain": "other",
        "brief": "small",
        "customer": {"name": "Wang", "heat": 5, "expects": {"service": {"weight": 2}, "brand": {"weight": 1}}},
        "beats": beats,
        "endings": {"end": {"says": "bye"}},
    }
    scenario, problems = read(json.dumps(data | more).encode(), "small.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    return scenario


def beat(**responses: Any) -> Data:
    """Return a beat with these responses; each is what it has beside its words."""
    return {"says": "…", "responses": {id_.replace("_", "-"): {"say": "…"} | more for id_, more in responses.items()}}


def chain(length: int, **responses: Any) -> Data:
    """Return a chain of beats, all with the same responses, that leads to the end."""
    beats = {f"b{number}": beat(**responses) for number in range(length)}
    for response in beats[f"b{length - 1}"]["responses"].values():
        response["then"] = "end"
    return beats
