"""A file that is looked at now and then beside all else that the window does."""

from typing import Final, Protocol

from game.draft_file import Sight

EVERY: Final = 0.5
"""A file at rest is looked at so seldom, in seconds."""
SOON: Final = 0.15
"""Once it has changed it is looked at again so soon: a save is here within a second."""


class Watched(Protocol):
    """A file that tells what is new; `settling` says that something has changed that is not told yet."""

    @property
    def told(self) -> Sight: ...

    @property
    def settling(self) -> bool: ...

    def look(self) -> Sight | None: ...


class Lookout:
    """Looks at a file when it is time to. `due` is when that is, in seconds of the window's clock."""

    def __init__(self, watched: Watched, now: float) -> None:
        self.watched = watched
        self.due = now + EVERY

    def look(self, now: float) -> Sight | None:
        """Return what the file has become; None where it is as it was, or it is not yet time to look."""
        if now < self.due:
            return None
        new = self.watched.look()
        self.due = now + (SOON if self.watched.settling else EVERY)
        return new
