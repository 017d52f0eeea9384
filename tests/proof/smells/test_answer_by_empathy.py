"""answer-by-empathy: best answers that are simply the warmest."""

from tests.proof.smells.bike import SOUND, altered, bad, hints
from tests.proof.smells.noses import codes, lines, told

CODE = "answer-by-empathy"


def test_best_answers_with_the_most_empathy_everywhere_are_told() -> None:
    """At all four beats counting the tags finds the best."""
    assert told(bad(CODE), CODE) == ["At 4 of 4 beats the best response is simply the one with the most empathy tags."]
    assert lines(bad(CODE), CODE) == ["beats:"]
    assert hints(bad(CODE), CODE)[0].endswith("pickup, tomorrow, offer, noon.")


def test_one_warm_answer_that_misses_the_point_is_enough() -> None:
    """At one beat the warmest is not the best."""
    source = altered(
        bad(CODE), "offer", "soon", ("[apology, ownership,", "[reaction, interpretation, apology, ownership,")
    )
    assert CODE not in codes(source)


def test_a_beat_at_which_all_are_as_warm_tells_nothing() -> None:
    """At one of the four beats counting does not say which it is."""
    source = altered(bad(CODE), "offer", "soon", ("[apology, ownership,", "[reaction, apology, ownership,"))
    assert CODE in codes(source)
    source = altered(source, "offer", "queue", ("[denial]", "[denial, reaction]"))
    assert CODE not in codes(source)


def test_warm_words_at_the_hot_beats_are_as_it_should_be() -> None:
    """Where feelings run high the warmest may well be the best; later it is not."""
    assert CODE not in codes(SOUND)
