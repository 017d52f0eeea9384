"""Test plans: what an instructor expects of a play is looked at each time, and what is not so is told at its line."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs import plan_pages as pages
from game import library
from game.commands.plans import look_over
from game.engine import begin, choose, look, score
from game.proof import plans
from game.proof.expectations import CHECKS
from game.scenario import Problem, Scenario, plan_schema
from game.scenario.diagnostics import DIAGNOSTICS
from game.scenario.events import scan
from game.scenario.plan_faults import PLAN
from game.scenario.plan_form import EndForm, SeenForm, TurnForm
from game.scenario.plan_reading import BEFORE, read_plan
from game.scenario.records import Range
from tests.engine.scenarios import drawn
from tests.scenario.cases import EXAMPLE, ROOT, loaded

FLAT = loaded(EXAMPLE)
BEST = "picks: [hear-her, ask-room, honest-time, close-the-loop]"
SHIPPED = list(library.plans([str(ROOT / "scenarios"), str(ROOT / "docs" / "examples")]))
VALIDATOR = jsonschema.Draft202012Validator(plan_schema.schema())
PLACES = {
    "plan-picks": (4, 3), "plan-without-scenario": (2, 11), "plan-scenario-wrong": (2, 11),
    "plan-other-scenario": (2, 11), "plan-unknown-id": (6, 22), "plan-pick-not-offered": (5, 44), "plan-over": (5, 24),
    "plan-unfinished": (6, 23), "plan-beat": (7, 32), "plan-offered": (6, 35), "plan-withheld": (9, 33),
    "plan-line": (6, 32), "plan-heat": (6, 32), "plan-score": (6, 23), "plan-level": (6, 48), "plan-meter": (6, 31),
    "plan-facts": (6, 22), "plan-promises": (6, 21), "plan-need": (6, 39), "plan-rules": (6, 35),
    "plan-ending": (6, 22), "plan-lost": (6, 20), "plan-verdict": (6, 23), "plan-component": (6, 36),
}  # fmt: skip
"""Where the fault stands in each failing example, as one sees it in the file."""


def found(plan: str, scenario: Scenario = FLAT) -> tuple[Problem, ...]:
    """What is wrong with a plan of the worked example."""
    return plans.check_file(plan.encode(), "case.plays.yaml", scenario)


def expecting(*lines: str, head: str = BEST) -> str:
    """A plan of one play, with what is expected of it."""
    return "\n".join(("format: 1", "plays:", "  one:", f"    {head}", *(f"    {line}" for line in lines)))


def codes(plan: str) -> list[str]:
    """The codes of all that is wrong with a plan, by line."""
    return [problem.code for problem in found(plan)]


def test_an_unfinished_play_names_the_key_as_the_plan_has_it() -> None:
    """In a Chinese plan the ending that cannot be checked is `结局`, in an English one `ending`."""
    (chinese,) = found("格式: 1\n各局:\n  one:\n    选择: [hear-her]\n    应有结果: {结局: hung-up}\n")
    (english,) = found(expecting("expect: {ending: hung-up}", head="picks: [hear-her]"))
    assert chinese.code == english.code == "plan-unfinished"
    assert "“结局”没法核对" in chinese.message("zh")
    assert "`ending` cannot be checked" in english.message("en")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name.partition(".")[0])
def test_the_plans_that_come_with_the_game_hold(path: Path) -> None:
    """Each customer still goes the ways that its author had in mind, and an editor has nothing to underline."""
    assert [problem.told("en") for problem in look_over(path)] == []
    assert [error.message for error in VALIDATOR.iter_errors(scan(path.read_bytes(), "").root)] == []
    first = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert (path.parent / first).resolve() == ROOT / plan_schema.FILE


def test_every_customer_has_a_plan_with_a_best_and_a_worst_play() -> None:
    """Beside each customer lie at least three plays, one that exceeds expectations and one that ends below them."""
    for file in library.files([str(ROOT / "scenarios")]):
        plan, _ = read_plan((file.parent / f"{file.stem}.plays.yaml").read_bytes(), "")
        assert plan is not None
        verdicts = {one.wanted for play in plan.plays for one in play.end if one.key == "verdict"}
        assert len(plan.plays) >= 3
        assert {("exceeded",), ("below",)} <= verdicts


def test_the_worked_example_is_a_plan_with_every_number() -> None:
    """The plan of the worked example says of each of the 17 plays what was worked out by hand, turn by turn."""
    wanted: list[dict[str, Any]] = json.loads((ROOT / "tests/data/heating-cold-flat.plays.json").read_text("utf-8"))
    plan, problems = read_plan((ROOT / "docs/examples/heating-cold-flat.plays.yaml").read_bytes(), "")
    assert plan is not None
    assert problems == ()
    assert len(plan.plays) == len(wanted) == 17
    for play, numbers in zip(plan.plays, wanted, strict=True):
        assert (play.persona, [turn.pick for turn in play.turns]) == (numbers["persona"], numbers["picks"])
        for turn, said in zip(play.turns, numbers["turns"], strict=True):
            exact = [(one.key, one.wanted) for one in turn.after if not one.name]
            ranges = {key: (wanted.min, wanted.max) for key, wanted in exact if isinstance(wanted, Range)}
            assert ranges == {key: (said[key], said[key]) for key in ("heat", "empathy", "nvc", "set_points")}
            assert [one.wanted for one in turn.after if one.key == "rules"] == [(rule,) for rule in said["rules"]]


@pytest.mark.parametrize("code", PLACES)
def test_the_failing_example_fails_for_just_that_and_the_mended_one_holds(code: str) -> None:
    """Each code on the page has a plan that fails for it, at its place, and the same plan mended."""
    assert [(one.code, one.line, one.column, one.level) for one in pages.problems(code, "bad")] == [
        (code, *PLACES[code], "error")
    ]
    assert pages.problems(code, "good") == ()


def test_every_code_of_a_plan_has_an_example() -> None:
    """No code is without its two plans but the one that only a fault of the program could bring about."""
    assert set(PLACES) | pages.MADE == set(PLAN)
    assert {folder.name for folder in pages.FOLDER.iterdir()} == set(PLACES)
    assert not set(PLAN) & set(DIAGNOSTICS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_plans_that_hold(language: str) -> None:
    """What the page says one can write can be written: it plays as it is told there."""
    page = (ROOT / "docs" / language / "plans.md").read_text(encoding="utf-8")
    blocks = [part.split("```")[0] for part in page.partition("<!-- plans: keys -->")[0].split("```yaml\n")[1:]]
    assert len(blocks) == 2
    for block in blocks:
        whole = block if "format: 1" in block else f"format: 1\n{block}"
        assert [problem.told("en") for problem in found(whole)] == []


def test_every_key_that_can_be_expected_is_looked_at() -> None:
    """There is no key of the form that is read and then forgotten, and each is told when it is not so."""
    keys = {*SeenForm.__struct_fields__, *TurnForm.__struct_fields__, *EndForm.__struct_fields__} - {"pick"}
    assert keys | {"opening"} == {*CHECKS, *BEFORE}


@pytest.mark.parametrize(
    ("expected", "code", "zh", "en"),
    [
        ("heat: 3", "plan-heat", "“one”选完时，情绪热度应是 3，实际是 0。", "“one”, at the end: the heat should be 3"),
        ("heat: {min: 1}", "plan-heat", "应至少是 1", "should be at least 1"),
        ("heat: {min: 2, max: 4}", "plan-heat", "应在 2 到 4 之间", "should be between 2 and 4"),
        ("overall: {max: 94}", "plan-score", "总分应至多是 94，实际是 95", "overall should be at most 94 and is 95"),
        ("empathy: 99", "plan-score", "同理心应是 99，实际是 100", "empathy should be 99 and is 100"),
        ("set_points: 50", "plan-score", "设定加减应是 50，实际是 55", "set points should be 50 and is 55"),
        ("stars: 5", "plan-score", "星级应是 5，实际是 4", "stars should be 5 and is 4"),
        ("perceived: {product: 8}", "plan-level", "产品性能的感知应是 8", "what is perceived of product should be 8"),
        ("desired: {service: 8}", "plan-level", "服务质量的理想值应是 8，实际是 7", "should be 8 and is 7"),
        ("adequate: {service: {max: 5}}", "plan-level", "可接受的下限应至多是 5", "what is adequate of service"),
        ("meters: {budget: 100}", "plan-meter", "“budget”应是 100，实际是 40", "“budget” should be 100 and is 40"),
        ("broken: [call-1730]", "plan-promises", "应当失信，实际已经兑现", "should be broken and is kept"),
        ("kept: [in-30]", "plan-promises", "应当兑现，实际没有许下", "should be kept and is not made"),
        ("need_known: false", "plan-need", "应当还没被说中，实际已被说中", "should be not yet known and is known"),
        ("no_rules: [点出需要]", "plan-rules", "规则“点出需要”不该触发，却触发了", "should not have fired and has"),
        ("rules: [comparison]", "plan-rules", "该触发，却没有触发", "should have fired and has not"),
        ("ending: [grudging, hung-up]", "plan-ending", "应当收在“grudging”或“hung-up”", "“grudging” or “hung-up”"),
        ("lost: true", "plan-lost", "客户应当流失，实际留住", "should be lost and is kept"),
        ("verdict: met", "plan-verdict", "应当是“符合预期”", "should be “met” and is “exceeded”"),
        ("components: {price: exceeded}", "plan-component", "价格合理性的评定", "the verdict of price"),
        ("line: 下次别再拖", "plan-line", "应当说到“下次别再拖”，实际说的是：“谢谢你啊", "and says: “Thank you."),
    ],
)  # fmt: skip
def test_what_is_not_so_is_told_with_what_was_expected_and_what_came(
    expected: str, code: str, zh: str, en: str
) -> None:
    """The line of the plan is named, in either language, with the number wanted and the number that came."""
    (problem,) = found(expecting("expect:", f"  {expected}"))
    assert (problem.code, problem.line) == (code, 6)
    assert zh in problem.message("zh")
    assert en in problem.message("en")
    assert problem.told("en").startswith(f"case.plays.yaml:6:{problem.column}: error {code} ")


@pytest.mark.parametrize(
    "line",
    ["谢谢", "last someone took care", "{zh: 谢谢你啊, en: At last someone}", "{zh: 总算有人管了}", "At  last someone"],
)
def test_a_part_of_what_the_customer_says_is_enough_in_either_language(line: str) -> None:
    """Nobody has to copy a whole sentence, nor to write both languages."""
    assert codes(expecting("expect:", f"  line: {line}")) == []


def test_words_written_in_two_languages_must_both_be_said() -> None:
    """Where both are written, the right Chinese words do not make up for the wrong English ones."""
    assert codes(expecting("expect:", "  line: {zh: 谢谢, en: Goodbye}")) == ["plan-line"]


def test_a_reply_and_what_is_said_next_both_count_as_said() -> None:
    """After a pick one may expect the answer to it or the first words of the beat that follows."""
    for line in ("家里有小娃娃", "我孙女刚满月"):
        assert codes(expecting(f"  - {{pick: hear-her, line: {line}}}", head="turns:")) == []


def test_everything_that_is_not_so_is_told_at_once() -> None:
    """One run names every broken line of every play, in the order of the file."""
    plan = """
