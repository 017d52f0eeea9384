"""The form of a course file, key by key, as `game.scenario.form` has that of a scenario."""

from typing import Annotated, Final, Literal

from msgspec import Meta

from game.scenario.form import Form, Id, PersonaId, Words, told
from game.scenario.words import Names, Verdict, named

MODES: Final[Names] = {"practice": ("练习", "practice"), "exam": ("考试", "exam")}
COUNTS: Final[Names] = {
    "first": ("第一次", "the first"),
    "best": ("最好的一次", "the best"),
    "last": ("最后一次", "the last"),
    "average": ("平均", "the mean"),
}
DEBRIEFS: Final[Names] = {
    "now": ("谈完就看", "at once"),
    "after_last": ("次数用完以后", "after the last attempt"),
    "after_close": ("截止以后", "after closing time"),
}
Mode = Annotated[Literal["practice", "exam"], named(MODES)]
Counts = Annotated[Literal["first", "best", "last", "average"], named(COUNTS)]
Debrief = Annotated[Literal["now", "after_last", "after_close"], named(DEBRIEFS)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Minutes = Annotated[int, Meta(ge=1, le=600)]
Allowed = Annotated[int, Meta(ge=1, le=1000)]


class PassForm(Form):
    """What it takes to pass."""

    overall: Annotated[Percent | None, told("总分至少几分；默认 65", "the least overall; default 65", "总分")] = None
    verdict: Annotated[
        Verdict | None,
        told("评定至少到哪一级；默认 met", "the least verdict; default met", "评定"),
    ] = None
    set: Annotated[Percent | None, told("设定至少几分", "the least set", "设定")] = None
    meet: Annotated[Percent | None, told("兑现至少几分", "the least meet", "兑现")] = None
    exceed: Annotated[Percent | None, told("超越至少几分", "the least exceed", "超越")] = None
    empathy: Annotated[Percent | None, told("同理心至少几分", "the least empathy", "同理心")] = None
    nvc: Annotated[Percent | None, told("非暴力沟通至少几分", "the least NVC", "非暴力沟通")] = None
    satisfaction: Annotated[Percent | None, told("满意度至少几分", "the least satisfaction", "满意度")] = None


class WeightsForm(Form):
    """How much each score counts in overall."""

    set: Annotated[Percent, told("设定占多少", "the share of set", "设定")] = 20
    meet: Annotated[Percent, told("兑现占多少", "the share of meet", "兑现")] = 30
    exceed: Annotated[Percent, told("超越占多少", "the share of exceed", "超越")] = 10
    empathy: Annotated[Percent, told("同理心占多少", "the share of empathy", "同理心")] = 20
    nvc: Annotated[Percent, told("非暴力沟通占多少", "the share of NVC", "非暴力沟通")] = 20


class AttemptsForm(Form):
    """How often a trainee may try, and what counts."""

    allowed: Annotated[
        Allowed | None, told("最多几次；不写不限", "how many attempts; without it any number", "上限")
    ] = None
    counts: Annotated[Counts, told("哪一次算数；默认 best", "which one counts; default best", "算哪次")] = "best"


class AssignedForm(Form):
    """One scenario of a course."""

    file: Annotated[
        str,
        told(
            "情景文件，从课程文件所在的文件夹算起；或自带客户的 id",
            "the scenario file, from the course file's folder, or the id of a customer that comes along",
            "文件",
        ),
    ]
    persona: Annotated[
        PersonaId | None, told("哪种性格；不写由学员自己选", "the persona; without it the trainee chooses", "性格")
    ] = None


class PhaseForm(Form):
    """A part of a course."""

    id: Annotated[Id, told("阶段的 id", "the phase's id", "编号")]
    scenarios: Annotated[list[AssignedForm], told("这一阶段谈哪些客户", "the customers of this phase", "情景")]
    mode: Annotated[
        Mode | None, told("练习或考试；默认和课程一样", "practice or exam; default the course's", "模式")
    ] = None
    compare: Annotated[Id | None, told("和哪个阶段比进步", "the phase to which progress is compared", "对比")] = None


class CourseForm(Form, rename={"passing": "pass"}):
    """A course file."""

    format: Annotated[Literal[1], told("格式版本，写 1", "the version of the format: 1", "格式")]
    id: Annotated[Id, told("课程的 id", "the course's id", "编号")]
    title: Annotated[Words, told("标题", "the title", "标题")]
    mode: Annotated[Mode, told("练习或考试；默认 practice", "practice or exam; default practice", "模式")] = "practice"
    passing: Annotated[PassForm | None, told("怎样算通过", "what it takes to pass", "通过")] = None
    weights: Annotated[
        WeightsForm | None, told("总分里各占多少，加起来 100", "the shares in overall; they sum to 100", "比重")
    ] = None
    rulebook: Annotated[str | None, told("规则修改文件", "an overlay on the standard rulebook", "规则文件")] = None
    minutes: Annotated[Minutes | None, told("一局最多几分钟", "the most minutes for one attempt", "限时")] = None
    attempts: Annotated[
        AttemptsForm | None, told("可以谈几次，哪次算数", "how many attempts, and which one counts", "次数")
    ] = None
    debrief: Annotated[Debrief | None, told("什么时候能看复盘", "when the debrief may be seen", "复盘")] = None
    opens: Annotated[str | None, told("什么时候开始，带时区", "when it opens, with the time zone", "开始")] = None
    closes: Annotated[str | None, told("什么时候截止，带时区", "when it closes, with the time zone", "截止")] = None
    roster: Annotated[
        str | None,
        told(
            "名单文件（CSV）；不写谁都可以用姓名进来",
            "the roster, a CSV file; without it anyone may enter a name",
            "名单",
        ),
    ] = None
    scenarios: Annotated[list[AssignedForm] | None, told("谈哪些客户", "the customers of the course", "情景")] = None
    phases: Annotated[list[PhaseForm] | None, told("分几个阶段", "the phases, instead of `scenarios`", "阶段")] = None
