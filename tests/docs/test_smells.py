"""The page of the smells: each with an example that smells of just that, and of nothing when mended."""

import re
from pathlib import Path

import pytest

from docs import build, smelling
from game.proof.smelling import SMELLS

DOCS = Path(build.__file__).resolve().parent


def test_every_smell_has_an_example_and_a_place_on_the_page() -> None:
    """No smell is without a failing and a mended file, and none of them is left over."""
    listed = [code for _, _, codes in smelling.GROUPS for code in codes]
    assert sorted(listed) == sorted(SMELLS)
    assert {folder.name for folder in smelling.FOLDER.iterdir()} == set(SMELLS)


@pytest.mark.parametrize("code", SMELLS)
def test_the_failing_example_smells_of_just_that_and_the_mended_one_of_nothing(code: str) -> None:
    """Both are whole scenarios without errors, gone through play by play."""
    found = smelling.example(code)
    graded = code in smelling.GRADED
    assert {problem.code for problem in smelling.problems(found.bad, "bad.yaml", graded)} == {code}
    assert smelling.problems(found.good, "good.yaml", graded) == ()
    assert found.bad != found.good


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_check_says_stands_on_the_page_with_the_reason(language: str) -> None:
    """A code can be looked up: its message and hint for the example, and why it matters."""
    page = (DOCS / language / "smells.md").read_text(encoding="utf-8")
    for code, smell in SMELLS.items():
        problems = smelling.problems(smelling.example(code).bad, "bad.yaml", code in smelling.GRADED)
        problem = next(problem for problem in problems if problem.code == code)
        entry = page.partition(f"\n### {code}\n")[2].partition("\n### ")[0]
        assert problem.message(language) in entry
        assert problem.hint(language) in entry
        assert smell.why.told(language) in entry


def test_both_languages_have_the_same_parts() -> None:
    """The page in one language has as many headings and examples as in the other."""
    zh, en = ((DOCS / language / "smells.md").read_text(encoding="utf-8") for language in ("zh", "en"))
    for mark in (r"^## ", r"^### ", r"^```yaml", r"^> "):
        assert len(re.findall(mark, zh, re.MULTILINE)) == len(re.findall(mark, en, re.MULTILINE)), mark


def test_the_way_to_allow_a_smell_that_the_page_shows_is_sound() -> None:
    """The lines about `allow` can be added to a scenario as they stand."""
    found = smelling.example("ending-always").bad.decode()
    for language in ("zh", "en"):
        page = (DOCS / language / "smells.md").read_text(encoding="utf-8")
        (allow,) = re.findall(r"^```yaml\n(allow:\n.*?)^```$", page, re.DOTALL | re.MULTILINE)
        problems = smelling.problems(f"{found}{allow}".encode(), "allowed.yaml")
        assert [problem.code for problem in problems] == ["smell-allowed"]
