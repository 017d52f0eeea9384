"""Seeded faults: each turns a good scenario into one with a known smell, as an author might by mistake."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from game.scenario.events import scan

Data = dict[str, Any]
Edit = Callable[[Data], None]
Place = tuple[str | int, ...]

GOOD: Final = Path(__file__).parent / "good"
HOTEL, SHOP, HEATING, SCHOOL, AIRPORT = "drums-below", "red-jacket", "old-bill", "new-teacher", "lost-bag"

ANSWERS: Final = {
    HOTEL: (
        "call/hear",
        "child/ask",
        "offer/move",
        "room/carry",
        "room/search",
        "morning/congee",
        "leaving/listen",
    ),
    SHOP: (
        "parcel/own",
        "need/ask-when",
        "way/two-ways",
        "friday/where",
        "friday/late-send",
        "sunday/confirm",
        "sunday/card",
        "post/reply-open",
    ),
    HEATING: (
        "door/same-sum",
        "notebook/ask-book",
        "notebook/ask-rooms",
        "ask-off/seal-it",
        "four/seal-now",
        "four/three-parts",
        "leave/read-back",
        "leave/copy-book",
        "call-in/own-tone",
    ),
    SCHOOL: (
        "office/we-missed",
        "boy-now/ask-class",
        "marks/three-slips",
        "refund/hear-out",
        "two-weeks/on-paper",
        "two-weeks/test-sheet",
        "friday/letter",
        "friday/count-up",
    ),
    AIRPORT: (
        "carousel/you-waited",
        "inside/what-first",
        "when/seven",
        "night/suit",
        "night/kit",
        "morning/check-all",
        "morning/car",
        "delay/tell-now",
        "shouting/hear-anger",
    ),
}
"""What a good player says in each scenario; more than one in a beat where it depends on what came before."""


class Sign(Struct, frozen=True):
    """What is to be told: a code, somewhere in what stands at one of `places` (anywhere, for an empty one)."""

    code: str
    places: tuple[Place, ...]


class Fault(Struct, frozen=True):
    """One seeded fault. `signs` have to be told, `brings` may be told too, being true of the changed scenario."""

    name: str
    why: str
    scenario: str
    signs: tuple[Sign, ...]
    brings: frozenset[str]
    edit: Edit

    def seeded(self, good: Data) -> Data:
        """Return the good scenario with this fault."""
        data = copy.deepcopy(good)
        self.edit(data)
        return data


FAULTS: Final[list[Fault]] = []


def fault(scenario: str, *signs: Sign, brings: tuple[str, ...] = ()) -> Callable[[Edit], Edit]:
    """Return a decorator that enters an edit as a fault of a scenario; its docstring says what its author did."""

    def enter(edit: Edit) -> Edit:
        FAULTS.append(Fault(edit.__name__, edit.__doc__ or "", scenario, signs, frozenset(brings), edit))
        return edit

    return enter


def sign(code: str, *spots: str) -> Sign:
    """Return a sign at any of the spots: "beat/response", or keys as in "facts.train"; anywhere, if none is given."""
    return Sign(code, tuple(at(spot) for spot in spots) or ((),))


def at(spot: str) -> Place:
    """Return the path of a response written as "beat/response", or of keys as in "customer.expects.price"."""
    if "/" not in spot:
        return tuple(spot.split("."))
    beat, response = spot.split("/")
    return "beats", beat, "responses", response


def good() -> dict[str, Data]:
    """Return the good scenarios as plain data, by id."""
    found: list[Data] = [scan(file.read_bytes(), file.name).root for file in sorted(GOOD.glob("*.yaml"))]
    return {data["id"]: data for data in found}


def response(data: Data, spot: str) -> Data:
    """Return a response written as "beat/response"."""
    beat, id_ = spot.split("/")
    found: Data = data["beats"][beat]["responses"][id_]
    return found


def responses(data: Data) -> dict[str, Data]:
    """Return all responses by their spots, in the file's order."""
    return {f"{beat}/{id_}": one for beat, held in data["beats"].items() for id_, one in held["responses"].items()}


def rivals(data: Data, answers: tuple[str, ...]) -> dict[str, Data]:
    """Return the responses that are none of the answers, by their spots."""
    return {spot: one for spot, one in responses(data).items() if spot not in answers}


def text(zh: str, en: str) -> Data:
    """Return a text in both languages."""
    return {"zh": zh, "en": en}


def copied(data: Data, spot: str, id_: str, **changes: Any) -> None:
    """Put a copy of a response under another id right behind it, with some keys changed; None takes a key away."""
    beat, model = spot.split("/")
    twin = copy.deepcopy(response(data, spot)) | changes
    twin = {key: value for key, value in twin.items() if value is not None}
    ordered = {}
    for own, one in data["beats"][beat]["responses"].items():
        ordered[own] = one
        if own == model:
            ordered[id_] = twin
    data["beats"][beat]["responses"] = ordered


def placed(data: Data, spots: tuple[str, ...], place: int) -> None:
    """Move responses to a place of their beats: 0 for the first, -1 for the last; the later ones win."""
    for spot in spots:
        beat, id_ = spot.split("/")
        held = data["beats"][beat]["responses"]
        order = [one for one in held if one != id_]
        order.insert(place if place >= 0 else len(order), id_)
        data["beats"][beat]["responses"] = {one: held[one] for one in order}


def longer(data: Data, spots: tuple[str, ...], zh: str = "", en: str = "") -> None:
    """Add words to what is said."""
    for spot in spots:
        say = response(data, spot)["say"]
        say["zh"] += zh
        say["en"] += en


def first_words(data: Data, spots: tuple[str, ...], languages: tuple[str, ...] = ("zh", "en")) -> None:
    """Cut what is said down to its first few words; what asked something still does."""
    for spot in spots:
        say = response(data, spot)["say"]
        if "zh" in languages:
            say["zh"] = say["zh"][:9].rstrip("，。、：；？！") + ("，行吗？" if "？" in say["zh"] else "。")
        if "en" in languages:
            words = " ".join(say["en"].split()[:6]).rstrip(",.;:?!")
            say["en"] = words + (", all right?" if "?" in say["en"] else ".")
