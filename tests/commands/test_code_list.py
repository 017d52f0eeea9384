"""The list of codes, which only the instructor has."""

import csv
import io
from pathlib import Path

import pytest

from game.commands.code_list import kept, naming, strike
from game.course.exchange.codes import Codes
from game.course.store import open_store
from game.i18n import words
from tests.course import handed_in

PEOPLE = ("张三", "=1+1", "＝1+1", " @SUM(A1)", '"，')


@pytest.fixture
def listing(home: Path, tmp_path: Path) -> Path:
    """The list of a course without a roster, at which everyone of these has tried once."""
    programme = handed_in.course(tmp_path / "course")
    with open_store() as store:
        for name in PEOPLE:
            store.take_in(handed_in.attempt(name), [handed_in.SCENARIO, handed_in.COURSE.encode()])
        assert "codes-autumn.csv" in kept(store, Codes(b"secret"), programme, words("zh"))
    return home / "codes-autumn.csv"


def test_the_list_says_who_is_who(listing: Path) -> None:
    """The instructor's list opens in a spreadsheet and has everyone's code beside the name. Nothing in it computes,
    not where a spreadsheet trims blanks or knows broad letters either."""
    raw = listing.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert heads == [words("zh")(f"codes.{head}") for head in ("code", "id", "name", "group")]
    codes, shown = Codes(b"secret"), ("张三", "'=1+1", "'＝1+1", "' @SUM(A1)", '"，')
    assert {row[0]: row[1:] for row in rows} == {
        codes(name): [seen, seen, ""] for name, seen in zip(PEOPLE, shown, strict=True)
    }


@pytest.mark.parametrize("name", PEOPLE)
def test_whoever_is_taken_out_stands_there_no_more(listing: Path, name: str) -> None:
    """Whoever is forgotten is found in the list however the name is written there, and taken out of it; the others
    stay."""
    assert naming(name) == [listing]
    strike(listing, name)
    assert naming(name) == []
    assert [other for other in PEOPLE if naming(other)] == [other for other in PEOPLE if other != name]
