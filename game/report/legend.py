"""The head of a drawing: whose it is, and what its marks mean."""

from collections.abc import Iterator
from html import escape
from typing import Final

from game.report.lettering import plain, width, wrap
from game.report.sheet import Drawing

ROOM: Final = 980.0
SAMPLE: Final = 64.0
ROW: Final = 21.0
BELOW: Final = 44.0
"""Room under the head for lines that turn round above the first boxes."""
WIDTHS: Final = "".join(
    f'<line class="sample" x1="{x}" y1="-4" x2="{x + 16}" y2="-4" stroke-width="{thick}"/>'
    for x, thick in ((0, 1.6), (19, 5.2), (38, 9.2))
)
GLOW: Final = '<line class="glow" x1="0" y1="-4" x2="48" y2="-4" stroke-width="11"/>'
GLOW_LINE: Final = '<line class="sample" x1="0" y1="-4" x2="48" y2="-4" stroke-width="4"/>'
DASHED: Final = '<g class="edge interrupt"><path class="line" d="M0,-4H54" stroke-width="2.5"/></g>'
HATCHED: Final = '<g class="node beat unreached"><rect class="box" x="0" y="-13" width="54" height="17" rx="4"/></g>'
CIRCLE: Final = '<g class="edge back"><path class="line" d="M0,-4H54" stroke-width="2"/></g>'


def legend(drawing: Drawing, titled: bool) -> tuple[str, float, float]:
    """Return the head of a drawing as SVG, its height and its width; `titled` says whether its title stands in it."""
    parts, y, widest = [], 20.0, 0.0
    for line in wrap(drawing.title(), 20, ROOM, 2) if titled else ():
        parts.append(_text(0, y, line, "title"))
        y, widest = y + 26, max(widest, width(line, 20))
    for sample, about in _marks(drawing):
        parts.append(f'<g transform="translate(0,{y:.0f})">{sample}</g>')
        for line in wrap(about, 13, ROOM - SAMPLE, 3):
            parts.append(_text(SAMPLE, y, line, "legend"))
            y, widest = y + ROW, max(widest, SAMPLE + width(line, 13))
    return "".join(parts), y + BELOW, widest


def _marks(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """Yield the marks that the drawing has, each with what it means."""
    words, graph = drawing.words, drawing.graph
    yield WIDTHS, drawing.estimate()
    if drawing.best():
        yield GLOW + GLOW_LINE, drawing.best()
    if graph.scenario.interrupts:
        yield DASHED, words("graph.legend_interrupt")
    if any(edge.kind == "back" for edge in graph.edges):
        yield CIRCLE, words("graph.legend_back")
    if drawing.unreached():
        yield HATCHED, drawing.unreached()


def _text(x: float, y: float, said: str, style: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" class="{style}">{escape(plain(said))}</text>'
