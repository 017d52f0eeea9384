"""Where a talk goes: interrupts, `back`, dead ends."""

from typing import Any

import pytest

from game.engine import Play, begin, choose, close, look, score
from tests.engine.staged import customer, scenario
from tests.engine.talks import offered

Data = dict[str, Any]


def ways(beats: dict[str, Data], interrupts: list[Data] = [], **more: Any) -> Play:  # noqa: B006 it is only read
    """Return a play; each beat is a map of responses, given as where they lead or in full."""
    written: Data = {}
    for id_, responses in beats.items():
        told = {r: {"say": "!", **(way if isinstance(way, dict) else {"then": way})} for r, way in responses.items()}
        written[id_] = {"says": "?", "responses": told}
    data = {
        "customer": customer(heat=0),
        "facts": {"f": "f"},
        "meters": {"m": {}},
        "beats": written,
        "endings": {"end": {}, "lost": {"lost": True}},
        "interrupts": interrupts,
        **more,
    }
    return begin(scenario(data))


def gone(play: Play, *picks: str) -> list[str]:
    """Return where each pick led."""
    places = []
    for pick in picks:
        choose(play, pick)
        places.append(play.state)
    return places


ALWAYS: Data = {}


def at(least: int) -> Data:
    """Return the condition that meter m has come so far."""
    return {"meters": {"m": {"min": least}}}


def test_an_interrupt_takes_the_next_beats_place_once() -> None:
    """The first interrupt not fired yet whose `if` holds takes the beat's place; `back` is the beat that was due."""
    play = ways(
        {"a": {"go": "b"}, "b": {"go": "c"}, "c": {"go": "end"}, "ring": {"sorry": "back"}},
        [{"if": {"heat": {"min": 9}}, "to": "c"}, {"if": ALWAYS, "to": "ring"}],
    )
    assert gone(play, "go", "sorry", "go", "go") == ["ring", "b", "c", "end"]


def test_only_one_interrupt_at_a_time_and_in_order() -> None:
    """Of two that hold the first fires; the second takes the next beat's place."""
    play = ways(
        {"a": {"go": "b"}, "b": {"go": "end"}, "x": {"ok": "back"}, "y": {"ok": "back"}},
        [{"if": ALWAYS, "to": "x"}, {"if": ALWAYS, "to": "y"}],
    )
    assert gone(play, "go", "ok", "ok") == ["x", "y", "b"]


def test_an_interrupt_on_the_way_back() -> None:
    """What `back` leads to is a beat as well: an interrupt may take its place, and `back` then still means it."""
    play = ways(
        {"a": {"go": "b"}, "b": {"go": "end"}, "x": {"ok": {"then": "back", "meters": {"m": 5}}}, "y": {"ok": "back"}},
        [{"if": ALWAYS, "to": "x"}, {"if": at(5), "to": "y"}],
    )
    assert gone(play, "go", "ok", "ok", "go") == ["x", "y", "b", "end"]


def test_an_interrupt_that_takes_an_earlier_interrupts_beat() -> None:
    """An interrupt that takes the place of an earlier interrupt's beat leaves `back` as it was."""
    play = ways(
        {
            "a": {"go": "b"},
            "b": {"go": "end"},
            "x": {"stay": {"then": "x", "meters": {"m": 5}}, "ok": "back"},
            "y": {"ok": "back"},
        },
        [{"if": ALWAYS, "to": "x"}, {"if": at(5), "to": "y"}],
    )
    assert gone(play, "go", "stay", "ok") == ["x", "y", "b"]  # not x, though x was due


def test_an_interrupt_on_a_beat_after_an_interrupt() -> None:
    """A beat that an interrupt's beat leads to is a beat like any other: taking its place moves `back` there."""
    play = ways(
        {
            "a": {"go": "b"},
            "b": {"go": "end"},
            "x": {"on": {"then": "z", "meters": {"m": 5}}},
            "y": {"ok": "back"},
            "z": {"ok": "end"},
        },
        [{"if": ALWAYS, "to": "x"}, {"if": at(5), "to": "y"}],
    )
    assert gone(play, "go", "on", "ok", "ok") == ["x", "y", "z", "end"]


def test_back_before_any_interrupt_is_the_start() -> None:
    """Before any interrupt `back` is the start, also where `start` is not the first beat."""
    beats: dict[str, Data] = {"a": {"go": "end"}, "b": {"go": "c", "on": "end"}, "c": {"return": "back"}}
    assert gone(ways(beats, start="b"), "go", "return") == ["c", "b"]


def test_back_in_a_list() -> None:
    """`back` may stand wherever `then` leads somewhere, in its lists too."""
    listed = [{"if": {"knows": ["f"]}, "to": "end"}, {"to": "back"}]
    play = ways({"a": {"go": "b", "on": "end"}, "b": {"r": {"then": listed}}})
    assert gone(play, "go", "r") == ["b", "a"]


def test_silence_can_be_interrupted() -> None:
    """Silence stays on the beat, and whoever waits may be interrupted; `back` leads to the beat again."""
    data = {
        "customer": customer(heat=0),
        "beats": {
            "a": {"says": "?", "patience": 9, "responses": {"go": {"say": "!", "then": "end"}}},
            "x": {"says": "?", "responses": {"ok": {"say": "!", "then": "back"}}},
        },
        "endings": {"end": {}},
        "interrupts": [{"if": {"said": ["a/silence"]}, "to": "x"}],
    }
    play = begin(scenario(data))
    assert gone(play, "silence", "ok") == ["x", "a"]
    assert offered(play) == ["go"]


