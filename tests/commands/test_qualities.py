"""The qualities of many customers are worked out on all cores, kept for the next time, and the same as in one."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.commands import qualities
from game.commands.qualities import FOLDER, prepare
from game.course.grading import quality
from game.course.grading.items import item_analysis
from tests.course.classroom import Classroom, at_random, small


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """A program that has just been started."""
    quality.KEPT.clear()
    yield
    quality.KEPT.clear()


def class_of(customers: int) -> Classroom:
    """A class that has met so many customers."""
    room, dice = Classroom(phases={"exam": [small(f"s{at}") for at in range(customers)]}), Random(1)
    for number in range(4 * customers):
        at = number % customers
        room.sits(f"t{number}", at_random(room.programme.tasks[at].scenario, dice), at)
    return room


def made_ready(room: Classroom) -> None:
    """Prepare the analysis of a class, as a report does."""
    prepare(room.programme, room.results(), room.source_of)


def test_what_other_processes_work_out_is_what_this_one_would() -> None:
    """An analysis of six customers is the same whether their qualities came from other processes or from here."""
    room = class_of(6)
    here = item_analysis(room.programme, room.results())
    quality.KEPT.clear()
    made_ready(room)
    assert quality.unknown(room.results(), room.programme.course.weights, room.source_of) == ()
    assert item_analysis(room.programme, room.results()) == here


def test_the_second_report_works_nothing_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept in the data folder is read, and comes to the same analysis."""
    room = class_of(2)
    made_ready(room)
    first = item_analysis(room.programme, room.results())
    quality.KEPT.clear()

    def never(*_: Any) -> Any:
        raise AssertionError("worked out again")

    monkeypatch.setattr(qualities, "worked_out", never)
    made_ready(room)
    monkeypatch.setattr(quality, "_quality", never)
    assert item_analysis(room.programme, room.results()) == first


@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfe", b"{}", b'{"whole": true, "values": [["b1"]], "alike": []}'])
def test_a_spoilt_file_is_made_anew(home: Path, spoilt: bytes) -> None:
    """Whatever stands in such a file, the analysis is the right one, and the file is mended."""
    room = class_of(1)
    made_ready(room)
    first = item_analysis(room.programme, room.results())
    (file,) = (home / FOLDER).iterdir()
    whole = file.read_bytes()
    file.write_bytes(spoilt)
    quality.KEPT.clear()
    made_ready(room)
    assert item_analysis(room.programme, room.results()) == first
    assert file.read_bytes() == whole


def test_another_program_does_not_take_what_this_one_kept(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """After an update that changes rules in code, what an older program has kept is not used."""
    room = class_of(1)
    made_ready(room)
    monkeypatch.setattr(qualities, "_program", lambda: "another")
    quality.KEPT.clear()
    made_ready(room)
    assert len(list((home / FOLDER).iterdir())) == 2


def test_a_data_folder_that_cannot_be_written_is_no_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where nothing can be kept the analysis is made all the same."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("YUQI_HOME", str(tmp_path / "file" / "below"))
    room = class_of(1)
    made_ready(room)
    assert len(item_analysis(room.programme, room.results())) == 1
