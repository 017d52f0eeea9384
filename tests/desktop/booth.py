"""A booth to try the window in: the app on SDL's dummy driver, a clock that is wound by hand, a real store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pygame
from pygame.event import Event

from game import library
from game.course.store import open_store
from game.desktop import settings
from game.desktop.app import App
from game.desktop.clock import WoundClock
from game.desktop.errands import AtOnce
from game.desktop.flow import Flow
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.sheet import Node
from game.desktop.sitting import Sitting
from game.desktop.sound import Sounds
from game.engine import standard
from game.notebook import Notebook
from game.session import Session

SIZE = (1280, 720)
SEED = 7


class Booth:
    """The window as a trainee has it before them; what they do is done by key, by label or by place."""

    def __init__(self, sitting: Sitting, clock: WoundClock, app: App) -> None:
        self.sitting = sitting
        self.clock = clock
        self.app = app

    # What is seen

    @property
    def nodes(self) -> list[Node]:
        """What the screen means, in reading order."""
        return self.app.nodes

    @property
    def labels(self) -> list[str]:
        """What the screen says, in reading order."""
        return [node.label for node in self.nodes]

    @property
    def text(self) -> str:
        """All that the screen says, labels and values."""
        return "\n".join(f"{node.label} {node.value}".strip() for node in self.nodes)

    @property
    def screen(self) -> Screen:
        """The screen in front."""
        return self.sitting.flow.front

    @property
    def overflows(self) -> list[str]:
        """What does not fit where it stands."""
        return self.app.sheet.overflows

    def node(self, label: str) -> Node:
        """The node of this label, or of the only key of this name."""
        found = [node for node in self.nodes if label in (node.label, node.key)]
        assert found, f"{label!r} is not among {self.labels}"
        return found[0]

    def picture(self) -> pygame.Surface:
        """The screen as it is painted now."""
        self.app.paint()
        return self.app.surface

    # What is done

    def step(self, *events: Event) -> None:
        """One turn of the window's loop."""
        self.app.step(list(events))

    def wind(self, seconds: float) -> None:
        """Let time pass, frame by frame where something moves."""
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            rest = max(1 / 60, min(self.app.rest(), end - self.clock.now()))
            self.clock.wind(min(rest, end - self.clock.now()) + 1e-9)
            self.step()

    def keys(self, *names: str) -> None:
        """Press keys of the keyboard, by pygame's names, "shift+tab" and "ctrl+=" too."""
        for name in names:
            *held, last = name.split("+") if len(name) > 1 else [name]
            mod = sum(
                {"shift": pygame.KMOD_SHIFT, "ctrl": pygame.KMOD_CTRL, "alt": pygame.KMOD_ALT}[one] for one in held
            )
            stroke: dict[str, Any] = {"key": pygame.key.key_code(last), "mod": mod, "unicode": ""}
            self.step(Event(pygame.KEYDOWN, **stroke), Event(pygame.KEYUP, **stroke))

    def type(self, text: str) -> None:
        """Type a text, as an input method gives it."""
        self.step(Event(pygame.TEXTINPUT, text=text))

    def click(self, label: str) -> None:
        """Click in the middle of what has this label or key."""
        self.click_at(self.node(label).rect.center)

    def click_at(self, point: tuple[int, int]) -> None:
        """Move the mouse to a point and click there."""
        self.step(Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(0, 0, 0)))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.step(Event(kind, pos=point, button=pygame.BUTTON_LEFT))

    def press(self, key: str) -> None:
        """Go to what has this key, and press Enter."""
        sheet = self.app.sheet
        assert key in sheet.places, f"{key!r} is not among {sheet.keys}"
        self.app.hands.focus(key, sheet)
        self.keys("return")

    def wheel(self, point: tuple[int, int], notches: int) -> None:
        """Turn the wheel over a point; up is above 0."""
        self.step(Event(pygame.MOUSEWHEEL, y=notches, x=0, pos=point))

    def show(self, screen: Screen) -> None:
        """Put a screen in front, whatever the flow says."""
        self.sitting.flow.home([screen])
        self.step()

    def change(self, **changes: Any) -> None:
        """Change settings."""
        self.sitting.change(**changes)
        self.resize(self.app.surface.get_size())

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.app.resized(pygame.display.set_mode(size))
        self.step()


First = Callable[[Sitting], Screen]


@cache
def shelf() -> tuple[library.Entry, ...]:
    """The scenarios that come with the game, read once."""
    return library.shelf()[0]


@contextmanager
def opened(
    folder: Path, first: First, window: tuple[int, int] = SIZE, chosen: str | None = None, **changes: Any
) -> Iterator[Booth]:
    """Open a booth whose store lies in `folder`, with its first screen; `chosen` is the scenario that was asked for,
    `changes` are settings."""
    pygame.display.init()
    surface = pygame.display.set_mode(window)
    clock = WoundClock()
    with open_store(folder) as store:
        notebook = Notebook(store, "", standard(), None)

        def fetch() -> Session:
            wanted = next((one for one in shelf() if one.scenario.id == chosen), None)
            return Session(shelf(), notebook, "zh", False, standard(), chosen=wanted, seed=SEED)

        sitting = Sitting(
            replace(Settings(), **changes), clock, Sounds(), AtOnce(), fetch, lambda kept: settings.save(folder, kept)
        )
        sitting.opened = fetch()
        sitting.begin(Flow(first(sitting)))
        booth = Booth(sitting, clock, App(sitting, surface))
        booth.step()
        yield booth
        sitting.sounds.close()
