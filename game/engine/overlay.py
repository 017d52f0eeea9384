"""Rulebook files: the standard one, and overlays that change its numbers and words or switch rules off.

Both are read and checked like scenarios: all problems at once, each with its place, what is wrong and what to do.
"""

import hashlib
import string
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from game.engine.rulebook import Effect, Lesson, Rule, Rulebook
from game.engine.rules import RULES
from game.scenario.begun import look_over
from game.scenario.build import text
from game.scenario.events import Enough, Sheet, scan
from game.scenario.form import Form, Id, ScenarioForm, TextForm, Words, told
from game.scenario.links import is_id
from game.scenario.mend import fit
from game.scenario.names import either, key
from game.scenario.problem import Problem, nearest
from game.scenario.records import Text
from game.scenario.words import Component, Names, named

PLACEHOLDERS: Final = frozenset({"customer", "component", "promise", "by", "need", "extra"})
Points = Annotated[int, Meta(ge=-100, le=100)]
Step = Annotated[int, Meta(ge=-10, le=10)]
Size = Annotated[int, Meta(ge=0, le=10)]
_BASES: Final[Names] = {"standard": ("标准", "standard")}
_BLANK: Final = Lesson(Text(), Text(), Text(), Text())
Divisor = Annotated[int, Meta(ge=1, le=10)]


class EffectForm(Form):
    """The numbers of a rule's effect."""

    weight: Annotated[Size | None, told("阻碍的权重", "the weight of the blocker", "权重")] = None
    perceived: Annotated[dict[Component, Step] | None, told("感知变化", "changes to perceived", "感知")] = None
    about: Annotated[
        Step | None, told("承诺或惊喜所在期望的变化", "change to the component it is about", "所涉期望")
    ] = None
    heat: Annotated[Step | None, told("热度变化", "change of heat", "情绪热度")] = None
    set: Annotated[Points | None, told("设定分变化", "set points", "设定分")] = None
    empathy: Annotated[Points | None, told("本轮同理心变化", "change to the turn's empathy", "同理心")] = None
    divide: Annotated[Divisor | None, told("兑现除以几", "what deliveries are divided by", "除以")] = None
    lowers: Annotated[Size | None, told("理想值最多降几", "how far desired falls at most", "最多降")] = None
    again: Annotated["EffectForm | None", told("第二次起的效果", "the effect from the second time on", "第二次起")] = (
        None
    )


class LessonForm(Form):
    """A rule's card."""

    what: Annotated[Words | None, told("是什么", "what it is", "是什么")] = None
    why: Annotated[Words | None, told("为什么", "why it works", "为什么")] = None
    good: Annotated[Words | None, told("好例子", "a good example", "好例子")] = None
    bad: Annotated[Words | None, told("坏例子", "a bad example", "坏例子")] = None


class RuleForm(Form):
    """What a file says of one rule."""

    name: Annotated[Words | None, told("名字", "its name", "名称")] = None
    effect: Annotated[EffectForm | None, told("数值", "its numbers", "效果")] = None
    feedback: Annotated[list[Words] | None, told("反馈的话", "lines of feedback", "反馈")] = None
    lesson: Annotated[LessonForm | None, told("课卡", "its lesson card", "课卡")] = None
    source: Annotated[str | None, told("出处", "its source", "出处")] = None
    off: Annotated[bool, told("写“是”（true）就停用", "true switches it off", "停用")] = False


class RulebookForm(Form):
    """A rulebook file."""

    format: Annotated[Literal[1], told("格式版本，写 1", "the version of the format: 1", "格式")]
    id: Annotated[Id, told("规则集的 id", "the rulebook's id", "编号")]
    version: Annotated[int, told("版本号", "its version", "版本")]
    rules: Annotated[dict[str, RuleForm], told("规则", "the rules", "规则")]
    title: Annotated[Words | None, told("标题", "its title", "标题")] = None
    extends: Annotated[
        Annotated[Literal["standard"], named(_BASES)] | None,
        told("写“标准”（standard）：在标准规则上修改", "standard: what it changes", "基于"),
    ] = None


def read_rulebook(raw: bytes, file: str, base: Rulebook | None = None) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """Return the rulebook in `raw`, laid over `base` where one is given, None if it has errors, and all problems."""
    sheet = scan(raw, file)
    form = None
    try:
        if not sheet.problems or sheet.root is not None:
            form = _form(sheet)
            _Check(sheet, form, base).check()
        else:
            look_over(sheet, lambda: fit(sheet, RulebookForm))
    except Enough:
        form = None
    problems = tuple(sorted(sheet.problems, key=lambda problem: (problem.line, problem.column)))
    if form is None or any(problem.level == "error" for problem in problems):
        return None, problems
    return _rulebook(form, base, raw), problems


def _form(sheet: Sheet) -> RulebookForm:
    try:
        return msgspec.convert(sheet.root, RulebookForm)
    except msgspec.ValidationError:
        return msgspec.convert(fit(sheet, RulebookForm), RulebookForm)


