"""strategy-most-tagged: a pass for always picking the response with the most tags."""

from tests.proof.smells.bike import SOUND, altered, bad
from tests.proof.smells.noses import codes, lines, told

CODE = "strategy-most-tagged"


def test_a_pass_by_counting_tags_is_told() -> None:
    """A bit of everything at every turn comes to 77."""
    assert told(bad(CODE), CODE) == [
        "Always picking the response with the most tags passes: As written, with 77 at most."
    ]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_one_response_that_does_much_and_misses_the_point_is_enough() -> None:
    """The sound talk has one."""
    assert CODE not in codes(SOUND)


def test_among_responses_with_as_many_tags_the_first_is_taken() -> None:
    """Four tags and four: the poor one stands first."""
    source = altered(bad(CODE), "offer", "soon", ("[apology, ownership]", "[apology, ownership, feeling, next-step]"))
    assert CODE not in codes(source)
