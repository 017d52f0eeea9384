"""The form of a scenario file, key by key: the one model that reading, the JSON Schema and the format reference share.

Every key is explained here in both languages. What the form cannot say (ids that lead nowhere, adequate < desired) stands
in `check`; what the keys come to mean stands in `records`.
"""

from typing import Annotated, Literal

from game.scenario.parts import (
    Change,
    ConditionForm,
    Difficulty,
    Feeling,
    Form,
    Id,
    Level,
    LineForm,
    Lines,
    MeterNumber,
    Minutes,
    Need,
    PersonaId,
    Portrait,
    RangeForm,
    RouteForm,
    Scene,
    Seconds,
    Tag,
    Target,
    TextForm,
    Words,
    told,
)
from game.scenario.words import Channel, Component, Domain, Fault, Kind, Language, Mood, Origin, Verdict

__all__ = [
    "BeatForm",
    "ConditionForm",
    "CustomerForm",
    "EndingForm",
    "ExpectationForm",
    "ExtraForm",
    "FollowsForm",
    "Form",
    "Id",
    "InterruptForm",
    "Level",
    "LineForm",
    "MeterForm",
    "MeterNumber",
    "PersonaForm",
    "PersonaId",
    "PromiseForm",
    "RangeForm",
    "ResponseForm",
    "RouteForm",
    "ScenarioForm",
    "SpeakerForm",
    "TextForm",
    "Words",
    "told",
]


class ExpectationForm(Form, rename={"origin": "from"}):
    """One component of what the customer expects."""

    weight: Annotated[
        Level | None,
        told("权重 0–10；默认 2；0 只展示不计分", "weight 0–10; default 2; 0 is shown and not scored", "权重"),
    ] = None
    adequate: Annotated[
        Level | None, told("可接受的下限 0–10；默认 5", "what would be adequate, 0–10; default 5", "可接受")
    ] = None
    desired: Annotated[Level | None, told("理想的水平 0–10；默认 7", "what is desired, 0–10; default 7", "理想")] = None
    perceived: Annotated[
        Level | None, told("目前的感知 0–10；默认 5", "what has been experienced so far, 0–10; default 5", "感知")
    ] = None
    can: Annotated[
        Level | None,
        told("我们真能兑现的水平 0–10；默认 7", "what the organisation can really deliver, 0–10; default 7", "可兑现"),
    ] = None
    origin: Annotated[Origin | None, told("这份期望从哪里来", "where this expectation comes from", "来源")] = None
    why: Annotated[Words | None, told("来源的一句话说明", "the source, in a sentence", "说明")] = None
    scale: Annotated[
        dict[Id, Words] | None,
        told(
            "某个水平在这里具体指什么，如 {7: 今天 18 点前到}",
            "what a level means here, such as {7: today by 18:00}",
            "刻度",
        ),
    ] = None


Expects = dict[Component, ExpectationForm]
Feels = Annotated[
    list[Feeling] | None,
    told(
        "感受：列表里的词（中英皆可）或自己的话", "feelings: words of the list, in either language, or a text", "感受"
    ),
]
NeedId = Annotated[
    Need | None, told("话背后的需要，说中之前不显示", "the need behind the words, hidden until named", "需要")
]


class CustomerForm(Form):
    """The customer as written."""

    name: Annotated[Words, told("称呼", "how the customer is called", "姓名")]
    expects: Annotated[
        Expects, told("五种期望里有哪些，各是多少", "which of the five components count, and their levels", "期望")
    ]
    portrait: Annotated[Portrait | None, told("画像", "the drawn character", "画像")] = None
    heat: Annotated[Level, told("开场情绪热度 0–10；默认 3", "heat at the start, 0–10; default 3", "情绪热度")] = 3
    feels: Feels = None
    need: NeedId = None
    fault: Annotated[Fault, told("责任在谁；默认谁都没有", "whose fault it is; default nobody", "责任")] = "nobody"


class PersonaForm(Form):
    """What another customer of the same case has otherwise."""

    label: Annotated[Words | None, told("列表里显示的名字", "the name shown in lists", "名称")] = None
    name: Annotated[Words | None, told("称呼", "how the customer is called", "姓名")] = None
    heat: Annotated[Level | None, told("开场情绪热度 0–10", "heat at the start, 0–10", "情绪热度")] = None
    feels: Feels = None
    need: NeedId = None
    fault: Annotated[Fault | None, told("责任在谁", "whose fault it is", "责任")] = None
    expects: Annotated[Expects | None, told("只写不同的数", "only the numbers that differ", "期望")] = None


