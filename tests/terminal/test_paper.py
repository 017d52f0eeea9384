"""How it looks: 80 cells and not one more, or plain words for those who listen."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from game import library
from game.engine import begin, choose, look
from game.scenario import read
from game.terminal.blocks import Bar, Block, Chart, Entry, Para, Row, Scale, Table
from game.terminal.lines import CLOSING, OPENING, shortened, wrapped
from game.terminal.paper import plain_lines
from game.terminal.rich_paper import level, rich_lines, zone
from tests.terminal.room import BEST, Shelved, instead, shelved, sit

SCENARIOS = sorted(library.files([str(Path(__file__).resolve().parents[2] / "scenarios")]))
DRAWN = re.compile("[\u2500-\u259f●★☆]|\x1b")


def some_picks(entry: Shelved, persona: str | None, seed: int) -> list[str]:
    """The picks of a random play to its end."""
    chance, play = random.Random(seed), begin(entry.scenario, persona, seed)
    while not play.over:
        choose(play, chance.choice(look(play).offered).id)
    return list(play.picks)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(3))
def test_no_line_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, path: Path, language: str, seed: int
) -> None:
    """In 80 columns no line of a whole play, its help and its debrief is wider than 80 cells, whatever was picked."""
    scenario, _ = read(path.read_bytes(), path.name)
    assert scenario is not None
    entry = Shelved(scenario, b"", path.name)
    picks = some_picks(entry, None, seed)
    first, *rest = picks
    lines = ["?", "", "?", "g", first, "g", "b", "i 1", *rest, "?", "", "70", "", "i 1", ""]
    sat = sit(monkeypatch, lines, entry=entry, seed=seed, language=language)
    assert sat.kept.picks == tuple(picks)
    assert sat.kept.all("end")
    wide = [line for line in sat.text.splitlines() if cell_len(line) > 80]
    assert wide == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_plain_has_neither_drawing_nor_colour(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """With --plain a whole sitting from the library to the debrief has no box, no bar, no star, no colour code."""
    lines = ["?", "1", "", "g", "hear-her", "i 1", "b", *BEST[1:], "", "50", "", "i 2", "", "q"]
    sat = sit(monkeypatch, lines, chosen=None, plain=True, language=language)
    assert sat.kept.picks == BEST
    assert DRAWN.findall(sat.text) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", "服务质量：感知 3，可接受 6，理想 8"), ("en", "service: perceived 3, adequate 6, desired 8")],
)
def test_plain_tells_the_zones_in_words(monkeypatch: pytest.MonkeyPatch, language: str, told: str) -> None:
    """With --plain each zone is one line of words and numbers."""
    assert told in sit(monkeypatch, ["", "q"], plain=True, language=language).text.splitlines()


def test_plain_wraps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --plain a paragraph is one line, however long, so that a screen reader does not stop in it."""
    brief = shelved().scenario.brief
    assert brief is not None
    assert brief.told("en") in sit(monkeypatch, ["q"], plain=True).text.splitlines()


@pytest.mark.parametrize("plain", [True, False])
def test_a_file_cannot_send_codes_to_the_terminal(monkeypatch: pytest.MonkeyPatch, plain: bool) -> None:
    """Escape codes in a scenario's words show as spaces: nobody's file moves the cursor or changes the title."""
    entry = shelved(
        instead("      en: So when will it be fixed?", '      en: "\\e]0;owned\\a So when\\x9b2J will it be fixed?"')
    )
    sat = sit(monkeypatch, list(BEST), entry=entry, plain=plain, piped=True)
    assert [sign for sign in sat.text if (ord(sign) < 32 and sign != "\n") or 0x7F <= ord(sign) < 0xA0] == []
    assert "owned" in sat.text


@given(st.text(alphabet="预期服务，。！（）“”…a b1.,-（\u3000é", max_size=120), st.integers(6, 30))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    """Every sign is there again, in its order, and no line is wider than it may be."""
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


SIGN = st.tuples(
    st.sampled_from(["", "", "（", "“"]), st.sampled_from("预期服务"), st.sampled_from(["", "，", "。", "）"])
)


