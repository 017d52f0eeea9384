"""Conditions: a map, all of whose keys must hold."""

from typing import Any

import pytest

from game.engine import begin, choose
from tests.engine.staged import customer, scenario
from tests.engine.talks import offered

Data = dict[str, Any]
BEFORE: Data = {
    "learn": ["f1"],
    "promise": {"call": {"about": "price", "level": 5}, "mend": {"about": "product", "level": 5}},
    "names": "safety",
    "meters": {"m": 3},
    "deliver": {"service": 1},
}
END: Data = {"say": "!", "then": "e"}
KEPT: Data = {"keeps": ["call"]}


def holds(condition: Data, persona: str | None = None) -> bool:
    """Return whether a condition holds after the two responses before; heat is 2 then."""
    data = {
        "customer": customer(heat=4, need="safety"),
        "facts": {"f1": "1", "f2": "2"},
        "meters": {"m": {}, "n": {"min": -5}},
        "personas": {"calm": {}, "angry": {"heat": 8}},
        "beats": {
            "a": {"says": "?", "responses": {"r": {"say": "!", **BEFORE}, "s": {"say": "!"}}},
            "b": {"says": "?", "responses": {"r": {"say": "!", **KEPT}}},
            "c": {"says": "?", "responses": {"x": {**END, "if": condition}, "y": END}},
        },
        "endings": {"e": {}},
    }
    play = begin(scenario(data), persona)
    choose(play, "r")
    choose(play, "r")
    return offered(play) == ["x", "y"]


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        ({}, True),
        ({"heat": {"min": 2, "max": 2}}, True),
        ({"heat": {"min": 3}}, False),
        ({"heat": {"max": 1}}, False),
        ({"heat": {}}, True),
        ({"knows": ["f1"]}, True),
        ({"knows": ["f1", "f2"]}, False),
        ({"said": ["a/r", "b/r"]}, True),
        ({"said": ["a/s"]}, False),
        ({"promised": ["call", "mend"]}, True),
        ({"kept": ["call"]}, True),
        ({"kept": ["call", "mend"]}, False),
        ({"need_known": True}, True),
        ({"need_known": False}, False),
        ({"meters": {"m": {"min": 3, "max": 3}, "n": {"max": 0}}}, True),
        ({"meters": {"m": {"min": 4}}}, False),
        ({"perceived": {"service": {"min": 6, "max": 6}}}, True),
        ({"perceived": {"service": {"max": 5}}}, False),
        ({"desired": {"price": {"min": 7}}}, True),
        ({"desired": {"price": {"min": 8}}}, False),
        ({"all": [{"heat": {"max": 2}}, {"knows": ["f1"]}]}, True),
        ({"all": [{"heat": {"max": 2}}, {"knows": ["f2"]}]}, False),
        ({"all": []}, True),
        ({"any": [{"heat": {"min": 9}}, {"knows": ["f1"]}]}, True),
        ({"any": [{"heat": {"min": 9}}, {"knows": ["f2"]}]}, False),
        ({"any": []}, False),
        ({"not": {"heat": {"min": 9}}}, True),
        ({"not": {}}, False),
        ({"heat": {"max": 2}, "knows": ["f1"], "need_known": True}, True),
        ({"heat": {"max": 2}, "knows": ["f2"], "need_known": True}, False),
        ({"heat": {"max": 2}, "need_known": False}, False),
    ],
)
def test_what_can_be_asked_of_a_play(condition: Data, true: bool) -> None:
    """Each key asks what the format says, and all keys must hold."""
    assert holds(condition) is true


@pytest.mark.parametrize(
    ("persona", "ids", "true"),
    [
        (None, ["base"], True),
        ("base", ["base"], True),
        ("calm", ["base"], False),
        ("calm", ["angry", "calm"], True),
        (None, ["angry", "calm"], False),
        ("calm", [], False),
    ],
)
def test_which_customer_it_is(persona: str | None, ids: list[str], true: bool) -> None:
    """persona: any of the list; `base` is the customer as written."""
    assert holds({"persona": ids}, persona) is true
