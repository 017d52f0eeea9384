"""beat-never: a moment of the talk that never comes."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, smelt, told

WAIT = """  wait:
    says: {zh: 我等着。, en: I am waiting.}
    responses:
      come: {say: {zh: 来了。, en: Coming.}, then: wait}
      stay: {say: {zh: 再等等。, en: A little longer.}, promise: {soon: {about: service, level: 5}}, then: hall}
  hall:
    says: {zh: 我在大堂。, en: I am in the lobby.}
    responses:
      hello: {say: {zh: 您好。, en: Hello.}, learn: [train], then: wait}
"""
ONE = WAIT.partition("  hall")[0]


def test_a_beat_that_nothing_leads_to_is_told_once_with_all_that_hangs_on_it() -> None:
    """Two beats lead only to each other: the first is told, and not its responses, promise and fact."""
    source = changed(
        SOUND, ("endings:\n", f"{WAIT}endings:\n"), ("facts:\n", "facts:\n  train: {zh: 火车, en: Their train}\n")
    )
    assert told(source, "beat-never") == ["No play comes to the beat “wait”."]
    assert lines(source, "beat-never")[0].startswith("wait:")
    found = {"response-never", "promise-never-closed", "fact-never-learned", "ending-never", "dead-end"}
    assert not found & codes(source)


def test_a_beat_behind_a_condition_that_never_holds_is_told() -> None:
    """The way is written, but nobody is ever that angry there."""
    source = changed(
        SOUND,
        ("endings:\n", f"{ONE.replace('then: hall', 'then: leaving')}endings:\n"),
        (
            "        then: [{if: {heat: {max: 2}}",
            "        then: [{if: {heat: {min: 10}}, to: wait}, {if: {heat: {max: 2}}",
        ),
    )
    assert told(source, "beat-never") == ["No play comes to the beat “wait”."]


def test_a_beat_that_only_an_interrupt_leads_to_is_the_fault_of_the_interrupt() -> None:
    """The interrupt never fires, and that is what is told."""
    source = changed(
        SOUND,
        ("endings:\n", f"{ONE.replace('then: hall', 'then: back')}endings:\n"),
        ("interrupts:\n", "interrupts:\n  - {if: {meters: {queue: {min: 6}}}, to: wait}\n"),
    )
    assert [problem.code for problem in smelt(source)] == ["interrupt-never"]


def test_a_beat_that_one_persona_alone_comes_to_is_fine() -> None:
    """What the customer as written never hears, the angry one may."""
    source = changed(
        SOUND,
        ("endings:\n", f"{ONE.replace('then: hall', 'then: leaving')}endings:\n"),
        (
            "        reply: {zh: 我问的是几点。",
            "        then: [{if: {persona: [worn-out]}, to: wait}, {to: leaving}]\n        reply: {zh: 我问的是几点。",
        ),
    )
    assert "beat-never" not in codes(source)
