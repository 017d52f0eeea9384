"""The talk: what the customer says, what can be answered, and a pick that is kept before anything else is shown."""

import time
from collections import deque

from game.engine import Moment, Play, Turn, choose, close, look
from game.i18n import Words
from game.report.assigned import duration
from game.scenario import SILENCE, SILENCE_IDS, Beat, Scenario, Text
from game.session import Mode
from game.terminal import talk_pages as pages
from game.terminal.blocks import Block, Gap, Page, Para
from game.terminal.desk import Command, Desk, Leave, NotThere, Question, plainly
from game.terminal.feedback import feedback_page, lesson_of, rules_of
from game.terminal.gauges import gauges_page
from game.terminal.keyboard import EndOfInput, TimeUp
from game.terminal.patience import Patience
from game.terminal.time_limit import TimeLimit

LISTED = str.maketrans("，、", ",,")
"""Whoever types a list of picks may use Chinese commas."""


class OutOfTime(Exception):
    """The time for the whole attempt has run out."""


class Talk:
    """One play at the desk, under way. `left` is what was left of the patience when the trainee went away.

    In a course `limit` is the time for the whole attempt, and patience lasts `times` as long as it is written.
    `expired`, after the talk, says that it was closed because that time had run out.
    """

    def __init__(
        self, desk: Desk, play: Play, attempt: str, mode: Mode, left: float | None = None, *,
        limit: TimeLimit | None = None, times: float = 1.0,
    ) -> None:  # fmt: skip
        self.desk = desk
        self.play = play
        self.attempt = attempt
        self.mode: Mode = mode
        self.left = left
        self.scenario: Scenario = play.case.scenario
        self.ids = {response.id for beat in self.scenario.beats.values() for response in beat.responses}
        self.ids |= SILENCE_IDS.keys()
        self.log: list[pages.Exchange] = []
        self.ahead: deque[str] = deque()
        self.patience: Patience | None = None
        self.limit = TimeLimit(None) if limit is None else limit
        self.times = times
        self.expired = False

    def catch_up(self, picks: tuple[str, ...]) -> None:
        """Pick again what was picked before. NotOffered if a pick no longer fits."""
        for pick in picks:
            moment = look(self.play)
            self._note(moment, choose(self.play, pick))

    def go_on(self) -> None:
        """Talk until the end. Whoever leaves has the attempt kept, with what is left of the patience."""
        try:
            if self.mode == "practice" and not self.play.over:
                self.desk.show(gauges_page(self.desk.words, look(self.play).gauges, self.scenario))
            while not self.play.over:
                self._turn(look(self.play))
        except OutOfTime:
            close(self.play)
            self.expired = True
            self.desk.show([Gap(), Para(self.desk.words("course.time_over"), "bad")])
        except (Leave, EndOfInput, NotThere, KeyboardInterrupt):
            if self.patience is not None or self.limit.seconds is not None:
                self._keep_left(None if self.patience is None else self.patience.left())
            self.desk.show([Gap(), Para(self._saved(), "strong")])
            raise
        if self.ahead:
            self.desk.show([Para(self.desk.words("talk.leftover", picks=", ".join(self.ahead)), "bad")])

    def _keep_left(self, patience: float | None) -> None:
        """Keep what is left of the patience, and of the time for the whole attempt."""
        self.desk.session.notebook.left(self.attempt, patience, self.limit.left())

    def _saved(self) -> str:
        """Return that the attempt is kept, and how it is gone on with."""
        words, left = self.desk.words, self.limit.left()
        if self.desk.session.course is None:
            return words("saved")
        if left is None or not self.limit.told_at_first:
            return words("course.saved")
        return words("course.saved_time", time=duration(words, left))

    def _turn(self, moment: Moment) -> None:
        if self.limit.over:
            raise OutOfTime
        desk = self.desk
        desk.show(pages.moment_page(desk.words, moment, self.scenario, self.mode))
        pick, too_late, milliseconds = self._answered(moment)
        turn = choose(self.play, pick)
        desk.session.notebook.keep(self.attempt, turn.number, pick, milliseconds, self.limit.left())
        self.patience = None
        exchange = self._note(moment, turn)
        desk.show(self._after(exchange, turn, too_late))

    def _after(self, exchange: pages.Exchange, turn: Turn, too_late: bool) -> Page:
        words = self.desk.words
        page: list[Block] = [Gap()]
        if too_late:
            page.append(Para(words("talk.time_up", name=self.play.case.customer.name), "bad"))
        elif self.desk.session.piped:
            page.append(pages.said_by_you(words, exchange.said))
        page += pages.reply(words, exchange)
        return [*page, *feedback_page(words, turn)] if self.mode == "practice" else page

    def _note(self, moment: Moment, turn: Turn) -> pages.Exchange:
        said = next((choice.say for choice in moment.offered if choice.id == turn.response), Text())
        exchange = pages.Exchange(pages.speaker(moment, self.scenario), moment.says, said, turn.reply)
        self.log.append(exchange)
        return exchange

    def _answered(self, moment: Moment) -> tuple[str, bool, int]:
        """Return the pick, whether it was too late, and the milliseconds that it took."""
        asked = time.monotonic()
        patience = self.patience = self._patience(moment)
        before = patience.spent if patience is not None else 0.0
        try:
            pick, too_late = self._pick(moment), False
        except TimeUp:
            pick, too_late = SILENCE, True
        if self.limit.over:
            raise OutOfTime
        if patience is not None and patience.left() <= 0:
            pick, too_late = SILENCE, True
        return pick, too_late, round(1000 * (before + time.monotonic() - asked))

    def _patience(self, moment: Moment) -> Patience | None:
        """Return the customer's patience where it runs: told on screen, and counted from now."""
        left, self.left = self.left, None
        beat: Beat | None = moment.beat
        if beat is None or beat.patience is None or not self._timed or not pages.silence_offered(moment):
            return None
        seconds = float(beat.patience) * self.times
        patience = Patience(seconds, seconds if left is None else min(left, seconds))
        self.desk.show([Para(pages.patience_told(self.desk.words, moment, self.scenario, patience.left()), "quiet")])
        return patience

    @property
    def _timed(self) -> bool:
        """Whether patience runs. In an exam of a course it always does: more time is given by the roster, and not by
        an option that anybody can type."""
        return self.desk.timed or (self.desk.session.course is not None and self.mode == "exam")

    def _pick(self, moment: Moment) -> str:
        """Return the id of a response that is on offer."""
        question = self._question(moment)
        while True:
            if not self.ahead:
                timed = self.patience is not None or self.limit.seconds is not None
                self._warn(moment)
                self.take(self.desk.ask(question, self._left, self._tick(moment)) if timed else self.desk.ask(question))
            typed = self.ahead.popleft()
            pick = resolved(typed, moment, self.desk.session.piped)
            if pick is not None:
                return pick
            self.ahead.clear()
            self.desk.refuse([Para(pages.not_offered(self.desk.words, typed, moment, self._by_id(typed)), "bad")])

    def take(self, typed: str) -> None:
        """Take one answer, or the several of a line with commas."""
        parts = [part.strip() for part in typed.translate(LISTED).split(",")]
        self.ahead.extend([part for part in parts if part] if len(parts) > 1 else parts)

    def _by_id(self, typed: str) -> bool:
        return self.desk.session.piped or typed in self.ids

    def _left(self) -> float:
        """Return how many seconds there are for an answer."""
        lefts = [None if self.patience is None else self.patience.left(), self.limit.left()]
        return min(left for left in lefts if left is not None)

    def _tick(self, moment: Moment) -> "pages.Ticking":
        patience, limited = self.patience, self.limit.seconds is not None
        # How much longer the customer waits than there is time.
        beyond = patience.left() - self._left() if patience is not None and limited else 0.0

        def tick(left: float) -> None:
            waits = None if patience is None else left + beyond
            self._keep_left(waits)
            if self._warn(moment, waits):
                self.desk.paper.prompt(pages.asked(self.desk.words, moment))

        return tick

    def _warn(self, moment: Moment, waits: float | None = None) -> bool:
        """Tell that the time runs out, and the patience, of which so many seconds are left; whether it was told."""
        words, told = self.desk.words, []
        if self.limit.warns():
            told.append(words("course.time_left", time=duration(words, self.limit.left() or 0)))
        if waits is not None and self.patience is not None and self.patience.hurries():
            told.append(pages.hurry_told(words, moment, self.scenario, waits))
        if told:
            self.desk.show([Gap(), *(Para(text, "bad") for text in told)])
        return bool(told)

    def _question(self, moment: Moment) -> Question:
        practice = self.mode == "practice"
        return Question(
            lambda words: pages.asked(words, moment),
            lambda words: pages.moment_page(words, moment, self.scenario, self.mode),
            lambda words: pages.help_lines(words, moment, practice),
            self.commands(),
            self._literal,
        )

    def commands(self) -> dict[str, Command]:
        """Return what can be looked up during the talk, by letter: the gauges, a lesson, what was said."""
        return {"g": self._gauges, "i": self._lesson, "b": lambda words, _: pages.log_page(words, self.log)}

    def _gauges(self, words: Words, _: str) -> Page:
        if self.mode == "exam":
            return [Para(words("talk.exam"), "quiet")]
        return gauges_page(words, look(self.play).gauges, self.scenario)

    def _lesson(self, words: Words, number: str) -> Page:
        if self.mode == "exam":
            return [Para(words("talk.exam"), "quiet")]
        return lesson_of(words, rules_of(self.play.turns[-1]) if self.play.turns else (), number)

    def _literal(self, typed: str) -> bool:
        """Whether a line is a pick even where it looks like a command: piped lists name responses by their ids."""
        return "," in typed.translate(LISTED) or (self.desk.session.piped and typed in self.ids)


def resolved(typed: str, moment: Moment, piped: bool) -> str | None:
    """Return the id of the response that was typed: its number on screen, its id, or silence; None for none of them.

    A person types numbers, which go before ids; a piped list is one of ids, which go before numbers.
    """
    offered = [choice.id for choice in moment.offered]
    if piped and typed in offered:
        return typed
    plain = plainly(typed)
    if plain in ("", "s", *SILENCE_IDS) and SILENCE in offered:
        return SILENCE
    if plain.isdecimal() and 1 <= int(plain) <= len(moment.shown):
        return moment.shown[int(plain) - 1].id
    return typed if typed in offered else None
