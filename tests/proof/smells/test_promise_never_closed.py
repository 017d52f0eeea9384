"""promise-never-closed: a promise of which nothing is heard again."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

CODE = "promise-never-closed"


def test_a_promise_that_nothing_keeps_or_breaks_is_told_where_it_is_made() -> None:
    """Without `keeps` the room until two is forgotten in every play."""
    source = changed(SOUND, ("        keeps: [two]\n", ""))
    assert told(source, CODE) == ["“two” is promised, and no play ever keeps or breaks it."]
    assert lines(source, CODE) == [
        "two: {about: service, level: 7, by: '14:00', say: {zh: 房间留到 14:00, en: the room until 14:00}}"
    ]


def test_a_promise_that_is_kept_only_where_nobody_made_it_is_told() -> None:
    """`keeps` stands at a response that those who promised are never offered."""
    source = changed(
        SOUND,
        ("        keeps: [two]\n        breaks: [six]\n        deliver", "        breaks: [six]\n        deliver"),
        ("        keeps: [two]\n        deliver: {service: 4", "        deliver: {service: 4"),
        ("      good-bye:\n", "      good-bye:\n        if: {not: {promised: [two]}}\n"),
    )
    assert told(source, CODE) == ["“two” is promised, and no play ever keeps or breaks it."]


def test_one_response_that_keeps_it_is_enough() -> None:
    """Most ways forget the promise; the best one keeps it: that is a lesson, no fault."""
    source = changed(SOUND, ("        keeps: [two]\n        breaks: [six]\n", "        breaks: [six]\n"))
    assert CODE not in codes(source)


NEVER = ("      two-o-clock:\n", "      two-o-clock:\n        if: {heat: {min: 10}}\n")


def test_a_promise_in_a_response_that_is_never_on_offer_is_the_fault_of_that() -> None:
    """Nobody can make the promise, so that nobody keeps it says nothing new."""
    source = changed(SOUND, NEVER)
    assert told(source, "response-never") == ["“two-o-clock” is never on offer at the beat “until”."]
    assert CODE not in codes(source)


def test_a_promise_that_nothing_in_the_file_closes_is_told_even_where_nobody_can_make_it() -> None:
    """Once the response is on offer the promise would still be forgotten: the author has two things to mend."""
    source = changed(SOUND, ("        keeps: [two]\n", ""), NEVER)
    assert {CODE, "response-never"} <= codes(source)


def test_a_promise_that_only_waits_for_a_response_that_is_never_on_offer_is_told_as_well() -> None:
    """Whoever makes it is charged as having forgotten it, for whatever reason it cannot be kept."""
    source = changed(
        SOUND,
        ("        keeps: [two]\n        breaks: [six]\n", "        breaks: [six]\n"),
        ("        if: {knows: [fever], promised: [two]}", "        if: {heat: {min: 10}}"),
    )
    assert {CODE, "response-never"} <= codes(source)
