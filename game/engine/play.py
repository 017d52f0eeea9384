"""The seam between the engine and everything that shows, saves or proves a play: `begin`, `look`, `choose`, `score`."""

import random

from msgspec import Struct
from msgspec.structs import replace

from game.engine.case import Case, Choice, Option, Stage, plan, told
from game.engine.gauges import Gauges, gauges
from game.engine.ledger import Shut, close_play, close_promises, moved
from game.engine.rulebook import Rulebook
from game.engine.standard import standard
from game.engine.standing import Standing, clamp, half_up
from game.engine.turn import Fired, Outcome
from game.scenario.records import Beat, Ending, Scenario, Text


class NotOffered(Exception):
    """A response was picked that is not on offer. The play is as it was."""

    def __init__(self, turn: int, pick: str, offered: tuple[str, ...]) -> None:
        super().__init__(f"turn {turn}: {pick} is not on offer; on offer: {', '.join(offered) or '(nothing)'}")
        self.turn = turn
        self.pick = pick
        self.offered = offered


class Turn(Struct, frozen=True, gc=False):
    """What one pick did. `number` counts from 1; `before` and `after` are where the play stood and stands.

    `empathy_turn` and `nvc_turn` are the turn's own, 0 to 100; `counted` says whether they count in the means. `fired`
    are the rules in the order in which they are told, `rules` their ids sorted, none twice.
    """

    number: int
    beat: str
    response: str
    before: Standing
    after: Standing
    empathy_turn: int
    nvc_turn: int
    counted: bool
    fired: tuple[Fired, ...]
    rules: tuple[str, ...]
    reply: Text | None
    case: Case


class Moment(Struct, frozen=True, gc=False):
    """What there is to see now. `offered` is in the file's order, silence last; it is empty when the play is over."""

    turn: int
    seed: int
    beat: Beat | None
    says: Text | None
    offered: tuple[Choice, ...]
    over: bool
    ending: str | None
    standing: Standing
    case: Case
    expired: bool = False
    """Whether the time has run out."""

    @property
    def gauges(self) -> Gauges:
        """The five zones, heat, empathy, NVC, meters, facts and the ledger of promises."""
        return gauges(self.case, self.standing)

    @property
    def last_words(self) -> Ending | None:
        """The ending's record; None before the end and for a dead end."""
        return self.case.scenario.endings.get(self.ending) if self.ending is not None else None

    @property
    def shown(self) -> tuple[Choice, ...]:
        """What is on offer but silence, in an order shuffled by the seed, so that position tells nothing."""
        choices = [choice for choice in self.offered if choice.id != "silence"]
        beat = self.beat.id if self.beat is not None else ""
        random.Random(f"{self.seed}/{self.turn}/{beat}").shuffle(choices)
        return tuple(choices)


class Play:
    """One run through a scenario; the light model that the scenario's machine moves. Only `choose` changes it."""

    __slots__ = ("back", "case", "expired", "interrupted", "persona_id", "seed", "stage", "standing", "state", "turns")

    def __init__(self, case: Case, seed: int) -> None:
        self.case = case
        self.persona_id = case.persona_id
        self.seed = seed
        self.state = case.scenario.start
        self.back = case.scenario.start
        self.interrupted = 0
        self.expired = False
        self.standing = case.opening()
        self.turns: list[Turn] = []
        self.stage: Stage | None = case.stage(self.state)

    @property
    def picks(self) -> tuple[str, ...]:
        """The ids of the responses picked so far."""
        return tuple(turn.response for turn in self.turns)

    @property
    def over(self) -> bool:
        """Whether the play has ended."""
        return self.stage is None

    @property
    def ending(self) -> str | None:
        """The id of the ending, "dead-end", or None before the end."""
        return self.state if self.stage is None else None

    @property
    def lost(self) -> bool:
        """Whether the play has ended with the customer lost."""
        if self.stage is not None:
            return False
        ending = self.case.scenario.endings.get(self.state)
        return ending is None or ending.lost


def begin(scenario: Scenario, persona: str | None = None, seed: int = 0, *, rulebook: Rulebook | None = None) -> Play:
    """Return a new play of `persona` (None or "base": the customer as written). KeyError for an unknown persona."""
    play = Play(plan(scenario).case(persona, rulebook if rulebook is not None else standard()), seed)
    stage = play.stage
    if stage is not None and not any(option.offered(play) for option in stage.options):
        _shut(play)
    return play


def close(play: Play) -> None:
    """Close a play in the middle, because its time has run out: it ends as where nothing is on offer any more.

    The last turn closes it, by the closing rules, with the ending "dead-end", as if the customer had been lost. A play
    that is over stays as it is.
    """
    if play.stage is not None:
        play.expired = True
        _shut(play)


def _shut(play: Play) -> None:
    """Let a play end where it stands, with the turn that led there."""
    play.case.plan.dead_end(play)
    play.stage = None
    last = play.turns[-1] if play.turns else None
    tags = frozenset[str]() if last is None else _picked(last).response.tags
    play.standing, ended = close_play(play.case, play.standing, tags)
    if last is not None:
        fired = (*last.fired, *ended)
        rules = tuple(sorted({one.rule for one in fired}))
        play.turns[-1] = replace(last, after=play.standing, fired=fired, rules=rules)


