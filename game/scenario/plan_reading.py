"""Bytes to a test plan and its problems: the form is checked here, what the plan expects where plays are run."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from game.scenario.begun import look_over
from game.scenario.build import text
from game.scenario.events import Enough, Sheet, scan
from game.scenario.form import RangeForm
from game.scenario.links import is_id
from game.scenario.mend import fit
from game.scenario.plan import Expected, Id, Plan, PlannedPlay, PlannedTurn, Wanted
from game.scenario.plan_faults import PLAN
from game.scenario.plan_form import EndForm, PlanForm, PlayForm, SeenForm, TurnForm
from game.scenario.problem import WRITTEN, Problem
from game.scenario.read import in_order
from game.scenario.records import Range, Text
from game.scenario.words import BASE_IDS, DEAD_END, SILENCE_IDS, by_either_name

Path = tuple[Any, ...]
KINDS: Final = {
    "offered": "response",
    "withheld": "response",
    "beat": "beat",
    "ending": "ending",
    "facts": "fact",
    "promised": "promise",
    "kept": "promise",
    "broken": "promise",
    "meters": "meter",
    "perceived": "component",
    "desired": "component",
    "adequate": "component",
    "components": "component",
    "rules": "rule",
    "no_rules": "rule",
}
"""What the ids under each key are the ids of."""
BEFORE: Final = ("beat", "offered", "withheld")
_WHOLE: Final = ("offered", "ending", "verdict")
"""Lists that are one expectation; of the others each entry is one."""
_MEANT: Final = {"offered": SILENCE_IDS, "withheld": SILENCE_IDS, "ending": by_either_name(DEAD_END)}
"""Ids that have a Chinese name, by the key under which they may stand."""


def read_plan(raw: bytes, file: str) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Return the plan in `raw`, None if it has errors of form, and all problems, by line."""
    sheet = scan(raw, file)
    plan = None
    try:
        if not sheet.problems or sheet.root is not None:
            plan = _Reading(sheet).plan(_form(sheet))
        else:
            look_over(sheet, lambda: fit(sheet, PlanForm))
    except Enough:
        plan = None
    problems = in_order(sheet.problems)
    return (None if any(one.level == "error" for one in problems) else plan), problems


def _form(sheet: Sheet) -> PlanForm:
    try:
        return msgspec.convert(sheet.root, PlanForm)
    except msgspec.ValidationError:
        return msgspec.convert(fit(sheet, PlanForm), PlanForm)


class _Reading:
    """One walk over the form, which makes the records and tells what the form cannot say."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def plan(self, form: PlanForm) -> Plan:
        if not form.plays and self.sheet.sound(()):
            self.sheet.add("empty-map", self.sheet.at(("plays",), True), key="plays")
        plays = tuple(self._play(id_, play) for id_, play in form.plays.items())
        return Plan(self.sheet.file, form.scenario, self.sheet.at(("scenario",)), plays, self.sheet.language)

    def _play(self, id_: str, form: PlayForm) -> PlannedPlay:
        path = ("plays", id_)
        place = self.sheet.at(path, True)
        if not is_id(id_):
            self.sheet.add("bad-id", place, value=id_)
        if (form.picks is None) == (form.turns is None) and self.sheet.sound(path):
            told = {"play": id_, WRITTEN: self.sheet.language}
            self.sheet.problems.append(Problem(self.sheet.file, *place, "plan-picks", told, PLAN["plan-picks"]))
        persona = None if form.persona is None else BASE_IDS.get(form.persona, form.persona)
        ids = [] if persona is None else [Id("persona", persona, self.sheet.at((*path, "persona")))]
        turns = [*self._picks(form.picks or [], path), *self._turns(form.turns or [], path)]
        for turn in turns:
            ids.append(Id("response", turn.pick, turn.place))
            ids += _ids((*turn.before, *turn.after))
        opening = tuple(self._words("opening", form.opening, (*path, "opening")))
        end = tuple(self._expected(form.expect, (*path, "expect")))
        return PlannedPlay(id_, persona, place, opening, tuple(turns), end, (*ids, *_ids(end)))

    def _picks(self, picks: list[str], path: Path) -> Iterator[PlannedTurn]:
        for number, pick in enumerate(picks):
            yield PlannedTurn(SILENCE_IDS.get(pick, pick), self.sheet.at((*path, "picks", number)))

    def _turns(self, turns: list[TurnForm], path: Path) -> Iterator[PlannedTurn]:
        for number, turn in enumerate(turns):
            here = (*path, "turns", number)
            expected = tuple(self._expected(turn, here))
            before = tuple(one for one in expected if one.key in BEFORE)
            after = tuple(one for one in expected if one.key not in BEFORE)
            yield PlannedTurn(SILENCE_IDS.get(turn.pick, turn.pick), self.sheet.at((*here, "pick")), before, after)

    def _expected(self, form: SeenForm | EndForm | TurnForm | None, path: Path) -> Iterator[Expected]:
        """Yield all that a map expects, in the order of the form."""
        for key in form.__struct_fields__ if form is not None else ():
            written = getattr(form, key)
            here = (*path, key)
            if written is None or key == "pick":
                continue
            if key == "line":
                yield from self._words(key, written, here)
            elif isinstance(written, dict):
                for name, value in written.items():
                    yield Expected(key, name, self._one(value, (*here, name)), self.sheet.at((*here, name)))
            elif isinstance(written, list) and key not in _WHOLE:
                for number, value in enumerate(written):
                    yield Expected(key, "", (_meant(key, value),), self.sheet.at((*here, number)))
            else:
                yield Expected(key, "", self._one(written, here), self.sheet.at(here))

    def _one(self, written: Any, path: Path) -> Wanted:
        if isinstance(written, bool):
            return written
        if isinstance(written, int):
            return Range(written, written)
        if isinstance(written, RangeForm):
            if written.min is not None and written.max is not None and written.min > written.max:
                self.sheet.add("range-order", self.sheet.at(path), min=written.min, max=written.max)
            return Range(written.min, written.max)
        return tuple(_meant(path[-1], one) for one in (written if isinstance(written, list) else [written]))

    def _words(self, key: str, written: Any, path: Path) -> Iterator[Expected]:
        if written is None:
            return
        told: Text = text(written)
        blank = told == Text() or any(words is not None and not words.strip() for words in (told.zh, told.en))
        if blank and (self.sheet.sound(path) or not self.sheet.refused(path)):
            self.sheet.add("empty-text", self.sheet.at(path), key=key)
        yield Expected(key, "", told, self.sheet.at(path))


def _meant(key: str, id_: str) -> str:
    return _MEANT.get(key, {}).get(id_, id_)


def _ids(expected: tuple[Expected, ...]) -> Iterator[Id]:
    """Yield the ids that expectations name, each with its kind."""
    for one in expected:
        kind = KINDS.get(one.key)
        if kind is None:
            continue
        for id_ in (one.name,) if one.name else one.wanted if isinstance(one.wanted, tuple) else ():
            yield Id(kind, id_, one.place)
