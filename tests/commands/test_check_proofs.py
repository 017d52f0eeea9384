"""`check` proves what a scenario's scores can be, and says so to people and to programs."""

import json
import re
from pathlib import Path

import pytest

from game import cli
from game.commands import proofs
from game.commands.subjects import Subject, Terms
from game.i18n import words
from game.library import Entry, load

ROOT = Path(__file__).resolve().parents[2]
COLD_FLAT = ROOT / "tests" / "data" / "heating-cold-flat.yaml"
BEST = ["hear-her", "ask-room", "honest-time", "close-the-loop"]


def entry() -> Entry:
    found, _ = load(COLD_FLAT)
    assert found is not None
    return found


def test_json_has_one_proof_for_the_customer_as_written_and_one_for_each_persona(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A program reads the ranges, shares, ways and what is unreachable, base first."""
    assert cli.main(["check", str(COLD_FLAT), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {problem["level"] for problem in told["problems"]} <= {"warning"}
    assert [proof["persona"] for proof in told["proofs"]] == [None, "calm", "furious"]
    base = told["proofs"][0]
    assert (base["scenario"], base["exact"], base["plays"]) == ("heating-cold-flat", True, 12)
    assert (base["overall"]["min"], base["overall"]["max"], base["best"]) == (7, 95, BEST)
    assert base["worst"] == ["calm-down"]
    assert sum(base["verdicts"].values()) == pytest.approx(1)
    assert base["endings"] == pytest.approx({"settled": 0.125, "grudging": 0.25, "hung-up": 0.625})
    assert base["unreachable"] == {"beats": [], "responses": [], "endings": []}
    assert set(base) >= {"states", "set", "meet", "exceed", "empathy", "nvc"}


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh", ["家里不热（平和）", "一共 29 种谈法，全部算过", "7 到 95，乱选平均 24.9", "最好的谈法，95 分"]),
        ("en", ["The flat is cold (Calm)", "There are 29 different plays", "7 to 95, random play 24.9 on average"]),
    ],
)
def test_people_read_the_proof_as_a_page(language: str, wanted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An instructor sees how many plays there are, each score's range with random play in it, and the best way."""
    assert cli.main(["check", str(COLD_FLAT), "--lang", language]) == 0
    page = capsys.readouterr().out
    assert [words for words in wanted if words not in page] == []
    assert ", ".join(BEST) in page


def test_a_scenario_with_an_error_is_not_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is claimed of a file that cannot be played."""
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(COLD_FLAT.read_text(encoding="utf-8").replace("then: settled", "then: setled"), encoding="utf-8")
    assert cli.main(["check", str(wrong), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["proofs"] == []


def test_what_no_play_comes_to_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An ending that nothing leads to and a response that is never on offer are told."""
    text = COLD_FLAT.read_text(encoding="utf-8").replace("promised: [call-1730]", "heat: {min: 10}")
    path = tmp_path / "gap.yaml"
    path.write_text(
        text.replace("then: settled", "then: grudging").replace("to: settled", "to: grudging"), encoding="utf-8"
    )
    assert cli.main(["check", str(path), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "No play comes to: evening/close-the-loop, settled" in said
    assert re.search(r"gap\.yaml:182:3: warning ending-never ", said)


def smells(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, list[int]]]:
    """The exit code of `check --json`, and for every code the lines on which it is told."""
    code = cli.main(["check", "--json", *arguments])
    found: dict[str, list[int]] = {}
    for problem in json.loads(capsys.readouterr().out)["problems"]:
        found.setdefault(problem["code"], []).append(problem["line"])
    return code, found


def test_smells_are_told_like_problems_and_fail_a_strict_check(capsys: pytest.CaptureFixture[str]) -> None:
    """A scenario that can be won by picking the first response is told so, by file and line; --strict then fails."""
    assert cli.main(["check", str(COLD_FLAT), "--lang", "en"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{COLD_FLAT}:12:1: warning strategy-first ") for line in said)
    assert smells(capsys, str(COLD_FLAT), "--strict")[0] == 1


def test_a_smell_can_be_switched_off_with_a_reason_which_is_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report says the reason instead; a smell that is not there and one that nobody knows are told."""
    path = tmp_path / "allowed.yaml"
    allow = "\nallow:\n  strategy-first: 三个节点，只讲先后\n  endless: 绕不开\n  strategy-frist: x\n"
    path.write_text(COLD_FLAT.read_text(encoding="utf-8") + allow, encoding="utf-8")
    last = len(path.read_text(encoding="utf-8").splitlines())
    _, found = smells(capsys, str(path))
    assert "strategy-first" not in found
    assert found["smell-allowed"] == [last - 2]
    assert (found["smell-gone"], found["unknown-smell"]) == ([last - 1], [last])
    cli.main(["check", str(path), "--lang", "zh"])
    assert "三个节点，只讲先后" in capsys.readouterr().out


COURSE = """\
format: 1
id: small-class
title: 小班
rulebook: gentle.yaml
pass: {overall: 96}
weights: {set: 20, meet: 30, exceed: 10, empathy: 20, nvc: 20}
roster: roster.csv
scenarios:
  - {file: cold.yaml, persona: calm}
"""


def course(folder: Path, text: str = COURSE) -> str:
    """A course on disk with all that it names, and the file to check."""
    cold = COLD_FLAT.read_text(encoding="utf-8")
    (folder / "cold.yaml").write_text(cold, encoding="utf-8")
    (folder / "gentle.yaml").write_text("format: 1\nid: gentle\nversion: 1\nextends: standard\nrules: {}\n", "utf-8")
    (folder / "roster.csv").write_text("id,name\n1,甲\n", encoding="utf-8")
    (folder / "course.yaml").write_text(text, encoding="utf-8")
    return str(folder / "course.yaml")


def test_a_course_is_checked_with_what_it_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its scenario is proved once, and what is graded by it wants its notes."""
    text = COURSE.replace("cold.yaml", "bare.yaml")
    bare = re.sub(r"( +)note:\n(?:\1  .*\n)+", "", COLD_FLAT.read_text(encoding="utf-8"))
    file = course(tmp_path, text)
    (tmp_path / "bare.yaml").write_text(bare, encoding="utf-8")
    assert cli.main(["check", "--json", file]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [proof["persona"] for proof in told["proofs"]] == ["calm"]
    assert "no-note" in {problem["code"] for problem in told["problems"]}
    assert "no-note" not in smells(capsys, str(tmp_path / "bare.yaml"))[1]


def test_only_the_personas_that_a_course_assigns_are_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No time goes into customers whom nobody meets there, and they are not told; where the trainee chooses, all are.
    What holds of all plays together, as that a response is never on offer, needs all of them, and so does saying that
    there is nothing to allow."""

    def proved(scenarios: str) -> list[str | None]:
        file = course(tmp_path, COURSE.partition("scenarios:")[0] + f"scenarios: [{scenarios}]\n")
        (tmp_path / "cold.yaml").write_text(text, encoding="utf-8")
        cli.main(["check", "--json", file])
        told = json.loads(capsys.readouterr().out)
        found.update({problem["code"] for problem in told["problems"]})
        return [proof["persona"] for proof in told["proofs"]]

    found: set[str] = set()
    text = COLD_FLAT.read_text(encoding="utf-8").replace("promised: [call-1730]", "persona: [furious], heat: {min: 10}")
    text += "\nallow:\n  endless: 绕不开\n"
    calm, base, free = "{file: cold.yaml, persona: calm}", "{file: cold.yaml, persona: base}", "{file: cold.yaml}"
    assert proved(calm) == ["calm"]
    assert proved(f"{calm}, {base}") == [None, "calm"]
    assert found & {"response-never", "smell-gone"} == set()
    assert proved(f"{calm}, {free}") == [None, "calm", "furious"]
    assert found >= {"response-never", "smell-gone"}


def test_a_check_says_which_files_were_proved_with_some_personas_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An instructor reads below the sum that not everything about a file was looked at, unless it was beside it."""
    file = course(tmp_path)
    cli.main(["check", "--lang", "en", file])
    assert "Proved only with the personas that the course assigns" in capsys.readouterr().out.splitlines()[-1]
    cli.main(["check", "--lang", "en", file, str(tmp_path / "cold.yaml")])
    assert "Proved only with" not in capsys.readouterr().out


def test_a_course_asks_for_its_own_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mark out of reach of the persona that the course names is told; what others cannot reach is not its concern."""
    reached = course(tmp_path)
    assert "pass-out-of-reach" not in smells(capsys, reached)[1]
    missed = course(tmp_path, COURSE.replace("overall: 96", "overall: 97"))
    assert "pass-out-of-reach" in smells(capsys, missed)[1]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("cold.yaml", "gone.yaml", "course-file", 9),
        ("roster.csv", "gone.csv", "course-file", 7),
        ("gentle.yaml", "gone.yaml", "course-file", 4),
        ("persona: calm", "persona: clam", "course-persona", 9),
        ("file: cold.yaml", "file: gentle.yaml", "course-not-a-scenario", 9),
        ("rulebook: gentle.yaml", "rulebook: cold.yaml", "course-not-a-rulebook", 4),
        ("set: 20", "set: 21", "course-weights", 6),
    ],
)
def test_what_a_course_names_wrongly_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str, line: int
) -> None:
    """A file that is not there, a persona that nobody has, a rulebook that is none: each at its line of the course."""
    status, found = smells(capsys, course(tmp_path, COURSE.replace(old, new)))
    assert (status, found[code]) == (1, [line])


def test_a_broken_test_plan_fails_the_check_of_its_scenario(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Checking a scenario runs the plan beside it; what no longer comes true is told at its line of the plan."""
    (tmp_path / "cold.yaml").write_text(COLD_FLAT.read_text(encoding="utf-8"), encoding="utf-8")
    plan = tmp_path / "cold.plays.yaml"
    plan.write_text("format: 1\nplays:\n  best:\n    picks: [hear-her]\n    expect: {heat: 3}\n", encoding="utf-8")
    assert smells(capsys, str(tmp_path / "cold.yaml"))[0] == 0
    plan.write_text(plan.read_text(encoding="utf-8").replace("heat: 3", "heat: 9"), encoding="utf-8")
    status, found = smells(capsys, str(tmp_path / "cold.yaml"))
    assert (status, found["plan-heat"]) == (1, [5])
    assert smells(capsys, str(plan)) == (1, {"plan-heat": [5]})


def test_all_that_is_found_goes_to_editors_as_one_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--sarif` prints the same problems and smells, with their codes, levels and lines, and nothing else."""
    _, found = smells(capsys, str(COLD_FLAT))
    assert cli.main(["check", "--sarif", str(COLD_FLAT)]) == 0
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert sorted(result["ruleId"] for result in results) == sorted(
        code for code, lines in found.items() for _ in lines
    )
    assert {result["level"] for result in results} == {"warning"}


@pytest.mark.slow
def test_proofs_on_all_cores_are_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files at once come out in order, with the same numbers."""
    both = [Subject(entry(), Terms())] * 2
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = proofs.prove_all(both, words("en"))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert proofs.prove_all(both, words("en")) == alone
    assert [seen.proof.persona for one in alone for seen in one.evidence] == [None, "calm", "furious"] * 2
