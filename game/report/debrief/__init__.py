"""What a debrief says, worked out once for terminal, window and page: `debrief` at once, `costs` a moment later."""

from typing import Final

from game.course.attempt import Answers, Mode
from game.engine import Gauges, Play, Weights, look
from game.i18n import Words
from game.report.debrief.changes import changes
from game.report.debrief.costs import Efficiency, cost_line, costs, efficiency
from game.report.debrief.feedback import Changes, Lesson, Level, News, NumberMove, Remark, RuleCount, Tone, ZoneMove
from game.report.debrief.journey import feeling, heat, series, touchpoints
from game.report.debrief.naming import moments, need_name, promise_name, said_at
from game.report.debrief.outcome import result
from game.report.debrief.records import (
    ComponentEnd,
    Cost,
    Debrief,
    Farewell,
    Formula,
    Lens,
    Numbers,
    Own,
    Pledge,
    Result,
    Survey,
    Touchpoint,
    TurnTold,
    Voice,
    ZoneSeries,
)
from game.report.debrief.remarks import counts, lesson, remark, remarks, rules_of, rules_of_play, tone
from game.report.debrief.turns import farewell, speaker, turns

__all__ = [
    "Changes",
    "ComponentEnd",
    "Cost",
    "Debrief",
    "Efficiency",
    "Farewell",
    "Formula",
    "Lens",
    "Lesson",
    "Level",
    "News",
    "NumberMove",
    "Numbers",
    "Own",
    "Pledge",
    "Remark",
    "Result",
    "RuleCount",
    "Survey",
    "Tone",
    "Touchpoint",
    "TurnTold",
    "Voice",
    "ZoneMove",
    "ZoneSeries",
    "changes",
    "cost_line",
    "costs",
    "debrief",
    "efficiency",
    "feeling",
    "lesson",
    "moments",
    "need_name",
    "pledges",
    "promise_name",
    "remark",
    "remarks",
    "rules_of",
    "rules_of_play",
    "said_at",
    "speaker",
    "tone",
]

STANDARD: Final = Weights()


def debrief(
    words: Words, play: Play, mode: Mode, answers: Answers | None = None, weights: Weights = STANDARD
) -> Debrief:
    """Return what there is to say about a play, over or not, in the language of the words; the play is left alone.

    `weights` are the course's. What only a proof can say is not in it: see `costs` and `efficiency`.
    """
    scenario, customer, seen = play.case.scenario, play.case.customer, moments(play)
    who = words("debrief.who", persona=play.case.persona.label, mode=words(f"file.mode.{mode}"), turns=len(play.turns))
    return Debrief(
        words.language,
        words("debrief.title", title=scenario.title),
        scenario.title.told(words.language),
        who,
        customer.name.told(words.language),
        customer.portrait,
        result(words, play, answers, weights) if play.over else None,
        farewell(words, seen[-1], customer.name),
        pledges(words, look(play).gauges),
        turns(words, play, seen),
        touchpoints(words, play),
        series(words, play),
        heat(play),
        counts(words, play),
    )


def pledges(words: Words, gauges: Gauges) -> tuple[Pledge, ...]:
    """Return the promises that were made, and what became of each."""
    return tuple(
        Pledge(
            promise.id,
            (name := promise_name(words, promise)),
            fate,
            (told := words(f"fate.{fate}")),
            words("gauges.promise", promise=name, fate=told),
        )
        for promise, fate in gauges.ledger
    )
