"""What `check` is asked to look at: scenarios, on which terms each is to be proved, and the problems of all files."""

from pathlib import Path

from msgspec import Struct

from game import library
from game.commands import plans
from game.course.file import Assigned, Course, is_course, read_course, tell
from game.course.roster import read_roster
from game.engine import Rulebook, is_rulebook, read_rulebook, standard
from game.engine.passing import Passing
from game.engine.scores import STANDARD, Weights
from game.library import Entry
from game.scenario import Problem
from game.scenario.events import Sheet


class Terms(Struct, frozen=True):
    """How a scenario is proved. `overlay` are the bytes of a rulebook file, None is the standard rulebook."""

    overlay: bytes | None = None
    weights: Weights = STANDARD
    passing: Passing = Passing()

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that plays are scored by."""
        found = None if self.overlay is None else read_rulebook(self.overlay, "", standard())[0]
        return standard() if found is None else found


class Subject(Struct, frozen=True):
    """A sound scenario that is to be proved for all its personas, on these terms; `graded` where a course uses it.

    `assigned` are the personas with whom trainees are to pass; None: all.
    """

    entry: Entry
    terms: Terms
    graded: bool = False
    assigned: frozenset[str | None] | None = None


class Inspection:
    """All files that are looked at, each once, with their problems and what is left to prove."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.count = 0
        self._looked: dict[Path, Entry | None] = {}
        self._subjects: dict[tuple[Path, Terms], Subject] = {}

    @property
    def subjects(self) -> list[Subject]:
        """What is left to prove, in the order of the files."""
        return list(self._subjects.values())

    def paths(self, names: list[str]) -> None:
        """Look over the files that are named, those of folders, and the test plans beside them. NotFound, OSError.

        Scenarios of a course are proved on the course's terms, those that stand for themselves on the standard ones.
        """
        files = list(library.files(names))
        sources = {path: path.read_bytes() for path in files}
        self.count = len(files)
        for path in files:
            if is_course(sources[path]):
                self.course(path, sources[path])
            elif is_rulebook(sources[path]):
                self.problems += read_rulebook(sources[path], str(path), standard())[1]
            elif (entry := self.scenario(path)) is not None:
                self.prove(path, Subject(entry, Terms()))
        for path in library.plans(names):
            self.count += 1
            self.problems += plans.look_over(path)

    def scenario(self, path: Path) -> Entry | None:
        """Return the scenario of a file, None if it has errors."""
        where = path.resolve()
        if where not in self._looked:
            self._looked[where], problems = library.load(path)
            self.problems += problems
        return self._looked[where]

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
        """Look over a course and all that it names."""
        course, sheet = read_course(source, str(path))
        if course is not None:
            overlay = self._overlay(course, path.parent, sheet)
            self._roster(course, path.parent, sheet)
            terms = Terms(overlay, course.weights, course.passing)
            for phase in course.phases:
                for assigned in phase.scenarios:
                    self._assigned(assigned, path.parent, sheet, terms)
        self.problems += sorted(sheet.problems, key=lambda problem: (problem.line, problem.column))

    def _assigned(self, assigned: Assigned, folder: Path, sheet: Sheet, terms: Terms) -> None:
        path = folder / assigned.file
        if not path.is_file():
            tell(sheet, "course-file", (*assigned.path, "file"), value=assigned.file)
            return
        entry = self.scenario(path)
        if entry is None:
            tell(sheet, "course-not-a-scenario", (*assigned.path, "file"), value=assigned.file)
            return
        ids = [persona.id or "base" for persona in entry.scenario.personas]
        if assigned.persona not in (None, *ids):
            words = {"value": assigned.persona or "", "scenario": assigned.file}
            known = {"known.zh": "、".join(ids), "known.en": ", ".join(ids)}
            tell(sheet, "course-persona", (*assigned.path, "persona"), **words, **known)
            return
        only = None if assigned.persona is None else frozenset({entry.scenario.persona(assigned.persona).id})
        self.prove(path, Subject(entry, terms, True, only))

    def _overlay(self, course: Course, folder: Path, sheet: Sheet) -> bytes | None:
        if course.rulebook is None:
            return None
        path = folder / course.rulebook
        if not path.is_file():
            tell(sheet, "course-file", ("rulebook",), value=course.rulebook)
            return None
        source = path.read_bytes()
        rulebook, problems = read_rulebook(source, str(path), standard())
        self.problems += problems
        if rulebook is None:
            tell(sheet, "course-not-a-rulebook", ("rulebook",), value=course.rulebook)
            return None
        return source

    def _roster(self, course: Course, folder: Path, sheet: Sheet) -> None:
        if course.roster is None:
            return
        path = folder / course.roster
        if path.is_file():
            self.problems += read_roster(path.read_bytes(), str(path))[1]
        else:
            tell(sheet, "course-file", ("roster",), value=course.roster)
