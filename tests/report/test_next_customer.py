"""Whom to meet next: the customer who trains the weakest score, and why."""

from dataclasses import replace

from msgspec.structs import replace as changed

from game.engine import Play, Score
from game.i18n import words
from game.report.next_customer import Next, next_customer
from game.report.progress import rounds
from game.scenario import Scenario
from tests.terminal.room import BEST, Shelved, played, shelved

EN = words("en")
FIXED = ("fix-first", "ask-room", "honest-time", "close-the-loop")
LOST = ("calm-down",)


def case(id_: str, level: int = 2, heat: int = 8) -> Scenario:
    """The worked example as another customer."""

    def told(text: str) -> str:
        other = text.replace("id: heating-cold-flat", f"id: {id_}").replace("level: 2", f"level: {level}")
        return other.replace("  heat: 8", f"  heat: {heat}", 1)

    return shelved(told).scenario


COLD = case("heating-cold-flat")


def on(scenario: Scenario) -> Shelved:
    """The entry of a customer made of the worked example."""
    return shelved(lambda text: text.replace("id: heating-cold-flat", f"id: {scenario.id}"))


def full(score: Score) -> Score:
    """A score that has nothing weak about it."""
    return changed(score, set=100, meet=99, exceed=90, empathy=100, nvc=91)


def after(shelf: list[Scenario], *plays: Play) -> Next:
    """Whom to meet after these plays, the oldest first."""
    found = next_customer(EN, shelf, rounds(plays))
    assert found is not None
    return found


def test_an_empty_shelf_has_nobody() -> None:
    """Where there are no customers, nobody is recommended."""
    assert next_customer(EN, [], ()) is None


def test_the_easiest_comes_first() -> None:
    """Whoever begins is sent to the customer of the lowest level, and of those to the calmest."""
    shelf = [case("hard", 4, 1), case("hot", 1, 6), case("mild", 1, 2)]
    assert after(shelf).scenario == "mild"
    assert after(shelf).trains is None


def test_the_weakest_score_is_named() -> None:
    """The reason names the weakest score with its mean, and what about the customer trains it."""
    found = after([COLD, case("calm", heat=1), case("upset", heat=9)], played(FIXED))
    assert (found.scenario, found.trains) == ("upset", "empathy")
    assert "“Empathy” is what to work on, at 55 on average lately." in found.why
    assert "angry" in found.why


def test_nothing_is_said_of_a_customer_that_is_not_true() -> None:
    """Where nobody new trains the weakest score, the reason only says that it is somebody new."""
    found = after([COLD, case("calm", heat=1)], played(FIXED))
    assert found.scenario == "calm"
    assert found.why.endswith("Try someone you have not met before.")


def test_nobody_is_sent_far_above_what_is_mastered() -> None:
    """After a talk that failed on level 2, a customer of level 5 waits; the same one is met again."""
    assert after([COLD, case("hardest", 5)], played(LOST)).scenario == "heating-cold-flat"
    assert after([COLD, case("next-up", 3)], played(FIXED)).scenario == "next-up"


def test_who_was_met_is_met_again_where_it_went_worst() -> None:
    """When all have been met, it is the one with whom the weakest score was lowest, and not the very last one."""
    first, second = case("first"), case("second")
    plays = [played(LOST, entry=on(first)), played(FIXED, entry=on(second)), played(BEST)]
    found = after([COLD, first, second], *plays)
    assert (found.scenario, "0" in found.why) == ("first", True)
    plays = [played(BEST), played(LOST, entry=on(first))]
    assert after([COLD, first], *plays).scenario == "heating-cold-flat"


def test_the_hardest_is_left_for_those_who_are_good_at_all() -> None:
    """Where all five scores are high, the hardest customer within reach is next."""
    held = [replace(one, score=full(one.score)) for one in rounds((played(BEST),))]
    found = next_customer(EN, [COLD, case("easy", 1), case("harder", 3)], held)
    assert found is not None
    assert (found.scenario, found.trains) == ("harder", None)