def _picked(turn: Turn) -> Option:
    """Return the option that a turn picked: where it was picked again, what is left of it then."""
    stage = turn.case.stage(turn.beat)
    assert stage is not None
    option = stage.by_id[turn.response]
    return option.repeated if option.repeated is not None and turn.before.marks & option.bit else option


def look(play: Play) -> Moment:
    """Return what there is to see now; looking changes nothing."""
    stage = play.stage
    if stage is None:
        says = told(play.case.last_words.get(play.state, ()), play)
        here = (play.standing, play.case, play.expired)
        return Moment(len(play.turns), play.seed, None, says, (), True, play.state, *here)
    marks = play.standing.marks
    offered = tuple(
        [
            option.choice
            for option in stage.options
            # As `Option.offered` says; calling it here would take half of the time of a look.
            if not marks & option.spent_by and (option.guard is None or option.guard(play))
        ]
    )
    says = told(stage.says, play)
    return Moment(len(play.turns), play.seed, stage.beat, says, offered, False, None, play.standing, play.case)


def choose(play: Play, response_id: str) -> Turn:
    """Pick a response and return what it did. NotOffered if it is not on offer; the play is then untouched."""
    stage = play.stage
    option = stage.by_id.get(response_id) if stage is not None else None
    if stage is None or option is None or not option.offered(play):
        offered = () if stage is None else tuple(o.id for o in stage.options if o.offered(play))
        raise NotOffered(len(play.turns) + 1, response_id, offered)
    before = play.standing
    if option.repeated is not None and before.marks & option.bit:
        option = option.repeated
    outcome = option.outcome(before)
    after, closed = _applied(play.case, option, before, outcome)
    play.standing = after
    option.fire(play)
    reply = told(option.reply, play) if option.reply else None
    ended = _arrive(play, option)
    fired, rules = outcome.fired, outcome.rules
    if closed or ended:
        fired = (*fired, *closed, *ended)
        rules = tuple(sorted({one.rule for one in fired}))
    turn = Turn(
        len(play.turns) + 1,
        stage.beat.id,
        option.id,
        before,
        play.standing,
        outcome.empathy_turn,
        outcome.nvc_turn,
        outcome.weight > 0,
        fired,
        rules,
        reply,
        play.case,
    )
    play.turns.append(turn)
    return turn


def _arrive(play: Play, option: Option | None) -> tuple[Fired, ...]:
    """Let interrupts and dead ends take the play's place, close it if it has ended, and return the closing rules."""
    case = play.case
    if play.state in case.scenario.beats and case.plan.interrupt is not None:
        case.plan.interrupt(play)
    play.stage = case.stage(play.state)
    if play.stage is not None:
        for one in play.stage.options:
            if one.offered(play):
                return ()
        case.plan.dead_end(play)
        play.stage = None
    play.standing, fired = close_play(case, play.standing, option.response.tags if option is not None else frozenset())
    return fired


def _applied(case: Case, option: Option, before: Standing, outcome: Outcome) -> tuple[Standing, tuple[Fired, ...]]:
    """Return the state after steps 1 to 7 of the turn, and the rules that closed promises."""
    perceived = moved(before.perceived, outcome.perceived) if outcome.perceived else before.perceived
    desired, adequate = before.desired, before.adequate
    if outcome.zones_moved:
        desired, adequate = outcome.desired, outcome.adequate
    shut = _NOTHING
    if option.closes and before.open_promises:
        shut = close_promises(case, option.response, before, perceived, adequate)
        perceived = shut.perceived
    promises = before.open_promises if shut is _NOTHING else shut.open_promises
    weight = outcome.weight
    weights = before.turn_weights + weight
    empathy_sum = before.empathy_sum + weight * outcome.empathy_turn
    nvc_sum = before.nvc_sum + weight * outcome.nvc_turn
    after = Standing(
        clamp(before.heat + outcome.heat + shut.heat, 0, 10),
        perceived,
        desired,
        adequate,
        _summed(before.deeds, outcome.deeds) if outcome.deeds else before.deeds,
        _counted(before.meters, option) if option.meters else before.meters,
        before.marks | outcome.marks | option.bit | shut.marks,
        (*promises, *outcome.promises) if outcome.promises else promises,
        before.broken_promises + shut.broken,
        before.set_points + outcome.set_points + shut.set_points,
        empathy_sum,
        nvc_sum,
        weights,
        half_up(empathy_sum, weights) if weights else before.empathy,
        half_up(nvc_sum, weights) if weights else before.nvc,
    )
    return after, shut.fired


_NOTHING = Shut((), 0, 0, 0, 0, (), ())


def _summed(deeds: tuple[int, ...], changes: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    summed = list(deeds)
    for place, change in changes:
        summed[place] += change
    return tuple(summed)


def _counted(meters: tuple[int, ...], option: Option) -> tuple[int, ...]:
    counted = list(meters)
    for place, change, low, high in option.meters:
        value = counted[place] + change
        counted[place] = low if value < low else high if value > high else value
    return tuple(counted)
