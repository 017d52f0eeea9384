"""Picks that lead to a beat or an ending: as few as can be, and of those the ones that a good player would take."""

from typing import Final, Literal

import numpy as np
from msgspec import Struct

from game.engine import Rulebook, begin
from game.engine.play import Play
from game.engine.standing import UNHEARD
from game.proof.columns import MOST_WEIGHTS, WEIGHT_BITS, Floats, lanes, unpacked
from game.proof.control import HEAT, Spent
from game.proof.moves import Moves
from game.proof.reach import parts
from game.proof.rows import Rows, State, together
from game.proof.step import Ending, Going, turn
from game.proof.walk import ids
from game.scenario import Scenario

HEAT_COSTS: Final = 10
"""What a degree of heat weighs against a point of empathy when two ways of the same length are compared."""

Why = Literal["there", "stuck", "never", "given-up"]


class Arrival(Struct, frozen=True):
    """How a place of a scenario can be come to.

    `why` is "there" (`picks` lead to it), "stuck" (they do, but nothing is on offer there, so that the play ends with
    them), "never" (no play of this customer gets there), or "given-up" (none was found as far as was searched).
    """

    picks: tuple[str, ...] | None
    why: Why


class Effort(Struct, frozen=True):
    """How far is searched: after `whole` states each beat keeps its `few` best ones only, after `most` it is enough."""

    whole: int = 200_000
    most: int = 1_000_000
    few: int = 40
    turns: int = 300
    piece: int = 1 << 14


ENOUGH: Final = Effort()
"""Half a second or less for every place of the scenarios that come with the game."""


def arrival(
    scenario: Scenario,
    place: str,
    persona: str | None = None,
    *,
    rulebook: Rulebook | None = None,
    effort: Effort = ENOUGH,
) -> Arrival:
    """Return picks that lead a customer's talk to a beat or an ending. KeyError for an unknown place or persona."""
    if place not in scenario.beats and place not in scenario.endings:
        raise KeyError(place)
    play = begin(scenario, persona, rulebook=rulebook)
    if scenario.start == place:
        return Arrival((), "stuck" if play.over else "there")
    if play.over or place not in _written(scenario):
        return Arrival(None, "never")
    found, why = _Search(Moves(play.case), place, effort).run(play)
    return Arrival(None if found is None else ids(play, found), why)


def _written(scenario: Scenario) -> set[str]:
    """Return the places that some row of ways leads to, whatever its conditions."""
    found: set[str] = set()
    todo = [scenario.start, *(interrupt.to for interrupt in scenario.interrupts)]
    while todo:
        place = todo.pop()
        if place in found:
            continue
        found.add(place)
        beat = scenario.beats.get(place)
        responses = () if beat is None else beat.responses
        todo += [route.to for response in responses for route in response.then]
    return found


Way = tuple[float, list[int]]
"""How good the play stands that has come there, and its picks as places of options."""


