"""Texts laid out in lines."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.lettering import Block, Letters, Style, breaks
from tests.typesetting.test_breaking import MIXED, NOT_FIRST, NOT_LAST
from tests.typesetting.texts import interface_texts, scenario_texts

LETTERS = Letters()
BODY = Style(20)
STYLES = st.builds(Style, st.integers(8, 48), st.booleans())
WIDTHS = st.integers(200, 900)


def wrapped(block: Block, text: str) -> Iterator[tuple[str, str]]:
    """Yield the ends of each two lines between which the game, not the author, broke the text."""
    for line, following in pairwise(block.lines):
        if "\n" not in text[line.end : following.start]:
            yield line.text, following.text


@given(MIXED, STYLES, WIDTHS)
def test_lines_keep_the_text_and_the_width(text: str, style: Style, width: int) -> None:
    """All lines together are the text but for the spaces and line's ends between them; none is wider than allowed."""
    block = LETTERS.lay(text, style, width)
    at = 0
    for line in block.lines:
        assert text[at : line.start].strip(" \n") == ""
        assert text[line.start : line.end] == line.text
        assert line.width <= width
        assert list(line.xs) == sorted(line.xs)
        assert len(line.xs) == len(line.text) + 1
        at = line.end
    assert text[at:] == ""
    assert block.width == max(line.width for line in block.lines)
    assert block.height == len(block.lines) * LETTERS.line_height(style)


@given(MIXED, WIDTHS)
def test_lines_break_only_where_they_may(text: str, width: int) -> None:
    """A word is cut, and a sign stands where it must not, only where all that belongs together fits into no line."""
    block = LETTERS.lay(text, BODY, width)
    allowed = {*breaks(text), len(text)}
    for following in block.lines[1:]:
        if following.start in allowed:
            continue
        before = max((place for place in allowed if place < following.start), default=0)
        behind = min(place for place in allowed if place > following.start)
        assert LETTERS.width(text[before:behind].rstrip(" \n"), BODY) + BODY.size > width


@pytest.mark.parametrize("size", [13, 18, 27, 44])
def test_all_texts_of_the_game_are_set_well(size: int) -> None:
    """In every text of scenarios and interface no line that the game broke begins or ends with the wrong sign."""
    style, width = Style(size), 24 * size
    for text in scenario_texts() | interface_texts(shown=True):
        block = LETTERS.lay(text, style, width)
        assert block.width <= width
        for ending, beginning in wrapped(block, text):
            assert beginning[:1] not in list(NOT_FIRST.replace("’", ""))
            assert ending[-1:] not in list(NOT_LAST)


@given(MIXED.filter(lambda text: "\n" not in text), STYLES)
def test_a_text_fits_the_width_that_is_told_for_it(text: str, style: Style) -> None:
    """A label as wide as its text is said to be has it on one line."""
    width = LETTERS.width(text, style)
    assert len(LETTERS.lay(text, style, max(1, width)).lines) == 1
    assert LETTERS.lay(text, style, max(1, width)).width == width


@pytest.mark.parametrize("last", ["好a", "8好", "好8", "a好", "%好"])
def test_air_between_han_and_latin(last: str) -> None:
    """Han beside letters or digits has a quarter of a square of air; a space that is written stays as it is."""
    apart = LETTERS.width(last[0], BODY) + LETTERS.width(last[1], BODY)
    assert BODY.size * 0.2 <= LETTERS.width(last, BODY) - apart <= BODY.size * 0.27
    spaced = f"{last[0]} {last[1]}"
    assert LETTERS.width(spaced, BODY) == apart + LETTERS.width(" ", BODY)


@pytest.mark.parametrize("pair", ["好，", "，8", "8。", "a8", "好好", "（8"])
def test_no_air_beside_punctuation(pair: str) -> None:
    """Signs and letters of one kind stand side by side without more air."""
    parts = sum(LETTERS.width(sign, BODY) for sign in pair)
    assert LETTERS.width(pair, BODY) <= parts


def test_the_air_is_not_left_at_a_line_s_start() -> None:
    """A number that begins a line after Han begins it at its very left."""
    block = LETTERS.lay("好好好好8点", BODY, 90)
    assert [line.text for line in block.lines] == ["好好好好", "8点"]
    assert block.lines[1].xs[0] == 0


