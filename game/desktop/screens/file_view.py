"""How the customer's file looks: at the left who comes and how, at the right what is known."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import level_and_length, top_bar
from game.desktop.screens.file import WRITTEN, Begin, File, How, Who
from game.desktop.screens.meeting import Face, Meeting, person_told, scene_of
from game.desktop.screens.talk_stage import Ahead
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Column,
    Grid,
    Icon,
    Layers,
    Limit,
    Pad,
    Panel,
    Press,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    Wrap,
    button,
)
from game.i18n import capital
from game.report import casefile
from game.report.casefile import Source

if TYPE_CHECKING:
    from game.scenario import Persona
    from game.session import Mode

MOST: Final = 1240
SIDE: Final = 400
"""The width of the part at the left, in units."""
ROOMY: Final = (1000, 560)
"""So large a window has to be, in units, for two parts beside each other."""
LOW_PICTURE: Final = 4.2
"""The width to the height of the picture in a window of little height: what is known begins in sight below it."""
SIGNS: Final = {
    "experience": "history",
    "advertising": "sound",
    "word-of-mouth": "speech",
    "industry-norm": "list",
    "recommendation": "people",
}
"""The sign of each source of expectations."""
MODE_SIGNS: Final[dict["Mode", str]] = {"practice": "eye", "exam": "lock"}
"""The sign of each way to talk."""


def file_view(screen: File, frame: Frame) -> Widget:
    """Return the file as it is now."""
    words, (wide, tall) = screen.sitting.words, frame.units
    title = screen.scenario.title.told(words.language)
    bar = top_bar(screen.sitting, words("file.title", title=title) if wide >= ROOMY[0] else title)
    if wide < ROOMY[0] or tall < ROOMY[1]:
        parts = [*_customer(screen, 21 / 9 if tall > ROOMY[1] else LOW_PICTURE), *_known(screen), *_personas(screen)]
        body: Widget = Scroll("file", Pad(Column(parts, 16), 20, 16))
    else:
        left = Scroll("who", Column([*_customer(screen, 2.1), *_personas(screen)], 12))
        right = Scroll("file", Column(_known(screen), 14))
        both = Row([left, right], [SIDE, min(MOST, wide) - SIDE], 24, "fill")
        body = Limit(Pad(both, 20, 16), MOST)
    beat = screen.scenario.beats[screen.scenario.start]
    return Layers([Column([bar, body, _foot(screen, frame)], 0, stretch=1), Ahead((beat.scene,))])


def _foot(screen: File, frame: Frame) -> Widget:
    """Return the choice of the mode and the way on, which are always in sight."""
    words = screen.sitting.words
    modes = [_mode(screen, mode) for mode in screen.modes] if len(screen.modes) > 1 else terms(screen)
    start = button("start", words("window.file.start"), Begin(), kind="main", icon="speech")
    room = screen.sitting.session.room
    about = Text(words("window.room.about" if room else f"{screen.about}.{screen.mode}"), SMALL, "quiet")
    if frame.units[0] < ROOMY[0]:
        inside: Widget = Column([about, Row([*modes, Space(), start], [*[None] * len(modes), 1.0, None], 8)], 6)
    else:
        asked = [Text(words("file.mode"), BODY, bold=True)] if len(screen.modes) > 1 else []
        inside = Row([*asked, *modes, about, start], [None] * len([*asked, *modes]) + [1.0, None], 12)
    return Panel(Limit(inside, MOST - 40), 20, 10, edge="", radius=0)


# Who comes, and how


def _customer(screen: File, shape: float) -> list[Widget]:
    words, customer = screen.sitting.words, screen.persona.customer
    picture = Meeting(
        scene_of(screen.scenario),
        customer.portrait,
        customer.heat,
        shape,
        label=person_told(words, customer),
        face=0.94,
    )
    return [picture, Text(casefile.who(words, customer), HEADING - 2, bold=True)]


def _personas(screen: File) -> list[Widget]:
    words, personas = screen.sitting.words, screen.personas
    if len(personas) == 1:
        return []
    parts: list[Widget] = [Text(words("file.persona"), BODY, bold=True, role="heading")]
    if (proposed := screen.proposed) is not None:
        verdict = words(f"verdict.{screen.earlier.before}")
        parts.append(Text(words("file.persona_proposed", verdict=verdict, persona=proposed.label), SMALL, "quiet"))
    return [*parts, Column([_persona(screen, number, one) for number, one in enumerate(personas, 1)], 7)]


def _persona(screen: File, number: int, persona: "Persona") -> Widget:
    words, customer = screen.sitting.words, persona.customer
    label, feels = persona.label.told(words.language), words.list(customer.feels)
    lines: list[Widget] = [Text(label, SMALL + 1, bold=True, role=None)]
    if feels:
        lines.append(Text(feels, SMALL, "quiet", role=None))
    chosen = persona is screen.persona
    mark = Icon("check", 20, "accent") if chosen else Space(wide=20)
    sign = Text(f"{number}", SMALL, "quiet", bold=True, role=None)
    parts: list[Widget] = [sign, Face(customer.portrait, customer.heat, 44), Column(lines, 0), mark]
    body = Row(parts, [None, None, 1.0, None], 11)
    id_ = persona.id or WRITTEN
    told = words("mark.comma").join([label, feels]) if feels else label
    return Press(f"who.{id_}", Who(id_), Pad(body, 10, 5), told, f"{number}", role="choice", selected=chosen)


def terms(screen: File) -> list[Widget]:
    """Return how one talks where that is not to be chosen, with a sign, and what time there is for it, if it is
    limited."""
    words = screen.sitting.words
    sign, label = MODE_SIGNS[screen.mode], capital(words(f"file.mode.{screen.mode}"))
    parts: list[Widget] = [Row([Icon(sign, 20, "accent"), Text(label, BODY, bold=True)], gap=8)]
    if screen.time:
        parts.append(Row([Icon("clock", 20, "accent"), Text(screen.time, BODY, bold=True)], gap=8))
    return parts


def _mode(screen: File, mode: "Mode") -> Widget:
    words, chosen = screen.sitting.words, mode == screen.mode
    icon = "check" if chosen else MODE_SIGNS[mode]
    label = words(f"window.file.{mode}")
    return button(f"how.{mode}", label, How(mode), icon=icon, selected=chosen, role="choice")


# What is known


def _known(screen: File) -> list[Widget]:
    words, scenario = screen.sitting.words, screen.scenario
    parts: list[Widget] = [_about(screen)]
    if scenario.brief is not None:
        text = Text(casefile.brief(words, scenario), BODY)
        parts.append(Panel(Column([_title(words("file.brief"), "info"), text], 8), 18, 14))
    if scenario.meters:
        held = [Text(line, BODY) for line in casefile.meters(words, scenario)]
        parts.append(Panel(Wrap([_title(words("file.meters"), "badge"), *held], 16), 18, 12))
    if screen.earlier:
        parts.append(_earlier(screen))
    cards = [_source(screen, one) for one in casefile.sources(words, screen.persona.customer)]
    parts.append(Text(words("file.sources"), HEADING - 2, bold=True, role="heading"))
    parts.append(Grid(cards, 300, 12))
    return parts


def _about(screen: File) -> Widget:
    """Return domain, level and length."""
    words, scenario = screen.sitting.words, screen.scenario
    domain = Text(words(f"domain.{scenario.domain}"), SMALL, "quiet")
    return Wrap([domain, *level_and_length(words, scenario)], 16)


def _title(text: str, icon: str) -> Widget:
    return Row([Icon(icon, 19, "accent"), Text(text, BODY, "accent", bold=True, role="heading")], gap=8)


def _earlier(screen: File) -> Widget:
    words, known = screen.sitting.words, screen.earlier
    lines: list[Widget] = [_title(words("window.file.earlier"), "history")]
    if known.before is not None:
        verdict = words(f"verdict.{known.before}")
        lines.append(Text(words("window.file.before", title=known.before_title, verdict=verdict), BODY))
    if known.verdict is not None:
        lines.append(Text(words("window.file.here", verdict=words(f"verdict.{known.verdict}")), BODY))
    if known.facts:
        lines.append(Text(words("window.file.learned"), SMALL, "quiet"))
        lines += [
            Row([Pad(Icon("lightbulb", 18, "warn"), 0, 4), Text(one)], [None, 1.0], 8, "start") for one in known.facts
        ]
    return Panel(Column(lines, 8), 18, 14, "raised")


def _source(screen: File, source: Source) -> Widget:
    """Return the card of one expectation: what it is about, where it comes from, what is hoped for and can be had."""
    words = screen.sitting.words
    sign = Icon(SIGNS.get(source.origin or "", "info"), 20, "accent")
    origin = Text(source.origin_told or words("window.file.unsaid"), SMALL, "quiet")
    lines: list[Widget] = [Row([sign, Text(source.label, BODY, bold=True), origin], [None, 1.0, None], 8)]
    if source.why:
        lines.append(Text(source.why, BODY))
    lines.append(Space())
    if source.hopes:
        lines.append(_said("heart", "quiet", words("window.file.hopes"), source.hopes))
    lines.append(_said("check", "good", words("window.file.can"), source.can))
    return Panel(Column(lines, 7, stretch=len(lines) - (3 if source.hopes else 2)), 16, 13)


def _said(icon: str, ink: str, title: str, text: str) -> Widget:
    sign = Icon(icon, 17, "good" if ink == "good" else "quiet")
    titled = Column([Text(title, SMALL, "good" if ink == "good" else "quiet", bold=True), Text(text, SMALL)], 1)
    return Row([sign, titled], [None, 1.0], 9, "start")
