"""How the assigned list looks: the terms once at the top, then phase by phase a card for each task."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from game.desktop.frame import Frame
from game.desktop.screens.common import page, top_bar
from game.desktop.screens.course import CourseScreen, GoOut, LookBack, Noted, OpenTask, TakeUp
from game.desktop.screens.file_view import MODE_SIGNS
from game.desktop.screens.meeting import Meeting, scene_of
from game.desktop.screens.signs import marked
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Column,
    Grid,
    Icon,
    Pad,
    Panel,
    Row,
    Text,
    Told,
    Widget,
    Wrap,
    button,
    icon_button,
)
from game.i18n import capital
from game.report import assigned
from game.scenario import BASE_IDS

if TYPE_CHECKING:
    from game.course.assignments import Assignment, Ended
    from game.course.file import Phase
    from game.desktop.widgets.text import Ink
    from game.scenario import Persona

MOST: Final = 1080
TERM: Final = 440
ROOMY: Final = 760
"""So wide a window has to be, in units, for words beside signs in the bar."""
BESIDE: Final = 228
"""The width of the picture beside what is said of a task, in units."""
SHAPE: Final = 1.55
STRIP: Final = 2.6
"""The width to the height of the picture, beside what is said and above it."""
STATES: Final[dict[str, tuple[str, "Ink"]]] = {
    "open": ("flag", "quiet"),
    "waiting": ("clock", "quiet"),
    "unfinished": ("play", "accent"),
    "closed": ("lock", "quiet"),
    "used-up": ("check", "quiet"),
    "done": ("badge", "good"),
}
"""The sign and the colour of each state."""


def course_view(screen: CourseScreen, frame: Frame) -> Widget:
    """Return the assigned list as it is now."""
    phases = screen.course.programme.course.phases
    parts: list[Widget] = [*_notice(screen), *([] if frame.units[0] >= ROOMY else [_trainee(screen)]), _terms(screen)]
    for phase in phases:
        parts += _phase(screen, phase, frame, named=len(phases) > 1)
    return page(_bar(screen, frame), "course", Column(parts, 16), most=MOST)


def _bar(screen: CourseScreen, frame: Frame) -> Widget:
    words, course = screen.sitting.words, screen.course
    out = words("window.course.go_out")
    if frame.units[0] >= ROOMY:
        right: list[Widget] = [_trainee(screen), button("out", out, GoOut(), kind="quiet", icon="people", size=16)]
    else:
        right = [icon_button("out", out, GoOut(), "people")]
    return top_bar(screen.sitting, course.programme.course.title.told(words.language), back=False, right=right)


def _trainee(screen: CourseScreen) -> Widget:
    """Return who has come in."""
    return Row([Icon("person", 18, "quiet"), Text(screen.course.trainee, SMALL, most=1)], [None, 1.0], 6)


def _notice(screen: CourseScreen) -> list[Widget]:
    """Return what has to be told once."""
    words = screen.sitting.words
    if not screen.notice:
        return []
    said = words(screen.notice)
    close = icon_button("noted", words("window.close"), Noted(), "close")
    line = Row([Told(marked("warning", "warn", said), said, role="status"), close], [1.0, None], 10)
    return [Panel(line, 14, 8, "raised", "warn")]


def _terms(screen: CourseScreen) -> Widget:
    """Return on what terms one talks here: once for all tasks, and quietly."""
    course = screen.course
    told = assigned.terms(screen.sitting.words, course.programme, course.times)
    lines: list[Widget] = [Text(text, SMALL, "quiet") for text in told]
    row = Row([Pad(Icon("info", 20, "quiet"), 0, 1), Grid(lines, TERM, 6)], [None, 1.0], 12, "start")
    return Panel(row, 16, 12, "raised", "")


def _phase(screen: CourseScreen, phase: "Phase", frame: Frame, *, named: bool) -> list[Widget]:
    """Return the cards of a phase, below its name where there are several."""
    tasks = [one for one in screen.tasks if one.task.phase == phase.id]
    card = _wide if frame.wide else _narrow
    cards: list[Widget] = [card(screen, one) for one in tasks]
    head: list[Widget] = []
    if named:
        words, key = screen.sitting.words, f"window.course.phase.{phase.id}"
        name = words(key) if key in words else phase.id
        head.append(Text(name, HEADING, bold=True, role="heading"))
    return [*head, *cards] if cards else []


# One card


def _wide(screen: CourseScreen, one: "Assignment") -> Widget:
    """Return the card of a task: the customer at the left, beside them what there is to say, at the right what can be
    done."""
    begin, looks = _begin(screen, one), _looks(screen, one)
    ways = Column([*begin, *looks], 8, across="end")
    body = Column([_title(screen, one), *_standing(screen, one)], 6)
    inside = Row([_picture(one, BESIDE), Pad(body, 0, 6), ways], [None, 1.0, None], 20)
    return Panel(inside, 10, 10, edge=_edge(one))


def _narrow(screen: CourseScreen, one: "Assignment") -> Widget:
    """Return the card of a task where there is little room: all below each other."""
    ways = [*_begin(screen, one), *_looks(screen, one)]
    lines = [_title(screen, one), *_standing(screen, one), *([Wrap(ways, 8)] if ways else [])]
    return Panel(Column([_picture(one), Pad(Column(lines, 8), 8, 6)], 6), 8, 8, edge=_edge(one))


def _picture(one: "Assignment", wide: float = 0) -> Widget:
    scenario, customer = one.task.scenario, _persona(one).customer
    shape = SHAPE if wide else STRIP
    return Meeting(scene_of(scenario), customer.portrait, customer.heat, shape, wide=wide)


def _edge(one: "Assignment") -> Literal["accent", "line"]:
    return "accent" if one.unfinished is not None else "line"


def _title(screen: CourseScreen, one: "Assignment") -> Widget:
    """Return what it is about, how one talks, and with whom."""
    words = screen.sitting.words
    title = Text(one.task.scenario.title.told(words.language), BODY + 1, bold=True, role="heading")
    return Column([Wrap([title, _mode(screen, one)], 12), Text(_who(screen, one), SMALL, "quiet")], 4)


def _persona(one: "Assignment") -> "Persona":
    """Return who comes; where the trainee chooses, the customer as written."""
    scenario = one.task.scenario
    return scenario.personas[0] if one.task.persona is None else scenario.persona(one.task.persona)


def _who(screen: CourseScreen, one: "Assignment") -> str:
    """Return whom one talks with, and how they are today."""
    words, persona = screen.sitting.words, _persona(one)
    name = persona.customer.name.told(words.language)
    if one.task.persona is None and len(one.task.scenario.personas) > 1:
        return words("window.course.who", name=name, how=words("course.chosen"))
    if one.task.persona is None or one.task.persona in BASE_IDS:
        return name
    return words("window.course.who", name=name, how=persona.label)


def _mode(screen: CourseScreen, one: "Assignment") -> Widget:
    """Return how one talks, as a small badge."""
    words, mode = screen.sitting.words, one.task.mode
    ink: Ink = "accent" if mode == "exam" else "good"
    inside = Row(
        [Icon(MODE_SIGNS[mode], 15, ink), Text(capital(words(f"file.mode.{mode}")), SMALL, ink, bold=True)], gap=6
    )
    return Panel(inside, 9, 3, "raised", "", 12)


def _standing(screen: CourseScreen, one: "Assignment") -> list[Widget]:
    """Return how the task stands, what came of it so far, and when there is more to see."""
    told = assigned.told(screen.sitting.words, screen.course.programme, one)
    sign, ink = STATES[one.state]
    tries = screen.sitting.words("mark.comma").join(text for text in (told.attempts, told.time) if text)
    lines = [marked(sign, ink, capital(told.state), "ink" if ink == "quiet" else ink)]
    if tries and one.state in ("open", "waiting", "unfinished"):
        lines.append(marked("replay", "quiet", capital(tries), "quiet"))
    if one.counted is not None:
        passed = one.counted.passed
        lines.append(marked("badge" if passed else "chart", "good" if passed else "warn", capital(told.result)))
    if told.short:
        lines.append(marked("info", "quiet", told.short, "quiet"))
    if told.debrief and not one.debrief.now:
        lines.append(marked("eye", "quiet", capital(told.debrief), "quiet"))
    return lines


def _begin(screen: CourseScreen, one: "Assignment") -> list[Widget]:
    """Return the way to the talk, where there is one: on with what was begun, or to a new attempt."""
    words, key = screen.sitting.words, one.task.key
    if one.unfinished is not None:
        attempt, label = one.unfinished.attempt, words("window.course.take_up")
        on = button(f"take-up.{attempt}", label, TakeUp(attempt), kind="main", icon="play")
    elif one.state == "open":
        label = words("window.course.again" if one.made else "window.course.begin")
        on = button(f"task.{key}", label, OpenTask(key), kind="main", icon="speech")
    else:
        return []
    title = one.task.scenario.title.told(words.language)  # who only hears it hears many such buttons
    return [replace(on, label=words("mark.colon", name=label) + title)]


def _looks(screen: CourseScreen, one: "Assignment") -> list[Widget]:
    """Return the ways to look back, at each attempt whose debrief may be seen."""
    return [_look(screen, number, ended) for number, ended in _seen(screen, one)]


def _seen(screen: CourseScreen, one: "Assignment") -> "list[tuple[int, Ended]]":
    """Return the attempts that may be looked back at, each with the how-manieth it was."""
    return [(number, ended) for number, ended in enumerate(one.ended, start=1) if ended.attempt in screen.scores]


def _look(screen: CourseScreen, number: int, ended: "Ended") -> Widget:
    words, score = screen.sitting.words, screen.scores[ended.attempt]
    label = words("window.course.look", number=number, overall=score.overall)
    told = words("window.course.look_told", number=number, overall=score.overall)
    return replace(button(f"look.{ended.attempt}", label, LookBack(ended.attempt), icon="eye", size=SMALL), label=told)
