"""What follows a pick: only what changed, moving and explained, with a chip for each rule that fired."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screens.signs import TONES, chip, marked
from game.desktop.screens.talk import GoOn
from game.desktop.screens.talk_choices import promises
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import (
    Bar,
    Column,
    Grid,
    Pad,
    Panel,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    ZoneBar,
    button,
)
from game.report.debrief import Changes, News, Remark, ZoneMove, changes, remarks

if TYPE_CHECKING:
    from game.desktop.screens.talk import Talk
    from game.i18n import Words

NAMES: float = 104
"""The width of the names of the bars, in units."""

SHORT: float = 450
"""In a window less high than this, in units, what changed comes first, and what one said oneself after it."""


def feedback(screen: "Talk", frame: Frame, more: Sequence[Widget] = (), ways: Sequence[Widget] = ()) -> Widget:
    """Return what was said, what it changed and why; in an exam only what was said. `more` stands below it, `ways` are
    what else can be pressed."""
    words, exchange = screen.sitting.words, screen.exchange
    assert exchange is not None
    lines: list[Widget] = []
    if exchange.too_late:
        lines.append(marked("clock", "bad", words("talk.time_up", name=exchange.speaker.name), "bad", size=BODY))
    said = exchange.said.told(words.language) or words("window.talk.said_nothing")
    lines.append(said_by(words("window.talk.you"), said))
    if not screen.talk.exam:
        changed = changes(words, exchange.turn)
        parts = [_moved(changed, screen.since), _chips(words, remarks(words, exchange.turn))]
        told = Grid([part for part in parts if part is not None], 340, 20)
        lines.insert(len(lines) - 1 if frame.units[1] < SHORT else len(lines), told)
    lines += more
    on = button("go-on", words("window.talk.go_on"), GoOn(), kind="main", hint=words("window.key.enter"))
    inside = Scroll("feedback", Pad(Column(lines, 12), 4, 4))
    owed = promises(screen)
    below = Row([*ways, Space(), on], [*[None] * len(ways), 1.0, None])
    return Column([*owed, inside, below], 8, stretch=len(owed))


def said_by(you: str, said: str) -> Widget:
    """Return what one said oneself."""
    words = Row([Text(you, SMALL, "accent", bold=True), Text(said, SMALL)], [None, 1.0], 12, "start")
    return Panel(words, 14, 8, "raised", "", 12)


def _moved(changed: Changes, since: float) -> Widget:
    """Return the bars of what moved, and the rest in words."""
    rows: list[Widget] = [_explained(_zone(zone, since), zone.moves) for zone in changed.zones]
    for one in changed.numbers:
        bar = Bar(one.label, one.after, one.top, one.told, one.hot, one.before, since, names=NAMES)
        rows.append(_explained(bar, one.moves))
    rows += [_news(one) for one in changed.news]
    return Column(rows, 6) if changed else Text(changed.nothing, SMALL, "quiet")


def _zone(zone: ZoneMove, since: float) -> Widget:
    before = (zone.adequate.before, zone.desired.before, zone.perceived.before)
    after = (zone.adequate.after, zone.desired.after, zone.perceived.after)
    return ZoneBar(zone.label, *after, zone.told, before, since, names=NAMES)


def _explained(bar: Widget, moves: str) -> Widget:
    """Return a bar with what moved on it, in numbers; the bar has said it in words."""
    return Column([bar, Row([Space(wide=NAMES + 8), Text(moves, SMALL - 1, "quiet", role=None)], [None, 1.0], 0)], 0)


def _news(news: News) -> Widget:
    icon, ink = TONES[news.tone]
    sign = "promise" if news.kind == "promise" else icon
    return marked(sign, ink, news.text, "bad" if ink == "bad" else "ink")


def _chips(words: "Words", said: tuple[Remark, ...]) -> Widget | None:
    """Return a chip for each rule, with its line; it opens the lesson. What would be said twice is said once."""
    once = {(remark.rule, remark.line): remark for remark in reversed(said)}
    kept = sorted(once.values(), key=lambda remark: remark.number)
    return Column([chip(words, remark, f"rule.{remark.number}") for remark in kept], 8) if kept else None
