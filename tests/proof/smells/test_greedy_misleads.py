"""greedy-misleads: a response that looks best on every gauge and costs much in the end."""

from tests.proof.smells.bike import SOUND, altered, bad, good
from tests.proof.smells.noses import codes, lines, told

CODE = "greedy-misleads"


def test_a_trap_that_nothing_warns_of_is_told_with_what_it_costs() -> None:
    """Giving all the goodwill away at once looks best, and leaves nothing for the next day."""
    assert told(bad(CODE), CODE) == [
        "“tomorrow/feel” looks best on every gauge right away and costs 18 points in the end, and no rule warns of "
        "it (As written)."
    ]
    assert lines(bad(CODE), CODE)[0].startswith("feel:")


def test_it_is_not_told_as_dominated_too() -> None:
    """One fault, one finding."""
    assert codes(bad(CODE)) == {CODE}


def test_a_way_out_that_stays_open_is_no_trap() -> None:
    """With something left in the budget the best of the next day can still be had."""
    assert CODE not in codes(good(CODE))


def test_a_trap_that_a_rule_speaks_against_is_a_lesson() -> None:
    """The same generosity with a present on top that she does not care for: the rulebook says so."""
    present = "        extra: {about: brand, say: {zh: 店里的钥匙扣, en: a key ring of ours}}\n        meters:"
    assert CODE not in codes(altered(bad(CODE), "tomorrow", "feel", ("        meters:", present)))


def test_a_trap_that_costs_little_is_let_pass() -> None:
    """The next day can be saved in another way, a few points short of the best."""
    again = "[apology, exploration, observation, request, recap, check-back]"
    more = ("deliver: {service: 2, product: 1}", "deliver: {service: 2, product: 2}")
    source = altered(bad(CODE), "noon", "hand-over", ("[apology]", again), more)
    assert CODE not in codes(source)


def test_a_trap_on_the_best_way_of_all_is_told_though_it_costs_less_elsewhere() -> None:
    """The next day is saved in another way, eight points short of the best that there is."""
    again = "[apology, exploration, observation, request, check-back]"
    source = altered(bad(CODE), "noon", "hand-over", ("[apology]", again))
    assert told(source, CODE) == [
        "“tomorrow/feel” looks best on every gauge right away and costs 8 points in the end, and no rule warns of it "
        "(As written)."
    ]


def test_an_answer_that_looks_weak_and_is_weak_is_no_trap() -> None:
    """The sound talk has many of those."""
    assert CODE not in codes(SOUND)
