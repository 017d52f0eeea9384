"""The few statistics that a course needs, over NumPy arrays; no more is claimed of numbers than they allow.

Quantiles of t and F come from the regularised incomplete beta function by its continued fraction (DLMF 8.17.22, with
Lentz's way of working it out; Press et al., Numerical Recipes, 6.4), turned round by halving.
"""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray

from game.course.grading.results import Interval

Floats = NDArray[np.float64]

SURE: Final = 0.95
"""How sure every interval is."""
UPPER: Final = (1 + SURE) / 2
SIGMAS: Final = NormalDist().inv_cdf(UPPER)
"""So many standard errors to either side, where a number is normally distributed."""
LEAST_PLAYS: Final = 4
"""Fisher's interval of a correlation divides by the root of n - 3."""
_STEPS: Final = 500
_TINY: Final = 1e-300
_NEAR: Final = 1e-15
_SAME: Final = 1e-12
"""Values that spread less, measured by their size, do not vary: what is left are roundings."""


class Paired(Struct, frozen=True):
    """A paired comparison: means over `n` pairs, the interval of the mean gain, Cohen's d of paired differences."""

    n: int
    before: float
    after: float
    gain: float
    interval: Interval | None
    dz: float | None


def paired(before: ArrayLike, after: ArrayLike) -> Paired | None:
    """Return the paired comparison of two lists of the same length; None where they are empty.

    The interval is Student's. dz is the mean difference by the standard deviation of the differences (Lakens 2013,
    formula 6); None where fewer than two pairs, or differences that are all the same, allow none.
    """
    first, second = np.asarray(before, np.float64), np.asarray(after, np.float64)
    n = len(first)
    if not n:
        return None
    change = second - first
    gain, spread = float(change.mean()), deviation(change)
    told = float(first.mean()), float(second.mean()), gain
    if spread is None:
        return Paired(n, *told, None, None)
    reach = t_quantile(UPPER, n - 1) * spread / math.sqrt(n)
    return Paired(n, *told, (gain - reach, gain + reach), gain / spread)


def deviation(values: Floats) -> float | None:
    """Return the standard deviation of a sample (n - 1); None for fewer than two values and where they do not vary."""
    if len(values) < 2:
        return None
    spread = float(values.std(ddof=1))
    return spread if spread > _SAME * max(1.0, float(np.abs(values).max())) else None


def correlation(one: ArrayLike, other: ArrayLike) -> float | None:
    """Return Pearson's correlation, -1 to 1; None for fewer than three pairs and where one of them does not vary."""
    x, y = np.asarray(one, np.float64), np.asarray(other, np.float64)
    if len(x) < 3 or deviation(x) is None or deviation(y) is None:
        return None
    x, y = x - x.mean(), y - y.mean()
    found = float((x @ y) / math.sqrt(float(x @ x) * float(y @ y)))
    return max(-1.0, min(1.0, found))


def correlation_interval(r: float, n: int, wider: float = 1.0) -> Interval | None:
    """Return the interval of a correlation over `n` pairs by Fisher's z (Fisher 1921), so many times `wider` there.

    None for fewer than four, and for 1 and -1, of which z knows no interval: a single person may have made them.
    """
    if n < LEAST_PLAYS or abs(r) >= 1 - _SAME:
        return None
    middle, reach = math.atanh(r), wider * SIGMAS / math.sqrt(n - 3)
    return math.tanh(middle - reach), math.tanh(middle + reach)


