"""What `check` says of a course as a whole: whether it can be passed, and how likely luck passes it."""

import json
from pathlib import Path
from typing import Any

import pytest

from game import cli, library
from game.engine import Play, begin, choose, look, score
from game.proof.luck import within
from tests.commands.test_check_proofs import COLD_FLAT

COURSE = """\
format: 1
id: small-class
title: 小班
mode: exam
pass: {{overall: 65, verdict: met}}
attempts: {attempts}
phases:
  - {{id: warm-up, mode: practice, scenarios: [{{file: cold.yaml, persona: furious}}]}}
  - {{id: before, scenarios: [{{file: cold.yaml, persona: calm}}]}}
  - id: after
    scenarios: [{{file: cold.yaml, persona: base}}, {{file: room-not-ready, persona: quiet}}]
    compare: before
"""


SMALL = """\
format: 1
id: small-class
title: 小班
mode: exam
attempts: {attempts}
scenarios: [{{file: cold.yaml, persona: base}}, {{file: cold.yaml, persona: calm}}]
"""


def course(folder: Path, text: str, attempts: str) -> str:
    (folder / "cold.yaml").write_bytes(COLD_FLAT.read_bytes())
    (folder / "course.yaml").write_text(text.format(attempts=attempts), encoding="utf-8")
    return str(folder / "course.yaml")


def checked(capsys: pytest.CaptureFixture[str], *said: str) -> dict[str, Any]:
    cli.main(["check", *said, "--json"])
    return dict(json.loads(capsys.readouterr().out))


def lucky(play: Play, chance: float = 1.0) -> float:
    """How likely a player at random passes from here on, found by playing everything."""
    if play.over:
        scored = score(play)
        return chance * (scored.overall >= 65 and scored.verdict in ("met", "exceeded"))
    offered, picks = [choice.id for choice in look(play).offered], [turn.response for turn in play.turns]
    total = 0.0
    for pick in offered:
        again = begin(play.case.scenario, play.case.persona.id)
        for one in (*picks, pick):
            choose(again, one)
        total += lucky(again, chance / len(offered))
    return total


