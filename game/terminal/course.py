"""A course in the terminal: who comes in, the assigned list, and from there to the talks and back."""

import re
import sys

from game.course.assignments import LATE, Assignment, Ended
from game.engine import begin, close
from game.i18n import Words
from game.report.assigned import terms
from game.session import Enrolled, NotNow
from game.terminal import course_pages as pages
from game.terminal.blocks import Gap, Page, Para
from game.terminal.desk import Desk, Drawing, Question, plainly, wrong_number
from game.terminal.file import begin_question, case_page, customer_page, meet
from game.terminal.keyboard import unseen
from game.terminal.sitting import close_off, look_back
from game.terminal.talk import Talk
from game.terminal.time_limit import TimeLimit

OUT = "o"
DEBRIEF = re.compile(r"d\s*(\d+)")


def attend(desk: Desk, course: Enrolled) -> int:
    """Let one trainee after the other take the course, until somebody leaves the game."""
    named = desk.session.trainee
    while True:
        _come_in(desk, course, named)
        named = ""
        desk.show([*pages.welcome_page(desk.words, course), *_terms(desk.words, course)])
        while _at_the_list(desk, course):
            pass
        course.go_out()


def _terms(words: Words, course: Enrolled) -> Page:
    return [Para(text, "quiet") for text in terms(words, course.programme, course.times)]


def _come_in(desk: Desk, course: Enrolled, named: str) -> None:
    """Ask who it is, until it is somebody who may come in; of whom has been `named`, only for the PIN."""

    def screen(words: Words) -> Page:
        return pages.title_page(words, course)

    desk.show(screen(desk.words))
    listed = course.programme.roster is not None
    asked = "course.who_id" if listed else "course.who_name"
    question = Question(
        lambda words: words(asked),
        screen,
        lambda words: [Para(words("course.who_id_help" if listed else "course.who_name_help"))],
        literal=lambda typed: course.programme.listed(typed) is not None,
    )
    who = named
    while True:
        who = who or desk.ask(question)
        locked = course.pin_asked(who)
        pin = _pin(desk, screen) if locked else ""
        problem = course.enter(who, pin)
        if not problem:
            return
        if pin or named or not locked or desk.session.piped:
            desk.refuse([Para(desk.words(problem, who=who), "bad")])
        who = who if pin else named  # another go at the PIN; none at all: it was somebody else's id


def _pin(desk: Desk, screen: Drawing) -> str:
    question = Question(
        lambda words: words("course.pin"), screen, lambda words: [Para(words("course.pin_help"))], secret=True
    )
    with unseen(None if desk.session.piped else sys.stdin):
        typed = desk.ask(question)
    desk.show([Gap()])
    return typed


def _at_the_list(desk: Desk, course: Enrolled) -> bool:
    """Show the assigned list and do what the trainee chooses from it; False once somebody else is to come in."""
    listed = course.assignments()

    def screen(words: Words) -> Page:
        return pages.list_page(words, course, listed)

    desk.show(screen(desk.words))
    question = Question(lambda words: words("course.ask"), screen, pages.list_help)
    typed = desk.ask(question)
    plain = plainly(typed)
    debrief = DEBRIEF.fullmatch(plain)
    number = debrief[1] if debrief else plain
    if plain == OUT:
        return False
    if not plain:
        return True
    if not number.isdecimal() or not 1 <= int(number) <= len(listed):
        desk.refuse(wrong_number(desk.words, typed, len(listed)))
    elif debrief:
        _debrief(desk, course, listed[int(number) - 1])
    else:
        _play(desk, course, listed[int(number) - 1])
    return True


def _play(desk: Desk, course: Enrolled, chosen: Assignment) -> None:
    """Begin a task, or go on with what is unfinished of it, and come back when it is over."""
    talk = _taken_up(desk, course, chosen.unfinished.attempt) if chosen.unfinished else _begun(desk, course, chosen)
    if talk is None:
        return
    answers = close_off(desk, talk)
    path, seen = course.hand_in(talk.attempt), course.debrief(talk.attempt)
    after = next(one for one in course.assignments() if one.task.key == chosen.task.key)
    desk.show(pages.kept_page(desk.words, after, path, seen))
    if seen.now:
        look_back(desk, talk, answers, course.programme.course.weights)


def _begun(desk: Desk, course: Enrolled, chosen: Assignment) -> Talk | None:
    """Return the talk of a task that is begun now; None where it may not be."""
    session, task = desk.session, chosen.task
    if chosen.state != "open":
        desk.refuse([Para(pages.why_not(desk.words, course, chosen), "bad")])
        return None
    desk.show(case_page(desk.words, task.scenario))
    persona = meet(desk, task.scenario) if task.persona is None else task.scenario.persona(task.persona)
    desk.show([*customer_page(desk.words, persona), *pages.before_page(desk.words, chosen)])
    typed = "" if session.piped else desk.ask(begin_question(task.scenario, persona))
    seed = session.fresh_seed()
    play = begin(task.scenario, persona.id, seed, rulebook=session.rulebook)
    try:
        attempt = session.notebook.begin(task, persona.id, task.mode, desk.language, seed, course.trainee)
    except NotNow:
        now = next(one for one in course.assignments() if one.task.key == task.key)
        desk.refuse([Para(pages.why_not(desk.words, course, now), "bad")])
        return None
    talk = Talk(desk, play, attempt, task.mode, limit=_limit(course, attempt), times=course.times)
    if typed:
        talk.take(typed)
    return talk


def _limit(course: Enrolled, attempt: str) -> TimeLimit:
    return TimeLimit(course.limit(attempt), None if course.tells_time else LATE)


def _taken_up(desk: Desk, course: Enrolled, attempt: str) -> Talk | None:
    """Return the talk of an unfinished attempt at the beat where it stopped; None where it no longer fits."""
    found = course.take_up(attempt)
    if found is None:
        desk.show([Para(desk.words("course.misfit"), "bad")])
        return None
    play = begin(found.entry.scenario, found.persona, found.seed, rulebook=found.rulebook)
    limit = _limit(course, attempt)
    talk = Talk(desk, play, attempt, found.mode, found.left, limit=limit, times=course.times)
    talk.catch_up(found.picks)
    desk.show(pages.again_page(desk.words, len(found.picks), limit.seconds if limit.told_at_first else None))
    return talk


def _debrief(desk: Desk, course: Enrolled, chosen: Assignment) -> None:
    """Show the debrief of an ended attempt, where it may be seen."""
    if not chosen.ended or not chosen.debrief.now:
        desk.refuse([Para(pages.why_no_debrief(desk.words, chosen), "bad")])
        return
    past = course.past(_which(desk, chosen.ended).attempt)
    if past is None:
        desk.refuse([Para(desk.words("course.misfit"), "bad")])
        return
    old = past.play
    talk = Talk(
        desk, begin(past.entry.scenario, old.persona_id, old.seed, rulebook=old.case.rulebook), past.attempt, past.mode
    )
    talk.catch_up(old.picks)
    if not talk.play.over:
        close(talk.play)
    look_back(desk, talk, past.answers, course.programme.course.weights)


def _which(desk: Desk, ended: tuple[Ended, ...]) -> Ended:
    """Return the attempt to look back at; the trainee says which, where there are several."""
    if len(ended) == 1 or desk.session.piped:
        return ended[-1]

    def screen(words: Words) -> Page:
        return pages.ended_page(words, ended)

    desk.show(screen(desk.words))
    question = Question(lambda words: words("file.persona_ask", number=len(ended)), screen, screen)
    return ended[desk.number(question, len(ended), len(ended)) - 1]
