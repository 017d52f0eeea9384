"""The fourth part of the debrief: the talk turn by turn, what fired, what it cost, and the way back into it."""

from typing import TYPE_CHECKING, Final

from game.desktop.drawings import expression, portrait
from game.desktop.frame import Frame
from game.desktop.screens.debrief import ReplayFrom
from game.desktop.screens.debrief_result import bare
from game.desktop.screens.signs import chip, marked
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import (
    Column,
    Icon,
    Panel,
    Picture,
    Row,
    Space,
    Text,
    Told,
    Widget,
    Wrap,
    button,
    icon_button,
)

if TYPE_CHECKING:
    from game.desktop.screens.debrief import DebriefScreen
    from game.desktop.widgets.text import Ink
    from game.i18n import Words
    from game.report.debrief import Farewell, TurnTold

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
        return marked("clock", "quiet", words("window.debrief.working"))
    dearest = max(costs, key=lambda one: one.cost, default=None)
    if dearest is None:
        return marked("info", "quiet", words("window.debrief.unproved"))
    if not dearest.cost:
        return marked("check", "good", words("window.debrief.nothing_lost"))
    return marked("lightbulb", "warn", words("window.debrief.dearest", turn=dearest.turn, cost=dearest.cost))


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
    label = words("feedback.set" if name == "set_points" else f"debrief.{name}")
    line = Row([Text(label, SMALL - 1, "quiet"), Text(moves, SMALL - 1, ink, bold=was != is_)], gap=5)
    stayed = words("mark.colon", name=label) + f"{is_}"
    return Told(line, stayed if was == is_ else words("feedback.moved_told", label=label, before=was, after=is_))


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
    lines: list[Widget] = [chip(words, one, f"rule.{turn.number}.{one.number}") for one in turn.remarks]
    if not lines:
        lines.append(Text(words("window.debrief.no_rules"), SMALL, "quiet"))
    if turn.note:
        note = Column([Text(bare(words("debrief.note")), SMALL, "quiet", bold=True), Text(turn.note, SMALL)], 1)
        lines.append(Row([Icon("pencil", 18, "quiet"), note], [None, 1.0], 10, "start"))
    return Column([*lines, _cost(screen, turn.number)], 10)


def _cost(screen: "DebriefScreen", turn: int) -> Widget:
    words, cost = screen.sitting.words, screen.findings.cost(turn)
    if screen.findings.costs is None:
        return marked("clock", "quiet", words("window.debrief.working"))
    if cost is None:
        return marked("info", "quiet", words("window.debrief.unproved"))
    if not cost.cost:
        key = "window.debrief.best" if cost.exact else "window.debrief.best_found"
        return marked("check", "good", words(key))
    told = Text(cost.told, SMALL)
    return Panel(Row([Icon("lightbulb", 20, "warn"), told], [None, 1.0], 10, "start"), 14, 8, "panel", "warn", 12)


def _end(screen: "DebriefScreen", farewell: "Farewell") -> Widget:
    """Return the last words, and what is to be said about them."""
    words, told = screen.sitting.words, screen.told
    lines: list[Widget] = [Text(words("web.end"), BODY, "accent", bold=True, role="heading")]
    if farewell.says:
        lines.append(_words(told.customer, farewell.says))
    if farewell.told:
        lines.append(marked("warning", "bad", farewell.told))
    if len(lines) == 1:
        lines.append(Text(words("window.talk.no_last_words", name=told.customer), SMALL, "quiet"))
    return Panel(Column(lines, 10), 20, 14, radius=14)
