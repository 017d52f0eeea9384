"""A talk that a whole room has: letters, hands, a pause, what changed when it is asked for, a step back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.course.attempt import Attempt, Hands
from game.desktop.screens.group import Group, names
from game.desktop.screens.questions import Questions
from game.desktop.screens.room import Room
from game.desktop.screens.start import Start
from game.desktop.sitting import Sitting
from game.scenario import SILENCE
from tests.desktop.booth import Booth, opened, shelf
from tests.desktop.screens.visits import shipped
from tests.desktop.talks import roomy
from tests.desktop.test_fits import ways

TO_THE_TIME = ("beside-her", "ask-worst", "ten-minutes")
"""Picks of the burst pipe, to where the customer waits 45 seconds."""


def group(sitting: Sitting) -> Group:
    """The question who is there, for the burst pipe, in a room."""
    sitting.opened = replace(sitting.session, room=True)
    return Group(sitting, shipped("burst-pipe"), None)


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with opened(tmp_path, group, size=130, speed="at-once", motion=False) as booth:
        yield booth


def begun(booth: Booth, *who: str) -> Room:
    """The talk, once the names are written and all words are there."""
    booth.type("、".join(who))
    booth.press("begin" if who else "skip")
    booth.wind(20)
    assert isinstance(booth.screen, Room)
    assert booth.screen.stage == "choosing"
    return booth.screen


def said(booth: Booth, *responses: str) -> None:
    """Say responses by their letters, and hear each answer to its end."""
    for response in responses:
        room = booth.screen
        assert isinstance(room, Room)
        letter = next(sign for sign, choice in room.lettered if choice.id == response)
        booth.keys(letter.lower(), "return")
        booth.wind(20)
        if room.stage == "answering":
            booth.press("go-on")
            booth.wind(20)


def kept(booth: Booth) -> list[Attempt]:
    """All attempts in the store, newest first."""
    attempts: list[Attempt] = booth.sitting.session.notebook.store.attempts()  # type: ignore[attr-defined]
    return attempts


def test_names_are_told_apart_as_people_write_them() -> None:
    """Lines and commas of either kind stand between names, which keep their spaces and are taken once."""
    assert names("王芳、李强，\nAnn  Lee; 王芳\n\n") == ("王芳", "李强", "Ann Lee")
    assert names(" ，、") == ()


def test_a_talk_is_kept_under_all_the_names(booth: Booth) -> None:
    """Who is written down has the attempt; the next customer of this room finds the names written already."""
    begun(booth, "王芳", "李强")
    assert kept(booth)[0].members == ("王芳", "李强")
    booth.show(Group(booth.sitting, shipped("late-parcel"), None))
    assert booth.node("names").value == "王芳\n李强"


def test_a_room_without_names_can_begin_at_once(booth: Booth) -> None:
    """Nobody has to be written down."""
    begun(booth)
    assert kept(booth)[0].members == ()


def test_responses_stand_in_the_files_order(booth: Booth) -> None:
    """The same letter is the same response in every room, whatever the seed."""
    room = begun(booth)
    written = [response.id for response in room.entry.scenario.beats[room.entry.scenario.start].responses]
    assert [choice.id for _, choice in room.lettered] == written[: len(room.lettered)]
    told = [(node.value, node.label) for node in booth.nodes if node.key.startswith("say.")]
    assert told == [(sign, choice.say.zh) for sign, choice in room.lettered]


def test_a_letter_and_digits_count_hands(booth: Booth) -> None:
    """A letter has a response in hand, digits write how many hands it has, the signs beside it correct them."""
    room = begun(booth)
    booth.keys("a", "1", "2", "b", "7", "backspace", "3")
    booth.press("more.A")
    first, second = (choice.id for _, choice in room.lettered[:2])
    assert room.hands == {first: 13, second: 3}
    assert kept(booth)[0].hands == (Hands(1, ((first, 13), (second, 3))),)
    assert room.talk.log == []


def test_no_key_says_anything_by_itself(booth: Booth) -> None:
    """Only what is in hand is said, and only when that is asked for."""
    room = begun(booth)
    booth.keys("return", "1", "2")
    assert (room.talk.log, room.hands) == ([], {})
    booth.keys("c", "return")
    assert room.talk.play.picks == (room.entry.scenario.beats[room.entry.scenario.start].responses[2].id,)


def test_what_changed_is_told_when_it_is_asked_for(booth: Booth) -> None:
    """After a response the room sees the answer and the hands; numbers and rules come with the reveal."""
    room = begun(booth)
    booth.keys("a", "9", "return")
    booth.wind(20)
    assert [node.key for node in booth.nodes if node.key.startswith("rule.")] == []
    assert booth.node("A（说了）").value == "9 人"
    booth.keys("r")
    assert [node.key for node in booth.nodes if node.key.startswith("rule.")] != []
    booth.press("go-on")
    assert room.stage in ("saying", "choosing")


def test_a_pause_stops_the_clock(booth: Booth) -> None:
    """While the room talks no time is counted as thought, and nothing can be said."""
    room = begun(booth)
    booth.wind(2)
    booth.keys("p")
    booth.wind(300)
    booth.keys("a", "return")
    assert (room.paused, room.talk.log) == (False, [])  # Enter went on, and no more
    booth.wind(1)
    booth.keys("a", "return")
    assert kept(booth)[0].picks[0].milliseconds < 30_000


def test_nobody_loses_patience_with_a_room(booth: Booth) -> None:
    """However long people talk, nothing is said for them; that nobody says a word can be chosen."""
    room = begun(booth)
    said(booth, *TO_THE_TIME)
    booth.wind(600)
    assert (len(room.talk.log), room.stage, room.talk.silence) == (3, "choosing", True)
    booth.keys("s", "return")
    assert room.talk.play.picks[-1] == SILENCE


def test_a_step_back_tries_the_other_way(booth: Booth) -> None:
    """The last response is taken back: what was said before stays, the hands are still there, and it is another attempt
    that can no longer be mixed up with the first."""
    room = begun(booth, "王芳")
    said(booth, "beside-her")
    booth.keys("a", "5", "return")
    booth.wind(20)
    booth.keys("z")
    booth.wind(1)
    assert (room.stage, room.talk.play.picks) == ("choosing", ("beside-her",))
    first = room.lettered[0][1].id
    assert room.hands == {first: 5}
    booth.keys("b", "return")
    newest, before = kept(booth)
    assert (before.abandoned, newest.abandoned, newest.members) == (True, False, ("王芳",))
    assert [pick.response for pick in newest.picks] == ["beside-her", room.talk.play.picks[1]]
    assert (newest.repeated, newest.hands) == (1, (Hands(2, ((first, 5),)),))


def test_the_end_can_be_taken_back_too(booth: Booth) -> None:
    """A talk that has ended stays kept as it ended; the step back begins another one."""
    room = begun(booth)
    while not room.talk.over:
        booth.keys("a", "return") if room.stage == "choosing" else booth.press("go-on")
        booth.wind(20)
    turns = len(room.talk.log)
    booth.keys("z")
    booth.wind(1)
    assert (room.talk.over, len(room.talk.log)) == (False, turns - 1)
    newest, before = kept(booth)
    assert (before.ended is not None, before.abandoned, newest.ended) == (True, False, None)


def test_what_was_taken_back_is_marked(booth: Booth) -> None:
    """After a step back the room sees which way it has gone already; a step further back forgets it."""
    room = begun(booth)
    said(booth, "beside-her")
    booth.keys("a", "4", "return")
    booth.wind(20)
    booth.keys("z")
    booth.wind(1)
    assert booth.node("say.A").value == "A，4 人，试过了"
    assert booth.node("say.B").value == "B"
    booth.keys("z")
    booth.wind(1)
    signs = {choice.id: sign for sign, choice in room.lettered}
    assert [node.key for node in booth.nodes if "试过了" in node.value] == [f"say.{signs['beside-her']}"]


def test_the_room_hears_what_is_in_hand(booth: Booth) -> None:
    """One status says which response is in hand with its hands; the counts beside the others are not told on end."""
    begun(booth)
    booth.keys("b", "1", "2")
    told = [node.label for node in booth.nodes if node.role == "status"]
    assert told[-1] == "选中的是 B：12 人举手。数字能改人数，回车就说这句。"
    assert not any(label.isdecimal() for label in told)


def test_the_question_to_guess_is_always_in_sight(booth: Booth) -> None:
    """However much is said and counted, the room is asked to guess before what changed is shown."""
    begun(booth)
    booth.keys("a", "9", "b", "3", "c", "5", "d", "1", "return")
    booth.wind(20)
    asked = next(node for node in booth.nodes if node.label.startswith("先请大家猜"))
    assert asked.rect.bottom <= booth.node("reveal").rect.top


@pytest.mark.parametrize("who", [("王芳", "李强"), ()])
def test_a_room_goes_on_as_a_room(booth: Booth, who: tuple[str, ...]) -> None:
    """What a room began is not one person's talk later, whoever opens the game: names, hands and letters are there
    again, and nobody's patience runs."""
    begun(booth, *who)
    said(booth, *TO_THE_TIME)
    booth.keys("b", "8")
    booth.sitting.opened = replace(booth.sitting.session, room=False)
    booth.show(Start(booth.sitting))
    booth.wind(1)
    (waiting,) = (node for node in booth.nodes if node.key.startswith("go-on."))
    assert "全班" in waiting.label
    booth.press(waiting.key)
    booth.wind(20)
    room = booth.screen
    assert isinstance(room, Room)
    assert (room.members, room.hands) == (who, {room.lettered[1][1].id: 8})
    booth.wind(600)
    assert (len(room.talk.log), room.stage) == (3, "choosing")


