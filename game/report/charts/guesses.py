"""What trainees thought they had scored, against what they had."""

from typing import Final

from game.i18n import Words
from game.report.charts.shapes import SMALL, Chart, Label, Palette, line
from game.report.course.records import GuessTold

WHOLE: Final = 100
LEFT: Final = 34
TOP: Final = 12
FOOT: Final = 44


def guesses_chart(words: Words, told: GuessTold, palette: Palette, width: int = 320) -> Chart:
    """Return a dot an attempt: what was scored to the right, what was guessed upwards; on the line they agree."""
    side = width - LEFT - 14
    base = TOP + side

    def at(guess: float, score: float) -> tuple[float, float]:
        return LEFT + side * score / WHOLE, base - side * guess / WHOLE

    shapes = "".join(
        line(*at(level, 0), *at(level, WHOLE), palette.rim) + line(*at(0, level), *at(WHOLE, level), palette.rim)
        for level in (0, 50, 100)
    )
    shapes += line(*at(0, 0), *at(WHOLE, WHOLE), palette.quiet, 1, "5 4")
    dots = {at(guess, score): None for guess, score in told.pairs}
    shapes += f'<g fill-opacity="0.55" fill="{palette.line}">'
    shapes += "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in dots) + "</g>"
    labels = [Label(LEFT - 8, at(level, 0)[1] + 4.5, f"{level}", SMALL, "end", "quiet") for level in (0, 50, 100)]
    labels += [Label(at(0, level)[0], base + 18, f"{level}", SMALL, "middle", "quiet") for level in (0, 50, 100)]
    labels += [
        Label(LEFT + side / 2, base + 36, words("report.chart.scored"), SMALL, "middle", "quiet"),
        Label(LEFT + 8, TOP + 16, words("report.chart.guessed_high"), SMALL, "start", "quiet"),
        Label(LEFT + side - 8, base - 10, words("report.chart.guessed_low"), SMALL, "end", "quiet"),
    ]
    return Chart(width, base + FOOT, shapes, tuple(labels), told.told)
