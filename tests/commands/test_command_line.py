"""The command line as instructors, trainees and other programs use it: words, exit codes, and JSON and nothing else."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.engine import begin, choose, close, score
from game.scenario import read
from tests.typed import yuqi

ROOT = Path(__file__).resolve().parents[2]
COLD_FLAT = ROOT / "tests" / "data" / "heating-cold-flat.yaml"
PLAYS: list[dict[str, Any]] = json.loads((ROOT / "tests/data/heating-cold-flat.plays.json").read_text(encoding="utf-8"))
BEST = "hear-her,ask-room,honest-time,close-the-loop"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("YUQI_HOME", str(home))
    return home


def process(*words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """A real process that was typed `said`."""
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return subprocess.run(command, input=said, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "play", PLAYS, ids=[f"{play['persona'] or 'base'}-{play['picks'][0]}-{i}" for i, play in enumerate(PLAYS)]
)
def test_score_gives_every_number_of_the_worked_example(
    play: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever computes a play by hand finds the same numbers in `score --json`."""
    persona = ["--persona", play["persona"]] if play["persona"] else []
    code, out, _ = yuqi(capsys, "score", str(COLD_FLAT), "--picks", ",".join(play["picks"]), *persona, "--json")
    got = json.loads(out)
    assert code == 0
    assert got["persona"] == play["persona"]
    assert got["ending"] == play["ending"]
    assert got["score"] == play["score"]
    assert len(got["turns"]) == len(play["turns"])
    for told, wanted in zip(got["turns"], play["turns"], strict=True):
        assert {key: told[key] for key in wanted} == wanted
        assert set(told) - set(wanted) <= {"facts"}


def test_base_is_the_customer_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    """`--persona base` scores as no persona does."""
    plain = yuqi(capsys, "score", str(COLD_FLAT), "--picks", BEST, "--json")
    assert yuqi(capsys, "score", str(COLD_FLAT), "--picks", BEST, "--persona", "base", "--json") == plain


def test_facts_are_told_from_the_turn_in_which_they_come_to_light(capsys: pytest.CaptureFixture[str]) -> None:
    """The newborn is known from the second turn on."""
    _, out, _ = yuqi(capsys, "score", str(COLD_FLAT), "--picks", BEST, "--json")
    assert [turn["facts"] for turn in json.loads(out)["turns"]] == [[], ["newborn"], ["newborn"], ["newborn"]]


def test_a_pick_that_is_not_on_offer_names_the_turn_and_what_was(capsys: pytest.CaptureFixture[str]) -> None:
    """The second pick is wrong: exit 1, and the document says what could have been picked, silence last."""
    code, out, err = yuqi(capsys, "score", str(COLD_FLAT), "--picks", "fix-first,nope", "--json")
    assert (code, err) == (1, "")
    assert json.loads(out) == {"error": {"turn": 2, "pick": "nope", "offered": ["ask-room", "policy"]}}
    _, out, _ = yuqi(capsys, "score", str(COLD_FLAT), "--picks", "policy", "--json")
    assert json.loads(out)["error"]["offered"] == ["hear-her", "fix-first", "calm-down", "silence"]


def test_a_pick_after_the_end_finds_nothing_on_offer(capsys: pytest.CaptureFixture[str]) -> None:
    """Picks that go on after the ending are refused like any other."""
    code, out, _ = yuqi(capsys, "score", str(COLD_FLAT), "--picks", f"{BEST},done", "--json")
    assert (code, json.loads(out)) == (1, {"error": {"turn": 5, "pick": "done", "offered": []}})


@pytest.mark.parametrize("picks", ["", "hear-her", "hear-her,ask-room"])
def test_an_attempt_whose_time_ran_out_can_be_checked_by_hand(capsys: pytest.CaptureFixture[str], picks: str) -> None:
    """`--expired` closes the talk after the picks, as a time limit does, and the customer is lost."""
    scenario, _ = read(COLD_FLAT.read_bytes(), COLD_FLAT.name)
    assert scenario is not None
    play = begin(scenario)
    for pick in filter(None, picks.split(",")):
        choose(play, pick)
    close(play)
    code, out, _ = yuqi(capsys, "score", str(COLD_FLAT), "--picks", picks, "--expired", "--json")
    told, wanted = json.loads(out), score(play)
    assert (code, told["ending"]) == (0, "dead-end")
    assert {name: getattr(wanted, name) for name in ("set", "meet", "exceed", "empathy", "nvc", "overall")}.items() <= (
        told["score"].items()
    )


