"""How the window opens: the display first, then the first screen, and everything else while that is seen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.desktop import settings, window
from game.desktop.access import readers
from game.desktop.apart import apart
from game.desktop.app import App
from game.desktop.clock import WallClock
from game.desktop.errands import Threads
from game.desktop.flow import Flow
from game.desktop.screens.start import Start
from game.desktop.sitting import Sitting
from game.desktop.sound import Sounds
from game.i18n import words

if TYPE_CHECKING:
    from game.desktop.screen import Screen
    from game.desktop.settings import Settings
    from game.draft import Draft
    from game.scenario import Text
    from game.session import Session

PROJECTED: Final = 130
"""Letters are at least so large before a room, in percent: the projector makes them larger still."""


def play(
    fetch: "Callable[[], Session]", folder: Path, language: str, *, asked: bool = False, last_words: str = "",
    room: bool = False, course: "Text | None" = None,
) -> int:  # fmt: skip
    """Play until the trainee leaves, and return the exit code."""
    kept = settings.load(folder, language)
    if asked:
        kept = replace(kept, language=language)
    if room:
        return _shown(_large(kept), lambda: _projected(kept, fetch, folder), last_words)
    first = Start if course is None else partial(_entry, course)
    return _shown(kept, lambda: _sitting(kept, fetch, folder, first), last_words)


def _entry(course: "Text", sitting: Sitting) -> "Screen":
    from game.desktop.screens.course_entry import Entry

    return Entry(sitting, course)


def _large(kept: "Settings") -> "Settings":
    """Return settings that can be read from the back of a room: large letters, the whole screen. The first walk is for
    one person."""
    return replace(kept, size=max(kept.size, PROJECTED), full_screen=True, toured=True)


def _projected(kept: "Settings", fetch: "Callable[[], Session]", folder: Path) -> Sitting:
    """Begin the sitting of a room. What is set for it is for this time only."""
    sitting = _sitting(_large(kept), fetch, folder, Start)
    own = {name: getattr(kept, name) for name in ("size", "full_screen", "toured")}
    sitting.save = lambda changed: settings.save(folder, replace(changed, **own))
    return sitting


def write(unread: "Draft", folder: Path, language: str, *, asked: bool = False, last_words: str = "") -> int:
    """Play a file while it is being written, until its author leaves, and return the exit code."""
    kept = settings.load(folder, language)
    now = replace(kept, language=language) if asked else kept

    def begun() -> Sitting:
        sitting = _sitting(now, _no_session, folder, lambda sitting: _preview(sitting, unread))
        # An author looks at the talk in either language; the game goes on in the one that it was in.
        sitting.save = lambda changed: settings.save(folder, replace(changed, language=kept.language))
        return sitting

    return _shown(now, begun, last_words)


def _preview(sitting: Sitting, unread: "Draft") -> "Screen":
    from game.desktop.screens.preview import Preview
    from game.draft_file import Trouble, Watch

    watch = Watch(Path(unread.file))
    return Preview(sitting, watch, unread if isinstance(watch.told, Trouble) else unread.reloaded(watch.told))


def _no_session() -> "Session":
    """Refuse: nothing that is done in a preview is kept."""
    raise LookupError("a preview has no session")


def _shown(kept: "Settings", begun: Callable[[], Sitting], last_words: str) -> int:
    """Open the window, then begin the sitting, and show it to its end."""
    title = words(kept.language)("window.title")
    heard = readers(title, kept.language, window.nudge)
    surface = window.opened(title, kept.full_screen, heard)
    sitting = begun()
    try:
        window.show(sitting, App(sitting, surface), last_words, heard)
    finally:
        _leave(sitting)
        window.close()
    return 0


def _sitting(
    kept: "Settings", fetch: "Callable[[], Session]", folder: Path, first: "Callable[[Sitting], Screen]"
) -> Sitting:
    errands = Threads(window.nudge)
    sounds = Sounds(errands.send)
    sitting = Sitting(kept, WallClock(), sounds, errands, fetch, partial(settings.save, folder), apart)
    sounds.wanted = lambda exam: sitting.settings.sound and (sitting.settings.exam_sound or not exam)
    sitting.begin(Flow(first(sitting)))
    return sitting


def _leave(sitting: Sitting) -> None:
    """Let go of all, and keep what is left of the patience of a talk that is under way."""
    from game.desktop.screens.trouble import keep_patience

    sitting.sounds.close()
    keep_patience(sitting)
