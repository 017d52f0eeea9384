"""Test plans: the plays that an instructor has written down are played, and what does not come out as expected is told.

Each play is run twice, as it goes and again from its picks, and must agree with itself.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from game.engine import Moment, Play, Turn, begin, choose, look, standard
from game.engine.rulebook import Rulebook
from game.proof.expectations import FINAL, MOST_SHOWN, Fault, Now, listed, rule_ids, words, wrong
from game.scenario import Problem, Scenario, Text, is_id, nearest
from game.scenario.plan import Expected, Id, Plan, PlannedPlay, PlannedTurn
from game.scenario.plan_faults import PLAN
from game.scenario.plan_form import PlanForm
from game.scenario.plan_reading import read_plan
from game.scenario.problem import MOST, WRITTEN, shown, written
from game.scenario.sheet import Place
from game.scenario.words import DEAD_END, SILENCE, Language

KINDS: Final = {
    "persona": Text("性格", "persona"),
    "response": Text("回应", "response"),
    "beat": Text("节点", "beat"),
    "ending": Text("结局", "ending"),
    "fact": Text("事实", "fact"),
    "promise": Text("承诺", "promise"),
    "meter": Text("计数器", "meter"),
    "component": Text("期望", "component"),
    "rule": Text("规则", "rule"),
}


def check_file(
    source: bytes, file: str, scenario: Scenario | None, rulebook: Rulebook | None = None
) -> tuple[Problem, ...]:
    """Return all problems of a plan's bytes, by line; without a scenario only those of its form."""
    plan, problems = read_plan(source, file)
    if plan is None or scenario is None:
        return problems
    return (*problems, *run(plan, scenario, rulebook))


def run(plan: Plan, scenario: Scenario, rulebook: Rulebook | None = None) -> tuple[Problem, ...]:
    """Return what does not come out as a plan expects, by line."""
    book = rulebook if rulebook is not None else standard()
    found = list(islice(_told(plan, scenario, book), MOST + 1))
    if len(found) > MOST:
        last = found[MOST]
        found[MOST] = Problem(plan.file, last.line, last.column, "too-many-problems", {"most": str(MOST)})
    return tuple(sorted(found, key=lambda one: (one.code == "too-many-problems", one.line, one.column)))


def without_scenario(plan: Plan, name: str, near: str = "") -> Problem:
    """Return the problem of a plan for which there is no scenario `name`; `near` is the nearest that there is."""
    return _problem(plan, "plan-without-scenario", plan.place, {"value": name, "nearest": near})


def scenario_wrong(plan: Plan, file: str) -> Problem:
    """Return the problem of a plan whose scenario, in `file`, has errors."""
    return _problem(plan, "plan-scenario-wrong", plan.place, {"value": file})


def _problem(plan: Plan, code: str, place: Place, told: dict[str, str]) -> Problem:
    words_ = {name: shown(word, MOST_SHOWN) for name, word in told.items()} | {WRITTEN: plan.language}
    return Problem(plan.file, *place, code, words_, PLAN[code])


def _told(plan: Plan, scenario: Scenario, book: Rulebook) -> Iterator[Problem]:
    if plan.scenario is not None and is_id(plan.scenario) and plan.scenario != scenario.id:
        told = {"value": plan.scenario, "scenario": scenario.id}
        yield _problem(plan, "plan-other-scenario", plan.place, told)
    known = _known(scenario, book)
    for planned in plan.plays:
        unknown = [id_ for id_ in planned.ids if id_.id not in known[id_.kind]]
        for id_ in unknown:
            yield _problem(plan, "plan-unknown-id", id_.place, _unknown(id_, known, scenario))
        places = frozenset(id_.place for id_ in unknown)
        for place, (code, told) in _Run(planned, scenario, book, places, plan.language).faults():
            yield _problem(plan, code, place, {"play": planned.id, **told})


def _known(scenario: Scenario, book: Rulebook) -> dict[str, list[str]]:
    """Return all ids that a scenario declares, by their kind."""
    responses = [response for beat in scenario.beats.values() for response in beat.responses]
    return {
        "persona": [persona.id or "base" for persona in scenario.personas],
        "response": [*dict.fromkeys(response.id for response in responses), SILENCE],
        "beat": list(scenario.beats),
        "ending": [*scenario.endings, *DEAD_END],
        "fact": list(scenario.facts),
        "promise": [promise.id for response in responses for promise in response.promises],
        "meter": list(scenario.meters),
        "component": list(scenario.customer.expects),
        "rule": [*book.rules, *rule_ids(book)],
    }


def _unknown(id_: Id, known: dict[str, list[str]], scenario: Scenario) -> dict[str, str]:
    told = {"value": id_.id, "scenario": scenario.id, "nearest": nearest(id_.id, known[id_.kind])}
    return {**told, **words("kind", KINDS[id_.kind]), **listed("known", known[id_.kind])}


