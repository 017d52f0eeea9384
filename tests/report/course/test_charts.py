"""The charts of a class: whole pictures, whatever people are called."""

from functools import cache
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from game.i18n import LANGUAGES, words
from game.report.charts import (
    PAGE,
    Chart,
    class_heat_chart,
    distribution_chart,
    gains_chart,
    guesses_chart,
    inline,
    moments_chart,
    progress_chart,
    zone_ends_chart,
)
from game.report.course import ClassReport, class_report
from game.report.lettering import width
from tests.report.course.classes import HOSTILE, book, course


@cache
def report(language: str) -> ClassReport:
    """A class of twelve."""
    return class_report(words(language), book(course()), ())


def charts(language: str, wide: int = 640) -> dict[str, Chart]:
    """Return every chart of the class, in a width."""
    told, said = report(language), words(language)
    task = told.tasks[0]
    named = replace(task.map, rows=tuple(replace(row, label=HOSTILE + row.label) for row in task.map.rows))
    steps = [(HOSTILE, one.progress) for one in told.tasks if one.progress is not None]
    return {
        "distribution": distribution_chart(said, told.distribution, PAGE, wide),
        "zones": zone_ends_chart(said, task.zones, PAGE, wide),
        "own zones": zone_ends_chart(said, told.trainees[0].cells[0].zones, PAGE, wide),
        "heat": class_heat_chart(said, task.heat, PAGE, wide),
        "moments": moments_chart(said, named, PAGE, wide),
        "progress": progress_chart(said, steps, PAGE, wide),
        "gains": gains_chart(said, told.gains, PAGE, wide),
        "guesses": guesses_chart(said, told.guess, PAGE, wide),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_a_whole_picture(language: str) -> None:
    """Each chart can be read by any program that reads SVG, without a letter in its shapes, and is told in words."""
    for name, chart in charts(language).items():
        ElementTree.fromstring(inline(chart))
        shapes = ElementTree.fromstring(chart.svg)
        assert not "".join(shapes.itertext()).strip(), name
        assert chart.told, name
        assert shapes.findall(".//*"), name


@pytest.mark.parametrize("wide", [440, 640, 1000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_stay_within_their_chart(language: str, wide: int) -> None:
    """No label of a chart runs out of it, in wide charts and in narrow ones, in either language."""
    for name, chart in charts(language, wide).items():
        for label in chart.labels:
            room = width(label.text, label.size) * 0.8  # the estimate is on the safe side
            start = label.x - {"start": 0.0, "middle": room / 2, "end": room}[label.anchor]
            assert start >= -4, (name, label)
            assert start + room <= chart.width + 4, (name, label)
            assert 0 <= label.y <= chart.height, (name, label)


def test_the_map_shows_every_number_once() -> None:
    """Each field of the map of moments has its number, and fields that nobody reached have none."""
    told = report("en").tasks[0].map
    chart = moments_chart(words("en"), told, PAGE, 900)
    numbers = [label.text for label in chart.labels if label.anchor == "middle" and label.role == "ink"]
    assert sorted(numbers) == sorted(f"{value}" for row in told.rows for value in row.values if value is not None)


@pytest.mark.parametrize("mark", [None, 20, 54, 55, 56, 62])
def test_no_count_stands_on_the_line_of_the_pass_mark(mark: int | None) -> None:
    """A count above its bar moves to the side on which it is of the line; the others stay in the middle."""
    told = replace(report("en").distribution, bins=(0, 0, 0, 0, 0, 777, 0, 0, 0, 0), mark=mark)
    chart = distribution_chart(words("en"), told, PAGE, 412)
    (count,) = (label for label in chart.labels if label.text == "777")
    middle, line = 6 + 55 * 4, None if mark is None else 6 + mark * 4
    if line is None or abs(middle - line) > 20:
        assert count.x == middle
    else:
        assert abs(count.x - line) >= width("777", count.size) * 0.6
        assert (count.x >= line) == (middle >= line)


def test_the_heat_of_one_talk_has_neither_band_nor_legend() -> None:
    """Where there is only one talk, nothing is said about a mean or about the middle half of a class."""
    turns = [replace(turn, n=1, low=turn.mean, high=turn.mean) for turn in report("en").tasks[0].heat]
    alone, many = (class_heat_chart(words("en"), some, PAGE) for some in (turns, report("en").tasks[0].heat))
    assert PAGE.band in many.shapes
    assert PAGE.band not in alone.shapes
    assert "middle half" not in "".join(label.text for label in alone.labels)
    assert alone.height < many.height


def test_a_chart_below_another_one_can_go_without_its_legend() -> None:
    """Zones that are not keyed are the same rows, without the legend and its room."""
    ends = report("en").trainees[0].cells[0].zones
    keyed, bare = (zone_ends_chart(words("en"), ends, PAGE, keyed=keyed) for keyed in (True, False))
    assert keyed.shapes.startswith(bare.shapes)
    assert set(bare.labels) < set(keyed.labels)
    assert bare.height < keyed.height
