"""meter-unmoved: a meter that stands still."""

from tests.proof.smells.bike import SOUND, altered, bad
from tests.proof.smells.noses import changed, codes, lines, smelt, told

CODE = "meter-unmoved"


def test_a_meter_that_no_response_changes_is_told_where_it_is_declared() -> None:
    """The goodwill budget is never spent."""
    assert told(bad(CODE), CODE) == ["Goodwill budget stays at 60, whatever is picked."]
    (line,) = lines(bad(CODE), CODE)
    assert line.startswith("budget: {start: 60, min: 0, max: 60,")


def test_a_meter_that_one_response_changes_is_none() -> None:
    """It need not be spent in every play."""
    assert CODE not in codes(altered(SOUND, "noon", "hand-over", ("        meters: {budget: -60}\n", "")))


def test_a_meter_held_at_its_limit_is_told_once_and_not_as_clipped_effects() -> None:
    """It starts at its lower end and all responses take from it: the range is the fault."""
    source = changed(SOUND, ("start: 60, min: 0", "start: 0, min: 0"))
    assert codes(source) == {CODE}
    hint = next(one.hint("en") for one in smelt(source) if one.code == CODE)
    assert "further from them" in hint


def test_a_response_that_is_never_on_offer_is_told_instead() -> None:
    """The one response that spends is locked: that is the fault to mend."""
    never = "        if: {heat: {min: 10}, knows: [shift]}\n        say:"
    source = altered(bad(CODE), "noon", "hand-over", ("        say:", never), ("        then:", "        meters: {budget: -60}\n        then:"))  # fmt: skip # noqa: E501
    assert codes(source) & {CODE, "response-never"} == {"response-never"}
