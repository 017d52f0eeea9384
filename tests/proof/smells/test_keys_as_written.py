"""Keys named in what is told: as the file writes its own, whatever language the reader has."""

import re

import pytest

from docs import smelling
from game.proof.smelling import SMELLS
from game.scenario import Problem
from game.scenario.form import ScenarioForm
from game.scenario.names import WORDS, forms, key_names
from game.scenario.rewording import reworded
from tests.proof.smells.noses import FOREVER

IDS = {id_ for kind, names in WORDS.items() if kind not in ("feeling", "mood") for id_ in names}
KEYS = {key for form in forms(ScenarioForm) for key in key_names(form.cls)} | IDS


def found(code: str, language: str) -> Problem:
    """What is told of the failing example of a smell, its keys and fixed words in `language`."""
    raw = reworded(smelling.example(code).bad, "zh" if language == "zh" else "en")
    told = smelling.problems(raw, "bad.yaml", code in smelling.GRADED)
    return next(problem for problem in told if problem.code == code)


@pytest.mark.parametrize("code", SMELLS)
def test_a_file_with_chinese_keys_is_told_of_no_english_ones(code: str) -> None:
    """Who wrote 失信 would not find `breaks` in the file: neither in Chinese nor in an English interface."""
    problem = found(code, "zh")
    words = set(re.findall(r"`([\w-]+)`|“([\w-]+)”", problem.hint("zh") + problem.hint("en")))
    named = {one for pair in words for one in pair if one and one.isascii()}
    assert not named & KEYS
    assert "{" not in re.sub(r"\{[^~{}]*\}", "", problem.hint("zh"))


def test_the_names_are_those_of_the_file_and_not_of_the_interface() -> None:
    """A Chinese file read by somebody whose interface is English, and the other way round."""
    chinese, english = found("promise-never-closed", "zh"), found("promise-never-closed", "en")
    assert "`兑现: [two]` or `失信: [two]`" in chinese.hint("en")
    assert "“keeps: [two]”或“breaks: [two]”" in english.hint("zh")
    assert "“命令”" in found("text-against-tags", "zh").hint("zh")
    assert "“demand”" in found("text-against-tags", "en").hint("zh")


def test_an_allowed_smell_is_told_in_the_file_s_names_too() -> None:
    """The key under which it is allowed is the one that the author has written."""
    source = reworded(f"{FOREVER}allow:\n  endless: A loop for practice.\n".encode(), "zh")
    (problem,) = smelling.problems(source, "talk.yaml")
    assert problem.hint("en") == "Take it out of `放行` when the reason no longer holds."
