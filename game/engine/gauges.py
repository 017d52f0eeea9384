"""What a play's state looks like to people: zones, meters, facts and the ledger of promises, all by name."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from game.engine.layout import NEED_KNOWN
from game.engine.standing import Standing
from game.scenario.records import Meter, Promise, Text
from game.scenario.words import Component

if TYPE_CHECKING:
    from game.engine.case import Case

Fate = Literal["open", "kept", "thin", "broken"]


class Zone(Struct, frozen=True):
    """One component: what is adequate, desired and perceived now, 0 to 10; what can be had; its weight."""

    component: Component
    weight: int
    adequate: int
    desired: int
    perceived: int
    can: int


class Gauges(Struct, frozen=True):
    """The whole picture of a moment. `meters` are (meter, value); `ledger` is (promise, what became of it)."""

    heat: int
    empathy: int
    nvc: int
    set_points: int
    zones: tuple[Zone, ...]
    meters: tuple[tuple[Meter, int], ...]
    facts: tuple[tuple[str, Text], ...]
    ledger: tuple[tuple[Promise, Fate], ...]
    need: str | None
    """The customer's need once it has been named."""


def gauges(case: "Case", standing: Standing) -> Gauges:
    """Return the gauges of where a play stands."""
    layout, scenario = case.layout, case.scenario
    return Gauges(
        standing.heat,
        standing.empathy,
        standing.nvc,
        standing.set_points,
        zones(case, standing),
        tuple(zip(scenario.meters.values(), standing.meters, strict=True)),
        tuple((id_, fact) for id_, fact in scenario.facts.items() if standing.marks & layout.facts[id_]),
        ledger(case, standing),
        case.customer.need if standing.marks & NEED_KNOWN else None,
    )


def zones(case: "Case", standing: Standing) -> tuple[Zone, ...]:
    """Return the zone of each component, in the scenario's order."""
    levels = zip(standing.adequate, standing.desired, standing.perceived, strict=True)
    return tuple(
        Zone(component, expected.weight, *level, expected.can)
        for component, expected, level in zip(case.layout.components, case.expected, levels, strict=True)
    )


def facts(case: "Case", standing: Standing) -> tuple[str, ...]:
    """Return the ids of the facts known, sorted."""
    return tuple(sorted(id_ for id_, bit in case.layout.facts.items() if standing.marks & bit))


def ledger(case: "Case", standing: Standing) -> tuple[tuple[Promise, Fate], ...]:
    """Return the promises that were made, in the file's order, and what became of each."""
    return tuple(
        (promise, _fate(case, standing, number))
        for number, promise in enumerate(case.layout.promises)
        if standing.marks & case.layout.made[promise.id]
    )


def _fate(case: "Case", standing: Standing, number: int) -> Fate:
    id_ = case.layout.promises[number].id
    if number in standing.open_promises:
        return "open"
    if standing.marks & case.layout.kept[id_]:
        return "kept"
    return "broken" if standing.marks & case.layout.broken[id_] else "thin"
