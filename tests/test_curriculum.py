"""The customers that come along make a curriculum, and the courses are fair: as the docs say, and proved."""

import contextlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import cli, library, places, programme
from game.commands.page import percent
from game.course.tasks import Programme
from game.scenario import Scenario

ROOT = Path(__file__).resolve().parent.parent
LADDER = ("starter", "complaint-handling", "crisis")
"""The courses in the order in which they are taken."""
HEADS = ("| ---", "| customer", "| 客户", "| course", "| 课程", "| idea", "| 道理")
SHELF = {entry.scenario.id: entry.scenario for entry in library.shelf()[0]}


def rows(language: str) -> Iterator[list[str]]:
    """The cells of every row of every table on the page of customers."""
    page = (ROOT / "docs" / language / "customers.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        if line.startswith("| ") and not line.startswith(HEADS):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def ids(cell: str) -> list[str]:
    return re.findall(r"`([a-z-]+)`", cell)


def customers(language: str) -> dict[str, list[str]]:
    """The row of each customer, by id."""
    return {ids(cells[0])[-1]: cells for cells in rows(language) if "scenarios/" in cells[0]}


def before(id_: str) -> list[str]:
    """Whom to have met before a customer."""
    return ids(customers("en")[id_][3])


def course(id_: str) -> Programme:
    found = programme.load(library.find_course(id_))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def chances() -> dict[str, dict[str, Any]]:
    """What `check` proves of the courses, by their ids; not a word is said of anything wrong."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert cli.main(["check", "--strict", *LADDER, "--json"]) == 0
    found = json.loads(printed.getvalue())
    assert found["problems"] == []
    return {one["course"]: one for one in found["courses"]}


def test_there_are_four_customers_of_each_trade_from_easy_to_hard() -> None:
    """Twenty, on five levels."""
    domains = [one.domain for one in SHELF.values()]
    assert {domain: domains.count(domain) for domain in domains} == dict.fromkeys(
        ("hotel", "ecommerce", "heating", "education", "other"), 4
    )
    assert {one.level for one in SHELF.values()} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_lists_every_customer_with_title_and_level_the_easy_ones_first(language: str) -> None:
    """An instructor finds each of them, its file, and how hard it is."""
    found = customers(language)
    assert set(found) == set(SHELF)
    assert len(found) == len([cells for cells in rows(language) if "scenarios/" in cells[0]])
    levels = [int(cells[2]) for cells in found.values()]
    assert levels == [SHELF[id_].level for id_ in found] == sorted(levels)
    assert [id_ for id_, cells in found.items() if f"[{SHELF[id_].title.told(language)}](" not in cells[0]] == []
    assert all(cells[4] for cells in found.values())
    assert [cells[3] for cells in customers("zh").values()] == [
        cells[3].replace(", ", "、") for cells in customers("en").values()
    ]


def test_whoever_is_to_be_met_first_is_easier_and_only_beginners_need_nobody() -> None:
    """The prerequisites are an order in which one can go."""
    for id_, one in SHELF.items():
        assert all((SHELF[other].level or 0) < (one.level or 0) for other in before(id_)), id_
        assert bool(before(id_)) == (one.level != 1), id_
        if one.follows is not None:
            assert one.follows.scenario in before(id_)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_customer_shows_an_idea_and_no_idea_is_shown_by_nobody(language: str) -> None:
    """The table of ideas names customers that there are, or says that all of them show it."""
    cells = [cells for cells in rows(language) if len(cells) == 2]
    named = [ids(where) for _, where in cells]
    assert len(cells) > 20
    assert {id_ for some in named for id_ in some} == set(SHELF)
    assert [idea for idea, where in cells if not ids(where) and where not in ("每一位", "everywhere")] == []


def speakers_with_a_meter(one: Scenario) -> bool:
    """Whether somebody beside the customer speaks, and the talk keeps a meter."""
    return bool(one.cast and one.meters)


@pytest.mark.parametrize(
    ("idea", "holds"),
    [
        ("a long relation", lambda one: one.follows is not None),
        ("two speakers", speakers_with_a_meter),
        ("a change of channel", lambda one: len({beat.channel for beat in one.beats.values() if beat.channel}) > 1),
        ("win-win", lambda one: "budget" in one.meters),
        ("a reply in public", lambda one: any(beat.channel == "social" for beat in one.beats.values())),
        ("hard complaints", lambda one: one.customer.heat >= 8),
        ("things change", lambda one: bool(one.interrupts)),
    ],
)
def test_what_the_page_says_a_customer_shows_is_in_the_file(idea: str, holds: Any) -> None:
    """Where a row can be told from the file, it is true of each customer that it names."""
    (where,) = [where for said, where in (cells for cells in rows("en") if len(cells) == 2) if idea in said]
    assert ids(where)
    assert [id_ for id_ in ids(where) if not holds(SHELF[id_])] == []


def test_hard_complaints_are_all_named() -> None:
    (where,) = [
        where for said, where in (cells for cells in rows("en") if len(cells) == 2) if "hard complaints" in said
    ]
    assert {id_ for id_, one in SHELF.items() if one.customer.heat >= 8} == set(ids(where))


def test_the_courses_that_come_along_are_these() -> None:
    assert {path.stem for path in library.files([str(places.courses())])} == set(LADDER)
    assert [course(id_).course.id for id_ in LADDER] == list(LADDER)


def test_who_takes_the_courses_in_order_has_always_met_whom_they_should() -> None:
    """No customer of a course comes before those that prepare for it."""
    met: list[str] = []
    for id_ in LADDER:
        for task in course(id_).tasks:
            assert set(before(task.scenario.id)) <= set(met), (id_, task.scenario.id)
            met.append(task.scenario.id)


@pytest.mark.parametrize("id_", LADDER)
def test_a_course_measures_before_and_after_with_different_customers(id_: str) -> None:
    """One exam before anything is taught, practice with the debrief at once, an exam that is compared to the first."""
    found = course(id_).course
    assert [(phase.id, phase.mode, phase.compare) for phase in found.phases] == [
        ("before", "exam", None),
        ("practice", "practice", None),
        ("after", "exam", "before"),
    ]
    assert [phase.id for phase in found.counting] == ["after"]
    assert not {one.file for one in found.phases[0].scenarios} & {one.file for one in found.phases[2].scenarios}


@pytest.mark.slow
@pytest.mark.parametrize("id_", LADDER)
def test_the_pass_mark_of_a_course_is_fair(id_: str, chances: dict[str, dict[str, Any]]) -> None:
    """Whomever one may meet can be passed with 20 points to spare; luck, in all attempts allowed, passes a customer in
    at most one of 20 tries, and all of them in at most one of 1,000."""
    found = chances[id_]
    assert found["exact"]
    assert found["best"] >= found["pass"]["overall"] + 20
    assert 0 < found["luck"]["attempts"] <= 0.05
    assert found["luck"]["all"] <= 0.001


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_figures_of_the_page_are_those_of_the_proof(language: str, chances: dict[str, dict[str, Any]]) -> None:
    told = {ids(cells[0])[0]: cells[1:] for cells in rows(language) if len(cells) == 5 and ids(cells[0])[:1] != []}
    for id_ in LADDER:
        luck = chances[id_]["luck"]
        shares = [percent(luck[name]) for name in ("once", "attempts", "all")]
        assert told[id_] == [str(chances[id_]["best"]), *shares]
