"""Codes in place of names."""

import unicodedata
from collections.abc import Callable

from game.course.exchange.codes import SIGNS, Codes, codes_of
from tests.course.desk import Desk

NAMES = ["张三", "李四", "Zhang San", "=1+1", "", "张三 ", "O'Neill"]


def test_a_person_keeps_the_code(desk: Desk) -> None:
    """The same name has the same code in everything that a store gives out, today and next year."""
    with desk() as store:
        first = [codes_of(store)(name) for name in NAMES]
    with desk() as store:
        assert [codes_of(store)(name) for name in NAMES] == first
    assert len(set(first)) == len(NAMES)


def test_another_store_has_other_codes(fresh: Callable[[], Desk]) -> None:
    """What one school gives out cannot be put together with what another gives out, nor tried out name by name."""
    with fresh()() as store, fresh()() as other:
        assert codes_of(store)("张三") != codes_of(other)("张三")


def test_a_code_can_be_typed_off_paper() -> None:
    """A code has ten signs that nobody mistakes for one another, and no spreadsheet takes it for a number."""
    codes = Codes(b"secret")
    for number in range(500):
        mark, first, second = codes(f"学员 {number}").split("-")
        assert (mark, len(first), len(second)) == ("T", 5, 5)
        assert set(first + second) <= set(SIGNS)


def test_many_people_have_as_many_codes() -> None:
    """Ten thousand people have ten thousand codes."""
    codes = Codes(b"secret")
    assert len({codes(f"{number:05}") for number in range(10_000)}) == 10_000


def test_a_name_is_the_same_however_it_was_typed() -> None:
    """A letter typed whole and one put together of two signs are one name; nobody at all has no code."""
    codes = Codes(b"secret")
    assert codes(unicodedata.normalize("NFD", "Zoë")) == codes(unicodedata.normalize("NFC", "Zoë"))
    assert codes("") == ""
    assert codes("\ud800")
