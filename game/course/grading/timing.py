"""Times that are hard to believe: a mark for somebody to look at, never a verdict, and nothing is scored by it.

Skilled readers take 200 to 400 English words a minute; 1,000 cannot be read (Rayner, Schotter, Masson, Potter and
Treiman 2016). Of the same texts people read 228 English words or 255 Chinese characters a minute, an English word being
4.3 letters (Trauzettel-Klosinski and Dietz 2012, read aloud). So 1,000 words a minute are 72 letters a second, and as
much as 18.6 Chinese characters. Only what was said is taken for read: whoever picks sooner cannot have read even that.
"""

from datetime import timedelta
from typing import Final

from msgspec import Struct

from game.course.attempt import Attempt
from game.engine import Play
from game.engine.layout import SILENCE

UNREADABLE: Final = 1000 / 60
"""Words a second that nobody can read."""
LETTERS: Final = 987 / 228
HAN: Final = 255 / 228
"""How many letters, or Chinese characters, are as much text as one English word."""
ROUNDING: Final = timedelta(seconds=2)
"""By so much the times of picks may go past that of the attempt: both are rounded, and kept one after the other."""


class Timing(Struct, frozen=True):
    """What is hard to believe of an attempt's times. `hasty` are the turns, from 1, whose picks were made sooner than
    anyone can have read them; `clock` says that there is less time between start and end than the picks took together.
    """

    hasty: tuple[int, ...]
    clock: bool

    @property
    def marked(self) -> bool:
        """Whether there is anything to look at."""
        return self.clock or bool(self.hasty)


def timing(attempt: Attempt, play: Play) -> Timing:
    """Return what is hard to believe of an attempt's times; `play` is the attempt played again.

    Silence needs no reading; nor do picks that were taken over from an earlier talk, or entered for a room that voted.
    """
    taken = attempt.repeated if attempt.mode == "practice" else 0
    hasty = []
    for turn, pick in zip(play.turns[taken:], attempt.picks[taken:], strict=False):
        if turn.response != SILENCE and not attempt.members:
            stage = play.case.stage(turn.beat)
            said = "" if stage is None else stage.by_id[turn.response].choice.say.told(attempt.language)
            if pick.milliseconds < 1000 * least_seconds(said):
                hasty.append(turn.number)
    return Timing(tuple(hasty), _too_short(attempt))


def least_seconds(text: str) -> float:
    """Return in how many seconds nobody can read a text, Chinese, English or mixed."""
    han = sum(1 for letter in text if "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff")
    letters = sum(1 for letter in text if letter.isalnum()) - han
    return (han / HAN + letters / LETTERS) / UNREADABLE


def _too_short(attempt: Attempt) -> bool:
    """Return whether the picks took longer than the attempt; pauses only make the attempt longer."""
    if attempt.ended is None:
        return False
    there = (attempt.ended - attempt.started + ROUNDING) / timedelta(milliseconds=1)
    return there < sum(pick.milliseconds for pick in attempt.picks)  # a file may say more than any span of time holds
