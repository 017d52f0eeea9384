"""An author with an editor and a preview: what is saved is seen, the place is kept, nothing is broken by mistakes."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from game.draft import Draft
from game.draft_file import Watch
from game.engine import look
from game.terminal.keyboard import EndOfInput
from game.terminal.paper import PlainPaper
from game.terminal.preview import Preview, matching
from game.terminal.preview_board import Board, PlainBoard, RichBoard
from game.terminal.preview_keyboard import Glance
from tests.terminal.room import BEST, FILE, instead

TEXT = FILE.read_text(encoding="utf-8")
Act = str | Callable[[], object]
"""A line that is typed, or something that is done to the file meanwhile."""


class Author:
    """Types some lines, and does things to the file between them."""

    def __init__(self, acts: list[Act]) -> None:
        self.acts = acts
        self.forgot = 0

    def line(self, glance: Glance) -> str:
        while self.acts:
            act = self.acts.pop(0)
            if isinstance(act, str):
                return act
            act()
            for _ in range(10):
                glance()
        raise EndOfInput

    def forget(self) -> None:
        self.forgot += 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The worked example, to be written on."""
    path = tmp_path / "cold.yaml"
    path.write_bytes(TEXT.encode())
    return path


def save(file: Path, *changes: tuple[str, str]) -> Callable[[], object]:
    """A save of the file with these words in place of those."""
    text = TEXT
    for old, new in changes:
        text = instead(old, new)(text)
    return lambda: file.write_bytes(text.encode())


def sit(
    file: Path,
    *acts: Act,
    language: str = "en",
    persona: str | None = None,
    width: int = 0,
    height: int = 60,
    piped: bool = False,
) -> tuple[str, Preview, int]:
    """What an author sees, the preview and its exit code; in lines, or on a screen of some width."""
    out = io.StringIO()
    console = Console(file=out, width=width, height=height, color_system=None, legacy_windows=False)
    board: Board = RichBoard(console) if width else PlainBoard(PlainPaper(out))
    watch = Watch(file)
    unread = Draft(str(file), 7, persona)
    draft = unread.reloaded(watch.told) if isinstance(watch.told, bytes) else unread
    preview = Preview(draft, watch, board, Author(list(acts)), language, piped)
    code = preview.run()
    return out.getvalue(), preview, code


CHANGED = ("So when will it be fixed?", "And when exactly?")
WRONG = ("frame: {service: 7}", "frame: {servicx: 7}")


def test_a_saved_text_is_shown_without_a_key(file: Path) -> None:
    """Only the file is saved; the new words stand on the screen, at the same beat, and it is said that it was read."""
    seen, preview, _ = sit(file, "hear-her,ask-room", save(file, CHANGED))
    _, after = seen.split("So when will it be fixed?")
    assert "And when exactly?" in after
    assert "The file was saved, and this is the new version." in after
    assert (preview.draft.here, preview.draft.picks) == ("when", BEST[:2])


@pytest.mark.parametrize(
    ("language", "wrong", "behind"),
    [("en", "error unknown-key", "last version without errors"), ("zh", "error unknown-key", "上一个没有错误的版本")],
)
def test_an_error_is_shown_beside_the_talk_and_goes_when_mended(
    file: Path, language: str, wrong: str, behind: str
) -> None:
    """The talk stays and can be gone on with; the error has file, line and column; the mended file has none."""
    line = TEXT[: TEXT.index("frame:")].count("\n") + 1
    acts = ("hear-her,ask-room", save(file, WRONG), "honest-time", save(file))
    seen, preview, _ = sit(file, *acts, language=language)
    assert f"cold.yaml:{line}:17: {wrong}" in seen
    assert behind in seen
    assert preview.draft.here == "evening"
    assert preview.draft.problems == ()


