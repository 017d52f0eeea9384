"""The fifth part of the debrief: turns and minutes against the shortest good way, and the rules of the talk."""

from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screens.debrief_result import card
from game.desktop.screens.signs import TONES, marked
from game.desktop.screens.talk import OpenLesson
from game.desktop.theme import SMALL
from game.desktop.widgets import Bar, Column, Grid, Icon, Pad, Press, Row, Text, Widget

if TYPE_CHECKING:
    from game.desktop.screens.debrief import DebriefScreen
    from game.report.debrief import Efficiency, RuleCount


def pace(screen: "DebriefScreen", frame: Frame) -> Widget:
    """Return how long the talk was and could have been, and what there is to learn from it."""
    lessons, found = _lessons(screen), screen.findings.pace
    if found is None or not found.way:
        return Column([_short(screen), lessons], 16)
    if not frame.wide:
        return Column([_short(screen), _way(screen, found), lessons], 16)
    return Row([Column([_short(screen), lessons], 16), _way(screen, found)], [1.0, 1.0], 16, "start")


def _short(screen: "DebriefScreen") -> Widget:
    words, found = screen.sitting.words, screen.findings.pace
    title = words("web.pace")
    if found is None:
        key = "window.debrief.unproved" if screen.findings.done else "window.debrief.working"
        return card("clock", title, [marked("clock", "quiet", words(key))])
    lines: list[Widget] = [*_bars(screen, found)]
    lines += [Text(line, SMALL, "quiet" if line == found.told[-1] else "ink") for line in found.told]
    return card("clock", title, lines)


def _way(screen: "DebriefScreen", found: "Efficiency") -> Widget:
    """Return what is said on the shortest good way."""
    words = screen.sitting.words
    steps = [_step(number, said) for number, said in enumerate(found.way, start=1)]
    about = Text(words("window.debrief.way_about"), SMALL, "quiet")
    return card("flag", words("window.debrief.way"), [about, *steps])


def _bars(screen: "DebriefScreen", found: "Efficiency") -> list[Widget]:
    """Return the turns of this talk beside those of the shortest good one."""
    if found.least is None:
        return []
    words, top = screen.sitting.words, max(found.turns, found.least)
    pairs = ((words("window.debrief.yours"), found.turns), (words("window.debrief.shortest"), found.least))
    told = [(label, number, words("window.debrief.turns", turns=number)) for label, number in pairs]
    return [Bar(label, number, top, text, names=110) for label, number, text in told]


def _step(number: int, said: str) -> Widget:
    sign = Text(f"{number}", SMALL, "accent", bold=True, role=None)
    return Row([sign, Text(said, SMALL)], [None, 1.0], 10, "start")


def _lessons(screen: "DebriefScreen") -> Widget:
    words, told = screen.sitting.words, screen.told
    about = Text(words("window.debrief.lessons_about"), SMALL, "quiet")
    cards: list[Widget] = [_lesson(screen, one) for one in told.rules]
    shown: Widget = Grid(cards, 320, 10) if cards else Text(words("window.debrief.no_rules"), SMALL, "quiet")
    return card("book", words("web.lessons"), [about, shown])


def _lesson(screen: "DebriefScreen", one: "RuleCount") -> Widget:
    words = screen.sitting.words
    icon, ink = TONES[one.tone]
    times = words("web.times", count=one.count) if one.count > 1 else ""
    parts: list[Widget] = [Icon(icon, 18, ink), Text(one.name, SMALL, role=None)]
    shares: list[float | None] = [None, 1.0]
    if times:
        parts.append(Text(times, SMALL - 1, "quiet", role=None))
        shares.append(None)
    body = Row([*parts, Icon("book", 16, "quiet")], [*shares, None], 10)
    label = f"{one.name}: {times}" if times else one.name
    return Press(f"lesson.{one.rule.id}", OpenLesson(one.rule.id), Pad(body, 12, 9), label, kind="row")
