"""The customer's way through a play: touchpoints with what was felt, thought and done there, and levels for charts."""

from itertools import groupby, pairwise
from typing import Final

from game import engine
from game.engine import Play, Turn, zones
from game.i18n import Words
from game.report.debrief.records import Touchpoint, ZoneSeries

FEELINGS: Final = ((9, "furious"), (6, "upset"), (3, "uneasy"), (0, "calm"))
"""(from this heat on, what is felt): the bands of the rules, and the last stretch before the talk boils over."""


def touchpoints(words: Words, play: Play) -> tuple[Touchpoint, ...]:
    """Return the stays of a play on its beats, in order (touchpoint, feeling, thought, deed)."""
    stays = [tuple(stay) for _, stay in groupby(play.turns, key=lambda turn: turn.beat)]
    deeds = [_moved_on(words, one[0], other[0]) for one, other in pairwise(stays)]
    if stays:
        deeds.append(_left(words, play))
    return tuple(_stay(words, stay, did) for stay, did in zip(stays, deeds, strict=True))


def series(words: Words, play: Play) -> tuple[ZoneSeries, ...]:
    """Return the levels of each component at the start and after each turn."""
    standings = [play.case.opening(), *(turn.after for turn in play.turns)]
    levels = zip(*(zones(play.case, standing) for standing in standings), strict=True)
    return tuple(
        ZoneSeries(
            own[0].component,
            words(f"component.{own[0].component}"),
            own[0].weight,
            tuple(zone.adequate for zone in own),
            tuple(zone.desired for zone in own),
            tuple(zone.perceived for zone in own),
        )
        for own in levels
    )


def heat(play: Play) -> tuple[int, ...]:
    """Return the heat, 0 to 10, at the start and after each turn."""
    return (play.case.opening().heat, *(turn.after.heat for turn in play.turns))


def feeling(words: Words, heat_: int) -> str:
    """Return what a heat of 0 to 10 feels like, in words."""
    return words(f"felt.{next(name for least, name in FEELINGS if heat_ >= least)}")


def _stay(words: Words, turns: tuple[Turn, ...], did: str) -> Touchpoint:
    first, last = turns[0], turns[-1]
    beat = first.case.scenario.beats[first.beat]
    before, after = first.before.heat, last.after.heat
    return Touchpoint(
        first.number,
        last.number,
        beat.id,
        beat.kind,
        words(f"touch.kind.{beat.kind}"),
        beat.channel,
        words("touch.no_channel") if beat.channel is None else words(f"channel.{beat.channel}"),
        before,
        after,
        feeling(words, before) if beat.mood is None else words(f"mood.{beat.mood}"),
        feeling(words, after),
        _thought(words, first, last),
        did,
    )


def _thought(words: Words, first: Turn, last: Turn) -> str:
    """Return how what the customer perceives has moved during a stay."""
    was, is_ = zones(first.case, first.before), zones(first.case, last.after)
    return words.list(
        words("touch.shift", component=words(f"component.{one.component}"), before=one.perceived, after=two.perceived)
        for one, two in zip(was, is_, strict=True)
        if one.perceived != two.perceived
    )


def _moved_on(words: Words, turn: Turn, next_: Turn) -> str:
    """Return what the customer did between two stays."""
    beats = turn.case.scenario.beats
    was, is_ = beats[turn.beat].channel, beats[next_.beat].channel
    if is_ is None or was == is_:
        return words("touch.stayed")
    return words("touch.moved", channel=words(f"channel.{is_}"))


def _left(words: Words, play: Play) -> str:
    """Return what the customer did in the end."""
    if not play.over:
        return words("touch.unfinished")
    if play.expired:
        return words("touch.expired")
    if play.lost:
        return words("touch.lost")
    return words("touch.returns" if engine.score(play).returns else "touch.leaves")
