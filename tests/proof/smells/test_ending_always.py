"""ending-always: a talk that ends alike whatever is said."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, smelt, told

CODE = "ending-always"
INTERRUPT = "interrupts:\n  - {if: {heat: {min: 9}}, to: left}\n"
ALL_RESTED = ((INTERRUPT, ""), ("{to: tired}", "{to: rested}"))


def test_a_talk_whose_ways_all_lead_to_one_ending_is_told_once() -> None:
    """The other endings are never reached: that is the same fault, told at the one that always comes."""
    source = changed(SOUND, *ALL_RESTED)
    assert told(source, CODE) == ["Whatever is said, the talk ends with “rested”, and never with: tired, left."]
    (line,) = lines(source, CODE)
    assert line.startswith("rested: {says: {zh: 谢谢，下次还住这儿。")
    assert "ending-never" not in codes(source)


def test_a_talk_with_one_ending_is_told_unless_there_is_a_reason() -> None:
    """An author who wants it so says why, and the reason is repeated instead."""
    only = changed(SOUND, *ALL_RESTED, ("  tired: {says", "  #"), ("  left: {lost", "  #"))
    assert told(only, CODE) == ["Whatever is said, the talk ends with “rested”."]
    allowed = (
        only + "allow:\n  ending-always: {zh: 第一课只练开口, en: The first lesson is about opening one's mouth}\n"
    )
    assert CODE not in codes(allowed)
    assert "about opening one's mouth" in next(
        one.message("en") for one in smelt(allowed) if one.code == "smell-allowed"
    )


def test_a_talk_that_can_also_break_off_does_not_always_end_alike() -> None:
    """Where the trainee can be left without words, the talk has another end, and not a good one."""
    source = changed(
        SOUND,
        *ALL_RESTED,
        ("      good-bye:\n", "      good-bye:\n        if: {heat: {max: 6}}\n"),
        ("      check-room:\n", "      check-room:\n        if: {heat: {max: 6}}\n"),
    )
    assert "dead-end" in codes(source)
    assert CODE not in codes(source)


def test_two_endings_are_enough() -> None:
    """Rested or tired: the talk makes a difference."""
    assert CODE not in codes(changed(SOUND, (INTERRUPT, "")))


def test_an_ending_that_waits_for_an_interrupt_which_never_fires_is_the_fault_of_that() -> None:
    """There is another ending, and a way to it: only the interrupt is out of reach."""
    never = INTERRUPT.replace("heat: {min: 9}", "meters: {queue: {min: 6}}")
    source = changed(SOUND, (INTERRUPT, never), ALL_RESTED[1], ("  tired: {says", "  #"))
    assert "interrupt-never" in codes(source)
    assert CODE not in codes(source)
