"""A class that has taken a course, and what there is to say of it as statements."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from game import programme
from game.course.attempt import Attempt, Enrolment
from game.course.grading.rescoring import rescore
from game.course.grading.results import Result
from game.course.store import Store
from game.course.tasks import Programme
from game.course.xapi.statements import Statement, Telling
from game.course.xapi.terms import Naming

FLAT: Final = Path(__file__).resolve().parents[3] / "docs" / "examples" / "heating-cold-flat.yaml"
WELL: Final = ("hear-her", "ask-room", "honest-time", "close-the-loop")
"""Overall 95, exceeded (the design's worked example)."""
FAIRLY: Final = ("hear-her", "ask-room", "half-hour", "done")
"""Overall 41, below."""
BADLY: Final = ("calm-down",)
"""Overall 7, and the customer is lost."""
ROSTER: Final = "id,name,group\n101,张三丰,一组\n102,李清照,一组\n"


def course(folder: Path, roster: bool = False) -> Programme:
    """A course of two phases about the cold flat; what it takes to pass is the default."""
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    path = folder / "course.yaml"
    phases = [
        f"  - {{id: {phase}, scenarios: [{{file: '{FLAT.as_posix()}', persona: base}}]}}"
        for phase in ("before", "after")
    ]
    head = ["format: 1", "id: 秋季班", "title: {zh: 秋季班, en: Autumn}", "mode: exam", "phases:"]
    lines = [*head, *phases, *(["roster: roster.csv"] if roster else [])]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = programme.load(path)
    assert found is not None
    return found


def talk(
    store: Store,
    held: Programme,
    picks: Iterable[str] = WELL,
    trainee: str = "张三丰",
    over: bool = True,
    members: tuple[str, ...] = (),
) -> Attempt:
    """A talk of somebody's at the first task, 1.5 s for the first pick, 3 s for the second, and so on."""
    task = held.tasks[0]
    attempt = store.begin(
        scenario=task.scenario.id,
        source=task.source,
        rulebook=held.rulebook.id,
        rulebook_version=held.rulebook.version,
        persona=None,
        mode="exam",
        language="zh",
        seed=1,
        trainee=trainee,
        course=Enrolment(held.course.id, held.source, task.key, None),
        members=members,
    )
    for turn, pick in enumerate(picks, start=1):
        store.keep(attempt.id, turn, pick, 1500 * turn)
    if over:
        store.end(attempt.id)
    return store.attempt(attempt.id)


def expired(attempt: Attempt) -> Attempt:
    """The attempt, closed because its time had run out a minute after its start."""
    return replace(attempt, ended=attempt.started + timedelta(minutes=1), expired=True)


def results(store: Store, held: Programme, attempts: Iterable[Attempt]) -> tuple[Result, ...]:
    """The attempts, scored."""
    return rescore(held, attempts, store.source, datetime.now(UTC))


def told(store: Store, held: Programme, attempt: Attempt, naming: Naming | None = None) -> tuple[Statement, ...]:
    """The statements of one attempt."""
    (result,) = results(store, held, [attempt])
    return Telling(held, naming or Naming()).statements(result)


def read(statements: Sequence[Statement]) -> list[dict[str, Any]]:
    """The statements as whoever receives them sees them."""
    return [json.loads(statement.raw) for statement in statements]


def verbs(statements: Sequence[Statement]) -> list[str]:
    """What the statements say, in English."""
    return [one["verb"]["display"]["en-US"] for one in read(statements)]
