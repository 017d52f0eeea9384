"""What `check` is asked to look at: scenarios, on which terms each is to be proved, and the problems of all files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct

from game import library
from game.commands import plans
from game.commands.asked import reason
from game.course.file import Assigned, Course, draft_course, is_course, tell, terms_known
from game.course.roster import read_roster
from game.engine import Rulebook, is_rulebook, read_rulebook, standard
from game.engine.passing import MARK, Passing
from game.engine.scores import STANDARD, Weights
from game.i18n import LANGUAGES, words
from game.library import Entry
from game.scenario import BASE_IDS, Problem, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.events import Sheet
from game.scenario.twins import same_id

UNREADABLE: Final = Diagnostic(
    "error",
    Text("读不了：{reason}。", "It cannot be read: {reason}."),
    Text("没有检查它；能读了再来一次。", "It was not checked; make it readable and check again."),
)
"""What is told of a file or folder that cannot be read."""


class Terms(Struct, frozen=True):
    """How a scenario is proved. `overlay` are the bytes of a rulebook file, None is the standard rulebook.

    `passing` is what the course asks for; where there is no course, shares are told by the mark alone.
    """

    overlay: bytes | None = None
    weights: Weights = STANDARD
    passing: Passing = MARK

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that plays are scored by."""
        found = None if self.overlay is None else read_rulebook(self.overlay, "", standard())[0]
        return standard() if found is None else found


class Subject(Struct, frozen=True):
    """A sound scenario that is to be proved on these terms; `graded` where a course uses it.

    `assigned` are the personas with whom trainees are to pass, and only these are proved; None: all.
    """

    entry: Entry
    terms: Terms
    graded: bool = False
    assigned: frozenset[str | None] | None = None

    @property
    def personas(self) -> tuple[str | None, ...]:
        """The personas that are to be proved, in the file's order; None is the customer as written."""
        ids = (persona.id for persona in self.entry.scenario.personas)
        return tuple(id_ for id_ in ids if self.assigned is None or id_ in self.assigned)

    @property
    def passing(self) -> Passing:
        """What smells take passing for: what the course asks, else what courses ask unless they say otherwise."""
        return self.terms.passing if self.graded else Passing()


Customer = tuple[Path, frozenset[str | None] | None]
"""Whom a course assigns: the file, and the personas whom trainees may meet; None: all."""


class Exam(Struct, frozen=True):
    """What it takes to pass a course: all of these customers on these terms."""

    course: Course
    terms: Terms
    customers: tuple[Customer, ...]


