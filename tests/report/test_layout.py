"""Where things lie: nothing over anything else, in the same place every time, however large the scenario."""

import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game.report import FORMS, Drawing, surveyed
from game.report.curves import Curve
from game.report.layout import Layout, layout
from game.report.lettering import width
from tests.report.scenes import SHIPPED, drawing, talk, web

SIZES = {"name": 14.0, "says": 13.0, "where": 11.0, "often": 11.0, "pill": 13.0}
SIZES |= {"id": 12.0, "say": 12.0, "guard": 11.5, "port": 11.0}
Frame = tuple[float, float, float, float]
Point = tuple[float, float]
ROOT = Path(__file__).resolve().parents[2]


@cache
def all_drawings() -> tuple[Drawing, ...]:
    """The shipped scenarios in both languages, the small one, and one of sixty beats with ways back and far on."""
    shipped = [drawing(name, language) for name in SHIPPED for language in ("en", "zh")]
    return (*shipped, talk(), surveyed(web(60, 12), "en", plays=20))


def frames(placed: Layout) -> dict[str, Frame]:
    """Left, top, right and bottom of every box."""
    return {key: (x, y, x + box.width, y + box.height) for key, (box, x, y) in placed.boxes.items()}


def points(path: str) -> Iterator[Point]:
    """Points along a path, close together."""
    at = handle = (0.0, 0.0)
    for command, written in re.findall(r"([MVCS])([^MVCS]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", written)]
        if command == "M":
            at = (numbers[0], numbers[1])
            continue
        if command == "V":
            ends = [at, at, (at[0], numbers[0]), (at[0], numbers[0])]
        else:
            if command == "S":
                numbers = [2 * at[0] - handle[0], 2 * at[1] - handle[1], *numbers]
            ends = [at, *zip(numbers[::2], numbers[1::2], strict=True)]
        yield from (bezier(ends, step / 40) for step in range(41))
        handle, at = ends[2], ends[3]


def bezier(ends: list[Point], t: float) -> Point:
    """The point of a curve at `t`, 0 to 1."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(weight * end[axis] for weight, end in zip(weights, ends, strict=True)) for axis in (0, 1))
    return x, y


def overrun(curve: Curve, boxes: dict[str, Frame]) -> list[str]:
    """The boxes that a line runs over; it may touch the rims of the two that it joins."""
    return sorted(
        {
            key
            for x, y in points(curve.path)
            for key, (left, top, right, bottom) in boxes.items()
            if left + 1 < x < right - 1 and top + 1 < y < bottom - 1
        }
    )


def test_no_box_lies_over_another_and_no_line_over_a_box() -> None:
    """Every word can be read: boxes stand apart, and lines pass between them."""
    for one in all_drawings():
        placed = layout(one)
        boxes = frames(placed)
        for (a, first), (b, second) in itertools.combinations(boxes.items(), 2):
            apart = first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]
            assert apart, f"{one.graph.scenario.id}: {a} and {b}"
        over = {curve.edge.key: overrun(curve, boxes) for curve in placed.curves}
        assert {key: keys for key, keys in over.items() if keys} == {}


def test_no_word_leaves_its_box() -> None:
    """Lines of text end inside the box or the cell that they belong to, or in an ellipsis."""
    for one in all_drawings():
        for key, (box, _, _) in layout(one).boxes.items():
            for label in box.labels:
                wide = width(label.text, SIZES[label.style])
                left = label.x - wide if label.anchor == "end" else label.x
                assert left >= 0, (key, label)
                assert left + wide <= box.width, (key, label)
                assert label.y <= box.height, (key, label)
            for cell in box.cells:
                for label in cell.labels:
                    wide = width(label.text, SIZES[label.style])
                    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
                    assert cell.x <= left, (key, label)
                    assert left + wide <= cell.x + cell.width + 0.1, (key, label)
                    assert cell.y <= label.y <= cell.y + cell.height, (key, label)


def test_the_talk_runs_downwards() -> None:
    """What a response leads to stands below it, but for ways back to where the talk has been."""
    for name in SHIPPED:
        one = drawing(name)
        boxes = frames(layout(one))
        upward = [e.key for e in one.graph.edges if e.source != e.target and boxes[e.source][1] >= boxes[e.target][1]]
        assert upward == []
        assert boxes[one.graph.scenario.start][1] == 0


def test_a_drawing_is_the_same_every_time() -> None:
    """Drawn in two processes that order their sets differently, a scenario gives the same file byte by byte."""
    program = "import sys; from game import cli; sys.exit(cli.main(['graph', 'room-not-ready', '-o', sys.argv[1]]))"
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{seed}.svg" for seed in (1, 2)]
        for seed, file in enumerate(files):
            environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
            subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, env=environment, check=True)
        assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.slow
def test_five_thousand_beats_are_drawn_in_rows() -> None:
    """A scenario of thousands of beats does not keep anyone waiting for minutes, and nothing is left out."""
    began = time.monotonic()
    one = surveyed(web(5_000, 200), "en", plays=100)
    svg = FORMS[".svg"](one)
    assert time.monotonic() - began < 60
    assert {f"b{beat}" for beat in range(5_000)} <= set(re.findall(r">(?:★ )?(b\d+)<", svg))
    assert svg.count('<g class="edge') >= 15_000
