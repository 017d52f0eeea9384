"""How the profile looks: scores, badges, history."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import Back, page, top_bar
from game.desktop.screens.meeting import Face
from game.desktop.screens.profile import AT_ONCE, More, OpenPast, Profile
from game.desktop.theme import BODY, HEADING, SMALL, TITLE
from game.desktop.widgets import (
    Column,
    Grid,
    Icon,
    Limit,
    Pad,
    Panel,
    Press,
    Row,
    Space,
    Stars,
    Text,
    Told,
    Trail,
    Widget,
    Wrap,
    button,
)
from game.engine import score

if TYPE_CHECKING:
    from game.report.progress import Badge, Trend
    from game.session import Past

SIGNS: Final = {
    "word": "promise",
    "heard": "ear",
    "clean": "speech",
    "calmed": "flame",
    "beyond": "star",
    "rounds": "flag",
    "steady": "chart",
}
"""The sign of each badge."""
ROOMY: Final = 760


def profile_view(screen: Profile, frame: Frame) -> Widget:
    """Return the profile as it is now."""
    words = screen.sitting.words
    parts: list[Widget] = [_who(screen)]
    if screen.past:
        parts += [*_scores(screen, frame), *_badges(screen), *_history(screen, frame)]
    elif screen.before.ready:
        parts += [_empty(screen), *_badges(screen)]
    return page(top_bar(screen.sitting, words("window.profile.title")), "profile", Column(parts, 18))


def _who(screen: Profile) -> Widget:
    words, past = screen.sitting.words, screen.past
    name = screen.sitting.session.trainee or words("window.profile.nobody")
    lines: list[Widget] = [Text(name, TITLE - 2, bold=True, role="heading")]
    if past:
        customers = len({one.play.case.scenario.id for one in past})
        lines.append(Text(words("window.profile.summary", talks=len(past), customers=customers), BODY, "quiet"))
    return Row([Icon("person", 40, "accent"), Column(lines, 2)], [None, 1.0], 14)


def _empty(screen: Profile) -> Widget:
    words = screen.sitting.words
    said = Text(words("window.profile.empty"), BODY, align="centre")
    choose = button("choose", words("window.profile.choose"), Back(), kind="main", icon="person")
    return Panel(Limit(Column([said, choose], 16, across="middle"), 620), 20, 26)


def _title(text: str) -> Widget:
    return Text(text, HEADING, bold=True, role="heading")


# The scores


def _scores(screen: Profile, frame: Frame) -> list[Widget]:
    """Return the five scores, nothing as long as no talk was had from its start to its end."""
    words = screen.sitting.words
    if not screen.trends:
        return []
    rows: list[Widget] = [_score(screen, one, frame) for one in screen.trends]
    legend = Text(words("window.profile.legend"), SMALL, "quiet")
    return [Panel(Column([_title(words("window.profile.scores")), *rows, legend], 12), 20, 16)]


def _score(screen: Profile, trend: "Trend", frame: Frame) -> Widget:
    """Return one score: its name, its way so far, its mean and how steady it is."""
    words = screen.sitting.words
    name = Text(trend.label, BODY, bold=True, role=None)
    mean = Text(words("window.profile.mean", mean=trend.mean), BODY, bold=True, role=None)
    told = Text(trend.told, SMALL, "quiet", role=None)
    trail = Trail(trend.values, trend.mean, trend.spread)
    value = words("window.profile.score_told", mean=trend.mean, told=trend.told, last=trend.values[-1])
    if frame.units[0] >= ROOMY:
        row: Widget = Row([name, trail, Column([mean, told], 0)], [0.16, 0.54, 0.3], 18)
    else:
        row = Column([Row([name, mean], [1.0, None], 10), trail, told], 4)
    return Told(row, trend.label, value, "meter")


# The badges


def _badges(screen: Profile) -> list[Widget]:
    words = screen.sitting.words
    cards = [_badge(screen, one) for one in screen.badges]
    return [_title(words("window.profile.badges")), Grid(cards, 250, 12)]


def _badge(screen: Profile, badge: "Badge") -> Widget:
    words = screen.sitting.words
    if badge.held:
        foot: Widget = Row([Icon("check", 17, "good"), Text(words("window.profile.held"), SMALL, "good")], gap=6)
    else:
        missing = Text(badge.missing, SMALL, "quiet")
        count = Text(words("window.profile.count", done=badge.done, needed=badge.needed), SMALL, "quiet", bold=True)
        foot = Row([count, missing], [None, 1.0], 8, "start") if badge.needed > 1 else missing
    sign = Icon(SIGNS[badge.id], 26, "accent" if badge.held else "quiet")
    head = Row([sign, Text(badge.name, BODY, "ink" if badge.held else "quiet", bold=True)], [None, 1.0], 10)
    inside = Column([head, Text(badge.about, SMALL), Space(), foot], 7, stretch=2)
    return Panel(inside, 16, 13, "panel" if badge.held else "ground", "accent" if badge.held else "line")


# The talks so far


def _history(screen: Profile, frame: Frame) -> list[Widget]:
    words, past = screen.sitting.words, screen.past
    rows: list[Widget] = [_talk(screen, one, frame) for one in past[: screen.listed]]
    left = len(past) - screen.listed
    if left > 0:
        more = words("window.profile.more", count=min(left, AT_ONCE))
        rows.append(Wrap([button("more", more, More(), icon="arrow-down", size=SMALL)]))
    about = [Text(words("window.profile.again"), SMALL, "quiet")]
    if any(one.repeated for one in past):
        about.append(Text(words("window.profile.uncounted"), SMALL, "quiet"))
    return [Column([_title(words("window.profile.history")), *about], 2), Column(rows, 8)]


def _talk(screen: Profile, past: "Past", frame: Frame) -> Widget:
    """Return one talk, which opens its debrief."""
    words, case, found = screen.sitting.words, past.play.case, score(past.play)
    title = case.scenario.title.told(words.language)
    about = [f"{past.started.astimezone():%Y-%m-%d %H:%M}", words(f"file.mode.{past.mode}")]
    if len(case.scenario.personas) > 1:
        about.insert(1, case.persona.label.told(words.language))
    if past.repeated:
        about.append(words("window.profile.repeated", turn=past.repeated + 1))
    when = words("mark.comma").join(about)
    lines = Column([Text(title, BODY, bold=True, role=None), Text(when, SMALL, "quiet", role=None)], 1)
    verdict = words(f"verdict.{found.verdict}")
    overall = words("window.profile.overall", overall=found.overall)
    result = Column(
        [Text(overall, BODY, bold=True, role=None), Wrap([Stars(found.stars, 14), Text(verdict, SMALL, role=None)], 8)],
        1,
    )
    face = Face(case.customer.portrait, found.heat, 50)
    if frame.units[0] >= ROOMY:
        inside: Widget = Row([face, lines, result, Icon("arrow-right", 18, "quiet")], [None, 1.0, 0.42, None], 14)
    else:
        inside = Row([face, Column([lines, result], 6)], [None, 1.0], 14)
    label = words("mark.comma").join([title, when])
    told = words("mark.comma").join([overall, verdict, words("window.profile.stars", stars=found.stars)])
    return Press(f"past.{past.attempt}", OpenPast(past.attempt), Pad(inside, 14, 8), label, told)


__all__ = ["profile_view"]
