"""Where everything of a scenario lies in a play's state: components and meters by place, marks by bit."""

from typing import Final, TypeVar

from game.engine.rules import TURN_RULES
from game.scenario.records import Beat, Promise, Response, Route, Scenario, Text
from game.scenario.words import Component

NEED_KNOWN: Final = 1
STARTED: Final = 2
MADE: Final = 4
"""A promise or a frame was made in this play."""
GIVE_A_WHEN: Final = "give-a-when"
SILENCE: Final = "silence"
NOTHING_SAID: Final = Text("（不说话）", "(says nothing)")


K = TypeVar("K")


class Layout:
    """The places and bits of one scenario. A mark is one bit of a whole number; a mark once set is never taken back."""

    __slots__ = (
        "broken",
        "components",
        "facts",
        "kept",
        "made",
        "meter_ids",
        "meter_places",
        "once",
        "places",
        "promise_ids",
        "promises",
        "said",
    )

    def __init__(self, scenario: Scenario) -> None:
        self.components: tuple[Component, ...] = tuple(scenario.customer.expects)
        self.places: dict[str, int] = {component: place for place, component in enumerate(self.components)}
        self.meter_ids = tuple(scenario.meters)
        self.meter_places = {id_: place for place, id_ in enumerate(self.meter_ids)}
        bit = MADE.bit_length()
        once = [rule.id for rule in TURN_RULES.values() if rule.once]
        self.once, bit = _bits([*once, GIVE_A_WHEN], bit)
        self.facts, bit = _bits(list(scenario.facts), bit)
        responses = [(beat.id, response) for beat in scenario.beats.values() for response in with_silence(beat)]
        self.promises: tuple[Promise, ...] = tuple(made for _, response in responses for made in response.promises)
        self.promise_ids = {promise.id: number for number, promise in enumerate(self.promises)}
        self.made, bit = _bits(list(self.promise_ids), bit)
        self.kept, bit = _bits(list(self.promise_ids), bit)
        self.broken, bit = _bits(list(self.promise_ids), bit)
        self.said, bit = _bits([(beat, response.id) for beat, response in responses], bit)


def _bits(keys: list[K], first: int) -> tuple[dict[K, int], int]:
    return {key: 1 << (first + place) for place, key in enumerate(keys)}, first + len(keys)


def with_silence(beat: Beat) -> tuple[Response, ...]:
    """Return the beat's responses in the file's order, silence last where the beat has patience."""
    return beat.responses if beat.patience is None else (*beat.responses, _silence(beat))


def _silence(beat: Beat) -> Response:
    """Return saying nothing: a response tagged silence that stays on the beat."""
    return Response(
        id=SILENCE,
        say=NOTHING_SAID,
        tags=frozenset({SILENCE}),
        names=None,
        deliver=(),
        extra=None,
        promises=(),
        keeps=(),
        breaks=(),
        frames=(),
        meters=(),
        heat=0,
        learn=(),
        reply=(),
        when=None,
        again=False,
        then=(Route(None, beat.id),),
        note=None,
        line=beat.line,
    )
