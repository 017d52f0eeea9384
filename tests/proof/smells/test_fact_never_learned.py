"""fact-never-learned: a fact that nobody can find out."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

FACTS = "facts:\n"


def test_a_fact_that_no_response_brings_is_told_where_it_is_declared() -> None:
    """A second fact stands in the file and nobody can ask for it."""
    source = changed(SOUND, (FACTS, "facts:\n  train: {zh: 三点的火车, en: Their train goes at three}\n"))
    assert lines(source, "fact-never-learned") == ["train: {zh: 三点的火车, en: Their train goes at three}"]
    assert told(source, "fact-never-learned") == ["“train” is declared, but there is no way to find it out."]


def test_what_waits_for_the_fact_is_not_told_as_well() -> None:
    """The response that needs the fact is out of reach too, but the fault is one: nobody asks."""
    source = changed(SOUND, ("        learn: [fever]\n", ""))
    assert "fact-never-learned" in codes(source)
    assert "response-never" not in codes(source)


def test_a_fact_at_a_beat_that_never_comes_is_the_fault_of_the_way_there() -> None:
    """Nobody leads to the beat where one could ask: that is told, and the fact is not."""
    source = changed(
        SOUND,
        ("        reply: {zh: 可不是", "        then: until\n        reply: {zh: 可不是"),
        ("        reply: {zh: 昨晚可", "        then: until\n        reply: {zh: 昨晚可"),
        ("        reply: {zh: 光抱歉", "        then: until\n        reply: {zh: 光抱歉"),
    )
    assert "beat-never" in codes(source)
    assert not {"fact-never-learned", "response-never"} & codes(source)
    assert told(source, "beat-never") == ["No play comes to the beat “packing”."]
