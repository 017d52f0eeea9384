"""The statistics of a course agree with those of SciPy and Pingouin, and say nothing where nothing can be said."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from game.course.grading.statistics import (
    beta_share,
    correlation,
    correlation_interval,
    cronbach,
    f_quantile,
    paired,
    share_interval,
    t_quantile,
    widening,
)
from tests.course.oracles import pandas, pingouin, pingouin_interval

SCORES = st.integers(0, 100)
PAIRS = st.lists(st.tuples(SCORES, SCORES), min_size=4, max_size=40)


def table(persons: int, tasks: int, seed: int) -> Any:
    """A class on paper: scores of persons who differ, at tasks that differ."""
    dice = np.random.default_rng(seed)
    skill = dice.normal(60, 12, (persons, 1))
    return np.clip(np.round(skill + dice.normal(0, 10, (persons, tasks))), 0, 100)


@pytest.mark.parametrize("freedom", [1, 2, 3, 9, 29, 120, 4999])
@pytest.mark.parametrize("part", [0.9, 0.975, 0.995])
def test_quantiles_of_t_are_those_of_scipy(freedom: int, part: float) -> None:
    """An interval of a mean is as wide as the tables say, for two trainees as for five thousand."""
    assert t_quantile(part, freedom) == pytest.approx(stats.t.ppf(part, freedom), rel=1e-10)


@pytest.mark.parametrize(("over", "under"), [(1, 1), (9, 9), (9, 36), (499, 1996), (4999, 44991)])
@pytest.mark.parametrize("part", [0.025, 0.5, 0.975])
def test_quantiles_of_f_are_those_of_scipy(over: int, under: int, part: float) -> None:
    """The interval of alpha rests on the same F as everybody's."""
    assert f_quantile(part, over, under) == pytest.approx(stats.f.ppf(part, over, under), rel=1e-10)


@given(st.floats(0, 0.999999), st.floats(0.5, 400), st.floats(0.5, 400))
def test_the_beta_function_is_that_of_scipy(x: float, a: float, b: float) -> None:
    """What all quantiles rest on holds wherever it is asked."""
    assert beta_share(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-11)


@given(PAIRS)
def test_a_gain_is_told_as_a_paired_t_test_tells_it(pairs: list[tuple[int, int]]) -> None:
    """Mean gain, its interval and dz of a class are what SciPy's paired t test makes of the same scores."""
    before, after = np.array(pairs, float).T
    assume(len({b - a for a, b in pairs}) > 1)
    found, test = paired(before, after), stats.ttest_rel(after, before)
    assert found is not None
    assert found.interval is not None
    low, high = test.confidence_interval()
    assert found.n == len(pairs)
    assert found.gain == pytest.approx(after.mean() - before.mean())
    assert found.interval == pytest.approx((low, high))
    assert found.dz == pytest.approx(test.statistic / np.sqrt(len(pairs)), abs=1e-9)


def test_a_gain_agrees_with_pingouin() -> None:
    """So does Pingouin's, to the digits that it tells."""
    before, after = table(25, 2, 3).T
    found = paired(before, after)
    told = pingouin.ttest(after, before, paired=True).iloc[0]
    assert found is not None
    assert found.interval == pytest.approx(pingouin_interval(told), abs=0.006)


def test_a_gain_that_is_the_same_for_all_has_no_interval() -> None:
    """Where everybody gained five points there is no spread to tell an interval from; the gain itself is told."""
    found = paired([50, 60, 70.5], [55, 65, 75.5])
    assert found is not None
    assert found.gain == pytest.approx(5)
    assert (found.interval, found.dz) == (None, None)


def test_one_trainee_has_a_gain_but_no_interval_and_nobody_has_nothing() -> None:
    """A class of one is not a class."""
    one = paired([40], [60])
    assert one is not None
    assert (one.n, one.gain, one.interval) == (1, 20, None)
    assert paired([], []) is None


@given(PAIRS)
def test_a_correlation_and_its_interval_are_those_of_scipy(pairs: list[tuple[int, int]]) -> None:
    """Discrimination is Pearson's r, its interval Fisher's."""
    x, y = np.array(pairs, float).T
    assume(len(set(x)) > 1 and len(set(y)) > 1)
    r, test = correlation(x, y), stats.pearsonr(x, y)
    assert r == pytest.approx(test.statistic, abs=1e-9)
    assume(abs(test.statistic) < 0.999)
    interval = test.confidence_interval()
    assert r is not None
    assert correlation_interval(r, len(x)) == pytest.approx((interval.low, interval.high), abs=1e-7)


