"""The form of a course file, key by key, as `game.scenario.form` has that of a scenario."""

from typing import Annotated, Literal

from msgspec import Meta

from game.scenario.form import Form, Id, Words, told

Mode = Literal["practice", "exam"]
Counts = Literal["first", "best", "last", "average"]
Debrief = Literal["now", "after_last", "after_close"]
Percent = Annotated[int, Meta(ge=0, le=100)]
Minutes = Annotated[int, Meta(ge=1, le=600)]
Allowed = Annotated[int, Meta(ge=1, le=1000)]


class PassForm(Form):
    """What it takes to pass."""

    overall: Annotated[Percent | None, told("总分至少几分；默认 65", "the least overall; default 65")] = None
    verdict: Annotated[
        Literal["exceeded", "met", "acceptable", "below"] | None,
        told("评定至少到哪一级；默认 met", "the least verdict; default met"),
    ] = None
    set: Annotated[Percent | None, told("设定至少几分", "the least set")] = None
    meet: Annotated[Percent | None, told("兑现至少几分", "the least meet")] = None
    exceed: Annotated[Percent | None, told("超越至少几分", "the least exceed")] = None
    empathy: Annotated[Percent | None, told("同理心至少几分", "the least empathy")] = None
    nvc: Annotated[Percent | None, told("非暴力沟通至少几分", "the least NVC")] = None
    satisfaction: Annotated[Percent | None, told("满意度至少几分", "the least satisfaction")] = None


class WeightsForm(Form):
    """How much each score counts in overall."""

    set: Annotated[Percent, told("设定占多少", "the share of set")] = 20
    meet: Annotated[Percent, told("兑现占多少", "the share of meet")] = 30
    exceed: Annotated[Percent, told("超越占多少", "the share of exceed")] = 10
    empathy: Annotated[Percent, told("同理心占多少", "the share of empathy")] = 20
    nvc: Annotated[Percent, told("非暴力沟通占多少", "the share of NVC")] = 20


class AttemptsForm(Form):
    """How often a trainee may try, and what counts."""

    allowed: Annotated[Allowed | None, told("最多几次；不写不限", "how many attempts; without it any number")] = None
    counts: Annotated[Counts, told("哪一次算数；默认 best", "which one counts; default best")] = "best"


class AssignedForm(Form):
    """One scenario of a course."""

    file: Annotated[
        str, told("情景文件，从课程文件所在的文件夹算起", "the scenario file, from the course file's folder")
    ]
    persona: Annotated[Id | None, told("哪种性格；不写由学员自己选", "the persona; without it the trainee chooses")] = (
        None
    )


class PhaseForm(Form):
    """A part of a course."""

    id: Annotated[Id, told("阶段的 id", "the phase's id")]
    scenarios: Annotated[list[AssignedForm], told("这一阶段谈哪些客户", "the customers of this phase")]
    mode: Annotated[Mode | None, told("练习或考试；默认和课程一样", "practice or exam; default the course's")] = None
    compare: Annotated[Id | None, told("和哪个阶段比进步", "the phase to which progress is compared")] = None


class CourseForm(Form, rename={"passing": "pass"}):
    """A course file."""

    format: Annotated[Literal[1], told("格式版本，写 1", "the version of the format: 1")]
    id: Annotated[Id, told("课程的 id", "the course's id")]
    title: Annotated[Words, told("标题", "the title")]
    mode: Annotated[Mode, told("练习或考试；默认 practice", "practice or exam; default practice")] = "practice"
    passing: Annotated[PassForm | None, told("怎样算通过", "what it takes to pass")] = None
    weights: Annotated[
        WeightsForm | None, told("总分里各占多少，加起来 100", "the shares in overall; they sum to 100")
    ] = None
    rulebook: Annotated[str | None, told("规则修改文件", "an overlay on the standard rulebook")] = None
    minutes: Annotated[Minutes | None, told("一局最多几分钟", "the most minutes for one attempt")] = None
    attempts: Annotated[
        AttemptsForm | None, told("可以谈几次，哪次算数", "how many attempts, and which one counts")
    ] = None
    debrief: Annotated[Debrief | None, told("什么时候能看复盘", "when the debrief may be seen")] = None
    opens: Annotated[str | None, told("什么时候开始，带时区", "when it opens, with the time zone")] = None
    closes: Annotated[str | None, told("什么时候截止，带时区", "when it closes, with the time zone")] = None
    roster: Annotated[
        str | None,
        told("名单文件（CSV）；不写谁都可以用姓名进来", "the roster, a CSV file; without it anyone may enter a name"),
    ] = None
    scenarios: Annotated[list[AssignedForm] | None, told("谈哪些客户", "the customers of the course")] = None
    phases: Annotated[list[PhaseForm] | None, told("分几个阶段", "the phases, instead of `scenarios`")] = None
