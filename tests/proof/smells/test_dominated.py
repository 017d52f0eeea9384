"""dominated: a response that never pays, and nothing says why."""

from tests.proof.smells.bike import SOUND, altered, bad, response, with_personas
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "dominated"


def test_a_response_with_nothing_to_it_is_told_with_what_beats_it() -> None:
    """The clerk asks for the ticket, nothing comes of it, and no rule says anything about it."""
    assert told(bad(CODE), CODE) == [
        "“pickup/ticket” always does worse than “hear”, by 12 or more in overall: it says nothing that the other does "
        "not, and no rule says what is wrong with it."
    ]
    assert lines(bad(CODE), CODE)[0].startswith("ticket:")


def test_an_ordinary_weaker_answer_is_none() -> None:
    """It does something, and listens less than the best: the debrief shows that."""
    assert CODE not in codes(SOUND)


def test_a_blocker_or_a_rule_explains_the_loss() -> None:
    """Nothing else speaks for it, and the debrief says what was wrong."""
    for tag in ("generic", "retelling", "interrogation"):
        source = altered(bad(CODE), "pickup", "ticket", ("        reply:", f"        tags: [{tag}]\n        reply:"))
        assert CODE not in codes(source)


def test_a_response_that_only_takes_away_has_nothing_to_it() -> None:
    """To lower what it delivers is no use either."""
    source = altered(SOUND, "pickup", "ticket", ("{service: 2}", "{service: -1}"))
    assert len(told(source, CODE)) == 1


def test_a_response_that_listens_as_well_and_always_loses_is_told() -> None:
    """The way out that delivers less, word for word as well put: nothing tells the two apart but the end."""
    again = """      spare:
        say: {zh: 零件明早才到，12:00 前能修好。您先骑备用车，还是我叫辆车送您，看您怎么方便？, en: 'The part comes tomorrow and it will be done by noon. Would you take the spare bike or a taxi, whichever suits you?'}
        tags: [observation, request, reason, option]
        deliver: {service: -3, product: -3}
        reply: {zh: 行吧。, en: All right.}
        note: {zh: 同样的话，东西却差。, en: 'The same words, and a worse bike.'}
"""  # noqa: E501
    source = SOUND.replace("  noon:\n    kind: after", again + "  noon:\n    kind: after")
    assert [message[:14] for message in told(source, CODE)] == ["“offer/spare” "]


def test_a_rule_that_speaks_against_the_better_one_as_well_explains_nothing() -> None:
    """Both deliver before they listen; one of them delivers more and asks her leave."""
    more = altered(SOUND, "pickup", "hear", ("        tags:", "        deliver: {service: 4}\n        tags:"))
    more = altered(more, "pickup", "hear", ("[interpretation, exploration, observation,", "[observation,"))
    assert [message[:16] for message in told(more, CODE)] == ["“pickup/ticket” "]


def test_a_rule_that_speaks_against_the_worse_one_alone_explains_it() -> None:
    """It delivers before she has been heard; the better one delivers more, and listens first."""
    more = altered(SOUND, "pickup", "hear", ("        tags:", "        deliver: {service: 4}\n        tags:"))
    assert CODE not in codes(more)


def test_words_that_do_one_thing_more_are_an_ordinary_weaker_answer() -> None:
    """Whatever the better one does, this one alone gives a choice."""
    source = altered(bad(CODE), "pickup", "ticket", ("        reply:", "        tags: [option]\n        reply:"))
    assert CODE not in codes(source)


def test_worth_picking_for_one_customer_is_enough() -> None:
    """She who has been shown around before finds the better words out of place."""
    both = with_personas(bad(CODE), "  known: {label: An old customer}\n")
    assert CODE in codes(both)
    assert CODE not in codes(changed(both, ("      hear:\n", "      hear:\n        if: {not: {persona: [known]}}\n")))


def test_finding_out_what_nobody_asks_for_is_no_excuse() -> None:
    """The twin of a good answer learns of the weather and makes her angrier: no rule says why it is worse."""
    twin = response(SOUND, "pickup", "hear").replace("      hear:\n", "      heard:\n        heat: 2\n")
    twin += "        learn: [weather]\n"
    source = changed(
        SOUND,
        ("      relax:\n", f"{twin}      relax:\n"),
        ("facts:\n", "facts:\n  weather: {zh: 外头下着雨, en: It is raining}\n"),
    )
    assert [message[:15] for message in told(source, CODE)] == ["“pickup/heard” "]


def test_as_good_at_times_and_never_better_is_told_where_it_says_and_does_no_more() -> None:
    """The same question with half the deed: where all has gone well, the other half makes no difference."""
    twin = response(SOUND, "tomorrow", "ask").replace("      ask:\n", "      ask-too:\n")
    source = changed(SOUND, ("      tonight:\n", twin.replace("{service: 2}", "{service: 1}") + "      tonight:\n"))
    assert [message[:80] for message in told(source, CODE)] == [
        "“tomorrow/ask-too” never does better than “ask”, and at times worse, by up to 10"
    ]


def test_as_good_as_another_everywhere_is_none() -> None:
    """The same question in other words: both are right."""
    twin = response(SOUND, "tomorrow", "ask").replace("      ask:\n", "      ask-too:\n")
    assert CODE not in codes(changed(SOUND, ("      tonight:\n", f"{twin}      tonight:\n")))
