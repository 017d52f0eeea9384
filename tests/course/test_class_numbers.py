"""What the grade book says of a class: its gain, its guesses beside its scores, and how far its tasks agree."""

from random import Random

import pytest
from scipy import stats

from tests.course.classroom import Classroom, small
from tests.course.oracles import pandas, pingouin, pingouin_interval
from tests.course.test_gradebook import BEST, FAIR, MIXED, POOR, book, line, overall

TWICE = [(POOR, BEST), (FAIR, BEST), (MIXED, FAIR), (BEST, BEST), (POOR, MIXED)]


def gained() -> Classroom:
    """A class of six that was compared, of whom one has missed the second phase."""
    phases = {"before": [small("one")], "after": [small("two")]}
    room = Classroom(phases=phases, compare={"after": "before"})
    for number, (before, after) in enumerate(TWICE):
        room.sits(f"t{number}", before)
        room.sits(f"t{number}", after, 1)
    room.sits("t5", POOR)
    return room


def test_the_gain_of_a_class_is_that_of_those_who_were_there_both_times() -> None:
    """Mean gain, interval and dz agree with Pingouin's paired test; whoever missed a phase is not in them."""
    found = book(gained())
    (gain,) = found.gains
    pairs = [overall(before, after) for before, after in TWICE]
    befores, afters = zip(*pairs, strict=True)
    told = pingouin.ttest(list(afters), list(befores), paired=True).iloc[0]
    assert (gain.n, gain.phase, gain.compared) == (5, "after", "before")
    assert gain.interval == pytest.approx(pingouin_interval(told), abs=0.006)
    assert gain.dz == pytest.approx(float(told["T"]) / 5**0.5, abs=0.001)
    assert [(one.gains[0].n, one.gains[0].gain) for one in found.lines] == [
        *[(1, after - before) for before, after in pairs],
        (0, None),
    ]


def test_a_gain_is_told_of_whole_phases_only() -> None:
    """Whoever has done one of a phase's two tasks has no gain yet: the easier one may be the one that is done."""
    phases = {"before": [small("one")], "after": [small("two"), small("three")]}
    room = Classroom(phases=phases, compare={"after": "before"})
    for at in (0, 1):
        room.sits("a", BEST, at)
    assert (line(room, "a").gains[0].n, book(room).gains[0].n) == (0, 0)
    room.sits("a", BEST, 2)
    assert (line(room, "a").gains[0].n, book(room).gains[0].n) == (1, 1)


def test_guesses_stand_beside_scores() -> None:
    """Per trainee and class: how far the guesses were off, to which side, and whether they go with the scores."""
    room = Classroom()
    for number, (picks, guess) in enumerate([(BEST, 70), (FAIR, 60), (POOR, 50), (MIXED, 90), (BEST, None)]):
        room.sits(f"t{number}", picks, guess=guess)
    guesses, scores = [70, 60, 50, 90], overall(BEST, FAIR, POOR, MIXED)
    errors = [guess - score for guess, score in zip(guesses, scores, strict=True)]
    found = book(room)
    assert found.guess.n == 4
    assert found.guess.error == pytest.approx(sum(errors) / 4)
    assert found.guess.off == pytest.approx(sum(map(abs, errors)) / 4)
    assert found.guess.correlation == pytest.approx(stats.pearsonr(guesses, scores).statistic)
    assert [(one.guess.n, one.guess.error) for one in found.lines] == [*[(1, error) for error in errors], (0, None)]


def alphas(persons: int, tasks: int, dice: Random) -> Classroom:
    """A class in which some do well everywhere and some nowhere."""
    room = Classroom(phases={"exam": [small(f"s{at}") for at in range(tasks)]})
    for number in range(persons):
        for at in range(tasks):
            skill = number / persons
            picks = [dice.choices(("good", "fair", "poor"), (skill, 0.2, 1 - skill))[0] for _ in range(4)]
            room.sits(f"t{number}", picks, at)
    return room


def test_alpha_is_that_of_those_who_did_everything() -> None:
    """Consistency over the tasks, of all who have a result in each of them, agrees with Pingouin."""
    room = alphas(14, 4, Random(3))
    del room.attempts[-1]
    found = book(room).alpha
    results = [result.score.overall for result in room.results() if result.score is not None]
    table = pandas.DataFrame([results[at : at + 4] for at in range(0, 13 * 4, 4)])
    alpha, interval = pingouin.cronbach_alpha(table)
    assert (found.persons, found.tasks, found.why) == (13, 4, "")
    assert found.value == pytest.approx(alpha)
    assert found.interval == pytest.approx(tuple(interval), abs=0.0006)


@pytest.mark.parametrize(("persons", "tasks", "why"), [(12, 1, "few-tasks"), (9, 3, "few-persons")])
def test_alpha_is_not_told_of_too_few(persons: int, tasks: int, why: str) -> None:
    """Of one task or nine persons no consistency is told, but how many there are."""
    found = book(alphas(persons, tasks, Random(1))).alpha
    assert (found.value, found.interval, found.why) == (None, None, why)
    assert (found.persons, found.tasks) == (persons, tasks)


def test_alpha_is_not_told_where_all_are_alike() -> None:
    """A class in which everybody comes to the same has no consistency to tell."""
    room = Classroom(phases={"exam": [small("one"), small("two")]})
    for number in range(12):
        for at in (0, 1):
            room.sits(f"t{number}", BEST, at)
    assert book(room).alpha.why == "no-variance"
