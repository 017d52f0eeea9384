"""score-fixed: a score that answers to no choice."""

import re

from tests.proof.smells.bike import SOUND, bad, with_personas
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "score-fixed"


def test_a_score_that_is_the_same_in_all_plays_is_told_with_its_value() -> None:
    """Nothing here can exceed what Zoe hopes for."""
    assert told(bad(CODE), CODE) == ["Whatever is picked, Exceed comes to 0 (As written)."]
    assert lines(bad(CODE), CODE) == ["expects:"]


def test_one_play_in_which_it_moves_is_enough() -> None:
    """A single way to exceed is what the score is for."""
    assert CODE not in codes(SOUND)


def test_empathy_without_any_difference_in_listening_is_told() -> None:
    """No response listens, and none hurts."""
    source = re.sub(r"(reaction|interpretation|exploration|minimising|comparison|denial|generic)(, )?", "", SOUND)
    source = re.sub(r"        tags: \[\]\n", "", source).replace(", ]", "]")
    assert told(source, CODE) == ["Whatever is picked, Empathy comes to 40 (As written)."]


def test_that_one_customer_is_too_hard_to_exceed_with_is_no_fault() -> None:
    """Ms Stern hopes for more than anyone can do; with Zoe it can be exceeded."""
    stern = "  stern: {label: Ms Stern, expects: {service: {desired: 10}, product: {desired: 10}}}\n"
    assert CODE not in codes(with_personas(SOUND, stern))


def test_that_exceed_stands_still_with_meet_is_not_told_twice() -> None:
    """Nothing that is said reaches what counts: meet says so, and that nothing exceeds goes without saying."""
    source = changed(
        SOUND,
        ("service: {weight: 3", "service: {weight: 0"),
        ("product: {weight: 2", "product: {weight: 0"),
        ("brand: {weight: 1", "brand: {weight: 0"),
        ("    brand:", "    price: {weight: 3, adequate: 3, desired: 5, perceived: 4, can: 6}\n    brand:"),
    )
    assert told(source, CODE) == ["Whatever is picked, Meet comes to 85 (As written)."]
    assert "component-unmoved" not in codes(source)


def test_that_nothing_exceeds_is_told_although_nobody_passes() -> None:
    """Nothing is ever done for her: that is another fault than the pass out of reach, and has another remedy."""
    source = re.sub(r"        (deliver|extra): \{.*\}\n", "", SOUND)
    assert "pass-out-of-reach" in codes(source)
    assert told(source, CODE) == ["Whatever is picked, Exceed comes to 0 (As written)."]
