"""What forms are made of: explained keys, ids, numbers, texts in both languages, conditions and what hangs on them."""

from typing import Annotated

from msgspec import Meta, Struct

from game.scenario import words
from game.scenario.words import Component, named


def told(zh: str, en: str, name: str = "") -> Meta:
    """Return what a key means, in both languages, and its Chinese name, which may stand in a file in its place."""
    return Meta(description=f"{zh} / {en}", extra={"zh": zh, "en": en, "name": name})


Id = Annotated[str, Meta(extra={"id": True}, extra_json_schema={"pattern": r"^[\p{L}\p{N}_-]{1,64}$"})]
"""1 to 64 letters, digits, `-` or `_` of any script, read as written."""
Target = Annotated[Id, named(words.BACK)]
PersonaId = Annotated[Id, named(words.BASE)]
Need = Annotated[Id, named(words.NEEDS, own="needs")]
Tag = Annotated[str, named(words.TAGS), Meta(extra={"words": "tags"}, extra_json_schema={"enum": list(words.TAG_IDS)})]
Portrait = Annotated[str, named(words.PORTRAITS)]
Scene = Annotated[str, named(words.SCENES)]
Said = Annotated[str, named(words.SILENT), Meta(extra={"after": "/"})]
"""A response as beat/response; the word stands after the stroke."""
Level = Annotated[int, Meta(ge=0, le=10)]
Change = Annotated[int, Meta(ge=-10, le=10)]
Difficulty = Annotated[int, Meta(ge=1, le=5)]
Minutes = Annotated[int, Meta(ge=1, le=600)]
Seconds = Annotated[int, Meta(ge=1, le=3600)]
MeterNumber = Annotated[int, Meta(ge=-1_000_000_000, le=1_000_000_000)]


class Form(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A map whose keys are known beforehand."""


class TextForm(Form):
    """Words in both languages."""

    zh: Annotated[str | None, told("中文", "in Chinese", "中文")] = None
    en: Annotated[str | None, told("英文", "in English", "英文")] = None


Words = str | TextForm
Feeling = Annotated[str, named(words.FEELINGS)] | TextForm


class RangeForm(Form):
    """A closed range."""

    min: Annotated[int | None, told("至少", "at least", "至少")] = None
    max: Annotated[int | None, told("至多", "at most", "至多")] = None


class ConditionForm(Form, rename={"no": "not"}):
    """A condition: all of its keys must hold."""

    heat: Annotated[RangeForm | None, told("情绪热度在这个范围内", "the heat lies in this range", "情绪热度")] = None
    knows: Annotated[list[Id] | None, told("这些事实都已经问到", "all these facts have been found out", "已知")] = None
    said: Annotated[
        list[Said] | None,
        told("这些回应都说过，写成 节点/回应", "all these responses have been picked, as beat/response", "说过"),
    ] = None
    promised: Annotated[
        list[Id] | None, told("这些承诺都在本局里做过", "all these promises were made in this play", "承诺过")
    ] = None
    kept: Annotated[list[Id] | None, told("这些承诺都已兑现", "all these promises have been kept", "兑现过")] = None
    need_known: Annotated[
        bool | None, told("客户的需要已被说中", "the customer's need has been named", "需要已说中")
    ] = None
    persona: Annotated[
        list[PersonaId] | None, told("客户是其中一种性格", "the customer is any of these personas", "性格")
    ] = None
    meters: Annotated[
        dict[Id, RangeForm] | None, told("计数器在范围内", "the meters lie in these ranges", "计数器")
    ] = None
    perceived: Annotated[
        dict[Component, RangeForm] | None, told("感知在范围内", "what is perceived lies in these ranges", "感知")
    ] = None
    desired: Annotated[
        dict[Component, RangeForm] | None, told("理想值在范围内", "what is desired lies in these ranges", "理想")
    ] = None
    all: Annotated[
        list["ConditionForm"] | None, told("这些条件全部成立", "all of these conditions hold", "全部满足")
    ] = None
    any: Annotated[
        list["ConditionForm"] | None, told("这些条件至少一条成立", "at least one of these holds", "任一满足")
    ] = None
    no: Annotated["ConditionForm | None", told("这个条件不成立", "this condition does not hold", "不满足")] = None


If = Annotated[ConditionForm | None, told("条件；最后一条不写", "the condition; the last one has none", "条件")]


class LineForm(Form, rename={"when": "if"}):
    """One of several things that may be said."""

    says: Annotated[Words, told("说的话", "the words", "说")]
    when: If = None


Lines = str | TextForm | list[LineForm]


class RouteForm(Form, rename={"when": "if"}):
    """One of several ways on."""

    to: Annotated[Target, told("节点、结局，或 back（返回）", "a beat, an ending, or back", "去向")]
    when: If = None
