"""What holds of every play of every scenario."""

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import NotOffered, begin, choose, look, score, standard
from game.engine.case import _PLANS, Option
from game.engine.standing import Standing
from tests.engine.scenarios import drawn, seeds
from tests.engine.talks import anyone, everything, offered, played, shown, wandered

law = settings(max_examples=60)


def _in_range(standing: Standing, meters: list[tuple[int, int]]) -> bool:
    zones = zip(standing.adequate, standing.desired, strict=True)
    return (
        0 <= standing.heat <= 10
        and all(0 <= level <= 10 for level in standing.perceived)
        and all(0 <= adequate < desired <= 10 for adequate, desired in zones)
        and all(low <= value <= high for value, (low, high) in zip(standing.meters, meters, strict=True))
        and 0 <= standing.empathy <= 100
        and 0 <= standing.nvc <= 100
    )


@law
@given(seeds)
def test_no_play_leaves_its_ranges(seed: int) -> None:
    """Heat, levels, meters, empathy, NVC and every score stay where they belong, whatever is picked."""
    chance = Random(seed)
    scenario = drawn(chance)
    play = wandered(scenario, anyone(scenario, chance), chance)
    meters = [(meter.min, meter.max) for meter in scenario.meters.values()]
    for turn in play.turns:
        assert _in_range(turn.after, meters)
        assert 0 <= turn.empathy_turn <= 100
        assert 0 <= turn.nvc_turn <= 100
    if play.over:
        scored = score(play)
        parts = (scored.set, scored.meet, scored.exceed, scored.empathy, scored.nvc, scored.overall)
        assert all(0 <= part <= 100 for part in (*parts, scored.satisfaction))
        assert 1 <= scored.stars <= 5
        assert 0 <= scored.recommend <= 10


@law
@given(seeds, st.integers())
def test_a_replayed_transcript_is_the_same_play(seed: int, other: int) -> None:
    """The picks alone bring back every turn, the moment and the score, whatever the seed of the second play."""
    chance = Random(seed)
    scenario = drawn(chance)
    persona = anyone(scenario, chance)
    live = wandered(scenario, persona, chance)
    again = played(scenario, persona, live.picks, other)
    assert [shown(turn) for turn in again.turns] == [shown(turn) for turn in live.turns]
    assert again.standing == live.standing
    assert (again.ending, offered(again), look(again).says) == (live.ending, offered(live), look(live).says)
    if live.over:
        assert score(again) == score(live)


@law
@given(seeds)
def test_a_refused_pick_changes_nothing(seed: int) -> None:
    """A pick that is not on offer is refused with turn, pick and offer, and the play stands exactly as it stood."""
    chance = Random(seed)
    scenario = drawn(chance)
    play = begin(scenario, anyone(scenario, chance))
    while True:
        before, on_offer = everything(play), offered(play)
        written = {response.id for beat in scenario.beats.values() for response in beat.responses}
        for pick in sorted(written | {"silence", "never-written", "dead-end", ""}):
            if pick not in on_offer:
                with pytest.raises(NotOffered) as refused:
                    choose(play, pick)
                error = refused.value
                assert (error.turn, error.pick) == (len(play.turns) + 1, pick)
                assert list(error.offered) == on_offer
        assert everything(play) == before
        if play.over or len(play.turns) == 12:
            break
        choose(play, chance.choice(on_offer))


@law
@given(seeds)
def test_the_offer_keeps_the_order_of_the_file(seed: int) -> None:
    """What is on offer is told in the file's order, silence last, and shown as the same choices without silence."""
    chance = Random(seed)
    scenario = drawn(chance)
    play = begin(scenario, anyone(scenario, chance), seed=chance.randint(0, 99))
    while not play.over and len(play.turns) < 12:
        ids = offered(play)
        order = [response.id for response in scenario.beats[play.state].responses] + ["silence"]
        assert ids == [id_ for id_ in order if id_ in ids]
        first, second = look(play), look(play)
        assert first.shown == second.shown
        assert sorted(choice.id for choice in first.shown) == sorted(set(ids) - {"silence"})
        choose(play, chance.choice(ids))


