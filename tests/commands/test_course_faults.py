"""`check` of a course with errors of its own: all problems at once, those of the files that it names among them."""

import json
from pathlib import Path
from typing import Any

import pytest

from game import cli

ROOT = Path(__file__).resolve().parents[2]
COLD_FLAT = (ROOT / "tests" / "data" / "heating-cold-flat.yaml").read_text(encoding="utf-8")
COURSE = """\
format: 1
id: autumn
title: {{zh: 秋季班, en: Autumn course}}
{own}
roster: roster.csv
scenarios: [{{file: cold.yaml, persona: nobody}}, {{file: slip.yaml}}, {{persona: calm}}, {{file: gone.yaml}}]
"""


def checked(folder: Path, capsys: pytest.CaptureFixture[str], own: str) -> Any:
    """What `check --json` says of a course with a line of its own and faults in all that it names."""
    (folder / "cold.yaml").write_text(COLD_FLAT, encoding="utf-8")
    slip = COLD_FLAT.replace("level: 2", "levle: 2").replace("id: heating-cold-flat", "id: slip")
    (folder / "slip.yaml").write_text(slip, encoding="utf-8")
    (folder / "roster.csv").write_text("id,name\n1,Li\n1,Wang\n", encoding="utf-8")
    (folder / "course.yaml").write_text(COURSE.format(own=own), encoding="utf-8")
    assert cli.main(["check", "--json", str(folder / "course.yaml")]) == 1
    return json.loads(capsys.readouterr().out)


def errors(document: Any) -> list[tuple[str, str, int]]:
    """The errors, by file and line."""
    found = [one for one in document["problems"] if one["level"] == "error"]
    return sorted((Path(one["file"]).name, one["code"], one["line"]) for one in found)


BELOW = [
    ("course.yaml", "course-file", 6),
    ("course.yaml", "course-not-a-scenario", 6),
    ("course.yaml", "course-persona", 6),
    ("course.yaml", "missing-key", 6),
    ("roster.csv", "roster-twice", 3),
    ("slip.yaml", "unknown-key", 6),
]


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ("opens: 2026-11-20T08:00", "course-time"),
        ("minutes: soon", "wrong-type"),
        ("weights: {set: 90}", "course-weights"),
        ("modus: exam", "unknown-key"),
    ],
)
def test_an_error_of_the_course_hides_nothing_of_what_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own: str, code: str
) -> None:
    """The roster, missing files, personas and the faults of scenarios are told in the same look."""
    assert errors(checked(tmp_path, capsys, own)) == sorted([*BELOW, ("course.yaml", code, 4)])


@pytest.mark.parametrize(("own", "proved"), [("opens: tomorrow", 3), ("pass: {overal: 500}", 0)])
def test_scenarios_are_proved_where_it_is_known_on_what_terms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own: str, proved: int
) -> None:
    """A slip in a date keeps nobody from the proof; what it takes to pass, misspelt, would make a wrong one."""
    (tmp_path / "cold.yaml").write_text(COLD_FLAT, encoding="utf-8")
    file = tmp_path / "course.yaml"
    file.write_text(f"format: 1\nid: a\ntitle: Autumn\n{own}\nscenarios: [{{file: cold.yaml}}]\n", encoding="utf-8")
    assert cli.main(["check", "--json", str(file)]) == 1
    assert len(json.loads(capsys.readouterr().out)["proofs"]) == proved
