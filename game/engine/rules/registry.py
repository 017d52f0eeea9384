"""The list of rules that look at a whole turn, in the order in which their feedback is told."""

from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

from game.engine.rules.situation import Situation
from game.scenario.records import Response

Read = Literal["heat", "need_known", "first_turn", "news", "made"]
"""The parts of a play's state that a condition can read."""
Condition = Callable[[Situation], bool]


class TurnRule(Struct, frozen=True):
    """A rule's condition, split: `applies` looks at the response alone, `holds` at the moment.

    `reads` names what `holds` reads of the state, so that its outcome can be kept for every state that agrees in it.
    `once` rules fire once in a play.
    """

    id: str
    applies: Callable[[Response], bool]
    holds: Condition
    reads: frozenset[Read]
    once: bool


TURN_RULES: Final[dict[str, TurnRule]] = {}


def rule(
    id_: str, applies: Callable[[Response], bool], *reads: Read, once: bool = False
) -> Callable[[Condition], Condition]:
    """Return a decorator that makes a condition the rule `id_`."""

    def enter(holds: Condition) -> Condition:
        TURN_RULES[id_] = TurnRule(id_, applies, holds, frozenset(reads), once)
        return holds

    return enter


def tagged(*tags: str) -> Callable[[Response], bool]:
    """Return whether a response has one of `tags`."""
    wanted = frozenset(tags)
    return lambda response: not wanted.isdisjoint(response.tags)
