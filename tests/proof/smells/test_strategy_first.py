"""strategy-first: a pass for always picking the first response of the file."""

from tests.proof.smells.bike import SOUND, bad, ordered, with_personas
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "strategy-first"


def test_a_pass_by_the_first_responses_is_told_with_its_marks() -> None:
    """Three of the four firsts are the best."""
    assert told(bad(CODE), CODE) == [
        "Always picking the first response of the file passes: As written, with 81 at most."
    ]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_two_of_four_firsts_do_not_pass() -> None:
    """One more beat put in another order, and the player falls short."""
    assert CODE not in codes(ordered(bad(CODE), "noon", "hand-over", "try-it", "receipt"))
    assert CODE not in codes(SOUND)


def test_the_customers_with_whom_it_passes_are_named() -> None:
    """The trainee who takes the first passes with both."""
    source = with_personas(bad(CODE), "  hurried: {label: {zh: 赶时间, en: In a hurry}, heat: 7}\n")
    assert told(source, CODE) == [
        "Always picking the first response of the file passes: As written, In a hurry, with 81 at most."
    ]


def test_an_overall_without_the_verdict_is_no_pass() -> None:
    """Too much stays below what is adequate: 65 points, and the customer is not content."""
    source = changed(bad(CODE), ("adequate: 6, desired: 7, perceived: 4", "adequate: 6, desired: 7, perceived: 1"))
    assert CODE not in codes(source)


def test_a_player_who_goes_round_in_circles_is_given_up() -> None:
    """The first response leads back to where it stands for ever."""
    round_ = ("        deliver: {service: 2}\n", "        again: true\n        then: pickup\n")
    source = changed(ordered(SOUND, "pickup", "ticket", "hear", "relax"), round_)
    assert CODE not in codes(source)
