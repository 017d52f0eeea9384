"""Course files: read and checked like scenarios, all problems at once. Nothing here touches a disk."""

import hashlib
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from game.course.attempt import Mode
from game.course.faults import FAULTS
from game.course.form import AssignedForm, Counts, CourseForm, Debrief, PassForm, PhaseForm
from game.engine.passing import Passing
from game.engine.scores import Weights
from game.scenario import Problem, Text, is_id
from game.scenario.begun import look_over
from game.scenario.build import text
from game.scenario.events import Enough, Sheet, scan
from game.scenario.form import ScenarioForm
from game.scenario.mend import fit
from game.scenario.names import either
from game.scenario.problem import keys_of

Path = tuple[Any, ...]
WHOLE: Final = 100
_OWN: Final = either(CourseForm, "scenarios", "phases", "mode", "pass", "attempts", "debrief", "closes", "roster")
_OTHERS: Final = either(ScenarioForm, "beats", "customer", "endings") | {"rules", "规则"}
"""The keys that tell a course from a scenario and from a rulebook. One of a course will do: another may be misspelt."""
ALL: Final = "all"
"""The id of the one phase of a course that has none."""
BESIDE: Final = frozenset(FAULTS) - {"course-weights"} | {"bad-id"}
"""The errors that leave weights, rulebook and what it takes to pass as they were meant. One of form may hide them."""


class Assigned(Struct, frozen=True):
    """One scenario of a course: its file as written, and the persona, None where the trainee chooses."""

    file: str
    persona: str | None
    path: Path


class Phase(Struct, frozen=True):
    """A part of a course. `compare` is the earlier phase to which progress is compared, `debrief` when the debriefs of
    its attempts may be seen: as the course says, else at once in practice and late in an exam."""

    id: str
    mode: Mode
    scenarios: tuple[Assigned, ...]
    compare: str | None
    debrief: Debrief = "now"


class Course(Struct, frozen=True):
    """A course as written; times are aware. `allowed` None is any number of attempts, `minutes` None no limit."""

    id: str
    title: Text
    passing: Passing
    weights: Weights
    rulebook: str | None
    minutes: int | None
    allowed: int | None
    counts: Counts
    debrief: Debrief
    opens: datetime | None
    closes: datetime | None
    roster: str | None
    phases: tuple[Phase, ...]
    sha256: str

    @property
    def counting(self) -> tuple[Phase, ...]:
        """The phases whose tasks make the grade and have to be passed: exams to which no other phase compares itself;
        if there are none, all phases to which nothing compares itself."""
        before = {phase.compare for phase in self.phases}
        last = tuple(phase for phase in self.phases if phase.id not in before)
        return tuple(phase for phase in last if phase.mode == "exam") or last

    def has_opened(self, at: datetime) -> bool:
        """Return whether something may be begun already at a moment, so far as the opening time goes."""
        return self.opens is None or at >= self.opens

    def has_closed(self, at: datetime) -> bool:
        """Return whether nothing may be begun any more at a moment."""
        return self.closes is not None and at >= self.closes


def is_course(raw: bytes) -> bool:
    """Return whether a file is meant as a course: it has a key that only courses have, and neither beats nor rules."""
    root = scan(raw, "").seen
    return isinstance(root, dict) and not _OWN.isdisjoint(root) and _OTHERS.isdisjoint(root)


def read_course(raw: bytes, file: str) -> tuple[Course | None, Sheet]:
    """Return the course in `raw`, None if it has errors, and the sheet with its problems; more may be added to it."""
    course, sheet = draft_course(raw, file)
    return (None if _erroneous(sheet) else course), sheet


def draft_course(raw: bytes, file: str) -> tuple[Course | None, Sheet]:
    """Return a course as far as it can be read, errors or not, so that what it names can be looked over; and the sheet.

    None where nothing of it can be read. What an error has left out is as if it had not been written; of a scenario
    without its file the file is "".
    """
    sheet = scan(raw, file)
    form = None
    try:
        if not sheet.problems or sheet.root is not None:
            form = _form(sheet)
            _Check(sheet, form).check()
        else:
            look_over(sheet, lambda: fit(sheet, CourseForm))
    except Enough:
        form = None
    return (None if form is None else _course(form, hashlib.sha256(raw).hexdigest())), sheet


def terms_known(sheet: Sheet) -> bool:
    """Return whether it is known on what terms a course has its scenarios scored, in spite of its errors."""
    return all(problem.code in BESIDE for problem in sheet.problems if problem.level == "error")


def _erroneous(sheet: Sheet) -> bool:
    return any(problem.level == "error" for problem in sheet.problems)


def tell(sheet: Sheet, code: str, path: Path, **words: str) -> None:
    """Note a fault of a course at a path of its file."""
    told = {**words, **keys_of(FAULTS[code], sheet.language, CourseForm)}
    sheet.problems.append(Problem(sheet.file, *sheet.at(path), code, told, FAULTS[code]))


def _form(sheet: Sheet) -> CourseForm:
    try:
        return msgspec.convert(sheet.root, CourseForm)
    except msgspec.ValidationError:
        return msgspec.convert(fit(sheet, CourseForm), CourseForm)


