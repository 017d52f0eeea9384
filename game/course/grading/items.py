"""Item analysis: what each beat of a scenario tells of those who came to it, and what the numbers allow to say of it.

A beat is the item, the quality of the response picked (`game.course.grading.quality`) its mark. Beats that a play did
not come to are missing, never zero; where a beat comes again, its first time counts.

Discrimination is the corrected item-total correlation (Henrysson 1963): that of the mark with the *rest* of the same
play, its mean quality on all other beats. Overall is not taken, because the beat itself is in it, and because an
overall without one beat is not defined; the mean, not the sum, because plays come to different numbers of beats.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from game.course.grading.quality import Quality, quality
from game.course.grading.results import LEAST_REACHED, Interval, Item, ItemAnalysis, Result, Share
from game.course.grading.spoken import spoken
from game.course.grading.statistics import Floats, correlation, correlation_interval, share_interval, widening
from game.course.grading.undisturbed import undisturbed
from game.engine.case import Case, Option, Stage
from game.engine.layout import SILENCE
from game.engine.play import Play
from game.engine.standing import Standing

if TYPE_CHECKING:
    from game.course.tasks import Programme

__all__ = ["Interval", "Item", "ItemAnalysis", "Share", "item_analysis", "verdicts"]

TOO_EASY: Final = 0.90
"""A facility from here on is "very easy" in Moodle's quiz statistics. All of the interval has to lie there."""
TOO_HARD: Final = 0.20
"""A facility up to here is "difficult" or worse in Moodle's quiz statistics."""
POOR: Final = 0.20
"""A discrimination below this is poor: to be rejected or rewritten (Ebel 1972); "very weak" in Moodle's statistics."""
NOBODY_FROM: Final = 59
"""A response that not one of so many has picked is picked by less than 5 % of all, surely enough (1 - 0.05^(1/59) is
below 0.05); a distractor that is picked by fewer does not work (Haladyna and Downing 1993)."""

Ints = NDArray[np.int64]
Key = tuple[str, str | None, str]


def item_analysis(
    programme: "Programme", results: Iterable[Result], *, firsts: bool = True, group: str | None = None
) -> tuple[ItemAnalysis, ...]:
    """Return the items of every scenario version and customer that was played, in the order of the course's tasks.

    Each trainee's first attempt at a customer goes in (what was learned from it is in the later ones), with `firsts`
    False all; of one `group` of the roster, if named. Misfits, attempts taken up in the middle of an earlier talk and
    those of a room that voted are left out. The qualities of a customer's responses are worked out once.
    """
    with undisturbed():
        found = {key: plays for key, plays in _plays(programme, list(results), firsts, group).items() if plays}
        order = sorted(
            found, key=lambda key: (_place(programme, found[key][0]), -len(found[key]), key[0], key[1] or "")
        )
        return tuple([_analysis(programme, key, found[key], firsts, group) for key in order])


def _plays(programme: "Programme", results: list[Result], firsts: bool, group: str | None) -> dict[Key, list[Result]]:
    """Return the results that go in, by scenario version, rulebook and customer."""
    groups = {member.id: member.group for member in programme.roster or ()}
    met: set[tuple[str, str, str | None]] = set()
    found: dict[Key, list[Result]] = {}
    for result in sorted(results, key=lambda one: one.attempt.order):
        attempt, play = result.attempt, result.play
        if result.uncounted == "unassigned" or attempt.members:
            continue
        if group is not None and groups.get(attempt.trainee, "") != group:
            continue
        who = (attempt.trainee, attempt.scenario, attempt.persona)
        if firsts and who in met:
            continue
        met.add(who)
        if play is not None and result.uncounted != "repeated":
            key = (attempt.sha256, attempt.rulebook_sha256, play.persona_id)
            found.setdefault(key, []).append(result)
    return found


def _place(programme: "Programme", result: Result) -> int:
    """Return where in the course's list the task of a result stands."""
    return next((at for at, task in enumerate(programme.tasks) if task.key == result.attempt.task), 0)


def _analysis(programme: "Programme", key: Key, results: list[Result], firsts: bool, group: str | None) -> ItemAnalysis:
    plays = [result.play for result in results if result.play is not None]
    case = plays[0].case
    known = quality(case.scenario, case.persona.id, case.rulebook, programme.course.weights)
    table = _Table(case, known, results, plays)
    return ItemAnalysis(
        scenario=case.scenario,
        sha256=key[0],
        persona=case.persona_id,
        rulebook_sha256=key[1],
        group=group,
        plays=len(plays),
        firsts=firsts,
        whole=known.whole,
        items=tuple([table.item(beat) for beat in case.scenario.beats]),
        said=spoken(plays),
    )


class _Seen(Struct, gc=False):
    """What a condition reads, as it was before a turn."""

    standing: Standing
    persona_id: str


