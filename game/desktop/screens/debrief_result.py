"""The first part of the debrief: the customer's last word, the verdict, the five scores, the trainee's own view."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.desktop.drawings import scene
from game.desktop.frame import Frame
from game.desktop.screens.debrief import OnceMore, Show, ToLibrary
from game.desktop.screens.signs import marked
from game.desktop.screens.talk_stage import Person
from game.desktop.sheet import Sheet
from game.desktop.theme import BODY, HEADING, SMALL, SPEECH
from game.desktop.widgets import (
    Bar,
    Bubble,
    Column,
    Grid,
    Icon,
    Limit,
    Pad,
    Panel,
    Row,
    Stars,
    Text,
    Widget,
    Wrap,
    button,
)
from game.desktop.widgets.dial import Beside, Dial
from game.i18n import capital

if TYPE_CHECKING:
    from game.desktop.screens.debrief import DebriefScreen
    from game.desktop.widgets.text import Ink
    from game.report.debrief import Own, Result

INKS: Final[dict[str, "Ink"]] = {"exceeded": "good", "met": "good", "acceptable": "warn", "below": "bad"}
"""The colour of each verdict, which is always told in words beside it."""
TALL: Final = 208
TALLEST: Final = 400
CARD: Final = 430
EDGE: Final = 20
WIDEST: Final = 1120
FULL: Final = 100
ROOMY: Final = 1240
TALL_ENOUGH: Final = 560
BESIDE: Final = 512
"""So many units everything else takes that stands above and below the customer; what is left is theirs."""
ON_SCREEN: Final = "chat"
"""This scene is a telephone, empty in its middle where the talk stands: a low strip of it shows nothing."""
COOL: Final = 3
"""Below this heat the face shows how pleased the customer is with it all."""


def result(screen: "DebriefScreen", frame: Frame) -> Widget:
    """Return what the talk came to."""
    told, came = screen.told, screen.told.result
    if came is None:
        return unfinished(screen)
    own = [] if came.own is None else [_own(screen, came.own, came)]
    cards = [_scores(screen, came), *own, _survey(screen, came)]
    who = [] if roomy(frame) else [Text(told.who, SMALL, "quiet")]
    below = Column([*who, Grid(cards, 330, 16), *([] if tall(frame) else [ways(screen)])], 12)
    return Column([_hero(screen, came, frame), Pad(Limit(below, WIDEST), EDGE, 10)], 0)


def unfinished(screen: "DebriefScreen") -> Widget:
    """Return what is said of a talk that has not ended: it has no score."""
    return Pad(Limit(Text(screen.sitting.words("debrief.unfinished"), BODY), WIDEST), EDGE, 18)


def bare(text: str) -> str:
    """Return what introduces a quotation without its colon: here the quotation stands below it."""
    return text.rstrip(":： ")


def tall(frame: Frame) -> bool:
    """Return whether there is room for the ways on below what scrolls, so that they are always in sight."""
    return frame.units[1] >= TALL_ENOUGH


def _high(frame: Frame) -> float:
    """Return how high the picture of the customer is at least, in units: in a high window it fills what is left."""
    return max(TALL, min(TALLEST, frame.units[1] - BESIDE)) if frame.wide else TALL


def roomy(frame: Frame) -> bool:
    """Return whether there is room beside the signs of the parts for whom and how the talk was with."""
    return frame.units[0] >= ROOMY


# The customer and the verdict


@dataclass(frozen=True, slots=True)
class Hero:
    """The room of the talk with the customer in it, what they say in the end, and beside it a card."""

    scene: str | None
    told: str
    person: Person
    bubble: Bubble
    card: Widget

    def width(self, frame: Frame) -> int:
        return frame.px(WIDEST)

    def _side(self, frame: Frame, width: int) -> int:
        """Return how large the customer is."""
        return min(frame.px(_high(frame) - 14), width * 3 // 10)

    def _card(self, frame: Frame, width: int) -> int:
        return min(frame.px(CARD), width * 2 // 5)

    def _inner(self, frame: Frame, width: int) -> int:
        return min(width - 2 * frame.px(EDGE), frame.px(WIDEST))

    def height(self, frame: Frame, width: int) -> int:
        inner, edges = self._inner(frame, width), 2 * frame.px(EDGE)
        if frame.wide:
            return max(frame.px(_high(frame)), self.card.height(frame, self._card(frame, inner)) + frame.px(EDGE))
        side, gap = self._side(frame, inner), frame.px(EDGE)
        said = max(side, self.bubble.height(frame, inner - side - gap))
        return said + edges + self.card.height(frame, inner)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        name, edge, inner = self.scene, frame.px(EDGE), self._inner(frame, rect.width)
        sheet.paint(rect, lambda canvas, place: canvas.picture(scene(name, dark=canvas.theme.dark), place))
        if self.told:
            sheet.tell("image", self.told, rect)
        left, side = rect.left + (rect.width - inner) // 2, self._side(frame, inner)
        wide = self._card(frame, inner)
        tall = self.card.height(frame, wide if frame.wide else inner)
        if frame.wide:
            self._say(frame, Rect(left, rect.bottom - side, inner - wide - edge, side), side, sheet)
            top = rect.top + (rect.height - tall) // 2
            self.card.place(frame, Rect(left + inner - wide, top, wide, tall), sheet)
        else:
            room = rect.height - tall - edge
            self._say(frame, Rect(left, rect.top + room - side, inner, side), side, sheet)
            self.card.place(frame, Rect(left, rect.top + room, inner, tall), sheet)

    def _say(self, frame: Frame, rect: Rect, side: int, sheet: Sheet) -> None:
        """Put the customer at the left, and what they say beside them."""
        square = Rect(rect.left, rect.bottom - side, side, side)
        self.person.place(frame, square, sheet)
        room = rect.width - side - frame.px(EDGE)
        wide = self.bubble.fitting(frame, room)
        tall = self.bubble.height(frame, wide)
        middle = square.centery - square.height // 10
        top = max(rect.bottom - rect.height - tall, middle - tall // 2)
        at = Rect(square.right + frame.px(EDGE), min(top, rect.bottom - tall - frame.px(8)), wide, tall)
        tip = (square.centerx + side // 4, square.top + side * 9 // 20)
        replace(self.bubble, tip=tip).place(frame, at, sheet)


def _hero(screen: "DebriefScreen", came: "Result", frame: Frame) -> Widget:
    words, case, survey = screen.sitting.words, screen.play.case, came.survey
    name, heat = case.customer.name.told(words.language), screen.play.standing.heat
    mood = {5: "grateful", 4: "pleased"}.get(survey.stars) if heat < COOL and not came.lost else None
    stars = survey.answers[0]
    person = Person(case.customer.portrait, heat, mood, 0.0, 0.0, name)
    head = Row([Text(name, BODY, "accent", bold=True), Stars(survey.stars, 26, bare(stars.told))], gap=12)
    bubble = Bubble("survey", None, head, Text(stars.says, SPEECH, role="speech"), most=400, least=200)
    place = _scene(screen)
    told = words(f"window.scene.{place}") if place is not None and f"window.scene.{place}" in words else ""
    return Hero(place, told, person, bubble, _verdict(came, frame))


def _scene(screen: "DebriefScreen") -> str | None:
    """Return where the talk ended: the last room that was seen, else the last picture of any kind."""
    beats = screen.play.case.scenario.beats
    shown = [place for turn in reversed(screen.play.turns) if (place := beats[turn.beat].scene) is not None]
    return next((place for place in shown if place != ON_SCREEN), shown[0] if shown else None)


def _verdict(came: "Result", frame: Frame) -> Widget:
    ink = INKS[came.verdict]
    dial = Dial(came.overall.value, came.overall.label, came.told, ink, 132 if frame.wide else 112)
    lines = [Text(capital(came.verdict_told), HEADING, ink, bold=True, role="heading"), Text(came.why, SMALL)]
    return Panel(Row([dial, Column(lines, 6)], [None, 1.0], 18), 20, 18, radius=16)


# Below it


def card(icon: str, title: str, children: list[Widget], *, gap: float = 10) -> Widget:
    """Return a panel with a title and a sign before it."""
    head = Row([Icon(icon, 20, "accent"), Text(title, BODY, bold=True, role="heading")], [None, 1.0], 10)
    return Panel(Column([head, *children], gap), 18, 14, radius=14)


def _scores(screen: "DebriefScreen", came: "Result") -> Widget:
    words = screen.sitting.words
    bars: list[Widget] = []
    for one in came.scores:
        told = words("gauges.of_told", label=one.label, value=one.value, top=FULL)
        bars.append(Bar(one.label, one.value, FULL, told, before=0, since=screen.since, names=104))
    return card("chart", words("window.debrief.five"), bars, gap=8)


def _own(screen: "DebriefScreen", own: "Own", came: "Result") -> Widget:
    words, title = screen.sitting.words, screen.sitting.words("debrief.answers")
    lines: list[Widget] = []
    if own.guess is not None:
        guessed = words("window.debrief.guessed", guess=own.guess)
        was = words("window.debrief.was", overall=came.overall.value)
        lines.append(Beside(own.guess, guessed, came.overall.value, was, title, own.guess_told))
        lines.append(Text(own.guess_told, SMALL))
    return card("person", title, [*lines, *(Text(text, SMALL) for text in own.answers)])


def _survey(screen: "DebriefScreen", came: "Result") -> Widget:
    words, survey = screen.sitting.words, came.survey
    lines: list[Widget] = [
        Column([Text(bare(voice.told), SMALL, "quiet"), Text(voice.says, SMALL)], 1) for voice in survey.answers[1:]
    ]
    if survey.need:
        ink: Ink = "good" if survey.need_named else "bad"
        sign = "heart" if survey.need_named else "ear"
        lines.append(marked(sign, ink, survey.need))
    farewell = screen.told.farewell
    if farewell is not None and farewell.told:
        lines.append(marked("warning", "bad", farewell.told, "bad"))
    lines.append(Text(survey.satisfaction_told, SMALL - 1, "quiet"))
    return card("speech", words("debrief.survey"), lines)


def ways(screen: "DebriefScreen") -> Widget:
    """Return where one goes on to from the result."""
    words = screen.sitting.words
    turns = button("turns", words("window.debrief.to_turns"), Show("turns"), kind="main", icon="list")
    again = button("again", words("window.debrief.again"), OnceMore(), icon="replay")
    others = button("library", words(screen.others), ToLibrary(), icon="people")
    return Wrap([turns, *([again] if screen.again else []), others], 10)