@pytest.mark.parametrize(("language", "said"), [("zh", "时间到了"), ("en", "Time has run out")])
def test_that_time_ran_out_is_said_only_of_a_talk_that_it_stopped(
    capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    """A talk that had come to its end in time stays as it is."""
    words = ("score", str(COLD_FLAT), "--lang", language, "--picks")
    assert said in yuqi(capsys, *words, "hear-her", "--expired")[1]
    assert yuqi(capsys, *words, BEST, "--expired") == yuqi(capsys, *words, BEST)


def test_a_list_that_stops_early_has_no_score(capsys: pytest.CaptureFixture[str]) -> None:
    """A play that has not ended has neither ending nor score."""
    code, out, _ = yuqi(capsys, "score", str(COLD_FLAT), "--picks", "hear-her", "--json")
    told = json.loads(out)
    assert (code, told["ending"], told["score"], len(told["turns"])) == (0, None, None, 1)


def test_our_own_ids_have_chinese_names(capsys: pytest.CaptureFixture[str]) -> None:
    """原样 and 沉默 are typed and read in Chinese; for programs and for who copies picks the ids are as ever."""
    words = ("score", str(COLD_FLAT), "--persona", "原样", "--picks")
    code, out, _ = yuqi(capsys, *words, "沉默", "--lang", "zh")
    assert (code, "complaint / 沉默：" in out, "非暴力沟通" in out, "NVC" in out) == (0, True, True, False)
    assert json.loads(yuqi(capsys, *words, "沉默", "--json")[1])["turns"][0]["response"] == "silence"
    assert "可以选：原样、calm、furious。" in yuqi(capsys, *words[:3], "x", "--picks", "x", "--lang", "zh")[2]
    assert "、沉默。" in yuqi(capsys, *words, "x", "--lang", "zh")[2]
    assert "第 2 轮的“x”用不上了：这一局已经结束。" in yuqi(capsys, *words, "沉默,x", "--lang", "zh")[2]


def test_a_course_may_name_the_customer_as_written_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """性格: 原样 in a course is the customer as written; who misspells a persona reads 原样 among those there are."""
    (tmp_path / "cold.yaml").write_bytes(COLD_FLAT.read_bytes())
    text = "format: 1\nid: autumn\ntitle: Autumn\nscenarios:\n"
    course = tmp_path / "course.yaml"
    course.write_text(f"{text}- {{file: cold.yaml, persona: 原样}}\n- {{file: cold.yaml, persona: clam}}\n", "utf-8")
    told = yuqi(capsys, "check", str(course), "--lang", "zh")[1].splitlines()
    wrong = [line for line in told if "course-persona" in line]
    assert [(line.split(":")[-3], "可以写：原样、calm、furious。" in line) for line in wrong] == [("6", True)]


@pytest.mark.parametrize(("language", "wanted"), [("zh", "没有“angry”这种性格"), ("en", "There is no persona “angry”")])
def test_an_unknown_persona_is_a_wrong_use(language: str, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, and the personas that there are, in the reader's language."""
    code, out, err = yuqi(capsys, "score", str(COLD_FLAT), "--picks", "done", "--persona", "angry", "--lang", language)
    assert (code, out) == (2, "")
    assert wanted in err
    assert "furious" in err


@pytest.mark.parametrize(("language", "wanted"), [("zh", "late-parcle"), ("en", "Did you mean “late-parcel”?")])
def test_a_misspelt_scenario_gets_the_nearest_one(
    language: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 and a name to try."""
    code, _, err = yuqi(capsys, "score", "late-parcle", "--picks", "x", "--lang", language)
    assert code == 2
    assert wanted in err


def test_a_scenario_with_errors_is_not_scored_and_all_its_problems_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two mistakes in one file come out together, as JSON where JSON was asked for."""
    wrong = COLD_FLAT.read_text(encoding="utf-8").replace("domain: heating", "domain: heatng")
    path = tmp_path / "wrong.yaml"
    path.write_text(wrong.replace("then: settled", "then: setled"), encoding="utf-8")
    code, out, err = yuqi(capsys, "score", str(path), "--picks", "hear-her", "--json")
    assert (code, err) == (1, "")
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["unknown-word", "unknown-target"]
    code, out, _ = yuqi(capsys, "check", str(path), "--json")
    first = json.loads(out)["problems"][0]
    assert code == 1
    assert set(first) == {"file", "line", "column", "level", "code", "message", "hint"}
    assert (first["line"], first["level"], "heating" in first["hint"]) == (5, "error", True)


def test_check_takes_folders_and_strict_fails_on_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning alone passes, and does not with --strict."""
    text = COLD_FLAT.read_text(encoding="utf-8").replace("portrait: aunt", "portrait: dragon")
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "one.yaml").write_text(text, encoding="utf-8")
    assert yuqi(capsys, "check", str(tmp_path / "shelf"))[0] == 0
    code, out, _ = yuqi(capsys, "check", "--strict", "--lang", "en", str(tmp_path / "shelf"))
    assert code == 1
    assert "one.yaml:14:13: warning unknown-portrait" in out


def test_check_of_nothing_is_a_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not there and a folder without YAML are named, exit 2."""
    assert yuqi(capsys, "check", str(tmp_path / "gone.yaml"))[0] == 2
    assert yuqi(capsys, "check", str(tmp_path))[0] == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_new_writes_a_customer_that_passes_check_and_overwrites_nothing(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An instructor starts from a file that is right as it stands; a second time leaves it alone."""
    monkeypatch.chdir(tmp_path)
    assert yuqi(capsys, "new", "hotel/late-arrival", "--lang", language)[0] == 0
    written = (tmp_path / "hotel" / "late-arrival.yaml").read_bytes()
    for line in {"zh": ("编号: late-arrival", "行业: 酒店"), "en": ("id: late-arrival", "domain: hotel")}[language]:
        assert f"\n{line}\n" in written.decode()
    assert yuqi(capsys, "check", "--strict", "hotel/late-arrival.yaml")[0] == 0
    assert yuqi(capsys, "new", "hotel/late-arrival", "--lang", language)[0] == 1
    assert (tmp_path / "hotel" / "late-arrival.yaml").read_bytes() == written


@pytest.mark.parametrize("name", ["hotl/x", "hotel/", "hotel", "hotel/back", "hotel/a b", "hotel/../x"])
def test_new_refuses_names_that_are_none(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, and no file."""
    monkeypatch.chdir(tmp_path)
    assert yuqi(capsys, "new", name)[0] == 2
    assert list(tmp_path.rglob("*.yaml")) == []


def test_an_overlay_changes_what_a_play_is_worth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With close-the-loop switched off the same picks get fewer set points."""
    overlay = tmp_path / "gentle.yaml"
    overlay.write_text(
        "format: 1\nid: gentle\nversion: 1\nextends: standard\nrules:\n  close-the-loop: {off: true}\n",
        encoding="utf-8",
    )
    words = ("score", str(COLD_FLAT), "--picks", BEST, "--json")
    plain = json.loads(yuqi(capsys, *words)[1])["turns"][-1]
    gentle = json.loads(yuqi(capsys, *words, "--rulebook", str(overlay))[1])["turns"][-1]
    assert (plain["set_points"], gentle["set_points"]) == (55, 45)
    assert "close-the-loop" not in gentle["rules"]


@pytest.mark.parametrize("asked", [[], ["play"], ["course", "run"], ["course", "report"]])
def test_help_comes_at_once_because_nothing_heavy_is_loaded(asked: list[str]) -> None:
    """--help, of the game and of any command, loads no library but the standard one."""
    code = (
        "import sys; from game import cli; from main import BROUGHT\n"
        f"try: cli.main({[*asked, '--help']})\n"
        "except SystemExit: pass\n"
        "heavy = set(BROUGHT) & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_chinese_help_speaks_chinese_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    """No English heading of the parser's own is left, and neither is an English complaint."""
    _, out, _ = yuqi(capsys, "--lang", "zh", "play", "--help")
    assert out.startswith("用法")
    assert "options" not in out
    code, _, err = yuqi(capsys, "--lang", "zh", "score", "x")
    assert code == 2
    assert "还缺 --picks" in err


def test_a_piped_play_ends_with_the_score_of_the_same_picks(own_home: Path) -> None:
    """On a fresh machine, picks that are piped in give the score that `score --picks` gives; `replay` agrees."""
    played = process(
        "play",
        str(COLD_FLAT),
        "--plain",
        "--lang",
        "en",
        "--mode",
        "practice",
        "--persona",
        "base",
        said=BEST.replace(",", "\n") + "\n",
    )
    assert played.returncode == 0, played.stderr
    scored = json.loads(process("score", str(COLD_FLAT), "--picks", BEST, "--json").stdout)
    attempt = re.search(r"[0-9a-f]{8}-[0-9a-f-]{27}", played.stdout)
    assert attempt is not None
    replayed = process("replay", attempt[0][:8], "--json")
    told = json.loads(replayed.stdout)
    assert (replayed.returncode, told["score"], told["turns"]) == (0, scored["score"], scored["turns"])
    assert told["ended"] is not None
    assert "95" in played.stdout


def test_a_second_copy_is_told_that_the_first_is_running(own_home: Path) -> None:
    """While one game has the store, another says so, exits with 1 and loses nothing."""
    from game.course.store import open_store

    with open_store(own_home):
        second = process("play", str(COLD_FLAT), "--plain", "--lang", "en", said="hear-her\n")
    assert second.returncode == 1
    assert "Another Yuqi is running" in second.stderr
    assert "Traceback" not in second.stderr


def test_replay_of_an_unknown_attempt_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 and a sentence."""
    code, _, err = yuqi(capsys, "replay", "zzzz", "--lang", "en")
    assert code == 1
    assert "There is no attempt whose id begins with “zzzz”" in err


@pytest.mark.parametrize("words", [(), ("--lang", "zh"), ("--lang=zh",)])
def test_without_a_command_the_game_opens(words: tuple[str, ...]) -> None:
    """`python main.py`, with or without a language, shows the customers; the end of input closes it politely."""
    opened = process(*words)
    assert (opened.returncode, opened.stderr) == (0, "")
    assert "late-parcel" in opened.stdout or "金婚相册" in opened.stdout or "The album for Sunday" in opened.stdout
