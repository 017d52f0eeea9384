"""interrupt-never: an interrupt that never takes a beat's place."""

from tests.proof.smells.noses import FOREVER, SOUND, changed, codes, lines, smelt, told

CODE = "interrupt-never"
LEFT = "{if: {heat: {min: 9}}, to: left}"


def test_an_interrupt_whose_condition_never_holds_is_told_with_its_place_in_the_list() -> None:
    """Six people never queue up here, and so the customer never leaves."""
    source = changed(SOUND, (f"  - {LEFT}\n", "  - {if: {meters: {queue: {min: 6}}}, to: left}\n"))
    assert [problem.code for problem in smelt(source)] == [CODE, "ending-never"]
    assert told(source, CODE) == ["Interrupt 1, to “left”, fires in no play."]
    assert lines(source, CODE) == ["if: {meters: {queue: {min: 6}}}, to: left}"] or lines(source, CODE) == [
        "{if: {meters: {queue: {min: 6}}}, to: left}"
    ]


def test_an_interrupt_that_another_always_comes_before_is_told() -> None:
    """Both wait for the same heat and the first ends the talk, so that the second is never asked."""
    source = changed(SOUND, (f"  - {LEFT}\n", f"  - {LEFT}\n  - {{if: {{heat: {{min: 9}}}}, to: tired}}\n"))
    assert told(source, CODE) == ["Interrupt 2, to “tired”, fires in no play."]


def test_an_interrupt_for_one_persona_is_fine() -> None:
    """The customer as written never gets so angry, the tired one does."""
    source = changed(SOUND, (LEFT, "{if: {heat: {min: 10}}, to: left}"))
    assert CODE not in codes(source)


def test_where_not_every_play_was_looked_at_nothing_is_said() -> None:
    """A talk that can blame for ever has no end of plays: "never" would be a guess."""
    source = changed(
        FOREVER,
        ("        tags: [apology, generic]\n", "        tags: [blame]\n        heat: -2\n"),
        (LEFT, "{if: {meters: {queue: {min: 6}}}, to: left}"),
    )
    assert CODE not in codes(source)
    assert "endless" in codes(source)
