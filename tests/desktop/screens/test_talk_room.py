"""Room on the screen of a talk, what is drawn before it is wanted, and what is heard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pygame import Rect

from game import scenario as scenarios
from game.desktop.conversation import Conversation
from game.desktop.drawings import scene
from game.desktop.screens.talk import Talk
from game.desktop.sitting import Sitting
from game.desktop.unkept import Unkept
from game.engine import begin
from game.session import Mode
from tests.desktop.booth import SEED, Booth, opened, shelf

SENTENCE = "您昨晚八点半打来电话，说暖气片只有底下一点温，孩子咳嗽睡不着，我们答应今天上午来人"
SAID = (2 * SENTENCE)[:80]
NAME = "欧阳慕容老先生，三号楼二单元五零一室的住户，也是这一栋的楼长"

LONG = (
    "format: 1\nid: long\ntitle: {zh: 冷, en: Cold}\ndomain: heating\n"
    f"customer: {{name: {{zh: {NAME}, en: Mr Featherstonehaugh-Cholmondeley}}, expects: {{service: {{weight: 1}}}}}}\n"
    f"beats:\n  first:\n    says: {{zh: 还来不来？{SENTENCE}。, en: Is anyone coming?}}\n    responses:\n"
    + "".join(f"      r{n}: {{say: {{zh: '{n}{SAID[1:]}', en: 'No. {n}'}}, then: over}}\n" for n in range(1, 7))
    + "endings:\n  over: {says: {zh: 好。, en: Fine.}}\n"
)


def shipped(id_: str, mode: Mode = "practice") -> Callable[[Sitting], Talk]:
    """A talk with a customer who comes with the game; nothing of it is kept."""

    def make(sitting: Sitting) -> Talk:
        entry = next(entry for entry in shelf() if entry.scenario.id == id_)
        play = begin(entry.scenario, None, SEED)
        return Talk(sitting, Conversation(play, "", mode, Unkept(), sitting.clock))

    return make


def written(sitting: Sitting) -> Talk:
    """A talk in which six long responses are on offer."""
    scenario, problems = scenarios.read(LONG.encode(), "long.yaml")
    assert scenario is not None, problems
    return Talk(sitting, Conversation(begin(scenario, None, SEED), "", "practice", Unkept(), sitting.clock))


def listen(booth: Booth) -> None:
    """Let all words appear, and a moment pass."""
    booth.wind(20)
    assert isinstance(booth.screen, Talk)
    assert booth.screen.stage == "choosing"


def card(booth: Booth, number: int) -> Rect:
    return booth.node(f"say.{number}").rect


def shelf_of(booth: Booth) -> Rect:
    """The part of the screen in which the responses are seen."""
    return booth.app.sheet.windows["responses"].rect


# Room


def test_six_long_responses_are_all_in_sight(tmp_path: Path) -> None:
    """In a window of the usual size six responses of 80 Han each are wholly in sight: nothing is to be scrolled for."""
    with opened(tmp_path, written) as booth:
        listen(booth)
        assert all(shelf_of(booth).contains(card(booth, number)) for number in range(1, 7))
        assert booth.overflows == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_large_letters_leave_room_for_the_responses(tmp_path: Path, language: str) -> None:
    """At 200 % in the smallest window the first response is wholly in sight, and one sees that there is another."""
    with opened(tmp_path, shipped("late-parcel"), (1024, 600), language=language, size=200) as booth:
        listen(booth)
        assert shelf_of(booth).contains(card(booth, 1))
        assert card(booth, 2).clip(shelf_of(booth)).height >= 40
        assert booth.node("bubble").rect.height >= 2 * booth.app.frame().style().size


def test_words_have_the_room_while_they_appear(tmp_path: Path) -> None:
    """Where there is little room, what the customer says has more of it while it appears than when it is all there."""
    with opened(tmp_path, shipped("late-parcel"), (1024, 600), size=200) as booth:
        appearing = shelf_of(booth).top
        listen(booth)
        assert shelf_of(booth).top < appearing


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_long_name_leaves_room_for_what_is_said(tmp_path: Path, language: str, size: int) -> None:
    """A customer with a very long name: what they say is still in sight below it."""
    with opened(tmp_path, written, (1024, 600), language=language, size=size) as booth:
        listen(booth)
        speech = next(node for node in booth.nodes if node.role == "speech")
        assert speech.rect.clip(booth.app.sheet.windows["bubble.words"].rect).height >= 20
        assert booth.overflows == []


# Ahead


def test_the_next_room_is_drawn_before_it_is_entered(tmp_path: Path) -> None:
    """The talk goes from the office to the chat: the chat is drawn while the first words are still being read."""
    with opened(tmp_path, shipped("late-parcel")) as booth:
        booth.picture()
        assert isinstance(booth.screen, Talk)
        following = booth.screen.talk.scenes_ahead
        assert following == ("chat",)
        assert (scene("chat"), booth.app.surface.get_size()) in booth.app.pictures


def test_a_huge_window_keeps_the_room_that_is_seen(tmp_path: Path) -> None:
    """In a window so large that two rooms would not be held at once, none is drawn ahead: it would drive out the one
    that is seen."""
    with opened(tmp_path, shipped("late-parcel"), (3840, 2160)) as booth:
        rooms = [svg for svg, (width, height) in booth.app.sheet.ahead if width > height]
        assert rooms == []


# Sounds


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is heard, in its order."""
    names: list[str] = []
    monkeypatch.setattr("game.desktop.sound.Sounds.play", lambda _self, name, *, exam=False: names.append(name))
    return names


def through(booth: Booth, pick: str) -> None:
    """Say this response, hear the answer, and go on."""
    assert isinstance(booth.screen, Talk)
    listen(booth)
    shown = [choice.id for choice in booth.screen.talk.moment.shown]
    booth.keys(str(shown.index(pick) + 1))
    booth.wind(6)
    if booth.screen.stage == "answering":
        booth.press("go-on")


def test_one_hears_how_a_response_was_taken(tmp_path: Path, heard: list[str]) -> None:
    """What calms the customer sounds otherwise than what upsets them; when they speak again that is heard too."""
    with opened(tmp_path, shipped("burst-pipe")) as booth:
        through(booth, "beside-her")
        assert heard == ["good", "reply"]


def test_an_exam_does_not_sound_right_or_wrong(tmp_path: Path, heard: list[str]) -> None:
    """In an exam every response sounds the same, however it was taken."""
    with opened(tmp_path, shipped("burst-pipe", "exam")) as booth:
        through(booth, "beside-her")
        assert heard == ["pick", "reply"]
