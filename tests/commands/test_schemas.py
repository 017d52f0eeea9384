"""What lies beside scenarios for editors: every scenario names its schema, and `new` brings it along."""

import json
from pathlib import Path

import jsonschema
import pytest

from game import library
from game.cli import main
from game.commands import schemas
from game.scenario import plan_schema, schema
from game.scenario.events import scan
from tests.scenario.cases import ROOT

NAMED = "# yaml-language-server: $schema="
SHIPPED = [
    *library.files([str(ROOT / "scenarios")]),
    *library.plans([str(ROOT / "scenarios")]),
    *sorted((ROOT / "docs" / "examples").glob("heating*.yaml")),
]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_first_line_of_what_is_shipped_names_its_schema(path: Path) -> None:
    """Whoever opens a customer or a plan in an editor has completion and underlining at once."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    wanted = plan_schema.FILE if library.is_plan(path) else schema.FILE
    assert first.startswith(NAMED)
    assert (path.parent / first.removeprefix(NAMED)).resolve() == ROOT / wanted


def test_the_schema_of_plans_beside_the_scenarios_is_the_one_of_the_model() -> None:
    """`python -m docs.build` writes it anew after a change of the model; until then this fails."""
    assert (ROOT / plan_schema.FILE).read_text(encoding="utf-8") == plan_schema.printed()
    jsonschema.Draft202012Validator.check_schema(plan_schema.schema())


@pytest.mark.parametrize(
    "plan",
    [
        "format: 1\nplays: {}",
        "format: 1\nplays: {a: {expect: {heat: 3}}}",
        "format: 1\nplays: {a: {picks: [b], turns: [{pick: b}]}}",
        "format: 1\nplays: {a: {选择: [b], turns: [{pick: b}]}}",
        "format: 1\nplays: {a: {picks: [b], expect: {heat: 11}}}",
        "format: 1\nplays: {a: {picks: [b], expect: {verdict: good}}}",
        "format: 1\nplays: {a: {picks: [b], expect: {line: ''}}}",
        "format: 1\nplays: {a: {picks: [b], expect: {heet: 3}}}",
        "format: 1\nplays: {a: {turns: [{heat: 3}]}}",
        "plays: {a: {picks: [b]}}",
    ],
)
def test_what_a_plan_must_not_hold_is_underlined(plan: str) -> None:
    """The editor refuses what the reading refuses, as far as it is a matter of form."""
    assert list(jsonschema.Draft202012Validator(plan_schema.schema()).iter_errors(scan(plan.encode(), "").root))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_scenario_finds_its_schema_beside_it(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside the game's own folder too: `new` writes the schemas, and the starter is right by them."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "hotel/late-arrival", "--lang", language]) == 0
    path = tmp_path / "hotel" / "late-arrival.yaml"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    beside = json.loads((path.parent / first.removeprefix(NAMED)).read_text(encoding="utf-8"))
    assert beside == schema.schema()
    root = scan(path.read_bytes(), "").root
    assert [error.message for error in jsonschema.Draft202012Validator(beside).iter_errors(root)] == []
    assert (tmp_path / "plays.schema.json").read_text(encoding="utf-8") == plan_schema.printed()


def test_an_older_schema_of_ours_is_renewed_and_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """After an upgrade the next `new` brings the schema up to date; nobody else's file is touched."""
    ours, other = tmp_path / "scenario.schema.json", tmp_path / "plays.schema.json"
    ours.write_text(json.dumps({"title": schema.TITLE}), encoding="utf-8")
    for text in (json.dumps({"title": "Somebody's plays"}), "no JSON", "[1]", ""):
        other.write_text(text, encoding="utf-8")
        schemas.lay(tmp_path)
        assert ours.read_text(encoding="utf-8") == schema.printed()
        assert other.read_text(encoding="utf-8") == text


def test_a_disk_that_takes_no_schema_does_not_stop_the_author(tmp_path: Path) -> None:
    """Where the schema cannot be written nothing is lost but the editor's help."""
    (tmp_path / "scenario.schema.json").mkdir()
    schemas.lay(tmp_path)
    assert (tmp_path / "plays.schema.json").exists()