def test_warnings_are_shown_and_the_new_version_is_played(file: Path) -> None:
    """What can be played is played, with its warnings beside it."""
    seen, preview, _ = sit(file, save(file, ("portrait: aunt", "portrait: nobody-drew-this")))
    assert "warning unknown-portrait" in seen
    assert not preview.draft.behind


@pytest.mark.parametrize(
    ("change", "english", "chinese"),
    [
        (("      ask-room:", "      ask-where:"), "Pick 2, ask-room, is no longer in the file", "在文件里找不到了"),
        (
            ("      ask-room:\n", "      ask-room:\n        if: {heat: {max: 0}}\n"),
            "but not on offer now",
            "现在选不了",
        ),
        (
            ("        names: safety\n", "        names: safety\n        then: when\n"),
            "has no such response",
            "没有 ask-room",
        ),
        (
            ("        names: safety\n", "        names: safety\n        then: settled\n"),
            "now ends at settled",
            "就结束了",
        ),
    ],
)
def test_a_pick_that_no_longer_goes_is_told_with_the_reason(
    file: Path, change: tuple[str, str], english: str, chinese: str
) -> None:
    """The author reads which pick it is and why, in either language, and stands right before it."""
    seen, preview, _ = sit(file, "hear-her,ask-room", save(file, change), "l")
    assert english in seen
    assert chinese in seen
    assert preview.draft.place == 1


def test_a_file_that_vanishes_is_told_and_the_talk_stays(file: Path) -> None:
    """Gone, a folder, or back again: each is said, nothing is lost, and a key still does what it says."""
    seen, preview, _ = sit(
        file, "hear-her", file.unlink, "b", file.mkdir, "f", file.rmdir, save(file, CHANGED), "ask-room"
    )
    assert "The file is gone." in seen
    assert "This is not a file any more." in seen
    assert preview.trouble is None
    assert (preview.draft.here, "And when exactly?" in seen) == ("when", True)


def test_a_file_that_begins_with_errors_can_be_mended(file: Path) -> None:
    """Opened too early, the preview waits with the problems on the screen; a sound save begins the talk."""
    file.write_bytes(b"format: 1\n")
    seen, preview, _ = sit(file, "1", "j", "b", "f", "s", "i", save(file), "hear-her")
    assert "missing-key" in seen
    assert "There is no talk yet" in seen
    assert "Until it is mended" not in seen
    assert preview.draft.here == "facts"


def test_back_forward_restart_and_another_customer(file: Path) -> None:
    """The keys walk over the picks; a persona is met at the same place; at both ends it is said that it is the end."""
    _, preview, _ = sit(file, *BEST[:3], "b", "b", "p calm")
    assert (preview.draft.here, preview.draft.persona) == ("facts", "calm")
    _, preview, _ = sit(file, *BEST[:3], "r", "f", "p", "3")
    assert (preview.draft.here, preview.draft.persona) == ("facts", "furious")
    seen, preview, _ = sit(file, "b", "f", "p", "")
    assert "This is the start." in seen
    assert "You have not been further than this." in seen
    assert preview.draft.persona is None


def test_jumps_by_part_of_an_id_and_from_the_list(file: Path) -> None:
    """A part of an id is enough where it is clear; else one chooses; a number of the list will do too."""
    assert sit(file, "j even")[1].draft.picks == BEST[:3]
    assert sit(file, "j", "3")[1].draft.here == "when"
    assert sit(file, "j hung")[1].draft.here == "hung-up"
    seen, preview, _ = sit(file, "j ing", "1")
    assert "You stand at complaint. Jump where?" in seen
    assert "1. evening" in seen
    assert "2. grudging (ending)" in seen
    assert preview.draft.here == "evening"
    assert "No beat or ending has “xyz” in its id or its words." in sit(file, "j xyz")[0]
    assert sit(file, "ｊ　settled")[1].draft.here == "settled"


