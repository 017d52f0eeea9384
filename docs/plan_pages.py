"""What the page of the test plans takes from the code: the keys of a plan, and each code with its two examples."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec import Struct, inspect

from docs import tables
from docs.cases import Example
from game.commands.plans import look_over
from game.scenario import Problem
from game.scenario.names import key_names
from game.scenario.plan_faults import PLAN
from game.scenario.plan_form import EndForm, PlanForm, PlayForm, SeenForm, TurnForm
from game.scenario.problem import general

FOLDER: Final = Path(__file__).resolve().parent / "plans"
MADE: Final = frozenset({"plan-replay"})
"""What no file can bring about: it would be a fault of the program."""
_BETWEEN: Final = re.compile(r"(<!-- plans: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_SEEN: Final = frozenset(SeenForm.__struct_fields__)
FORMS: Final[tuple[tuple[type[Struct], str, str], ...]] = (
    (PlanForm, "整份计划", "The whole plan"),
    (PlayForm, "`plays` 里的一局", "One play of `plays`"),
    (TurnForm, "`turns` 里的一句", "One entry of `turns`"),
    (EndForm, "`expect`", "`expect`"),
    (SeenForm, "`turns` 和 `expect` 里都能写的", "What both `turns` and `expect` take"),
)
WORDS: Final = {
    "head": (("键", "中文名", "必填", "写什么", "意思"), ("key", "in Chinese", "required", "takes", "meaning")),
    "line": ("第 {line} 行第 {column} 列", "line {line}, column {column}"),
    "made": (
        "没有文件能引出它：出现了就是程序的错。",
        "No file brings this about; it would be a fault of the program.",
    ),
}
RANGE: Final = {"zh": ("见“范围”", "范围"), "en": ("see “A range”", "a range")}
"""How ranges are told on this page, which has no table of them."""
Excerpts = Callable[[bytes, bytes, str], str]


def filled(page: str, language: str, excerpts: Excerpts) -> str:
    """Return a page with what stands between its markers made anew; `excerpts` shows where two files differ."""
    made = {"keys": keys(language), "codes": "\n" + "\n".join(entry(code, language, excerpts) for code in PLAN) + "\n"}
    return _BETWEEN.sub(lambda found: found[1] + made[found[2]] + found[3], page)


def keys(language: str) -> str:
    """Return a table of keys for each map of a plan."""
    return "".join(f"\n### {tables.pick(language, zh, en)}\n{_keys(form, language)}" for form, zh, en in FORMS)


def _keys(form: type[Struct], language: str) -> str:
    head, _ = WORDS["head"] if language == "zh" else reversed(WORDS["head"])
    names = key_names(form)
    rows = []
    for field in inspect.type_info(form).fields:  # type: ignore[attr-defined]
        if form is SeenForm or field.encode_name not in _SEEN:
            wanted = tables.pick(language, "必填", "yes") if field.required else ""
            told = field.type.extra[language]
            takes = tables.takes(field.type, language).replace(*RANGE[language])
            rows.append((f"`{field.encode_name}`", names[field.encode_name], wanted, takes, told))
    return tables.table(tuple(head), rows)


def example(code: str) -> Example:
    """Return the example of a code."""
    return Example(path(code, "bad").read_bytes(), path(code, "good").read_bytes())


def path(code: str, which: str) -> Path:
    """Return the file of an example, `which` is "bad" or "good"."""
    return FOLDER / code / f"{which}.plays.yaml"


def problems(code: str, which: str) -> tuple[Problem, ...]:
    """Return what is wrong with the plan of an example."""
    return look_over(path(code, which))


def entry(code: str, language: str, excerpts: Excerpts) -> str:
    """Return one code's part of the page: message and hint with the words of its example, and both excerpts."""
    english = language == "en"
    if code in MADE:
        told = f"{general(PLAN[code].message, language)}{' ' * english}{general(PLAN[code].hint, language)}"
        return f"### {code}\n\n> {told}\n\n{WORDS['made'][english]}\n"
    found, problem = example(code), problems(code, "bad")[0]
    place = str(WORDS["line"][english]).format(line=problem.line, column=problem.column)
    said = f"{problem.message(language)}{' ' * english}{problem.hint(language)}"
    return f"### {code}\n\n{place}\n\n> {said}\n\n{excerpts(found.bad, found.good, language)}"
