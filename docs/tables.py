"""The tables of the documentation, made from the model of the files, the lists of words and the standard rulebook."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml
from msgspec import inspect

from game.course.faults import FAULTS
from game.course.form import AssignedForm, AttemptsForm, CourseForm, PassForm, PhaseForm, WeightsForm
from game.engine import standard
from game.engine.overlay import EffectForm, LessonForm, RulebookForm, RuleForm
from game.engine.rulebook import Effect
from game.scenario import form, words
from game.scenario.names import bare, extra, key_names
from game.scenario.problem import general

FORMS: Final = (
    (form.ScenarioForm, "整个文件", "The whole file"),
    (form.CustomerForm, "`customer` 客户", "`customer`"),
    (form.ExpectationForm, "`customer.expects` 期望里的一项", "One entry of `customer.expects`"),
    (form.PersonaForm, "`personas` 性格里的一项", "One entry of `personas`"),
    (form.SpeakerForm, "`cast` 其他人物里的一项", "One entry of `cast`"),
    (form.MeterForm, "`meters` 计数器里的一项", "One entry of `meters`"),
    (form.FollowsForm, "`follows` 前情", "`follows`"),
    (form.InterruptForm, "`interrupts` 突发里的一条", "One entry of `interrupts`"),
    (form.BeatForm, "`beats` 里的一个节点", "One beat of `beats`"),
    (form.ResponseForm, "节点的 `responses` 里的一个回应", "One response of a beat"),
    (form.PromiseForm, "`promise` 承诺里的一项", "One entry of `promise`"),
    (form.ExtraForm, "`extra` 惊喜", "`extra`"),
    (
        form.LineForm,
        "`says` 客户说、`reply` 客户答写成列表时的一条",
        "One entry of `says` or `reply` written as a list",
    ),
    (form.RouteForm, "`then` 去向写成列表时的一条", "One entry of `then` written as a list"),
    (form.EndingForm, "`endings` 里的一个结局", "One ending of `endings`"),
    (form.ConditionForm, "条件 `if`", "A condition, `if`"),
    (form.RangeForm, "范围", "A range"),
)
COURSE_FORMS: Final[tuple[tuple[type[msgspec.Struct], str, str], ...]] = (
    (CourseForm, "整个文件", "The whole file"),
    (PassForm, "`pass` 通过", "`pass`"),
    (WeightsForm, "`weights` 比重", "`weights`"),
    (AttemptsForm, "`attempts` 次数", "`attempts`"),
    (PhaseForm, "`phases` 阶段里的一个", "One of `phases`"),
    (AssignedForm, "`scenarios` 情景里的一位客户", "One customer of `scenarios`"),
)
WHEN: Final = Path(__file__).resolve().parent / "when.yaml"
_TYPES: Final[dict[type, tuple[str, str]]] = {
    inspect.IntType: ("整数", "whole number"),
    inspect.BoolType: ("是或否（`true`、`false`）", "`true` or `false`"),
}


def pick(language: str, zh: str, en: str) -> str:
    """Return the words of one language."""
    return zh if language == "zh" else en


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return (
        "\n" + "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines) + "\n"
    )


def keys(language: str) -> str:
    """Return a table of keys for each map of a scenario file."""
    return "".join(_keys(kind, f"### {pick(language, zh, en)}", language) for kind, zh, en in FORMS)


def course_keys(language: str) -> str:
    """Return the tables of keys of a course file."""
    return "".join(_keys(kind, f"### {pick(language, zh, en)}", language) for kind, zh, en in COURSE_FORMS)


def course_codes(language: str) -> str:
    """Return the table of what a check can find in a course file or a roster."""
    rows = [
        (f"`{code}`", *(general(text, language, CourseForm) for text in (says.message, says.hint)))
        for code, says in FAULTS.items()
    ]
    head = ("代码", "哪里不对", "怎么改") if language == "zh" else ("code", "what is wrong", "what to do")
    return table(head, rows)


def rulebook_keys(language: str) -> str:
    """Return the tables of keys of a rulebook file."""
    titles: dict[type[msgspec.Struct], str] = {
        RulebookForm: pick(language, "规则文件", "A rulebook file"),
        RuleForm: pick(language, "一条规则", "One rule"),
        EffectForm: pick(language, "`effect` 效果", "`effect`"),
        LessonForm: pick(language, "`lesson` 课卡", "`lesson`"),
    }
    return "".join(_keys(kind, f"### {title}", language) for kind, title in titles.items())


def _keys(kind: type[msgspec.Struct], title: str, language: str) -> str:
    rows = []
    names = key_names(kind)
    for field in inspect.type_info(kind).fields:  # type: ignore[attr-defined]
        wanted = pick(language, "必填", "yes") if field.required else ""
        key = (f"`{field.encode_name}`", f"`{names[field.encode_name]}`" if field.encode_name in names else "")
        rows.append((*key, wanted, takes(field.type, language), field.type.extra[language]))
    chinese = ("英文写法", "中文写法", "必填", "写什么", "意思")
    head = chinese if language == "zh" else ("key", "Chinese name", "required", "takes", "meaning")
    return f"\n{title}\n{table(head, rows)}"


def takes(kind: Any, language: str) -> str:
    """Return in words what may be written for a key."""
    about, kind = extra(kind), bare(kind)
    if isinstance(kind, inspect.UnionType):
        return _either(kind, language)
    if isinstance(kind, inspect.StrType):
        told = {"id": ("id", "id"), "words": ("标签", "tag")}
        return pick(language, *next((told[name] for name in told if about.get(name)), ("文字", "text")))
    if isinstance(kind, inspect.ListType):
        return pick(language, "列表：", "list of: ") + takes(kind.item_type, language)
    if isinstance(kind, inspect.DictType):
        return f"{_each(kind.key_type, language)}: {takes(kind.value_type, language)}"
    if isinstance(kind, inspect.StructType):
        return pick(language, "见", "see ") + _title(kind.cls, language)
    if isinstance(kind, inspect.LiteralType):
        return _words(kind, about.get("names", {}), language)
    return _number(kind, language)


def _words(kind: inspect.LiteralType, names: words.Names, language: str) -> str:
    """Return what a word may be, in the order of its list, on the Chinese page by both names."""
    known = list(names) or [str(value) for value in kind.values]
    told = [f"`{id_}` {names[id_][0]}" if language == "zh" and id_ in names else f"`{id_}`" for id_ in known]
    return pick(language, "、", ", ").join(told)


def _either(kind: inspect.UnionType, language: str) -> str:
    options = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
    told = [takes(option, language) for option in options if getattr(option, "cls", None) is not form.TextForm]
    bilingual = len(told) < len(options)
    return pick(language, " 或 ", " or ").join(told) + (
        pick(language, "（可分中文、英文）", " (also as zh, en)") if bilingual else ""
    )


def _each(kind: Any, language: str) -> str:
    if not isinstance(bare(kind), inspect.LiteralType):
        return "id"
    same = extra(kind)["names"] == words.COMPONENTS
    return pick(language, "期望构成", "component") if same else pick(language, "评定", "verdict")


def _title(kind: type, language: str) -> str:
    titles = {cls: (zh, en) for cls, zh, en in (*FORMS, *COURSE_FORMS)}
    for cls in kind.__mro__:
        if cls in titles:
            return f"“{pick(language, *titles[cls])}”"
    return pick(language, "下文", "below")


def _number(kind: Any, language: str) -> str:
    told = pick(language, *_TYPES[type(kind)])
    low, high = getattr(kind, "ge", None), getattr(kind, "le", None)
    if low is None or abs(low) >= 1_000_000_000:
        return told
    return f"{told} {low}–{high}" if low >= 0 else f"{told} −{-low} {pick(language, '到', 'to')} {high}"


def names(*lists: words.Names) -> Callable[[str], str]:
    """Return the table of one or more lists of words."""

    def made(language: str) -> str:
        rows = [(f"`{id_}`", f"`{zh}`", en) for listed in lists for id_, (zh, en) in listed.items()]
        head = ("英文写法", "中文写法", "英文里的叫法") if language == "zh" else ("word", "Chinese name", "shown as")
        return table(head, rows)

    return made


def rules(language: str) -> str:
    """Return the table of the standard rulebook: what each rule is called, when it fires, what it does, its source."""
    when = yaml.safe_load(WHEN.read_text(encoding="utf-8"))
    book = standard().rules
    rows = [
        (
            f"`{id_}`",
            book[id_].name.told(language),
            told[language],
            effect(book[id_].effect, language),
            book[id_].source,
        )
        for id_, told in when.items()
    ]
    head = (
        ("规则", "名称", "什么时候触发", "效果", "出处")
        if language == "zh"
        else ("rule", "name", "fires when", "effect", "source")
    )
    return table(head, rows)


def effect(made: Effect, language: str) -> str:
    """Return the numbers of an effect in words."""
    told = [pick(language, f"阻碍，权重 {made.weight}", f"blocker of weight {made.weight}")] if made.weight else []
    told += [f"{_component(name, language)} {signed(change)}" for name, change in made.perceived]
    for name, zh, en in (("about", "所涉的期望", "its component"), ("heat", "热度", "heat"), ("set", "设定分", "set")):
        if getattr(made, name):
            told.append(f"{pick(language, zh, en)} {signed(getattr(made, name))}")
    if made.empathy:
        told.append(pick(language, f"本轮同理心 {signed(made.empathy)}", f"empathy of the turn {signed(made.empathy)}"))
    if made.divide != 1:
        told.append(pick(language, f"正的兑现除以 {made.divide}", f"positive deliveries divided by {made.divide}"))
    if made.lowers:
        told.append(pick(language, f"理想值最多降 {made.lowers}", f"desired falls by at most {made.lowers}"))
    if made.again is not None:
        told.append(
            pick(language, "本局第二次失信起：", "from the second broken promise on: ") + effect(made.again, language)
        )
    return pick(language, "，", ", ").join(told) or pick(language, "只给反馈", "feedback only")


def _component(name: words.Component, language: str) -> str:
    return pick(language, *words.COMPONENTS[name])


def signed(number: int) -> str:
    """Return a number with its sign, a true minus."""
    return f"+{number}" if number > 0 else f"−{-number}"


TABLES: Final[dict[str, Callable[[str], str]]] = {
    "keys": keys,
    "rulebook-keys": rulebook_keys,
    "course-keys": course_keys,
    "course-codes": course_codes,
    "rules": rules,
    "empathy": names(words.EMPATHY),
    "nvc": names(words.NVC),
    "acts": names(words.ACTS),
    "blockers": names(words.BLOCKERS),
    "needs": names(words.NEEDS),
    "feelings": names(words.FEELINGS),
    "moods": names(words.MOODS),
    "portraits": names(words.PORTRAITS),
    "scenes": names(words.SCENES),
    "components": names(words.COMPONENTS),
    "origins": names(words.ORIGINS),
    "domains": names(words.DOMAINS),
    "faults": names(words.FAULTS),
    "kinds": names(words.KINDS),
    "channels": names(words.CHANNELS),
    "verdicts": names(words.VERDICTS),
    "languages": names(words.LANGUAGE_NAMES),
    "reserved": names(words.BACK, words.BASE, words.DEAD_END, words.SILENT),
    "truth": names(words.TRUTH),
}
"""What may stand between markers, by name."""
