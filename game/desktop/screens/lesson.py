"""The card of one rule: what it is, why it works, how to say it and how not, its source, how often it fired."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, top_bar, usual
from game.desktop.screens.lessons import fired
from game.desktop.screens.past import Before
from game.desktop.screens.signs import TONES
from game.desktop.theme import BODY, SMALL, SPEECH, TITLE
from game.desktop.widgets import Below, Column, Grid, Icon, Limit, Pad, Panel, Row, Scroll, Text, Widget, button
from game.report.debrief import lesson, tone

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.engine import Rule

WIDE: Final = 860


@dataclass(frozen=True, slots=True)
class Leaf:
    """Go on to the next card, or back by one."""

    by: int


class LessonCard(Still):
    """One card; `among` are those to leaf through."""

    name = "lesson"

    def __init__(self, sitting: "Sitting", rule: "Rule", among: "Sequence[Rule]" = ()) -> None:
        self.sitting = sitting
        self.rule = rule
        self.among = among
        self.before = Before(sitting)
        self.counts: Counter[str] = Counter()

    @property
    def place(self) -> int:
        """Where among the others the card lies, from 0; -1 where it lies alone."""
        return next((place for place, rule in enumerate(self.among) if rule.id == self.rule.id), -1)

    def view(self, frame: Frame) -> Widget:
        """Return the card."""
        panel = Panel(Column(self._parts(), 20), *((34, 28) if frame.wide else (18, 16)), radius=16)
        body = Scroll("lesson", Pad(Limit(panel, WIDE, middle=True), 20, 18))
        bar = top_bar(self.sitting, self.sitting.words("window.lesson.title"))
        return Column([bar, body, *self._leaves()], 0, stretch=1)

    def _parts(self) -> list[Widget]:
        words, kind = self.sitting.words, tone(self.rule)
        card = lesson(words, self.rule)
        (_, what), (why_title, why), good, bad = card.parts
        icon, ink = TONES[kind]
        heading = Text(card.name, TITLE, bold=True, role="heading")
        says = Row([Icon(icon, 16, ink), Text(words(f"window.lesson.{kind}"), SMALL, ink)], gap=6)
        source = Text(words("lesson.source") + card.source, SMALL, "quiet")
        return [
            Column([heading, says], 6),
            Text(what, SPEECH),
            Grid([_example(good, "check", "good"), _example(bad, "cross", "bad")], 320, 16),
            Column([Text(_bare(why_title), SMALL, "accent", bold=True), Text(why, BODY)], 4),
            Column([source, *self._times()], 6),
        ]

    def _times(self) -> list[Widget]:
        """Return how often the rule fired, once the trainee has talked to anyone."""
        words, talks = self.sitting.words, len(self.before.past)
        if not talks:
            return []
        count = self.counts[self.rule.id]
        said = words("window.lesson.times", talks=talks, count=count) if count else words("window.lesson.never")
        return [Row([Icon("history", 16, "quiet"), Text(said, SMALL, "quiet")], [None, 1.0], 6)]

    def _leaves(self) -> list[Widget]:
        """Return the ways to the cards before and after this one."""
        words, place, last = self.sitting.words, self.place, len(self.among) - 1
        if place < 0 or last < 1:
            return []
        before = button("before", words("window.lesson.before"), Leaf(-1), icon="arrow-left", enabled=place > 0)
        after = button("after", words("window.lesson.after"), Leaf(1), icon="arrow-right", enabled=place < last)
        where = Text(words("window.lesson.place", number=place + 1, count=last + 1), SMALL, "quiet", align="centre")
        row = Row([before, where, after], [None, 1.0, None], 12)
        return [Panel(Below("lesson", Pad(Limit(row, WIDE), 20, 8)), 0, 0, edge="", radius=0)]

    def home(self) -> str:
        """Return the next card, or the way back."""
        return "after" if -1 < self.place < len(self.among) - 1 else "back"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: Esc goes back, the arrows leaf."""
        keys: dict[str, object] = {"escape": Back()}
        return keys | {"left": Leaf(-1), "right": Leaf(1)} if self.place >= 0 else keys

    def hear(self, message: object) -> None:
        """Leaf, or do what all screens do."""
        match message:
            case Leaf(by):
                at = self.place + by
                if 0 <= at < len(self.among):
                    self.rule = self.among[at]
            case _:
                usual(self.sitting, message)

    def update(self, now: float) -> bool:
        """Take in how often each rule has fired."""
        if not self.before.update():
            return False
        self.counts = fired(self.before)
        return True


def _example(part: tuple[str, str], icon: str, ink: "Literal['good', 'bad']") -> Widget:
    title, text = part
    head = Row([Icon(icon, 18, ink), Text(_bare(title), SMALL, ink, bold=True)], gap=6)
    return Panel(Column([head, Text(text, BODY)], 8), 18, 14, "raised", ink, 14)


def _bare(title: str) -> str:
    """Return a title without the colon that it has where the text follows on the same line."""
    return title.strip().rstrip("：:")
