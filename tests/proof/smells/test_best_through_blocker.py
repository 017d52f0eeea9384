"""best-through-blocker: a best play that has to hurt the customer."""

from tests.proof.smells.bike import SOUND, altered, bad
from tests.proof.smells.noses import codes, lines, told

CODE = "best-through-blocker"


def test_a_best_play_through_a_command_is_told_at_the_response() -> None:
    """The only answer that makes up for the delay orders her about."""
    assert told(bad(CODE), CODE) == [
        "As written: the best play, with 91, goes through “noon/try-it”, which is tagged “demand”; without any such "
        "words 79 is the most."
    ]
    assert lines(bad(CODE), CODE)[0].startswith("try-it:")


def test_a_blocker_off_the_best_way_is_what_blockers_are_for() -> None:
    """The sound talk has three, and the best way needs none."""
    assert CODE not in codes(SOUND)


def test_a_tag_that_does_not_fire_there_hurts_nobody() -> None:
    """Minimising counts from a heat of 3 on; by then, on the best way, she has calmed down."""
    source = altered(SOUND, "noon", "try-it", ("next-step]", "next-step, minimising]"))
    assert CODE not in codes(source)


def test_where_no_play_is_free_of_blockers_that_is_said() -> None:
    """Every answer to her first words hurts."""
    source = altered(SOUND, "pickup", "hear", ("ownership]", "ownership, evaluation]"))
    source = altered(source, "pickup", "ticket", ("        deliver:", "        tags: [retelling]\n        deliver:"))
    found = told(source, CODE)
    assert len(found) == 1
    assert "without any such words no play comes to an end" in found[0]
