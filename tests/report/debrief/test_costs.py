"""What only a proof can say: what each pick has cost, and how short a good talk can be."""

import pytest

from game.engine import begin, choose
from game.i18n import words
from game.proof import regrets
from game.report.debrief import cost_line, costs, efficiency
from tests.proof.talks import beat, chain, scenario_with
from tests.terminal.room import BEST, BROKEN, played

FIXED = ("fix-first", "ask-room", "honest-time", "close-the-loop")


@pytest.mark.parametrize("picks", [BEST, BROKEN, FIXED, BROKEN[:3]])
def test_costs_are_those_of_the_proof(picks: tuple[str, ...]) -> None:
    """Each turn has its cost, exact or not, in an unfinished play too; only a cost has a sentence."""
    play = played(picks)
    found = costs(words("en"), play)
    assert [(one.turn, one.cost, one.exact) for one in found] == [
        (one.turn, one.cost, one.exact) for one in regrets(play)
    ]
    assert all(bool(one.told) == bool(one.better) == (one.cost > 0) for one in found)


def test_the_better_way_is_told_in_its_own_words() -> None:
    """The sentence names the points and what would have been better said; a shell can shorten the latter."""
    (first, *_) = costs(words("en"), played(FIXED))
    assert (first.cost, first.before, first.after) == (16, 95, 79)
    assert first.better.startswith("I am sorry. Three days")
    assert first.told == cost_line(words("en"), first, first.better)
    assert cost_line(words("en"), first, "Sorry…").endswith('Better: "Sorry…"')


def test_costs_are_worked_out_once_for_the_same_play(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same picks in another language, or in a play made again, are not proved again."""
    first = costs(words("zh"), played(FIXED))
    monkeypatch.setattr("game.proof.regrets", lambda *_: pytest.fail("proved again"))
    again = costs(words("en"), played(FIXED))
    assert [one.cost for one in again] == [one.cost for one in first]
    assert again[0].told != first[0].told


def test_turns_and_time_stand_against_the_shortest_good_way() -> None:
    """Turns and minutes of the talk, the fewest turns of a good one, and its time at the same pace."""
    talk = scenario_with(_short_and_long())
    play = begin(talk)
    for pick in ("wait", "go", "go"):
        choose(play, pick)
    found = efficiency(words("en"), play, [30_000, 30_000, 15_000])
    assert (found.turns, found.least, found.exact) == (3, 2, True)
    assert (found.seconds, found.least_seconds) == (75, 50)
    assert found.way == ("now", "then")
    assert found.told[0] == "Turns in your talk: 3, in 1 min 15 s."
    assert "That is 1 more than it takes." in found.told
    assert found.told[-1] == words("en")("pace.unscored")


def test_what_was_taken_over_took_no_time() -> None:
    """Of a talk taken up again only the turns from there on are timed, and its pace is theirs."""
    play = begin(scenario_with(_short_and_long()))
    for pick in ("wait", "go", "go"):
        choose(play, pick)
    found = efficiency(words("en"), play, [0, 30_000, 20_000], repeated=1)
    assert (found.seconds, found.least_seconds) == (50, 50)
    assert "You took it up again from turn 2; only the time from there on is counted." in found.told


def test_without_times_only_turns_are_told() -> None:
    """A play whose times nobody kept is compared by its turns."""
    found = efficiency(words("zh"), played(BEST))
    assert (found.seconds, found.least_seconds, found.turns, found.least) == (None, None, 4, 4)
    assert found.told[0] == "这次谈了 4 轮。"


def test_where_nobody_gets_to_80_that_is_said() -> None:
    """With no good way the shortest to the best verdict stands in, and is told as that."""
    play = begin(scenario_with(chain(2, plain={}, rude={"tags": ["contempt"]})))
    choose(play, "plain")
    choose(play, "plain")
    found = efficiency(words("en"), play)
    assert (found.good, found.least) == (False, 2)
    assert found.told[1].startswith("Nobody gets to 80")


def _short_and_long() -> dict[str, object]:
    """A talk of two turns that goes well, or of three where one waits first."""
    heard = {"tags": ["reaction", "interpretation", "observation", "feeling", "request", "next-step"]}
    good = heard | {"deliver": {"service": 5}, "say": "now"}
    return {
        "b0": beat(now=good | {"then": "b2"}, wait={"then": "b1"}),
        "b1": beat(go=good | {"then": "b2"}),
        "b2": beat(go=heard | {"say": "then", "then": "end"}),
    }
