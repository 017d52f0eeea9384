"""clipped: an effect that never arrives whole."""

from tests.proof.smells.bike import SOUND, altered, bad, good, with_personas
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "clipped"


def test_an_effect_cut_off_in_every_play_is_told_where_it_is_written() -> None:
    """Service stands at 3, and the answer takes 5."""
    assert told(bad(CODE), CODE) == [
        "“pickup/relax”: service -5 runs into the limit in every play and never takes its full effect."
    ]
    assert lines(bad(CODE), CODE) == ["service: -5}"]


def test_an_effect_that_fits_is_none() -> None:
    """It takes 2 of 3."""
    assert CODE not in codes(good(CODE))


def test_one_play_in_which_it_fits_is_enough() -> None:
    """Another customer starts at 6."""
    source = with_personas(bad(CODE), "  content: {label: Content, expects: {service: {perceived: 6, adequate: 6}}}\n")
    assert CODE not in codes(source)


def test_heat_and_meters_have_limits_too() -> None:
    """More upset than 10 is nobody, and the budget cannot grow beyond what it is."""
    hotter = altered(SOUND, "pickup", "relax", ("        reply:", "        heat: 3\n        reply:"))
    assert [message[:30] for message in told(hotter, CODE)] == ["“pickup/relax”: heat +3 runs i"]
    richer = altered(SOUND, "pickup", "ticket", ("        reply:", "        meters: {budget: 10}\n        reply:"))
    assert lines(richer, CODE) == ["budget: 10}"]


def test_what_is_cut_off_only_now_and_then_is_none() -> None:
    """Later in the talk levels differ from play to play."""
    assert CODE not in codes(SOUND)
    assert CODE not in codes(changed(SOUND, ("extra: {about: product", "heat: -1\n        extra: {about: product")))
