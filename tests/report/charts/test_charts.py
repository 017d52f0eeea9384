"""Charts: shapes that any drawer knows, in range, with labels that stay on the picture, told in words too."""

import re
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest

from game.i18n import words
from game.report.charts import PAGE, Chart, Palette, heat_curve, inline, touchpoint_map, zone_chart
from game.report.debrief import Touchpoint, ZoneSeries, debrief
from game.report.lettering import width
from tests.terminal.room import BEST, BROKEN, played

INK = Palette(
    ground="#ffffff",
    ink="#111111",
    quiet="#555555",
    rim="#cccccc",
    band="#ddeeff",
    edge="#335577",
    line="#1166aa",
    good="#117744",
    bad="#bb2211",
)
KNOWN = {"svg", "g", "line", "polyline", "polygon", "rect", "circle"}
SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = [420, 760, 1400]


def many(turns: int, components: int = 5) -> tuple[ZoneSeries, ...]:
    """Components whose levels go up and down as they like."""
    chance = Random(turns)

    def levels() -> tuple[int, ...]:
        return tuple(chance.randint(0, 10) for _ in range(turns + 1))

    names: Any = ("service", "product", "price", "brand", "personal")[:components]
    found = []
    for name in names:
        desired = levels()
        adequate = tuple(max(0, level - 2) for level in desired)
        found.append(ZoneSeries(name, words("en")(f"component.{name}"), 2, adequate, desired, levels()))
    return tuple(found)


def stays(number: int) -> tuple[Touchpoint, ...]:
    """So many touchpoints, with long words in them."""
    (one,) = debrief(words("en"), played(BROKEN[:1]), "practice").touchpoints
    long = "service 4 → 3, product 5 → 6, brand 7 → 5, price 2 → 3, personal touch 1 → 9"
    return tuple(
        replace(one, first=at, last=at + at % 2, before=at % 11, after=(3 * at) % 11, thought=long)
        for at in range(1, number + 1)
    )


def every_chart(language: str, wide: int) -> dict[str, Chart]:
    """Charts of short and long plays."""
    say, chance = words(language), Random(wide)
    whole = debrief(say, played(BROKEN), "practice")
    found = {
        "zones": zone_chart(say, whole.zones, INK, wide),
        "heat": heat_curve(say, whole.heat, INK, wide),
        "heat of one": heat_curve(say, [7], INK, wide),
        "touchpoints": touchpoint_map(say, whole.touchpoints, INK, wide),
        "no touchpoints": touchpoint_map(say, (), INK, wide),
    }
    for turns in (0, 1, 60):
        found[f"zones of {turns}"] = zone_chart(say, many(turns, 1 + turns % 5), INK, wide)
        found[f"heat of {turns}"] = heat_curve(say, [chance.randint(0, 10) for _ in range(turns + 1)], INK, wide)
        found[f"touchpoints of {turns}"] = touchpoint_map(say, stays(turns), INK, wide)
    return found


