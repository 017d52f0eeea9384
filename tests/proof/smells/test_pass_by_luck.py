"""pass-by-luck: a pass that comes by guessing."""

from game.engine.passing import Passing
from game.proof.gather import gather
from game.proof.smelling import smell
from game.proof.smells.pass_by_luck import find
from game.proof.view import View
from game.scenario import read
from tests.proof.smells.bike import SOUND, bad, good, ordered, with_personas
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "pass-by-luck"


def test_a_talk_that_can_be_passed_by_guessing_is_told_with_how_often() -> None:
    """Random picks reach the mark in 11.1 % of the plays."""
    assert told(bad(CODE), CODE) == ["Random picks reach the pass mark: As written (11.1%). The most is 10%."]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_just_under_a_tenth_is_let_pass() -> None:
    """7.4 % is within what is allowed."""
    assert CODE not in codes(good(CODE))


def test_the_customers_who_are_too_easy_are_named() -> None:
    """Only the mild one is."""
    source = with_personas(SOUND, "  mild: {label: Mild, expects: {product: {adequate: 3}, service: {perceived: 4}}}\n")
    found = told(source, CODE)
    assert len(found) == 1
    assert found[0].startswith("Random picks reach the pass mark: Mild (")
    assert "As written" not in found[0]


def test_players_who_pass_where_nearly_anyone_does_are_not_told_as_well() -> None:
    """Where half of all plays pass, that always the first response passes too is no news; at 12 % it is."""

    def first(source: str) -> str:
        source = ordered(source, "pickup", "hear", "ticket", "relax")
        source = ordered(source, "offer", "lend", "queue", "soon")
        return ordered(source, "noon", "try-it", "hand-over", "receipt")

    assert codes(first(bad(CODE))) & {CODE, "strategy-first"} == {CODE, "strategy-first"}
    content = changed(
        first(SOUND),
        ("adequate: 5, desired: 8, perceived: 2", "adequate: 1, desired: 2, perceived: 5"),
        ("adequate: 6, desired: 7, perceived: 4", "adequate: 1, desired: 2, perceived: 5"),
        ("heat: 7", "heat: 1"),
    )
    assert codes(content) & {CODE, "strategy-first"} == {CODE}


def test_a_course_with_marks_of_its_own_is_measured_by_them() -> None:
    """Guessing seldom comes to 80; but it often comes to an acceptable 50."""
    scenario, _ = read(bad(CODE).encode(), "talk.yaml")
    assert scenario is not None

    def found(passing: Passing) -> list[str]:
        view = View(scenario, (gather(scenario, passing=passing),), graded=True, passing=passing)
        return [finding.words["asked.en"] for finding in find(view)]

    assert found(Passing(overall=88)) == []
    asked = "Overall at least 50, at least “just acceptable”"
    assert found(Passing(overall=50, verdict="acceptable")) == [f" (to pass, the course asks for: {asked})"]
    assert found(Passing(overall=30, verdict="below", exceed=30)) == []
    assert len(found(Passing(overall=30, verdict="below"))) == 1


def test_in_a_course_it_is_said_that_the_course_may_ask_for_more() -> None:
    """An instructor who asks for little is not sent to rewrite the scenario; without a course there is nothing to
    raise."""
    source = bad(CODE).encode()
    scenario, _ = read(source, "talk.yaml")
    assert scenario is not None

    def hints(graded: bool) -> list[str]:
        passing = Passing(overall=30, verdict="below")
        view = View(scenario, (gather(scenario, passing=passing),), graded, passing=passing)
        told = [one for one in smell(view, source, "talk.yaml") if one.code == CODE]
        return [one.hint(language) for one in told for language in ("zh", "en")]

    assert ["pass`" in hint for hint in hints(graded=True)] == [True, True]
    assert ["pass`" in hint or "{" in hint for hint in hints(graded=False)] == [False, False]
