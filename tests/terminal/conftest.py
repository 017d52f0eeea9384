"""Rooms for courses, closed after each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.course.lessons import Room

Place = Callable[..., Room]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Makes rooms, and closes them after the test."""
    made: list[Room] = []

    def make(roster: str | None = None, **keys: Any) -> Room:
        made.append(Room(tmp_path, roster, **keys))
        return made[-1]

    yield make
    for room in made:
        room.close()
