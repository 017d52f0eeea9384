"""What cannot be read at all: too deep, too large, in another encoding."""

import pytest

from game.scenario import read
from game.scenario.encoding import MOST_BYTES
from game.scenario.events import MOST_DEPTH
from tests.scenario.cases import EXAMPLE, changed, found, one


def test_nesting_to_forty_is_read_and_past_it_refused() -> None:
    """Forty levels are fine, one more is refused where it opens."""
    deep = "if: " + "{not: " * (MOST_DEPTH - 4) + "{}" + "}" * (MOST_DEPTH - 4)
    assert found(changed(("if: {heat: {min: 10}}", deep))) == ()
    deeper = "if: " + "{not: " * (MOST_DEPTH - 3) + "{}" + "}" * (MOST_DEPTH - 3)
    problem = one(changed(("if: {heat: {min: 10}}", deeper)))
    assert (problem.code, problem.line, problem.words["most"]) == ("too-deep", 32, "40")


def test_four_mebibytes_are_read_and_one_byte_more_is_refused() -> None:
    """The limit is the file's size in bytes."""
    raw = EXAMPLE.encode() + b"\n#"
    full = raw + b"x" * (MOST_BYTES - len(raw))
    assert found(full) == ()
    assert one(full + b"x").code == "file-too-large"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str) -> None:
    """Notepad's “Unicode” is told by name, with or without its mark."""
    assert one(EXAMPLE.encode(encoding)).code == "encoding-utf16"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_named_whatever_the_first_word(encoding: str) -> None:
    """Without its mark, and with a first line in Chinese, it is still no riddle."""
    assert one(("# 家里不热\n" + EXAMPLE).encode(encoding)[2:]).code == "encoding-utf16"
    assert one(f"标题: 家里不热\n{EXAMPLE}".encode(encoding)).code == "encoding-utf16"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_gbk_is_named(encoding: str) -> None:
    """A file from an old Chinese editor is told to be GBK, at the first line that is not UTF-8."""
    assert (problem := one(EXAMPLE.encode(encoding))).code == "encoding-gbk"
    assert problem.line == 8
    assert "GBK" in problem.message("zh")


@pytest.mark.parametrize(
    "raw", ["title: café \n".encode("latin-1"), "title: 冷".encode()[:-1], b"\x80", b"a: \xff\xff"]
)
def test_other_bytes_are_no_text(raw: bytes) -> None:
    """What is neither UTF-8 nor GBK is told to be no UTF-8."""
    assert one(raw).code == "encoding"


def test_a_mark_at_the_start_and_any_line_breaks_are_fine() -> None:
    """UTF-8 with a byte order mark reads like UTF-8 without; so do the line breaks of Windows."""
    plain, _ = read(EXAMPLE.encode(), "a")
    marked, problems = read(EXAMPLE.encode("utf-8-sig"), "a")
    windows, _ = read(EXAMPLE.replace("\n", "\r\n").encode(), "a")
    assert problems == ()
    assert plain is not None
    assert marked is not None
    assert windows is not None
    assert plain.beats == marked.beats == windows.beats
    assert len({plain.sha256, marked.sha256, windows.sha256}) == 3