def test_an_interrupt_may_be_an_ending() -> None:
    """An interrupt that leads to an ending ends the play, by the closing rules."""
    play = ways({"a": {"go": {"then": "b", "tags": ["next-step"]}}, "b": {"go": "end"}}, [{"if": ALWAYS, "to": "lost"}])
    assert gone(play, "go") == ["lost"]
    assert play.lost
    assert play.turns[-1].rules == ("close-the-loop",)


def test_no_interrupt_takes_an_endings_place() -> None:
    """Only beats can be taken the place of: an ending ends."""
    assert gone(ways({"a": {"go": "end"}, "x": {"ok": "back"}}, [{"if": ALWAYS, "to": "x"}]), "go") == ["end"]


def test_no_interrupt_before_the_first_turn() -> None:
    """The first beat is not interrupted, whatever holds."""
    play = ways({"a": {"go": "end"}, "x": {"ok": "back"}}, [{"if": ALWAYS, "to": "x"}])
    assert play.state == "a"


def test_a_dead_end_closes_with_the_turn_that_led_there() -> None:
    """A beat with nothing on offer closes the play by the closing rules, as `dead-end`, the customer lost."""
    promise = {"p": {"about": "price", "level": 5, "by": "17:30"}}
    known: Data = {"if": {"knows": ["f"]}, "then": "end"}
    play = ways({"a": {"go": {"then": "b", "promise": promise, "tags": ["check-back"]}}, "b": {"go": known}})
    turn = choose(play, "go")
    assert not play.expired
    assert turn.rules == ("close-the-loop", "give-a-when", "promise-forgotten")
    assert (play.ending, play.over, play.lost) == ("dead-end", True, True)
    moment = look(play)
    assert (moment.over, moment.ending, moment.says, moment.last_words) == (True, "dead-end", None, None)
    scored = score(play)
    assert (scored.set, scored.exceed, scored.verdict, scored.lost) == (0, 0, "below", True)


def test_a_dead_end_after_all_has_been_said() -> None:
    """Coming back to a beat where everything was said already is a dead end too."""
    play = ways({"a": {"go": "b"}, "b": {"return": "back"}})
    assert gone(play, "go", "return") == ["b", "dead-end"]


@pytest.mark.parametrize("condition", [{"knows": ["f"]}, {"heat": {"min": 1}}])
def test_a_dead_end_at_the_start(condition: Data) -> None:
    """Where the first beat offers nothing the play is over before a turn: no picks, loop left open, lost."""
    play = ways({"a": {"go": {"if": condition, "then": "end"}}})
    assert (play.over, play.ending, play.picks, play.lost) == (True, "dead-end", (), True)
    scored = score(play)
    assert (scored.set_points, scored.set, scored.empathy, scored.nvc) == (-10, 0, 50, 50)
    assert scored.verdict == "below"


def test_a_play_that_goes_on_is_not_lost() -> None:
    """While it goes on a play is neither over nor lost and has no ending."""
    play = ways({"a": {"go": "b"}, "b": {"go": "end"}})
    assert (play.over, play.lost, play.ending) == (False, False, None)


def test_a_talk_whose_time_runs_out_closes_like_a_dead_end() -> None:
    """The last turn closes it by the closing rules, open promises are forgotten, and the customer is lost."""
    promise = {"p": {"about": "price", "level": 5, "by": "17:30"}}
    said = {"then": "b", "promise": promise, "tags": ["check-back"]}
    play = ways({"a": {"go": said}, "b": {"go": "end"}})
    choose(play, "go")
    close(play)
    assert play.turns[-1].rules == ("close-the-loop", "give-a-when", "promise-forgotten")
    assert play.turns[-1].after == play.standing
    assert (play.expired, look(play).expired) == (True, True)
    assert (play.ending, play.over, play.lost, look(play).offered) == ("dead-end", True, True, ())
    scored = score(play)
    assert (scored.set, scored.exceed, scored.verdict) == (0, 0, "below")


def test_time_that_runs_out_before_a_word_is_said() -> None:
    """Without a turn the loop is left open, as at a beat that offers nothing at the start."""
    play = ways({"a": {"go": "end"}})
    close(play)
    assert (play.over, play.ending, play.picks, play.lost) == (True, "dead-end", (), True)
    assert score(play).set_points == -10


def test_what_is_said_again_closes_no_loop_when_time_runs_out() -> None:
    """A response picked a second time has nothing left of its tags but blockers, so the loop stays open."""
    play = ways({"a": {"go": {"then": "a", "again": True, "tags": ["check-back"]}}})
    gone(play, "go", "go")
    close(play)
    assert play.turns[-1].rules == ("loop-left-open",)


def test_a_talk_that_is_over_stays_as_it_ended() -> None:
    """Time that runs out after the end changes nothing."""
    play = ways({"a": {"go": "end"}})
    choose(play, "go")
    turn, standing = play.turns[-1], play.standing
    close(play)
    assert (play.ending, play.turns[-1], play.standing, play.expired) == ("end", turn, standing, False)
