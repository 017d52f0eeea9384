"""Measures what a course asks: attempts scored again, the grade book, the item analysis. Processor time, one core."""

import time
from collections.abc import Callable
from random import Random
from typing import Any, Final

from game.course.grading.gradebook import grade_book
from game.course.grading.items import item_analysis
from game.engine import begin, choose, score
from tests.bench.story import deal, unguarded
from tests.bench.written import scenario_file
from tests.course.classroom import OPEN, Classroom, at_random, scenario, shipped

PICKS: Final = 10
ATTEMPTS: Final = 20_000
LARGE: Final = 100_000
ROUNDS: Final = 3
SHIPPED: Final = (
    "hotel/room-not-ready",
    "heating/burst-pipe",
    "ecommerce/late-parcel",
    "education/slipping-grades",
)
Told = Callable[[str], None]


def report(told: Told) -> int:
    """Tell every measure with its goal."""
    _rescoring(told)
    _grade_book(told)
    _items(told)
    return 0


def _rescoring(told: Told) -> None:
    """Tell attempts a second: all with different picks, which share the least, and each played by itself beside it."""
    raw = scenario_file(unguarded(deal(PICKS)))
    room, found, dice = Classroom(phases={"exam": [raw]}), scenario(raw), Random(1)
    picks = [at_random(found, dice) for _ in range(ATTEMPTS)]
    for number, one in enumerate(picks):
        room.sits(f"t{number % 500}", one)
    speed = ATTEMPTS / _least(room.results)
    alone = ATTEMPTS / 10 / _least(lambda: [_alone(found, one) for one in picks[: ATTEMPTS // 10]])
    different = f"{len(set(picks)):,} of {ATTEMPTS:,} different"
    told(f"rescoring: {speed:>9,.0f} a second of {PICKS} picks each, {different} (goal 20,000)")
    told(f"           {alone:>9,.0f} a second each by itself; {speed / alone:.2f} times as many")
    class_, _ = _class(ATTEMPTS * PICKS, Random(2))
    speed = len(class_.attempts) / _least(class_.results)
    many = sum(len(attempt.picks) for attempt in class_.attempts) / len(class_.attempts)
    told(f"           {speed:>9,.0f} a second at the customers that come with the game, {many:.1f} picks each")


def _grade_book(told: Told) -> None:
    """Tell how long the grade book takes: 2,500 trainees, two phases of five tasks, four attempts at each."""
    raws = [shipped(SHIPPED[0]).replace(b"id: hotel", f"id: hotel-{at}".encode(), 1) for at in range(10)]
    room = Classroom("", {"before": raws[:5], "after": raws[5:]}, compare={"after": "before"})
    dice, found = Random(3), room.programme.tasks[0].scenario
    plays = [at_random(found, dice) for _ in range(50)]
    for number in range(LARGE):
        room.sits(f"t{number // 40}", dice.choice(plays), number // 4 % 10, guess=60)
    results = room.results()
    spent = _least(lambda: grade_book(room.programme, results, OPEN))
    told(f"grade book: {spent:.2f} s for {LARGE:,} attempts of {LARGE // 40:,} trainees at 10 tasks (goal under 1 s)")


def _items(told: Told) -> None:
    """Tell how long the item analysis of many picks takes, and how long the qualities, which are worked out once."""
    room, picks = _class(LARGE, Random(4))
    results = room.results()
    cold = _timed(lambda: item_analysis(room.programme, results))
    spent = _least(lambda: item_analysis(room.programme, results))
    told(f"item analysis: {spent:.2f} s for {picks:,} picks at {len(SHIPPED)} customers (goal under 1 s)")
    told(f"               {cold:.2f} s the first time, when the quality of every response is worked out")


def _class(picks: int, dice: Random) -> tuple[Classroom, int]:
    """Return a class at the customers that come with the game, with so many picks or a few more."""
    room, made = Classroom(phases={"exam": [shipped(name) for name in SHIPPED]}), 0
    while made < picks:
        number = len(room.attempts)
        at = number % len(SHIPPED)
        one = at_random(room.programme.tasks[at].scenario, dice)
        room.sits(f"t{number // len(SHIPPED)}", one, at)
        made += len(one)
    return room, made


def _alone(found: Any, picks: tuple[str, ...]) -> Any:
    play = begin(found)
    for pick in picks:
        choose(play, pick)
    return score(play)


def _timed(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _least(work: Callable[[], Any]) -> float:
    """Return the least processor time of some rounds: others on the machine only add to it."""
    return min(_timed(work) for _ in range(ROUNDS))
