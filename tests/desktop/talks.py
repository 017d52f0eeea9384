"""Talks that nobody keeps: to look at what is on the screen at any point of a scenario."""

from collections.abc import Mapping
from typing import cast

from game.desktop.conversation import Conversation
from game.desktop.screens.room import Room
from game.desktop.screens.talk import Talk
from game.desktop.sitting import Sitting
from game.engine import begin
from game.library import Entry
from game.session import Notebook


class Blank:
    """A notebook that keeps nothing: what is laid out here are no attempts."""

    def keep(
        self, attempt: str, turn: int, response: str, milliseconds: int, time_left: float | None = None
    ) -> None: ...

    def hands(self, attempt: str, turn: int, counts: Mapping[str, int]) -> None: ...

    def end(self, attempt: str, *, expired: bool = False) -> None: ...

    def left(self, attempt: str, seconds: float | None, time_left: float | None = None) -> None: ...


def roomy(sitting: Sitting, entry: Entry, persona: str | None, picks: tuple[str, ...] = ()) -> Room:
    """The same talk as a room has it; what was said last is no exchange any more."""
    blank = cast("Notebook", Blank())
    conversation = Conversation(begin(entry.scenario, persona, 7), "none", "practice", blank, sitting.clock, patience=0)
    conversation.catch_up(picks)
    return Room(sitting, conversation, entry)


def talk(sitting: Sitting, entry: Entry, persona: str | None, picks: tuple[str, ...] = ()) -> Talk:
    """A talk in which these picks have been made, all words on the screen."""
    blank = cast("Notebook", Blank())
    conversation = Conversation(begin(entry.scenario, persona, 7), "none", "practice", blank, sitting.clock)
    conversation.catch_up(picks)
    return Talk(sitting, conversation)