format: 1
plays:
  one:
    picks: [calm-down]
    expect: {lost: false, ending: settled}
  two:
    persona: calm
    turns:
      - {pick: hear-her, heat: 9}
      - {pick: nobody}
  three: {picks: [silence], expect: {overall: 12}}
"""
    assert [(one.line, one.code) for one in found(plan)] == [
        (6, "plan-lost"),
        (6, "plan-ending"),
        (10, "plan-heat"),
        (11, "plan-unknown-id"),
        (12, "plan-score"),
    ]


def test_a_misspelt_id_is_told_with_the_nearest_and_nothing_is_made_of_it() -> None:
    """A slip in one id is one problem: the rest of the play is still looked at."""
    problems = found(expecting("expect: {ending: setled, facts: [newborm], heat: 0, verdict: exceeded}"))
    assert [(one.code, one.words["nearest"]) for one in problems] == [
        ("plan-unknown-id", "settled"),
        ("plan-unknown-id", "newborn"),
    ]
    (problem,) = found(expecting("persona: angry", "expect: {heat: 7}"))
    assert (problem.code, problem.line) == ("plan-unknown-id", 5)


def test_a_plan_in_chinese_words_is_read_as_the_same_plan() -> None:
    """Whoever writes their scenarios in Chinese words writes their plans so too."""
    plan = """
