"""The fourth part of the debrief: the talk turn by turn, what fired, what it cost, and the way back into it."""

from typing import TYPE_CHECKING, Final

from game.desktop.drawings import expression, portrait
from game.desktop.frame import Frame
from game.desktop.screens.debrief import ReplayFrom
from game.desktop.screens.debrief_result import bare
from game.desktop.screens.talk import OpenLesson
from game.desktop.screens.talk_feedback import SIGNS
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import (
    Column,
    Icon,
    Pad,
    Panel,
    Picture,
    Press,
    Row,
    Space,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
)

if TYPE_CHECKING:
    from game.desktop.screens.debrief import DebriefScreen
    from game.desktop.widgets.text import Ink
    from game.i18n import Words
    from game.report.debrief import Farewell, Remark, TurnTold

FACE: Final = 64
NUMBERS: Final = ("heat", "empathy", "nvc", "set_points")


def turns(screen: "DebriefScreen", frame: Frame) -> Widget:
    """Return the talk turn by turn."""
    words, told = screen.sitting.words, screen.told
    rows: list[Widget] = [_summary(screen)]
    rows += [_turn(screen, turn, frame) for turn in told.turns]
    if told.farewell is not None:
        rows.append(_end(screen, told.farewell))
    return Column(rows or [Text(words("window.debrief.no_turns"), SMALL, "quiet")], 16)


def _summary(screen: "DebriefScreen") -> Widget:
    """Return which turn has cost the most."""
    words, costs = screen.sitting.words, screen.findings.costs
    if costs is None:
        return mark("clock", "quiet", words("window.debrief.working"))
    dearest = max(costs, key=lambda one: one.cost, default=None)
    if dearest is None:
        return mark("info", "quiet", words("window.debrief.unproved"))
    if not dearest.cost:
        return mark("check", "good", words("window.debrief.nothing_lost"))
    return mark("lightbulb", "warn", words("window.debrief.dearest", turn=dearest.turn, cost=dearest.cost))


def mark(icon: str, ink: "Ink", text: str) -> Widget:
    """Return a line with a sign before it."""
    return Row([Icon(icon, 18, ink), Text(text, SMALL)], [None, 1.0], 8, "start")


def _turn(screen: "DebriefScreen", turn: "TurnTold", frame: Frame) -> Widget:
    said, fired = _said(screen, turn), _fired(screen, turn)
    body: Widget = Row([said, fired], [1.1, 1.0], 24, "start") if frame.wide else Column([said, fired], 14)
    return Panel(Column([_head(screen, turn, frame), body], 12), 20, 14, radius=14)


def _head(screen: "DebriefScreen", turn: "TurnTold", frame: Frame) -> Widget:
    """Return the number of a turn, what it moved, and the way back to it."""
    words = screen.sitting.words
    parts: list[Widget] = [Text(words("web.turn", turn=turn.number), BODY, "accent", bold=True, role="heading")]
    parts += [_number(words, turn, name) for name in NUMBERS]
    if not screen.practice:
        return Wrap(parts, 14)
    key, label, back = f"replay.{turn.number}", words("window.debrief.replay"), ReplayFrom(turn.number)
    wide = button(key, label, back, icon="replay", size=SMALL)
    return Row([Wrap(parts, 14), wide if frame.wide else icon_button(key, label, back, "replay")], [1.0, None], 12)


def _number(words: "Words", turn: "TurnTold", name: str) -> Widget:
    """Return a number with where it went: what moved is in ink, what stayed is quiet."""
    was, is_ = getattr(turn.before, name), getattr(turn.after, name)
    moves = f"{is_}" if was == is_ else words("feedback.moved", before=was, after=is_)
    ink: Ink = "quiet" if was == is_ else "ink"
    label = Text(words(f"debrief.{name}"), SMALL - 1, "quiet")
    return Row([label, Text(moves, SMALL - 1, ink, bold=was != is_)], gap=5)


