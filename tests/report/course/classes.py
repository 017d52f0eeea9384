"""Classes to report on: trainees of different skill, attempts of every kind, and names that try to break out."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any, Final

from game.course.attempt import Answers, Attempt, Pick
from game.course.grading.gradebook import grade_book
from game.course.grading.items import item_analysis
from game.course.grading.results import GradeBook, ItemAnalysis
from game.course.roster import Member
from game.engine import begin, choose, look
from game.scenario import Scenario
from game.scenario.words import BLOCKERS
from tests.course.classroom import CLOSED, CLOSES, OPEN, Classroom, shipped

NAMES: Final = ("李芳", "王小丽", "张建国", "陈思远", "Anna Lindqvist", "刘洋", "赵敏", "孙志强", "周婷", "Omar Haddad")
GROUPS: Final = ("早班", "晚班")
HOSTILE: Final = "=HYPERLINK(1)</script><script>alert(1)</script>\"'&\u202e\0倒"
TERMS: Final = (
    "mode: exam\npass: {overall: 62, verdict: acceptable}\nattempts: {allowed: 3, counts: best}\nminutes: 15\n" + CLOSES
)
PHASES: Final = {
    "before": ("hotel/room-not-ready",),
    "practice": ("ecommerce/late-parcel",),
    "after": ("heating/burst-pipe", "education/slipping-grades"),
}


def members(many: int) -> list[Member]:
    """Return a roster of so many people in two groups; beyond the first ten they have numbers in their names."""
    rows = range(many)
    names = [NAMES[row] if row < len(NAMES) else f"{NAMES[row % len(NAMES)]}{row}" for row in rows]
    return [Member(f"2026{row:04}", names[row], GROUPS[row % 2], "", 1.0) for row in rows]


def course(
    many: int = 12, tries: int | tuple[int, ...] = 2, *, roster: bool = True, terms: str = TERMS, seed: int = 5
) -> Classroom:
    """Return a class in which everybody has held every talk `tries` times (or each so often), getting better, but for
    the last two: the one has begun a talk and the other nothing."""
    people = members(many)
    room = Classroom(
        terms,
        {phase: [shipped(name) for name in names] for phase, names in PHASES.items()},
        compare={"after": "before"},
        roster=people if roster else None,
    )
    random = Random(seed)
    for row, person in enumerate(people[:-1]):
        for task in range(len(room.programme.tasks)):
            for attempt in range(tries if isinstance(tries, int) else tries[task]):
                if row == many - 2 and (task or attempt):
                    continue
                skill = 0.25 + 0.6 * row / many + 0.12 * task + 0.1 * attempt
                talk(room, person.id if roster else person.name, task, skill, random, whole=row != many - 2)
    return room


def talk(
    room: Classroom, trainee: str, task: int, skill: float, random: Random, *, whole: bool = True, **changed: Any
) -> Attempt:
    """Let somebody of a skill (0 to 1) hold a talk; not `whole`: they stop after two picks."""
    set_ = room.programme.tasks[task]
    picks = walk(set_.scenario, skill, random)[: None if whole else 2]
    said = tuple(Pick(turn, pick, random.randint(4000, 22000)) for turn, pick in enumerate(picks, 1))
    guess = min(100, max(0, round(45 + 45 * skill + random.gauss(8, 10))))
    answers = Answers(f"第 {len(picks)} 句", guess, "先听完再说。") if whole and random.random() < 0.8 else None
    made = room.sits(trainee, picks, task, answers=answers, **changed)
    spent = sum(pick.milliseconds for pick in said) // 1000 + 20
    ended = made.started + timedelta(seconds=spent) if whole else None
    room.attempts[-1] = replace(made, picks=said, ended=ended)
    return room.attempts[-1]


def walk(scenario: Scenario, skill: float, random: Random) -> tuple[str, ...]:
    """Return the picks of somebody who sees the better response so often, and else picks whatever comes."""
    play = begin(scenario)
    while not play.over and len(play.turns) < 40:
        moment = look(play)
        choices = [choice.id for choice in moment.offered if choice.id != "silence"] or ["silence"]
        best = max(choices, key=lambda id_: _worth(scenario, moment.beat.id if moment.beat else "", id_))
        choose(play, best if random.random() < skill else random.choice(choices))
    return play.picks


def _worth(scenario: Scenario, beat: str, response: str) -> int:
    found = next((one for one in scenario.beats[beat].responses if one.id == response), None)
    if found is None:
        return -9
    bad = len(found.tags & {*BLOCKERS})
    return len(found.tags) - 4 * bad + sum(level for _, level in found.deliver) + 2 * (found.extra is not None)


def analyses(room: Classroom) -> tuple[ItemAnalysis, ...]:
    """Return the item analysis of a class, after closing time."""
    return item_analysis(room.programme, room.results(CLOSED))


def book(room: Classroom, *, closed: bool = True, group: str | None = None) -> GradeBook:
    """Return the grade book of a class, before or after closing time."""
    now = CLOSED if closed else OPEN
    return grade_book(room.programme, room.results(now), now, group)