class _Run:
    """One play of a plan. `unknown` are the places of ids that the scenario does not have; nothing is asked of them.

    `language` is that in which the plan has its keys.
    """

    def __init__(
        self, planned: PlannedPlay, scenario: Scenario, book: Rulebook, unknown: frozenset[Place], language: Language
    ) -> None:
        self.planned = planned
        self.language = language
        self.unknown = unknown
        self.scenario = scenario
        self.book = book

    def faults(self) -> Iterator[tuple[Place, Fault]]:
        """Yield what does not come out as expected, each with its place."""
        if any(id_.kind == "persona" and id_.place in self.unknown for id_ in self.planned.ids):
            return
        play = self._begin(0)
        yield from self._differ(self.planned.opening, Now(play, Text("一开场", "at the start"), _said(play), ()))
        for number, turn in enumerate(self.planned.turns, 1):
            if turn.place in self.unknown:
                return
            stop = self._refused(play, number, turn)
            if stop is not None:
                yield turn.place, stop
                return
            yield from self._before(look(play), number, turn)
            done = choose(play, turn.pick)
            when = Text(f"第 {number} 句（{turn.pick}）之后", f"after pick {number} ({turn.pick})")
            yield from self._differ(turn.after, Now(play, when, _said(play, done), (done,)))
        yield from self._end(play)
        yield from self._again(play)

    def _begin(self, seed: int) -> Play:
        return begin(self.scenario, self.planned.persona, seed, rulebook=self.book)

    def _refused(self, play: Play, number: int, turn: PlannedTurn) -> Fault | None:
        """Return why a pick cannot be made."""
        moment = look(play)
        if moment.over:
            told = {"turn": str(number - 1), "ending": moment.ending or "", "value": turn.pick}
            return "plan-over", told
        offered = [choice.id for choice in moment.offered]
        if turn.pick in offered:
            return None
        told = {"turn": str(number), "value": turn.pick, "beat": play.state, **listed("offered", offered)}
        return "plan-pick-not-offered", {**told, "nearest": nearest(turn.pick, offered)}

    def _before(self, moment: Moment, number: int, turn: PlannedTurn) -> Iterator[tuple[Place, Fault]]:
        """Yield what is not as expected at the beat at which a pick is made."""
        offered = [choice.id for choice in moment.offered]
        beat = moment.beat.id if moment.beat is not None else ""
        for expected in self._asked(turn.before):
            wanted = expected.wanted if isinstance(expected.wanted, tuple) else ()
            told = {"turn": str(number)}
            if expected.key == "beat" and beat not in wanted:
                yield expected.place, ("plan-beat", {**told, "wanted": wanted[0], "came": beat})
            elif expected.key == "offered" and set(wanted) != set(offered):
                lists = {**listed("wanted", wanted), **listed("came", offered)}
                yield expected.place, ("plan-offered", {**told, **lists})
            elif expected.key == "withheld" and wanted[0] in offered:
                yield expected.place, ("plan-withheld", {**told, "value": wanted[0]})

    def _asked(self, expected: Iterable[Expected]) -> Iterator[Expected]:
        return (one for one in expected if one.place not in self.unknown)

    def _differ(self, expected: Iterable[Expected], now: Now) -> Iterator[tuple[Place, Fault]]:
        for one in self._asked(expected):
            fault = wrong(one, now)
            if fault is not None:
                code, told = fault
                yield one.place, (code, {**words("when", now.when), **told})

    def _end(self, play: Play) -> Iterator[tuple[Place, Fault]]:
        """Yield what is not as expected after the last pick; what needs an ending is asked of a play that has one."""
        asked = [one for one in self.planned.end if play.over or one.key not in FINAL]
        left = [one for one in self.planned.end if not play.over and one.key in FINAL]
        if left:
            moment = look(play)
            offered = listed("offered", (choice.id for choice in moment.offered))
            key = written(f"EndForm/{left[0].key}", self.language, PlanForm)
            yield left[0].place, ("plan-unfinished", {"key": key, "beat": play.state, **offered})
        said = _said(play, play.turns[-1] if play.turns else None)
        yield from self._differ(asked, Now(play, Text("选完时", "at the end"), said, tuple(play.turns)))

    def _again(self, play: Play) -> Iterator[tuple[Place, Fault]]:
        """Yield where a play differs from itself when its picks are played again, under another seed."""
        again = self._begin(1)
        for turn in play.turns:
            if _outcome(choose(again, turn.response)) != _outcome(turn):
                yield self.planned.place, ("plan-replay", {"turn": str(turn.number)})
                return
        if (again.state, again.over) != (play.state, play.over):
            yield self.planned.place, ("plan-replay", {"turn": str(len(play.turns))})


def _outcome(turn: Turn) -> tuple[object, ...]:
    return turn.beat, turn.before, turn.after, turn.empathy_turn, turn.nvc_turn, turn.fired, turn.reply


def _said(play: Play, turn: Turn | None = None) -> tuple[Text, ...]:
    """Return what the customer has just said: the reply to a pick, and what is said next."""
    return tuple(text for text in (turn.reply if turn is not None else None, look(play).says) if text is not None)
