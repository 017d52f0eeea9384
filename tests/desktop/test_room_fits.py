"""Everything that a room is shown fits, in both languages, at every size of letters and of the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from game.desktop.screens.group import Group
from game.desktop.screens.room import Choose, Hand, Pause, Reveal, Room, Say
from game.library import Entry
from game.session import Notebook
from tests.desktop.booth import Booth, opened, shelf
from tests.desktop.talks import Blank, roomy
from tests.desktop.test_fits import CASES, SHOWN, looked_at, told, ways

MANY = "、".join(f"欧阳娜娜 Alexandra Papadopoulou {number}" for number in range(40))


def the_group(booth: Booth, entry: Entry) -> Iterator[str]:
    """Yield what does not fit where nobody is written down, and where a whole class is."""
    screen = Group(booth.sitting, entry, None)
    yield from told(booth, screen, "nobody")
    screen.written = MANY
    yield from told(booth, screen, "a class")


def a_turn(booth: Booth, room: Room, what: str) -> Iterator[str]:
    """Show a beat: chosen, paused, and what followed before and after the reveal."""
    yield from told(booth, room, f"{what}: choosing")
    for choice in room.talk.moment.offered:
        for message in (Choose(choice.id), Hand(choice.id, 999)):
            room.hear(message)
    yield from told(booth, room, f"{what}: counted")
    for _ in range(2):
        room.hear(Pause())
        yield from told(booth, room, f"{what}: paused or not")
    room.hear(Say())
    yield from told(booth, room, f"{what}: followed")
    room.hear(Reveal())
    yield from told(booth, room, f"{what}: revealed")


def moments(booth: Booth, entry: Entry) -> Iterator[str]:
    """Yield what does not fit at any beat or ending of a scenario."""
    for persona, picks in ways(entry.path):
        room = roomy(booth.sitting, entry, persona, picks)
        booth.show(room)
        what = f"{entry.scenario.id} after {picks}"
        yield from told(booth, room, what) if room.talk.over else a_turn(booth, room, what)


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_moment_of_a_room_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """From the names to the last words nothing is cut and nothing leaves its place."""
    with opened(tmp_path, lambda sitting: Group(sitting, shelf()[0], None), window, language=language, size=size,
                speed="at-once", motion=False) as booth:  # fmt: skip
        wrong = [*the_group(booth, shelf()[0])]
        booth.sitting.opened = replace(booth.sitting.session, notebook=cast("Notebook", Blank()))
        assert [*wrong, *(one for entry in looked_at(language, size, window) for one in moments(booth, entry))] == []
