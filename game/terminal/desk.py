"""The desk at which the trainee sits: paper, keyboard, the language of the moment, and the questions asked there."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.i18n import OTHER, Words, words
from game.session import Session
from game.terminal.blocks import Entry, Gap, Page, Para, Section
from game.terminal.keyboard import EndOfInput, Keyboard, Tick
from game.terminal.paper import Paper

Drawing = Callable[[Words], Page]
Command = Callable[[Words, str], Page]
"""What a command shows; it is given what was typed behind its letter."""


class Leave(Exception):
    """The trainee leaves the game."""


class NotThere(Exception):
    """Piped input asked for what is not there. It has been said; going on would answer the wrong question."""


def nothing(_: Words) -> Page:
    """Return an empty page."""
    return ()


def never(_: str) -> bool:
    """Return False."""
    return False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `screen` is shown again when the language changes; `help` are the question's own lines of help.

    `commands` go by their letter. `literal` says of a line that it is an answer, even where it looks like a command.
    `secret` answers are not written down where what is piped is.
    """

    prompt: Callable[[Words], str]
    screen: Drawing = nothing
    help: Drawing = nothing
    commands: Mapping[str, Command] = field(default_factory=dict)
    literal: Callable[[str], bool] = never
    secret: bool = False


class Desk:
    """Shows pages and asks questions. Help, language and leaving are answered here, at whatever is asked."""

    def __init__(self, session: Session, paper: Paper, keyboard: Keyboard) -> None:
        self.session = session
        self.paper = paper
        self.keyboard = keyboard
        self.language = session.language

    @property
    def words(self) -> Words:
        """The words of the language of the moment."""
        return words(self.language)

    @property
    def timed(self) -> bool:
        """Whether patience runs: never for a pipe, nor where a screen reader has to read the screen first."""
        return not (self.session.plain or self.session.piped)

    def show(self, page: Page) -> None:
        """Print a page."""
        self.paper.show(page)

    def ask(self, question: Question, left: Callable[[], float] | None = None, tick: Tick | None = None) -> str:
        """Return the answer, without space around it. TimeUp when `left()` seconds are over; Leave; EndOfInput."""
        while True:
            self.paper.prompt(question.prompt(self.words))
            typed = self._typed(left, tick, question.secret)
            if question.literal(typed):
                return typed
            page = self._command(question, plainly(typed))
            if page is None:
                return typed
            self.show(page)

    def _typed(self, left: Callable[[], float] | None, tick: Tick | None, secret: bool) -> str:
        try:
            line = self.keyboard.line(None if left is None else left(), tick)
        except EndOfInput:
            self.show([Gap()])
            raise
        if self.session.piped:
            # Nobody has pressed Enter on this screen.
            self.show([Para("****" if secret else line.strip())])
        return line.strip()

    def _command(self, question: Question, typed: str) -> Page | None:
        """Return what a command shows, None where what was typed is none."""
        letter, behind = typed[:1], typed[1:].strip()
        if typed == "q":
            raise Leave
        if typed == "l":
            self.language = OTHER[self.language]
            return question.screen(self.words)
        if typed == "?":
            return help_page(question, self.words)
        if letter in question.commands and (not behind or behind.isdecimal()):
            return question.commands[letter](self.words, behind)
        return None

    def refuse(self, page: Page) -> None:
        """Say why an answer cannot be taken. NotThere if nobody is there to give another."""
        self.show(page)
        if self.session.piped:
            raise NotThere

    def number(self, question: Question, most: int, default: int | None = None) -> int:
        """Return a number from 1 to `most`; `default` for an empty line."""
        while True:
            typed = plainly(self.ask(question))
            if not typed and default is not None:
                return default
            if typed.isdecimal() and 1 <= int(typed) <= most:
                return int(typed)
            self.refuse(wrong_number(self.words, typed, most))

    def yes(self, question: Question, *, otherwise: str) -> bool:
        """Return True for an empty line or anything but the letter `otherwise`, which has to be typed alone."""
        while True:
            typed = plainly(self.ask(question))
            if typed in ("", otherwise):
                return typed == ""
            self.refuse([Para(self.words("ask.only", letter=otherwise), "bad")])


def plainly(typed: str) -> str:
    """Return what was typed in half-width small letters: ？ is ? and １ is 1."""
    return unicodedata.normalize("NFKC", typed).strip().lower()


def wrong_number(words: Words, typed: str, most: int) -> Page:
    """Return that what was typed is no number from 1 to `most`."""
    if not typed:
        return [Para(words("wrong.nothing", most=most), "bad")]
    return [Para(words("wrong.number", typed=typed, most=most), "bad")]


def help_page(question: Question, words: Words) -> Page:
    """Return the help for a question, and what can be typed anywhere."""
    everywhere = [help_line(words(f"help.{key}")) for key in ("l", "q", "again")]
    return [Gap(), *question.help(words), Section(words("help.section")), *everywhere, Gap()]


def help_line(text: str) -> Entry:
    """Return the line of help on a command; what is to be typed stands before two spaces."""
    typed, _, about = text.partition("  ")
    return Entry(f"{typed}  ", about, indent=2)


def speech(words: Words, name: object, text: object, mood: str | None = None) -> Entry:
    """Return what someone says."""
    mark = words("mark.colon", name=name) if mood is None else words("talk.mood", name=name, mood=words(f"mood.{mood}"))
    return Entry(mark, f"{text}", "customer", hang=2)
