"""How the preview looks: the bar, where the author stands, the talk, and beside it what else there is to know."""

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import OpenSettings, top_bar
from game.desktop.screens.preview import Preview
from game.desktop.screens.preview_asked import Go, Open, Quit, Side, Tongue
from game.desktop.screens.preview_side import alerts, side
from game.desktop.screens.talk_view import stage
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Bar,
    Column,
    Icon,
    Keys,
    Limit,
    Pad,
    Panel,
    Row,
    Scroll,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
)
from game.i18n import NAMES, OTHER, capital
from game.report.debrief import debrief

if TYPE_CHECKING:
    from game.desktop.widgets.text import Ink

BESIDE: Final = 456
"""The width of what stands beside the talk, in units."""
ROOMY: Final = 1100
"""From so many units on there is room for both."""
NAMED: Final = 960
"""From so many units on there is room for what the steps are called."""
SIDES: Final[dict[Side, str]] = {"problems": "E", "state": "G", "places": "J", "customers": "P"}
SIGNS: Final[dict["Ink", str]] = {"bad": "warning", "good": "check", "quiet": "info", "warn": "clock"}
"""The sign before a line of this colour: nothing is told by colour alone."""
DIGITS: Final = ("1", "2", "3", "4", "5", "6", "s")


def preview_view(screen: Preview, frame: Frame) -> Widget:
    """Return the preview as it is now: both halves, or where it is narrow the one that was asked for."""
    wide = frame.units[0]
    bar = _bar(screen, frame)
    if wide >= ROOMY:
        inner = replace(frame, size=(frame.size[0] - frame.px(BESIDE), frame.size[1]))
        talk = Column([_where(screen), _talk(screen, inner)], 0, stretch=1)
        inside = Column([_tabs(screen, screen.beside), side(screen, screen.beside)], 12, stretch=1)
        beside = Panel(inside, 14, 12, radius=0)
        return Column([bar, Row([talk, beside], [wide - BESIDE, BESIDE], 0, "fill")], 0, stretch=1)
    tabs = Pad(_tabs(screen, screen.shown, talk=True), 12, 6)
    if screen.shown == "talk":
        above = [bar, tabs, *(Pad(line, 16, 4) for line in _alert(screen))]
        return Column([*above, _talk(screen, frame)], 0, stretch=len(above))
    stands = [Text(_stands(screen), SMALL, role="status")] if screen.shown == "state" else []
    shown = Pad(Column([*stands, side(screen, screen.shown)], 8, stretch=len(stands)), 14, 4)
    # What cannot be seen is not said either.
    return Column([bar, tabs, Keys(shown, dict.fromkeys(DIGITS))], 0, stretch=2)


def _bar(screen: Preview, frame: Frame) -> Widget:
    words, draft = screen.sitting.words, screen.draft
    title = words("preview.title", file=PurePath(draft.file).name)
    other = button("tongue", NAMES[OTHER[screen.sitting.language]], Tongue(), kind="quiet", hint="L", size=16)
    right = [
        _go("start", words("window.preview.start"), "replay", "R", frame),
        _go("back", words("window.preview.back"), "arrow-left", "B", frame),
        _go("on", words("window.preview.on"), "arrow-right", "F", frame),
        replace(other, label=words("window.preview.tongue")),
        icon_button("settings", words("window.settings"), OpenSettings(), "gear"),
        icon_button("quit", words("window.preview.quit"), Quit(), "close"),
    ]
    return top_bar(screen.sitting, title, back=False, right=right, settings=False)


def _go(way: str, label: str, icon: str, hint: str, frame: Frame) -> Widget:
    message = Go(way)  # type: ignore[arg-type]
    if frame.units[0] < NAMED:
        return icon_button(way, label, message, icon)
    return button(way, label, message, kind="quiet", icon=icon, hint=hint, size=16)


