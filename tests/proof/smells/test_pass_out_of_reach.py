"""pass-out-of-reach: customers with whom nobody passes."""

from game.engine.passing import Passing
from game.proof.gather import gather
from game.proof.smells.pass_out_of_reach import find
from game.proof.view import View
from game.scenario import read
from tests.proof.smells.bike import SOUND, bad, with_personas
from tests.proof.smells.noses import changed, codes, lines, told
from tests.proof.talks import beat, scenario_with

CODE = "pass-out-of-reach"


def test_a_customer_nobody_can_please_is_told_with_the_best_there_is() -> None:
    """The author reads how far the best play comes, and by which scores."""
    assert told(bad(CODE), CODE) == [
        "As written: nobody can pass: the verdict is “just acceptable” at best (“expectations met” is asked). The best "
        "play comes to 85 (just acceptable; Set 100, Meet 83, Exceed 0, Empathy 100, NVC 100)."
    ]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_that_nothing_can_be_exceeded_either_is_not_told_again() -> None:
    """One fault is told once."""
    assert codes(bad(CODE)) == {CODE}


def test_a_persona_out_of_reach_is_told_at_the_persona() -> None:
    """All others may be fine."""
    far = "{label: Hopeless, expects: {product: {perceived: 0}}}"
    source = with_personas(SOUND, f"  fine: {{label: Fine, heat: 5}}\n  far: {far}\n")
    assert [message[:9] for message in told(source, CODE)] == ["Hopeless:"]
    assert lines(source, CODE) == [f"far: {far}"]


def test_one_narrow_way_to_pass_is_enough() -> None:
    """A hard customer is no fault: with product at 4, as written, the best play just meets what is adequate."""
    assert CODE not in codes(SOUND)
    harder = changed(SOUND, ("adequate: 6, desired: 7, perceived: 4", "adequate: 6, desired: 7, perceived: 3"))
    assert CODE not in codes(harder)


def test_what_it_takes_to_pass_is_what_the_course_says() -> None:
    """A course that asks for an overall of 99 asks for too much; one that asks for 90 does not."""
    scenario, _ = read(SOUND.encode(), "talk.yaml")
    assert scenario is not None
    evidence = (gather(scenario),)
    assert list(find(View(scenario, evidence, passing=Passing(overall=99))))
    assert not list(find(View(scenario, evidence, passing=Passing(overall=90))))
    assert list(find(View(scenario, evidence, passing=Passing(exceed=90))))


def test_conditions_that_no_play_has_together_are_out_of_reach() -> None:
    """One answer listens and one delivers: a course can ask for either, but nobody comes to both."""
    choices = beat(listen={"tags": ["reaction"], "then": "end"}, act={"deliver": {"service": 3}, "then": "end"})
    scenario = scenario_with({"b0": choices})

    def found(**least: int) -> list[str]:
        passing = Passing(overall=0, verdict="below", **least)
        view = View(scenario, (gather(scenario, passing=passing),), graded=True, passing=passing)
        return [finding.words["asked.zh"] for finding in find(view)]

    assert found(meet=85) == found(empathy=90) == []
    assert found(meet=85, empathy=90) == ["（课程的通过条件：兑现至少 85、同理心至少 90）"]


def test_each_score_that_falls_short_is_told_with_its_best() -> None:
    """Who asks for more surprise than there can be reads how much there is; what can be reached is left out."""
    scenario, _ = read(SOUND.encode(), "talk.yaml")
    assert scenario is not None
    view = View(scenario, (gather(scenario),), graded=True, passing=Passing(overall=60, exceed=90, set=100, nvc=100))
    most = view.evidence[0].proof.scores
    assert (most["set"].max, most["exceed"].max) == (100, 35)
    (finding,) = find(view)
    assert finding.words["short.zh"] == "超越最高只到 35（要 90）"
    assert finding.words["short.en"] == "Exceed is 35 at best (90 is asked)"


def test_customers_who_fall_short_in_different_scores_are_told_apart() -> None:
    """One is out of reach by the verdict, another, whom the course asks about too, by what can be exceeded."""
    source = with_personas(SOUND, "  far: {label: Hopeless, expects: {product: {perceived: 0}}}\n")
    scenario, _ = read(source.encode(), "talk.yaml")
    assert scenario is not None
    evidence = tuple(gather(scenario, persona) for persona in (None, "far"))
    found = list(find(View(scenario, evidence, passing=Passing(exceed=90))))
    assert [finding.words["who.en"] for finding in found] == ["As written", "Hopeless"]
    assert "verdict" not in found[0].words["short.en"]
    assert "verdict" in found[1].words["short.en"]
