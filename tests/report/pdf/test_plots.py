"""Charts on paper: every shape of them is there, where it belongs and in greys, and every label."""

from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from game.i18n import LANGUAGES, words
from game.report.charts import (
    Chart,
    Label,
    class_heat_chart,
    distribution_chart,
    gains_chart,
    guesses_chart,
    heat_curve,
    moments_chart,
    progress_chart,
    touchpoint_map,
    zone_chart,
    zone_ends_chart,
)
from game.report.charts.moments import GREYS
from game.report.charts.shapes import box, line, path
from game.report.course import ClassReport, class_report
from game.report.course.records import HeatMap, HeatRow
from game.report.debrief import debrief
from game.report.pdf import class_pdf
from game.report.pdf.paper import Paper
from game.report.pdf.plots import PAPER, UNIT, put, units
from tests.report.course.classes import book, course
from tests.report.pdf.sheets import Shape, pages, shapes, signs, whole
from tests.terminal.room import BROKEN, played

LEFT, TOP = 60.0, 80.0
SLACK = 1.5
"""So far beyond its points a line may reach that is thick."""


@cache
def report(language: str = "en") -> ClassReport:
    """A class of six."""
    return class_report(words(language), book(course(6)), ())


def charts(language: str) -> dict[str, Chart]:
    """One of every kind of chart."""
    say, told, talk = words(language), report(language), debrief(words(language), played(BROKEN), "practice")
    task = told.tasks[0]
    steps = [(one.title, one.progress) for one in told.tasks if one.progress is not None]
    return {
        "distribution": distribution_chart(say, told.distribution, PAPER),
        "zones": zone_ends_chart(say, task.zones, PAPER),
        "heat": class_heat_chart(say, task.heat, PAPER),
        "moments": moments_chart(say, task.map, PAPER, steps=GREYS),
        "progress": progress_chart(say, steps, PAPER),
        "gains": gains_chart(say, told.gains, PAPER),
        "guesses": guesses_chart(say, told.guess, PAPER),
        "heat of a talk": heat_curve(say, talk.heat, PAPER),
        "zones of a talk": zone_chart(say, talk.zones, PAPER),
        "touchpoints": touchpoint_map(say, talk.touchpoints, PAPER),
    }


def printed(chart: Chart) -> bytes:
    """A sheet with a chart on it."""
    paper = Paper("chart", "en")
    paper.page()
    assert put(paper, chart, LEFT, TOP) == pytest.approx(TOP + chart.height * UNIT)
    return paper.bytes()


