"""A class on paper, for the tests of results: a course that is read like any, its scenarios, and attempts at them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from game.course.attempt import Answers, Attempt, Pick
from game.course.file import read_course
from game.course.grading.rescoring import rescore
from game.course.grading.results import Result
from game.course.roster import Member
from game.course.tasks import Programme, Task, key_of
from game.engine import begin, choose, look, read_rulebook, standard
from game.scenario import Scenario, read

SCENARIOS: Final = Path(__file__).resolve().parents[2] / "scenarios"
STARTED: Final = datetime(2026, 11, 20, 8, tzinfo=UTC)
OPEN: Final = datetime(2026, 11, 25, tzinfo=UTC)
"""While the course is open, and after it has closed."""
CLOSED: Final = datetime(2026, 12, 2, tzinfo=UTC)
CLOSES: Final = "closes: 2026-12-01T20:00+08:00\n"

TWO_CHOICES: Final = """\
format: 1
id: {id}
title: {{zh: 两问, en: Two questions}}
domain: other
brief: {{zh: 试一试。, en: Have a go.}}
customer:
  name: {{zh: 王姐, en: Ms Wang}}
  heat: 4
  expects:
    service: {{weight: 2, adequate: 4, desired: 6, perceived: 5, can: 8}}
beats:
{beats}
endings:
  bye: {{says: {{zh: 再见。, en: Bye.}}}}
"""
_BEAT: Final = """\
  {id}:
    says: {{zh: 怎么办？, en: What now?}}
    {patience}responses:
      good: {{say: {{zh: 我听见了，这就办。, en: I hear you.}}, tags: [reaction, feeling], deliver: {{service: 1}}}}
      fair: {{say: {{zh: 我来办。, en: I will see to it.}}, tags: [feeling], deliver: {{service: 1}}}}
      poor: {{say: {{zh: 别急。, en: Calm down.}}, tags: [minimising]}}
      {rare}
