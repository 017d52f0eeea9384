"""What a pick does to a box: the engine is asked at every combination of what the pick reads there."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from game.engine.case import Case, Option
from game.engine.standing import Levels
from game.engine.turn import Outcome
from game.proof.boxes import SCORED, Axes, Bits, Box, heats
from game.proof.columns import Ints
from game.proof.control import Spent
from game.proof.finals import Gains
from game.proof.settling import Settling
from game.proof.shapes import TOP

BOX_COSTS: Final = 10
MANY: Final = 2_000
"""So many combinations at most are looked at for one pick in one box."""

Zone = tuple[Levels, Levels]


class Kind(NamedTuple):
    """What of an outcome matters for a box: changes to perceived, deeds and set points, and where zones have come."""

    perceived: Levels
    deeds: Levels
    points: int
    zones: Zone | None


class Came:
    """Outcomes of a pick in some states of a box, taken together: `heats` are not kept within their limits yet."""

    def __init__(self) -> None:
        self.heats: set[int] = set()
        self.kinds: set[Kind] = set()
        self.heard: set[tuple[int, int, int]] = set()
        """The weights of turns with their empathy and NVC."""
        self.must = -1
        self.may = 0

    def add(self, heat: int, kind: Kind, outcome: Outcome, marks: int) -> None:
        """Take in one outcome in states with these marks."""
        self.heats.add(heat)
        self.kinds.add(kind)
        self.heard.add((outcome.weight, outcome.empathy_turn, outcome.nvc_turn))
        self.must &= outcome.marks | marks
        self.may |= outcome.marks | marks


class Broad:
    """The picks of one case, in boxes. `cells` says for each heat which part of a beat's box it belongs to."""

    def __init__(self, case: Case, axes: Axes, bits: Bits, cells: tuple[int, ...], most: int) -> None:
        self.case = case
        self.axes = axes
        self.bits = bits
        self.cells = cells
        self.settling = Settling(case, axes, bits)
        self.opening = case.opening()
        self.left = most
        """How much may still be done: answers of the engine to be looked at, where a new box counts as `BOX_COSTS`."""
        self.heard: list[set[int]] = [set(), set()]
        """The empathy and the NVC of turns that count."""
        self.gains: Gains = {}
        self._heard: dict[tuple[int, int], Ints] = {}

    def after(self, option: Option, box: Box) -> Iterator[tuple[Box, frozenset[str]]]:
        """Yield boxes with all states after steps 1 to 7 of a pick that is on offer, and what the response was tagged.

        Spent if there is too much to be looked at.
        """
        own = option.bit & self.bits.read
        if option.repeated is None or not box.must & own:
            fresh = replace(box, may=box.may & ~own)
            yield from ((found, option.response.tags) for found in self._picked(option, fresh, option.bit))
        if option.repeated is not None and box.may & own:
            again = option.repeated
            yield from ((found, again.response.tags) for found in self._picked(again, box.marked(own), option.bit))

    def _picked(self, option: Option, box: Box, bit: int) -> Iterator[Box]:
        cells: dict[int, Came] = {}
        for heat, marks, outcome in self._outcomes(option, box):
            raw = heat + outcome.heat
            came = cells.setdefault(self.cells[min(max(raw, 0), TOP)], Came())
            came.add(raw, self._kind(option, outcome), outcome, marks)
        for came in cells.values():
            self._spend(BOX_COSTS, BOX_COSTS)
            yield from self._made(option, box, came, bit)

    def _outcomes(self, option: Option, box: Box) -> Iterator[tuple[int, int, Outcome]]:
        """Yield what the engine says of each combination: the heat, the marks that the pick reads, the outcome."""
        held, unsure = box.must & option.mask, box.may & ~box.must & option.mask
        zones = list(self._zones(option, box.levels))
        many = (1 << unsure.bit_count()) * len(zones) * box.heats.bit_count()
        self._spend(many, MANY)
        for heat in heats(box.heats):
            for marks in _parts(unsure):
                for desired, adequate in zones:
                    # Asked past the option's own memory: of very many beats it would hold more than all else.
                    outcome = option.judge.outcome(heat, held | marks, desired, adequate)
                    yield heat, held | marks, outcome

    def _spend(self, effort: int, most: int) -> None:
        """Take in that something is done; Spent where it is more than `most` or than there is left."""
        self.left -= effort
        if effort > most or self.left < 0:
            raise Spent

    def _zones(self, option: Option, levels: Ints) -> Iterator[Zone]:
        """Yield zones that tell all that a pick can make of those of a box.

        Frames are looked at from every desired level. From adequate, which only ever follows desired or lets the first
        promise count that helps, the two ends tell all, unless there are more promises than one.
        """
        response, places = option.response, self.case.layout.places
        framed = sorted({places[frame.about] for frame in response.frames})
        about = sorted({*framed, *(places[promise.about] for promise in response.promises)})
        choices = []
        for place in about:
            low, high = self.axes.range(levels, self.axes.desired, place)
            least, most = self.axes.range(levels, self.axes.adequate, place)
            desired = range(low, high + 1) if place in framed else sorted({low, high})
            adequate = range(least, most + 1) if len(response.promises) > 1 else sorted({least, most})
            choices.append([*product(desired, adequate)])
            if reduce(lambda many, one: many * len(one), choices, 1) > MANY:
                raise Spent
        for chosen in product(*choices):
            put = dict(zip(about, chosen, strict=True))
            opening = enumerate(zip(self.opening.desired, self.opening.adequate, strict=True))
            pairs = [put.get(place, pair) for place, pair in opening]
            yield tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)

    def _kind(self, option: Option, outcome: Outcome) -> Kind:
        perceived, deeds = [0] * len(self.opening.perceived), [0] * len(self.opening.perceived)
        for levels, changes in ((perceived, outcome.perceived), (deeds, outcome.deeds)):
            for place, change in changes:
                levels[place] += change
        zones = (outcome.desired, outcome.adequate) if option.zoned else None
        return Kind(tuple(perceived), tuple(deeds), outcome.set_points, zones)

    def _made(self, option: Option, box: Box, came: Came, bit: int) -> Iterator[Box]:
        """Yield the box that outcomes make of another one, promises and meters seen to."""
        axes, kinds = self.axes, list(came.kinds)
        change = np.zeros(axes.size, np.int64)
        for axis, told in (
            (axes.perceived, [kind.perceived for kind in kinds]),
            (axes.deeds, [kind.deeds for kind in kinds]),
            (axes.points, [(kind.points,) for kind in kinds]),
        ):
            numbers = np.array(told, np.int64)
            change[axis.top], change[axis.bottom] = numbers.max(axis=0), -numbers.min(axis=0)
        for place, by, _, _ in option.meters:
            change[axes.meters.top.start + place], change[axes.meters.bottom.start + place] = by, -by
        for axis, score in ((axes.empathy, 1), (axes.nvc, 2)):
            self.heard[score - 1].update(one[score] for one in came.heard if one[0])
            heard = [self._listened(one[0], one[score]) for one in came.heard]
            change[axis.top.start : axis.bottom.stop] = reduce(np.maximum, heard)
        levels = axes.kept(box.levels + change)
        self._rezoned(option, levels, kinds)
        own = bit & self.bits.read
        must, may = box.must | came.must & self.bits.read | own, box.may | came.may & self.bits.read | own
        self._gained(bit, option, change)
        yield from self.settling.of_pick(option, Box(0, must, may, box.back, levels), came.heats)

    def _rezoned(self, option: Option, levels: Ints, kinds: list[Kind]) -> None:
        """Put to levels where zones have come that the pick moves."""
        places, response = self.case.layout.places, option.response
        about = [*(frame.about for frame in response.frames), *(promise.about for promise in response.promises)]
        for place in {places[component] for component in about}:
            for axis, part in ((self.axes.desired, 0), (self.axes.adequate, 1)):
                found = [kind.zones[part][place] for kind in kinds if kind.zones is not None]
                levels[axis.top.start + place], levels[axis.bottom.start + place] = max(found), -min(found)

    def _listened(self, weight: int, score: int) -> Ints:
        """Return what a turn of this empathy or NVC adds to how far the sums go beyond each mean."""
        if (weight, score) not in self._heard:
            mean = np.arange(SCORED)
            found = [weight * (2 * score - 2 * mean + 1), weight * (2 * mean + 1 - 2 * score)]
            self._heard[weight, score] = np.concatenate(found)
        return self._heard[weight, score]

    def _gained(self, bit: int, option: Option, change: Ints) -> None:
        """Take in what a pick adds to what only adds up."""
        key = (bit, option.judge.again)
        before = self.gains.get(key, np.zeros_like(change))
        self.gains[key] = np.maximum(before, change)


def _parts(marks: int) -> Iterator[int]:
    """Yield every choice of some marks, from none to all."""
    part = 0
    while True:
        yield part
        if part == marks:
            return
        part = (part - marks) & marks
