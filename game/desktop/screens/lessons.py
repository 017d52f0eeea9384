"""The cards of all rules, by what they are about."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import SEARCHING, Back, Clear, Escape, top_bar, usual
from game.desktop.screens.past import Before
from game.desktop.screens.signs import TONES
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Column,
    Field,
    Grid,
    Icon,
    Limit,
    Pad,
    Press,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    Wrap,
    button,
)
from game.desktop.widgets.field import Typed
from game.report.debrief import rules_of_play, tone
from game.report.lessons import grouped

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.engine import Rule

CARD = 250


@dataclass(frozen=True, slots=True)
class OpenCard:
    """Open the card of a rule."""

    rule: str


class Lessons(Still):
    """All lesson cards; `typed` is what is searched for."""

    name = "lessons"

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.typed = ""
        self.before = Before(sitting)
        self.counts: Counter[str] = Counter()

    @property
    def shown(self) -> "tuple[tuple[str, tuple[Rule, ...]], ...]":
        """The groups with the rules that fit what is typed; groups without any are left out."""
        wanted = self.typed.casefold().split()
        groups = grouped(self.sitting.session.rulebook)
        fitting = ((group, tuple(rule for rule in rules if _fits(rule, wanted))) for group, rules in groups)
        return tuple((group, rules) for group, rules in fitting if rules)

    def view(self, frame: Frame) -> Widget:
        """Return all cards that fit what is typed."""
        words = self.sitting.words
        hint, label = words("window.lessons.search_hint"), words("window.lessons.search")
        parts: list[Widget] = [
            Wrap(
                [Row([Icon("search", 20, "quiet"), Field("search", self.typed, label, hint, most=60, size=16)], gap=10)]
            )
        ]
        for group, rules in self.shown:
            parts.append(Text(words(f"window.lessons.{group}"), HEADING, bold=True, role="heading"))
            parts.append(Grid([self._card(rule) for rule in rules], CARD, 12, narrow=True))
        if not self.shown:
            parts.append(self._nothing())
        bar = top_bar(self.sitting, words("window.lessons.title"))
        return Column([bar, Scroll("lessons", Pad(Limit(Column(parts, 14), 1160), 20, 18))], 0, stretch=1)

    def _nothing(self) -> Widget:
        words = self.sitting.words
        said = Text(words("window.lessons.none", typed=self.typed.strip()), BODY, align="centre", role="status")
        clear = button("clear", words("window.lessons.clear"), Clear(), icon="replay")
        return Pad(Column([Icon("search", 40, "quiet"), said, clear], 14, across="middle"), 0, 40)

    def _card(self, rule: "Rule") -> Widget:
        """Return a rule as a card to open: name, beginning, whether it praises or blames, how often it fired."""
        words = self.sitting.words
        kind = tone(rule)
        icon, ink = TONES[kind]
        name, what = rule.name.told(words.language), rule.lesson.what.told(words.language)
        count = self.counts[rule.id]
        met = words("window.lessons.met", count=count) if count else ""
        says = words(f"window.lessons.{kind}")
        foot: list[Widget] = [Row([Icon(icon, 15, ink), Text(says, SMALL - 1, ink, role=None)], gap=5)]
        if met:
            foot.append(Row([Icon("history", 15, "quiet"), Text(met, SMALL - 1, "quiet", role=None)], gap=5))
        lines: list[Widget] = [Text(name, BODY, bold=True, role=None), Text(what, SMALL, most=2, role=None)]
        body = Pad(Column([*lines, Space(), Wrap(foot, 12)], 6, stretch=2), 14, 11)
        told = words("mark.comma").join([words(f"window.lesson.{kind}"), *([met] if met else [])])
        return Press(f"card.{rule.id}", OpenCard(rule.id), body, name, told)

    def home(self) -> str:
        """Return the first card."""
        shown = self.shown
        return f"card.{shown[0][1][0].id}" if shown else "clear"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: / and Ctrl-F search, Esc leaves the search or the screen."""
        return SEARCHING

    def hear(self, message: object) -> None:
        """Take in what was pressed or typed."""
        match message:
            case Typed("search", text):
                self.typed = text
            case Clear():
                self.typed = ""
            case Escape():
                if self.typed:
                    self.typed = ""
                else:
                    usual(self.sitting, Back())
            case OpenCard(rule):
                self._open(rule)
            case _:
                usual(self.sitting, message)

    def _open(self, rule: str) -> None:
        from game.desktop.screens.lesson import LessonCard

        among = tuple(one for _, rules in self.shown for one in rules)
        self.sitting.open(LessonCard(self.sitting, self.sitting.session.rulebook.rules[rule], among))

    def update(self, now: float) -> bool:
        """Take in how often each rule has fired."""
        if not self.before.update():
            return False
        self.counts = fired(self.before)
        return True


def fired(before: Before) -> Counter[str]:
    """Return how often each rule has fired in the trainee's talks."""
    counted: Counter[str] = Counter()
    for play in before.plays:
        counted.update({rule.id: count for rule, count in rules_of_play(play)})
    return counted


def _fits(rule: "Rule", wanted: list[str]) -> bool:
    card = rule.lesson
    texts = (rule.name, card.what, card.why, card.good, card.bad)
    said = "\n".join(text for one in texts for text in (one.zh, one.en) if text).casefold()
    return all(one in said for one in wanted)
