"""How long the reports on a class take: 500 trainees with ten attempts each, by kind of file.

    python -m tests.bench.course_report [TRAINEES]

Times are those of the processor, so that a busy machine tells the same. Goals: pages under 5 s, PDFs under 15 s,
the workbook under 5 s. What is proven about the scenarios for the item analysis is worked out once for each version and
told by itself.
"""

import sys
import time
from collections.abc import Callable
from typing import Any, Final

from game.i18n import words
from game.report.course import class_report
from game.report.course.folder import class_files
from tests.report.course.classes import analyses, book, course

TRAINEES: Final = 500
ATTEMPTS: Final = (2, 2, 3, 3)
"""Of each of the four customers: ten together."""
GOALS: Final = {"html": 5.0, "pdf": 15.0, "xlsx": 5.0, "csv": 5.0, "moodle": 5.0}


def main(arguments: list[str]) -> int:
    """Print the times."""
    many = int(arguments[0]) if arguments else TRAINEES
    room = course(many, ATTEMPTS)
    print(f"trainees: {many}, attempts: {len(room.attempts)}")
    analysed = _timed("items, with proofs", lambda: analyses(room))
    _timed("items again", lambda: analyses(room))
    graded = _timed("rescored and graded", lambda: book(room))
    report = _timed("what is said", lambda: class_report(words("zh"), graded, analysed))
    for form, goal in GOALS.items():
        _files(form, goal, report)
    return 0


def _files(form: str, goal: float, report: Any) -> None:
    began = time.process_time()
    files = list(class_files(words("zh"), report, (form,), roster=True))
    size = sum(len(raw) for _, raw in files) / 1e6
    print(f"{form:22}{time.process_time() - began:8.2f} s  (goal {goal:.0f} s)  {len(files)} files, {size:.1f} MB")


def _timed(name: str, work: Callable[[], Any]) -> Any:
    began = time.process_time()
    result = work()
    print(f"{name:22}{time.process_time() - began:8.2f} s")
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
