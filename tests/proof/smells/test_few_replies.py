"""few-replies: a customer who hardly ever answers."""

import re

from tests.proof.smells.noses import SOUND, codes, lines, told


def without_replies(many: int) -> str:
    """Return the talk with the first so many replies gone."""
    return re.sub(r"^        reply: .*\n", "", SOUND, count=many, flags=re.MULTILINE)


def test_a_talk_in_which_most_responses_have_no_reply_is_told_at_the_first() -> None:
    """Six of ten get no answer: the trainee talks to a wall."""
    source = without_replies(6)
    assert told(source, "few-replies") == [
        "6 of 10 responses get no answer from the customer; the first is “card/own-it”."
    ]
    assert lines(source, "few-replies")[0].startswith("own-it:")


def test_half_of_them_is_not_most() -> None:
    """A customer may now and then say nothing at all."""
    assert "few-replies" not in codes(without_replies(5))


def test_only_the_talk_itself_counts() -> None:
    """After the talk the ending answers: no reply is missed there."""
    source = SOUND.replace("    kind: after\n", "    kind: talk\n")
    assert "few-replies" not in codes(source)
    after = re.sub(r"^        reply: .*\n", "", SOUND.partition("  leaving:")[2], flags=re.MULTILINE)
    assert "few-replies" not in codes(SOUND.partition("  leaving:")[0] + "  leaving:" + after)