def widening(one: ArrayLike, other: ArrayLike) -> float:
    """Return how many times wider z's interval is for these values than for normally distributed ones; at least 1.

    Marks of few kinds, most of them the best, are far from normal: z's own interval would then hold the truth in 85 of
    100 classes rather than 95. The large-sample variance of a correlation is that of any distribution, by the moments
    of fourth order (Steiger and Hakstian 1982; Bishara, Li and Nash 2018). For a pair that has a correlation below 1.
    """
    x, y = np.asarray(one, np.float64), np.asarray(other, np.float64)
    x, y = (x - x.mean()) / x.std(), (y - y.mean()) / y.std()
    xx, yy, xy = x * x, y * y, x * y
    r = float(xy.mean())
    if abs(r) >= 1 - _SAME:
        return 1.0
    even = float((xx * xx).mean() + 2 * (xx * yy).mean() + (yy * yy).mean())
    odd = float((xx * xy).mean() + (xy * yy).mean())
    square = (even * r * r / 4 - odd * r + float((xx * yy).mean())) / (1 - r * r) ** 2
    return math.sqrt(max(1.0, square))


def share_interval(mean: float, n: int) -> Interval:
    """Return the interval of a mean of `n` values that lie between 0 and 1, by Wilson's score (Wilson 1927).

    It is exact in form for shares; for other values in that range it is no narrower than it has to be, since their
    variance is at most mean·(1 - mean) (Bhatia and Davis 2000). It stays within 0 and 1 and does not shrink to a point
    where all values are the same.
    """
    if n < 1:
        return 0.0, 1.0
    square = SIGMAS * SIGMAS / n
    middle = (mean + square / 2) / (1 + square)
    reach = SIGMAS * math.sqrt(mean * (1 - mean) / n + square / (4 * n)) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def cronbach(table: ArrayLike) -> tuple[float, Interval] | None:
    """Return Cronbach's alpha of a table (one line a person, one column a task) and its interval.

    alpha = k/(k-1)·(1 - sum of the variances of the tasks / variance of the sums) (Cronbach 1951). The interval is
    Feldt's (Feldt, Woodruff and Salih 1987): (1 - alpha)·F with n - 1 and (n - 1)(k - 1) degrees of freedom, taken
    from 1. None for fewer than two persons or tasks, and where the sums do not vary.
    """
    values = np.asarray(table, np.float64)
    n, k = values.shape
    if n < 2 or k < 2 or deviation(values.sum(axis=1)) is None:
        return None
    whole = float(values.sum(axis=1).var(ddof=1))
    alpha = k / (k - 1) * (1 - float(values.var(axis=0, ddof=1).sum()) / whole)
    low, high = (1 - (1 - alpha) * f_quantile(part, n - 1, (n - 1) * (k - 1)) for part in (UPPER, 1 - UPPER))
    return alpha, (low, high)


def t_quantile(part: float, freedom: int) -> float:
    """Return the quantile of Student's t below which `part` (above 0.5, below 1) of the distribution lies."""
    # With x = df / (df + t²), both tails together hold I_x(df/2, 1/2).
    x = _turned(lambda one: beta_share(one, freedom / 2, 0.5), 2 * (1 - part))
    return math.sqrt(freedom * (1 - x) / x)


def f_quantile(part: float, over: int, under: int) -> float:
    """Return the quantile of F with `over` and `under` degrees of freedom, below which `part` (0 to 1) of it lies."""
    # P(F <= f) = I_x(over/2, under/2) with x = over·f / (over·f + under).
    x = _turned(lambda one: beta_share(one, over / 2, under / 2), part)
    return under * x / (over * (1 - x))


def beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), 0 to 1, for x from 0 to 1 and a, b above 0."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # the continued fraction is quick on the other side
        return 1 - beta_share(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / (a * _fraction(x, a, b))


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction 1 + d1/(1 + d2/(1 + ...)) of I_x(a, b), by Lentz's method."""
    value, up, down = 1.0, 1.0, 0.0
    for step in range(1, _STEPS):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        down = 1 / ((1 + term * down) or _TINY)
        up = (1 + term / up) or _TINY
        value *= up * down
        if abs(up * down - 1) < _NEAR:
            break
    return value


def _turned(rising: Callable[[float], float], wanted: float) -> float:
    """Return where a function that rises from 0 to 1 on the way from 0 to 1 takes a value."""
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in (low, high):
        if rising(middle) < wanted:
            low = middle
        else:
            high = middle
    return middle