def _tabs(screen: Preview, chosen: Side, *, talk: bool = False) -> Widget:
    words, count = screen.sitting.words, len(screen.draft.problems)
    tabs: list[Widget] = []
    if talk:
        label = words("window.preview.side.talk")
        tabs.append(button("side.talk", label, Open("talk"), size=SMALL, selected=chosen == "talk", role="choice"))
    for name, hint in SIDES.items():
        label = words(f"window.preview.side.{name}")
        if name == "problems" and count:
            label = words("window.preview.counted", side=label, count=count)
        tabs.append(
            button(f"side.{name}", label, Open(name), size=SMALL, hint=hint, selected=chosen == name, role="choice")
        )
    return Wrap(tabs, 8)


# Where the author stands


def _where(screen: Preview) -> Widget:
    """Return who is talked to and on which beat, and below it what there is to say about it."""
    words = screen.sitting.words
    lines = [Text(_stands(screen), SMALL, role="status"), *_alert(screen)]
    if len(lines) == 1:
        lines.append(Text(words("window.preview.saves"), SMALL, "quiet"))
    return Panel(Column(lines, 3), 18, 8, "raised", "", 0)


def _stands(screen: Preview) -> str:
    words, draft = screen.sitting.words, screen.draft
    persona, scenario = draft.customer, draft.scenario
    if persona is None or scenario is None:
        return words("preview.no_talk")
    who = words("preview.as_written") if persona.id is None else words("preview.who", persona=persona.label)
    if draft.here in scenario.beats:
        here = words("preview.beat", beat=draft.here, line=scenario.beats[draft.here].line)
    elif draft.here in scenario.endings:
        here = words("preview.ending", ending=draft.here, line=scenario.endings[draft.here].line)
    else:
        here = words("preview.dead_end", beat=draft.path[draft.place - 1] if draft.place else scenario.start)
    step = words("preview.step", step=draft.place, steps=len(draft.path) - 1)
    return capital(words("mark.comma").join((who, here, step)))


def _alert(screen: Preview) -> list[Widget]:
    """Return the line of what is most worth knowing now, if there is anything."""
    words = screen.sitting.words
    if screen.search is not None:
        return [_line("warn", words("window.preview.looking", place=words.id(screen.search.place)))]
    told = alerts(screen)
    if told:
        return [_line("bad", told[0])]
    return [] if screen.notice is None else [_line(screen.notice.ink, screen.notice.told(words))]


def _line(ink: "Ink", text: str) -> Widget:
    return Row([Icon(SIGNS[ink], 16, ink), Text(text, SMALL, ink, role="status")], [None, 1.0], 8, "start")


# The talk


def _talk(screen: Preview, frame: Frame) -> Widget:
    """Return the talk as a trainee sees it; at its end what it came to."""
    rehearsal = screen.rehearsal
    if rehearsal is None:
        title = Text(screen.sitting.words("preview.no_talk"), BODY, "quiet", align="centre")
        return Pad(Limit(title, 520, middle=True), 24, 18)
    shown = stage(rehearsal, frame)
    return replace(shown, lower=_result(screen, frame)) if rehearsal.stage == "ending" else shown


def _result(screen: Preview, frame: Frame) -> Widget:
    words, rehearsal = screen.sitting.words, screen.rehearsal
    assert rehearsal is not None
    told = debrief(words, rehearsal.talk.play, "practice")
    assert told.result is not None
    result = told.result
    lines: list[Widget] = [Text(result.told, HEADING - 2, bold=True, role="heading"), Text(result.why, SMALL)]
    if told.farewell is not None and told.farewell.told:
        lines.append(_line("bad" if result.lost else "quiet", told.farewell.told))
    lines += [Bar(one.label, one.value, 100, f"{one.value}", names=118) for one in result.scores]
    again = button("again", words("window.preview.start"), Go("start"), icon="replay", hint="R")
    inside = Scroll("ending", Pad(Column(lines, 8), 4, 2))
    return Column([inside, Wrap([again], 10)], 10, stretch=0)
