"""A scenario while it is being written: the last sound version of its file, played as far as its author has gone.

A draft is a value. What an author does to it (a save, a pick, a step back, a jump) gives a new one; the picks stay, so
that a change of the file is seen from the place where the author stands. Terminal and window show it, each in its way.
"""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from game.engine import NotOffered, Play, begin, choose
from game.scenario import BASE_IDS, Persona, Problem, Scenario, read

if TYPE_CHECKING:
    from game.proof.arrive import Arrival

Why = Literal["gone", "elsewhere", "closed", "over"]


class Stop(Struct, frozen=True):
    """Why picks could not be made again: `turn` (from 1) had `pick`, and the talk now stands on `beat` by then.

    `why` is "gone" (no response of that name is left in the file), "elsewhere" (it is, but not on this beat), "closed"
    (it is on this beat, but not on offer), or "over" (the talk has ended; `beat` is then the ending).
    """

    turn: int
    pick: str
    beat: str
    why: Why


class Draft(Struct, frozen=True):
    """A scenario file that is being written, and a play of it.

    `scenario` is the newest version without errors (None before there was one), `problems` are those of the newest
    bytes, and `behind` says that these have errors, so that the scenario is older than they are. `persona` and `picks`
    are what the author asked for; `path` are the places (beats, then perhaps an ending) that those of the picks come to
    that can still be made, the start first, and `stop` says why the next one cannot. The author wants to stand behind
    so many picks as `wanted` says.
    """

    file: str
    seed: int = 0
    persona: str | None = None
    scenario: Scenario | None = None
    problems: tuple[Problem, ...] = ()
    behind: bool = False
    picks: tuple[str, ...] = ()
    wanted: int = 0
    path: tuple[str, ...] = ()
    stop: Stop | None = None

    def reloaded(self, raw: bytes) -> "Draft":
        """Return the draft with the file's new bytes; the picks are made again as far as they go."""
        scenario, problems = read(raw, self.file)
        if scenario is None:
            return replace(self, problems=problems, behind=True)
        return replace(self, scenario=scenario, problems=problems, behind=False)._replayed()

    @property
    def place(self) -> int:
        """Behind how many picks the author stands."""
        return max(0, min(self.wanted, len(self.path) - 1))

    @property
    def here(self) -> str:
        """The beat or ending on which the author stands; "" while nothing can be played."""
        return self.path[self.place] if self.path else ""

    @property
    def held_up(self) -> bool:
        """Whether the author would stand further on if the picks still went there."""
        return self.wanted > self.place

    @property
    def customer(self) -> Persona | None:
        """Who is talked to: the customer as written where the persona asked for is not in the file."""
        if self.scenario is None:
            return None
        return self.scenario.personas[0] if self.missing else self.scenario.persona(self.persona)

    @property
    def missing(self) -> bool:
        """Whether the persona that was asked for is not in the file."""
        known = () if self.scenario is None else self.scenario.personas
        return self.persona not in (None, *BASE_IDS, *(persona.id for persona in known))

    @property
    def places(self) -> tuple[str, ...]:
        """Where one can jump: the beats, then the endings, in the file's order."""
        return () if self.scenario is None else (*self.scenario.beats, *self.scenario.endings)

    def play(self) -> Play | None:
        """Return a new play that stands where the author does; None while nothing can be played."""
        play = self._begun()
        for pick in self.picks[: self.place]:
            if play is not None:
                choose(play, pick)
        return play

    def pick(self, response: str) -> "Draft":
        """Return the draft after one more pick. NotOffered if it cannot be picked, or there is nothing to play."""
        play = self.play()
        if play is None:
            raise NotOffered(1, response, ())
        choose(play, response)
        wanted = self.place + 1
        if self.picks[: self.place + 1] == play.picks:
            return replace(self, wanted=wanted)
        return replace(self, picks=play.picks, wanted=wanted, path=(*self.path[:wanted], play.state), stop=None)

    def back(self) -> "Draft":
        """Return the draft one pick earlier; the picks that follow are kept."""
        return replace(self, wanted=max(0, self.place - 1))

    def forward(self) -> "Draft":
        """Return the draft one of the kept picks later, at the last one as it is."""
        return replace(self, wanted=self.place + 1)._settled()

    def restarted(self) -> "Draft":
        """Return the draft at the start of the talk; the picks are kept."""
        return replace(self, wanted=0)

    def met(self, persona: str | None) -> "Draft":
        """Return the draft with another customer, to whom the picks are made again as far as they go."""
        return replace(self, persona=persona)._replayed()

    def jumped(self, place: str) -> "tuple[Draft, Arrival]":
        """Return the draft at a beat or an ending, and how it was come to; as it is where it cannot be come to.

        A place that the picks come to is gone to along them; else picks are found that lead there. KeyError for a place
        that is not in the scenario.
        """
        if self.scenario is None or place not in self.places:
            raise KeyError(place)
        # NumPy is loaded only for those who jump.
        from game.proof.arrive import Arrival, arrival

        if place in self.path:
            at = self.path.index(place)
            return replace(self, wanted=at), Arrival(self.picks[:at], "there")
        persona = None if self.customer is None else self.customer.id
        found = arrival(self.scenario, place, persona)
        if found.picks is None:
            return self, found
        return replace(self, picks=found.picks, wanted=len(found.picks))._replayed(), found

    def _begun(self) -> Play | None:
        if self.scenario is None or self.customer is None:
            return None
        return begin(self.scenario, self.customer.id, self.seed)

    def _settled(self) -> "Draft":
        """Return the draft with the author standing where the picks still go, wanting no more."""
        return replace(self, wanted=self.place)

    def _replayed(self) -> "Draft":
        """Return the draft with its picks made again."""
        play = self._begun()
        if play is None:
            return self
        path, stop = [play.state], None
        for turn, pick in enumerate(self.picks, 1):
            try:
                choose(play, pick)
            except NotOffered:
                stop = Stop(turn, pick, play.state, self._why(play, pick))
                break
            path.append(play.state)
        return replace(self, path=tuple(path), stop=stop)

    def _why(self, play: Play, pick: str) -> Why:
        if play.stage is None:
            return "over"
        if pick in play.stage.by_id:
            return "closed"
        beats = () if self.scenario is None else self.scenario.beats.values()
        silent = pick == "silence" and any(beat.patience is not None for beat in beats)
        written = any(pick == response.id for beat in beats for response in beat.responses)
        return "elsewhere" if silent or written else "gone"


def opened(raw: bytes, file: str, persona: str | None = None, seed: int = 0) -> Draft:
    """Return the draft of a file's bytes, at the start of the talk."""
    return Draft(file, seed, persona).reloaded(raw)