def test_jumps_by_what_is_said_there(file: Path) -> None:
    """Who remembers the words and not the id types some of the words, in the language of the screen."""
    assert sit(file, "j be fixed")[1].draft.here == "when"
    assert sit(file, "j 什么时候", language="zh")[1].draft.here == "when"
    assert sit(file, "p 愤怒", language="zh")[1].draft.persona == "furious"


def test_our_own_ids_have_chinese_names(file: Path) -> None:
    """Who reads Chinese reads 原样 and 沉默, and can type them; nobody is shown an English word for them."""
    seen, preview, _ = sit(file, "p", "2", "p 原样", "沉默", "nope", language="zh")
    assert "1. 原样  王阿姨" in seen
    assert preview.draft.persona is None
    assert preview.draft.picks == ("silence",)
    assert "、沉默" in sit(file, "nope", language="zh")[0]
    assert not sit(file, persona="原样")[1].draft.missing


@pytest.mark.parametrize("acts", [("j",), ("p",), ("s",), ("p furious", "?")])
def test_the_place_stays_in_sight_in_a_small_terminal(file: Path, acts: tuple[str, ...]) -> None:
    """At 80 by 24 who is talked to, which beat, line and step stand in the lines that are seen, with the keys."""
    seen, preview, _ = sit(file, *BEST[:2], *acts, width=80, height=24)
    seen_last = seen[: seen.rindex("Goodbye")].rstrip("\n").split("\n")[-24:]
    at = preview.draft.scenario.beats["when"].line if preview.draft.scenario is not None else 0
    assert any(f"beat when (line {at}), step 2 of 2" in line for line in seen_last)
    assert any("q quit" in line for line in seen_last)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("picks", range(4))
def test_with_the_state_open_the_responses_stay_in_sight_in_a_small_terminal(
    file: Path, language: str, picks: int
) -> None:
    """At 80 by 24 every response can be read, and above them the gauges in numbers."""
    seen, preview, _ = sit(file, *BEST[:picks], "s", language=language, width=80, height=24)
    end = seen.rindex("Goodbye" if language == "en" else "再见")
    screen = "\n".join(seen[:end].rstrip("\n").split("\n")[-24:])
    play = preview.draft.play()
    assert play is not None
    for number in range(1, len(look(play).shown) + 1):
        assert f"\n {number}. " in screen
    assert ("heat " if language == "en" else "情绪热度 ") + str(look(play).gauges.heat) in screen
    assert ("Set points" if language == "en" else "设定分") in screen


def test_only_keys_that_work_are_offered_beside_a_list(file: Path) -> None:
    """Where a number chooses from a list, the screen does not say that it picks a response; leaving is still there."""
    seen, _, _ = sit(file, "hear-her", "j", width=80)
    last = seen[seen.rindex("Jump where?") :]
    assert "q quit" in last
    assert "pick" not in last
    assert "b back" not in last


def test_a_file_that_is_gone_is_not_said_to_be_saved(file: Path) -> None:
    """The news of the last save goes when the file does: the two would contradict each other."""
    seen, _, _ = sit(file, save(file, CHANGED), file.unlink)
    last = seen[seen.rindex("The file is gone.") :]
    assert "The file was saved" in seen
    assert "The file was saved" not in last


def test_the_picks_of_a_jump_are_told_once(file: Path) -> None:
    """With the state open they stand there, and nowhere else on that screen."""
    for acts, times in ((("j when",), 1), (("s", "j when"), 1)):
        seen, _, _ = sit(file, *acts, width=160)
        last = seen[seen.rindex("Turn 3") :]
        assert last.count("hear-her,") == times


def test_a_long_list_of_places_fits_a_small_terminal(file: Path) -> None:
    """The list of a large file is cut to what can be seen at once, and says how to find the rest."""
    again = "".join(f"  more{n}: {{says: Nobody is here any more.}}\n" for n in range(30))
    file.write_text(TEXT.replace("endings:\n", f"endings:\n{again}"), encoding="utf-8")
    seen, _, _ = sit(file, "j", width=80, height=24)
    listed = seen[seen.rindex("Jump where?") : seen.rindex("Goodbye")]
    assert "1. " in listed
    assert "more: type a part of the id" in listed
    assert len(listed.split("\n")) <= 24