class Inspection:
    """All files that are looked at, each once, with their problems and what is left to prove."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.exams: list[Exam] = []
        """The courses whose terms are sure, and of which every customer to be passed could be read."""
        self._read: set[Path] = set()
        self._looked: dict[Path, Entry | None] = {}
        self._ids: dict[str, Path] = {}
        self._subjects: dict[tuple[Path, Terms], Subject] = {}

    @property
    def count(self) -> int:
        """How many files were read: those that are named, and those that they name."""
        return len(self._read)

    @property
    def subjects(self) -> list[Subject]:
        """What is left to prove, in the order of the files."""
        return list(self._subjects.values())

    def paths(self, names: list[str]) -> None:
        """Look over the files that are named, those of folders, and the test plans beside them. NotFound.

        Scenarios of a course are proved on the course's terms, those that stand for themselves on the standard ones.
        What cannot be read is told as a problem like any other.
        """
        for path in library.files(names, self.unread):
            with self._reading(path):
                self.file(path, path.read_bytes())
        for path in library.plans(names, self.unread):
            with self._reading(path):
                self.problems += plans.look_over(path)

    def file(self, path: Path, source: bytes) -> None:
        """Look over one file, whatever it is."""
        if is_course(source):
            self.course(path, source)
        elif is_rulebook(source):
            self.problems += read_rulebook(source, str(path), standard())[1]
        elif (entry := self.scenario(path)) is not None:
            self.prove(path, Subject(entry, Terms()))

    def unread(self, error: OSError, path: Path | None = None) -> None:
        """Tell of a file or folder that cannot be read."""
        told = {f"reason.{language}": reason(error, words(language)) for language in LANGUAGES}
        self.problems.append(Problem(str(error.filename or path or ""), 1, 1, "unreadable", told, UNREADABLE))

    @contextmanager
    def _reading(self, path: Path) -> Iterator[None]:
        """Count a file that is read; of one that cannot be, tell, and go on with the others."""
        try:
            yield
        except OSError as error:
            self.unread(error, path)
        else:
            self._read.add(path.resolve())

    def scenario(self, path: Path) -> Entry | None:
        """Return the scenario of a file, None if it has errors or cannot be read."""
        where = path.resolve()
        if where not in self._looked:
            self._looked[where] = None
            with self._reading(path):
                self._looked[where], problems = library.load(path)
                self.problems += problems
                self._same_id(path, self._looked[where])
        return self._looked[where]

    def _same_id(self, path: Path, entry: Entry | None) -> None:
        """Tell a scenario that has the id of another."""
        if entry is not None and (first := self._ids.setdefault(entry.scenario.id, path)) != path:
            self.problems.append(same_id(entry.scenario.id, entry.source, str(path), str(first)))

    def prove(self, path: Path, subject: Subject) -> None:
        """Let a scenario be proved; what is asked for more than once on the same terms is proved once."""
        key = (path.resolve(), subject.terms)
        before = self._subjects.get(key)
        if before is not None:
            both = [one.assigned for one in (before, subject) if one.assigned is not None]
            assigned = frozenset().union(*both) if len(both) == 2 else None
            subject = Subject(subject.entry, subject.terms, before.graded or subject.graded, assigned)
        self._subjects[key] = subject

    def course(self, path: Path, source: bytes) -> None:
        """Look over a course and all that it names, whatever errors it has of its own.

        Its scenarios are proved if these leave no doubt on what terms.
        """
        course, sheet = draft_course(source, str(path))
        if course is not None:
            known = terms_known(sheet)
            overlay = self._overlay(course, path.parent, sheet)
            self._roster(course, path.parent, sheet)
            terms = Terms(overlay, course.weights, course.passing) if known else None
            counting: list[Customer | None] = []
            for phase in course.phases:
                found = [self._assigned(assigned, path.parent, sheet, terms) for assigned in phase.scenarios]
                if phase in course.counting:
                    counting += dict.fromkeys(found)
            customers = tuple(filter(None, counting))
            if terms is not None and len(customers) == len(counting):
                self.exams.append(Exam(course, terms, customers))
        self.problems += sorted(sheet.problems, key=lambda problem: (problem.line, problem.column))

    def _assigned(self, assigned: Assigned, folder: Path, sheet: Sheet, terms: Terms | None) -> Customer | None:
        """Look over a customer of a course, and return its file and the personas that it may have; None if wrong."""
        if sheet.refused((*assigned.path, "file")):
            return None
        path = library.assigned(folder, assigned.file)
        if not library.is_there(path):
            tell(sheet, "course-file", (*assigned.path, "file"), value=assigned.file)
            return None
        entry = self.scenario(path)
        if entry is None:
            tell(sheet, "course-not-a-scenario", (*assigned.path, "file"), value=assigned.file)
            return None
        ids = [persona.id or "base" for persona in entry.scenario.personas]
        if assigned.persona not in (None, *BASE_IDS, *ids):
            voices = {language: words(language) for language in LANGUAGES}
            known = {f"known.{name}": voice.list(voice.id(id_) for id_ in ids) for name, voice in voices.items()}
            told = {"value": assigned.persona or "", "scenario": assigned.file, **known}
            tell(sheet, "course-persona", (*assigned.path, "persona"), **told)
            return None
        only = None if assigned.persona is None else frozenset({entry.scenario.persona(assigned.persona).id})
        if terms is not None:
            self.prove(path, Subject(entry, terms, True, only))
        return path.resolve(), only

    def _overlay(self, course: Course, folder: Path, sheet: Sheet) -> bytes | None:
        if course.rulebook is None:
            return None
        path = folder / course.rulebook
        if not library.is_there(path):
            tell(sheet, "course-file", ("rulebook",), value=course.rulebook)
            return None
        with self._reading(path):
            source = path.read_bytes()
            rulebook, problems = read_rulebook(source, str(path), standard())
            self.problems += problems
            if rulebook is not None:
                return source
            tell(sheet, "course-not-a-rulebook", ("rulebook",), value=course.rulebook)
        return None

    def _roster(self, course: Course, folder: Path, sheet: Sheet) -> None:
        if course.roster is None:
            return
        path = folder / course.roster
        if not library.is_there(path):
            tell(sheet, "course-file", ("roster",), value=course.roster)
            return
        with self._reading(path):
            self.problems += read_roster(path.read_bytes(), str(path))[1]
