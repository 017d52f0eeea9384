"""The reports as pages: one file each that needs no network, light or dark as the reader's system is, made to print."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, StrictUndefined, Template
from msgspec import Struct

from game.i18n import Words
from game.report.charts import (
    PAGE,
    class_heat_chart,
    distribution_chart,
    gains_chart,
    guesses_chart,
    inline,
    moments_chart,
    progress_chart,
    zone_ends_chart,
)
from game.report.course.records import ItemSheet
from game.report.course.reports import CellTold, ClassReport, TaskTold, TraineeTold
from game.report.course.typed import shown
from game.report.debrief.web import LANGUAGES

MOST_COLUMNS: Final = 8
"""So many tasks have a column of their own in the list of trainees; with more, those that count go first."""
GOOD: Final = 0.75
BAD: Final = 0.35
"""From this quality on a response is shown as a good one, and below that as a bad one."""
SPARK_WIDE: Final = 90
SPARK_HIGH: Final = 22


class Pictures(Struct, frozen=True):
    """The pictures of one task as SVG, and (number, what is said) of the beats in its map."""

    distribution: str
    zones: str
    heat: str
    moments: str
    beats: tuple[tuple[str, str], ...]


def class_page(words: Words, told: ClassReport, links: Mapping[str, str] | None = None) -> str:
    """Return the page of a class; `links` lead from the ids of trainees to their own pages, beside this one."""
    script = _file("class.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    numbered = list(enumerate(told.tasks, start=1))
    places = _places(told.tasks)
    return _template("class.html").render(
        words=words,
        web=_web(words),
        told=told,
        lang=LANGUAGES[words.language],
        css=_style(),
        script=script,
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:",
        charts=_charts(words, told),
        tasks=[(number, one, _pictures(words, one)) for number, one in numbered if one.distribution.n],
        groups=sorted({one.group for one in told.trainees if one.group}),
        columns=[(place + 1, told.tasks[place]) for place in places],
        shown=lambda one: [one.cells[place] for place in places],
        heads=_heads(words, places),
        links=dict(links) if links else {},
        tone=_tone,
        findings=_findings,
    )


def trainee_page(words: Words, told: TraineeTold) -> str:
    """Return the page of one trainee."""
    return _template("trainee.html").render(
        words=words,
        web=_web(words),
        told=told,
        lang=LANGUAGES[words.language],
        css=_style(),
        cells=[(cell, _zones(words, cell)) for cell in told.cells],
        spark=_spark,
    )


def _web(words: Words) -> Any:
    return lambda name, **values: words(f"report.web.{name}", **values)


def _places(tasks: Sequence[TaskTold]) -> list[int]:
    """Return the places of the tasks that have a column, in the order of the course, by which they are numbered."""
    return sorted(sorted(range(len(tasks)), key=lambda place: not tasks[place].graded)[:MOST_COLUMNS])


def _heads(words: Words, places: Sequence[int]) -> list[tuple[str, str]]:
    """Return the heads of the list of trainees: (what it is sorted by, label); tasks have the course's numbers."""
    web = _web(words)
    heads = [("name", web("col_name")), ("group", words("report.head.group"))]
    heads += [("grade", web("grade")), ("state", web("state"))]
    heads += [(f"t{number}", f"{place + 1}") for number, place in enumerate(places, start=1)]
    return [*heads, ("tries", web("col_tries")), ("marked", web("col_marked"))]


def _charts(words: Words, told: ClassReport) -> dict[str, str]:
    steps = [(one.title, one.progress) for one in told.tasks if one.progress is not None]
    gains = [one for one in told.gains if one.gain is not None]
    return {
        "distribution": inline(distribution_chart(words, told.distribution, PAGE)),
        "progress": inline(progress_chart(words, steps, PAGE, 860)) if steps else "",
        "gains": inline(gains_chart(words, gains, PAGE, 860)) if gains else "",
        "guesses": inline(guesses_chart(words, told.guess, PAGE)) if told.guess.n else "",
    }


def _pictures(words: Words, one: TaskTold) -> Pictures:
    return Pictures(
        inline(distribution_chart(words, one.distribution, PAGE)),
        inline(zone_ends_chart(words, one.zones, PAGE, 860)),
        inline(class_heat_chart(words, one.heat, PAGE, 560)),
        inline(moments_chart(words, one.map, PAGE, 1000)),
        tuple(zip(one.map.columns, one.map.said, strict=True)),
    )


def _zones(words: Words, cell: CellTold) -> str:
    return inline(zone_ends_chart(words, cell.zones, PAGE, 560)) if cell.zones else ""


def _spark(heat: Sequence[int]) -> str:
    """Return the heat of a talk as a small line."""
    step = (SPARK_WIDE - 6) / max(1, len(heat) - 1)
    points = " ".join(f"{3 + step * turn:.0f},{SPARK_HIGH - 3 - 1.6 * level:.0f}" for turn, level in enumerate(heat))
    told = " ".join(map(str, heat))
    return (
        f'<svg class="spark" viewBox="0 0 {SPARK_WIDE} {SPARK_HIGH}" role="img" aria-label="{told}">'
        f'<polyline points="{points}" fill="none" stroke="var(--line)" stroke-width="2"/></svg>'
    )


def _tone(quality: float | None) -> str:
    if quality is None:
        return ""
    return "good" if quality >= GOOD else "middle" if quality >= BAD else "bad"


def _findings(sheet: ItemSheet) -> int:
    """Return how many beats of a customer there is something to look at."""
    return sum(any(one.tone == "bad" for one in item.findings) for item in sheet.items)


@cache
def _style() -> str:
    base = files("game.report.debrief").joinpath("web.css").read_text(encoding="utf-8")
    return base + _file("course.css")


@cache
def _template(name: str) -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalized
    )
    return environment.from_string(_file(name))


def _finalized(value: Any) -> Any:
    """Return what stands for a value in a page: of text, only what every reader can show."""
    return shown(value) if type(value) is str else value


@cache
def _file(name: str) -> str:
    return files("game.report.course").joinpath(name).read_text(encoding="utf-8")
