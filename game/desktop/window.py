"""The window from its opening to its closing: the loop around the app, full screen, a display that goes away."""

import contextlib
import io
import os
import time
import warnings
from typing import TYPE_CHECKING, Final

import pygame

from game.desktop.access import BEFORE_SHOWN
from game.desktop.app import FRAME, App
from game.desktop.display import FIRST, LEAST, NoWindow, first_size
from game.desktop.settings import Settings
from game.desktop.sitting import Sitting

if TYPE_CHECKING:
    from game.desktop.access import Readers

NUDGE: Final = pygame.event.custom_type()
"""The event that says that an errand is done."""
SOONEST: Final = 0.004
LATEST: Final = 0.025
"""How long the window looks away at least and at most while nothing happens, in seconds."""
SLACKENS: Final = 0.02
"""By how much of the time that nothing has happened it looks away longer."""
SIGN: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#9a3b1e"/>'
    '<path d="M14 14h36a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H32L20 54V44h-6a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6z" fill="#fffdf9"/>'
    '<path d="M32 39C20 31 22 22 27 22c3 0 5 3 5 4 0-1 2-4 5-4 5 0 7 9-5 17z" fill="#c95f3d"/></svg>'
)
"""The sign of the window: a speech bubble with a heart in it."""


def nudge() -> None:
    """Wake the window, from any thread."""
    if pygame.display.get_init():
        with contextlib.suppress(pygame.error):  # it was closed at this very moment
            pygame.event.post(pygame.event.Event(NUDGE))


def opened(title: str, full_screen: bool, readers: "Readers | None" = None) -> pygame.Surface:
    """Open the window, of its first size or of the whole screen; `NoWindow` where the display does not let it.

    Screen readers are let in before it is shown, where they have to be.
    """
    try:
        pygame.display.init()
        if pygame.display.get_driver() == "offscreen" and not os.environ.get("SDL_VIDEODRIVER"):
            raise NoWindow("no-display")  # what is drawn on where the display that is named does not answer
        pygame.display.set_caption(title)
        pygame.display.set_icon(pygame.image.load_sized_svg(io.BytesIO(SIGN.encode()), (64, 64)))
        if readers is not None and BEFORE_SHOWN:
            pygame.display.set_mode(LEAST, pygame.HIDDEN)
            readers.join()
        surface = _sized(full_screen, None)
        pygame.key.set_repeat(400, 40)
        pygame.key.stop_text_input()
    except pygame.error as error:
        raise NoWindow("no-display", str(error)) from error
    return surface


def _sized(full_screen: bool, before: tuple[int, int] | None) -> pygame.Surface:
    """Open the window over the whole screen, or of the size that it had `before`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # another size than asked for is no trouble: we lay out for any
        if full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        sizes = pygame.display.get_desktop_sizes()
        surface = pygame.display.set_mode(before or first_size(sizes[0] if sizes else FIRST), pygame.RESIZABLE)
    _hold()
    return surface


def _hold() -> None:
    """Let the window be made no smaller than its screens can be laid out for."""
    with warnings.catch_warnings(), contextlib.suppress(AttributeError, pygame.error):
        warnings.simplefilter("ignore", DeprecationWarning)  # there is no other way to it yet
        pygame.Window.from_display_module().minimum_size = LEAST


def show(sitting: Sitting, app: App, last_words: str = "", readers: "Readers | None" = None) -> None:
    """Show a sitting until the trainee leaves. `NoWindow` where the display goes away.

    `readers` are the screen readers that are told what is on it, and may press what is there.
    `last_words` are what is written where the display dies so fast that the process is ended from below.
    """
    begun, shown = time.monotonic(), sitting.settings
    windowed = None if shown.full_screen else app.surface.get_size()
    try:
        while True:
            events = happenings(_rest(app, begun))
            begun = time.monotonic()
            if not _step(sitting, app, events, readers):
                return
            if last_words:
                _outlive(last_words)
                last_words = ""
            if not shown.full_screen:
                windowed = app.surface.get_size()
            _follow(sitting, app, shown, windowed)
            shown = sitting.settings
    except pygame.error as error:
        raise NoWindow("lost-display", str(error)) from error


def _rest(app: App, begun: float) -> float:
    """Return for how long nothing has to be done: in a movement, what the last frame has left of its time."""
    rest = app.rest()
    if rest == FRAME:
        rest = FRAME - (time.monotonic() - begun)
    return 0.0 if app.seen is None else max(SOONEST, rest)


def _follow(sitting: Sitting, app: App, before: Settings, windowed: tuple[int, int] | None) -> None:
    """Let the window follow the settings: full screen or not, and its title."""
    if sitting.settings.full_screen != before.full_screen:
        app.resized(_sized(sitting.settings.full_screen, windowed))


def _call(title: str) -> None:
    """Call the window by what is in front, where it is still called otherwise."""
    if pygame.display.get_caption()[:1] != (title,):
        pygame.display.set_caption(title)


def _step(sitting: Sitting, app: App, events: list[pygame.event.Event], readers: "Readers | None") -> bool:
    """Take in what has happened and show it; return whether to go on. Any trouble is told on a screen of its own."""
    try:
        if readers is not None:
            readers.obey(app)
        going = app.step(events)
        if app.fresh():
            pygame.display.flip()
            _call(app.caption or sitting.words("window.title"))
        if readers is not None:
            readers.tell(app)
        return going
    except Exception as trouble:
        from game.desktop.screens.trouble import meet

        app.held.let_go()
        if not meet(sitting, trouble):
            raise
        return True


def happenings(rest: float) -> list[pygame.event.Event]:
    """Return what has happened, having waited up to `rest` seconds for something.

    `pygame.event.wait` looks a thousand times a second; this looks less often the longer nothing happens, and never
    so seldom that a hand would notice.
    """
    begun = time.monotonic()
    while True:
        events = pygame.event.get()
        waited = time.monotonic() - begun
        if events or waited >= rest:
            return events
        time.sleep(min(rest - waited, LATEST, SOONEST + waited * SLACKENS))


def _outlive(last_words: str) -> None:
    """Say something where the X server dies: its library ends the process at once, with words that help nobody."""
    if last_words and pygame.display.get_driver() == "x11":
        from game.desktop.lost import say_when_lost

        say_when_lost(last_words)


def close() -> None:
    """Close the window, if it is there."""
    pygame.display.quit()
