"""The caret in a text field."""

from hypothesis import given
from hypothesis import strategies as st

from game.desktop.lettering import Letters, Style
from tests.typesetting.test_breaking import MIXED

LETTERS = Letters()
STYLES = st.builds(Style, st.integers(10, 40), st.booleans())
ALIGNS = st.sampled_from(["left", "centre", "right"])


@given(MIXED, STYLES, st.integers(200, 900), ALIGNS, st.data())
def test_a_click_on_the_caret_leaves_it_there(
    text: str, style: Style, width: int, align: str, data: st.DataObject
) -> None:
    """Who clicks where the caret is does not move it, at any place of any text."""
    block = LETTERS.lay(text, style, width, align=align)  # type: ignore[arg-type]
    index = data.draw(st.integers(0, len(text)))
    x, y, height = LETTERS.caret(block, index)
    found = LETTERS.index(block, (x, y + height // 2))
    assert LETTERS.caret(block, found) == (x, y, height)
    line = block.line_at(index)
    if line.xs.count(x - line.x) == 1 and index <= line.end:
        assert found == index


def test_the_caret_follows_what_is_typed() -> None:
    """Behind a typed space and behind a line's end, the caret stands where the next letter will."""
    style = Style(20)
    assert LETTERS.caret(LETTERS.lay("好", style, 400), 1)[0] == 20
    assert LETTERS.caret(LETTERS.lay("好 ", style, 400), 2)[0] > 20
    assert LETTERS.caret(LETTERS.lay("好\n", style, 400), 2)[:2] == (
        0,
        LETTERS.line_height(style) + LETTERS.caret(LETTERS.lay("", style, 400), 0)[1],
    )


def test_a_click_finds_the_nearer_place() -> None:
    """A click on the left half of a character is before it, on the right half behind it."""
    block = LETTERS.lay("一二三\n四五六", Style(20), 400)
    assert [LETTERS.index(block, (x, 5)) for x in (-50, 9, 11, 29, 31, 300)] == [0, 0, 1, 1, 2, 3]
    assert LETTERS.index(block, (11, -40)) == 1
    assert LETTERS.index(block, (300, 900)) == 7


def test_the_caret_never_stands_within_a_character() -> None:
    """A letter with its accent, an emoji with its parts are stepped over whole."""
    text = "e\u0301e\u0301👨‍👩‍👧好"
    block = LETTERS.lay(text, Style(20), 400)
    found = {LETTERS.index(block, (x, 5)) for x in range(200)}
    assert found <= {0, 2, 4, 9, 10}
    assert {0, 2, 4, 10} <= found
