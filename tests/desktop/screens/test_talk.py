"""The talk on the screen: what is seen and when, what a key or a click does, what an exam does not show."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pygame
import pytest

from game.desktop.conversation import Conversation
from game.desktop.screens.talk import Talk
from game.desktop.sitting import Sitting
from game.engine import begin
from game.session import Mode
from tests.desktop.booth import SEED, Booth, opened, shelf

TO_THE_TIME = ("beside-her", "ask-worst", "ten-minutes")
TO_THE_DAMAGE = (*TO_THE_TIME, "honest-time", "speak-up")
"""Picks of the burst pipe: to where the customer waits 45 seconds; to six responses and three open promises."""


def first(
    picks: tuple[str, ...] = (), mode: Mode = "practice", scenario: str = "burst-pipe"
) -> Callable[[Sitting], Talk]:
    """A talk that is kept in the store, after these picks."""

    def make(sitting: Sitting) -> Talk:
        entry = next(entry for entry in shelf() if entry.scenario.id == scenario)
        notebook = sitting.session.notebook
        attempt = notebook.begin(entry, None, mode, sitting.language, SEED, "")
        play = begin(entry.scenario, None, SEED)
        talk = Conversation(
            play, attempt, mode, notebook, sitting.clock, patience=sitting.settings.waits
        )  # fmt: skip
        for pick in picks:
            talk.pick(pick)
        return Talk(sitting, talk)

    return make


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with opened(tmp_path, first()) as booth:
        yield booth


def talk(booth: Booth) -> Talk:
    assert isinstance(booth.screen, Talk)
    return booth.screen


def listen(booth: Booth) -> None:
    """Let all words appear, and a moment pass."""
    booth.wind(20)
    assert talk(booth).stage == "choosing"


def number_of(booth: Booth, pick: str) -> str:
    """The key that says this response."""
    return str([choice.id for choice in talk(booth).talk.moment.shown].index(pick) + 1)


def cards(booth: Booth) -> list[str]:
    return [node.key for node in booth.nodes if node.key.startswith("say.")]


# Words first


def test_responses_wait_until_all_words_are_there(booth: Booth) -> None:
    """While the customer speaks no response can be read or said; then all are there, with their numbers."""
    booth.wind(0.5)
    assert cards(booth) == []
    booth.keys("1")
    assert talk(booth).talk.log == []
    listen(booth)
    shown = [choice.say.zh for choice in talk(booth).talk.moment.shown]
    told = [(node.value, node.label) for node in booth.nodes if node.key.startswith("say.")]
    assert told == [(str(number), say) for number, say in enumerate(shown, start=1)]


def test_nothing_jumps_when_the_responses_come(booth: Booth) -> None:
    """The bubble has its size from its first word on."""
    booth.wind(0.2)
    before = booth.node("bubble").rect
    listen(booth)
    speech = next(node for node in booth.nodes if node.role == "speech")
    assert speech.rect == before


@pytest.mark.parametrize("by", ["space", "return", "click", "button"])
def test_words_can_be_had_at_once(booth: Booth, by: str) -> None:
    """Space, Enter, a click on the bubble and the button show all words."""
    booth.wind(0.2)
    if by in ("space", "return"):
        booth.keys(by)
    else:
        booth.click("bubble" if by == "click" else "go-on")
    assert talk(booth).stage == "choosing"


def test_second_enter_says_nothing(booth: Booth) -> None:
    """A key or click that was meant for the words does not say a response by accident."""
    booth.keys("return", "return", "return", "1")
    assert talk(booth).talk.log == []
    booth.wind(0.3)
    booth.keys("return")
    assert talk(booth).talk.log == []
    booth.keys("down", "return")
    assert len(talk(booth).talk.log) == 1


def test_screen_is_told_in_order(booth: Booth) -> None:
    """Who cannot see it hears title, person and face, words, question and responses, in this order."""
    listen(booth)
    roles = [node.role for node in booth.nodes]
    assert roles.index("heading") < roles.index("image") < roles.index("speech")
    asked = booth.labels.index("您怎么说？")
    assert roles.index("speech") < asked < booth.nodes.index(booth.node("say.1"))
    assert "赵先生，生气" in booth.labels


def test_text_speed_is_as_set(tmp_path: Path) -> None:
    """Fast is faster than slow, and at once is at once."""
    taken = {}
    for speed in ("slow", "fast", "at-once"):
        with opened(tmp_path / speed, first(), speed=speed) as booth:
            taken[speed] = talk(booth).appearing.done_at - booth.clock.now()
    assert taken["slow"] > taken["fast"] > taken["at-once"] == 0


# The face


def moving(booth: Booth, times: int = 12) -> int:
    """How many different pictures there are of a talk within some tenths of a second."""
    seen = set()
    for _ in range(times):
        booth.wind(0.11)
        face = next(node.rect for node in booth.nodes if node.role == "image" and "，" in node.label)
        seen.add(pygame.image.tobytes(booth.picture().subsurface(face.clip(booth.app.sheet.screen)), "RGB"))
    return len(seen)


def test_mouth_moves_while_words_appear(booth: Booth) -> None:
    """The face moves as long as the customer speaks, and then rests, but that it blinks."""
    assert moving(booth) > 2
    listen(booth)
    assert moving(booth, 45) == 2


def test_motion_can_be_off(tmp_path: Path) -> None:
    """Without motion words are there at once and no face moves."""
    with opened(tmp_path, first(), motion=False) as booth:
        assert talk(booth).stage == "choosing"
        assert moving(booth, 45) == 1


def test_face_follows_heat(booth: Booth) -> None:
    """What was said is to be seen in the face, and in the word for it."""
    listen(booth)
    angry = next(node.label for node in booth.nodes if node.label.startswith("赵先生，"))
    booth.keys(number_of(booth, "beside-her"))
    assert next(node.label for node in booth.nodes if node.label.startswith("赵先生，")) != angry


# What follows a pick


def test_only_what_changed_is_told(booth: Booth) -> None:
    """After a pick: what one said, what moved and from where to where, the rules with their lines; nothing else."""
    listen(booth)
    booth.keys(number_of(booth, "log-first"))
    booth.wind(10)
    meters = [node.label for node in booth.nodes if node.role == "meter"]
    assert meters == ["服务质量", "同理心", "非暴力沟通"]
    assert booth.node("服务质量").value == "服务质量：感知从 3 到 4"
    assert booth.node("rule.1").label.startswith("先连接后解决：")
    assert any(label.startswith("您先别挂") for label in booth.labels)
    booth.keys("return")
    assert talk(booth).stage == "saying"


def test_the_same_is_said_once(tmp_path: Path) -> None:
    """A rule that fired twice with the same line has one chip."""
    with opened(tmp_path, first(TO_THE_TIME)) as booth:
        listen(booth)
        booth.keys(number_of(booth, "honest-time"))
        chips = [node.label for node in booth.nodes if node.key.startswith("rule.")]
        assert len(chips) == len(set(chips)) < len(talk(booth).talk.log[-1].turn.fired)


def test_open_promises_stay_in_sight(tmp_path: Path) -> None:
    """What was promised and is not kept yet stands there while one chooses and while one reads what changed."""
    with opened(tmp_path, first(TO_THE_TIME)) as booth:
        listen(booth)
        assert "一刻钟内到（19:10）" in booth.labels
        booth.keys(number_of(booth, "honest-time"))
        assert {"一刻钟内到（19:10）", "20:15 回电（20:15）"} <= set(booth.labels)


def test_chip_opens_its_lesson(booth: Booth) -> None:
    """A chip opens the lesson card of its rule, and behind it the talk is where it was."""
    listen(booth)
    booth.keys(number_of(booth, "log-first"))
    booth.wind(20)
    booth.click("rule.1")
    assert booth.screen.name == "lesson"
    assert any("先连接后解决" in label for label in booth.labels)
    booth.keys("escape")
    assert booth.node("rule.1")
    assert talk(booth).stage == "answering"


# The patience


def test_hurry_is_told_in_words(tmp_path: Path) -> None:
    """The last ten seconds are told once, in words; at the end the customer takes it that nothing was said."""
    with opened(tmp_path, first(TO_THE_TIME)) as booth:
        listen(booth)
        assert "赵先生等着您回话，最多等 45 秒。" in booth.labels
        left = talk(booth).talk.left()
        assert left is not None
        booth.wind(left - 9)
        assert "赵先生快等不及了。" in booth.labels
        booth.wind(10)
        assert talk(booth).stage == "answering"
        assert talk(booth).talk.log[-1].too_late
        assert any(label.startswith("时间到了") for label in booth.labels)


def test_settings_cost_no_patience_in_practice(tmp_path: Path) -> None:
    """Who sets the letters larger in the middle of a talk loses no time; in an exam the clock goes on."""
    spent = {}
    modes: tuple[Mode, ...] = ("practice", "exam")
    for mode in modes:
        with opened(tmp_path / mode, first(TO_THE_TIME, mode)) as booth:
            listen(booth)
            before = talk(booth).talk.left() or 0
            booth.click("settings")
            booth.wind(10)
            booth.keys("escape")
            spent[mode] = before - (talk(booth).talk.left() or 0)
    assert spent["practice"] < 0.1
    assert spent["exam"] == pytest.approx(10, abs=0.1)


# What stands beside and in front


def test_one_key_shows_and_hides_the_whole_picture(booth: Booth) -> None:
    """G shows five zones, heat, empathy and NVC, meters, facts and ledger beside the talk, and hides them again."""
    listen(booth)
    assert not [node for node in booth.nodes if node.role == "meter"]
    booth.keys("g")
    meters = [node.label for node in booth.nodes if node.role == "meter"]
    assert meters == [
        "服务质量", "产品性能", "个性化服务", "价格合理性", "品牌形象", "情绪热度", "同理心", "非暴力沟通", "舆情热度",
    ]  # fmt: skip
    assert booth.node("say.1").seen
    booth.keys("g")
    assert not [node for node in booth.nodes if node.role == "meter"]


@pytest.mark.parametrize("key", ["g", "escape"])
def test_whole_picture_stands_over_a_narrow_talk(tmp_path: Path, key: str) -> None:
    """Where there is no room beside the talk the picture stands over it; G and Esc put it away again."""
    with opened(tmp_path, first(), (1024, 600), size=200) as booth:
        listen(booth)
        booth.keys("g")
        assert len([node for node in booth.nodes if node.role == "meter"]) == 9
        booth.keys("1")
        assert talk(booth).talk.log == []
        booth.keys(key)
        assert not [node for node in booth.nodes if node.role == "meter"]
        assert talk(booth).stage == "choosing"


def test_log_holds_all_that_was_said(booth: Booth) -> None:
    """B shows each line of the talk, whose it was, and what is in the bubble now; its newest is in sight."""
    listen(booth)
    booth.keys(number_of(booth, "log-first"))
    booth.wind(20)
    booth.keys("return")
    listen(booth)
    exchange, now = talk(booth).talk.log[0], talk(booth).talk.moment.says
    assert exchange.says is not None
    assert exchange.reply is not None
    assert now is not None
    booth.keys("b")
    spoken = [exchange.says.zh, exchange.said.zh, exchange.reply.zh, now.zh]
    assert [label for label in booth.labels if label in spoken] == spoken
    assert booth.node(now.told("zh")).seen
    booth.keys("b")
    assert booth.node("say.1")


def test_log_is_scrolled_from_its_end(tmp_path: Path) -> None:
    """A long log opens at its end, and one notch of the wheel goes up by a little, not to the beginning."""
    with opened(tmp_path, first(TO_THE_DAMAGE), (1024, 600)) as booth:
        listen(booth)
        booth.keys("b")
        window = booth.app.sheet.windows["log"]
        assert window.offset == window.most > 200
        booth.wheel(window.rect.center, 1)
        assert window.most - 100 < booth.app.sheet.windows["log"].offset < window.most


def test_leaving_is_asked_and_the_talk_is_kept(booth: Booth) -> None:
    """Esc asks; who stays goes on where they were, who leaves finds the talk among the unfinished."""
    listen(booth)
    booth.keys("escape")
    assert booth.labels[:2] == ["现在就走吗？", "谈到哪里都存好了，下次打开，从这一句接着谈。"]
    booth.keys("escape")
    assert booth.node("say.1")
    booth.keys(number_of(booth, "beside-her"))
    booth.wind(20)
    booth.keys("escape")
    booth.press("go")
    left = booth.sitting.session.notebook.unfinished()
    assert [one.picks for one in left] == [("beside-her",)]


def test_end_leads_to_the_questions(tmp_path: Path) -> None:
    """The last words, whether the customer is lost, and on to the three questions."""
    with opened(tmp_path, first(("log-first", "tell-her"))) as booth:
        listen(booth)
        booth.keys(number_of(booth, "not-like-this"))
        booth.wind(20)
        booth.keys("return")
        booth.wind(20)
        assert talk(booth).stage == "ending"
        assert {"谈完了", "赵先生没有留住。"} & set(booth.labels)
        booth.keys("return")
        assert booth.screen.name == "questions"


# The exam


def test_exam_shows_neither_gauges_nor_chips(tmp_path: Path) -> None:
    """In an exam no key and no setting shows gauges, and nothing tells how a pick was taken."""
    with opened(tmp_path, first((), "exam"), gauges=True) as booth:
        listen(booth)
        booth.keys("g")
        booth.keys(number_of(booth, "beside-her"))
        booth.wind(20)
        assert talk(booth).talk.log
        shown = [node for node in booth.nodes if node.role == "meter" or node.key.startswith(("rule.", "gauges"))]
        assert shown == []


# All sizes


@pytest.mark.parametrize(
    ("language", "size", "window"),
    list(product(("zh", "en"), (80, 100, 150, 200), ((1024, 600), (1280, 720), (1920, 1080)))),
)
def test_it_fits(tmp_path: Path, language: str, size: int, window: tuple[int, int]) -> None:
    """Choosing, feedback, the picture over the talk, log and leaving fit at every size; all can be reached by Tab."""
    with opened(tmp_path, first(TO_THE_DAMAGE), window, language=language, size=size, gauges=True) as booth:
        found = list(booth.overflows)
        booth.wind(40)
        for keys in (("g",), ("escape",), ("b",), ("b",), ("escape",), ("escape",), ("1",)):
            booth.keys(*keys)
            found += booth.overflows
        booth.wind(30)
        assert found + booth.overflows == []
