"""The form of a scenario file, key by key: the one model that reading, the JSON Schema and the format reference share.

Every key is explained here in both languages. What the form cannot say (ids that lead nowhere, adequate < desired) stands
in `check`; what the keys come to mean stands in `records`.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from game.scenario import words
from game.scenario.words import Channel, Component, Domain, Fault, Kind, Language, Mood, Origin


def told(zh: str, en: str) -> Meta:
    """Return what a key means, in both languages."""
    return Meta(description=f"{zh} / {en}", extra={"zh": zh, "en": en})


Id = Annotated[str, Meta(extra={"id": True}, extra_json_schema={"pattern": r"^[\p{L}\p{N}_-]{1,64}$"})]
"""1 to 64 letters, digits, `-` or `_` of any script, read as written."""
Tag = Annotated[str, Meta(extra={"words": "tags"}, extra_json_schema={"enum": list(words.TAG_IDS)})]
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

    zh: Annotated[str | None, told("中文", "in Chinese")] = None
    en: Annotated[str | None, told("英文", "in English")] = None


Words = str | TextForm


class RangeForm(Form):
    """A closed range."""

    min: Annotated[int | None, told("至少", "at least")] = None
    max: Annotated[int | None, told("至多", "at most")] = None


class ConditionForm(Form, rename={"no": "not"}):
    """A condition: all of its keys must hold."""

    heat: Annotated[RangeForm | None, told("情绪热度在这个范围内", "the heat lies in this range")] = None
    knows: Annotated[list[Id] | None, told("这些事实都已经问到", "all these facts have been found out")] = None
    said: Annotated[
        list[str] | None,
        told("这些回应都说过，写成 节点/回应", "all these responses have been picked, as beat/response"),
    ] = None
    promised: Annotated[
        list[Id] | None, told("这些承诺都在本局里做过", "all these promises were made in this play")
    ] = None
    kept: Annotated[list[Id] | None, told("这些承诺都已兑现", "all these promises have been kept")] = None
    need_known: Annotated[bool | None, told("客户的需要已被说中", "the customer's need has been named")] = None
    persona: Annotated[list[Id] | None, told("客户是其中一种性格", "the customer is any of these personas")] = None
    meters: Annotated[dict[Id, RangeForm] | None, told("计数器在范围内", "the meters lie in these ranges")] = None
    perceived: Annotated[
        dict[Component, RangeForm] | None, told("感知在范围内", "what is perceived lies in these ranges")
    ] = None
    desired: Annotated[
        dict[Component, RangeForm] | None, told("理想值在范围内", "what is desired lies in these ranges")
    ] = None
    all: Annotated[list["ConditionForm"] | None, told("这些条件全部成立", "all of these conditions hold")] = None
    any: Annotated[list["ConditionForm"] | None, told("这些条件至少一条成立", "at least one of these holds")] = None
    no: Annotated["ConditionForm | None", told("这个条件不成立", "this condition does not hold")] = None


If = Annotated[ConditionForm | None, told("条件；最后一条不写", "the condition; the last one has none")]


class LineForm(Form, rename={"when": "if"}):
    """One of several things that may be said."""

    says: Annotated[Words, told("说的话", "the words")]
    when: If = None


Lines = str | TextForm | list[LineForm]


class RouteForm(Form, rename={"when": "if"}):
    """One of several ways on."""

    to: Annotated[Id, told("节点、结局，或 back", "a beat, an ending, or back")]
    when: If = None


class ExpectationForm(Form, rename={"origin": "from"}):
    """One component of what the customer expects."""

    weight: Annotated[
        Level | None, told("权重 0–10；默认 2；0 只展示不计分", "weight 0–10; default 2; 0 is shown and not scored")
    ] = None
    adequate: Annotated[Level | None, told("可接受的下限 0–10；默认 5", "what would be adequate, 0–10; default 5")] = (
        None
    )
    desired: Annotated[Level | None, told("理想的水平 0–10；默认 7", "what is desired, 0–10; default 7")] = None
    perceived: Annotated[
        Level | None, told("目前的感知 0–10；默认 5", "what has been experienced so far, 0–10; default 5")
    ] = None
    can: Annotated[
        Level | None,
        told("我们真能兑现的水平 0–10；默认 7", "what the organisation can really deliver, 0–10; default 7"),
    ] = None
    origin: Annotated[Origin | None, told("这份期望从哪里来", "where this expectation comes from")] = None
    why: Annotated[Words | None, told("来源的一句话说明", "the source, in a sentence")] = None
    scale: Annotated[
        dict[Id, Words] | None,
        told(
            "某个水平在这里具体指什么，如 {7: 今天 18 点前到}", "what a level means here, such as {7: today by 18:00}"
        ),
    ] = None


Expects = dict[Component, ExpectationForm]
Feels = Annotated[
    list[Words] | None,
    told("感受：列表里的词（中英皆可）或自己的话", "feelings: words of the list, in either language, or a text"),
]
NeedId = Annotated[Id | None, told("话背后的需要，说中之前不显示", "the need behind the words, hidden until named")]


class CustomerForm(Form):
    """The customer as written."""

    name: Annotated[Words, told("称呼", "how the customer is called")]
    expects: Annotated[
        Expects, told("五种期望里有哪些，各是多少", "which of the five components count, and their levels")
    ]
    portrait: Annotated[str | None, told("画像", "the drawn character")] = None
    heat: Annotated[Level, told("开场情绪热度 0–10；默认 3", "heat at the start, 0–10; default 3")] = 3
    feels: Feels = None
    need: NeedId = None
    fault: Annotated[Fault, told("责任在谁；默认 nobody", "whose fault it is; default nobody")] = "nobody"


class PersonaForm(Form):
    """What another customer of the same case has otherwise."""

    label: Annotated[Words | None, told("列表里显示的名字", "the name shown in lists")] = None
    name: Annotated[Words | None, told("称呼", "how the customer is called")] = None
    heat: Annotated[Level | None, told("开场情绪热度 0–10", "heat at the start, 0–10")] = None
    feels: Feels = None
    need: NeedId = None
    fault: Annotated[Fault | None, told("责任在谁", "whose fault it is")] = None
    expects: Annotated[Expects | None, told("只写不同的数", "only the numbers that differ")] = None


class SpeakerForm(Form):
    """A further speaker."""

    name: Annotated[Words, told("称呼", "the name")]
    portrait: Annotated[str | None, told("画像", "the drawn character")] = None


class MeterForm(Form):
    """A bounded counter."""

    start: Annotated[MeterNumber, told("开始的数；默认 0", "the number at the start; default 0")] = 0
    min: Annotated[MeterNumber, told("下限；默认 0", "the least; default 0")] = 0
    max: Annotated[MeterNumber, told("上限；默认 100", "the most; default 100")] = 100
    label: Annotated[Words | None, told("显示的名字", "the name that is shown")] = None


class PromiseForm(Form):
    """What will happen, and by when."""

    about: Annotated[Component, told("关于哪种期望", "which component it is about")]
    level: Annotated[Level, told("答应到几分 0–10", "the level that is promised, 0–10")]
    by: Annotated[
        Words | None,
        told(
            "能核对的时间：“17:30”“周五 17:30”“2 小时内”",
            "a time that can be checked: 17:30, Friday 17:30, within 2 hours",
        ),
    ] = None
    say: Annotated[Words | None, told("承诺的原话，列在承诺栏里", "the promise in words, shown in the ledger")] = None


class ExtraForm(Form):
    """Something nobody asked for."""

    about: Annotated[Component, told("关于哪种期望", "which component it is about")]
    say: Annotated[Words | None, told("多做了什么", "what was done")] = None


class ResponseForm(Form, rename={"when": "if"}):
    """One thing the trainee can say or do."""

    say: Annotated[Words, told("说的话；最好不超过 80 字", "the words; best within 240 letters")]
    tags: Annotated[list[Tag] | None, told("标签，中英皆可", "tags, in either language")] = None
    names: Annotated[Id | None, told("说出的需要", "the need that is named")] = None
    deliver: Annotated[
        dict[Component, Change] | None,
        told("做成了什么：感知变化 −10 到 10", "what is done: changes to perceived, −10 to 10"),
    ] = None
    extra: Annotated[ExtraForm | None, told("没人要求、多做的一件事", "something nobody asked for")] = None
    promise: Annotated[
        dict[Id, PromiseForm] | None, told("承诺：把理想值抬到 level", "promises: raise desired to their level")
    ] = None
    keeps: Annotated[list[Id] | None, told("兑现这些承诺", "keeps these promises")] = None
    breaks: Annotated[list[Id] | None, told("违背这些承诺", "breaks these promises")] = None
    frame: Annotated[
        dict[Component, Level] | None, told("说明限制：只能到几分", "explains a limit: the level that can be had")
    ] = None
    meters: Annotated[dict[Id, MeterNumber] | None, told("计数器变化", "changes to meters")] = None
    heat: Annotated[Change, told("情绪热度的额外变化 −10 到 10", "a further change of heat, −10 to 10")] = 0
    learn: Annotated[list[Id] | None, told("由此得知的事实", "facts that come to light")] = None
    reply: Annotated[Lines | None, told("客户当场的回答", "what the customer answers at once")] = None
    when: Annotated[ConditionForm | None, told("满足条件才出现", "offered only if this holds")] = None
    again: Annotated[bool, told("可以再选一次；默认否", "may be picked again; default no")] = False
    then: Annotated[
        Id | list[RouteForm] | None,
        told(
            "去哪个节点或结局，或 back；默认文件里的下一个节点",
            "the beat or ending it leads to, or back; default the next beat",
        ),
    ] = None
    note: Annotated[Words | None, told("讲师点评，复盘时显示", "the instructor's comment in the debrief")] = None


class BeatForm(Form):
    """A moment of the talk."""

    says: Annotated[Lines, told("客户说的话", "what the customer says")]
    responses: Annotated[dict[Id, ResponseForm], told("1 到 6 个回应", "1 to 6 responses")]
    kind: Annotated[Kind, told("事前、交谈、事后；默认 talk", "before, talk or after; default talk")] = "talk"
    channel: Annotated[Channel | None, told("渠道", "the channel")] = None
    scene: Annotated[str | None, told("背景画面", "the drawn background")] = None
    speaker: Annotated[Id | None, told("说话的人；默认客户本人", "who speaks; default the customer")] = None
    mood: Annotated[Mood | None, told("表情；默认随情绪热度", "the face; default it follows the heat")] = None
    patience: Annotated[Seconds | None, told("等多少秒；到时算沉默", "seconds to wait; then it counts as silence")] = (
        None
    )


class EndingForm(Form):
    """How the talk ends."""

    says: Annotated[Lines | None, told("客户最后说的话", "the customer's last words")] = None
    lost: Annotated[bool, told("客户就此流失；默认否", "the customer has been lost; default no")] = False


class InterruptForm(Form, rename={"when": "if"}):
    """What may break into the talk, once."""

    when: Annotated[ConditionForm, told("什么时候插进来", "when it breaks in")]
    to: Annotated[Id, told("去哪个节点或结局", "the beat or ending it leads to")]


class FollowsForm(Form):
    """The earlier scenario with the same customer."""

    scenario: Annotated[Id, told("前一个情景的 id", "the earlier scenario's id")]
    personas: Annotated[
        dict[Literal["exceeded", "met", "acceptable", "below"], Id] | None,
        told("上次的评定对应这次的哪种性格", "which persona each earlier verdict proposes"),
    ] = None


class ScenarioForm(Form):
    """A scenario file."""

    format: Annotated[Literal[1], told("格式版本，写 1", "the version of the format: 1")]
    id: Annotated[Id, told("情景的 id", "the scenario's id")]
    title: Annotated[Words, told("标题", "the title")]
    domain: Annotated[Domain, told("行业", "the domain")]
    customer: Annotated[CustomerForm, told("客户", "the customer")]
    beats: Annotated[dict[Id, BeatForm], told("节点，按顺序", "the beats, in order")]
    endings: Annotated[dict[Id, EndingForm], told("结局", "the endings")]
    brief: Annotated[
        Words | None,
        told("开场前告诉学员的：案情、规定、底线", "what the trainee knows before the talk: case, policy, limits"),
    ] = None
    level: Annotated[Difficulty | None, told("难度 1–5", "difficulty, 1–5")] = None
    minutes: Annotated[Minutes | None, told("大约几分钟", "about how many minutes")] = None
    tags: Annotated[list[str] | None, told("自由的关键词", "free key words")] = None
    authors: Annotated[list[Words] | None, told("作者", "authors")] = None
    sources: Annotated[list[Words] | None, told("出处", "sources")] = None
    languages: Annotated[
        list[Language] | None, told("写了哪些语言；默认两种", "the languages it is written in; default both")
    ] = None
    cast: Annotated[dict[Id, SpeakerForm] | None, told("其他说话的人", "further speakers")] = None
    meters: Annotated[
        dict[Id, MeterForm] | None,
        told("计数器，如补偿额度、舆情", "counters such as goodwill budget or public opinion"),
    ] = None
    facts: Annotated[dict[Id, Words] | None, told("可以问到的事实", "facts that can be found out")] = None
    needs: Annotated[dict[Id, Words] | None, told("列表之外的需要", "needs beyond the list")] = None
    personas: Annotated[
        dict[Id, PersonaForm] | None, told("同一情景的其他性格", "other customers of the same case")
    ] = None
    follows: Annotated[FollowsForm | None, told("接着哪个情景", "the scenario that this one follows")] = None
    interrupts: Annotated[list[InterruptForm] | None, told("会插进来的事", "what may break in")] = None
    allow: Annotated[
        dict[str, Words] | None,
        told("哪些疑点不用再报，各写一句理由", "smells that need not be told, each with the reason"),
    ] = None
    start: Annotated[
        Id | None, told("第一个节点；默认文件里的第一个", "the first beat; default the first in the file")
    ] = None
