"""The form of a test plan, key by key, as `game.scenario.form` has that of a scenario."""

from typing import Annotated, Final, Literal

from msgspec import Meta

from game.scenario import words
from game.scenario.form import Form, Id, Level, MeterNumber, PersonaId, RangeForm, Words, told
from game.scenario.words import Component, Verdict, named

COMPONENT_VERDICTS: Final[words.Names] = {id_: words.VERDICTS[id_] for id_ in ("exceeded", "met", "below")}
ComponentVerdict = Annotated[Literal["exceeded", "met", "below"], named(COMPONENT_VERDICTS)]
Pick = Annotated[Id, named(words.SILENT)]
EndingId = Annotated[Id, named(words.DEAD_END)]

Points = Annotated[int, Meta(ge=0, le=100)]
Stars = Annotated[int, Meta(ge=1, le=5)]


class LevelsForm(RangeForm):
    """A closed range of levels or heat."""

    min: Annotated[Level | None, told("至少", "at least", "至少")] = None
    max: Annotated[Level | None, told("至多", "at most", "至多")] = None


class PointsForm(RangeForm):
    """A closed range of a score."""

    min: Annotated[Points | None, told("至少", "at least", "至少")] = None
    max: Annotated[Points | None, told("至多", "at most", "至多")] = None


class StarsForm(RangeForm):
    """A closed range of stars."""

    min: Annotated[Stars | None, told("至少", "at least", "至少")] = None
    max: Annotated[Stars | None, told("至多", "at most", "至多")] = None


Levels = dict[Component, Level | LevelsForm]


class SeenForm(Form, kw_only=True):
    """What can be expected at any moment of a play."""

    line: Annotated[
        Words | None,
        told("客户这时说的话，写一部分就行", "what the customer says then; a part of it will do", "客户说"),
    ] = None
    heat: Annotated[
        Level | LevelsForm | None,
        told("情绪热度：一个数，或者范围", "the heat: a number, or a range", "情绪热度"),
    ] = None
    need_known: Annotated[
        bool | None, told("客户的需要是否已被说中", "whether the customer's need has been named", "需要已说中")
    ] = None
    facts: Annotated[list[Id] | None, told("这些事实都已经问到", "all these facts have been found out", "已知")] = None
    promised: Annotated[list[Id] | None, told("这些承诺都已经做出", "all these promises have been made", "承诺过")] = (
        None
    )
    kept: Annotated[list[Id] | None, told("这些承诺都已经兑现", "all these promises have been kept", "兑现过")] = None
    broken: Annotated[list[Id] | None, told("这些承诺都失信了", "all these promises have been broken", "失信过")] = None
    rules: Annotated[list[str] | None, told("这些规则都触发了", "all these rules have fired", "触发规则")] = None
    no_rules: Annotated[
        list[str] | None, told("这些规则一条也没触发", "none of these rules has fired", "未触发规则")
    ] = None
    empathy: Annotated[
        Points | PointsForm | None, told("到这时的同理心分", "the empathy score up to here", "同理心")
    ] = None
    nvc: Annotated[
        Points | PointsForm | None, told("到这时的非暴力沟通分", "the NVC score up to here", "非暴力沟通")
    ] = None
    set_points: Annotated[
        MeterNumber | RangeForm | None, told("到这时加减的设定分", "the set points up to here", "设定加减")
    ] = None
    perceived: Annotated[
        Levels | None, told("客户的感知：每种期望一个数或范围", "what is perceived: a number or a range each", "感知")
    ] = None
    desired: Annotated[
        Levels | None, told("理想的水平：每种期望一个数或范围", "what is desired: a number or a range each", "理想")
    ] = None
    adequate: Annotated[
        Levels | None,
        told("可接受的下限：每种期望一个数或范围", "what is adequate: a number or a range each", "可接受"),
    ] = None
    meters: Annotated[
        dict[Id, MeterNumber | RangeForm] | None,
        told("计数器：每个一个数或范围", "the meters: a number or a range each", "计数器"),
    ] = None


class TurnForm(SeenForm, kw_only=True):
    """One pick, and what is expected before and after it."""

    pick: Annotated[Pick, told("选哪个回应", "the response that is picked", "选择")]
    beat: Annotated[Id | None, told("这时应在哪个节点", "the beat at which it is picked", "节点")] = None
    offered: Annotated[
        list[Pick] | None,
        told("选之前能选的正好是这些，次序不论", "just these are on offer before the pick, in any order", "可选"),
    ] = None
    withheld: Annotated[
        list[Pick] | None, told("选之前这些都不能选", "none of these is on offer before the pick", "不可选")
    ] = None


class EndForm(SeenForm, kw_only=True):
    """What is expected when the picks are over."""

    ending: Annotated[
        EndingId | list[EndingId] | None,
        told("到哪个结局；写成列表就是其中一个", "the ending; a list means any of them", "结局"),
    ] = None
    lost: Annotated[bool | None, told("客户是否流失", "whether the customer has been lost", "流失")] = None
    verdict: Annotated[
        Verdict | list[Verdict] | None,
        told("评定；写成列表就是其中一个", "the verdict; a list means any of them", "评定"),
    ] = None
    overall: Annotated[Points | PointsForm | None, told("总分", "overall", "总分")] = None
    set: Annotated[Points | PointsForm | None, told("设定分", "the set score", "设定")] = None
    meet: Annotated[Points | PointsForm | None, told("兑现分", "the meet score", "兑现")] = None
    exceed: Annotated[Points | PointsForm | None, told("超越分", "the exceed score", "超越")] = None
    satisfaction: Annotated[Points | PointsForm | None, told("客户满意度", "the customer's satisfaction", "满意度")] = (
        None
    )
    stars: Annotated[Stars | StarsForm | None, told("客户打几颗星", "the stars that the customer gives", "星级")] = None
    components: Annotated[
        dict[Component, ComponentVerdict] | None, told("每种期望的评定", "the verdict of each component", "各项评定")
    ] = None


class PlayForm(Form):
    """One play: picks, and what is expected of them."""

    note: Annotated[
        Words | None, told("这一局要证明什么，给人看的", "what this play is to show, for those who read it", "说明")
    ] = None
    persona: Annotated[
        PersonaId | None, told("哪种性格的客户；默认客户原样", "the persona; default the customer as written", "性格")
    ] = None
    opening: Annotated[
        Words | None, told("客户第一句话，写一部分就行", "what the customer says first; a part of it will do", "开场")
    ] = None
    picks: Annotated[list[Pick] | None, told("按顺序选哪些回应", "the responses that are picked, in order", "选择")] = (
        None
    )
    turns: Annotated[
        list[TurnForm] | None,
        told("一句一句写，代替 picks", "the picks one by one, with what is expected of each; instead of picks", "逐句"),
    ] = None
    expect: Annotated[EndForm | None, told("选完以后应当怎样", "what is expected after the last pick", "应有结果")] = (
        None
    )


class PlanForm(Form):
    """A test plan."""

    format: Annotated[Literal[1], told("格式版本，写 1", "the version of the format: 1", "格式")]
    plays: Annotated[dict[Id, PlayForm], told("各局，名字自己取", "the plays, by names of your own", "各局")]
    scenario: Annotated[
        str | None,
        told(
            "情景的 id，或者情景文件；默认旁边同名的情景",
            "the scenario's id or its file; default the scenario of the same name beside it",
            "情景",
        ),
    ] = None
