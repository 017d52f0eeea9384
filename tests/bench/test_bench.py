"""The bench measures what it says: one story, the same on every engine, all rules at work. No time decides."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine import begin, choose, look, standard
from game.proof import prove
from game.scenario import read
from tests.bench import peers
from tests.bench.layered import layered_file
from tests.bench.peers import Engine
from tests.bench.players import Dice, folded, plain, yuqi
from tests.bench.story import CHOICES, LEAST, MOST, deal, unguarded
from tests.bench.written import ink, scenario_file, terse_file

PLAYS = 300
needs_inkjs = pytest.mark.skipif(not peers.has_inkjs(), reason="inkjs is not here; `python -m tests.bench` brings it")
needs_bink = pytest.mark.skipif(not peers.has_bink(), reason="bink is not here; `python -m tests.bench` brings it")


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as a scenario file."""
    file = tmp_path_factory.mktemp("bench") / "story.yaml"
    file.write_bytes(scenario_file(deal()))
    return file


def test_the_story_is_a_scenario_without_problems(scenario: Path) -> None:
    """The bench plays a real scenario: 60 beats of four responses, with not even a warning."""
    found, problems = read(scenario.read_bytes(), scenario.name)
    assert problems == ()
    assert found is not None
    assert len(found.beats) == 60
    assert {len(beat.responses) for beat in found.beats.values()} == {CHOICES}


def test_the_story_is_the_same_every_time() -> None:
    """Two people who run the bench measure the same story."""
    assert scenario_file(deal()) == scenario_file(deal())
    assert scenario_file(deal()) != scenario_file(deal(seed=2))


def test_yuqi_plays_the_same_graph_as_plain_python(scenario: Path) -> None:
    """Guards, counters, branches and silence mean the same in the scenario as in the graph it was written from."""
    by_yuqi, by_hand = yuqi(scenario), plain(deal())
    for number in range(PLAYS):
        assert by_yuqi(number) == by_hand(number), number


def test_no_play_comes_near_the_bounds_of_a_counter() -> None:
    """The peers' counters have no bounds, and would not need them."""
    by_hand = plain(deal())
    counters = [counter for number in range(PLAYS) for counter in by_hand(number)[0]]
    assert min(counters) > LEAST
    assert max(counters) < MOST


def test_all_rules_are_at_work(scenario: Path) -> None:
    """Full scoring is measured: every rule of the rulebook fires somewhere in the plays."""
    found, _ = read(scenario.read_bytes(), scenario.name)
    assert found is not None
    fired: set[str] = set()
    for number in range(PLAYS):
        play, dice = begin(found), Dice(number)
        while not (moment := look(play)).over:
            fired.update(choose(play, moment.offered[dice.roll(len(moment.offered))].id).rules)
    assert fired == set(standard().rules)


def test_without_guards_everything_is_always_on_offer(tmp_path: Path) -> None:
    """The story that is proved and played one by one has four to the number of its layers plays, on every engine."""
    story = unguarded(deal(layers=4, width=1))
    file = tmp_path / "open.yaml"
    file.write_bytes(scenario_file(story))
    found, problems = read(file.read_bytes(), file.name)
    assert problems == ()
    assert found is not None
    assert prove(found).plays == CHOICES**4
    by_yuqi, by_hand = yuqi(file), plain(story)
    assert [by_yuqi(number) for number in range(50)] == [by_hand(number) for number in range(50)]


def test_the_layered_scenario_has_its_beats_and_effects_of_all_kinds() -> None:
    """What bounds the proof of a very large scenario is a scenario without problems that uses all there is."""
    found, problems = read(layered_file(5, 20), "layered.yaml")
    assert problems == ()
    assert found is not None
    assert len(found.beats) == 100
    responses = [response for beat in found.beats.values() for response in beat.responses]
    for effect in ("deliver", "extra", "promises", "keeps", "breaks", "frames", "meters", "heat", "learn", "names"):
        assert any(getattr(response, effect) for response in responses), effect


def checked(engine: Engine, scenario: Path) -> None:
    """Nothing, if the engine's plays come to the same counters as Yuqi's."""
    by_yuqi, checksum, picks = yuqi(scenario), 0, 0
    for number in range(20):
        played = by_yuqi(number)
        checksum, picks = folded(checksum, played), picks + played[1]
    with engine:
        answer = engine.play(0, 20)
    assert (answer["checksum"], answer["picks"]) == (checksum, picks)


@pytest.mark.parametrize("engine", [peers.yuqi, peers.plain])
def test_engines_in_their_own_process_agree(engine: Callable[[Path], Engine], scenario: Path) -> None:
    """What is timed in a process of its own is the play that is checked here."""
    checked(engine(scenario), scenario)


@needs_inkjs
def test_inkjs_plays_the_same_graph(scenario: Path) -> None:
    """The ink source means the same story."""
    source = scenario.with_suffix(".ink")
    source.write_text(ink(deal()), encoding="utf-8")
    checked(peers.inkjs(source), scenario)


@needs_bink
def test_bink_plays_the_same_graph(scenario: Path) -> None:
    """What inkjs has compiled plays the same on bink."""
    source = scenario.with_suffix(".ink")
    source.write_text(ink(deal()), encoding="utf-8")
    with peers.inkjs(source):
        pass
    checked(peers.bink(source), scenario)


def test_a_peer_that_cannot_be_had_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine without Node the bench says what is missing."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(peers.NotHere, match="node"):
        peers.install_inkjs()


@pytest.mark.slow
def test_a_scenario_of_5000_beats_is_read() -> None:
    """As many beats as fit into 4 MiB are still a scenario."""
    raw = terse_file(5000)
    assert 3 << 20 < len(raw) < 4 << 20
    found, problems = read(raw, "long.yaml")
    assert problems == ()
    assert found is not None
    assert len(found.beats) == 5000
