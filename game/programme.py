"""A course read from the disk with all that it names. What is wrong with one is told by `game.commands.programmes`."""

from pathlib import Path

from game import library
from game.course.file import Assigned, Course, Phase, read_course
from game.course.roster import Member, read_roster
from game.course.tasks import Programme, Task, key_of
from game.engine import Rulebook, read_rulebook, standard


def load(path: Path) -> Programme | None:
    """Return the course of a file with its scenarios, rulebook and roster; None where one of them has errors.

    The same customer twice in one phase is one task. OSError where a file is not there or cannot be read. Commands call
    `game.commands.programmes.programme`, which tells all problems as `check` does.
    """
    source = path.read_bytes()
    course, _ = read_course(source, str(path))
    if course is None:
        return None
    rules = _rulebook(course, path.parent)
    roster = _roster(course, path.parent)
    tasks = _tasks(course, path.parent)
    if rules is None or roster == () or tasks is None:
        return None
    return Programme(course, source, *rules, roster, tasks)


def _rulebook(course: Course, folder: Path) -> tuple[Rulebook, bytes | None] | None:
    if course.rulebook is None:
        return standard(), None
    overlay = (folder / course.rulebook).read_bytes()
    rulebook, _ = read_rulebook(overlay, course.rulebook, standard())
    return None if rulebook is None else (rulebook, overlay)


def _roster(course: Course, folder: Path) -> tuple[Member, ...] | None:
    """Return the members of the roster; None without one, none of them where it has errors."""
    if course.roster is None:
        return None
    members, problems = read_roster((folder / course.roster).read_bytes(), course.roster)
    return () if any(problem.level == "error" for problem in problems) else members


def _tasks(course: Course, folder: Path) -> tuple[Task, ...] | None:
    found: dict[str, Task] = {}
    for phase in course.phases:
        for assigned in phase.scenarios:
            task = _task(phase, assigned, folder)
            if task is None:
                return None
            found.setdefault(task.key, task)
    return tuple(found.values())


def _task(phase: Phase, assigned: Assigned, folder: Path) -> Task | None:
    """Return the task that a course assigns, None where its scenario has errors or lacks the persona."""
    entry, _ = library.load(library.assigned(folder, assigned.file))
    if entry is None:
        return None
    try:
        key = key_of(phase.id, entry.scenario, assigned.persona)
    except KeyError:
        return None
    persona = None if assigned.persona is None else entry.scenario.persona(assigned.persona).id or "base"
    return Task(key, phase.id, phase.mode, entry.scenario, entry.source, entry.path, persona, phase.debrief)
