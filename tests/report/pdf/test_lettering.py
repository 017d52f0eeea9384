"""Letters on paper: right Simplified forms that can be searched, lines that break as in print, stand-ins."""

import re
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.report.pdf.faces import EM, face
from game.report.pdf.paper import Ink, Paper, lines, runs, wide
from game.typesetting import Order, set_text
from game.typesetting.style import Style
from tests.report.pdf.sheets import pages, size
from tests.typesetting.test_breaking import NOT_FIRST, NOT_LAST

INK: Final = Ink("serif", 10)
SIGNS: Final = st.text(st.characters(), max_size=60)


def put(text: str, width: float = 300, ink: Ink = INK) -> bytes:
    """A PDF with nothing but a text on it."""
    paper = Paper("t", "zh")
    paper.page()
    paper.para(text, ink, 40, 40, width)
    return paper.bytes()


@pytest.mark.parametrize("name", ["sans", "serif"])
def test_chinese_comes_out_in_its_simplified_forms_and_can_be_searched(name: str) -> None:
    """骨, 直, 门 are drawn with the typeface for Simplified Chinese, and copied out as what was written."""
    text = "骨直门角刃海今令，“暖气”冷了——等到17:30……"
    raw = put(text, ink=Ink(name, 12))  # type: ignore[arg-type]
    assert pages(raw) == [text]
    assert set(re.findall(rb"/BaseFont /([A-Z]+\+\w+)", raw)) == {
        b"MPDFAA+NotoSansSC" if name == "sans" else b"MPDFAA+NotoSerifSC"
    }
    assert len(raw) < 40_000


def test_no_line_begins_or_ends_with_what_may_not() -> None:
    """Punctuation stays where Chinese typesetters put it, however narrow the column."""
    text = "“好，”她说：“《公约》第3条……我知道了！”（她笑了笑，又说：“谢谢您，真的。”）" * 6
    for width in range(60, 300, 7):
        rows = ["".join(sign for _, sign in row.runs) for row in lines(text, INK, width)]
        assert "".join(rows) == text
        assert not [row for row in rows if row[0] in NOT_FIRST or row[-1] in NOT_LAST]


def test_quotes_are_as_wide_as_their_language_has_them() -> None:
    """A quote takes a square among Han and hardly any room in English, whose letters keep together."""
    chinese, english = wide("字“好”字", INK), wide("It’s", INK)
    assert chinese == pytest.approx(5 * INK.size)
    assert english < 2 * INK.size
    assert lines("It’s “fine”", INK, 500)[0].runs[0][1].startswith("It")


def test_what_the_typeface_does_not_have_is_seen_as_a_box() -> None:
    """A sign that cannot be drawn leaves a box where it was, never a hole, and the rest is there."""
    paper = Paper("t", "zh")
    for sign in ("😀", "ש", "ﷺ", "\ud800", "\U0010ffff", "☑"):
        paper.page()
        paper.para(f"前{sign}后", INK, 40, 40, 300)
    assert pages(paper.bytes()) == ["前□后"] * 6


def test_a_document_may_be_called_anything() -> None:
    """A title with half a letter or a control sign in it does not keep the PDF from being written."""
    paper = Paper("半\ud83d个\x00字\u202e", "zh")
    paper.page()
    paper.mark("半\ud83d")
    assert size(paper.bytes()) == 1


@settings(max_examples=12)
@given(st.lists(SIGNS, max_size=40))
def test_any_text_at_all_becomes_a_page(texts: list[str]) -> None:
    """Whatever somebody has typed, control signs, marks of direction, halves of letters, a sound PDF comes of it."""
    paper = Paper("".join(texts), "zh")
    paper.page()
    paper.mark("".join(texts[:3]))
    for place, text in enumerate(texts):
        paper.text(text, INK, 40, 20 * place, 200)
    assert size(paper.bytes()) == 1


@given(SIGNS, st.integers(1, 40))
def test_lines_on_paper_keep_within_their_width(text: str, squares: int) -> None:
    """No line is wider than its column, but for a single sign that is."""
    room = squares * EM
    for line in set_text(face("sans"), text, Order(Style(EM), room)).lines:
        drawn = [at for at, run in runs(line, "sans")]
        assert line.width <= room or len(line.text.strip()) <= 1 or squares == 1
        assert all(at >= -EM for at in drawn)
