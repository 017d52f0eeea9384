"""Keys that are held down: what a key does once it does once, however long a finger lies on it."""

from dataclasses import dataclass, field
from typing import Final

import pygame
from pygame.event import Event

LATEST: Final = 1.0
"""A key that is heard of again within so many seconds, and was not let go, is still held down; later than that its
letting go was lost somewhere, and it is a new stroke."""
RUNNING: Final = frozenset(
    (
        pygame.K_TAB, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_PAGEDOWN,
        pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_PLUS, pygame.K_MINUS, pygame.K_EQUALS, pygame.K_KP_PLUS,
    )
)  # fmt: skip
"""The keys that go on as long as they are held: those that move, and those that take away."""


@dataclass(slots=True)
class Held:
    """The keys that are down, with the time at which each was heard of last."""

    _down: dict[int, float] = field(default_factory=dict)

    def let_go(self) -> None:
        """Take all keys for let go: nobody knows any more what was."""
        self._down.clear()

    def only_held(self, event: Event, now: float, *, many: bool) -> bool:
        """Return whether an event is but a key that is still held down and does nothing more by that.

        `many`: in a field of many lines Enter writes line after line.
        """
        if event.type == pygame.WINDOWFOCUSLOST:
            self.let_go()
        elif event.type == pygame.KEYUP:
            self._down.pop(event.key, None)
        elif event.type == pygame.KEYDOWN:
            before = self._down.get(event.key)
            self._down[event.key] = now
            runs = event.key in RUNNING or (many and event.key in (pygame.K_RETURN, pygame.K_KP_ENTER))
            return not runs and before is not None and now - before < LATEST
        return False
