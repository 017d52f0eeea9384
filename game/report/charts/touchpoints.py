"""The touchpoint map: where the customer met the service, by stage and channel, and what was felt, thought and done."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from game.i18n import Words, capital
from game.report.charts.shapes import PLAIN, SMALL, Chart, Label, Mark, Palette, box, line, mark
from game.report.debrief.records import Touchpoint
from game.report.lettering import width as wide
from game.report.lettering import wrap

LEAST: Final = 124
"""No column is narrower than this."""
WIDEST: Final = 220.0
STAGE: Final = 26
PLOT: Final = 96
LINE: Final = 17
GAP: Final = 22
TOP: Final = 10
MOST_LINES: Final = 4


def touchpoint_map(words: Words, touchpoints: Sequence[Touchpoint], palette: Palette, width: int = 760) -> Chart:
    """Return the touchpoints in columns from left to right, in as many rows as they need.

    Top down: the stage, turn and channel, the heat from before to after, what was felt, thought and done.
    """
    left = max(wide(capital(words(f"touch.{name}")), SMALL) for name in ("felt", "thought", "did", "heat")) + 14
    rows = -(-len(touchpoints) // max(1, int((width - left) // LEAST)))
    columns = max(1, -(-len(touchpoints) // max(1, rows)))
    room = min(WIDEST, (width - left) / columns)
    shapes, labels, y = "", list[Label](), 0.0
    for at in range(0, len(touchpoints), columns):
        row = _Row(words, touchpoints[at : at + columns], palette, left, y, room)
        shapes += row.shapes()
        labels += row.labels()
        y = row.end + GAP
    told = "; ".join(_told(words, one) for one in touchpoints)
    return Chart(width, round(max(1.0, y - GAP + 4)), shapes, tuple(labels), words("chart.touch_told", told=told))


class _Row:
    """Touchpoints side by side, from `left` on, each `room` wide."""

    def __init__(
        self, words: Words, some: Sequence[Touchpoint], palette: Palette, left: float, top: float, room: float
    ) -> None:
        self.words, self.some, self.palette = words, some, palette
        self.left, self.top, self.room = left, top, room
        self.base = top + STAGE + 2 * LINE + 16 + PLOT
        self.texts = [
            [self._lines(capital(text)) for text in (_felt(one), one.thought or "–", one.did)] for one in some
        ]
        self.high = [max(len(texts[which]) for texts in self.texts) for which in range(3)]
        self.end = self.base + 12 + LINE * sum(self.high) + 6 * 3

    def _lines(self, text: str) -> tuple[str, ...]:
        return wrap(text, SMALL, self.room - 10, MOST_LINES)

    def _x(self, column: int) -> float:
        return self.left + self.room * column

    def _y(self, heat: int) -> float:
        return self.base - 10 - (PLOT - 24) * heat / TOP

    def shapes(self) -> str:
        """Return the stages, the arrows of heat, and lines between columns."""
        rim, end = self.palette.rim, self._x(len(self.some))
        parts = [line(self.left, self.base, end, self.base, rim)]
        parts += [line(self._x(at), self.top + STAGE, self._x(at), self.end, rim) for at in range(1, len(self.some))]
        for start, many, _ in self._stages():
            wide_ = self.room * many - 4
            parts.append(box(self._x(start) + 2, self.top, wide_, STAGE - 6, self.palette.band, 6))
        ways = [self._way(column) for column in range(len(self.some))]
        parts += [line(one[2], one[3], two[0], two[1], self.palette.line, 1.5, "2 4") for one, two in pairwise(ways)]
        return "".join([*parts, *(self._arrow(at, way) for at, way in enumerate(ways))])

    def _stages(self) -> list[tuple[int, int, str]]:
        """Return (first column, how many, name) of each stage."""
        found, at = [], 0
        for name, run in groupby(self.some, key=lambda one: one.kind_told):
            many = len(list(run))
            found.append((at, many, name))
            at += many
        return found

    def _way(self, column: int) -> tuple[float, float, float, float]:
        x, one = self._x(column), self.some[column]
        return x + self.room * 0.28, self._y(one.before), x + self.room * 0.72, self._y(one.after)

    def _arrow(self, column: int, way: tuple[float, float, float, float]) -> str:
        one, palette = self.some[column], self.palette
        kind: Mark = "up" if one.after > one.before else "down" if one.after < one.before else "dot"
        colour = {"up": palette.bad, "down": palette.good}.get(kind, palette.line)
        drawn = line(*way, palette.line, 2) + mark("ring", way[0], way[1], palette.line, palette.ground, 4)
        return drawn + mark(kind, way[2], way[3], colour, palette.ground)

    def labels(self) -> list[Label]:
        """Return all words of the row."""
        stages = [
            Label(self._x(at) + self.room * many / 2, self.top + 14.5, capital(name), SMALL, "middle")
            for at, many, name in self._stages()
        ]
        sides = [Label(0, self.base - PLOT / 2, capital(self.words("touch.heat")), SMALL, role="quiet")]
        y = self.base + 12 + SMALL
        for name, lines in zip(("felt", "thought", "did"), self.high, strict=True):
            sides.append(Label(0, y, capital(self.words(f"touch.{name}")), SMALL, role="quiet"))
            y += LINE * lines + 6
        return [*stages, *sides, *(label for column in range(len(self.some)) for label in self._column(column))]

    def _column(self, column: int) -> list[Label]:
        one, middle = self.some[column], self._x(column) + self.room / 2
        key = "touch.turn" if one.first == one.last else "touch.turns"
        turn = (
            self.words(key, first=one.first, last=one.last) if key == "touch.turns" else self.words(key, turn=one.first)
        )
        x1, y1, x2, y2 = self._way(column)
        found = [
            Label(middle, self.top + STAGE + PLAIN, capital(turn), PLAIN, "middle"),
            Label(middle, self.top + STAGE + PLAIN + LINE, capital(one.channel_told), SMALL, "middle", "quiet"),
            Label(x1, y1 - 10, f"{one.before}", SMALL, "middle", "quiet"),
            Label(x2, y2 - 11, f"{one.after}", SMALL, "middle"),
        ]
        y = self.base + 12 + SMALL
        for lines, high in zip(self.texts[column], self.high, strict=True):
            found += [Label(middle, y + LINE * at, text, SMALL, "middle") for at, text in enumerate(lines)]
            y += LINE * high + 6
        return found


def _felt(one: Touchpoint) -> str:
    return one.felt_after if one.felt_before == one.felt_after else f"{one.felt_before} → {one.felt_after}"


def _told(words: Words, one: Touchpoint) -> str:
    return words("chart.touch_one", channel=one.channel_told, felt=_felt(one), before=one.before, after=one.after)