def test_a_correlation_agrees_with_pingouin() -> None:
    """So are Pingouin's."""
    x, y = table(40, 2, 5).T
    told = pingouin.corr(x, y).iloc[0]
    r = correlation(x, y)
    assert r == pytest.approx(told["r"], abs=1e-6)
    assert r is not None
    assert correlation_interval(r, 40) == pytest.approx(pingouin_interval(told), abs=0.006)


def held(kinds: bool, *, widened: bool) -> float:
    """The share of 400 classes of 60 whose interval holds the truth, with marks of two kinds or normal ones."""
    dice = np.random.default_rng(11)

    def marks(classes: int, persons: int) -> Any:
        ability = dice.normal(size=(classes, persons, 1))
        drawn = 2.2 + 2 * ability + dice.logistic(size=(classes, persons, 5))
        return (drawn > 0).astype(float) if kinds else drawn

    (whole,) = marks(1, 400_000)
    truth = np.corrcoef(whole[:, 0], whole[:, 1:].mean(axis=1))[0, 1]
    found = 0
    for one in marks(400, 60):
        x, y = one[:, 0], one[:, 1:].mean(axis=1)
        r = correlation(x, y)
        interval = None if r is None else correlation_interval(r, 60, widening(x, y) if widened else 1.0)
        found += interval is None or interval[0] <= truth <= interval[1]
    return found / 400


def test_the_interval_of_a_correlation_holds_the_truth_whatever_the_marks() -> None:
    """Marks of two kinds, most of them the best, need a wider interval than z's, or it holds the truth too seldom."""
    assert held(True, widened=False) < 0.9
    assert held(True, widened=True) == pytest.approx(0.95, abs=0.03)
    assert held(False, widened=True) == pytest.approx(0.95, abs=0.03)


def test_normal_values_need_no_wider_interval() -> None:
    """For them the interval is Fisher's; it is never narrower."""
    x, y = np.random.default_rng(2).multivariate_normal((0, 0), ((1, 0.5), (0.5, 1)), 200_000).T
    assert widening(x, y) == pytest.approx(1, abs=0.02)
    assert widening([0, 0, 1, 1], [0, 1, 0, 1]) == 1


def test_a_perfect_correlation_has_no_interval() -> None:
    """Of 1 and -1 z knows nothing: one person who differs may have made them."""
    assert correlation_interval(1.0, 40) is None
    assert correlation_interval(-1.0, 40) is None


@pytest.mark.parametrize(
    ("one", "other"), [([1, 2], [2, 1]), ([5, 5, 5, 5], [1, 2, 3, 4]), ([0.1 + 0.2, 0.3, 0.3], [1, 2, 3])]
)
def test_no_correlation_is_made_up(one: list[float], other: list[float]) -> None:
    """Two pairs always lie on a line, and what does not vary goes with nothing, not even by its rounding."""
    assert correlation(one, other) is None


@given(st.integers(0, 60), st.integers(1, 60))
def test_the_interval_of_a_share_is_that_of_scipy(hits: int, more: int) -> None:
    """Of shares, the interval of a facility is Wilson's."""
    n = hits + more
    told = stats.binomtest(hits, n).proportion_ci(method="wilson")
    assert share_interval(hits / n, n) == pytest.approx((told.low, told.high), abs=1e-12)


def test_the_interval_of_a_share_does_not_shrink_to_a_point() -> None:
    """Ten of ten who did well do not prove that everybody will."""
    low, high = share_interval(1.0, 10)
    assert (0.70 < low < 0.75, high) == (True, 1.0)


@pytest.mark.parametrize(("persons", "tasks", "seed"), [(10, 2, 1), (30, 5, 2), (200, 12, 3)])
def test_alpha_and_its_interval_are_those_of_pingouin(persons: int, tasks: int, seed: int) -> None:
    """Cronbach's alpha with Feldt's interval agrees with Pingouin to the digits that it tells."""
    values = table(persons, tasks, seed)
    alpha, interval = pingouin.cronbach_alpha(pandas.DataFrame(values))
    found = cronbach(values)
    assert found is not None
    assert found[0] == pytest.approx(alpha)
    assert found[1] == pytest.approx(tuple(interval), abs=0.0006)


@pytest.mark.parametrize("values", [[[1, 2]], [[1], [2], [3]], [[60, 70], [70, 60], [65, 65]]])
def test_no_alpha_is_made_up(values: list[list[int]]) -> None:
    """One person, one task, or sums that are all the same have none."""
    assert cronbach(values) is None
