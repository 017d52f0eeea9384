"""Whatever the bytes, reading them ends, says what is wrong, and stays small."""

import json
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import read_rulebook, standard
from game.scenario import Problem, read
from game.scenario.diagnostics import DIAGNOSTICS
from game.scenario.rewording import reworded
from tests.scenario.cases import EXAMPLE, ROOT
from tests.scenario.hostile import HOSTILE

MOST_MEGABYTES = 200
CHILD = """
import json, pathlib, re, resource, sys
from game.scenario import Problem, read
raw = sys.stdin.buffer.read()
scenario, problems = read(raw, "hostile.yaml")
told = [problem.told(language) for problem in problems for language in ("zh", "en")]
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = pathlib.Path("/proc/self/status")
if status.exists():
    most = int(re.search(r"VmHWM:\\s+([0-9]+) kB", status.read_text())[1])
print(json.dumps({
    "read": scenario is not None,
    "codes": sorted({problem.code for problem in problems}),
    "longest": max(map(len, told), default=0),
    "problems": len(problems),
    "megabytes": most // unit,
}))
"""
"""Memory is a matter of the whole process, so each file is read in a fresh one. Where the system tells the peak of the
program itself that one counts: the other begins with the peak of the process that started it. How long it takes is
measured by the bench."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_made_to_do_harm_is_read_in_little_memory(kind: str) -> None:
    """Each kind is read to an end in a process of its own, within 200 MB, with few short problems, no traceback."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=HOSTILE[kind](),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    said = json.loads(done.stdout)
    assert said["megabytes"] < MOST_MEGABYTES
    assert said["problems"] <= 201
    assert said["longest"] < 2_000
    assert said["read"] or said["codes"]
    assert set(said["codes"]) <= set(DIAGNOSTICS)


def untold(raw: bytes) -> list[Problem]:
    """What is found wrong with bytes that has no place or cannot be shown on one line in both languages."""
    return [
        problem
        for problems in (read(raw, "any.yaml")[1], read_rulebook(raw, "any.yaml", standard())[1])
        for problem in problems
        if min(problem.line, problem.column) < 1
        or "{" in problem.code
        or "\n" in problem.told("zh") + problem.told("en")
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(raw: bytes) -> None:
    """No bytes raise; each problem has a place and can be told."""
    assert untold(raw) == []


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    """No text raises, whatever signs it holds."""
    assert untold(text.encode("utf-8", "surrogatepass")) == []


YAMLISH = st.text(st.sampled_from("{}[]:,-?&*!|>'\"%@` \n\t#~a1é冷：."), max_size=120)


@given(YAMLISH)
def test_any_heap_of_yaml_signs_is_answered(text: str) -> None:
    """No mixture of YAML's own signs raises."""
    assert untold(text.encode()) == []


@given(st.data())
def test_a_scenario_with_a_piece_torn_out_or_put_in_is_answered(data: st.DataObject) -> None:
    """A file broken at any place, in any way, gives problems and never an exception."""
    start = data.draw(st.integers(0, len(EXAMPLE)))
    length = data.draw(st.integers(0, 400))
    piece = data.draw(
        st.one_of(st.just(""), YAMLISH, st.sampled_from(["null", "[]", "{}", "true", "1.5", "x: y", "&a ", "*a"]))
    )
    assert untold((EXAMPLE[:start] + piece + EXAMPLE[start + length :]).encode()) == []


CHINESE = reworded(EXAMPLE.encode(), "zh").decode()
WORDS = sorted({word for word in re.findall(r"[\w-]+", CHINESE + EXAMPLE) if len(word) < 8})


@given(st.data())
def test_a_chinese_scenario_with_words_put_for_others_is_answered(data: st.DataObject) -> None:
    """Keys and words of either language in the wrong place, twice, or in both, give problems and never an exception."""
    text = CHINESE
    for _ in range(data.draw(st.integers(1, 4))):
        old, new = data.draw(st.sampled_from(WORDS)), data.draw(st.sampled_from([*WORDS, "[", "{", "*a", "是", "1e3"]))
        text = text.replace(old, new, data.draw(st.sampled_from([1, 2, -1])))
    assert untold(text.encode()) == []


def test_a_rulebook_that_leaves_everything_out_is_answered_too() -> None:
    """A rulebook file with nothing to lie over, and nothing of its own, is read without an exception."""
    rules, problems = read_rulebook(b"format: 1\nid: mine\nversion: 1\nrules: {denial: {}}\n", "mine.yaml")
    assert problems == ()
    assert rules is not None
    assert rules.rules["denial"].name.told("en") == "denial"
