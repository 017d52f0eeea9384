"""What can be wrong with a course file beside its form, and with its roster: level, words and hint of each code."""

from typing import Final

from game.course.roster_faults import ROSTER
from game.scenario.diagnostic import Diagnostic, error

FAULTS: Final[dict[str, Diagnostic]] = {
    "course-empty": error(
        "课程里没有一位客户。",
        "There is no customer in this course.",
        "在“{~scenarios}”里列出情景文件，或者用“{~phases}”分成几个阶段。",
        "List scenario files in `{~scenarios}`, or in several `{~phases}`.",
    ),
    "course-phase-empty": error(
        "阶段“{value}”里没有一位客户。",
        "There is no customer in the phase “{value}”.",
        "在它的“{~scenarios}”里列出情景文件；这个阶段不要了就整个去掉。",
        "List scenario files in its `{~scenarios}`, or leave the whole phase out.",
    ),
    "course-both": error(
        "“{~scenarios}”和“{~phases}”只能写一个。",
        "A course has either `{~scenarios}` or `{~phases}`.",
        "把“{~scenarios}”里的移进一个阶段，或者去掉“{~phases}”。",
        "Move those in `{~scenarios}` into a phase, or leave the phases out.",
    ),
    "course-weights": error(
        "五项加起来是 {sum}，不是 100。",
        "The five shares sum to {sum}, not to 100.",
        "改到加起来正好 100；没写的按默认 20、30、10、20、20 算。",
        "Let them sum to 100; those left out are 20, 30, 10, 20 and 20.",
    ),
    "course-time": error(
        "“{value}”不是带时区的时间。",
        "“{value}” is not a time with its time zone.",
        "写成 2026-11-20T08:00+08:00 这样。",
        "Write it like 2026-11-20T08:00+08:00.",
    ),
    "course-closes-early": error(
        "截止时间不晚于开始时间。",
        "The course closes before it has opened.",
        "把“{~closes}”改到“{~opens}”之后。",
        "Let `{~closes}` be later than `{~opens}`.",
    ),
    "course-debrief": error(
        "没有截止时间，“{~after_close}”就永远等不到。",
        "Without a closing time, {~after_close} never comes.",
        "写上“{~closes}”，或者把“{~debrief}”改成“{~after_last}”或“{~now}”。",
        "Write `{~closes}`, or let `{~debrief}` be {~after_last} or {~now}.",
    ),
    "course-phase-twice": error(
        "阶段“{value}”写了两次。",
        "There are two phases “{value}”.",
        "给其中一个换个 id。",
        "Give one of them another id.",
    ),
    "course-compare": error(
        "没有更早的阶段叫“{value}”。",
        "No earlier phase is called “{value}”.",
        "写成前面某个阶段的 id。",
        "Write the id of a phase that comes before.",
    ),
    "course-file": error(
        "找不到文件“{value}”。",
        "There is no file “{value}”.",
        "路径从课程文件所在的文件夹算起，检查拼写。自带的客户只写 id 也行。",
        "The path starts at the course file's folder; check how it is spelt. "
        "The id of a customer that comes along will do too.",
    ),
    "course-persona": error(
        "情景“{scenario}”里没有“{value}”这种性格。",
        "The scenario “{scenario}” has no persona “{value}”.",
        "可以写：{known}。",
        "It has: {known}.",
    ),
    "course-not-a-scenario": error(
        "“{value}”不是能用的情景，它自己的问题另外列出。",
        "“{value}” is no scenario that can be played; its own problems are listed apart.",
        "先改好那个文件。",
        "Mend that file first.",
    ),
    "course-not-a-rulebook": error(
        "“{value}”不是能用的规则文件，它自己的问题另外列出。",
        "“{value}” is no rulebook that can be used; its own problems are listed apart.",
        "先改好那个文件。",
        "Mend that file first.",
    ),
    **ROSTER,
}
