"""Where lines may break."""

import re
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from game.typesetting import breaks
from tests.typesetting.texts import HARD, interface_texts, scenario_texts

NOT_FIRST = "，。、．：；！？）］｝〕】〗》〉」』…—·～,.:;!?)]}”’々ー"
NOT_LAST = "（［｛〔【〖《〈「『“‘([{"

DIFFERENCES = {
    r"[0-9A-Za-z]-\|[0-9A-Za-z]": "check-back, a-b: a hyphen joins one word, one id, one address, and is not cut",
    r".\s*\|[…‥⋯—―⸺⸻～〜：；々〻ー・‧·]": "what continues a sentence begins no line, nor does it behind a space",
    r"[“‘«].* \|.": "an opening quote is at no line's end, even if there is a space behind it",
    r"\s\|[”’»]": "a closing quote is at no line's start, even if there is a space before it",
    r"\s\|[-–](\s|$)": "a dash between spaces stays with what it follows",
    r"[0-9\s]–\|[0-9]": "8–17 is one range, –5 one number",
    r"(^|\n)\s+\|.": "a paragraph's own indent is not a line",
    r"\s\|\u3000": "a space as wide as Han is a space like others",
}
"""Where the game breaks otherwise than UAX #14, as a pattern of the text with | at the place in question, and why."""


def pieces(texts: Iterable[str]) -> set[str]:
    """Return what the texts consist of as far as a rule can see: all signs with what is around them.

    uniseg is slow, and no rule looks through a Han at what is behind it, or through a word.
    """
    seen = set()
    for text in texts:
        plain = re.sub(r"[a-zA-Z]{2,}", "aa", re.sub(r"[\u4e00-\u9fff]", "字", text))
        seen |= set(re.split(r"(?<=字)(?=字)|(?<=aa)(?= aa)", plain))
    return seen


def standard(text: str) -> set[int]:
    """Return where UAX #14 breaks a text."""
    return {place for place in line_break_boundaries(text) if place < len(text)}


def justified(text: str, place: int) -> bool:
    """Return whether a difference at this place is among those that are meant."""
    around = f"{text[max(0, place - 9) : place]}|{text[place : place + 3]}"
    return any(re.search(pattern, around) for pattern in DIFFERENCES)


def split(text: str) -> list[str]:
    """Return a text cut wherever a line may break, without the spaces there."""
    ends = [0, *breaks(text), len(text)]
    return [text[start:end].strip(" \n") for start, end in pairwise(ends)]


def test_lines_break_as_unicode_says() -> None:
    """Every text of scenarios and interface, and every hard case, breaks where UAX #14 does, or for a reason."""
    texts = pieces(line for text in scenario_texts() | interface_texts(shown=False) for line in text.split("\n"))
    assert len(texts) > 500
    found = {}
    for text in [*sorted(texts), *HARD]:
        odd = [place for place in set(breaks(text)) ^ standard(text) if not justified(text, place)]
        if odd:
            found[text] = [f"{text[:place]}|{text[place:]}" for place in sorted(odd)]
    assert found == {}


@pytest.mark.parametrize("frame", ["字{}字", "a{}a", "1{}1"])
def test_every_sign_of_the_game_is_known(frame: str) -> None:
    """Each character of scenarios and interface stands among Han, letters and digits as UAX #14 has it."""
    signs = {sign for text in scenario_texts() | interface_texts(shown=True) for sign in text}
    assert len(signs) > 1000
    wrong = [
        text
        for text in (frame.format(sign) for sign in sorted(signs))
        if any(not justified(text, place) for place in set(breaks(text)) ^ standard(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("pattern", DIFFERENCES)
def test_no_difference_is_kept_that_is_none(pattern: str) -> None:
    """Each difference from UAX #14 that is listed is one that the hard cases show."""
    hard = [*HARD, "a-b", "好“ 好", "好 ”好"]
    shown = [
        place
        for text in hard
        for place in set(breaks(text)) ^ standard(text)
        if re.search(pattern, f"{text[max(0, place - 9) : place]}|{text[place : place + 3]}")
    ]
    assert shown


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("好，那就17:30见。", "好，/那/就/17:30/见。"),
        ("涨了3.5%，发到a.b@c-d.com吧", "涨/了/3.5%，/发/到/a.b@c-d.com/吧"),
        ("他说：“好！”——真的……", "他/说：/“好！”——/真/的……"),
        ("（见《公约》第8条）", "（见/《公/约》/第/8/条）"),
        ("the two-year-old can't", "the/two-year-old/can't"),
        ("零下-16度，¥35元", "零/下-16/度，/¥35/元"),
        ("一\n二", "一/二"),
    ],
)
def test_words_and_numbers_stay_whole(text: str, parts: str) -> None:
    """Han part anywhere; a time, a share, an address, a price and a hyphened word do not, and keep their signs."""
    assert "/".join(split(text)) == parts


MIXED = st.lists(
    st.sampled_from(
        [*NOT_FIRST, *NOT_LAST, *"好的先生您请我们 a一二", " ", "17:30", "3.5%", "a-b", "hello", "x@y.cn", "\n"]
    ),
    max_size=30,
).map("".join)


@given(MIXED)
def test_no_line_begins_or_ends_wrongly(text: str) -> None:
    """Whatever is written, no line begins with a sign that closes, nor ends with one that opens."""
    for place in breaks(text):
        if text[place - 1] == "\n":
            continue
        apostrophe = text[place] == "’" and text[place - 1] == " "
        assert text[place] not in NOT_FIRST or apostrophe
        assert text[:place].rstrip(" ")[-1:] not in list(NOT_LAST)


@given(MIXED)
def test_a_line_ends_where_the_author_ended_it(text: str) -> None:
    """Behind each line's end there is a break, and none lies at the start, at the end, or twice."""
    found = breaks(text)
    assert {at + 1 for at, sign in enumerate(text) if sign == "\n"} - {len(text)} <= set(found)
    assert list(found) == sorted({place for place in found if 0 < place < len(text)})


@given(st.text(st.characters(exclude_categories=[]), max_size=40))
def test_any_text_can_be_broken(text: str) -> None:
    """No text, of whatever script, with lone surrogates or steering signs, stops the game."""
    assert all(0 < place < len(text) for place in breaks(text))


@given(st.lists(st.sampled_from(["e", "好", "👩", " ", "\u0301", "\u200d", "🏽", "\ufe0f"]), max_size=20).map("".join))
def test_what_hangs_on_a_character_stays_with_it(text: str) -> None:
    """An accent, a skin tone or what is joined is never parted from what it belongs to."""
    for place in breaks(text):
        assert text[place - 1] == " " or text[place] not in "\u0301\u200d🏽\ufe0f"
        assert text[place - 1] != "\u200d"


def test_breaking_needs_no_window() -> None:
    """Where lines break can be asked, and letters be had, without loading what draws."""
    code = "import sys, game.desktop.lettering as it; it.breaks('好。'), it.Letters(); print('pygame' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
