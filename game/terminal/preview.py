"""The preview of a scenario in a terminal: its file is watched, and shown anew after each save and each key."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from game.draft import Draft
from game.draft_file import Sight, Trouble, Watch
from game.engine import Play, look
from game.i18n import OTHER, Words, words
from game.scenario import BASE_IDS, SILENCE, SILENCE_IDS
from game.terminal import preview_pages as pages
from game.terminal.blocks import Gap, Page, Para
from game.terminal.desk import Leave, NotThere, plainly
from game.terminal.feedback import lesson_of, rules_of
from game.terminal.keyboard import EndOfInput
from game.terminal.paper import PlainPaper
from game.terminal.preview_board import Board, PlainBoard, RichBoard, Screen, low
from game.terminal.preview_keyboard import Typing, typing
from game.terminal.talk import LISTED

Asking = tuple[str, tuple[str, ...]]
"""What is being chosen from a list ("j" a place, "p" a customer), and what is on the list."""


class Watched(Protocol):
    """A file that tells what is new."""

    @property
    def told(self) -> Sight: ...

    def look(self) -> Sight | None: ...


def preview(unread: Draft, language: str, plain: bool, notice: str = "") -> int:
    """Play a file while it is being written, until the author leaves; return the exit code.

    `unread` names the file, whom it is talked to and by what the responses are shuffled; `notice` is said at first.
    """
    watch = Watch(Path(unread.file))
    found = watch.told
    draft = unread if isinstance(found, Trouble) else unread.reloaded(found)
    sitting = Preview(draft, watch, _board(plain), typing(sys.stdin), language, not sys.stdin.isatty())
    sitting.said = [Para(notice, "quiet")] if notice else ()
    return sitting.run()


def _board(plain: bool) -> Board:
    if plain:
        return PlainBoard(PlainPaper(sys.stdout))
    from rich.console import Console

    return RichBoard(Console(file=sys.stdout, highlight=False, markup=False, emoji=False))


class Preview:
    """One sitting of an author at a draft."""

    def __init__(
        self, draft: Draft, watch: Watched, board: Board, typing: Typing, language: str, piped: bool = False
    ) -> None:
        self.draft = draft
        self.watch = watch
        self.board = board
        self.typing = typing
        self.language = language
        self.piped = piped
        self.trouble = watch.told if isinstance(watch.told, Trouble) else None
        self.state = False
        self.asking: Asking | None = None
        self.said: Page = ()
        self._width = board.width

    @property
    def words(self) -> Words:
        """The words of the language of the moment."""
        return words(self.language)

    def run(self) -> int:
        """Show and answer until the author leaves: 0, or 1 where piped input asks for what is not there."""
        try:
            while True:
                self._draw()
                typed = self.typing.line(self._glance).strip()
                if self.piped:
                    # Nobody has pressed Enter on this screen.
                    self.board.say([Para(typed)])
                self.said = ()
                self._answer(typed)
        except NotThere:
            self._draw()
            return 1
        except (Leave, EndOfInput, KeyboardInterrupt):
            self.board.say([Gap(), Para(self.words("bye"), "quiet")])
            return 0

    def _draw(self) -> None:
        words, draft = self.words, self.draft
        play = draft.play()
        state = pages.state_page(words, play, short=low(self.board)) if self.state and play is not None else ()
        talk, now = pages.talk_page(words, play), pages.now_page(words, play)
        side = pages.file_page(words, draft, self.trouble)
        where = pages.where_page(words, draft, play, self.trouble)
        foot = (*self._listed(), *self.said)
        keys = (pages.keys_line(words, play, listed=self.asking is not None),)
        self.board.draw(Screen(pages.top_page(words, draft), where, talk, now, side, state, foot, keys))
        self.board.prompt(words("preview.ask" if self.asking is None else f"preview.ask.{self.asking[0]}"))

    def _listed(self) -> Page:
        if self.asking is None:
            return ()
        if self.asking[0] == "p":
            return pages.personas_page(self.words, self.draft)
        return pages.places_page(self.words, self.draft, self.asking[1], self.board.height)

    def _glance(self) -> None:
        """Look at the file, and show what has become of it."""
        new, width = self.watch.look(), self.board.width
        if new is None and width == self._width:
            return
        self._width = width
        if isinstance(new, Trouble):
            self.trouble, self.said = new, ()
        elif new is not None:
            self.trouble, self.draft = None, self.draft.reloaded(new)
            behind = self.draft.behind
            text = self.words("preview.reread_wrong") if behind else self.words("preview.reread")
            self.said = [Para(text, "bad" if behind else "good")]
        if self.asking is not None:
            self.asking = (self.asking[0], self._choices(self.asking[0]))
        self.typing.forget()
        self._draw()

    def _answer(self, typed: str) -> None:
        """Do what was typed: a key, a pick or several, or a choice from the list that is shown."""
        plain = plainly(typed)
        key, behind = plain[:1], plain[1:].strip()
        asking, self.asking = self.asking, None
        if self.piped and asking is None and self._offered(typed):
            self._pick(typed)
        elif plain == "q":
            raise Leave
        elif plain == "l":
            self.language, self.asking = OTHER[self.language], asking
        elif plain == "?":
            self.said = pages.help_page(self.words)
        elif asking is not None:
            self._chosen(asking, typed.strip())
        elif plain in self._keys():
            self._keys()[plain]()
        elif key == "i" and (not behind or behind.isdecimal()):
            self._lesson(behind)
        elif key in ("j", "p") and plain[1:2].isspace():
            self._chosen((key, self._choices(key)), typed.strip()[1:].strip())
        elif plain:
            self._pick(typed)

    def _offered(self, typed: str) -> bool:
        """Whether the id of a response was typed: a piped list is one of ids, which go before keys and numbers."""
        play = self.draft.play()
        return play is not None and any(choice.id == typed for choice in look(play).offered)

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "b": self._back,
            "f": self._forward,
            "r": self._restart,
            "s": self._state,
            "j": lambda: self._ask("j"),
            "p": lambda: self._ask("p"),
        }

    def _back(self) -> None:
        if not self.draft.place:
            self._tell("preview.at_start")
        self.draft = self.draft.back()

    def _forward(self) -> None:
        before, self.draft = self.draft, self.draft.forward()
        if self.draft.place == before.place:
            stop = self.draft.stop
            text = self.words("preview.at_end") if stop is None else pages.stopped(self.words, stop)
            self.said = [Para(text, "quiet" if stop is None else "bad")]

    def _restart(self) -> None:
        self.draft = self.draft.restarted()

    def _state(self) -> None:
        self.state = not self.state

    def _ask(self, key: str) -> None:
        if self.draft.scenario is None:
            self._refuse("preview.no_talk")
        else:
            self.asking = (key, self._choices(key))

    def _choices(self, key: str) -> tuple[str, ...]:
        scenario = self.draft.scenario
        if key == "j" or scenario is None:
            return self.draft.places
        return tuple(persona.id or "base" for persona in scenario.personas)

    def _chosen(self, asking: Asking, typed: str) -> None:
        """Take a number of the list, or a part of a name; with several that fit, ask again among those."""
        key, listed = asking
        if not typed:
            return
        plain = plainly(typed)
        if plain.isdecimal() and 1 <= int(plain) <= len(listed) and typed not in listed:
            found: tuple[str, ...] = (listed[int(plain) - 1],)
        else:
            found = self._found(key, typed)
        if not found:
            self._refuse(f"preview.none.{key}", typed=typed)
        elif len(found) > 1:
            self.asking = (key, found)
        elif key == "p":
            self.draft = self.draft.met(None if found[0] == "base" else found[0])
        else:
            self._jump(found[0])

    def _found(self, key: str, typed: str) -> tuple[str, ...]:
        """Return what fits: by its id, or else by what the list says of it."""
        names, scenario = self._choices(key), self.draft.scenario
        found = matching(names, BASE_IDS.get(typed, typed) if key == "p" else typed)
        if found or scenario is None:
            return found
        told, wanted = self.language, plainly(typed)
        said = {name: "\n".join(pages.said_there(self.draft, name, told)) for name in names}
        if key == "p":
            said = {name: pages.told_of(scenario.persona(name), told) for name in names}
        return tuple(name for name in names if wanted in plainly(said[name]))

    def _jump(self, place: str) -> None:
        self.draft, found = self.draft.jumped(place)
        if found.why == "there":
            picks = ",".join(found.picks or ())
            shown = not picks or self.state
            self.said = () if shown else [Para(self.words("preview.jump.there", picks=picks), "quiet")]
        else:
            self._refuse(f"preview.jump.{found.why}", place=place)

    def _lesson(self, number: str) -> None:
        play = self.draft.play()
        turns = () if play is None else play.turns
        self.said = lesson_of(self.words, rules_of(turns[-1]) if turns else (), number)

    def _pick(self, typed: str) -> None:
        """Take one pick, or several with commas between, as far as they go."""
        parts = [part.strip() for part in typed.translate(LISTED).split(",")]
        for part in parts:
            play = self.draft.play()
            if play is None:
                return self._refuse("preview.no_talk")
            pick = part if self.piped and self._offered(part) else picked(part, play)
            if pick is None:
                return self._misfit(part, play)
            self.draft = self.draft.pick(pick)
        return None

    def _misfit(self, typed: str, play: Play) -> None:
        moment = look(play)
        if moment.over:
            return self._refuse("preview.over")
        offered = [self.words.id(choice.id) for choice in moment.offered]
        return self._refuse("preview.not_offered", typed=typed, offered=self.words.list(offered))

    def _tell(self, key: str) -> None:
        self.said = [Para(self.words(key), "quiet")]

    def _refuse(self, key: str, **values: object) -> None:
        """Say why something cannot be done. NotThere where nobody is there to try something else."""
        self.said = [Para(self.words(key, **values), "bad")]
        if self.piped:
            raise NotThere


def picked(typed: str, play: Play) -> str | None:
    """Return the id of the response that was typed, by its number on the screen or its id; None for none of them."""
    moment = look(play)
    offered = [choice.id for choice in moment.offered]
    plain = plainly(typed)
    if (plain == "0" or plain in SILENCE_IDS) and SILENCE in offered:
        return SILENCE
    if plain.isdecimal() and 1 <= int(plain) <= len(moment.shown):
        return moment.shown[int(plain) - 1].id
    return typed if typed in offered else None


def matching(names: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Return the name that was typed, else those that begin with it, else those that have it in them."""
    wanted = plainly(typed)
    if typed in names:
        return (typed,)
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = tuple(name for name in names if fits(plainly(name), wanted))
        if found:
            return found
    return ()