class SpeakerForm(Form):
    """A further speaker."""

    name: Annotated[Words, told("称呼", "the name", "姓名")]
    portrait: Annotated[Portrait | None, told("画像", "the drawn character", "画像")] = None


class MeterForm(Form):
    """A bounded counter."""

    start: Annotated[MeterNumber, told("开始的数；默认 0", "the number at the start; default 0", "起始")] = 0
    min: Annotated[MeterNumber, told("下限；默认 0", "the least; default 0", "下限")] = 0
    max: Annotated[MeterNumber, told("上限；默认 100", "the most; default 100", "上限")] = 100
    label: Annotated[Words | None, told("显示的名字", "the name that is shown", "名称")] = None


class PromiseForm(Form):
    """What will happen, and by when."""

    about: Annotated[Component, told("关于哪种期望", "which component it is about", "关于")]
    level: Annotated[Level, told("答应到几分 0–10", "the level that is promised, 0–10", "水平")]
    by: Annotated[
        Words | None,
        told(
            "能核对的时间：“17:30”“周五 17:30”“2 小时内”",
            "a time that can be checked: 17:30, Friday 17:30, within 2 hours",
            "时限",
        ),
    ] = None
    say: Annotated[
        Words | None, told("承诺的原话，列在承诺栏里", "the promise in words, shown in the ledger", "内容")
    ] = None


class ExtraForm(Form):
    """Something nobody asked for."""

    about: Annotated[Component, told("关于哪种期望", "which component it is about", "关于")]
    say: Annotated[Words | None, told("多做了什么", "what was done", "内容")] = None


class ResponseForm(Form, rename={"when": "if"}):
    """One thing the trainee can say or do."""

    say: Annotated[Words, told("说的话；最好不超过 80 字", "the words; best within 240 letters", "话术")]
    tags: Annotated[list[Tag] | None, told("标签，中英皆可", "tags, in either language", "标签")] = None
    names: Annotated[Need | None, told("说出的需要", "the need that is named", "说出需要")] = None
    deliver: Annotated[
        dict[Component, Change] | None,
        told("做成了什么：感知变化 −10 到 10", "what is done: changes to perceived, −10 to 10", "落实"),
    ] = None
    extra: Annotated[ExtraForm | None, told("没人要求、多做的一件事", "something nobody asked for", "惊喜")] = None
    promise: Annotated[
        dict[Id, PromiseForm] | None,
        told("承诺：把理想值抬到答应的水平", "promises: raise desired to their level", "承诺"),
    ] = None
    keeps: Annotated[list[Id] | None, told("兑现这些承诺", "keeps these promises", "兑现")] = None
    breaks: Annotated[list[Id] | None, told("违背这些承诺", "breaks these promises", "失信")] = None
    frame: Annotated[
        dict[Component, Level] | None,
        told("说明限制：只能到几分", "explains a limit: the level that can be had", "说明限制"),
    ] = None
    meters: Annotated[dict[Id, MeterNumber] | None, told("计数器变化", "changes to meters", "计数器")] = None
    heat: Annotated[Change, told("情绪热度的额外变化 −10 到 10", "a further change of heat, −10 to 10", "情绪热度")] = 0
    learn: Annotated[list[Id] | None, told("由此得知的事实", "facts that come to light", "得知")] = None
    reply: Annotated[Lines | None, told("客户当场的回答", "what the customer answers at once", "客户答")] = None
    when: Annotated[ConditionForm | None, told("满足条件才出现", "offered only if this holds", "条件")] = None
    again: Annotated[bool, told("可以再选一次；默认否", "may be picked again; default no", "可重复")] = False
    then: Annotated[
        Target | list[RouteForm] | None,
        told(
            "去哪个节点或结局，或 back（返回）；默认文件里的下一个节点",
            "the beat or ending it leads to, or back; default the next beat",
            "去向",
        ),
    ] = None
    note: Annotated[Words | None, told("讲师点评，复盘时显示", "the instructor's comment in the debrief", "点评")] = (
        None
    )


