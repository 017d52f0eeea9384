"""How well each moment of a talk went: empathy and NVC of what was said there, trainee by trainee or in bands."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final

from game.course.grading.results import Result
from game.course.grading.spoken import spoken
from game.engine import Play
from game.engine.standing import half_up
from game.i18n import Words
from game.report.course.records import HeatMap, HeatRow
from game.scenario import Scenario

MOST_NAMED: Final = 40
"""Up to so many have a row each; more are put together with those who scored about the same."""
BANDS: Final = 10

Said = dict[str, int]
"""The quality of what was said, 0 to 100, by beat."""


def moments(words: Words, scenario: Scenario, talks: Sequence[tuple[str, Result]]) -> HeatMap:
    """Return the map of a task: `talks` are (name, the result that counts), one a trainee.

    The quality of a moment is the mean of its empathy and its NVC, the first time that the talk came there; what does
    not count in the scores is left out. Below it stands what most of them heard there.
    """
    scored = [(name, one.play, one.score.overall) for name, one in talks if one.play is not None and one.score]
    heard = spoken(play for _, play, _ in scored)
    scored.sort(key=lambda one: -one[2])
    rows = [(name, qualities(play)) for name, play, _ in scored]
    beats = [id_ for id_ in scenario.beats if any(id_ in said for _, said in rows)]
    numbers = {id_: number for number, id_ in enumerate(scenario.beats, start=1)}
    if len(rows) <= MOST_NAMED:
        told = tuple(HeatRow(name, 1, tuple(said.get(beat) for beat in beats)) for name, said in rows)
    else:
        told = tuple(_band(words, number, part, beats) for number, part in enumerate(_bands(rows)))
    return HeatMap(
        tuple(f"{numbers[beat]}" for beat in beats),
        tuple(heard[beat].told(words.language) if beat in heard else "" for beat in beats),
        told,
        words("report.moments", n=len(rows), beats=len(beats)),
    )


def qualities(play: Play) -> Said:
    """Return how well each moment of a talk went."""
    said: Said = {}
    for turn in play.turns:
        if turn.counted:
            said.setdefault(turn.beat, half_up(turn.empathy_turn + turn.nvc_turn, 2))
    return said


def _bands(rows: list[tuple[str, Said]]) -> list[list[Said]]:
    """Return the rows, which come best first, in ten parts as even as they can be."""
    many = len(rows)
    ends = [many * band // BANDS for band in range(BANDS + 1)]
    return [[said for _, said in rows[start:end]] for start, end in pairwise(ends)]


def _band(words: Words, number: int, part: list[Said], beats: Sequence[str]) -> HeatRow:
    means = []
    for beat in beats:
        there = [said[beat] for said in part if beat in said]
        means.append(round(fmean(there)) if there else None)
    low, high = number * 100 // BANDS, (number + 1) * 100 // BANDS
    label = words("report.band_top" if not number else "report.band", low=low, high=high)
    return HeatRow(label, len(part), tuple(means))
