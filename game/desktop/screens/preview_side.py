"""What stands beside the talk in a preview: problems, state, the places to jump to, the customers of the case."""

from typing import TYPE_CHECKING, Final

from game.desktop.screens.preview import Preview
from game.desktop.screens.preview_asked import FIND, Jump, Meet, Side, stopped
from game.desktop.screens.signs import marked
from game.desktop.screens.talk_gauges import gauges_rows
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import Column, Field, Icon, Pad, Panel, Press, Row, Scroll, Text, Widget, Wrap
from game.engine import look
from game.report.debrief import need_name, said_at
from game.scenario import Persona, Problem

if TYPE_CHECKING:
    from game.desktop.screens.rehearsal import Rehearsal
    from game.desktop.widgets.text import Ink

MOST: Final = 40
"""So many problems are shown; the rest is for `check`."""
LEVELS: Final[dict[str, tuple[str, "Ink"]]] = {
    "error": ("cross", "bad"),
    "warning": ("warning", "warn"),
    "note": ("info", "quiet"),
}


def side(screen: Preview, shown: Side) -> Widget:
    """Return one of the sides."""
    match shown:
        case "places":
            return _places(screen)
        case "customers":
            return Scroll("customers", Pad(Column(_customers(screen), 8), 4, 4))
        case "state":
            return Scroll("state", Pad(Column(_state(screen), 8), 4, 2))
        case _:
            return Scroll("problems", Pad(Column(_problems(screen), 10), 4, 4))


def alerts(screen: Preview) -> list[str]:
    """Return what stands between the author and what the file says now: why it cannot be read, that it has errors, that
    the picks go less far, that the customer is missing."""
    words, draft = screen.sitting.words, screen.draft
    told = []
    if screen.trouble is not None:
        told.append(words(f"preview.trouble.{screen.trouble.reason}", detail=screen.trouble.detail))
    if draft.behind and draft.scenario is not None:
        told.append(words("preview.behind"))
    if draft.held_up and draft.stop is not None:
        told.append(stopped(draft.stop).told(words))
    if draft.missing and draft.scenario is not None:
        told.append(words("preview.no_persona", persona=draft.persona))
    return told


# Problems


def _problems(screen: Preview) -> list[Widget]:
    words, found = screen.sitting.words, screen.draft.problems
    rows: list[Widget] = [marked("warning", "bad", text, "bad") for text in alerts(screen)]
    if not found and screen.trouble is None:
        rows.append(marked("check", "good", words("window.preview.sound"), "good"))
        rows.append(Text(words("window.preview.check"), SMALL, "quiet"))
    ordered = sorted(found, key=lambda one: one.level != "error")
    rows += [_problem(screen, one) for one in ordered[:MOST]]
    if len(found) > MOST:
        rows.append(Text(words("preview.more", count=len(found) - MOST), SMALL, "quiet"))
    return rows


def _problem(screen: Preview, problem: Problem) -> Widget:
    """Return one problem: where it is, what is wrong, and what to do."""
    words, told = screen.sitting.words, screen.sitting.language
    icon, ink = LEVELS[problem.level]
    where = words("window.preview.at", line=problem.line, column=problem.column)
    level = Text(words(f"window.preview.{problem.level}"), SMALL, ink, bold=True)
    head = Wrap([Icon(icon, 18, ink), level, Text(where, SMALL, bold=True), Text(problem.code, SMALL - 1, "quiet")], 8)
    lines: list[Widget] = [head, Text(problem.message(told), BODY - 1)]
    if hint := problem.hint(told):
        lines.append(marked("pencil", "accent", hint, "quiet"))
    return Panel(Column(lines, 6), 14, 10, "panel", "bad" if problem.level == "error" else "line")


# The state


def _state(screen: Preview) -> list[Widget]:
    """Return the whole picture, and what only the author may see of it."""
    words, rehearsal = screen.sitting.words, screen.rehearsal
    if rehearsal is None:
        return [Text(words("preview.no_talk"), BODY, "quiet")]
    return [*_note(screen, rehearsal), *gauges_rows(rehearsal), *_hidden(screen, rehearsal), *_picks(screen)]


def _note(screen: Preview, rehearsal: "Rehearsal") -> list[Widget]:
    """Return what the instructor wants said about the last pick, while its answer is shown."""
    words, exchange = screen.sitting.words, rehearsal.exchange
    if rehearsal.stage != "answering" or exchange is None:
        return []
    _, note = said_at(exchange.turn, exchange.turn.response)
    told = "" if note is None else words("debrief.note") + note.told(words.language)
    return [marked("flag", "accent", told, "accent")] if told else []


