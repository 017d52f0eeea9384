"""Who is in the room: the names under which a talk that all have together is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, page, top_bar, usual
from game.desktop.screens.trouble import meet
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import Column, Field, Panel, Text, Widget, Wrap, button
from game.desktop.widgets.field import Typed

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.session import Entry

MOST: Final = 4000
"""So many letters the names may have."""
LONGEST: Final = 60
"""A longer name is cut."""
BETWEEN: Final = re.compile(r"[\n、，,;；]+")


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin the talk, with the names or without them."""

    named: bool


def names(written: str) -> tuple[str, ...]:
    """Return the names in what was written, each once, in the order in which they stand."""
    found = (" ".join(part.split())[:LONGEST] for part in BETWEEN.split(written))
    return tuple(dict.fromkeys(name for name in found if name))


class Group(Still):
    """Who is in the room, before the talk begins."""

    name = "group"

    def __init__(self, sitting: "Sitting", entry: "Entry", persona: str | None) -> None:
        self.sitting = sitting
        self.entry = entry
        self.persona = persona
        self.written = "\n".join(sitting.members)

    def view(self, frame: Frame) -> Widget:
        """Return the field for the names, and the ways on."""
        words, count = self.sitting.words, len(names(self.written))
        field = Field(
            "names", self.written, words("window.group.names"), words("window.group.hint"), lines=5, most=MOST
        )  # fmt: skip
        told = words("window.group.count", count=count) if count else words("window.group.none")
        begin = button(
            "begin", words("window.group.begin"), Begin(True), kind="main", icon="people", enabled=bool(count)
        )
        skip = button("skip", words("window.group.skip"), Begin(False), kind="plain" if count else "main")
        parts: list[Widget] = [
            Text(words("window.group.about"), BODY),
            field,
            Text(told, SMALL, "quiet", role="status"),
        ]
        card = Column([Panel(Column([*parts, Wrap([begin, skip], 12)], 14), 22, 18, radius=14)])
        return page(top_bar(self.sitting, words("window.group.title")), "group", card, most=760)

    def home(self) -> str:
        """Return that the names have the focus."""
        return "names"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the way back."""
        return {"escape": Back()}

    def hear(self, message: object) -> None:
        """Take in the names, and begin."""
        match message:
            case Typed("names", text):
                self.written = text
            case Begin(named):
                self._begin(names(self.written) if named else ())
            case _:
                usual(self.sitting, message)

    def _begin(self, members: tuple[str, ...]) -> None:
        """Keep a new attempt under these names, and open the talk."""
        from game.desktop.screens.room import meet_in_room

        try:
            room = meet_in_room(self.sitting, self.entry, self.persona, members)
        except Exception as trouble:
            if not meet(self.sitting, trouble):
                raise
            return
        self.sitting.members = members
        self.sitting.replace(room)
