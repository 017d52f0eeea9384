"""SARIF: what `check` finds, for editors and build servers, in the form that they have agreed on."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from game.proof import plans
from game.proof.smelling import SMELLS
from game.report.sarif import catalogue, sarif
from game.scenario import Problem, read
from game.scenario.diagnostics import DIAGNOSTICS
from game.scenario.plan_faults import PLAN
from tests.scenario.cases import EXAMPLE, ROOT, changed, loaded

SCHEMA = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
BROKEN = changed(("domain: heating", "domain: heeting"), ("heat: 8", "heat: 11"), ("portrait: aunt", "portrait: ant"))


def problems(text: str = BROKEN, file: str = "客户 一/冷#1.yaml") -> tuple[Problem, ...]:
    """What is wrong with a text."""
    return read(text.encode(), file)[1]


def log(told: tuple[Problem, ...], language: str = "zh", root: Path | None = None) -> dict[str, Any]:
    """The one run of the log of these problems, which is first held against the official schema."""
    whole = json.loads(json.dumps(sarif(told, catalogue(), "0.1.0", language, root)))
    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []
    (run,) = whole["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_log_is_valid_sarif_and_names_code_level_and_place(language: str) -> None:
    """An editor can put each problem on its line, in the reader's language, with its rule beside it."""
    told = problems()
    run = log(told, language)
    assert len(run["results"]) == len(told) == 3
    for result, problem in zip(run["results"], told, strict=True):
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        place = result["locations"][0]["physicalLocation"]
        assert rule["id"] == result["ruleId"] == problem.code
        assert result["level"] == rule["defaultConfiguration"]["level"] == problem.level
        assert place["region"] == {"startLine": problem.line, "startColumn": problem.column}
        assert result["message"]["text"].startswith(problem.message(language))
        assert problem.hint(language).strip() in result["message"]["text"]
    assert {result["level"] for result in run["results"]} == {"error", "warning"}
    assert run["language"] == {"zh": "zh-CN", "en": "en-US"}[language]


def test_columns_count_letters_as_an_editor_shows_them() -> None:
    """A problem behind a letter of the far planes is put where one sees it, and the log says how columns count."""
    text = changed(("name: {zh: 王阿姨, en: Mrs Wang}", "name: {zh: 𠮷阿姨, en: Mrs Wang, de: Frau Wang}"))
    run = log(problems(text))
    line = text.splitlines()[run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] - 1]
    assert line.index("de:") + 1 == run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"]
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("scenarios/hotel/a.yaml", "scenarios/hotel/a.yaml"),
        ("./scenarios/../a b.yaml", "a%20b.yaml"),
        ("客户 一/冷#1.yaml", "%E5%AE%A2%E6%88%B7%20%E4%B8%80/%E5%86%B7%231.yaml"),
        ("100%?.yaml", "100%25%3F.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
    ],
)
def test_a_file_below_the_folder_is_told_relative_to_it(tmp_path: Path, file: str, uri: str) -> None:
    """A build server that has the files elsewhere finds them all the same, whatever they are called."""
    for given in (file, str(tmp_path / file)):
        (result,) = log((Problem(given, 1, 1, "missing-brief", {}),), root=tmp_path)["results"]
        address = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert address == {"uri": uri, "uriBaseId": "%SRCROOT%"}
        assert re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII)


