"""The debrief as a page: valid, whole, safe from what names contain, and without a network."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.course.attempt import Answers
from game.course.store import open_store
from game.desktop.theme import rgb
from game.i18n import words
from game.report.debrief import costs, debrief, efficiency, lesson
from game.report.debrief.web import page
from tests.contrast import contrast
from tests.terminal.room import BEST, BROKEN, instead, played, shelved

VOID = {"meta", "br", "hr", "img", "input", "link"}
PLAYS = {"good": BEST, "bad": BROKEN, "lost": ("calm-down",), "unfinished": BEST[:2], "not begun": ()}


class Reader(HTMLParser):
    """Reads a page and keeps its tags in order; what is closed must be what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)


def read(html: str) -> Reader:
    """A page read to its end."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def written(picks: tuple[str, ...] = BEST, language: str = "en", **more: str) -> str:
    """The page of a play of the worked example, with all that can be on it."""
    play, say = played(picks), words(language)
    told = debrief(say, play, "practice", Answers("then", 70, "sooner"))
    return page(say, told, costs(say, play), efficiency(say, play, [9_000] * len(picks)), **more)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("picks", PLAYS.values(), ids=PLAYS)
def test_the_page_is_whole(picks: tuple[str, ...], language: str) -> None:
    """Tags close as opened, the language is named, ids are unique, links lead somewhere, headings step down."""
    reader = read(written(picks, language))
    attributes = [attrs for _, attrs in reader.tags]
    ids = [attrs["id"] for attrs in attributes if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {(attrs.get("href") or "")[1:] for tag, attrs in reader.tags if tag == "a"} <= set(ids)
    assert reader.tags[0] == ("html", {"lang": {"zh": "zh-Hans", "en": "en"}[language]})
    levels = [int(tag[1]) for tag, _ in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_fetched_and_nothing_runs() -> None:
    """There is no script, no address and no source outside the file, and its policy forbids them."""
    html = written()
    reader = read(html)
    tags = {tag for tag, _ in reader.tags}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#)", html)
    assert not re.search(r"url\(|@import", html)
    assert html.replace("http://www.w3.org/2000/svg", "").count("http") == html.count("http-equiv")
    assert "default-src 'none'" in html


def test_all_that_the_debrief_says_is_on_it() -> None:
    """Every formula, sum, answer, promise, remark, note, cost and lesson can be read on the page."""
    play, say = played(BROKEN), words("zh")
    told, lost, pace = debrief(say, play, "practice"), costs(say, play), efficiency(say, play)
    text = "".join(read(page(say, told, lost, pace, trainee="林小", when="2026-11-21")).text)
    assert told.result is not None
    expected = [told.scenario, told.who, "林小", "2026-11-21", told.result.why, told.result.verdict_told, *pace.told]
    for formula in (*told.result.scores, told.result.overall):
        expected += [formula.label, formula.about, formula.sums, *formula.notes]
    expected += [part for voice in told.result.survey.answers for part in (voice.told, voice.says)]
    expected += [part for pledge in told.pledges for part in (pledge.promise, pledge.fate_told)]
    expected += [part.sums for part in told.result.components]
    for turn in told.turns:
        expected += [turn.says, turn.said, turn.reply, turn.note, *(one.line for one in turn.remarks)]
    expected += [one.told for one in lost]
    expected += [part for rule in told.rules for _, part in lesson(say, rule.rule).parts]
    assert [one for one in expected if one not in text] == []


def test_names_stay_text() -> None:
    """What a scenario or a trainee is called, and what was answered, never becomes markup."""
    evil = "<script>alert('&')</script>\"><img src=x>"
    entry = shelved(instead("name: {zh: 王阿姨, en: Mrs Wang}", "name: '<script>alert(1)</script>'"))
    say, play = words("en"), played(BROKEN, entry=entry)
    told = debrief(say, play, "practice", Answers(evil, 3, evil))
    told = replace(told, scenario=evil, touchpoints=tuple(replace(one, thought=evil) for one in told.touchpoints))
    reader = read(page(say, told, trainee=evil))
    assert not {tag for tag, _ in reader.tags} & {"script", "img"}
    assert evil in "".join(reader.text)
    assert "<script>alert(1)</script>" in "".join(reader.text)


def test_charts_are_told_to_those_who_do_not_see_them() -> None:
    """Each picture on the page has words: a label, or it is marked as one that says nothing."""
    pictures = [attrs for tag, attrs in read(written()).tags if tag == "svg"]
    assert len(pictures) > 3
    assert all(attrs.get("aria-label") or attrs.get("aria-hidden") for attrs in pictures)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_letters_stand_out_from_their_grounds(theme: int) -> None:
    """In light and in dark all text has a contrast of at least 4.5 to 1."""
    css = re.findall(r":root \{(.*?)\}", written(), re.DOTALL)[theme]
    colour = {name: rgb(code) for name, code in re.findall(r"--(\w+): (#[0-9a-f]{6});", css)}
    for ink in ("ink", "quiet", "good", "bad"):
        for ground in ("page", "ground", "mine", "theirs", "soft"):
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)
    assert contrast(colour["ink"], colour["band"]) >= 4.5
    assert contrast(colour["line"], colour["ground"]) >= 3


@pytest.fixture
def attempt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a stored attempt that has ended, with answers; the test stands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    entry = shelved()
    kept: dict[str, Any] = {"scenario": entry.scenario.id, "source": entry.source, "persona": None, "mode": "practice"}
    with open_store() as store:
        id_ = store.begin(
            **kept, rulebook="standard", rulebook_version=1, rulebook_source=None, language="en", seed=1, trainee="Ann"
        ).id
        for turn, pick in enumerate(BROKEN, start=1):
            store.keep(id_, turn, pick, 15_000)
        store.end(id_)
        store.answer(id_, Answers("at the promise", 60, "a time that holds"))
    return id_


@pytest.mark.parametrize(("language", "said"), [("zh", "总分"), ("en", "Overall")])
def test_replay_writes_the_page(
    attempt: str, language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`replay ATTEMPT -o FILE.html` writes the debrief as a page in the language asked for, and names the file."""
    assert main(["replay", attempt, "-o", "复盘.html", "--lang", language]) == 0
    assert "复盘.html" in capsys.readouterr().out
    text = "".join(read((tmp_path / "复盘.html").read_text(encoding="utf-8")).text)
    assert said in text
    assert all(kept in text for kept in ("Ann", "at the promise", "a time that holds"))
    assert {"zh": "用了 1 分钟", "en": "in 1 min"}[language] in text


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-o", "debrief.pdf"], 2, "debrief.pdf"),
        (["-o", "nowhere/debrief.html"], 1, "nowhere"),
        (["-o", "debrief.html", "--json"], 2, "--json"),
    ],
)
def test_a_page_that_cannot_be_written_is_refused(
    attempt: str, arguments: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another ending, a folder that is not there, page and JSON at once: a message says so, nothing is written."""
    try:
        found = main(["replay", attempt, *arguments, "--lang", "en"])
    except SystemExit as left:
        found = int(str(left.code))
    assert found == code
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("*.html"))