class BeatForm(Form):
    """A moment of the talk."""

    says: Annotated[Lines, told("客户说的话", "what the customer says", "客户说")]
    responses: Annotated[dict[Id, ResponseForm], told("1 到 6 个回应", "1 to 6 responses", "回应")]
    kind: Annotated[Kind, told("事前、交谈、事后；默认交谈", "before, talk or after; default talk", "阶段")] = "talk"
    channel: Annotated[Channel | None, told("渠道", "the channel", "渠道")] = None
    scene: Annotated[Scene | None, told("背景画面", "the drawn background", "场景")] = None
    speaker: Annotated[Id | None, told("说话的人；默认客户本人", "who speaks; default the customer", "说话人")] = None
    mood: Annotated[Mood | None, told("表情；默认随情绪热度", "the face; default it follows the heat", "表情")] = None
    patience: Annotated[
        Seconds | None, told("等多少秒；到时算沉默", "seconds to wait; then it counts as silence", "耐心")
    ] = None


class EndingForm(Form):
    """How the talk ends."""

    says: Annotated[Lines | None, told("客户最后说的话", "the customer's last words", "客户说")] = None
    lost: Annotated[bool, told("客户就此流失；默认否", "the customer has been lost; default no", "流失")] = False


class InterruptForm(Form, rename={"when": "if"}):
    """What may break into the talk, once."""

    when: Annotated[ConditionForm, told("什么时候插进来", "when it breaks in", "条件")]
    to: Annotated[Id, told("去哪个节点或结局", "the beat or ending it leads to", "去向")]


class FollowsForm(Form):
    """The earlier scenario with the same customer."""

    scenario: Annotated[Id, told("前一个情景的 id", "the earlier scenario's id", "情景")]
    personas: Annotated[
        dict[Verdict, PersonaId] | None,
        told("上次的评定对应这次的哪种性格", "which persona each earlier verdict proposes", "性格"),
    ] = None


class ScenarioForm(Form):
    """A scenario file."""

    format: Annotated[Literal[1], told("格式版本，写 1", "the version of the format: 1", "格式")]
    id: Annotated[Id, told("情景的 id", "the scenario's id", "编号")]
    title: Annotated[Words, told("标题", "the title", "标题")]
    domain: Annotated[Domain, told("行业", "the domain", "行业")]
    customer: Annotated[CustomerForm, told("客户", "the customer", "客户")]
    beats: Annotated[dict[Id, BeatForm], told("节点，按顺序", "the beats, in order", "节点")]
    endings: Annotated[dict[Id, EndingForm], told("结局", "the endings", "结局")]
    brief: Annotated[
        Words | None,
        told(
            "开场前告诉学员的：案情、规定、底线", "what the trainee knows before the talk: case, policy, limits", "背景"
        ),
    ] = None
    level: Annotated[Difficulty | None, told("难度 1–5", "difficulty, 1–5", "难度")] = None
    minutes: Annotated[Minutes | None, told("大约几分钟", "about how many minutes", "时长")] = None
    tags: Annotated[list[str] | None, told("自由的关键词", "free key words", "关键词")] = None
    authors: Annotated[list[Words] | None, told("作者", "authors", "作者")] = None
    sources: Annotated[list[Words] | None, told("出处", "sources", "出处")] = None
    languages: Annotated[
        list[Language] | None, told("写了哪些语言；默认两种", "the languages it is written in; default both", "语言")
    ] = None
    cast: Annotated[dict[Id, SpeakerForm] | None, told("其他说话的人", "further speakers", "其他人物")] = None
    meters: Annotated[
        dict[Id, MeterForm] | None,
        told("计数器，如补偿额度、舆情", "counters such as goodwill budget or public opinion", "计数器"),
    ] = None
    facts: Annotated[dict[Id, Words] | None, told("可以问到的事实", "facts that can be found out", "事实")] = None
    needs: Annotated[dict[Id, Words] | None, told("列表之外的需要", "needs beyond the list", "其他需要")] = None
    personas: Annotated[
        dict[Id, PersonaForm] | None, told("同一情景的其他性格", "other customers of the same case", "性格")
    ] = None
    follows: Annotated[FollowsForm | None, told("接着哪个情景", "the scenario that this one follows", "前情")] = None
    interrupts: Annotated[list[InterruptForm] | None, told("会插进来的事", "what may break in", "突发")] = None
    allow: Annotated[
        dict[str, Words] | None,
        told("哪些疑点不用再报，各写一句理由", "smells that need not be told, each with the reason", "放行"),
    ] = None
    start: Annotated[
        Id | None, told("第一个节点；默认文件里的第一个", "the first beat; default the first in the file", "起点")
    ] = None
