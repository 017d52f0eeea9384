"""Where a play stands: all of its numbers between two turns, as one value."""

from typing import Final

from msgspec import Struct

UNHEARD: Final = 50
"""Empathy and NVC before the first turn that counts."""

Levels = tuple[int, ...]
"""One number for each component, in the order of the scenario's `expects`."""


class Standing(Struct, frozen=True, gc=False):
    """The numbers of a play after a turn.

    `perceived`, `desired`, `adequate` are 0 to 10; `deeds` sums what was delivered and surprised on each component.
    `marks` are bits (see `Layout`); `open_promises` are numbers of promises in the order made. `empathy_sum`, `nvc_sum`
    and `turn_weights` are the sums of the running means `empathy` and `nvc`, 0 to 100.
    """

    heat: int
    perceived: Levels
    desired: Levels
    adequate: Levels
    deeds: Levels
    meters: tuple[int, ...]
    marks: int
    open_promises: tuple[int, ...]
    broken_promises: int
    set_points: int
    empathy_sum: int
    nvc_sum: int
    turn_weights: int
    empathy: int
    nvc: int


def half_up(numerator: int, denominator: int) -> int:
    """Return numerator/denominator rounded to the nearest whole number, halves up; the denominator is above 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def clamp(value: int, low: int, high: int) -> int:
    """Return `value` kept between `low` and `high`."""
    return low if value < low else high if value > high else value
