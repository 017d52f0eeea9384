"""response-never: words that nobody is ever offered."""

from tests.proof.smells.noses import FOREVER, SOUND, changed, codes, lines, told

CODE = "response-never"
PORRIDGE = "        if: {knows: [fever], promised: [two]}"


def test_a_response_behind_two_promises_that_exclude_each_other_is_told() -> None:
    """Both promises stand at the same beat, so nobody has made both."""
    source = changed(SOUND, (PORRIDGE, "        if: {knows: [fever], promised: [six, two]}"))
    assert told(source, CODE) == ["“porridge” is never on offer at the beat “leaving”."]
    assert lines(source, CODE)[0].startswith("porridge:")


def test_a_response_that_waits_for_another_which_never_comes_is_not_told() -> None:
    """The second waits for the first to have been said; mending the first mends both."""
    source = changed(
        SOUND,
        ("      ask-why:\n", "      ask-why:\n        if: {heat: {min: 10}}\n"),
        ("      with-her:\n", "      with-her:\n        if: {any: [{said: [packing/ask-why]}, {knows: [fever]}]}\n"),
    )
    assert told(source, CODE) == ["“ask-why” is never on offer at the beat “packing”."]


def test_a_response_for_one_persona_is_fine() -> None:
    """Only the tired one is offered it: that is what personas are for."""
    source = changed(SOUND, ("      porter:\n", "      porter:\n        if: {persona: [worn-out]}\n"))
    assert CODE not in codes(source)


def test_where_not_every_play_was_looked_at_nothing_is_said() -> None:
    """A talk that blames for ever has no end of plays: "never" would be a guess."""
    source = changed(
        FOREVER,
        (PORRIDGE, "        if: {knows: [fever], meters: {queue: {min: 6}}}"),
        ("        tags: [apology, generic]\n", "        tags: [blame]\n"),
        ("interrupts:\n  - {if: {heat: {min: 9}}, to: left}\n", ""),
    )
    assert CODE not in codes(source)
    assert "endless" in codes(source)
