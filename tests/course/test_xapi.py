"""Attempts as xAPI statements of the serious-games profile."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.course.exchange.codes import Codes
from game.course.store import Store, open_store
from game.course.tasks import Programme
from game.course.xapi.terms import PROGRESS, Naming
from game.scenario import read as read_scenario
from tests.course.lrs.class_room import BADLY, FAIRLY, FLAT, WELL, course, expired, read, talk, told, verbs
from tests.course.lrs.tools import faults

ADL = "http://adlnet.gov/expapi/verbs/"
IRIS = {
    "initialized": f"{ADL}initialized",
    "progressed": f"{ADL}progressed",
    "selected": "https://w3id.org/xapi/adb/verbs/selected",
    "completed": f"{ADL}completed",
    "passed": f"{ADL}passed",
    "failed": f"{ADL}failed",
}
TYPES = "https://w3id.org/xapi/seriousgames/activity-types/"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store in a file: what is told does not depend on where it was kept."""
    with open_store(folder) as opened:
        yield opened


@pytest.fixture
def held(tmp_path: Path) -> Programme:
    """A course of two phases, in which anyone may enter a name."""
    return course(tmp_path)


def extension(statement: dict[str, Any], name: str) -> Any:
    """A value of ours in a statement's result."""
    return statement["result"]["extensions"][f"https://yuqi.example/extensions/{name}"]


def test_the_validator_has_nothing_against_any_kind_of_statement(store: Store, tmp_path: Path) -> None:
    """Every kind of statement, of people, groups, codes and URNs, is sound to the validator of another house."""
    held = course(tmp_path, roster=True)
    silent = talk(store, held, ("silence",), "102")
    lost = talk(store, held, BADLY, "")
    group = talk(store, held, FAIRLY, "第一组", members=("张三丰", "101"))
    begun = talk(store, held, WELL[:2], "101", over=False)
    timed_out = expired(talk(store, held, WELL[:1], "101", over=False))
    namings = (Naming(), Naming("urn:school:yuqi", "https://school.example/"), Naming(code=Codes(b"secret")))
    every = [
        statement
        for attempt in (talk(store, held, WELL, "101"), silent, lost, group, begun, timed_out)
        for naming in namings
        for statement in told(store, held, attempt, naming)
    ]
    assert Counter(verbs(every)).keys() == IRIS.keys()
    assert [
        (one.raw, wrong) for one, wrong in zip(every, faults([one.raw for one in every]), strict=True) if wrong
    ] == []


def test_the_validator_finds_what_is_wrong(store: Store, held: Programme) -> None:
    """The validator does look: a statement whose duration is not one is told."""
    selected = told(store, held, talk(store, held))[1].raw
    assert b'"PT1.50S"' in selected
    assert faults([selected.replace(b'"PT1.50S"', b'"1.5 s"'), selected])[0] != []


def test_a_talk_is_told_from_beginning_to_end(store: Store, held: Programme) -> None:
    """A talk of four picks: begun, each pick, progress between the beats, the end, and that it passed."""
    statements = told(store, held, talk(store, held, WELL))
    between = ["selected", "progressed"] * 3
    assert verbs(statements) == ["initialized", *between, "selected", "completed", "passed"]
    assert verbs(told(store, held, talk(store, held, FAIRLY)))[-2:] == ["completed", "failed"]


def test_every_statement_speaks_the_profile(store: Store, held: Programme) -> None:
    """Verbs, types and category have just the addresses that the profile gives them; registration is the attempt."""
    attempt = talk(store, held, WELL)
    for one in read(told(store, held, attempt)):
        assert one["verb"]["id"] == IRIS[one["verb"]["display"]["en-US"]]
        assert one["object"]["definition"]["type"] == TYPES + (
            "dialog-tree" if one["verb"]["id"].endswith("selected") else "level"
        )
        (category,) = one["context"]["contextActivities"]["category"]
        assert category["id"] == "https://w3id.org/xapi/seriousgames/v1.0"
        assert one["context"]["registration"] == attempt.id
        assert one["context"]["revision"] == attempt.sha256
        assert (one["context"]["language"], one["context"]["platform"]) == ("zh-CN", "Yuqi 预期")


def test_course_phase_and_scenario_are_around_it(store: Store, held: Programme) -> None:
    """A statement says of which course and phase it is, in addresses that every store takes, with names people read."""
    first, pick, *_ = read(told(store, held, talk(store, held)))
    around = {one["id"]: one["definition"]["name"] for one in pick["context"]["contextActivities"]["grouping"]}
    base = "https://yuqi.example"
    autumn = f"{base}/courses/%E7%A7%8B%E5%AD%A3%E7%8F%AD"
    assert list(around) == [autumn, f"{autumn}/before", f"{base}/game"]
    assert around[autumn] == {"zh-CN": "秋季班", "en-US": "Autumn"}
    assert first["object"]["id"] == f"{base}/scenarios/heating-cold-flat"
    assert pick["object"]["id"] == f"{base}/scenarios/heating-cold-flat/complaint"
    assert pick["context"]["contextActivities"]["parent"] == [first["object"]]


def test_a_pick_says_what_was_picked_of_what_and_how_long_it_took(store: Store, held: Programme) -> None:
    """A pick names the response, the time it took, and all that there was to pick, in both languages."""
    pick = read(told(store, held, talk(store, held)))[1]
    assert (pick["result"]["response"], pick["result"]["duration"]) == ("hear-her", "PT1.50S")
    assert (extension(pick, "turn"), extension(pick, "heat")) == (1, 8)
    choices = {one["id"]: one["description"] for one in pick["object"]["definition"]["choices"]}
    assert list(choices) == ["hear-her", "fix-first", "calm-down", "silence"]
    assert choices["fix-first"]["zh-CN"] == "我马上给您报修，您报一下户号。"
    assert pick["object"]["definition"]["description"]["en-US"].startswith("Three days I have been calling!")


@pytest.mark.parametrize(
    ("picks", "overall", "five", "passed"),
    [
        (WELL, 95, (100, 99, 70, 100, 91), True),
        (FAIRLY, 41, (0, 19, 0, 100, 74), False),
        (BADLY, 7, (0, 23, 0, 0, 0), False),
    ],
)
def test_the_end_says_the_scores(
    store: Store, held: Programme, picks: tuple[str, ...], overall: int, five: tuple[int, ...], passed: bool
) -> None:
    """The end has the overall as its score and the five beside it, as worked out by hand in the design."""
    *_, completed, outcome = read(told(store, held, talk(store, held, picks)))
    assert completed["result"]["score"] == {"scaled": overall / 100, "raw": overall, "min": 0, "max": 100}
    assert tuple(extension(completed, name) for name in ("set", "meet", "exceed", "empathy", "nvc")) == five
    assert (completed["result"]["completion"], completed["result"]["success"]) == (True, passed)
    assert outcome["result"] == completed["result"]
    assert extension(completed, "lost") is (picks == BADLY)


def test_times_are_those_of_the_picks(store: Store, held: Programme) -> None:
    """Every statement has the time at which it happened: the start, and then the milliseconds of the picks."""
    attempt = talk(store, held)
    statements = read(told(store, held, attempt))
    after = [datetime.fromisoformat(one["timestamp"]) - attempt.started for one in statements]
    seconds = [round(one / timedelta(seconds=1), 2) for one in after]
    assert seconds == [0, 1.5, 1.5, 4.5, 4.5, 9, 9, 15, 15, 15]
    assert statements[-1]["result"]["duration"] == "PT15S"


def test_progress_never_falls_and_never_comes_to_the_end(store: Store, held: Programme) -> None:
    """Progress is a number between 0 and 1 to the hundredth, grows from beat to beat, and leaves the end to the end."""
    for picks in (WELL, ("fix-first", "ask-room", "honest-time", "close-the-loop"), ("silence",)):
        statements = read(told(store, held, talk(store, held, picks)))
        steps = [one["result"]["extensions"][PROGRESS] for one in statements if "progressed" in one["verb"]["id"]]
        assert steps == sorted(steps)
        assert all(0 < step < 1 and round(step, 2) == step for step in steps)


def test_an_attempt_whose_time_ran_out_ends_when_it_did(store: Store, held: Programme) -> None:
    """A talk that ran out of time is told as ended at that moment, lost, and failed."""
    attempt = expired(talk(store, held, WELL[:2], over=False))
    *_, completed, outcome = read(told(store, held, attempt))
    assert datetime.fromisoformat(completed["timestamp"]) - attempt.started < timedelta(minutes=1, milliseconds=1)
    assert datetime.fromisoformat(completed["timestamp"]) - attempt.started >= timedelta(seconds=59.999)
    assert (extension(completed, "expired"), extension(completed, "ending")) == (True, "dead-end")
    assert outcome["verb"]["id"] == IRIS["failed"]


def test_people_are_accounts_with_the_names_of_the_roster(store: Store, tmp_path: Path) -> None:
    """Who is on the roster is told by id, with the name; who is not by what was entered; a group with its people."""
    held = course(tmp_path, roster=True)
    naming = Naming(home_page="https://school.example")
    place = {"homePage": "https://school.example"}
    (listed, *_), (guest, *_) = (
        read(told(store, held, talk(store, held, trainee=one), naming)) for one in ("101", "王五")
    )
    assert listed["actor"] == {"objectType": "Agent", "account": {**place, "name": "101"}, "name": "张三丰"}
    assert guest["actor"] == {"objectType": "Agent", "account": {**place, "name": "王五"}}
    group = talk(store, held, trainee="第一组", members=("101", "王五"))
    actor = read(told(store, held, group, naming))[0]["actor"]
    assert (actor["objectType"], actor["account"]["name"]) == ("Group", "第一组")
    assert actor["member"] == [listed["actor"], guest["actor"]]


def test_with_codes_no_name_is_left(store: Store, tmp_path: Path) -> None:
    """With codes neither names nor ids stand anywhere in the statements; one person has one code."""
    held = course(tmp_path, roster=True)
    naming = Naming(code=Codes(b"secret"))
    every = [
        statement.raw.decode()
        for attempt in (
            talk(store, held, trainee="李清照"),
            talk(store, held, trainee="102"),
            talk(store, held, trainee="第一组", members=("张三丰", "102")),
        )
        for statement in told(store, held, attempt, naming)
    ]
    assert not [raw for raw in every for name in ("李清照", "张三丰", '"102"', "第一组") if name in raw]
    assert all(Codes(b"secret")("102") in raw for raw in every[10:])


def test_ids_of_any_script_become_addresses(store: Store, held: Programme) -> None:
    """Chinese ids are percent-encoded, and stand between the colons of a URN as between slashes."""
    assert Naming("https://a.example/x/").address("情景", "a-b") == "https://a.example/x/%E6%83%85%E6%99%AF/a-b"
    assert Naming("urn:school:yuqi").address("情景", "1") == "urn:school:yuqi:%E6%83%85%E6%99%AF:1"
    scenario, _ = read_scenario(FLAT.read_bytes(), "flat.yaml")
    assert scenario is not None
    assert read(told(store, held, talk(store, held)))[0]["object"]["definition"]["name"] == {
        "zh-CN": scenario.title.zh,
        "en-US": scenario.title.en,
    }
