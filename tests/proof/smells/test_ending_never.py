"""ending-never: an ending that no talk comes to."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

CODE = "ending-never"


def test_an_ending_that_nothing_leads_to_is_told() -> None:
    """The grudging ending is written, and every way goes past it."""
    source = changed(SOUND, ("{to: tired}", "{to: rested}"))
    assert told(source, CODE) == ["No play ends with “tired”."]
    assert lines(source, CODE) == ["tired: {says: {zh: 算了，走吧。, en: 'Never mind. Let us go.'}}"]


def test_an_ending_behind_a_condition_that_never_holds_is_told() -> None:
    """The way is there, for a customer calmer than anybody can be."""
    source = changed(SOUND, ("then: rested\n", "then: [{if: {heat: {max: 10}}, to: rested}, {to: bliss}]\n"),
                     ("endings:\n", "endings:\n  bliss: {says: {zh: 太好了！, en: How lovely!}}\n"))  # fmt: skip
    assert told(source, CODE) == ["No play ends with “bliss”."]


def test_an_ending_that_waits_for_what_never_comes_is_told_with_it() -> None:
    """Its only way is a response that is never on offer; another way may be what it wants."""
    source = changed(
        SOUND,
        (
            "      porridge:\n        if: {knows: [fever], promised: [two]}",
            "      porridge:\n        if: {heat: {min: 10}}",
        ),
        ("        then: rested\n", "        then: bliss\n"),
        ("endings:\n", "endings:\n  bliss: {says: {zh: 太好了！, en: How lovely!}}\n"),
    )
    assert "response-never" in codes(source)
    assert told(source, CODE) == ["No play ends with “bliss”."]


def test_a_rare_ending_is_fine() -> None:
    """Only the tired customer ever leaves: the ending is reached."""
    assert CODE not in codes(changed(SOUND, ("{if: {heat: {min: 9}}, to: left}", "{if: {heat: {min: 10}}, to: left}")))
