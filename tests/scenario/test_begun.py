"""A file that YAML cannot read to its end: what stands before the break is checked as well, and nothing is made up."""

from collections.abc import Callable

import pytest

from game.course.file import is_course, read_course
from game.engine import is_rulebook, read_rulebook, standard
from game.scenario import read
from game.scenario.plan_reading import read_plan
from game.scenario.rewording import Unsound, reworded
from tests.scenario.cases import EXAMPLE, changed, codes, told

CHINESE = reworded(EXAMPLE.encode(), "zh").decode()
BREAKS = ("\t x: y", "@x", "x: y: z", "}", '"', "- - a: [", "标题：好\nx: y", "\x07", "[a]: b", "---\n", "a: 'b' c")
SYNTAX = {"yaml-syntax", "open-quote", "open-bracket", "tab", "yaml-character", "key-not-text", "many-documents"}
BROKEN = (
    "    channel: phone\n    scene: living-room-winter\n    says:\n      zh: 那到底",
    "    @channel\n      zh: 那到底",
)


def invented(text: str, line: int) -> list[str]:
    """What is said to be wrong before a line at which a sound file was broken, if it does break there."""
    problems = read(text.encode(), "case.yaml")[1]
    broken = any(problem.code in SYNTAX for problem in problems)
    return [problem.told("en") for problem in problems if broken and problem.line < line and problem.code not in SYNTAX]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("wrong", BREAKS)
@pytest.mark.parametrize("indented", [True, False])
def test_nothing_follows_from_a_break(wrong: str, indented: bool, language: str) -> None:
    """Wherever a sound file breaks off, nothing of what stands before is blamed for what would have come behind."""
    lines = (EXAMPLE if language == "en" else CHINESE).splitlines()
    for number in range(5, len(lines), 19):
        deep = " " * (len(lines[number]) - len(lines[number].lstrip())) if indented else ""
        text = "\n".join([*lines[:number], deep + wrong, *lines[number:]])
        assert invented(text, number + 1) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("level: 2", "levle: 2", "unknown-key"),
        ("heat: 8", "heat: 80", "out-of-range"),
        ("desired: 8, perceived: 3", "desired: 5, perceived: 3", "zone-order"),
        ("learn: [newborn]", "learn: [newbron]", "unknown-fact"),
        ("deliver: {service: 3}", "deliver: {servcie: 3}", "unknown-key"),
        ("tags: [minimising, comparison]", "tags: [minimising, comparson]", "unknown-tag"),
        ("        names: safety\n", "", "need-without-name"),
        ("title: {zh: 家里不热, en: The flat is cold}", "title: {zh: 家里不热}", "missing-language"),
        ("name: {zh: 王阿姨, en: Mrs Wang}\n  ", "", "missing-key"),
        ("meters:\n", "level: 3\nmeters:\n", "duplicate-key"),
    ],
)
def test_what_is_wrong_before_a_break_is_told_with_it(old: str, new: str, code: str) -> None:
    """One look is enough for the fault of the YAML and for those before it."""
    whole, broken = changed((old, new)), changed((old, new), BROKEN)
    assert code in codes(whole)
    before, last = told(broken)[:-1], told(broken)[-1]
    assert last[0] == "yaml-syntax"
    assert before == [one for one in told(whole) if one[0] == code]


def test_what_is_declared_later_may_be_used_before_a_break() -> None:
    """Beats, promises, personas and endings that would stand behind the break are not missing."""
    assert codes(changed(BROKEN, ("  - {if: {heat: {min: 10}}", "  - {if: {heat: {min: 10}, promised: [in-30]}"))) == [
        "yaml-syntax"
    ]


def test_so_many_faults_and_a_break_are_answered() -> None:
    """Two hundred problems and a file that breaks off behind them are still an answer, and no more than 201 lines."""
    problems = codes("a: [" + "&a 1, " * 200 + "]\nb: 'x")
    assert (len(problems), problems[-1]) == (201, "too-many-problems")
    wrong = "".join(f"wrong{number}: 1\n" for number in range(300))
    assert len(codes(f"customer: {{}}\n{wrong}@x\n")) == 201


def test_a_file_left_alone_tells_as_much() -> None:
    """Whoever wants the words changed learns the same as whoever has the file checked."""
    text = changed(("heat: 8", "heat: 80"), BROKEN)
    with pytest.raises(Unsound) as refused:
        reworded(text.encode(), "zh", "case.yaml")
    assert refused.value.problems == read(text.encode(), "case.yaml")[1]


RULEBOOK = "format: 1\nid: mine\nversion: one\nrules:\n  blame: {off: maybe}\n  @x\n"
COURSE = "format: 1\nid: autumn\nmode: exma\nminutes: 15\nscenarios:\n  - {file: a.yaml}\n  @x\n"
PLAN = "format: 1\nscenario: x\nplays:\n  good:\n    pciks: [a]\n  @x\n"


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        (RULEBOOK, lambda raw: read_rulebook(raw, "x.yaml", standard())[1], ["wrong-type", "wrong-type"]),
        (COURSE, lambda raw: read_course(raw, "x.yaml")[1].problems, ["unknown-word"]),
        (PLAN, lambda raw: read_plan(raw, "x.yaml")[1], ["unknown-key"]),
    ],
)
def test_rulebooks_courses_and_plans_are_looked_over_too(
    text: str, reading: Callable[[bytes], object], expected: list[str]
) -> None:
    """Each is known for what it is by what stands before the break, and by its own keys."""
    raw = text.encode()
    assert (is_rulebook(raw), is_course(raw)) == (text == RULEBOOK, text == COURSE)
    problems = reading(raw)
    assert isinstance(problems, list | tuple)
    assert sorted(problem.code for problem in problems) == [*expected, "yaml-syntax"]


def test_a_file_of_another_kind_is_not_taken_for_a_scenario() -> None:
    """Where what tells a rulebook stands behind the break, its keys are not called unknown."""
    assert codes("version: 1\nextends: standard\n@x\nrules: {}\n") == ["yaml-syntax"]
