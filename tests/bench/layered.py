"""A scenario of thousands of beats in layers, with effects of all kinds and few words: as much as fits into a file."""

import json
from random import Random
from typing import Any, Final

from game.scenario.words import ACTS, BLOCKERS, COMPONENTS, EMPATHY, NEEDS, NVC

TAGS: Final = (*EMPATHY, *NVC, *ACTS, *BLOCKERS)
CHOICES: Final = 4
WEIGHTS: Final = (3, 4, 1, 2, 1)


def layered_file(layers: int, width: int, seed: int = 1) -> bytes:
    """Return a scenario of `layers` × `width` beats, each with four responses that are always on offer."""
    return json.dumps(_Layers(layers, width, Random(seed)).scenario(), separators=(",", ":")).encode()


class _Layers:
    def __init__(self, layers: int, width: int, chance: Random) -> None:
        self.layers = layers
        self.width = width
        self.chance = chance
        self.promises: list[str] = []

    def scenario(self) -> dict[str, Any]:
        expects = {
            component: {"weight": weight, "adequate": 5, "desired": 7, "perceived": 4, "can": 7}
            for component, weight in zip(COMPONENTS, WEIGHTS, strict=True)
        }
        return {
            "format": 1,
            "id": "layered",
            "title": "layered",
            "domain": "other",
            "brief": "…",
            "customer": {"name": "Wang", "heat": 7, "need": "safety", "fault": "ours", "expects": expects},
            "meters": {"budget": {"start": 100, "min": -100, "max": 100}},
            "facts": {"what": "…", "why": "…"},
            "beats": {f"b{layer}x{at}": self.beat(layer) for layer in range(self.layers) for at in range(self.width)},
            "endings": {"end": {"says": "…"}},
        }

    def beat(self, layer: int) -> dict[str, Any]:
        return {
            "says": "…",
            "responses": {f"r{number}": self.response(layer) | {"say": f"… {number}"} for number in range(CHOICES)},
        }

    def response(self, layer: int) -> dict[str, Any]:
        chance = self.chance
        data: dict[str, Any] = {"say": "…", "tags": chance.sample(TAGS, chance.randint(0, 4))}
        if "need" in data["tags"]:
            data["names"] = chance.choice(list(NEEDS))
        if self.often(50):
            data["deliver"] = {one: chance.randint(-2, 4) for one in chance.sample(list(COMPONENTS), 2)}
        data |= {"extra": {"about": self.component()}} if self.often(10) else {}
        data |= {"frame": {self.component(): chance.randint(5, 8)}} if self.often(10) else {}
        data |= {"learn": [chance.choice(("what", "why"))]} if self.often(15) else {}
        data |= {"heat": chance.randint(-1, 1)} if self.often(20) else {}
        data |= {"meters": {"budget": -chance.randint(5, 30)}} if self.often(20) else {}
        self.promise(data)
        last = layer == self.layers - 1
        return data | {"then": "end" if last else f"b{layer + 1}x{chance.randrange(self.width)}"}

    def promise(self, data: dict[str, Any]) -> None:
        """Let a response make a promise, or keep or break an earlier one."""
        chance = self.chance
        if self.often(12):
            self.promises.append(f"p{len(self.promises)}")
            about = {"about": self.component(), "level": chance.randint(5, 9), "by": "17:30"}
            data["promise"] = {self.promises[-1]: about}
        for key, percent in (("keeps", 20), ("breaks", 10)):
            if self.promises and self.often(percent):
                data[key] = [chance.choice(self.promises)]

    def component(self) -> str:
        return self.chance.choice(list(COMPONENTS))

    def often(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent
