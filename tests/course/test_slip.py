"""The signed file of an attempt: what it holds, and that nothing but the very file is taken for it."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.course.attempt import Answers, Attempt, Hands, Pick
from game.course.exchange.signing import DeskKey, desk_key
from game.course.exchange.slip import LARGEST, export, exports, file_name, read_slip, write_slip
from tests.course.handed_in import SCENARIO, attempt, sha256, slip, sources


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> DeskKey:
    """The key of one desk."""
    return desk_key(tmp_path_factory.mktemp("desk"))


def back(key: DeskKey, made: Attempt, *contents: bytes) -> Attempt:
    """Give the attempt that the file of an attempt holds, as if it had not been signed."""
    found, fault = read_slip(slip(key, made, *contents))
    assert found is not None, fault
    assert found.attempt.signer == key.public
    return replace(found.attempt, signer=None)


OVERLAY = b"format: 1\nid: gentle\nversion: 1\nextends: standard\n"


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"ended": None, "answers": None, "picks": (), "left": 12.25, "time_left": 700},
        {"persona": "cross", "members": ("甲", "乙 B"), "hands": (Hands(1, (("sorry", 12), ("shrug", 0))),)},
        {"rulebook": "gentle", "rulebook_sha256": sha256(OVERLAY), "expired": True, "time_left": 0.0},
        {"course": None, "course_sha256": None, "task": "", "mode": "practice", "abandoned": True},
        {"seed": 10**40, "trainee": '"; \u202e=1+1\n', "answers": Answers("", None, "\u2028\x07")},
    ],
)
def test_a_file_holds_the_whole_attempt(key: DeskKey, changed: dict[str, Any]) -> None:
    """Whatever an attempt was like, the file that is handed in gives back the very same."""
    made = attempt(**changed)
    assert back(key, made, OVERLAY) == made


def test_a_file_brings_what_was_played_by(key: DeskKey) -> None:
    """The scenario, the rulebook's overlay and the course file lie in the file, byte by byte, with names and group."""
    made = attempt(rulebook="gentle", rulebook_sha256=sha256(OVERLAY))
    found, _ = read_slip(slip(key, made, OVERLAY, name="张三", group="早班"))
    assert found is not None
    assert found.scenario == SCENARIO
    assert found.overlay == OVERLAY
    assert [sha256(raw) for raw in found.sources] == [made.sha256, made.rulebook_sha256, made.course_sha256]
    assert (found.name, found.group) == ("张三", "早班")


@pytest.mark.parametrize("source", [b"\xef\xbb\xbfformat: 1", b"a: 1\r\nb: 2\r\n", b"", b"\n\n", "名: 甲".encode()])
def test_every_byte_of_a_scenario_comes_through(key: DeskKey, source: bytes) -> None:
    """Marks at the beginning, line ends of other systems and a missing last line end are kept as they were."""
    made = attempt(sha256=sha256(source))
    found, _ = read_slip(export(made, sources(source), key))
    assert found is not None
    assert found.scenario == source


def test_a_person_can_read_a_file(key: DeskKey) -> None:
    """In an editor a file shows Chinese as Chinese, one pick a line and the scenario line by line."""
    raw = slip(key, attempt(picks=("sorry", "sorry", "at-once")))
    lines = raw.decode().split("\n")
    assert ' "trainee": {"id": "张三", "name": "", "group": "", "members": []},' in lines
    assert '  {"turn": 1, "response": "sorry", "milliseconds": 5000},' in lines
    assert '    "title: {zh: 迟到, en: Late}",' in lines
    assert json.loads(raw)["answers"]["next_time"] == "先听他说完"


def test_the_same_attempt_has_the_same_bytes(key: DeskKey) -> None:
    """Exported twice, also with its times told in another zone, an attempt gives one and the same file."""
    made = attempt(time_left=5)
    local = replace(
        made, started=made.started.astimezone(), ended=made.ended and made.ended.astimezone(), time_left=5.0
    )
    assert slip(key, made) == slip(key, local)


def test_every_changed_bit_is_refused(key: DeskKey) -> None:
    """Turn over any single bit of a file, each in its turn: it is never taken for an attempt."""
    raw = slip(key, attempt(members=("甲",), hands=(Hands(1, (("sorry", 3),)),), time_left=1.5))
    assert read_slip(raw)[1] == ""
    changed = bytearray(raw)
    taken = []
    for place in range(len(raw)):
        for bit in range(8):
            changed[place] ^= 1 << bit
            found, fault = read_slip(bytes(changed))
            if found is not None or not fault:
                taken.append((place, bit))
            changed[place] ^= 1 << bit
    assert bytes(changed) == raw
    assert taken == []


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.decode().encode("utf-16"),
        lambda raw: raw.decode().encode("gbk"),
        lambda raw: raw.rstrip(),
        lambda raw: raw + b"\n",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: json.dumps(json.loads(raw)).encode(),
        lambda raw: raw.replace(b'"format": 1', b'"format": 1.0'),
        lambda raw: raw.replace(b'"expired": false', b'"expired": false, "expired": false'),
        lambda raw: raw.replace(b'"key"', b'"note": "",\n "key"'),
        lambda raw: raw.replace(b"let him", b"let her").replace("迟到".encode(), "准时".encode()),
    ],
)
def test_a_file_saved_from_an_editor_is_told_as_changed(key: DeskKey, change: Any) -> None:
    """Other line ends, another encoding, a line more or less, a word changed: each is told as a changed file."""
    assert read_slip(change(slip(key))) == (None, "changed")


def test_another_signature_is_told(key: DeskKey, folder: Path) -> None:
    """A file whose trainee or signature was replaced has a signature that does not fit, and is told so."""
    raw, other = slip(key), slip(desk_key(folder))
    renamed = raw.replace("张三".encode(), "李四".encode())
    swapped = raw[: raw.index(b'"signature"')] + other[other.index(b'"signature"') :]
    rekeyed = raw.replace(key.public.encode(), desk_key(folder).public.encode())
    assert [read_slip(one) for one in (renamed, swapped, rekeyed)] == [(None, "signature")] * 3


def test_what_is_no_file_of_ours_is_told_so(key: DeskKey) -> None:
    """Nothing, a homework, other JSON, a newer Yuqi's file and far too much are each told as what they are."""
    for raw in (b"", b"Dear teacher", b"{}", b'{"format": 1}', b"[" * 100_000):
        assert read_slip(raw) == (None, "no-slip")
    assert read_slip(slip(key).replace(b'"format": 1', b'"format": 2')) == (None, "newer")
    assert read_slip(b" " * (LARGEST + 1)) == (None, "too-large")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"trainee": "x" * 65}, {}),
        ({"members": ("甲", "乙" * 65)}, {}),
        ({"members": tuple(map(str, range(2001)))}, {}),
        ({}, {"name": "x" * 201}),
        ({}, {"group": "早" * 201}),
    ],
)
def test_names_that_no_desk_writes_are_refused(key: DeskKey, changed: dict[str, Any], told: dict[str, str]) -> None:
    """A name as long as a book would be in every report, and is told as such; the longest that can be goes in."""
    longest = attempt("x" * 64, members=tuple(f"{place:064}" for place in range(2000)))
    assert read_slip(slip(key, longest, name="x" * 200, group="早" * 200))[1] == ""
    assert read_slip(slip(key, attempt(**changed), **told)) == (None, "names")


@given(st.binary() | st.text().map(str.encode))
@example(b'{"yuqi": "attempt", "format": 99999999999999999999999999}')
@example(b'{"yuqi":"attempt","format":1,"started":"0001-01-01T00:00:00+14:00"}')
def test_no_bytes_are_too_strange(raw: bytes) -> None:
    """Whatever is handed in, it is refused with a reason and nothing breaks."""
    found, fault = read_slip(raw)
    assert found is None
    assert fault


KEY_PLACES = ("id", "trainee", "scenario", "started", "picks", "answers", "hands", "files", "time_left", "seed")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(KEY_PLACES), ANYTHING)
def test_no_value_is_too_strange(key: DeskKey, place: str, value: Any) -> None:
    """A file of ours with anything at all in one of its places is refused like any changed file."""
    document = json.loads(slip(key))
    document[place] = value
    assert read_slip(json.dumps(document).encode())[0] is None


@given(
    trainee=st.text(max_size=64),
    next_time=st.text(),
    times=st.lists(st.integers(0, 2**40), max_size=4),
    began=st.datetimes(timezones=st.just(UTC)),
    left=st.none() | st.floats(0, 1e9),
)
def test_whatever_is_exported_can_be_read(
    key: DeskKey, trainee: str, next_time: str, times: list[int], began: datetime, left: float | None
) -> None:
    """Any name, answer, time and pace that an attempt can have comes back from its file as the store would keep it."""
    picks = tuple(Pick(turn, "sorry", time) for turn, time in enumerate(times, start=1))
    made = attempt(trainee, answers=Answers("", 0, next_time), started=began, time_left=left)
    made = replace(made, picks=picks, ended=None)
    found = back(key, made)
    kept = [text.replace("\0", "\ufffd") for text in (trainee, next_time)]
    assert [found.trainee, found.answers and found.answers.next_time] == kept
    assert (found.picks, found.started, found.time_left) == (picks, began, left)


def test_names_can_be_replaced(key: DeskKey) -> None:
    """With codes no name of a trainee or of a group's members is anywhere in the file."""
    made = attempt("张三", members=("王小明", "李四"), answers=None)
    raw = slip(key, made, name="张三丰", group="早班", code=lambda name: f"T-{len(name)}")
    found, _ = read_slip(raw)
    assert found is not None
    assert (found.attempt.trainee, found.attempt.members, found.name) == ("T-2", ("T-3", "T-2"), "")
    assert not any(name.encode() in raw for name in ("张三", "王小明", "李四"))


def test_a_file_is_put_into_a_folder(folder: Path, home: Path) -> None:
    """The file is named after course, trainee, scenario and attempt; a later state takes an earlier one's place."""
    made = attempt("张三/..\\ Zhang", ended=None)
    first = write_slip(folder / "new", made, sources())
    assert first.name == f"autumn_张三-Zhang_late_{made.id}.json"
    ended = replace(made, ended=datetime.now(UTC))
    assert write_slip(folder / "new", ended, sources(), name="张三") == first
    found, _ = read_slip(first.read_bytes())
    assert found is not None
    assert found.attempt.ended == ended.ended
    assert [path.name for path in (folder / "new").iterdir()] == [first.name]
    assert exports().parent == home


@given(st.lists(st.text(), max_size=3))
def test_every_disk_takes_the_file_name(parts: list[str]) -> None:
    """Whatever course and trainee are called, the name has letters, digits, - and _ only, and at most 255 bytes."""
    name = file_name(parts, attempt().id)
    assert len(name.encode()) <= 255
    assert all(letter.isalnum() or letter in "-_" for letter in name.removesuffix(".json"))
    assert name.encode().decode() == name