def test_the_end_of_the_talk_shows_last_words_and_score(file: Path) -> None:
    """A jump to an ending, or picks that lead to it, show what a trainee would come to there."""
    seen, _, _ = sit(file, ",".join(BEST), "1")
    assert "At last someone took care of it." in seen
    assert "Overall 95" in seen
    assert "The talk is over." in seen


def test_the_state_has_what_trainees_do_not_see(file: Path) -> None:
    """The state shows zones, meters, promises and facts, and beside them the hidden need and what is not known yet."""
    seen, _, _ = sit(file, "s", language="zh")
    for words in (
        "感知 3，可接受 6，理想 8",
        "补偿额度",
        "还没说出来的需要：安全",
        "还没问出来：家里有刚满月",
        "还没有选过",
    ):
        assert words in seen
    seen, _, _ = sit(file, "s", *BEST[:3])
    assert "still open" in seen
    assert "Picks so far: hear-her,ask-room,honest-time" in seen


def test_what_is_not_on_offer_is_named_with_its_line(file: Path) -> None:
    """A response whose condition does not hold is not simply missing: its id and line are told."""
    line = TEXT[: TEXT.index("      close-the-loop:")].count("\n") + 1
    seen, _, _ = sit(file, "hear-her", "ask-room", "half-hour")
    assert f"Not on offer now: close-the-loop (line {line})" in seen


def test_silence_help_and_lessons_have_their_keys(file: Path) -> None:
    """0 says nothing, ? tells the keys, i with a number opens the lesson behind a remark."""
    seen, preview, _ = sit(file, "?", "0", "i 1")
    assert preview.draft.picks == ("silence",)
    assert "j  jump to a beat or an ending" in seen
    assert "Why: " in seen
    seen, _, _ = sit(file, "9")
    assert "“9” is neither on offer nor a key. On offer: hear-her, fix-first, calm-down, silence." in seen


def test_piped_picks_stop_at_what_is_not_on_offer(file: Path) -> None:
    """A pipe is answered as in play: ids are picked, and exit code 1 says that something was not there."""
    assert sit(file, *BEST, piped=True)[2] == 0
    seen, preview, code = sit(file, "hear-her", "nope", "ask-room", piped=True)
    assert (code, preview.draft.picks) == (1, BEST[:1])
    assert "“nope” is neither on offer nor a key. On offer: ask-room, policy." in seen


def test_lines_say_only_what_is_new(file: Path) -> None:
    """Someone who listens hears a part of the screen again only when it has changed."""
    seen, _, _ = sit(file, "b", "b", save(file, ("      fix-first:\n", "      fix-first:\n        heat: 1\n")))
    assert seen.count("Three days I have been calling!") == 1


@pytest.mark.parametrize("width", [60, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(file: Path, width: int) -> None:
    """Talk and problems stand side by side where there is room, below each other elsewhere, and always fit."""
    seen, _, _ = sit(file, "s", "hear-her", save(file, WRONG), language="zh", width=width)
    lines = seen.split("\n")
    assert max(cell_len(line) for line in lines) <= width
    beside = [line for line in lines if "│" in line and "您：" in line]
    assert bool(beside) == (width >= 110)


def test_ids_are_found_by_their_parts() -> None:
    """The whole id goes before those that begin with what was typed, and these before those that have it in them."""
    names = ("when", "when-again", "say-when", "等一等")
    assert matching(names, "when") == ("when",)
    assert matching(names, "WHEN") == ("when",)
    assert matching(names, "whe") == ("when", "when-again")
    assert matching(names, "again") == ("when-again",)
    assert matching(names, "一") == ("等一等",)
    assert matching(names, "x") == ()
