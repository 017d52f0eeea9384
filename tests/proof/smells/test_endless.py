"""endless: plays that never end."""

from tests.proof.smells.noses import FOREVER, SOUND, changed, codes, lines, told

CODE = "endless"


def test_a_response_that_can_be_picked_for_ever_is_told_at_its_again() -> None:
    """Saying sorry leads back to where one says sorry."""
    assert told(FOREVER, CODE) == [
        "Some plays never end: “card/so-sorry” can be picked again and again without ever coming to an ending."
    ]
    assert lines(FOREVER, CODE) == ["again: true"]


def test_a_circle_over_two_beats_is_told() -> None:
    """From the card to the packing and back, as often as one likes."""
    source = changed(
        FOREVER,
        ("        then: card\n", "        then: packing\n"),
        ("        names: respect\n", "        names: respect\n        again: true\n        then: card\n"),
    )
    assert told(source, CODE) == [
        "Some plays never end: “card/so-sorry” can be picked again and again without ever coming to an ending."
    ]


def test_again_that_leads_on_is_fine() -> None:
    """A response that could be repeated, and never comes round, makes no play endless."""
    assert CODE not in codes(changed(FOREVER, ("        then: card\n", "")))


def test_coming_back_to_a_beat_is_fine_where_words_run_out() -> None:
    """Each response can be said once, so that going round comes to an end."""
    assert CODE not in codes(changed(FOREVER, ("        again: true\n", "")))
    assert CODE not in codes(SOUND)


def test_the_response_that_is_named_is_one_that_goes_round_for_ever() -> None:
    """The first could be repeated too, but comes back by way of words that can be said only once."""
    source = changed(
        FOREVER,
        ("        tags: [interpretation, observation, feeling, ownership]\n",
         "        tags: [interpretation, observation, feeling, ownership]\n        again: true\n"),
        ("        tags: [advice]\n", "        tags: [advice]\n        then: card\n"),
    )  # fmt: skip
    assert [message.split("“")[1].split("”")[0] for message in told(source, CODE)] == ["card/so-sorry"]
