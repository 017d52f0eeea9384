"""The pages of a course on paper: who comes in, the assigned list, what is told before and after a talk."""

from pathlib import Path

from game.course.assignments import LATE, Assignment, Ended, Opening
from game.i18n import Words, capital
from game.report import assigned
from game.session import Enrolled
from game.terminal.blocks import Block, Entry, Gap, Heading, Page, Para, Section
from game.terminal.desk import help_line

INDENT = 3


def title_page(words: Words, course: Enrolled) -> Page:
    """Return the course's title."""
    return [Heading(course.programme.course.title.told(words.language))]


def welcome_page(words: Words, course: Enrolled) -> Page:
    """Return who has come in."""
    return [Para(words("course.welcome", name=course.trainee), "strong")]


def list_page(words: Words, course: Enrolled, listed: tuple[Assignment, ...]) -> Page:
    """Return the assigned list, by phases, numbered throughout."""
    page: list[Block] = [Heading(course.programme.course.title.told(words.language))]
    phase = None
    for number, one in enumerate(listed, start=1):
        if one.task.phase != phase:
            phase = one.task.phase
            title = assigned.phase(words, course.programme, phase)
            page += [Section(title)] if title else []
        page += _item(words, course, number, one)
    return [*page, Gap()]


def _item(words: Words, course: Enrolled, number: int, one: Assignment) -> list[Block]:
    told = assigned.told(words, course.programme, one)
    state = words("mark.semicolon").join(part for part in (told.state, told.attempts, told.time) if part)
    passed = one.counted is not None and one.counted.passed
    lines = [
        Para(capital(told.result), "good" if passed else "bad", INDENT),
        Para(told.short, "", INDENT),
        Para(capital(told.debrief), "quiet", INDENT),
    ]
    return [
        Entry(f"{number}. ", words("course.item", title=told.title, about=told.about)),
        Para(capital(state), "", INDENT),
        *(line for line in lines if line.text),
    ]


def list_help(words: Words) -> Page:
    """Return what can be typed at the assigned list."""
    return [Para(words("course.help")), *(help_line(words(key)) for key in ("course.help_debrief", "course.help_out"))]


def why_not(words: Words, course: Enrolled, one: Assignment) -> str:
    """Return why a task cannot be begun."""
    told = assigned.told(words, course.programme, one)
    return words("course.not_now", title=told.title, why=told.state)


def why_no_debrief(words: Words, one: Assignment) -> str:
    """Return why there is no debrief to see."""
    return capital(assigned.opening(words, one.debrief)) if one.ended else words("course.no_debrief")


def before_page(words: Words, one: Assignment) -> Page:
    """Return how much time there is, where that is limited, before the customer speaks."""
    if one.seconds is None or (one.minutes is None and one.seconds > LATE):
        return []
    return [Gap(), Para(words("course.before", time=assigned.duration(words, one.seconds)), "strong")]


def again_page(words: Words, picks: int, seconds: float | None) -> Page:
    """Return where an unfinished talk goes on, after so many picks, and how much time it has left, if that is told."""
    page: list[Block] = [Gap(), Para(words("resume.here", turn=picks + 1), "quiet")]
    if seconds is not None:
        page.append(Para(words("course.time_start", time=assigned.duration(words, seconds)), "strong"))
    return page


def kept_page(words: Words, one: Assignment, path: Path | None, seen: Opening) -> Page:
    """Return where an attempt that has ended is kept, what counts by now, or when that can be seen."""
    if path is not None:  # apart, each is short enough to be copied from one line
        handed = Para(words("course.handed_in", name=path.name, folder=path.parent), "quiet")
    else:
        handed = Para(words("course.not_handed_in"), "bad")
    page: list[Block] = [Gap(), handed]
    if not seen.now:
        return [*page, Para(capital(assigned.opening(words, seen)), "strong")]
    if one.counted is not None:
        page.append(Para(words("course.counts_now", result=assigned.result(words, one.counted)), "strong"))
        page += [Para(text) for text in [assigned.missing(words, one.counted.short)] if text]
    return page


def ended_page(words: Words, ended: tuple[Ended, ...]) -> Page:
    """Return the attempts that can be looked back at."""
    items = [
        Entry(f"{n}. ", words("course.ended", when=assigned.moment(one.started)), indent=2)
        for n, one in enumerate(ended, start=1)
    ]
    return [Section(words("course.which")), *items]