def test_the_chance_to_pass_a_course_by_luck_is_that_of_its_exams(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither practice nor the exam that is only compared to has to be passed; each persona is the one assigned."""
    found = checked(capsys, course(tmp_path, COURSE, "{allowed: 2, counts: best}"))
    each = {(one["scenario"], one["persona"]): one["passing"] for one in found["proofs"]}
    cold, room = each["heating-cold-flat", None], each["room-not-ready", "quiet"]
    (told,) = found["courses"]
    assert (told["course"], told["customers"], told["exact"]) == ("small-class", 2, True)
    assert told["luck"]["once"] == max(cold, room)
    assert told["luck"]["attempts"] == pytest.approx(1 - (1 - max(cold, room)) ** 2)
    assert told["luck"]["all"] == pytest.approx((1 - (1 - cold) ** 2) * (1 - (1 - room) ** 2))
    tops = {(one["scenario"], one["persona"]): one["overall"]["max"] for one in found["proofs"]}
    assert told["best"] == min(tops["heating-cold-flat", None], tops["room-not-ready", "quiet"])


def test_the_same_customer_in_two_exams_has_to_be_passed_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Within one phase it is one task, in two phases two; a customer that cannot be read leaves the whole open."""
    (tmp_path / "cold.yaml").write_bytes(COLD_FLAT.read_bytes())
    one = "{file: cold.yaml, persona: base}"
    text = f"""\
format: 1
id: twice
title: 两回
mode: exam
attempts: {{allowed: 1}}
phases:
  - {{id: first, scenarios: [{one}, {one}]}}
  - {{id: second, scenarios: [{one}]}}
"""
    path = tmp_path / "course.yaml"
    path.write_text(text, encoding="utf-8")
    (told,) = checked(capsys, str(path))["courses"]
    assert told["customers"] == 2
    assert told["luck"]["all"] == pytest.approx(told["luck"]["once"] ** 2)
    path.write_text(text.replace(f"[{one}]", "[{file: gone.yaml}]"), encoding="utf-8")
    assert "courses" not in checked(capsys, str(path))


def test_one_attempt_by_luck_is_what_playing_everything_gives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cold.yaml").write_bytes(COLD_FLAT.read_bytes())
    text = "format: 1\nid: one\ntitle: 一位\nmode: exam\nscenarios: [{file: cold.yaml, persona: base}]\n"
    (tmp_path / "course.yaml").write_text(text, encoding="utf-8")
    entry, _ = library.load(tmp_path / "cold.yaml")
    assert entry is not None
    (told,) = checked(capsys, str(tmp_path / "course.yaml"))["courses"]
    assert told["luck"]["once"] == pytest.approx(lucky(begin(entry.scenario, None)))


@pytest.mark.parametrize(
    ("allowed", "counts", "wanted"),
    [
        (3, "first", 0.1),
        (3, "last", 0.1),
        (1, "average", 0.1),
        (3, "best", 0.271),
        (None, "best", 1.0),
        (3, "average", None),
    ],
)
def test_what_luck_can_do_in_all_attempts(allowed: int | None, counts: str, wanted: float | None) -> None:
    """Where only one counts it stays as it is; an average depends on more than on passing, so nothing is claimed."""
    found = within(0.1, allowed, counts)
    assert found is None if wanted is None else found == pytest.approx(wanted)


def test_any_number_of_attempts_never_helps_who_cannot_pass() -> None:
    assert within(0.0, None, "best") == 0.0


@pytest.mark.parametrize(
    ("language", "attempts", "wanted"),
    [
        ("zh", "{allowed: 2}", ["课程“小班”，从整门课看", "考 2 次取最好的一次", "2 位全靠乱选都过"]),
        (
            "en",
            "{allowed: 2}",
            ["Course “小班” as a whole", "With 2 attempts, of which the best counts", "All 2 passed by"],
        ),
        ("zh", "{counts: best}", ["次数不限，取最好的一次：一直乱选总会碰上一次"]),
        ("en", "{counts: best}", ["The best of any number of attempts counts: by luck alone it takes about"]),
    ],
)
def test_an_instructor_reads_it_behind_the_proofs(
    language: str, attempts: str, wanted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["check", course(tmp_path, SMALL, attempts), "--lang", language])
    shown = capsys.readouterr().out
    for words in wanted:
        assert words in shown
    assert ("全靠乱选都过" in shown or "passed by luck" in shown) == ("allowed" in attempts)


def test_a_customer_that_comes_along_can_be_assigned_by_its_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever the course file lies; a file of that name beside it comes first, and a name that is neither is told."""
    path = tmp_path / "course.yaml"
    text = "format: 1\nid: one\ntitle: 一位\nmode: exam\nscenarios: [{file: burst-pipe}]\n"
    path.write_text(text, encoding="utf-8")
    assert checked(capsys, str(path))["problems"] == []
    (tmp_path / "burst-pipe").write_bytes(COLD_FLAT.read_bytes())
    assert {one["scenario"] for one in checked(capsys, str(path))["proofs"]} == {"heating-cold-flat"}
    path.write_text(text.replace("burst-pipe", "burst-pip"), encoding="utf-8")
    assert [one["code"] for one in checked(capsys, str(path))["problems"]] == ["course-file"]


@pytest.mark.parametrize(
    ("language", "said", "wanted"),
    [
        ("zh", "statrer", "没有“statrer”这个文件，自带的课程里也没有这个 id。是不是“starter”？"),
        ("en", "burst-pipe", "There is no file “burst-pipe”, and no course of that id comes with the game."),
    ],
)
def test_a_course_that_is_not_there_is_told_with_the_nearest_id(
    language: str, said: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["course", "run", said, "--terminal", "--lang", language]) == 2
    assert wanted in capsys.readouterr().err


def test_a_course_that_comes_along_opens_by_its_id_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("YUQI_HOME", str(tmp_path / "home"))
    assert cli.main(["course", "xapi", "starter", "-o", "attempts.json", "--lang", "zh"]) == 0
    assert "attempts.json" in capsys.readouterr().out
