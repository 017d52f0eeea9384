"""What the proof's arrays rest on holds even where hashes collide."""

import numpy as np
import pytest

from game.proof import cores, lookup, prove, rows
from game.proof.columns import Words, sums, unpacked
from tests.proof.brute import brute, differences
from tests.proof.talks import chain, scenario_with


def test_sums_of_a_play_are_packed_without_touching_each_other() -> None:
    """Set points below zero and large means come out of the packed number as they went in, also after adding."""
    packed = np.array([sums(-120, 900, 300, 3), sums(35, 0, 200, 2)], np.int64)
    total = packed[:1] + packed[1:]
    assert [int(part[0]) for part in unpacked(total)] == [-85, 900, 500, 5]


def test_states_that_only_share_a_hash_are_never_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a hash that says the same of everything, every number is still right."""

    def same(columns: list[Words]) -> Words:
        return np.zeros(len(columns[0]), np.uint64)

    monkeypatch.setattr(rows, "hashed", same)
    monkeypatch.setattr(lookup, "hashed", same)
    responses = {
        "warm": {"tags": ["reaction", "feeling"], "deliver": {"service": 2}},
        "word": {"promise": {}, "frame": {"brand": 5}},
        "cold": {"tags": ["denial"]},
    }
    beats = chain(5, **responses)
    for number, one in enumerate(beats.values()):
        one["responses"]["word"] = one["responses"]["word"] | {
            "promise": {f"p{number}": {"about": "service", "level": 4 + number, "by": "17:30"}},
            "keeps": [f"p{number - 1}"] if number else [],
        }
    scenario = scenario_with(beats)
    assert differences(prove(scenario), brute(scenario, None), scenario) == []


@pytest.mark.parametrize("collide", [False, True])
def test_plays_that_differ_in_their_sums_alone_keep_their_own_scores(
    monkeypatch: pytest.MonkeyPatch, collide: bool
) -> None:
    """Where a pick is worked out once for all plays that stand alike, every number is still each play's own."""
    monkeypatch.setattr(cores, "FEW", 1)
    monkeypatch.setattr(cores, "WORTH", 2.0)
    if collide:
        monkeypatch.setattr(cores, "hashed", lambda columns: np.zeros(len(columns[0]), np.uint64))
    responses = {
        "warm": {"tags": ["reaction", "feeling"], "deliver": {"service": 2}},
        "vague": {"promise": {"soon": {"about": "service", "level": 6}}, "tags": ["request"]},
        "late": {"tags": ["check-back"], "if": {"heat": {"max": 4}}},
        "cold": {"tags": ["evaluation"], "deliver": {"service": 2}},
    }
    beats = chain(5, **responses)
    for number, one in enumerate(beats.values()):
        promise = {f"p{number}": {"about": "service", "level": 6}}
        one["responses"]["vague"] = one["responses"]["vague"] | {"promise": promise}
    scenario = scenario_with(beats)
    assert differences(prove(scenario), brute(scenario, None), scenario) == []