def drawn(*some: str) -> list[Shape]:
    """What is on a sheet of a chart of these shapes, from its left top, in units of the chart."""
    found = shapes(printed(Chart(400, 300, "".join(some), (), "")))
    sides = [((one.left - LEFT) / UNIT, (one.top - TOP) / UNIT) for one in found]
    ends = [((one.right - LEFT) / UNIT, (one.bottom - TOP) / UNIT) for one in found]
    return [Shape(*start, *end, one.fill, one.stroke) for start, end, one in zip(sides, ends, found, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shape_and_every_label_of_a_chart_is_on_paper(language: str) -> None:
    """Of any chart there is, each shape is drawn once, within the place that the chart takes, and each label set."""
    for name, chart in charts(language).items():
        raw = printed(chart)
        found = shapes(raw)
        wanted = [one for one in ElementTree.fromstring(chart.svg).iter() if one.tag.rpartition("}")[2] not in KEPT]
        lines = [one for one in wanted if len(one.get("points", "0,0 0,0").split()) > 1]
        assert len(found) == len(lines), name
        for one in found:
            assert one.left >= LEFT - SLACK, name
            assert one.top >= TOP - SLACK, name
            assert one.right <= LEFT + chart.width * UNIT + SLACK, name
            assert one.bottom <= TOP + chart.height * UNIT + SLACK, name
        (text,) = pages(raw)
        for label in chart.labels:
            assert whole(label.text).replace("…", "...") in text, (name, label)


KEPT = ("svg", "g")
"""What holds shapes and is none."""


def test_groups_move_their_shapes_and_make_them_paler() -> None:
    """A shape within groups lies where they move it, as strong as they let it, and takes a fill that they hand on."""
    square = box(0, 0, 10, 10, "#000000")
    handed = '<g fill="#505050"><circle cx="5" cy="5" r="5"/></g>'
    moved = f'<g transform="translate(40,20)">{square}<g fill-opacity="0.4">{square}</g></g>'
    one, two, three, four = drawn(square, moved, handed)
    assert (one.left, one.top, one.right, one.bottom) == pytest.approx((0, 0, 10, 10), abs=0.1)
    assert (two.left, two.top, two.right, two.bottom) == pytest.approx((40, 20, 50, 30), abs=0.1)
    assert (one.fill, two.fill, three.fill, four.fill) == (0, 0, 153, 0x50)
    assert one.stroke is None


def test_lines_are_not_filled_and_end_where_their_points_are() -> None:
    """A line goes from point to point, dashed or not, and what lies between is left white."""
    straight, bent = drawn(
        line(10, 20, 110, 20, "#646464", 2, "4 3"), path([(0.0, 0.0), (50.0, 50.0), (100.0, 0.0)], "#000000")
    )
    assert (straight.fill, straight.stroke) == (None, 100)
    assert (bent.fill, bent.stroke) == (None, 0)
    assert (straight.left, straight.right) == pytest.approx((10, 110), abs=2.1)
    assert (bent.bottom, bent.right) == pytest.approx((50, 100), abs=2.1)


@pytest.mark.parametrize(("anchor", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_a_label_stands_to_the_side_that_it_is_anchored_to(anchor: str, share: float) -> None:
    """A label begins, has its middle or ends at its place, and stands on its base line."""
    label = Label(200, 100, "HEAT", 12, anchor)  # type: ignore[arg-type]
    _, height, found = signs(printed(Chart(400, 300, "", (label,), "")), 0)
    left, right = found[0].left, found[-1].right
    assert left + share * (right - left) == pytest.approx(LEFT + 200 * UNIT, abs=1)
    assert height - found[0].bottom == pytest.approx(TOP + 100 * UNIT, abs=0.3)


def test_on_paper_the_map_is_the_darker_the_weaker() -> None:
    """Without colours the fields of the map differ in grey, in the order of what they say."""
    told = HeatMap(("1",), ("",), tuple(HeatRow("", 1, (value,)) for value in (100, 80, 60, 45, 10)), "")
    fields = shapes(printed(moments_chart(words("en"), told, PAPER, steps=GREYS)))[:5]
    greys = [one.fill or 0 for one in fields]
    assert greys == sorted(greys, reverse=True)
    assert min(one - other for one, other in pairwise(greys)) >= 15
    assert greys[-1] > 120, "the number on it can still be read"


def test_a_map_of_more_rows_than_a_page_holds_goes_on_with_its_head() -> None:
    """No row of a long map is lost, and on every page the numbers of the steps stand above it."""
    told = report()
    columns = tuple(f"{number}" for number in range(7001, 7009))
    rows = tuple(HeatRow(f"row {number:03}", 1, (50,) * len(columns)) for number in range(120))
    task = replace(told.tasks[0], map=HeatMap(columns, ("",) * len(columns), rows, ""))
    sheets = pages(class_pdf(words("en"), replace(told, tasks=(task,))))
    holding = [sheet for sheet in sheets if "row0" in sheet or "row1" in sheet]
    assert len(holding) > 2
    assert [f"{number:03}" in "".join(holding) for number in range(120)] == [True] * 120
    for sheet in holding:
        assert "".join(columns) in sheet
        assert sheet.count("row") >= 3


def test_bars_are_only_explained_where_there_are_some() -> None:
    """A task that only one trainee has tried has no shares to explain."""
    told, said = report(), words("en")
    task = told.tasks[0]
    alone = replace(task, zones=tuple(replace(end, n=1) for end in task.zones))
    many, none = ("".join(pages(class_pdf(said, replace(told, tasks=(one,))))) for one in (task, alone))
    assert whole(said("pdf.zones_key")) in many
    assert whole(said("pdf.zones_key")) not in none


def test_a_chart_takes_no_more_room_than_it_is_given() -> None:
    """A chart made for so many points is not wider."""
    assert units(300) * UNIT <= 300 < (units(300) + 1) * UNIT
