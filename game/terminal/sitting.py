"""One sitting at the terminal, from the notices to the last debrief."""

import sys
from typing import TYPE_CHECKING, TextIO

from game.engine import NotOffered, Play, Weights, begin, look
from game.i18n import Words, words
from game.report.debrief import STANDARD, rules_of_play
from game.session import Answers, Entry, Mode, Session, Unfinished
from game.terminal import talk_pages
from game.terminal.blocks import Gap, Page, Para
from game.terminal.desk import Desk, Drawing, Leave, NotThere, Question
from game.terminal.feedback import lesson_of
from game.terminal.file import begin_question, customer_page, settle
from game.terminal.keyboard import EndOfInput, keyboard
from game.terminal.library import choose_entry
from game.terminal.looking_back import debrief_page
from game.terminal.opening import offer
from game.terminal.paper import Paper, PlainPaper
from game.terminal.questions import ask_questions
from game.terminal.talk import Talk
from game.terminal.turns import cards

if TYPE_CHECKING:
    from rich.console import Console


def sit(session: Session) -> int:
    """Play until the trainee leaves; return the exit code."""
    desk = Desk(session, paper(session.plain), keyboard(sys.stdin, session.piped))
    try:
        return _play(desk)
    except NotThere:
        return 1
    except (Leave, EndOfInput, KeyboardInterrupt):
        desk.show([Para(desk.words("bye"), "quiet")])
        return 0


def paper(plain: bool, console: "Console | None" = None) -> Paper:
    """Return what to print on: standard output, or a console that is given."""
    out: TextIO = sys.stdout
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        # A console that has no such letter shows a stand-in rather than an error.
        reconfigure(errors="replace")
    if plain:
        return PlainPaper(out if console is None else console.file)  # type: ignore[arg-type]
    from rich.console import Console

    from game.terminal.rich_paper import RichPaper

    return RichPaper(Console(file=out, highlight=False, markup=False, emoji=False) if console is None else console)


def _play(desk: Desk) -> int:
    session = desk.session
    desk.show([Para(notice, "strong") for notice in session.notices])
    if session.course is not None:
        from game.terminal.course import attend

        return attend(desk, session.course)
    resumed = offer(desk)
    if resumed is not None:
        _resume(desk, resumed)
        if session.chosen is not None and resumed.entry.scenario.id == session.chosen.scenario.id:
            return 0
    if session.chosen is not None:
        _begin(desk, session.chosen)
        return 0
    if not session.library:
        desk.show([Para(desk.words("library.empty"), "bad")])
        return 1
    while True:
        _begin(desk, choose_entry(desk))


def _begin(desk: Desk, entry: Entry) -> None:
    """Play a scenario from its file to its debrief."""
    session = desk.session
    persona, mode = settle(desk, entry)
    desk.show(customer_page(desk.words, persona))
    typed = "" if session.piped else desk.ask(begin_question(entry.scenario, persona))
    seed = session.fresh_seed()
    play = begin(entry.scenario, persona.id, seed, rulebook=session.rulebook)
    attempt = session.notebook.begin(entry, persona.id, mode, desk.language, seed, session.trainee)
    talk = Talk(desk, play, attempt, mode)
    if typed:
        # Whoever knows the file types the first pick right away.
        talk.take(typed)
    finish(desk, talk)


def _resume(desk: Desk, unfinished: Unfinished) -> None:
    """Go on with an attempt at the beat where it stopped."""
    entry = unfinished.entry
    play = begin(entry.scenario, unfinished.persona, unfinished.seed, rulebook=unfinished.rulebook)
    talk = Talk(desk, play, unfinished.attempt, unfinished.mode, unfinished.left)
    try:
        talk.catch_up(unfinished.picks)
    except NotOffered:
        desk.show([Para(desk.words("resume.misfit"), "bad")])
        return
    desk.show([Para(desk.words("resume.here", turn=len(unfinished.picks) + 1), "quiet")])
    finish(desk, talk)


def finish(desk: Desk, talk: Talk) -> None:
    """Talk to the end, close the attempt, ask the three questions, and look back."""
    look_back(desk, talk, close_off(desk, talk))


def close_off(desk: Desk, talk: Talk) -> Answers | None:
    """Talk to the end, close the attempt, and return the answers to the three questions."""
    talk.go_on()
    play, attempt = talk.play, talk.attempt
    if not talk.expired:
        desk.show(talk_pages.last_words_page(desk.words, look(play), play.case.customer.name))
    desk.session.notebook.end(attempt, expired=talk.expired)
    return ask_questions(desk, attempt, talk.commands())


def look_back(desk: Desk, talk: Talk, answers: Answers | None, weights: Weights = STANDARD) -> None:
    """Show the debrief of a talk, scored with these weights, and let the trainee read on."""
    play, attempt = talk.play, talk.attempt

    def screen(words: Words) -> Page:
        page = debrief_page(words, play, talk.mode, answers, weights)
        lessons = [] if desk.session.piped else cards(words, play)
        return [*page, *lessons, Gap(), Para(words("debrief.attempt", attempt=attempt), "quiet")]

    desk.show(screen(desk.words))
    if not desk.session.piped:
        _look_closer(desk, talk, screen)


def _look_closer(desk: Desk, talk: Talk, screen: Drawing) -> None:
    """Let the trainee read lessons and look back until they have seen enough."""
    rules = tuple(rule for rule, _ in rules_of_play(talk.play))
    commands = {**talk.commands(), "i": lambda words, number: lesson_of(words, rules, number)}

    def help_(words: Words) -> Page:
        return [Para(words("debrief.help"))]

    question = Question(lambda words: words("debrief.ask"), screen, help_, commands)
    while desk.ask(question):
        desk.show(help_(desk.words))


def show_debrief(
    entry: Entry,
    play: Play,
    mode: Mode,
    answers: Answers | None,
    language: str,
    plain: bool,
    console: "Console | None" = None,
    weights: Weights = STANDARD,
) -> None:
    """Print the debrief of a play."""
    paper(plain, console).show(debrief_page(words(language), play, mode, answers, weights))
