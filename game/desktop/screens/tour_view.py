"""How the first walk looks: the talk as it always is, and beside it, or below where it is narrow, what it shows."""

from dataclasses import replace
from typing import Final

from game.desktop.drawings import expression, portrait
from game.desktop.frame import Frame
from game.desktop.screens.common import page, top_bar
from game.desktop.screens.talk_view import talk_view
from game.desktop.screens.tour import STEPS, Anew, Done, Skip, Tour, Understood
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Bar,
    Column,
    Layers,
    Modal,
    Pad,
    Panel,
    Picture,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    Wrap,
    button,
)
from game.report.debrief import Formula, debrief

COACH: Final = 300
"""The width of what is said beside the talk, in units."""
BESIDE: Final = 1040
ROOMY: Final = 760
FACE: Final = 236
TALL: Final = 560
"""So high a window has to be, in units, for the colleague to stand below what she says."""


def beside(screen: Tour, frame: Frame) -> Widget:
    """Return the talk and what is said about it: beside it, or in front of it until that has been read."""
    wide = frame.units[0]
    if wide >= BESIDE:
        inner = replace(frame, size=(frame.size[0] - frame.px(COACH), frame.size[1]))
        return Row([_coach(screen, frame), talk_view(screen, inner)], [COACH, wide - COACH], 0, "fill")
    talk = talk_view(screen, frame)
    return talk if screen.told in screen.understood else Layers([talk, Modal(_card(screen), 560)])


def _told(screen: Tour) -> tuple[str, str]:
    """Return what is said at this step: in short, and what to do."""
    words = screen.sitting.words
    return words(f"window.tour.{screen.told}"), words(f"window.tour.{screen.told}_about")


def _coach(screen: Tour, frame: Frame) -> Widget:
    """Return what is said, and below it the colleague who says it, where there is room for both."""
    words = screen.sitting.words
    told = Scroll("coach", Pad(Column(_said(screen), 10), 2, 2))
    face = Row([Space(), Picture(*_face(), wide=FACE, shape=1.0), Space()], [1.0, None, 1.0])
    skip = button("skip", words("window.tour.skip"), Skip(), kind="quiet", size=SMALL)
    stands = [face] if frame.units[1] >= TALL else []
    below = Column([*stands, skip], 0)
    return Panel(Column([told, below], 10, stretch=0), 20, 18, "raised", "line", 0)


def _card(screen: Tour) -> Widget:
    """Return what is said, on a card in front of the talk. Its way on has the key of the talk's own."""
    words = screen.sitting.words
    on = button("go-on", words("window.start.noted"), Understood(), kind="main")
    skip = button("skip", words("window.tour.skip"), Skip(), kind="quiet")
    return Column([Scroll("coach", Column(_said(screen), 8)), Wrap([on, skip], 10)], 14, stretch=0)


def _said(screen: Tour) -> list[Widget]:
    title, about = _told(screen)
    step = screen.sitting.words("window.tour.step", number=STEPS.index(screen.step) + 1, most=len(STEPS))
    return [
        Text(step, SMALL, "quiet"),
        Text(title, HEADING - 2, bold=True, role="heading"),
        Text(about, BODY),
    ]


def _face() -> tuple[str, str]:
    look = expression(0, "pleased")
    return portrait("staff", look), portrait("staff", look, dark=True)


def back_view(screen: Tour, frame: Frame) -> Widget:
    """Return the look back at the walk: what it came to, and what each score is about."""
    words = screen.sitting.words
    told = debrief(words, screen.talk.play, "practice")
    assert told.result is not None
    parts: list[Widget] = [
        _outcome(screen, told.result.told, told.result.why),
        Panel(Column([_score(screen, frame, score) for score in told.result.scores], 12), 20, 16, radius=14),
        Text(words("window.tour.back_more"), BODY),
        Wrap(
            [
                button("done", words("window.start.begin"), Done(), kind="main", icon="person"),
                button("anew", words("window.tour.anew"), Anew(), icon="replay"),
            ],
            10,
        ),
    ]
    bar = top_bar(screen.sitting, words("window.tour.back"), back=False)
    return page(bar, "tour", Column(parts, 18), most=900)


def _score(screen: Tour, frame: Frame, score: Formula) -> Widget:
    """Return one score, and what it is about."""
    about = Text(screen.sitting.words(f"window.tour.score.{score.name}"), SMALL, "quiet")
    bar = Bar(score.label, score.value, 100, f"{score.value}", names=118)
    return Row([bar, about], [5.0, 5.0], 20) if frame.units[0] >= ROOMY else Column([bar, about], 2)


def _outcome(screen: Tour, told: str, why: str) -> Widget:
    play = screen.talk.play
    look = expression(screen.talk.moment.gauges.heat, None)
    name = play.case.customer.portrait
    face = Picture(portrait(name, look), portrait(name, look, dark=True), wide=120, shape=1.0)
    lines = [Text(told, HEADING, bold=True, role="heading"), Text(why, BODY)]
    return Panel(Row([face, Column(lines, 6)], [None, 1.0], 18), 20, 10, radius=14)
