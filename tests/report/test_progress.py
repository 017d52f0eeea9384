"""How a trainee comes on: five scores with mean and spread, and badges."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from game.engine import Play
from game.i18n import words
from game.report.progress import Badge, badges, rounds, trends, weakest
from tests.engine.staged import talk
from tests.terminal.room import BEST, BROKEN, played, shelved

EN = words("en")
FIXED = ("fix-first", "ask-room", "honest-time", "close-the-loop")
LOST = ("calm-down",)


def elsewhere(id_: str, domain: str = "heating", picks: tuple[str, ...] = BEST) -> Play:
    """The worked example as another customer, perhaps of another line of business."""
    entry = shelved(
        lambda text: text.replace("id: heating-cold-flat", f"id: {id_}").replace("domain: heating", f"domain: {domain}")
    )
    return played(picks, entry=entry)


def badge(id_: str, *plays: Play, domains: tuple[str, ...] = ("heating",)) -> Badge:
    """One of the badges after these plays, the oldest first."""
    return next(one for one in badges(EN, rounds(plays), domains) if one.id == id_)


def test_scores_are_told_with_mean_and_spread() -> None:
    """Each of the five scores has its values from the first talk to the last, their mean, and how far they scatter."""
    found = trends(EN, rounds((played(BROKEN), played(FIXED), played(BEST))))
    assert [one.name for one in found] == ["set", "meet", "exceed", "empathy", "nvc"]
    assert found[0].values == (0, 80, 100)
    assert (found[0].mean, found[0].spread, found[0].steadiness) == (60, 43, "erratic")
    assert "from 0 to 100" in found[0].told


@pytest.mark.parametrize(
    ("plays", "steadiness"), [((BEST,), "once"), ((BEST, BEST), "steady"), ((BEST, FIXED), "varied")]
)
def test_how_steady_somebody_is_is_told(plays: tuple[tuple[str, ...], ...], steadiness: str) -> None:
    """One talk says nothing of steadiness, two alike are steady, two that lie 20 points apart are up and down."""
    assert trends(EN, rounds(map(played, plays)))[0].steadiness == steadiness


def test_nothing_is_told_before_the_first_talk() -> None:
    """Without a talk that came to its end there are no scores, and every badge is still to be had."""
    assert trends(EN, rounds((played(BEST[:2]),))) == ()
    assert not any(one.held for one in badges(EN, (), ("heating",)))
    assert all(one.missing for one in badges(EN, (), ("heating",)))


def test_the_weakest_score_is_that_of_the_last_five_talks() -> None:
    """The weakest score is the one with the lowest mean lately; what lies further back does not count."""
    assert weakest(rounds([played(LOST)] * 5 + [played(BEST)] * 5)) == ("exceed", 70)
    with pytest.raises(ValueError, match="no rounds"):
        weakest(())


def test_meeting_comes_before_exceeding() -> None:
    """As long as another score is below 65, that is what to practise, though exceed may be lower."""
    (fixed,) = rounds((played(FIXED),))
    poor = replace(fixed, score=changed(fixed.score, exceed=0))
    assert weakest((poor,)) == ("empathy", 55)
    assert weakest((replace(poor, score=changed(poor.score, empathy=65)),)) == ("exceed", 0)


def test_a_kept_word_counts_and_a_broken_one_does_not() -> None:
    """Three talks in which every promise was kept earn the badge; one with a broken promise counts nothing."""
    assert badge("word", played(BEST), played(BROKEN)).done == 1
    assert badge("word", *[played(BEST)] * 3).held
    assert badge("word", played(BEST)).missing == "talks to go: 2"


def test_empathy_counts_once_for_each_customer() -> None:
    """It takes three different customers to earn the badge for empathy: the same one again is no other."""
    assert badge("heard", *[played(BEST)] * 3).done == 1
    assert badge("heard", played(BEST), elsewhere("b"), elsewhere("c")).held


def test_a_furious_customer_who_calms_down_earns_a_badge() -> None:
    """A customer who comes with a heat of 8 and leaves with 3 or less, and stays, is what the badge is for."""
    assert badge("calmed", played(BEST)).held
    assert not badge("calmed", played(BEST, "calm")).held
    assert not badge("calmed", played(FIXED)).held
    assert not badge("calmed", played(LOST)).held
    gone, stayed = (talk({"heat": -3}, {"heat": -3}, ends=ends, heat=8) for ends in ("lost", "end"))
    assert gone.lost
    assert (badge("calmed", gone).held, badge("calmed", stayed).held) == (False, True)


def test_exceeding_once_is_enough() -> None:
    """One talk that exceeded expectations earns the badge, one that met them does not."""
    assert badge("beyond", played(BEST)).held
    assert not badge("beyond", played(FIXED)).held


def test_every_line_of_business_has_to_be_met() -> None:
    """What is missing names the lines of business in which no talk has met expectations yet."""
    there = ("hotel", "heating", "education")
    found = badge("rounds", played(FIXED), elsewhere("h", "hotel", LOST), domains=there)
    assert (found.done, found.needed, found.missing) == (1, 3, "still missing: Hotel, Education")
    met = (played(FIXED), elsewhere("h", "hotel"), elsewhere("e", "education"))
    assert badge("rounds", *met, domains=there).held


def test_five_in_a_row_are_steady() -> None:
    """The badge for being steady wants five in a row that met expectations; one that did not begins the row anew."""
    assert badge("steady", *[played(BEST)] * 4, played(LOST), played(BEST)).done == 4
    assert badge("steady", played(LOST), *[played(FIXED)] * 5).held