格式: 1
各局:
  沉默到底:
    性格: 原样
    选择: [沉默]
    应有结果: {评定: 低于预期, 流失: 是, 结局: hung-up, 情绪热度: {至少: 10}, 未触发规则: [具体共情]}
  第二局:
    逐句:
      - {选择: hear-her, 可选: [hear-her, fix-first, calm-down, 沉默], 感知: {服务质量: 3}, 客户说: 小娃娃}
"""
    assert [problem.told("zh") for problem in found(plan)] == []
    assert [error.message for error in VALIDATOR.iter_errors(scan(plan.encode(), "").root)] == []


FORM_FAULTS = {
    "expect: {overall: 101}": "out-of-range",
    "expect: {overall: {min: 900}}": "out-of-range",
    "expect: {empathy: {max: -1}}": "out-of-range",
    "expect: {heat: {max: 11}}": "out-of-range",
    "expect: {perceived: {service: {min: 12}}}": "out-of-range",
    "expect: {stars: {min: 0}}": "out-of-range",
    "expect: {heat: {min: 5, max: 3}}": "range-order",
    "expect: {verdict: excellent}": "unknown-word",
    "expect: {heet: 3}": "unknown-key",
    "expect: {line: ' '}": "empty-text",
    "expect: {facts: newborn}": "wrong-type",
    "expect: &here {lost: false}": "anchor",
    "expect: {perceived: {servize: 3}}": "unknown-key",
}


@pytest.mark.parametrize(("line", "code"), FORM_FAULTS.items())
def test_a_slip_in_the_form_is_told_like_one_in_a_scenario(line: str, code: str) -> None:
    """Keys, types and ranges of a plan are checked as those of a scenario are, and nothing is played then."""
    (problem,) = found(expecting(line))
    assert (problem.code, problem.line) == (code, 5)
    assert problem.level == "error"


def test_an_empty_plan_and_a_play_without_picks_are_told() -> None:
    """A plan in which nothing is played says so, and does not pass for one that holds."""
    assert codes("format: 1\nplays: {}") == ["empty-map"]
    assert codes("format: 1\nplays: {one: {expect: {heat: 8}}}") == ["plan-picks"]
    assert codes("") == ["wrong-type"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode())))
def test_no_bytes_bring_the_reading_down(raw: bytes) -> None:
    """Whatever is in a file that is called a plan, problems come of it and never a traceback."""
    for body in (raw, b"format: 1\nplays: {a: " + raw, b"format: 1\nplays:\n  a: {turns: [{pick: hear-her, " + raw):
        problems = plans.check_file(body, "a.plays.yaml", FLAT)
        assert all(problem.told("zh") and problem.told("en") for problem in problems)


def test_thousands_of_broken_lines_are_cut_short() -> None:
    """A plan that fails in every line is told of some of them, and that there are more."""
    plays = "\n".join(f"  p{number}: {{picks: [nobody]}}" for number in range(1000))
    problems = found(f"format: 1\nplays:\n{plays}")
    assert len(problems) == 201
    assert problems[-1].code == "too-many-problems"


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.data())
def test_what_a_play_came_to_holds_as_a_plan_and_one_number_off_does_not(chance: Any, data: st.DataObject) -> None:
    """Of any scenario, a play written down as a plan holds; with any one number changed its line is named."""
    scenario = drawn(chance)
    persona = data.draw(st.sampled_from([one.id or "base" for one in scenario.personas]))
    play = begin(scenario, persona)
    while not play.over and len(play.turns) < 12:
        choose(play, data.draw(st.sampled_from(look(play).offered)).id)
    wrong = data.draw(st.integers(0, len(play.turns)))
    lines = [
        "format: 1",
        "plays:",
        "  one:",
        f"    persona: '{persona}'",
        "    turns:" if play.turns else "    turns: []",
    ]
    for turn in play.turns:
        heat = turn.after.heat + (turn.number == wrong) * (1 if turn.after.heat < 10 else -1)
        lines.append(
            f"      - {{pick: '{turn.response}', beat: '{turn.beat}', heat: {heat}, empathy: {turn.after.empathy}}}"
        )
    if play.over:
        made = score(play)
        lines += [f"    expect: {{overall: {made.overall}, verdict: {made.verdict}, ending: '{play.ending}'}}"]
    told = [(one.code, one.line) for one in found("\n".join(lines), scenario)]
    assert told == ([("plan-heat", 5 + wrong)] if wrong else [])


def test_a_play_that_differs_from_its_replay_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the same picks ever come out differently the second time, the plan says so and from where."""
    picked: list[str] = []

    def forgetful(play: Any, pick: str) -> Any:
        picked.append(pick)
        turn = choose(play, pick)
        if len(picked) == 6:  # the second turn of the second run
            return msgspec.structs.replace(turn, nvc_turn=turn.nvc_turn + 1)
        return turn

    monkeypatch.setattr(plans, "choose", forgetful)
    (problem,) = found(expecting())
    assert (problem.code, problem.line, problem.words["turn"]) == ("plan-replay", 3, "2")
    assert picked == ["hear-her", "ask-room", "honest-time", "close-the-loop", "hear-her", "ask-room"]


