"""component-unmoved: what the customer cares for and nobody can do anything about."""

from tests.proof.smells.bike import SOUND, altered, bad, good
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "component-unmoved"


def test_a_component_that_nothing_moves_is_told_where_it_is_expected() -> None:
    """Price counts, and no response touches it."""
    assert told(bad(CODE), CODE) == [
        "The customer cares for price (weight 1), and nothing that is said or done ever moves it."
    ]
    assert lines(bad(CODE), CODE) == ["price: {weight: 1, adequate: 3, desired: 5, perceived: 4, can: 6}"]
    assert "价格合理性" in told(bad(CODE), CODE, "zh")[0]


def test_a_component_that_one_response_moves_is_none() -> None:
    """The labour is waived: price moves."""
    assert CODE not in codes(good(CODE))


def test_a_promise_about_it_moves_what_is_hoped_for() -> None:
    """Nothing is delivered on price, but a promise raises it."""
    source = altered(bad(CODE), "offer", "soon", ("level: 7", "level: 7"), ("about: service", "about: price"))
    assert CODE not in codes(source)


def test_a_component_of_weight_0_is_shown_and_counts_nothing() -> None:
    """The author has already said that it plays no part."""
    assert CODE not in codes(changed(bad(CODE), ("price: {weight: 1", "price: {weight: 0")))


def test_a_response_that_is_never_on_offer_is_told_instead() -> None:
    """Price would move, if only one came to that response: mending this mends both."""
    source = altered(
        good(CODE), "noon", "hand-over", ("        say:", "        if: {heat: {min: 10}, knows: [shift]}\n        say:")
    )
    source = altered(source, "noon", "receipt", (", price: -1", ""))
    assert codes(source) & {CODE, "response-never"} == {"response-never"}


def test_rules_move_brand_without_any_deliver() -> None:
    """Owning the failure moves brand, and no response delivers on it."""
    assert "brand: 1" not in SOUND
    assert CODE not in codes(SOUND)
