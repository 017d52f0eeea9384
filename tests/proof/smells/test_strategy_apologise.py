"""strategy-apologise: a pass for apologising at every turn."""

from tests.proof.smells.bike import SOUND, altered, bad, ordered
from tests.proof.smells.noses import codes, lines, told

CODE = "strategy-apologise"


def test_a_pass_by_apologies_is_told() -> None:
    """Saying sorry four times comes to 77."""
    assert told(bad(CODE), CODE) == ["Apologising at every turn passes: As written, with 77 at most."]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_an_apology_too_many_that_costs_is_enough() -> None:
    """Where one apology is a poor answer, the player falls."""
    source = altered(bad(CODE), "noon", "hand-over", ("        keeps:", "        tags: [apology]\n        keeps:"))
    assert CODE not in codes(source)
    assert CODE not in codes(SOUND)


def test_a_pass_that_comes_of_the_order_alone_is_told_as_that() -> None:
    """Without an apology on offer the player takes the first; where the first always passes, that is the fault."""
    source = ordered(SOUND, "pickup", "hear", "ticket", "relax")
    source = ordered(source, "offer", "lend", "queue", "soon")
    source = ordered(source, "noon", "try-it", "hand-over", "receipt")
    for beat, id_ in (("tomorrow", "feel"), ("noon", "hand-over")):
        source = altered(
            source, beat, id_, (", apology]" if id_ == "feel" else "[apology]", "]" if id_ == "feel" else "[]")
        )
    source = altered(source, "offer", "soon", ("apology, ", ""))
    assert codes(source) & {CODE, "strategy-first"} == {"strategy-first"}