def test_full_width_signs_share_a_square() -> None:
    """Two full-width signs side by side take one square and a half, and a line may end with half of one."""
    assert LETTERS.width("好。”", BODY) == 50
    assert LETTERS.width("好：“好", BODY) == 70
    assert LETTERS.width("（好）？", BODY) == 60
    assert [line.text for line in LETTERS.lay("好好好，好好好", BODY, 70).lines] == ["好好好，", "好好好"]


def test_quotes_go_by_language() -> None:
    """A quote is a square wide among Han and narrow in English; the apostrophe is narrow everywhere."""
    assert LETTERS.width("好“好”好", BODY) == 100
    assert LETTERS.width("can’t", BODY) < LETTERS.width("can t", BODY) + BODY.size * 0.2
    assert LETTERS.width("说can’t的", BODY) < LETTERS.width("说can t的", BODY) + BODY.size * 0.2


@given(MIXED, STYLES, WIDTHS, st.integers(1, 4))
def test_what_is_cut_ends_with_an_ellipsis(text: str, style: Style, width: int, most: int) -> None:
    """Text beyond the most lines is cut; the last line then ends with …, still within the width."""
    whole, block = LETTERS.lay(text, style, width), LETTERS.lay(text, style, width, most_lines=most)
    assert block.cut == (len(whole.lines) > most)
    if not block.cut:
        assert block == whole
        return
    assert len(block.lines) == most
    assert block.lines[-1].text.endswith("…")
    assert block.width <= width


def test_a_cut_goes_between_words() -> None:
    """English is cut between words, and no comma stands before the …"""
    english = LETTERS.lay("At most one line, and then it is cut", BODY, 175, most_lines=1)
    assert english.lines[0].text == "At most one line…"
    assert LETTERS.lay("最多一行，多的不要", BODY, 120, most_lines=1).lines[0].text == "最多一行…"


def test_a_word_too_long_is_cut_anywhere() -> None:
    """An address that is longer than a line begins a new one and is cut where it has to be."""
    block = LETTERS.lay("发到" + "a" * 60 + "吧", BODY, 200)
    assert block.width <= 200
    assert block.lines[0].text == "发到"
    assert "".join(line.text for line in block.lines) == "发到" + "a" * 60 + "吧"


def test_spaces_at_an_end_take_no_room_that_is_not_there() -> None:
    """Spaces typed behind a full line stay in it, and the line gets no wider than it may be."""
    block = LETTERS.lay("一二三四五，" + " " * 40, BODY, 110)
    assert len(block.lines) == 1
    assert block.width <= 110


@pytest.mark.parametrize("word", ["x\u0323\u0301", "x\u200dy", "👩\u200d🍳", "👍🏽"])
def test_no_character_is_cut(word: str) -> None:
    """In a word that has to be cut, letters keep their accents and emoji their parts."""
    for width in range(20, 120, 7):
        block = LETTERS.lay(word.join("a" * 20), BODY, width)
        assert all(line.text[:1] in {"a", word[0]} for line in block.lines)


def test_no_han_is_left_alone() -> None:
    """A last line of a single Han takes the one before it along."""
    assert [line.text for line in LETTERS.lay("一二三四五六七八九。", BODY, 160).lines] == ["一二三四五六七", "八九。"]


@pytest.mark.parametrize(("align", "shares"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_lines_stand_to_their_side(align: str, shares: float) -> None:
    """What a line leaves free is on the right, on both sides, or on the left."""
    block = LETTERS.lay("一二三四五六\n七", BODY, 130, align=align)  # type: ignore[arg-type]
    assert [line.x for line in block.lines] == [int((130 - line.width) * shares) for line in block.lines]


def test_a_long_text_is_laid_out_whole() -> None:
    """20,000 letters are set in one go, and every one of them is on a line."""
    text = "暖气不热，等到17:30也没人来。" * 1200
    assert sum(len(line.text) for line in LETTERS.lay(text, BODY, 700).lines) == len(text) > 20_000


@given(st.text(st.characters(exclude_categories=[]), max_size=30), st.integers(1, 300))
def test_any_text_can_be_laid_out(text: str, width: int) -> None:
    """No text and no width stops the game, and nothing of the text is lost but what stands at a break."""
    block = LETTERS.lay(text, BODY, width)
    hidden = "".join(text[a.end : b.start] for a, b in pairwise(block.lines))
    assert not any(sign.isprintable() and not sign.isspace() for sign in hidden)
    assert block.lines[-1].end == len(text)
