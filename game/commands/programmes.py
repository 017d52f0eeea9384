"""The course that a command was asked about, read with all that it names, or refused as `check` tells it."""

from pathlib import Path

from game import library, programme
from game.commands import mistaken
from game.commands.asked import Refused, as_json, misuse, reason
from game.commands.typed import command
from game.course.file import is_course
from game.course.tasks import Programme
from game.i18n import Words
from game.scenario import Problem


def course(name: str, words: Words) -> Programme:
    """Return the course of a file, or of an id that comes with the game.

    Refused: 2 where there is no such file or it is no course, 1 where it has errors. Warnings do not stand in the way:
    whoever writes the course has `check` to see them.
    """
    path = _path(name, words)
    try:
        source = path.read_bytes()
        if not is_course(source):
            raise misuse(_no_course(path, words))
        found = programme.load(path)
    except FileNotFoundError as error:
        if not path.is_file():
            raise misuse(words("error.unreadable", name=name, reason=reason(error, words))) from None
        found = None  # a file that the course names is not there
    except (OSError, ValueError) as error:
        raise misuse(words("error.unreadable", name=_named(error, name), reason=reason(error, words))) from None
    if found is None:
        raise _wrong(path, source, words)
    return found


def _path(name: str, words: Words) -> Path:
    """Return the path that is named; what is there but is no file is told about when it is read."""
    try:
        return library.find_course(name)
    except library.NotFound as error:
        if library.is_anything(Path(name)):
            return Path(name)
        near = words("error.near", name=error.near) if error.near else ""
        raise misuse(words("course.none", name=name) + near) from None


def _named(error: OSError | ValueError, name: str) -> str:
    return str(getattr(error, "filename", None) or name)


def _no_course(path: Path, words: Words) -> str:
    """Return what the file is instead, and what to do with it."""
    if (told := mistaken.other(path, words)) is not None:
        return told
    return words("course.not_a_course", name=path, check=command("check", path))


def _wrong(path: Path, source: bytes, words: Words) -> Refused:
    """Return the refusal of a course with errors, with all of them, those of the files that it names too."""
    # What looks at everything brings the proof and NumPy along, for which nobody waits whose course is right.
    from game.commands.subjects import Inspection

    inspection = Inspection()
    inspection.course(path, source)
    problems = [problem for problem in inspection.problems if problem.level == "error"]
    return Refused(1, {"problems": [as_json(one, words.language) for one in problems]}, _lines(problems, path, words))


def _lines(problems: list[Problem], path: Path, words: Words) -> list[str]:
    told = [problem.told(words.language) for problem in problems]
    return [*told, words("course.wrong", count=len(told), check=command("check", path))]
