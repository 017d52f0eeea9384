"""What things are called in a debrief: needs, promises, what was said."""

from typing import Final

from game.engine import Play, Turn, begin, choose, look
from game.engine.play import Moment
from game.i18n import Words
from game.scenario import Promise, Response, Scenario, Text

NOTHING_SAID: Final = Text("（不说话）", "(says nothing)")


def need_name(words: Words, scenario: Scenario, need: str) -> str:
    """Return a need in words: one of the scenario's own, or one of those that every scenario knows."""
    own = scenario.needs.get(need)
    return words(f"need.{need}") if own is None else own.told(words.language)


def promise_name(words: Words, promise: Promise) -> str:
    """Return a promise in words, with the time that was given."""
    name = promise.say.told(words.language) if promise.say is not None else promise.id
    return name if promise.by is None else words("gauges.by", promise=name, by=promise.by)


def response_at(turn: Turn, pick: str) -> Response | None:
    """Return the response of a turn's beat with this id; None for silence."""
    responses = turn.case.scenario.beats[turn.beat].responses
    return next((response for response in responses if response.id == pick), None)


def said_at(turn: Turn, pick: str) -> tuple[Text, Text | None]:
    """Return what a response of a turn's beat says, and the instructor's note on it."""
    response = response_at(turn, pick)
    return (NOTHING_SAID, None) if response is None else (response.say, response.note)


def moments(play: Play) -> tuple[Moment, ...]:
    """Return the moment before each turn of a play, and the one where it stands; the play is left alone."""
    case = play.case
    walked = begin(case.scenario, case.persona.id, play.seed, rulebook=case.rulebook)
    seen = [look(walked)]
    for pick in play.picks:
        choose(walked, pick)
        seen.append(look(walked))
    return (*seen[:-1], look(play))  # a play whose time has run out ended elsewhere than its picks alone lead
