"""What changed: from first to last attempt, and how much one phase gained on another."""

from collections.abc import Sequence
from typing import Final

from game.i18n import Words
from game.report.charts.shapes import SMALL, Chart, Label, Palette, legend, line, mark
from game.report.course.records import GainTold, Progress
from game.report.lettering import clip

ROW: Final = 34
HEAD: Final = 26
NAME: Final = 0.34
"""The share of the width that names may take."""
WHOLE: Final = 100
STEP: Final = 10


def progress_chart(words: Words, steps: Sequence[tuple[str, Progress]], palette: Palette, width: int = 620) -> Chart:
    """Return one row a task, by name: where the first attempts lay on average, and where the last ones did."""
    room = NAME * width
    start, end = room + 16, width - 76.0
    foot = HEAD + ROW * len(steps)

    def x(points: float) -> float:
        return start + (end - start) * points / WHOLE

    shapes = "".join(line(x(at), HEAD - 4, x(at), foot, palette.rim) for at in (0, 50, 100))
    labels = [Label(x(at), HEAD - 10, f"{at}", SMALL, "middle", "quiet") for at in (0, 50, 100)]
    for row, (name, one) in enumerate(steps):
        y = HEAD + ROW * row + ROW / 2
        colour = palette.good if one.after >= one.before else palette.bad
        shapes += line(x(one.before), y, x(one.after), y, colour, 3)
        shapes += mark("ring", x(one.before), y, palette.quiet, palette.ground)
        shapes += mark("dot", x(one.after), y, colour, palette.ground, 6)
        labels.append(Label(0, y + 4.5, clip(name, SMALL, room), SMALL))
        labels.append(Label(width, y + 4.5, f"{one.before:.0f} → {one.after:.0f}", SMALL, "end"))
    entries = [
        (mark("ring", 0, 0, palette.quiet, palette.ground), words("report.chart.first")),
        (mark("dot", 0, 0, palette.good, palette.ground), words("report.chart.last")),
    ]
    shape, more, below = legend(entries, foot + 18, width)
    told = words("mark.semicolon").join(words("mark.colon", name=name) + one.told for name, one in steps)
    return Chart(width, round(below), shapes + shape, (*labels, *more), told)


def gains_chart(words: Words, gains: Sequence[GainTold], palette: Palette, width: int = 620) -> Chart:
    """Return one row a compared phase: its mean gain in points as a dot, the interval of 95 % as a line."""
    known = [one for one in gains if one.gain is not None]
    room = NAME * width
    start, end = room + 16, width - 76.0
    foot = HEAD + ROW * len(known)
    ends = [abs(n) for one in known for n in (one.gain, one.low, one.high) if n is not None]
    far = -(-max([STEP, *ends]) // STEP) * STEP

    def x(points: float) -> float:
        return start + (end - start) * (points + far) / (2 * far)

    shapes = "".join(line(x(at), HEAD - 4, x(at), foot, palette.rim) for at in (-far, far))
    shapes += line(x(0), HEAD - 4, x(0), foot, palette.quiet, 1, "4 3")
    labels = [Label(x(at), HEAD - 10, f"{at:+.0f}" if at else "0", SMALL, "middle", "quiet") for at in (-far, 0, far)]
    for row, one in enumerate(known):
        y, gain = HEAD + ROW * row + ROW / 2, one.gain or 0.0
        colour = palette.good if gain >= 0 else palette.bad
        if one.low is not None and one.high is not None:
            shapes += line(x(one.low), y, x(one.high), y, colour, 2)
            shapes += "".join(line(x(at), y - 5, x(at), y + 5, colour, 2) for at in (one.low, one.high))
        shapes += mark("dot", x(gain), y, colour, palette.ground, 6)
        labels.append(Label(0, y + 4.5, clip(f"{one.against} → {one.phase}", SMALL, room), SMALL))
        labels.append(Label(width, y + 4.5, f"{gain:+.1f}", SMALL, "end"))
    entries = [
        (mark("dot", 0, 0, palette.good, palette.ground), words("report.chart.gain")),
        (line(-11, 0, 11, 0, palette.good, 2), words("report.chart.interval")),
    ]
    shape, more, below = legend(entries, foot + 18, width)
    return Chart(width, round(below), shapes + shape, (*labels, *more), " ".join(one.told for one in gains))
