"""Where a fact that has been found out can still be asked for."""

from collections.abc import Iterable, Iterator

from game.engine.machine import BACK
from game.proof.never import Thing
from game.proof.reads import conditions, within
from game.scenario import Beat, Condition, Line, Response, Scenario


class Readers:
    """Which facts something asks for that the talk can come to once they are known.

    `dead` are the things that no play comes to. Conditions are not weighed: a way that is written can be gone.
    """

    def __init__(self, scenario: Scenario, dead: Iterable[Thing]) -> None:
        self.scenario = scenario
        self.dead = frozenset(dead)
        self.anywhere = frozenset(fact for condition in conditions(scenario) for fact in condition.knows)
        self._always = _read(one.when for one in scenario.interrupts) | self._waiting()
        self._broken = self._closure(one.to for one in scenario.interrupts)
        self._backs = {beat.id for beat in scenario.beats.values() if any(_back(one) for one in beat.responses)}

    def used(self, beat: Beat, response: Response) -> frozenset[str]:
        """Return the facts that something asks for once this response has been picked."""
        later = self._later(beat, response)
        ends = [ending.says for id_, ending in self.scenario.endings.items() if ("ending", id_) not in self.dead]
        own = _guards(response.reply) + [route.when for route in response.then]
        found = [self._at(self.scenario.beats[id_]) for id_ in later]
        return frozenset().union(
            self._always, _read(own), _read(_guards(line for says in ends for line in says)), *found
        )

    def _later(self, beat: Beat, response: Response) -> frozenset[str]:
        """Return the beats that may follow a response; all of them where `back` can lead to any."""
        after = self._closure(route.to for route in response.then)
        aside = beat.id in self._broken and (_back(response) or self._backs & after)
        if aside or self._backs & after - self._broken:
            return frozenset(self.scenario.beats)
        return after | self._broken

    def _closure(self, first: Iterable[str]) -> frozenset[str]:
        """Return the beats that some places lead to, themselves included."""
        met: set[str] = set()
        waiting = list(first)
        while waiting:
            id_ = waiting.pop()
            if id_ in self.scenario.beats and id_ not in met:
                met.add(id_)
                waiting += [route.to for one in self.scenario.beats[id_].responses for route in one.then]
        return frozenset(met)

    def _waiting(self) -> frozenset[str]:
        """Return the facts that are asked for at beats that never come: those beats are told instead."""
        dead = [beat for beat in self.scenario.beats.values() if ("beat", beat.id) in self.dead]
        return frozenset().union(*(self._asked(beat, beat.responses) for beat in dead))

    def _at(self, beat: Beat) -> frozenset[str]:
        """Return the facts that a beat asks for, in what is said there and what is ever on offer."""
        return self._asked(beat, [one for one in beat.responses if ("response", beat.id, one.id) not in self.dead])

    def _asked(self, beat: Beat, alive: Iterable[Response]) -> frozenset[str]:
        alive = list(alive)
        guards = _guards(beat.says) + [one.when for one in alive]
        guards += [guard for one in alive for guard in (*_guards(one.reply), *(route.when for route in one.then))]
        return _read(guards)


def _guards(lines: Iterable[Line]) -> list[Condition | None]:
    return [line.when for line in lines]


def _read(guards: Iterable[Condition | None]) -> frozenset[str]:
    """Return the facts that conditions ask for, those inside others too."""
    inner: Iterator[Condition] = (one for guard in guards if guard is not None for one in within(guard))
    return frozenset(fact for one in inner for fact in one.knows)


def _back(response: Response) -> bool:
    return any(route.to == BACK for route in response.then)
