"""overpromise-unbreakable: big words that nobody ever has to answer for."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

CODE = "overpromise-unbreakable"


def test_a_promise_above_what_can_be_done_that_nothing_breaks_is_told() -> None:
    """Six o'clock is out of the question, and yet every ending takes it as kept."""
    source = changed(SOUND, ("        keeps: [two]\n        breaks: [six]\n", "        keeps: [two, six]\n"))
    assert told(source, CODE) == ["“six” promises 9, where 7 can be done, and no response in reach breaks it."]
    assert lines(source, CODE) == [
        "six: {about: service, level: 9, by: '18:00', say: {zh: 住到 18:00, en: the room until 18:00}}"
    ]


def test_without_any_closing_it_is_told_what_the_closing_should_be() -> None:
    """A promise that cannot be kept wants `breaks`, not `keeps`; that nothing closes it is told beside that."""
    source = changed(SOUND, ("        breaks: [six]\n", ""))
    assert {CODE, "promise-never-closed"} <= codes(source)


def test_a_promise_that_nothing_breaks_is_told_even_where_nobody_can_make_it() -> None:
    """The way to it is closed for another reason; once that is mended, the big words would go unanswered."""
    source = changed(
        SOUND, ("        breaks: [six]\n", ""), ("      all-day:\n", "      all-day:\n        if: {heat: {min: 10}}\n")
    )
    assert CODE in codes(source)


def test_it_is_told_for_whom_it_is_too_much() -> None:
    """What can be done differs by persona; the one to whom too much is promised is named."""
    source = changed(
        SOUND,
        ("level: 9, by: '18:00'", "level: 7, by: '18:00'"),
        ("        keeps: [two]\n        breaks: [six]\n", "        keeps: [two, six]\n"),
        ("heat: 7, feels: [tired, angry]}", "heat: 7, feels: [tired, angry], expects: {service: {can: 6}}}"),
    )
    (six, two) = told(source, CODE)
    assert six == "“six” promises 7 to “Up all night”, where 6 can be done, and no response in reach breaks it."
    assert two.startswith("“two” promises 7 to “Up all night”")


def test_a_promise_within_what_can_be_done_needs_no_breaking() -> None:
    """The honest promise is only ever kept."""
    assert CODE not in codes(SOUND)
    source = changed(
        SOUND,
        ("level: 9, by: '18:00'", "level: 7, by: '18:00'"),
        ("        keeps: [two]\n        breaks: [six]\n", "        keeps: [two, six]\n"),
    )
    assert CODE not in codes(source)


def test_broken_only_where_nobody_made_it_is_not_broken() -> None:
    """`breaks` stands at a response that is offered to those alone who promised something else."""
    source = changed(
        SOUND,
        ("        keeps: [two]\n        breaks: [six]\n", "        keeps: [two, six]\n"),
        (
            "        keeps: [two]\n        deliver: {service: 4",
            "        keeps: [two]\n        breaks: [six]\n        deliver: {service: 4",
        ),
    )
    assert told(source, CODE) == ["“six” promises 9, where 7 can be done, and no response in reach breaks it."]
