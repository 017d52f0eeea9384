"""`check` proves what a scenario's scores can be, and says so to people and to programs."""

import json
from pathlib import Path

import pytest

from game import cli
from game.commands import proofs
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
    assert told["problems"] == []
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
    assert "No play comes to: evening/close-the-loop, settled" in capsys.readouterr().out


@pytest.mark.slow
def test_proofs_on_all_cores_are_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files at once come out in order, with the same numbers."""
    both = [entry(), entry()]
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = [proof for _, proof in proofs.prove_all(both)]
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert [proof for _, proof in proofs.prove_all(both)] == alone
    assert [proof.persona for proof in alone] == [None, "calm", "furious"] * 2
