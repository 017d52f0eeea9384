"""From mouse and keyboard to messages: focus, hover, scrolling, typing. Mouse and keyboard are equal."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame
from pygame.event import Event

from game.desktop.frame import Hand
from game.desktop.sheet import Sheet, Window
from game.desktop.widgets.field import Typed, Typing

if TYPE_CHECKING:
    from game.desktop.lettering import Letters

WHEEL: Final = 60
"""So many units a notch of the wheel scrolls."""
LINE: Final = 48
ARROWS: Final = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}
PAGES: Final = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}
ENDS: Final = {pygame.K_HOME: -1, pygame.K_END: 1}


class Hands:
    """Turns what the trainee does into messages. `hand` is what the screen is laid out and painted by."""

    def __init__(self, letters: "Letters") -> None:
        self.hand = Hand()
        self.letters = letters
        self.dragged: tuple[str, int] | None = None
        self.keyboard = False
        """Whether the keyboard was used last: the focus is then shown."""

    @property
    def state(self) -> tuple[object, ...]:
        """All that a screen is laid out and painted by, to see whether it is another than before."""
        hand = self.hand
        carets, scrolled = tuple(hand.carets.items()), tuple(hand.scrolled.items())
        return hand.focus, hand.hover, hand.held, hand.composing, carets, scrolled, self.keyboard

    def take(self, event: Event, sheet: Sheet, scale: float) -> list[object]:
        """Return the messages of an event; focus, hover and offsets move with it."""
        match event.type:
            case pygame.MOUSEMOTION:
                return self._moved(event, sheet)
            case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
                return self._pressed(event, sheet)
            case pygame.MOUSEBUTTONUP if event.button == pygame.BUTTON_LEFT:
                return self._released(event, sheet)
            case pygame.MOUSEWHEEL:
                self._wheel(event, sheet, scale)
            case pygame.TEXTINPUT:
                return self._typed(event.text, sheet)
            case pygame.TEXTEDITING:
                self.hand.composing = event.text
            case pygame.KEYDOWN:
                return self._key(event, sheet, scale)
        return []

    # The mouse

    def _moved(self, event: Event, sheet: Sheet) -> list[object]:
        if self.dragged is not None:
            self._drag(event.pos[1], sheet)
            return []
        spot = sheet.at(event.pos)
        self.hand.hover = spot.key if spot is not None else ""
        if spot is not None and spot.key == self.hand.held and spot.key in sheet.strokes:
            return [spot.message]  # a slider follows the hand
        return []

    def _pressed(self, event: Event, sheet: Sheet) -> list[object]:
        self.keyboard = False
        if (bar := self._bar(event.pos, sheet)) is not None:
            self.dragged = (bar.key, event.pos[1])
            self._drag(event.pos[1], sheet)
            return []
        spot = sheet.at(event.pos)
        self.hand.held = spot.key if spot is not None else ""
        if spot is not None:
            self.hand.focus = spot.key
            if isinstance(field := sheet.typing.get(spot.key), Typing):
                at = (event.pos[0] - field.rect.left, event.pos[1] - field.rect.top)
                self.hand.carets[spot.key] = min(len(field.text), self.letters.index(field.block, at))
        return []

    def _released(self, event: Event, sheet: Sheet) -> list[object]:
        self.dragged = None
        held, self.hand.held = self.hand.held, ""
        spot = sheet.at(event.pos)
        if spot is None or spot.key != held or spot.message is None:
            return []
        return [spot.message]

    def _bar(self, point: tuple[int, int], sheet: Sheet) -> Window | None:
        window = sheet.window_at(point)
        return window if window is not None and point[0] >= window.rect.right - 12 else None

    def _drag(self, y: int, sheet: Sheet) -> None:
        window = sheet.windows.get(self.dragged[0] if self.dragged is not None else "")
        if window is not None:
            share = (y - window.rect.top) / max(1, window.rect.height)
            self.scroll(window, round(share * window.most) - self._offset(window))

    def _wheel(self, event: Event, sheet: Sheet, scale: float) -> None:
        at = pygame.mouse.get_pos() if not hasattr(event, "pos") else event.pos
        window = sheet.window_at(at, -event.y)
        if window is not None:
            self.scroll(window, -round(event.y * WHEEL * scale))

    # Scrolling

    def _offset(self, window: Window) -> int:
        return min(window.most, self.hand.scrolled.get(window.key, window.offset))

    def scroll(self, window: Window, by: int) -> None:
        """Move what is seen through a window, as far as it goes."""
        self.hand.scrolled[window.key] = max(0, min(window.most, self._offset(window) + by))

    def show(self, key: str, sheet: Sheet) -> None:
        """Scroll so that what has this key is in sight."""
        place = sheet.places.get(key)
        window = sheet.windows.get(place.within) if place is not None else None
        if place is None or window is None:
            return
        if place.rect.top < window.rect.top or place.rect.height > window.rect.height:
            self.scroll(window, place.rect.top - window.rect.top)
        elif place.rect.bottom > window.rect.bottom:
            self.scroll(window, place.rect.bottom - window.rect.bottom)

    # The keyboard

    def focus(self, key: str, sheet: Sheet) -> None:
        """Give the focus to a key, and bring it into sight."""
        self.hand.focus = key
        self.hand.composing = ""
        self.show(key, sheet)

    def step(self, sheet: Sheet, by: int) -> None:
        """Give the focus to the next or the one before, in reading order, round and round."""
        keys = sheet.keys
        if not keys:
            return
        if self.hand.focus not in keys:
            self.focus(keys[0 if by > 0 else -1], sheet)
        else:
            self.focus(keys[(keys.index(self.hand.focus) + by) % len(keys)], sheet)

    def _key(self, event: Event, sheet: Sheet, scale: float) -> list[object]:
        self.keyboard = True
        if self.hand.composing:
            return []  # the input method has the keyboard
        field = sheet.typing.get(self.hand.focus)
        if event.key == pygame.K_TAB:
            self.step(sheet, -1 if event.mod & pygame.KMOD_SHIFT else 1)
            return []
        if isinstance(field, Typing) and (done := self._edit(event, field)) is not None:
            return done
        strokes = sheet.strokes.get(self.hand.focus, {})
        if (name := pygame.key.name(event.key).strip("[]")) in strokes:
            return [strokes[name]]
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            message = sheet.message(self.hand.focus)
            return [] if message is None else [message]
        if event.key in ARROWS:
            self._arrow(ARROWS[event.key], sheet, scale)
        elif event.key in PAGES:
            self._page(PAGES[event.key], sheet)
        elif event.key in ENDS and (window := self._through(sheet)) is not None:
            self.scroll(window, ENDS[event.key] * window.length)
        return []

    def _through(self, sheet: Sheet) -> Window | None:
        """Return the part that keys scroll: that of the focus, else the highest one; None where all is in sight."""
        place = sheet.places.get(self.hand.focus)
        own = sheet.windows.get(place.within) if place is not None else None
        scrolling = [w for w in sheet.windows.values() if w.most]
        return own if own is not None and own.most else max(scrolling, key=lambda w: w.rect.height, default=None)

    def _page(self, way: int, sheet: Sheet) -> None:
        if (window := self._through(sheet)) is not None:
            self.scroll(window, way * window.rect.height * 9 // 10)

    def _arrow(self, way: tuple[int, int], sheet: Sheet, scale: float) -> None:
        """Go to the nearest that lies this way; where there is none, or it is far out of sight, scroll."""
        here = sheet.places.get(self.hand.focus)
        if here is None:
            self.step(sheet, 1 if sum(way) > 0 else -1)
            return
        best, nearest = "", float("inf")
        for key, place in sheet.places.items():
            x, y = place.rect.centerx - here.rect.centerx, place.rect.centery - here.rect.centery
            along, aside = (x * way[0], abs(y)) if way[0] else (y * way[1], abs(x))
            if key != self.hand.focus and along > 0 and (apart := along + 3 * aside) < nearest:
                best, nearest = key, apart
        far = sheet.far(best)
        if best and far is None and not (way[0] and nearest > 4 * here.rect.width + LINE):
            self.focus(best, sheet)
        elif way[1] and (window := far or self._through(sheet)) is not None:
            self.scroll(window, round(way[1] * LINE * scale))

    # Typing

    def _edit(self, event: Event, field: Typing) -> list[object] | None:
        """Return what a key does in a field; None where it does nothing there."""
        key, text = self.hand.focus, field.text
        at = min(len(text), self.hand.carets.get(key, len(text)))
        match event.key:
            case pygame.K_BACKSPACE:
                return self._put(key, text[: max(0, at - 1)], text[at:])
            case pygame.K_DELETE:
                return self._put(key, text[:at], text[at + 1 :])
            case pygame.K_LEFT | pygame.K_RIGHT:
                self.hand.carets[key] = max(0, min(len(text), at + (1 if event.key == pygame.K_RIGHT else -1)))
                return []
            case pygame.K_HOME | pygame.K_END:
                self.hand.carets[key] = 0 if event.key == pygame.K_HOME else len(text)
                return []
            case pygame.K_v if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
                return self._insert(_pasted(), field)
            case pygame.K_RETURN | pygame.K_KP_ENTER:
                if field.many:
                    return self._insert("\n", field)
                return [] if field.enter is None else [field.enter]
            case pygame.K_UP | pygame.K_DOWN | pygame.K_ESCAPE | pygame.K_F11 | pygame.K_PAGEUP | pygame.K_PAGEDOWN:
                return None
        return []

    def _typed(self, text: str, sheet: Sheet) -> list[object]:
        field = sheet.typing.get(self.hand.focus)
        self.hand.composing = ""
        return self._insert(text, field) if isinstance(field, Typing) else []

    def write(self, key: str, text: str, sheet: Sheet) -> list[object]:
        """Return the messages of a text that takes the place of all that stands in a field."""
        field = sheet.typing.get(key)
        return self._insert(text, replace(field, text="")) if isinstance(field, Typing) else []

    def _insert(self, new: str, field: Typing) -> list[object]:
        text, key = field.text, self.hand.focus
        at = min(len(text), self.hand.carets.get(key, len(text)))
        kept = "".join(sign for sign in new if sign.isprintable() or (field.many and sign == "\n"))
        return self._put(key, text[:at] + kept[: max(0, field.most - len(text))], text[at:])

    def _put(self, key: str, before: str, after: str) -> list[object]:
        self.hand.carets[key] = len(before)
        return [Typed(key, before + after)]


def _pasted() -> str:
    """Return what lies on the clipboard, "" where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