def places(chart: Chart) -> list[tuple[float, float]]:
    """All points of a chart's shapes."""
    found: list[tuple[float, float]] = []

    def walk(element: ElementTree.Element, dx: float, dy: float) -> None:
        if moved := re.fullmatch(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", "")):
            dx, dy = dx + float(moved[1]), dy + float(moved[2])
        get = {name: float(value) for name, value in element.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
        if element.tag == f"{SVG}circle":
            x, y, r = get["cx"], get["cy"], get["r"]
            found.extend([(dx + x - r, dy + y - r), (dx + x + r, dy + y + r)])
        elif element.tag == f"{SVG}rect":
            found.extend(
                [(dx + get["x"], dy + get["y"]), (dx + get["x"] + get["width"], dy + get["y"] + get["height"])]
            )
        elif element.tag == f"{SVG}line":
            found.extend([(dx + get["x1"], dy + get["y1"]), (dx + get["x2"], dy + get["y2"])])
        for pair in element.get("points", "").split():
            x, y = map(float, pair.split(","))
            found.append((dx + x, dy + y))
        for child in element:
            walk(child, dx, dy)

    walk(ElementTree.fromstring(chart.svg), 0, 0)
    return found


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_leaves_the_picture(language: str, wide: int) -> None:
    """Every shape and every label of every chart lies on the picture, whatever its width and however long the play."""
    for name, chart in every_chart(language, wide).items():
        assert chart.width == wide
        for x, y in places(chart):
            assert -0.5 <= x <= chart.width + 0.5, name
            assert -0.5 <= y <= chart.height + 0.5, name
        for label in chart.labels:
            long = width(label.text, label.size)
            start = label.x - {"start": 0.0, "middle": long / 2, "end": long}[label.anchor]
            assert start >= -0.5, (name, label)
            assert start + long <= chart.width + 0.5, (name, label)
            assert label.size <= label.y <= chart.height, (name, label)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_labels_do_not_lie_on_each_other(language: str) -> None:
    """No two labels of a chart overlap."""
    for name, chart in every_chart(language, 760).items():
        boxes = []
        for label in chart.labels:
            long = width(label.text, label.size) * 0.9
            start = label.x - {"start": 0.0, "middle": long / 2, "end": long}[label.anchor]
            boxes.append((start, label.y - label.size * 0.8, start + long, label.y, label.text))
        for at, (x1, y1, x2, y2, text) in enumerate(boxes):
            for left, top, right, low, other in boxes[at + 1 :]:
                assert not (x1 < right and left < x2 and y1 < low and top < y2), (name, text, other)


def test_shapes_have_no_letter_and_only_what_every_drawer_knows() -> None:
    """The SVG has no text and no style that simple rasterisers leave out; colours are the palette's alone."""
    for name, chart in every_chart("zh", 760).items():
        tree = ElementTree.fromstring(chart.svg)
        for element in tree.iter():
            assert element.tag.removeprefix(SVG) in KNOWN, name
            assert not (element.text or "").strip()
            for colour in (element.get("fill"), element.get("stroke")):
                assert colour in {None, "none", *(getattr(INK, one) for one in Palette.__slots__)}


def test_a_mark_tells_by_its_form_where_it_lies() -> None:
    """Below adequate, within and above desired differ in form; so do rising, falling and staying heat."""
    one = ZoneSeries("service", "service", 2, (4, 4, 4), (6, 6, 6), (2, 5, 9))
    forms = set(re.findall(r"<(circle|polygon)[^>]*fill=\"(#\w+)\"", zone_chart(words("en"), [one], INK).shapes))
    assert {("polygon", INK.bad), ("circle", INK.line), ("polygon", INK.good)} <= forms
    below, above = (zone_chart(words("en"), [replace(one, perceived=(level,) * 3)], INK).shapes for level in (2, 9))
    corners = [
        {len(points.split()) for points in re.findall(r'points="([^"]+)" fill="#\w+" stroke', shapes)}
        for shapes in (below, above)
    ]
    assert corners[0] == corners[1] == {3, 4}
    assert below.count("circle") == above.count("circle") == 1


def test_the_dots_stand_at_their_levels() -> None:
    """The higher the level, the higher the mark, in equal steps; the last level is written beside it."""
    series = ZoneSeries("service", "service", 2, (4,) * 11, (6,) * 11, tuple(range(11)))
    chart = zone_chart(words("en"), [series], INK, 760)
    line = re.findall(r'<polyline points="([^"]+)"[^>]*stroke="#1166aa"', chart.shapes)[0]
    ys = [float(point.split(",")[1]) for point in line.split()]
    steps = {round(one - other, 1) for one, other in pairwise(ys)}
    assert steps == {12.0}
    assert any(label.text == "10" and label.anchor == "start" for label in chart.labels)


@pytest.mark.parametrize(("wide", "columns"), [(300, 1), (520, 2), (760, 3), (1400, 5)])
def test_small_charts_stand_side_by_side_while_there_is_room(wide: int, columns: int) -> None:
    """No small chart is squeezed: where the picture is narrow they stand below each other."""
    chart = zone_chart(words("zh"), many(4), INK, wide)
    assert len({label.x for label in chart.labels if "权重" in label.text or "weight" in label.text}) == columns


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_chart_is_told_in_words(language: str) -> None:
    """Whoever cannot see a chart is told its numbers, and in a page the words are the picture's label."""
    whole = debrief(words(language), played(BEST), "practice")
    told = {
        "heat": heat_curve(words(language), whole.heat, PAGE).told,
        "zones": zone_chart(words(language), whole.zones, PAGE).told,
        "touchpoints": touchpoint_map(words(language), whole.touchpoints, PAGE).told,
    }
    assert words(language).list(whole.heat) in told["heat"]
    assert all(one.label in told["zones"] for one in whole.zones)
    assert all(one.channel_told in told["touchpoints"] for one in whole.touchpoints)


def test_in_a_page_labels_are_text_and_names_stay_text() -> None:
    """The element for a page has its labels as text, in the page's colours; signs of markup are escaped."""
    series = ZoneSeries("service", "<b>&", 2, (4, 4), (6, 6), (5, 5))
    element = inline(zone_chart(words("en"), [series], PAGE))
    tree = ElementTree.fromstring(element)
    assert next(text.text for text in tree.iter(f"{SVG}text")) == "<b>& (weight 2)"
    assert "<b>" not in element
    assert 'fill="var(--ink)"' in element
    assert tree.get("role") == "img"
    assert "<b>&" in (tree.get("aria-label") or "")
