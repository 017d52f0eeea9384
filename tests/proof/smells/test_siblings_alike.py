"""siblings-alike: a beat at which it makes no difference what is picked."""

from tests.proof.smells.bike import SOUND, altered, bad, good, response, with_personas
from tests.proof.smells.noses import codes, lines, told

CODE = "siblings-alike"


def test_a_beat_whose_responses_all_come_to_the_same_is_told() -> None:
    """Two ways to say goodbye, and nothing comes of either."""
    assert told(bad(CODE), CODE) == [
        "At “door” it makes no difference what is picked: see-off, wave all come to the same scores."
    ]
    assert lines(bad(CODE), CODE) == ["door:"]


def test_one_response_that_does_something_else_is_enough() -> None:
    """The two differ, if only by a few points."""
    assert CODE not in codes(good(CODE))
    assert CODE not in codes(SOUND)


def test_a_single_response_is_no_choice_and_no_fault() -> None:
    """The customer is only to go on talking."""
    source = bad(CODE).replace(response(bad(CODE), "door", "wave"), "")
    assert CODE not in codes(source)


def test_responses_that_differ_for_one_customer_are_a_choice() -> None:
    """Both name a need that is not Zoe's; one of them is what her brother needs."""
    source = altered(
        bad(CODE), "door", "wave", ("        reply:", "        tags: [need]\n        names: order\n        reply:")
    )
    source = altered(
        source, "door", "see-off", ("        reply:", "        tags: [need]\n        names: rest\n        reply:")
    )
    assert CODE in codes(source)
    assert CODE not in codes(with_personas(source, "  brother: {label: Her brother, need: rest}\n"))