def _hidden(screen: Preview, rehearsal: "Rehearsal") -> list[Widget]:
    words, moment = screen.sitting.words, rehearsal.talk.moment
    gauges, scenario, beat = moment.gauges, moment.case.scenario, moment.beat
    need, known = moment.case.customer.need, {id_ for id_, _ in gauges.facts}
    rows: list[Widget] = [_section(words("preview.hidden"))]
    rows.append(marked("chart", "quiet", words("preview.set_points", points=gauges.set_points)))
    if need is not None and gauges.need is None:
        rows.append(marked("heart", "quiet", words("preview.need", need=need_name(words, scenario, need))))
    unknown = [fact for id_, fact in scenario.facts.items() if id_ not in known]
    rows += [marked("lock", "quiet", words("preview.unknown", fact=fact)) for fact in unknown]
    if beat is not None and beat.patience is not None:
        rows.append(marked("clock", "quiet", words("window.preview.patience", seconds=beat.patience)))
    return [*rows, *_shut(screen)]


def _shut(screen: Preview) -> list[Widget]:
    """Return the responses of this beat that cannot be picked now."""
    words, play = screen.sitting.words, screen.draft.play()
    moment = None if play is None else look(play)
    if moment is None or moment.beat is None:
        return []
    offered = {choice.id for choice in moment.offered}
    shut = [one for one in moment.beat.responses if one.id not in offered]
    rows = [marked("lock", "quiet", words("preview.response", id=one.id, line=one.line)) for one in shut]
    return [_section(words("window.preview.shut")), *rows] if rows else []


def _picks(screen: Preview) -> list[Widget]:
    words, draft = screen.sitting.words, screen.draft
    picks = ",".join(draft.picks[: draft.place])
    told = Text(picks or words("preview.no_picks"), SMALL, "ink" if picks else "quiet")
    return [_section(words("window.preview.picks")), told]


# Jumps


def _places(screen: Preview) -> Widget:
    """Return a line to find a place by, and the beats and endings of the file."""
    words, found = screen.sitting.words, screen.found
    if not screen.draft.places:
        return Text(words("window.preview.no_places"), BODY, "quiet")
    first = Jump(found[0]) if found else None
    hint = words("window.preview.find_hint")
    field = Field(FIND, screen.find, words("window.preview.find"), hint, most=64, enter=first)
    rows: list[Widget] = [_place(screen, place) for place in found]
    if not rows:
        rows.append(Text(words("preview.none.j", typed=screen.find), SMALL, "quiet"))
    return Column([field, Scroll("places", Pad(Column(rows, 6), 4, 4))], 10, stretch=1)


def _place(screen: Preview, place: str) -> Widget:
    words, draft = screen.sitting.words, screen.draft
    assert draft.scenario is not None
    beat = draft.scenario.beats.get(place)
    at = draft.scenario.endings[place] if beat is None else beat
    kind = words("window.preview.ending" if beat is None else "window.preview.beat")
    marks = [kind, words("window.preview.line", line=at.line)]
    here, walked = place == draft.here, place in draft.path[: draft.place]
    if here or walked:
        marks.append(words("window.preview.here" if here else "window.preview.walked"))
    icon = "person" if here else "check" if walked else "flag" if beat is None else "speech"
    head = Wrap([Text(place, BODY, bold=True, role=None), Text(words.list(marks), SMALL - 1, "quiet", role=None)], 10)
    said = screen.said(place)
    lines: list[Widget] = [head, *([Text(said, SMALL, "quiet", most=2, role=None)] if said else [])]
    body = Row([Icon(icon, 20, "accent" if here else "quiet"), Column(lines, 3)], [None, 1.0], 12, "start")
    told = words.list(marks)
    return Press(f"place.{place}", Jump(place), Pad(body, 12, 8), place, told, "row", selected=here)


# Customers


def _customers(screen: Preview) -> list[Widget]:
    words, scenario = screen.sitting.words, screen.draft.scenario
    if scenario is None:
        return [Text(words("window.preview.no_customers"), BODY, "quiet")]
    return [_customer(screen, number, one) for number, one in enumerate(scenario.personas)]


def _customer(screen: Preview, number: int, persona: Persona) -> Widget:
    words, told = screen.sitting.words, screen.sitting.language
    met = screen.draft.customer
    here = met is not None and met.id == persona.id
    name = persona.customer.name.told(told)
    label = name if persona.id is None else persona.label.told(told)
    mark = words("window.preview.written") if persona.id is None else persona.id
    head = Wrap([Text(label, BODY, bold=True, role=None), Text(mark, SMALL - 1, "quiet", role=None)], 10)
    feels = words.list(persona.customer.feels)
    heat = words("gauges.heat_told", label=words("gauges.heat"), value=persona.customer.heat, top=10)
    about = words("mark.comma").join(part for part in (feels, heat) if part)
    icon = Icon("check" if here else "person", 20, "accent" if here else "quiet")
    body = Row([icon, Column([head, Text(about, SMALL, "quiet", role=None)], 3)], [None, 1.0], 12, "start")
    value = words.list((mark, about))
    return Press(f"customer.{number}", Meet(persona.id), Pad(body, 12, 9), label, value, "row", selected=here)


def _section(title: str) -> Widget:
    return Text(title, SMALL, "accent", bold=True, role="heading")