def test_the_three_questions_are_for_the_room_too(booth: Booth) -> None:
    """After the last words the room answers what a trainee answers; nobody is told that others cannot see it."""
    room = begun(booth)
    while room.stage != "ending":
        booth.keys("a", "return") if room.stage == "choosing" else booth.press("go-on")
        booth.wind(20)
    booth.press("go-on")
    assert isinstance(booth.screen, Questions)
    assert "大家商量着答，写几个字就行，空着也可以。复盘的时候会摆在分数旁边。" in booth.labels


@pytest.mark.parametrize("window", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_is_in_sight_from_the_back_row(language: str, window: tuple[int, int], tmp_path: Path) -> None:
    """At the size for a projector all responses of every beat are on the screen at once, in both languages; where a
    projector has more room, some customers will do."""
    hidden = []
    customers = shelf() if window == (1280, 720) else shelf()[::4]
    with opened(tmp_path, group, window, language=language, size=130, speed="at-once") as booth:
        for entry in customers:
            for persona, picks in ways(entry.path):
                room = roomy(booth.sitting, entry, persona, picks)
                booth.show(room)
                places = [node.rect.bottom for node in booth.nodes if node.key.startswith("say.")]
                assert room.talk.over or len(places) == len(room.lettered) + room.talk.silence
                if places and max(places) >= booth.node("say-it").rect.top:
                    hidden.append((entry.scenario.id, picks))
    assert hidden == []


def test_a_debrief_of_a_room_is_taken_up_again_by_a_room(booth: Booth) -> None:
    """A turn that is tried again has letters, hands and all the names, also where this is no room today."""
    room = begun(booth, "王芳", "李强")
    while room.stage != "ending":
        booth.keys("a", "return") if room.stage == "choosing" else booth.press("go-on")
        booth.wind(20)
    booth.press("go-on")
    booth.press("skip")
    booth.sitting.opened = replace(booth.sitting.session, room=False)
    booth.sitting.members = ()
    booth.keys("4")
    booth.press("replay.2")
    booth.wind(20)
    assert isinstance(booth.screen, Room)
    assert (booth.screen.members, len(booth.screen.talk.log)) == (("王芳", "李强"), 1)
    assert kept(booth)[0].members == ("王芳", "李强")
