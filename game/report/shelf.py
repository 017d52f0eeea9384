"""The shelf of customers: in which order they stand."""

from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

from game.scenario import Scenario
from game.scenario.words import DOMAINS as NAMES

DOMAINS: Final = tuple(NAMES)
FIVE: Final = 5
"""Levels and stars are out of five."""


class Shelved(Protocol):
    """Something on the shelf."""

    @property
    def scenario(self) -> Scenario: ...


T = TypeVar("T", bound=Shelved)


def by_domain(entries: Iterable[T]) -> tuple[T, ...]:
    """Return the entries by domain, the easiest first."""
    return tuple(sorted(entries, key=_place))


def _place(entry: Shelved) -> tuple[int, int, str]:
    scenario = entry.scenario
    return DOMAINS.index(scenario.domain), scenario.level or 0, scenario.id
