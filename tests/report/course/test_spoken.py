"""Under a heat map and in the item analysis stands what the customers of that class said, not another one's words."""

from collections.abc import Sequence
from random import Random

import pytest

from game.course.grading.items import item_analysis
from game.course.grading.spoken import usual
from game.engine import begin, choose, look
from game.i18n import words
from game.report.course import ClassReport, class_report
from game.scenario import Scenario
from tests.course.classroom import CLOSED, Classroom, scenario, shipped, small
from tests.report.course.classes import book, walk

LINES = """\
    says:
      - {if: {persona: [loud]}, says: {zh: 怎么又是你！, en: You again!}}
      - {if: {heat: {min: 6}}, says: {zh: 我不跟你说了！, en: I am done with you!}}
      - {if: {heat: {max: 3}}, says: {zh: 行，您说。, en: All right.}}
      - {says: {zh: 怎么办？, en: What now?}}
"""
PERSONAS = "personas:\n  loud: {label: {zh: 急, en: Loud}, heat: 8}\n"


def talk() -> bytes:
    """A scenario whose second beat begins with other words for one persona, and by how heated the customer is."""
    first, second, rest = small().decode().partition("  b2:\n")
    _, says, end = rest.partition("    says: {zh: 怎么办？, en: What now?}\n")
    assert says
    return (first + second + LINES + end + PERSONAS).encode()


def told(room: Classroom) -> ClassReport:
    """What is said about a class after closing time, in English."""
    return class_report(words("en"), book(room), item_analysis(room.programme, room.results(CLOSED)))


def heard(set_: Scenario, persona: str, picks: Sequence[str]) -> list[str]:
    """What a customer says in a talk, turn by turn."""
    play, said = begin(set_, persona), []
    for pick in picks:
        moment = look(play)
        said.append(moment.says.told("en") if moment.says is not None else "")
        choose(play, pick)
    return said


@pytest.mark.parametrize("persona", ["stormy", "quiet", "member"])
def test_a_persona_is_quoted_with_its_own_words(persona: str) -> None:
    """Where a course assigns one customer, every line of the report is one which that customer said."""
    room = Classroom("mode: exam\n", {"exam": [shipped("hotel/room-not-ready")]}, personas=persona)
    set_ = room.programme.tasks[0].scenario
    picks = walk(set_, 0.9, Random(3))
    play = heard(set_, persona, picks)
    room.sits("张三", picks, persona=persona)
    report = told(room)
    reached = [item.says for item in report.items[0].items if item.reached]
    assert sorted({*reached}) == sorted({*play})
    assert set(report.tasks[0].map.said) <= set(play)
    assert play != heard(set_, "base", picks)


def test_what_most_of_them_heard_is_quoted() -> None:
    """Where a line depends on how the talk went, that stands there which was said most often; of a beat that nobody
    came to, what everybody would hear."""
    raw = talk()
    room = Classroom("mode: exam\n", {"exam": [raw]})
    for number in range(5):
        room.sits(f"t{number}", ("good" if number < 2 else "rare", "good", "good", "good"))
    report = told(room)
    assert [item.says for item in report.items[0].items] == ["What now?", "I am done with you!", *["What now?"] * 2]
    assert report.tasks[0].map.said == ("What now?", "I am done with you!", "What now?", "What now?")


def test_of_a_beat_that_nobody_came_to_the_persona_decides_alone() -> None:
    """What else a line depends on is not known there; a line of another persona is never quoted."""
    found = scenario(talk())
    told = [usual(found, "b2", persona) for persona in ("loud", "base")]
    assert [one.told("en") for one in told if one is not None] == ["You again!", "What now?"]