def laid(folder: Path, **files: str) -> Path:
    """A folder with these files; `__` in a name stands for a dot."""
    for name, text in files.items():
        (folder / f"{name.replace('__', '.')}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_plans_are_kept_apart_from_scenarios(tmp_path: Path) -> None:
    """A folder's scenarios are without its plans, and its plans are found beside them, each once."""
    laid(tmp_path, flat=EXAMPLE, flat__plays=expecting(), other__plays="")
    flat, plan, other = (str(tmp_path / name) for name in ("flat.yaml", "flat.plays.yaml", "other.plays.yaml"))
    assert [str(path) for path in library.files([str(tmp_path), plan])] == [flat]
    assert [str(path) for path in library.plans([str(tmp_path)])] == [plan, other]
    assert [str(path) for path in library.plans([flat])] == [plan]
    assert [str(path) for path in library.plans([other, plan, flat])] == [other, plan]
    with pytest.raises(library.NotFound):
        list(library.plans([str(tmp_path / "nothing")]))


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("", []),
        ("scenario: heating-cold-flat", ["plan-without-scenario"]),
        ("scenario: flat.yaml", []),
        ("scenario: flat", ["plan-other-scenario"]),
        ("scenario: below/twin", ["plan-without-scenario"]),
        ("scenario: broken.yaml", ["plan-scenario-wrong"]),
        ("scenario: room-not-ready", ["plan-unknown-id"] * 4),
        ('scenario: "a\\0b"', ["plan-without-scenario"]),
        (f"scenario: {'x' * 5000}", ["plan-without-scenario"]),
    ],
)
def test_a_plan_finds_its_scenario(tmp_path: Path, scenario: str, code: list[str]) -> None:
    """By its own name, by an id, by a path, among those that come with the game; or it says that there is none."""
    laid(tmp_path, flat=EXAMPLE, broken=EXAMPLE.replace("domain: heating", "domain: hearing"), flat__plays="")
    plan = tmp_path / "flat.plays.yaml"
    plan.write_text(f"{scenario}\n{expecting()}", encoding="utf-8")
    assert [problem.code for problem in look_over(plan)] == code
