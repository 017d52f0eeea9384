"""The window at work: events in, screens laid out when they change, frames painted when something moves, else rest."""

import math
from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, Hand, scale_of
from game.desktop.hands import Hands
from game.desktop.held import Held
from game.desktop.lettering import Letters
from game.desktop.pictures import Pictures
from game.desktop.screen import GoTo, Screen
from game.desktop.settings import grown
from game.desktop.sheet import Node, Sheet
from game.desktop.sitting import Sitting
from game.desktop.theme import THEMES
from game.desktop.widgets.controls import focus_ring
from game.desktop.widgets.field import Typing

FRAME: Final = 1 / 60
LONGEST_REST: Final = 3600.0
RESIZED: Final = frozenset(
    (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESTORED, pygame.WINDOWDISPLAYCHANGED)
)


@dataclass(slots=True)
class Seen:
    """What is on the screen: which screen it was, and how it was laid out."""

    screen: Screen
    sheet: Sheet
    frame: Frame


class App:
    """Shows a sitting on a surface. `step` is one turn of the loop; `run` goes on until the trainee leaves."""

    def __init__(self, sitting: Sitting, surface: Surface) -> None:
        self.sitting = sitting
        self.surface = surface
        self.letters = Letters()
        self.pictures = Pictures()
        self.hands = Hands(self.letters)
        self.held = Held()
        self.seen: Seen | None = None
        self.painted = 0
        """So many frames have been painted."""
        self._stale = True
        self._unpainted = True
        self._typing = False
        self._shown = 0
        self._home = ""
        self._ahead: set[tuple[str, tuple[int, int]]] = set()
        self._left: dict[int, tuple[dict[str, int], str]] = {}
        """How the screens behind the one in front were left: how far scrolled, and what had the focus."""
        self._wakes: tuple[float, ...] = ()

    # What is seen

    @property
    def sheet(self) -> Sheet:
        """The screen in front, laid out as it is now."""
        front = self.sitting.flow.front
        seen = self.seen
        if seen is None or seen.screen is not front or self._stale:
            self._lay(front, turned=seen is not None and seen.screen is not front)
        assert self.seen is not None
        return self.seen.sheet

    @property
    def nodes(self) -> list[Node]:
        """The semantic nodes of the screen in front, in reading order."""
        return self.sheet.nodes

    @property
    def caption(self) -> str:
        """What the window is called: the screen's first heading, and where it stands."""
        nodes = self.nodes
        heading = next((node.label for node in nodes if node.role == "heading"), "")
        parts = [heading, *(node.label for node in nodes if node.role == "status" and node.label)]
        return " · ".join(part for part in parts if part)

    @property
    def hand(self) -> Hand:
        """Where the trainee is."""
        return self.hands.hand

    def frame(self) -> Frame:
        """Return what the next screen is laid out for."""
        settings = self.sitting.settings
        size = self.surface.get_size()
        scale = scale_of(size, settings.size)
        theme = THEMES[settings.theme]
        now = self.sitting.now
        return Frame(self.letters, self.pictures, theme, size, scale, self.hands.hand, now, settings.motion)

    def _lay(self, front: Screen, *, turned: bool) -> None:
        back = turned and self._turn(front)
        frame = self.frame()
        rect = Rect((0, 0), frame.size)
        sheet = Sheet(rect)
        sheet.shortcuts.update(front.shortcuts())
        front.view(frame).place(frame, rect, sheet)
        hand, scrolled = self.hands.hand, dict(self.hands.hand.scrolled)
        self._settle(front.home(), sheet, turned and not (back and hand.focus in sheet.places))
        if hand.scrolled != scrolled:  # what has the focus was out of sight
            self._lay(front, turned=False)
            return
        self.seen = Seen(front, sheet, frame)
        self._stale, self._unpainted = False, True
        self._listen(hand.focus in sheet.typing)

    def _turn(self, front: Screen) -> bool:
        """Turn to another screen; one that was left for a moment is found as it was, which is what is returned."""
        hand, stack = self.hands.hand, [id(screen) for screen in self.sitting.flow.stack]
        if self.seen is not None:
            self._left[id(self.seen.screen)] = dict(hand.scrolled), hand.focus
        back = id(front) in self._left
        scrolled, focus = self._left.pop(id(front), ({}, ""))
        self._left = {one: left for one, left in self._left.items() if one in stack}
        hand.scrolled.clear()
        hand.scrolled.update(scrolled)
        hand.carets.clear()
        hand.focus = focus
        hand.hover = hand.held = hand.composing = ""
        if back:
            self._home = front.home()
        return back

    def _settle(self, home: str, sheet: Sheet, turned: bool) -> None:
        """Give the focus to where the screen wants it, when that is another place than before or the old is gone."""
        hand = self.hands.hand
        moved, self._home = turned or home != self._home, home
        if (moved or hand.focus not in sheet.places) and not (hand.focus in sheet.typing and not turned):
            hand.focus = home if home in sheet.places else next(iter(sheet.typing), "")
            if hand.focus:
                self.hands.show(hand.focus, sheet)

    def _listen(self, typing: bool) -> None:
        """Let the system's input method be there while something can be typed, and show it where."""
        if typing != self._typing:
            self._typing = typing
            (pygame.key.start_text_input if typing else pygame.key.stop_text_input)()
        field = self.seen.sheet.typing.get(self.hands.hand.focus) if self.seen is not None else None
        if typing and isinstance(field, Typing):
            pygame.key.set_text_input_rect(field.caret)

    # One turn

    def step(self, events: list[Event]) -> bool:
        """Take in events, let time pass, and paint if anything is another than before; return whether to go on."""
        for event in events:
            self._take(event)
        now = self.sitting.now
        if self.sitting.flow.update(now):
            self._stale = True
        front = self.sitting.flow.front  # it may have turned to another
        turned = self.seen is None or self.seen.screen is not front
        if self._stale or self._unpainted or turned or self._moves(now):
            self.paint()
        return not self.sitting.leave

    def _moves(self, now: float) -> bool:
        if self.seen is None:
            return True
        sheet = self.seen.sheet
        return now < sheet.moves_until + 2 * FRAME or any(wake <= now for wake in self._wakes)

    def paint(self) -> None:
        """Paint the screen in front."""
        sheet = self.sheet
        assert self.seen is not None
        theme, hand, now = self.seen.frame.theme, self.hands.hand, self.sitting.now
        focus = hand.focus
        scale, motion = self.seen.frame.scale, self.seen.frame.motion
        here = self.surface, self.letters, self.pictures
        canvas = Canvas(*here, theme, scale, now, motion, focus, hand.hover, hand.held)
        self.surface.fill(theme.ground)
        for spot in sheet.spots:
            if spot.paint is not None and spot.rect.colliderect(spot.clip):
                self.surface.set_clip(spot.clip)
                spot.paint(canvas, spot.rect)
        if self.hands.keyboard and (place := sheet.places.get(focus)) is not None and focus not in sheet.typing:
            window = sheet.windows.get(place.within)
            self.surface.set_clip(None if window is None else window.rect.inflate(10, 10))
            focus_ring(canvas, place.rect)
        self.surface.set_clip(None)
        self.painted += 1
        self._unpainted = False
        self._wakes = tuple(wake(now) for wake in sheet.wakes)
        self._draw_ahead(sheet)

    def _draw_ahead(self, sheet: Sheet) -> None:
        """Have the pictures drawn that may be wanted next, so that no frame has to wait for them."""
        missing = [one for one in sheet.ahead if one not in self.pictures and one not in self._ahead]
        if missing:
            self._ahead.update(missing)
            self.sitting.errands.send(lambda: [self.pictures.drawn(*one) for one in missing])

    def fresh(self) -> bool:
        """Return whether anything was painted since this was last asked."""
        shown, self._shown = self._shown, self.painted
        return shown != self.painted

    def resized(self, surface: Surface) -> None:
        """Show on another surface from now on."""
        self.surface = surface
        self._stale = True

    def rest(self) -> float:
        """Return for how many seconds there is nothing to do unless something happens."""
        now = self.sitting.now
        if self.seen is None or self._stale or self._unpainted or self.seen.screen is not self.sitting.flow.front:
            return 0.0
        if now < self.seen.sheet.moves_until + 2 * FRAME:
            return FRAME
        due = min((*self._wakes, self.sitting.flow.due(now)), default=math.inf)
        return max(0.0, min(LONGEST_REST, due - now))

    # Events

    def _take(self, event: Event) -> None:
        if event.type == pygame.QUIT:
            self.sitting.leave = True
        elif self._only_held(event):
            return
        elif event.type == pygame.WINDOWEXPOSED:
            self._unpainted = True
        elif event.type in RESIZED:
            self.surface = pygame.display.get_surface() or self.surface
            self._stale = True
        elif event.type == pygame.KEYDOWN and self._shortcut(event):
            self._stale = True
        else:
            self._hear(event)

    def _only_held(self, event: Event) -> bool:
        field = None if self.seen is None else self.seen.sheet.typing.get(self.hands.hand.focus)
        return self.held.only_held(event, self.sitting.now, many=isinstance(field, Typing) and field.many)

    def _hear(self, event: Event) -> None:
        sheet = self.sheet
        before = self.hands.state
        for message in self.hands.take(event, sheet, self.frame().scale):
            self.send(message)
        if self.hands.state != before:
            self._stale = True

    def send(self, message: object) -> None:
        """Let the screen in front hear a message; where it says where to go, go there."""
        if isinstance(message, GoTo):
            self.hands.focus(message.key, self.sheet)
        else:
            self.sitting.flow.front.hear(message)
        self._stale = True

    def go(self, key: str) -> None:
        """Give the focus to what has this key, and bring it into sight."""
        self.hands.keyboard = True
        self.hands.focus(key, self.sheet)
        self._stale = True

    def write(self, key: str, text: str) -> None:
        """Let a field stand at a text, as far as it goes in."""
        self.go(key)
        for message in self.hands.write(key, text, self.sheet):
            self.send(message)

    def _shortcut(self, event: Event) -> bool:
        """Do what a key of the whole window or of this screen does; return whether it does anything."""
        control = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
        if event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT):
            self.sitting.change(full_screen=not self.sitting.settings.full_screen)
            return True
        if control and event.key in GROWS:
            self.sitting.change(size=grown(self.sitting.settings.size, GROWS[event.key]))
            return True
        sheet = self.sheet
        if self.hands.hand.composing:
            return False  # the input method has the keyboard
        if self.hands.hand.focus in sheet.typing and event.key not in (pygame.K_ESCAPE, *FUNCTION_KEYS):
            return False
        name = pygame.key.name(event.key).removeprefix("[").removesuffix("]")
        name = f"ctrl+{name}" if control else name
        if name not in sheet.shortcuts:
            return False
        self.hands.keyboard = True
        self.send(sheet.shortcuts[name])
        return True


GROWS: Final = {pygame.K_PLUS: 1, pygame.K_EQUALS: 1, pygame.K_KP_PLUS: 1, pygame.K_MINUS: -1, pygame.K_0: 0}
"""By how many sizes letters grow, by the key that is pressed with Ctrl; 0 stands for as they were at first."""
FUNCTION_KEYS: Final = tuple(range(pygame.K_F1, pygame.K_F12 + 1))