def moment(written: str) -> datetime | None:
    """Return the time that is written, None where it is none or has no time zone."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


class _Check:
    """What the form cannot say."""

    def __init__(self, sheet: Sheet, form: CourseForm) -> None:
        self.sheet = sheet
        self.form = form

    def check(self) -> None:
        form = self.form
        self._id(form.id, ("id",))
        if form.scenarios is not None and form.phases is not None:
            tell(self.sheet, "course-both", ("phases",))
        if not self._customers():
            tell(self.sheet, "course-empty", ("phases",) if form.phases is not None else ("scenarios",))
        if form.weights is not None and (sum_ := sum(msgspec.structs.astuple(form.weights))) != WHOLE:
            tell(self.sheet, "course-weights", ("weights",), sum=str(sum_))
        self._times()
        self._phases(form.phases or [])

    def _customers(self) -> bool:
        """Return whether anything stands where customers are listed; what is wrong with it has been told."""
        root = self.sheet.root if isinstance(self.sheet.root, dict) else {}
        phases = root.get("phases") or []
        each = phases if isinstance(phases, list) else [phases]
        return any((root.get("scenarios"), *(one.get("scenarios") if isinstance(one, dict) else one for one in each)))

    def _empty(self, place: int) -> bool:
        """Return whether the list of a phase is there, with nothing in it."""
        phases = self.sheet.root["phases"]
        one = phases[place] if isinstance(phases, list) and place < len(phases) else None
        return isinstance(one, dict) and one.get("scenarios") == []

    def _times(self) -> None:
        form, moments = self.form, {}
        for name, written in (("opens", form.opens), ("closes", form.closes)):
            if written is not None:
                moments[name] = moment(written)
                if moments[name] is None:
                    tell(self.sheet, "course-time", (name,), value=written)
        opens, closes = moments.get("opens"), moments.get("closes")
        if opens is not None and closes is not None and closes <= opens:
            tell(self.sheet, "course-closes-early", ("closes",))
        if form.debrief == "after_close" and form.closes is None:
            tell(self.sheet, "course-debrief", ("debrief",))

    def _phases(self, phases: list[PhaseForm]) -> None:
        before: list[str] = []
        for place, phase in enumerate(phases):
            self._id(phase.id, ("phases", place, "id"))
            if phase.id in before:
                tell(self.sheet, "course-phase-twice", ("phases", place, "id"), value=phase.id)
            if not phase.scenarios and self._customers() and self._empty(place):
                tell(self.sheet, "course-phase-empty", ("phases", place, "scenarios"), value=phase.id)
            if phase.compare is not None and phase.compare not in before:
                tell(self.sheet, "course-compare", ("phases", place, "compare"), value=phase.compare)
            before.append(phase.id)

    def _id(self, id_: str, path: Path) -> None:
        if not self.sheet.refused(path) and not is_id(id_):
            self.sheet.add("bad-id", self.sheet.at(path), value=id_)


def _course(form: CourseForm, sha256: str) -> Course:
    attempts, weights = form.attempts, form.weights
    return Course(
        id=form.id,
        title=text(form.title),
        passing=_passing(form.passing),
        weights=Weights() if weights is None else Weights(*msgspec.structs.astuple(weights)),
        rulebook=form.rulebook,
        minutes=form.minutes,
        allowed=None if attempts is None else attempts.allowed,
        counts="best" if attempts is None else attempts.counts,
        debrief=_debrief(form, form.mode),
        opens=None if form.opens is None else moment(form.opens),
        closes=None if form.closes is None else moment(form.closes),
        roster=form.roster,
        phases=_phases(form),
        sha256=sha256,
    )


def _passing(form: PassForm | None) -> Passing:
    """Return what it takes to pass; a key that is written changes only itself."""
    written = {} if form is None else {n: v for n, v in msgspec.structs.asdict(form).items() if v is not None}
    return Passing(**written)


def _debrief(form: CourseForm, mode: Mode) -> Debrief:
    """Return when debriefs may be seen: as it is written; else at once in practice, and late enough in an exam."""
    late: Debrief = "after_close" if form.closes is not None else "after_last"
    return form.debrief or (late if mode == "exam" else "now")


def _phases(form: CourseForm) -> tuple[Phase, ...]:
    whole = Phase(ALL, form.mode, _assigned(form.scenarios or [], ("scenarios",)), None, _debrief(form, form.mode))
    if form.phases is None:
        return (whole,)
    phases = (
        Phase(
            one.id,
            one.mode or form.mode,
            _assigned(one.scenarios, ("phases", place, "scenarios")),
            one.compare,
            _debrief(form, one.mode or form.mode),
        )
        for place, one in enumerate(form.phases)
    )
    return (*((whole,) if form.scenarios else ()), *phases)  # both is an error, but all that is named is looked over


def _assigned(forms: list[AssignedForm], path: Path) -> tuple[Assigned, ...]:
    return tuple(Assigned(form.file, form.persona, (*path, place)) for place, form in enumerate(forms))
