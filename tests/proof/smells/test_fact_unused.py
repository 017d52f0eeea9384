"""fact-unused: a fact that is found out for nothing."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

CODE = "fact-unused"
LINE = "      - if: {knows: [fever]}\n        says: {zh: 那他能睡到几点？, en: So how long can he sleep?}\n"
GUARD = "if: {knows: [fever], promised: [two]}"


def test_a_fact_that_nothing_reads_is_told_where_it_is_learnt() -> None:
    """Whoever asked is no better off than whoever did not."""
    source = changed(SOUND, (LINE, ""), (GUARD, "if: {promised: [two]}"))
    assert told(source, CODE) == ["“fever” can be found out, but nothing makes use of it."]
    assert lines(source, CODE) == ["fever]"]


def test_a_line_of_the_customer_that_reads_it_is_enough() -> None:
    """The talk goes on differently: asking was worth it."""
    assert CODE not in codes(changed(SOUND, (GUARD, "if: {promised: [two]}")))


def test_a_condition_deep_inside_another_counts() -> None:
    """`not` and `any` read a fact as well."""
    source = changed(SOUND, (LINE, ""), (GUARD, "if: {any: [{not: {knows: [fever]}}, {promised: [two]}]}"))
    assert CODE not in codes(source)


def test_a_fact_that_is_asked_for_only_before_it_can_be_known_is_told() -> None:
    """The line that knows of the fever stands at the first beat, and nobody comes back there."""
    first = "      - if: {persona: [worn-out]}\n        says: {zh: 卡"
    early = "      - if: {knows: [fever]}\n        says: {zh: 孩子还烧着呢。, en: He still has a fever.}\n"
    source = changed(SOUND, (LINE, ""), (GUARD, "if: {promised: [two]}"), (first, early + first))
    assert told(source, CODE) == ["“fever” can be found out, but nothing makes use of it."]


def test_a_fact_that_only_a_response_out_of_reach_asks_for_is_told() -> None:
    """The one response that would use it is never on offer: both are told."""
    source = changed(SOUND, (LINE, ""), (GUARD, "if: {knows: [fever], promised: [two, six]}"))
    assert {CODE, "response-never"} <= codes(source)