def _said(screen: "DebriefScreen", turn: "TurnTold") -> Widget:
    """Return what was said, with the face that the customer made before."""
    words, lines = screen.sitting.words, list[Widget]()
    if turn.says:
        lines.append(_words(turn.speaker, turn.says))
    lines.append(_words(words("window.talk.you"), turn.said, own=True))
    if turn.reply:
        lines.append(_words(turn.speaker, turn.reply))
    return Row([_face(screen, turn), Column(lines, 8)], [None, 1.0], 14, "start")


def _face(screen: "DebriefScreen", turn: "TurnTold") -> Widget:
    case = screen.play.case
    speaker = case.scenario.beats[turn.beat].speaker
    name = case.customer.portrait if speaker is None else case.scenario.cast[speaker].portrait
    look = expression(turn.before.heat, turn.mood)
    told = screen.sitting.words("window.talk.person", name=turn.speaker, face=_look(screen, look.name))
    return Picture(portrait(name, look), portrait(name, look, dark=True), told, FACE, shape=1)


def _look(screen: "DebriefScreen", name: str) -> str:
    return screen.sitting.words(f"window.face.{name}")


def _words(name: str, text: str, *, own: bool = False) -> Widget:
    """Return what somebody said; what the trainee did stands out, and further to the right."""
    inside = Column([Text(name, SMALL, "accent" if own else "quiet", bold=True), Text(text, BODY if own else 17)], 1)
    panel = Panel(inside, 14, 7, "raised" if own else "panel", "" if own else "line", 12)
    return Row([Space(wide=20), panel], [None, 1.0], 0) if own else panel


def _fired(screen: "DebriefScreen", turn: "TurnTold") -> Widget:
    """Return the rules that fired, the instructor's note, and what the pick has cost."""
    words = screen.sitting.words
    lines: list[Widget] = [_chip(turn.number, one) for one in turn.remarks]
    if not lines:
        lines.append(Text(words("window.debrief.no_rules"), SMALL, "quiet"))
    if turn.note:
        note = Column([Text(bare(words("debrief.note")), SMALL, "quiet", bold=True), Text(turn.note, SMALL)], 1)
        lines.append(Row([Icon("pencil", 18, "quiet"), note], [None, 1.0], 10, "start"))
    return Column([*lines, _cost(screen, turn.number)], 10)


def _cost(screen: "DebriefScreen", turn: int) -> Widget:
    words, cost = screen.sitting.words, screen.findings.cost(turn)
    if screen.findings.costs is None:
        return mark("clock", "quiet", words("window.debrief.working"))
    if cost is None:
        return mark("info", "quiet", words("window.debrief.unproved"))
    if not cost.cost:
        key = "window.debrief.best" if cost.exact else "window.debrief.best_found"
        return mark("check", "good", words(key))
    told = Text(cost.told, SMALL)
    return Panel(Row([Icon("lightbulb", 20, "warn"), told], [None, 1.0], 10, "start"), 14, 8, "panel", "warn", 12)


def _chip(turn: int, remark: "Remark") -> Widget:
    """Return a rule with its line; pressed, it opens its lesson."""
    icon, ink = SIGNS[remark.tone]
    lines: list[Widget] = [Text(remark.name, SMALL, ink if ink != "quiet" else "ink", bold=True, role=None)]
    if remark.line:
        lines.append(Text(remark.line, SMALL, role=None))
    body = Row([Icon(icon, 18, ink), Column(lines, 1), Icon("book", 16, "quiet")], [None, 1.0, None], 10, "start")
    label = remark.name if not remark.line else f"{remark.name}: {remark.line}"
    return Press(f"rule.{turn}.{remark.number}", OpenLesson(remark.rule), Pad(body, 12, 8), label, kind="row")


def _end(screen: "DebriefScreen", farewell: "Farewell") -> Widget:
    """Return the last words, and what is to be said about them."""
    words, told = screen.sitting.words, screen.told
    lines: list[Widget] = [Text(words("web.end"), BODY, "accent", bold=True, role="heading")]
    if farewell.says:
        lines.append(_words(told.customer, farewell.says))
    if farewell.told:
        lines.append(mark("warning", "bad", farewell.told))
    if len(lines) == 1:
        lines.append(Text(words("window.talk.no_last_words", name=told.customer), SMALL, "quiet"))
    return Panel(Column(lines, 10), 20, 14, radius=14)