class _Check:
    def __init__(self, sheet: Sheet, form: RulebookForm, base: Rulebook | None) -> None:
        self.sheet = sheet
        self.form = form
        self.base = base

    def check(self) -> None:
        """Tell unknown rules, numbers that a rule does not have, and words in braces that nothing fills."""
        if self.sheet.root.get("id") is not None and not is_id(self.form.id):
            self.sheet.add("bad-id", self.sheet.at(("id",)), value=self.form.id)
        self._text(self.form.title, ("title",))
        for id_, rule in self.form.rules.items():
            self._texts(rule, ("rules", id_))
            if id_ not in RULES:
                self.sheet.add(
                    "unknown-rule", self.sheet.at(("rules", id_), True), value=id_, nearest=nearest(id_, RULES)
                )
                continue
            if self.base is not None and rule.effect is not None:
                self._effect(rule.effect, self.base.rules[id_].effect, ("rules", id_, "effect"))
            if rule.feedback == [] and self.sheet.root["rules"][id_]["feedback"] == []:
                self.sheet.add(
                    "empty-map",
                    self.sheet.at((here := ("rules", id_, "feedback")), True),
                    key=self.sheet.spelled(here, "feedback", True),
                )
            for place, line in enumerate(rule.feedback or ()):
                self._feedback(line, ("rules", id_, "feedback", place))

    def _texts(self, rule: RuleForm, path: tuple[Any, ...]) -> None:
        """Tell texts of a rule in which nothing stands."""
        self._text(rule.name, (*path, "name"))
        self._text(rule.source, (*path, "source"))
        for place, line in enumerate(rule.feedback or ()):
            self._text(line, (*path, "feedback", place))
        for part in LessonForm.__struct_fields__ if rule.lesson is not None else ():
            self._text(getattr(rule.lesson, part), (*path, "lesson", part))

    def _text(self, words: Words | None, path: tuple[Any, ...]) -> None:
        """Tell a text that is empty, in any language in which it is written; what was refused is told already."""
        if words is None or self.sheet.refused(path) != isinstance(words, TextForm):
            return
        told_ = [words] if isinstance(words, str) else [one for one in (words.zh, words.en) if one is not None]
        if not all(one.strip() for one in told_) or (not told_ and self.sheet.sound(path)):
            key_ = next(step for step in reversed(path) if isinstance(step, str))
            name = self.sheet.spelled(path, key_, on_key=True) if path[-1] == key_ else str(key_)
            self.sheet.add("empty-text", self.sheet.at(path), key=name)

    def _effect(self, form: EffectForm, base: Effect, path: tuple[Any, ...]) -> None:
        has = [name for name in Effect.__struct_fields__ if getattr(base, name) != getattr(Effect(), name)]
        for name in EffectForm.__struct_fields__:
            if getattr(form, name) is not None and name not in has:
                place = self.sheet.at((*path, name), True)
                self.sheet.add("unknown-effect", place, **self._told(name, (*path, name), has))
        if form.again is not None and base.again is not None:
            self._effect(form.again, base.again, (*path, "again"))

    def _told(self, name: str, path: tuple[Any, ...], has: list[str]) -> dict[str, str]:
        """Return what is told of a number that a rule does not have, by the names that the author has used."""
        names = [key(EffectForm, one, self.sheet.language) for one in has]
        written = self.sheet.spelled(path, name, on_key=True)
        known = {"known.zh": "、".join(names) or "没有", "known.en": ", ".join(names) or "none"}
        return {"value": written, "nearest": nearest(written, names), **known}

    def _feedback(self, line: Words, path: tuple[Any, ...]) -> None:
        written = text(line)
        for told_ in {written.zh or "", written.en or ""}:
            try:
                parsed = [part[1:] for part in string.Formatter().parse(told_) if part[1] is not None]
                names = {f"{name}:{spec}" if spec or convert else f"{name}" for name, spec, convert in parsed}
            except ValueError:
                names = {told_}
            for name in sorted(names - PLACEHOLDERS):
                known = ", ".join(sorted(PLACEHOLDERS))
                self.sheet.add("unknown-placeholder", self.sheet.at(path), value=name, known=known)


def _rulebook(form: RulebookForm, base: Rulebook | None, raw: bytes) -> Rulebook:
    below = base.rules if base is not None else {}
    rules = {id_: _rule(id_, form.rules.get(id_, RuleForm()), below.get(id_)) for id_ in RULES}
    digest = hashlib.sha256((base.sha256.encode() if base is not None else b"") + raw).hexdigest()
    title = text(form.title) if form.title is not None else text(form.id)
    return Rulebook(form.id, form.version, title, rules, digest)


def _rule(id_: str, form: RuleForm, base: Rule | None) -> Rule:
    below = base if base is not None else Rule(id_, Text(id_, id_), Effect(), (), _BLANK, "")
    lesson = form.lesson or LessonForm()
    parts = {name: getattr(lesson, name) for name in Lesson.__struct_fields__}
    return Rule(
        id_,
        text(form.name) if form.name is not None else below.name,
        _numbers(form.effect or EffectForm(), below.effect),
        tuple(text(line) for line in form.feedback) if form.feedback is not None else below.feedback,
        Lesson(
            **{name: text(part) if part is not None else getattr(below.lesson, name) for name, part in parts.items()}
        ),
        form.source if form.source is not None else below.source,
        form.off,
    )


def _numbers(form: EffectForm, base: Effect) -> Effect:
    perceived = {**dict(base.perceived), **(form.perceived or {})}
    again = base.again if form.again is None else _numbers(form.again, base.again or Effect())
    plain = ("weight", "about", "heat", "set", "empathy", "divide", "lowers")
    numbers = {name: getattr(form, name) if getattr(form, name) is not None else getattr(base, name) for name in plain}
    return Effect(perceived=tuple(perceived.items()), again=again, **numbers)


def is_rulebook(raw: bytes) -> bool:
    """Return whether a file is meant as a rulebook: it has rules and no beats."""
    rules, beats = either(RulebookForm, "rules"), either(ScenarioForm, "beats")
    if not any(name.encode() in raw for name in rules):
        return False
    root = scan(raw, "").seen
    return isinstance(root, dict) and not rules.isdisjoint(root) and beats.isdisjoint(root)
