"""The three questions before the debrief: where it turned, what score, what to say next time."""

from collections.abc import Mapping
from typing import Final

from game.i18n import Words
from game.session import Answers
from game.terminal.blocks import Heading, Para
from game.terminal.desk import Command, Desk, Question, plainly
from game.terminal.keyboard import EndOfInput

BEST: Final = 100


def ask_questions(desk: Desk, attempt: str, commands: Mapping[str, Command]) -> Answers | None:
    """Return the trainee's answers, which are kept with the attempt; None where there is nobody to ask.

    `commands` are what can be looked up meanwhile.
    """
    words = desk.words
    if desk.session.piped:
        desk.show([Para(words("questions.skipped"), "quiet")])
        return None
    desk.show([Heading(words("questions.title")), Para(words("questions.about"), "quiet")])
    try:
        said = Answers(
            desk.ask(_question("turning_point", commands)),
            _guess(desk, _question("guess", commands)),
            desk.ask(_question("next_time", commands)),
        )
    except EndOfInput:
        desk.show([Para(desk.words("questions.skipped"), "quiet")])
        return None
    if said.skipped:
        return None
    desk.session.notebook.answer(attempt, said.turning_point, said.guess, said.next_time)
    return said


def _question(name: str, commands: Mapping[str, Command]) -> Question:
    return Question(lambda words: words(f"questions.{name}"), help=_help, commands=commands)


def _help(words: Words) -> list[Para]:
    return [Para(words("questions.help")), Para(words("questions.about"))]


def _guess(desk: Desk, question: Question) -> int | None:
    while True:
        typed = plainly(desk.ask(question))
        if not typed:
            return None
        if typed.isdecimal() and int(typed) <= BEST:
            return int(typed)
        desk.show([Para(desk.words("questions.not_a_score"), "bad")])