class _Search:
    """Goes through all plays turn by turn; of plays that nothing can tell apart from then on, the best goes on."""

    def __init__(self, moves: Moves, place: str, effort: Effort) -> None:
        self.moves = moves
        self.place = place
        self.effort = effort
        self.looked = 0
        self.left_out = False
        self.met: dict[int, set[bytes]] = {}
        self.ways: list[Way] = []
        self.stuck: list[Way] = []
        self.read = np.uint64(_read_levels(moves))

    def run(self, play: Play) -> tuple[list[int] | None, Why]:
        """Return the picks of the best of the shortest ways, and how it ends."""
        layer = {self.moves.reach.place[play.state]: self.moves.root(play)}
        while layer and self.looked < self.effort.most:
            came: dict[int, list[Rows]] = {}
            for beat, rows in layer.items():
                self._turn(beat, rows, came)
            if self.ways:
                return max(self.ways)[1], "there"
            layer = {beat: rows for beat, blocks in came.items() if len(rows := self._new(beat, together(blocks)))}
        if self.stuck:
            return max(self.stuck, key=lambda way: (-len(way[1]), way))[1], "stuck"
        return None, "given-up" if layer or self.left_out else "never"

    def _turn(self, beat: int, rows: Rows, came: dict[int, list[Rows]]) -> None:
        """Play one turn on a beat: what goes on is put to `came`."""
        for at in range(0, len(rows), self.effort.piece):
            try:
                results = list(turn(self.moves, rows.take(slice(at, at + self.effort.piece)), beat))
            except Spent:
                self.left_out = True
                return
            for result in results:
                self._result(result, came)

    def _result(self, result: Going | Ending, came: dict[int, list[Rows]]) -> None:
        reach, course = self.moves.reach, self.moves.course
        if isinstance(result, Going):
            if reach.beats[result.beat] == self.place:
                merits = merit(result.rows.state)
                self.ways.append((float(merits.max()), result.rows.picks(int(merits.argmax()))))
            else:
                self.moves.settle(result.rows.state, result.beat)
                came.setdefault(result.beat, []).append(result.rows)
            return
        ending, dead = course.ended(result.ending)
        if self.place == (ending if dead is None else reach.beats[dead]):
            merits = merit(result.state)
            best = int(merits.argmax())
            way = (float(merits[best]), [*result.before.picks(int(result.at[best])), result.pick])
            (self.ways if dead is None else self.stuck).append(way)

    def _new(self, beat: int, rows: Rows) -> Rows:
        """Return the rows that stand where no play has stood on this beat so far, the best of equal ones."""
        self.looked += len(rows)
        order = np.argsort(-merit(rows.state), kind="stable")
        met, keys = self.met.setdefault(beat, set()), self._keys(rows.state)
        new = []
        for at in order.tolist():
            if keys[at] not in met:
                met.add(keys[at])
                new.append(at)
        if self.looked > self.effort.whole and len(new) > self.effort.few:
            self.left_out = True
            del new[self.effort.few :]
        return self._within(rows.take(np.array(new, np.int64)))

    def _within(self, rows: Rows) -> Rows:
        """Return the rows of plays that are not too long to be counted on."""
        short = (rows.state.sums & (1 << WEIGHT_BITS) - 1) <= MOST_WEIGHTS
        if rows.depth < self.effort.turns and bool(short.all()):
            return rows
        self.left_out = True
        return rows.take(np.flatnonzero(short & (rows.depth < self.effort.turns)))

    def _keys(self, state: State) -> list[bytes]:
        """Return for each row what decides where it can still come to: scores and deeds do not."""
        columns = [state.control, *state.marks, state.perceived & self.read, *state.meters]
        table = np.stack([column.view(np.uint64) for column in columns], axis=1).tobytes()
        size = 8 * len(columns)
        return [table[at : at + size] for at in range(0, len(table), size)]


def _read_levels(moves: Moves) -> int:
    """Return the lanes of the components whose perceived level some condition or promise reads."""
    case = moves.case
    responses = [response for beat in case.scenario.beats.values() for response in beat.responses]
    whole = [interrupt.when for interrupt in case.scenario.interrupts]
    whole += [response.when for response in responses if response.when is not None]
    whole += [route.when for response in responses for route in response.then if route.when is not None]
    read: set[str] = {component for part in parts(whole) for component, _ in part.perceived}
    read |= {promise.about for promise in case.layout.promises}
    return lanes(tuple(0xFF if component in read else 0 for component in case.layout.components))


def merit(state: State) -> Floats:
    """Return how well plays stand: how the customer was listened to, what was set and is perceived, and how calm."""
    points, empathy, nvc, weights = unpacked(state.sums)
    listened = np.where(weights > 0, (empathy + nvc) / np.maximum(weights, 1), 2.0 * UNHEARD)
    perceived = state.perceived.view(np.uint8).reshape(len(state), -1).sum(axis=1)
    merits: Floats = listened + points + perceived - HEAT_COSTS * HEAT.each(state.control)
    return merits
