"""`check` of a course: its scenarios are proved by what the course itself asks for to pass."""

import json
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.engine.passing import Passing
from game.scenario import read
from tests.proof.brute import brute

ROOT = Path(__file__).resolve().parents[2]
COLD_FLAT = ROOT / "tests" / "data" / "heating-cold-flat.yaml"


def course(folder: Path, asked: str = "", name: str = "course") -> str:
    """A course on disk with one scenario, and these lines of its own; the file to check."""
    (folder / "cold.yaml").write_bytes(COLD_FLAT.read_bytes())
    file = folder / f"{name}.yaml"
    head = f"format: 1\nid: {name}\ntitle: {{zh: 小班, en: Small class}}\n"
    file.write_text(f"{head}{asked}scenarios:\n  - {{file: cold.yaml}}\n", encoding="utf-8")
    return str(file)


def proofs(capsys: pytest.CaptureFixture[str], *paths: str) -> list[dict[str, Any]]:
    """The proofs that `check --json` gives."""
    cli.main(["check", "--json", *paths])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["proofs"]
    return found


def shown(capsys: pytest.CaptureFixture[str], language: str, *paths: str) -> list[str]:
    """The lines that `check` prints."""
    cli.main(["check", "--lang", language, *paths])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("asked", "passing"),
    [
        ("pass: {overall: 30, verdict: below}", Passing(overall=30, verdict="below")),
        ("pass: {empathy: 95, nvc: 90}", Passing(empathy=95, nvc=90)),
        ("pass: {overall: 0, verdict: below, satisfaction: 40}", Passing(0, "below", satisfaction=40)),
    ],
)
def test_a_course_decides_how_many_random_plays_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str, passing: Passing
) -> None:
    """A program reads the share of plays that pass in this course, and by which conditions."""
    scenario, _ = read(COLD_FLAT.read_bytes(), "cold.yaml")
    assert scenario is not None
    told = proofs(capsys, course(tmp_path, f"{asked}\n"))
    assert [proof["persona"] for proof in told] == [None, "calm", "furious"]
    for proof in told:
        share = float(brute(scenario, proof["persona"]).passing(passing))
        assert (proof["passing"], proof["pass"]) == (pytest.approx(share), passing.conditions)


def test_a_strict_course_passes_fewer_than_a_lenient_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same customers in two courses, checked together, are proved once for each."""
    lenient = course(tmp_path, "pass: {overall: 50, verdict: acceptable}\n", "lenient")
    strict = course(tmp_path, "pass: {overall: 80, verdict: exceeded, empathy: 90}\n", "strict")
    told = proofs(capsys, lenient, strict)
    assert [proof["pass"]["overall"] for proof in told] == [50] * 3 + [80] * 3
    assert all(many["passing"] > few["passing"] for many, few in zip(told[:3], told[3:], strict=True))
    assert all(many["overall"] == few["overall"] for many, few in zip(told[:3], told[3:], strict=True))


def test_weights_and_rules_of_a_course_count_in_what_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same mark is easier where a course counts empathy alone, and harder where a rule takes set points away."""
    asked = "pass: {verdict: below}\n"
    (tmp_path / "harsh.yaml").write_text(
        "format: 1\nid: harsh\nversion: 1\nextends: standard\nrules:\n  loop-left-open: {effect: {set: -90}}\n", "utf-8"
    )
    plain = proofs(capsys, course(tmp_path, asked))[0]["passing"]
    heard = "weights: {set: 0, meet: 0, exceed: 0, empathy: 100, nvc: 0}\n"
    assert proofs(capsys, course(tmp_path, asked + heard))[0]["passing"] > plain
    assert proofs(capsys, course(tmp_path, asked + "rulebook: harsh.yaml\n"))[0]["passing"] < plain


def test_without_a_course_the_mark_stands_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scenario that is checked by itself is told by 65; a course that says nothing also asks for the verdict."""
    file = course(tmp_path)
    alone, assigned = proofs(capsys, str(tmp_path / "cold.yaml")), proofs(capsys, file)
    assert {json.dumps(proof["pass"]) for proof in alone} == {'{"overall": 65}'}
    assert {json.dumps(proof["pass"]) for proof in assigned} == {'{"overall": 65, "verdict": "met"}'}
    assert alone[0]["passing"] > assigned[0]["passing"]


@pytest.mark.parametrize(
    ("language", "asked", "share", "alone"),
    [
        (
            "zh",
            "  课程的通过条件：总分至少 65、评定至少“符合预期”、同理心至少 50",
            "  乱选能通过的占 ",
            "  乱选能拿到 65 分的占 ",
        ),
        (
            "en",
            "  To pass, the course asks for: Overall at least 65, at least “expectations met”, Empathy at least 50",
            "  Random play passes in ",
            "  Random play reaches 65 in ",
        ),
    ],
)
def test_the_page_says_what_passing_means_in_the_course(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, asked: str, share: str, alone: str
) -> None:
    """A trainer reads the conditions in words, then how often random play has them; without a course it is the 65."""
    page = shown(capsys, language, course(tmp_path, "pass: {empathy: 50}\n"))
    at = page.index(asked)
    assert page[at + 1].startswith(share)
    page = shown(capsys, language, str(tmp_path / "cold.yaml"))
    assert asked not in page
    assert any(line.startswith(alone) for line in page)


@pytest.mark.parametrize(
    ("language", "strict", "free", "alone"),
    [
        (
            "zh",
            "能通过（总分至少 65、评定至少“符合预期”、同理心至少 90）",
            "100.0% 能通过（没有要求，谈完就通过）",
            "能到 65",
        ),
        (
            "en",
            " pass (Overall at least 65, at least “expectations met”, Empathy at least 90)",
            "100.0% pass (nothing, every play passes)",
            " reach 65",
        ),
    ],
)
def test_of_many_proofs_each_line_says_what_passing_means(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, strict: str, free: str, alone: str
) -> None:
    """Where every proof has one line, those of courses name their conditions, the others the mark."""
    conditions = ("{empathy: 90}", "{overall: 0, verdict: below}", "{overall: 1, verdict: below}")
    files = [course(tmp_path, f"pass: {asked}\n", f"c{at}") for at, asked in enumerate(conditions)]
    lines = shown(capsys, language, *files, str(tmp_path / "cold.yaml"))
    assert [sum(line.endswith(end) for line in lines) for end in (strict, free, alone)] == [3, 3, 3]


def test_smells_of_a_pass_go_by_the_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What anyone passes by guessing, what nobody passes, and who passes without thinking: as the course asks."""

    def codes(asked: str) -> set[str]:
        cli.main(["check", "--json", course(tmp_path, asked)])
        told = json.loads(capsys.readouterr().out)["problems"]
        return {problem["code"] for problem in told if problem["code"].startswith(("pass-", "strategy-"))}

    assert codes("pass: {overall: 0, verdict: below, set: 40}\n") >= {"pass-by-luck"}
    assert codes("pass: {empathy: 80}\n") >= {"strategy-first"}
    assert codes("pass: {satisfaction: 99}\n") == {"pass-out-of-reach"}
