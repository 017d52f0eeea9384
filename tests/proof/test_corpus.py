"""The smells, measured: what they find of seeded faults, and that they find nothing where nothing is wrong."""

from collections import Counter

import pytest

from game.proof import prove
from game.proof.smelling import SMELLS
from game.scenario import read
from tests.proof.corpus.faults import FAULTS, GOOD
from tests.proof.corpus.measure import STRUCTURAL, Measure, lines, measure, table, written

SEEDED = sorted(SMELLS.keys() | STRUCTURAL | {sign.code for fault in FAULTS for sign in fault.signs})
"""All smells there are or should be."""


@pytest.fixture(scope="module")
def measured() -> Measure:
    """All faults seeded and smelled at, once."""
    return measure()


@pytest.mark.parametrize("file", sorted(GOOD.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_good_scenario_is_good_in_numbers(file: object) -> None:
    """The scenarios that faults are made from can be played well by skill, with every customer, and not by luck."""
    path = GOOD / str(file)
    scenario, problems = read(path.read_bytes(), path.name)
    assert scenario is not None
    assert not problems
    for persona in scenario.personas:
        proof = prove(scenario, persona.id)
        assert proof.best_overall >= (85 if persona.id is None else 80), persona.id
        assert 25 <= proof.scores["overall"].mean <= 55, persona.id
        assert proof.passing.mean <= 0.10, persona.id


@pytest.mark.slow
def test_nothing_smells_in_a_good_scenario(measured: Measure) -> None:
    """An author who has made none of these mistakes is told nothing."""
    assert not [one.words for told in measured.good.values() for one in told]


def test_every_smell_has_been_seeded_often_enough() -> None:
    """No smell stands unmeasured: each has five faults at least, in more than one scenario."""
    seeded = Counter(sign.code for fault in FAULTS for sign in fault.signs)
    where = {code: {one.scenario for one in FAULTS if code in {s.code for s in one.signs}} for code in seeded}
    assert not {code: seeded[code] for code in SEEDED if seeded[code] < 5}
    assert not [code for code in SEEDED if len(where[code]) < 3]


@pytest.mark.slow
def test_most_faults_are_found(measured: Measure) -> None:
    """Of all seeded faults at least 95 in 100 are told, at the place where they were made."""
    assert measured.recall >= 0.95, "\n".join(table(measured))


@pytest.mark.slow
def test_what_is_told_is_so(measured: Measure) -> None:
    """Of all that is told at least 90 in 100 had been seeded."""
    assert measured.precision >= 0.9, "\n".join(table(measured))


@pytest.mark.slow
def test_no_smell_hides_behind_the_others(measured: Measure) -> None:
    """Each smell by itself finds at least four in five of its faults."""
    counts = measured.counts()
    assert not {code: counts[code] for code in SEEDED if counts[code][1] < 0.8 * counts[code][0]}


def test_a_fault_told_elsewhere_is_not_found() -> None:
    """The measure looks at the place: lines of one response are not those of its neighbour."""
    data = {"beats": {"one": {"responses": {"a": {"say": "A"}, "b": {"say": "B"}}}}}
    source = b'{\n "beats": {\n  "one": {\n   "responses": {\n    "a": {\n     "say": "A"\n    },\n'
    source += b'    "b": {\n     "say": "B"\n    }\n   }\n  }\n }\n}'
    assert written(data) == source
    first = lines(data, source, ("beats", "one", "responses", "a"))
    assert not set(first) & set(lines(data, source, ("beats", "one", "responses", "b")))
