"""A play turn by turn: what was said on both sides, where it left the customer, which rules fired."""

from game.engine import Play, Turn
from game.engine.play import Moment
from game.engine.standing import Standing
from game.i18n import Words
from game.report.debrief.naming import said_at
from game.report.debrief.records import Farewell, Numbers, TurnTold
from game.report.debrief.remarks import remarks
from game.scenario import Text


def turns(words: Words, play: Play, seen: tuple[Moment, ...]) -> tuple[TurnTold, ...]:
    """Return the turns of a play; `seen` are the moments before them, and may be more."""
    return tuple(_turn(words, turn, moment) for turn, moment in zip(play.turns, seen, strict=False))


def farewell(words: Words, moment: Moment, customer: Text) -> Farewell | None:
    """Return how a talk ended; None at a moment before its end."""
    if not moment.over:
        return None
    ending = moment.last_words
    says = "" if moment.says is None else moment.says.told(words.language)
    if ending is None:
        return Farewell(says, words("end.expired" if moment.expired else "end.dead"))
    return Farewell(says, words("end.lost", name=customer) if ending.lost else "")


def speaker(moment: Moment) -> Text:
    """Return the name of whoever speaks at a moment."""
    beat = moment.beat
    if beat is not None and beat.speaker is not None:
        return moment.case.scenario.cast[beat.speaker].name
    return moment.case.customer.name


def _turn(words: Words, turn: Turn, moment: Moment) -> TurnTold:
    language = words.language
    said, note = said_at(turn, turn.response)
    return TurnTold(
        turn.number,
        turn.beat,
        turn.response,
        speaker(moment).told(language),
        None if moment.beat is None else moment.beat.mood,
        "" if moment.says is None else moment.says.told(language),
        said.told(language),
        "" if turn.reply is None else turn.reply.told(language),
        _numbers(turn.before),
        _numbers(turn.after),
        turn.empathy_turn,
        turn.nvc_turn,
        turn.counted,
        remarks(words, turn),
        "" if note is None else note.told(language),
    )


def _numbers(standing: Standing) -> Numbers:
    return Numbers(standing.heat, standing.empathy, standing.nvc, standing.set_points)