def test_a_file_elsewhere_is_told_by_its_whole_address(tmp_path: Path) -> None:
    """A file outside the folder is still found on this machine."""
    (result,) = log((Problem("../别处/a.yaml", 1, 1, "missing-brief", {}),), root=tmp_path / "here")["results"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert set(address) == {"uri"}
    assert unquote(address["uri"]) == f"file://{(tmp_path / '别处' / 'a.yaml').as_posix()}"


def prints(told: tuple[Problem, ...]) -> list[str]:
    """The fingerprints of problems."""
    return [result["partialFingerprints"]["problem/v1"] for result in log(told)["results"]]


def test_a_problem_is_known_again_when_lines_are_added_above_it() -> None:
    """A server that has seen a problem does not report it anew because it has moved; two that are alike stay two."""
    before = prints(problems())
    assert prints(problems("# one\n# two\n" + BROKEN)) == before
    assert len(set(before)) == 3
    assert prints(problems(file="other.yaml")) != before
    again = changed(("in-30: {about: service", "call-1730: {about: service"))  # told with the line of the first
    assert prints(problems("# one\n" + again)) == prints(problems(again))
    twice = problems(changed(("tags: [minimising, comparison]", "tags: [minimisin, minimisin]")))
    assert [one.code for one in twice[:2]] == ["unknown-tag", "unknown-tag"]
    assert len(set(prints(twice))) == len(twice)
    assert prints(problems(changed(("heat: 8", "heat: 11")))) != prints(problems(changed(("heat: 8", "hea: 11"))))


def test_all_rules_are_described_in_both_languages() -> None:
    """Each code of scenarios, plans and smells has a short text, an explanation and a remedy, in either language."""
    run = log(())
    (other,) = run["translations"]
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert ids == [rule["id"] for rule in other["rules"]] == sorted(ids)
    assert {*DIAGNOSTICS, *PLAN, *SMELLS} <= set(ids)
    assert (run["tool"]["driver"]["language"], other["language"]) == ("zh-CN", "en-US")
    assert other["associatedComponent"]["name"] == run["tool"]["driver"]["name"]
    for zh, en in zip(rules, other["rules"], strict=True):
        for part in ("shortDescription", "fullDescription", "help"):
            assert re.search(r"[\u4e00-\u9fff]", zh[part]["text"]), zh
            assert re.search(r"[A-Za-z]{3}", en[part]["text"]), en
            assert zh[part]["text"] != en[part]["text"]
            assert not re.search(r"\{\w+\}", zh[part]["text"] + en[part]["text"]), zh
    assert run["results"] == []


def test_rules_name_the_page_that_shows_an_example() -> None:
    """Whoever reads a rule can look up an example that fails and one that is mended."""
    rules = {rule["id"]: rule["help"]["text"] for rule in log((), "en")["tool"]["driver"]["rules"]}
    for codes, page in (
        (DIAGNOSTICS, "docs/en/diagnostics.md"),
        (PLAN, "docs/en/plans.md"),
        (SMELLS, "docs/en/smells.md"),
    ):
        assert all(rules[code].endswith(f" {page}") for code in codes)
    text = (ROOT / "docs" / "en" / "plans.md").read_text(encoding="utf-8")
    assert all(f"### {code}\n" in text for code in PLAN)


def test_codes_found_elsewhere_are_told_too() -> None:
    """A problem whose code stands in no catalogue brings its own rule with it."""
    plan = b"format: 1\nplays: {one: {picks: [calm-down], expect: {lost: false}}}"
    told = plans.check_file(plan, "a.plays.yaml", loaded(EXAMPLE))
    whole = sarif(told, {}, "0.1.0", "en")
    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []
    assert [rule["id"] for rule in whole["runs"][0]["tool"]["driver"]["rules"]] == ["plan-lost"]


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("promise-never-closed", "“兑现: […]”", "`keeps: […]`"),
        ("course-debrief", "把“复盘”改成“次数用完以后”", "let `debrief` be after_last"),
        ("plan-picks", "“选择”", "`picks`"),
        ("meter-bounds", "下限 ≤ 起始 ≤ 上限", "min ≤ start ≤ max"),
    ],
)
def test_rules_name_keys_in_the_language_of_the_description(code: str, zh: str, en: str) -> None:
    """A build server shows the rules without any file at hand: keys have the names of the language they are told in."""
    for language, words in (("zh", zh), ("en", en)):
        rules = log((), language)["tool"]["driver"]["rules"]
        assert words in next(rule for rule in rules if rule["id"] == code)["help"]["text"]