class _Table:
    """Every first pick on a beat, in columns: play, beat, response, seconds, quality, and the rest of the play."""

    def __init__(self, case: Case, known: Quality, results: list[Result], plays: list[Play]) -> None:
        self.case = case
        self.known = known
        self.beats = {id_: at for at, id_ in enumerate(case.scenario.beats)}
        self.stages = [stage for id_ in self.beats if (stage := case.stage(id_)) is not None]
        self.options = [{option.id: at for at, option in enumerate(stage.options)} for stage in self.stages]
        rows, self.before = self._rows(results, plays)
        columns: Ints = np.array(rows, np.int64).reshape(-1, 4)
        self.play, self.beat, self.pick, milliseconds = columns.T
        self.seconds: Floats = milliseconds / 1000
        self.quality = self._qualities()
        self.rest = self._rest(len(plays))
        order = np.argsort(self.beat, kind="stable")
        self.at = np.split(order, np.searchsorted(self.beat[order], np.arange(1, len(self.beats))))

    def _rows(self, results: list[Result], plays: list[Play]) -> tuple[list[tuple[int, int, int, int]], list[Standing]]:
        rows, before = [], []
        for number, (result, play) in enumerate(zip(results, plays, strict=True)):
            met = set()
            for turn, pick in zip(play.turns, result.attempt.picks, strict=True):
                if turn.beat not in met:
                    met.add(turn.beat)
                    beat = self.beats[turn.beat]
                    rows.append((number, beat, self.options[beat][turn.response], pick.milliseconds))
                    before.append(turn.before)
        return rows, before

    def _qualities(self) -> Floats:
        """Return the quality of every pick, NaN where it is not known."""
        most = max((len(options) for options in self.options), default=1)
        marks = np.full((len(self.beats), most), np.nan)
        for (beat, response), value in self.known.values.items():
            at = self.beats[beat]
            marks[at, self.options[at][response]] = value
        found: Floats = marks[self.beat, self.pick]
        return found

    def _rest(self, plays: int) -> Floats:
        """Return for every pick the mean quality of the play's other picks, NaN where there are none."""
        known = ~np.isnan(self.quality)
        marks = np.where(known, self.quality, 0.0)
        sums = np.bincount(self.play, marks, plays)[self.play] - marks
        others = np.bincount(self.play, known, plays)[self.play] - known
        found: Floats = np.full(len(marks), np.nan)
        np.divide(sums, others, out=found, where=known & (others > 0))
        return found

    def item(self, beat: str) -> Item:
        """Return what there is to say of one beat."""
        number = self.beats[beat]
        at = self.at[number]
        marks = self.quality[at]
        marks = marks[~np.isnan(marks)]
        facility = float(marks.mean()) if len(marks) else None
        paired = at[~np.isnan(self.rest[at])]
        r = correlation(self.quality[paired], self.rest[paired])
        times = self.seconds[at]
        told: dict[str, Any] = {
            "reached": len(at),
            "shares": self._shares(beat, at),
            "facility": facility,
            "facility_interval": None if facility is None else share_interval(facility, len(marks)),
            "discrimination": r,
            "interval": None if r is None else self._interval(r, paired),
        }
        return Item(
            beat=beat,
            pairs=len(paired),
            mean_seconds=float(times.mean()) if len(at) else None,
            median_seconds=float(np.median(times)) if len(at) else None,
            verdicts=verdicts(alike=beat in self.known.alike, **told),
            **told,
        )

    def _interval(self, r: float, at: Ints) -> Interval | None:
        return correlation_interval(r, len(at), widening(self.quality[at], self.rest[at]))

    def _shares(self, beat: str, at: Ints) -> tuple[Share, ...]:
        stage: Stage = self.stages[self.beats[beat]]
        picks = self.pick[at]
        counts = np.bincount(picks, minlength=len(stage.options))
        sums = np.bincount(picks, self.seconds[at], len(stage.options))
        return tuple(
            [
                Share(
                    response=option.id,
                    count=int(count),
                    share=float(count) / len(at) if len(at) else 0.0,
                    offered=self._offered(option, at),
                    quality=self.known.values.get((beat, option.id)),
                    seconds=float(sum_) / int(count) if count else None,
                )
                for option, count, sum_ in zip(stage.options, counts, sums, strict=True)
            ]
        )

    def _offered(self, option: Option, at: Ints) -> int:
        """Return how many had a response on offer; nothing has been picked on a beat that is come to for once."""
        if option.guard is None:
            return len(at)
        who, before = self.case.persona_id, self.before
        return sum(1 for row in at.tolist() if option.guard(_Seen(before[row], who)))


def verdicts(
    *,
    alike: bool,
    reached: int,
    shares: tuple[Share, ...],
    facility: float | None,
    facility_interval: Interval | None,
    discrimination: float | None,
    interval: Interval | None,
) -> tuple[str, ...]:
    """Return what the numbers of a beat allow to say of it: see `ItemVerdict`; nothing where all is well.

    "too-few" where there are too few to say anything, or too few to tell whether it discriminates.
    """
    found = ["all-alike"] if alike else []
    if reached < LEAST_REACHED:
        return (*found, "too-few")
    if facility is not None and facility_interval is not None:
        extreme = _extreme(facility_interval)
        found += extreme
        found += _separating(discrimination, interval, reached, extreme=bool(extreme))
    unpicked = (one for one in shares if not one.count and one.offered >= NOBODY_FROM and one.response != SILENCE)
    return (*found, *(f"nobody-picks:{one.response}" for one in unpicked))


def _extreme(interval: Interval) -> list[str]:
    low, high = interval
    return ["too-easy"] if low >= TOO_EASY else ["too-hard"] if high <= TOO_HARD else []


def _separating(r: float | None, interval: Interval | None, reached: int, *, extreme: bool) -> list[str]:
    """Return what can be said of the discrimination; of an item that nearly all do alike it cannot be expected."""
    if r is None or interval is None:
        same = r is None and reached >= NOBODY_FROM
        return [] if extreme else ["does-not-discriminate" if same else "too-few"]
    low, high = interval
    if high < 0 and low < -POOR:  # with very many plays, even what is hardly below 0 is so for certain
        return ["works-backwards"]
    if high < POOR:
        return ["does-not-discriminate"]
    return ["too-few"] if low <= 0 and not extreme else []