@given(st.lists(SIGN, max_size=60), st.integers(8, 30))
def test_no_line_begins_with_a_comma_or_ends_with_an_opening_quote(signs: list[tuple[str, ...]], width: int) -> None:
    """Chinese punctuation stays with the sign that it belongs to."""
    lines = wrapped("".join("".join(sign) for sign in signs), width)
    assert [line for line in lines if line[:1] in CLOSING or line[-1:] in OPENING] == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("孩子那屋到 20 度了吗？行。", 12, ["孩子那屋到", "20 度了吗？", "行。"]),
        ("他说：“好的，再见。”", 10, ["他说：“好", "的，再", "见。”"]),
        ("one two three", 7, ["one two", "three"]),
        ("我说（好）的", 6, ["我说", "（好）", "的"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\n\nb", 4, ["a", "", "b"]),
        ("", 4, [""]),
    ],
)
def test_lines_break_where_a_reader_would(text: str, width: int, lines: list[str]) -> None:
    """Chinese breaks between any two signs but before a comma or after an opening quote; words stay whole."""
    assert wrapped(text, width) == lines


def test_what_is_too_long_for_a_line_is_cut_with_a_mark() -> None:
    """A label that must stay in one line ends with an ellipsis where it was cut."""
    assert shortened("价格合理性很重要", 10) == "价格合理…"
    assert shortened("price", 10) == "price"


@given(st.integers(0, 9), st.integers(1, 10), st.integers(0, 10))
def test_the_dot_stands_where_it_belongs(adequate: int, above: int, perceived: int) -> None:
    """The dot is left of, within or right of the brackets just as the perceived level is below, in or above the zone,
    and every bar is as wide as the others."""
    desired = min(10, adequate + above)
    bar = zone(Scale("", adequate, desired, perceived, "", "")).plain
    dot, low, high = bar.index("●"), bar.index("["), bar.index("]")
    assert len(bar) == 23
    assert (dot < low, low < dot < high, dot > high) == (
        perceived < adequate,
        adequate <= perceived <= desired,
        perceived > desired,
    )


@pytest.mark.parametrize(("value", "full"), [(0, 0), (50, 11), (100, 21)])
def test_a_number_fills_its_bar(value: int, full: int) -> None:
    """A bar is empty at 0, full at its top, half in the middle."""
    assert level(Bar("", value, 100, "", "")).plain.count("#") == full


def test_labels_are_aligned_in_cells() -> None:
    """Chinese and Latin labels are filled up to the same number of cells, so that all bars begin below each other."""
    rows = (Bar("热度", 1, 10, "1", ""), Bar("empathy", 1, 10, "1", ""), Scale("服务", 1, 2, 1, "", ""))
    begins = {cell_len(re.split(r"[\[-]", line.plain)[0]) for line in rich_lines([Chart(rows)], 80)}
    assert len(begins) == 1


def test_a_narrow_terminal_still_shows_everything() -> None:
    """At 40 cells a table, a chart and a speech keep within the width and lose no word."""
    page: list[Block] = [
        Table(("轮", "您说的"), (Row(("1", "对不起，让您一直打电话，是我们没做好，真的是我们没做好。"), ""),), wide=1),
        Chart((Scale("personal touch", 4, 6, 5, "perceived 4 → 5, desired 6 → 7", ""),)),
        Entry("Mrs Wang: ", "Three days I have been calling! It is fourteen degrees in here.", "customer", hang=2),
        Para("a" * 60),
    ]
    lines = [line.plain for line in rich_lines(page, 40)]
    assert all(cell_len(line) <= 40 for line in lines)
    assert "真的是我们没做好。" in "".join(line.strip() for line in lines)


def test_what_a_table_says_is_said_in_words() -> None:
    """A screen reader hears each row as a sentence, with its group before and its remarks behind."""
    table = Table(("#",), (Row(("1",), "Turn 1.", "", (Entry("Note: ", "well done"),), "Morning"),), wide=0)
    assert plain_lines([table]) == ["", "Morning", "Turn 1.", "Note: well done"]