@law
@given(seeds)
def test_other_plays_leave_no_trace(seed: int) -> None:
    """A play comes out the same on a scenario never played before and after many plays of all of its personas."""
    chance = Random(seed)
    scenario = drawn(chance)
    _PLANS.pop(scenario.sha256, None)
    persona = anyone(scenario, chance)
    cold = wandered(scenario, persona, chance)
    for other in scenario.personas:
        wandered(scenario, other.id, chance)
    warm = played(scenario, persona, cold.picks)
    assert [shown(turn) for turn in warm.turns] == [shown(turn) for turn in cold.turns]
    assert everything(warm) == everything(cold)


@law
@given(seeds)
def test_interleaved_plays_do_not_touch_each_other(seed: int) -> None:
    """Two trainees who play the same scenario at the same time each get the play that they would have had alone."""
    chance = Random(seed)
    scenario = drawn(chance)
    plays = [begin(scenario, anyone(scenario, chance)) for _ in range(2)]
    for _ in range(20):
        play = chance.choice(plays)
        if not play.over:
            choose(play, chance.choice(offered(play)))
    for play in plays:
        alone = played(scenario, play.case.persona.id, play.picks)
        assert everything(alone) == everything(play)


def _fresh(option: Option, standing: Standing) -> object:
    """Return what the rules say when they are asked anew, on the whole state."""
    outcome = option.judge.outcome(standing.heat, standing.marks, standing.desired, standing.adequate)
    return outcome if outcome.zones_moved else msgspec.structs.replace(outcome, desired=(), adequate=())


@law
@given(seeds)
def test_kept_outcomes_are_what_the_rules_say(seed: int) -> None:
    """An outcome that was worked out in another state is only used where the rules, asked anew, would say the same."""
    chance = Random(seed)
    scenario = drawn(chance)
    case = begin(scenario, anyone(scenario, chance)).case
    for _ in range(4):
        play = wandered(scenario, case.persona.id, chance)
        for turn in play.turns:
            option = case.stages[turn.beat].by_id[turn.response]
            if option.repeated is not None and turn.before.marks & option.bit:
                option = option.repeated
            kept = option.outcome(turn.before)
            if not kept.zones_moved:
                kept = msgspec.structs.replace(kept, desired=(), adequate=())
            assert kept == _fresh(option, turn.before)


@law
@given(seeds)
def test_looking_changes_nothing(seed: int) -> None:
    """However often and in whatever language a moment is looked at, the play stands as it stood."""
    chance = Random(seed)
    scenario = drawn(chance)
    play = wandered(scenario, anyone(scenario, chance), chance, most=chance.randint(0, 6))
    before = everything(play)
    for language in ("zh", "en"):
        moment = look(play)
        assert moment.gauges.heat == play.standing.heat
        assert [choice.id for choice in moment.offered if choice.say.told(language)] == offered(play)
    assert everything(play) == before


def test_a_full_memory_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no more outcomes are kept they are worked out afresh, and every number stays what it was."""
    scenario = next(one for seed in range(99) if not begin(one := drawn(Random(seed))).over)
    remembered = wandered(scenario, None, Random(0))
    _PLANS.pop(scenario.sha256)
    monkeypatch.setattr("game.engine.case.MOST_OUTCOMES", 0)
    fresh = played(scenario, None, remembered.picks)
    assert fresh.turns
    assert [shown(turn) for turn in fresh.turns] == [shown(turn) for turn in remembered.turns]
    assert not any(option.kept for stage in fresh.case.stages.values() for option in stage.options)
    _PLANS.pop(scenario.sha256)


def test_a_score_wants_an_end() -> None:
    """A play that goes on has no score: asking for it says so, and the standard rulebook is the default."""
    scenario = next(one for seed in range(99) if not begin(one := drawn(Random(seed))).over)
    play = begin(scenario)
    assert play.case.rulebook == standard()
    with pytest.raises(ValueError, match="not over"):
        score(play)