"""
_RARE: Final = (
    "rare: {say: {zh: 都怪您。, en: It is your fault.}, tags: [blame]}",
    "guarded: {say: {zh: 都怪您。, en: It is your fault.}, tags: [blame], if: {heat: {min: 9}}}",
)


def small(id_: str = "small", beats: int = 4, *, guarded: bool = False, patience: bool = False) -> bytes:
    """Return a scenario of some beats in a row, each with a good, a fair and a poor response, and a fourth one."""
    told = [
        _BEAT.format(id=f"b{place}", rare=_RARE[guarded], patience="patience: 30\n    " if patience else "")
        for place in range(1, beats + 1)
    ]
    told[-1] = "\n".join(
        line if "{say:" not in line else f"{line.rstrip()[:-1]}, then: bye}}" for line in told[-1].split("\n")
    )
    return TWO_CHOICES.format(id=id_, beats="".join(told).rstrip("\n")).encode()


def shipped(name: str) -> bytes:
    """Return the bytes of a scenario that comes with the game: "hotel/room-not-ready"."""
    return (SCENARIOS / f"{name}.yaml").read_bytes()


@cache
def scenario(raw: bytes) -> Scenario:
    """Return the scenario of these bytes, which must be without errors."""
    found, problems = read(raw, "scenario.yaml")
    assert found is not None, "\n".join(problem.told("en") for problem in problems)
    return found


class Classroom:
    """A course with its scenarios, and the attempts that were made at it."""

    def __init__(
        self,
        terms: str = "",
        phases: Mapping[str, Sequence[bytes]] | None = None,
        *,
        compare: dict[str, str] | None = None,
        personas: str | None = "base",
        roster: Iterable[Member] | None = None,
        overlay: bytes | None = None,
    ) -> None:
        """Lay out a course of `terms` (YAML) and phases; those named practice are practice, all others as the course
        says."""
        self.sources: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.attempts: list[Attempt] = []
        self.phases: Mapping[str, Sequence[bytes]] = phases if phases is not None else {"exam": [small()]}
        self.source = _course_file(terms, self.phases, compare or {}, personas)
        course, sheet = read_course(self.source, "course.yaml")
        assert course is not None, [problem.told("en") for problem in sheet.problems]
        modes = {phase.id: phase.mode for phase in course.phases}
        tasks = tuple(
            Task(key_of(phase, scenario(raw), personas), phase, modes[phase], scenario(raw), raw, "", personas)
            for phase, raws in self.phases.items()
            for raw in raws
        )
        rulebook = standard() if overlay is None else read_rulebook(overlay, "rules.yaml", standard())[0]
        assert rulebook is not None
        members = None if roster is None else tuple(roster)
        self.programme = Programme(course, self.source, rulebook, overlay, members, tasks)
        for raw in (*(raw for raws in self.phases.values() for raw in raws), *([] if overlay is None else [overlay])):
            self.sources[hashlib.sha256(raw).hexdigest()] = raw

    def source_of(self, sha256: str) -> bytes:
        """Return the bytes of a hash, and remember that they were asked for."""
        self.asked.append(sha256)
        return self.sources[sha256]

    def sits(
        self, trainee: str, picks: Iterable[str], at: int = 0, *, milliseconds: int = 4000, **changed: Any
    ) -> Attempt:
        """Note an attempt at a task, begun a minute after the one before it, with so much time for each pick."""
        number, set_ = len(self.attempts), self.programme.tasks[at]
        started = STARTED + timedelta(minutes=number)
        told: dict[str, Any] = {
            "id": f"{number:08x}-0000-4000-8000-000000000000",
            "scenario": set_.scenario.id,
            "sha256": hashlib.sha256(set_.source).hexdigest(),
            "rulebook": self.programme.rulebook.id,
            "rulebook_version": self.programme.rulebook.version,
            "persona": None if set_.persona in (None, "base") else set_.persona,
            "mode": set_.mode,
            "language": "zh",
            "seed": number,
            "trainee": trainee,
            "started": started,
            "ended": started + timedelta(seconds=50),
            "picks": tuple(Pick(turn, pick, milliseconds) for turn, pick in enumerate(picks, 1)),
            "answers": None,
            "rulebook_sha256": None
            if self.programme.overlay is None
            else hashlib.sha256(self.programme.overlay).hexdigest(),
            "course": self.programme.course.id,
            "course_sha256": self.programme.course.sha256,
            "task": set_.key,
        }
        guess = changed.pop("guess", None)
        if guess is not None:
            told["answers"] = Answers(guess=guess)
        attempt = Attempt(**told | changed)
        self.attempts.append(attempt)
        return attempt

    def results(self, now: datetime = OPEN) -> tuple[Result, ...]:
        """Return the results of all attempts."""
        return rescore(self.programme, self.attempts, self.source_of, now)


def _course_file(
    terms: str, phases: Mapping[str, Sequence[bytes]], compare: dict[str, str], personas: str | None
) -> bytes:
    """Return a course file; the paths in it lead nowhere, since nothing here reads a disk."""
    mode = "" if "mode:" in terms else "mode: exam\n"
    lines = [f"format: 1\nid: autumn\ntitle: {{zh: 秋季班, en: Autumn}}\n{mode}{terms}phases:"]
    for phase, raws in phases.items():
        lines.append(f"- id: {phase}")
        lines += ["  mode: practice"] if phase == "practice" else []
        lines += [f"  compare: {compare[phase]}"] if phase in compare else []
        who = "" if personas is None else f", persona: {personas}"
        lines.append("  scenarios: [" + ", ".join(f"{{file: {n}.yaml{who}}}" for n, _ in enumerate(raws)) + "]")
    return "\n".join(lines).encode()


def at_random(found: Scenario, dice: Random, persona: str | None = None, most: int = 60) -> tuple[str, ...]:
    """Return picks of a play in which any response is as likely, to its end or to so many picks."""
    play = begin(found, persona)
    while not play.over and len(play.turns) < most:
        choose(play, dice.choice(look(play).offered).id)
    return play.picks
