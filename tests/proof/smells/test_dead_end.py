"""dead-end: a beat at which there can be nothing to say."""

from game.engine import begin, choose, look
from game.scenario import read
from tests.proof.smells.noses import SOUND, changed, codes, smelt, told

CODE = "dead-end"
GUARDS = (
    ("      good-bye:\n", "      good-bye:\n        if: {heat: {max: 7}}\n"),
    ("      check-room:\n", "      check-room:\n        if: {heat: {max: 7}}\n"),
)


def test_a_beat_with_nothing_left_is_told_with_picks_that_lead_there() -> None:
    """Whoever made the tired customer furious stands there without a word; the picks show it in a play."""
    source = changed(SOUND, *GUARDS)
    (message,) = told(source, CODE)
    assert message.startswith("At “leaving” there can be nothing to say (persona “Up all night”)")
    scenario, _ = read(source.encode(), "talk.yaml")
    assert scenario is not None
    play = begin(scenario, "worn-out")
    for pick in message.rpartition(": ")[2].removesuffix(".").split(", "):
        choose(play, pick)
    assert look(play).over
    assert play.state == "dead-end"


def test_a_beat_on_which_nothing_is_ever_on_offer_is_told_once() -> None:
    """All its responses wait for a heat that never comes: that is one dead end, not three lost responses; what
    could also be led to from elsewhere, an ending, is named all the same."""
    source = changed(SOUND, *GUARDS, ("{heat: {max: 7}}", "{heat: {min: 10}}"),
                     ("if: {knows: [fever], promised: [two]}", "if: {heat: {min: 10}}"))  # fmt: skip
    assert CODE in codes(source)
    assert not {"response-never", "beat-never", "ending-always"} & codes(source)


def test_a_dead_end_that_only_waits_for_a_fact_nobody_brings_is_told_as_that() -> None:
    """With the fact there would be words: the missing question is the fault."""
    source = changed(
        SOUND,
        ("        learn: [fever]\n", ""),
        ("      good-bye:\n", "      good-bye:\n        if: {knows: [fever]}\n"),
        ("      check-room:\n", "      check-room:\n        if: {knows: [fever]}\n"),
    )
    assert "fact-never-learned" in codes(source)
    assert CODE not in codes(source)


def test_one_response_without_a_condition_is_enough() -> None:
    """However the talk went, good-bye can be said."""
    source = changed(SOUND, GUARDS[1])
    assert CODE not in codes(source)
    assert smelt(source) == ()


def test_a_talk_that_begins_with_nothing_to_say_is_told_as_such() -> None:
    """Nobody gets past the first beat: that is the one fault, whatever else is never reached."""
    never = "        if: {heat: {min: 10}}\n"
    names = ("own-it", "house-rule", "so-sorry")
    source = changed(SOUND, *((f"      {name}:\n", f"      {name}:\n{never}") for name in names))
    message = (
        "At “card” there can be nothing to say, and the talk breaks off. Picks that lead there: none, it is the start."
    )
    assert told(source, CODE) == [message]
    assert not {"beat-never", "response-never", "ending-always", "interrupt-never"} & codes(source)
