"""The screen for those who hear or feel it: its semantic nodes, offered to screen readers where `accesskit` is there.

What a reader asks for comes from threads of its own, at any time. What they may read is therefore one unchanging view,
replaced as a whole after each paint; what they want done waits in a queue until the window's loop has time for it.
"""

import sys
import threading
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

import pygame

from game.desktop.telling import View, changed, view

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.sheet import Sheet

BEFORE_SHOWN: Final = sys.platform in ("win32", "darwin")
"""Whether readers have to be let in before the window is shown for the first time."""


def readers(title: str, language: str, wake: Callable[[], None]) -> "Readers | None":
    """Return the way to screen readers of a window that is to be called `title`; None without `accesskit`.

    `wake` is called from any thread when a reader wants something done.
    """
    return None if find_spec("accesskit") is None else Readers(title, language, wake)


class Readers:
    """What screen readers are told of a window, and what they ask of it. It never stands in the way of the game."""

    def __init__(self, title: str, language: str, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._view = view((), "", {}, title, language)
        self._told: View | None = None
        """What the readers know; None while nobody listens."""
        self._asked: SimpleQueue[Any] = SimpleQueue()
        self._adapter: Any = None
        self._tried = False
        self._sheet: Sheet | None = None
        self._focus = ""
        self._reader = 0
        """The thread of the reader that came last."""
        self._in_front = False

    def join(self) -> None:
        """Let readers find the window, which has to be there, and on Windows and macOS not to be shown yet."""
        self._tried = True
        try:
            self._adapter = _adapter(self._whole, self._ask, self._deaf)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # a panic inside the library is no Exception, and no reason not to play
            self._adapter = None

    def obey(self, app: "App") -> None:
        """Do what readers have asked for."""
        while not self._asked.empty():
            self._do(app, self._asked.get())

    def tell(self, app: "App") -> None:
        """Tell readers what has changed on the screen since the last time; to be called after each turn of the loop."""
        if not self._tried:
            self.join()
        if self._adapter is None:
            return
        self._look(app)
        if self._told is not None and self._settled():
            self._say()

    # What readers are told

    def _look(self, app: "App") -> None:
        """Take in what is on the screen, if it was laid out anew or the focus has gone elsewhere."""
        seen, focus = app.seen, app.hand.focus
        if seen is None or (seen.sheet is self._sheet and focus == self._focus):
            return
        self._sheet, self._focus = seen.sheet, focus
        self._view = view(
            seen.sheet.nodes, focus, seen.sheet.typing, app.caption, app.sitting.language, self._view
        )  # fmt: skip

    def _whole(self) -> Any:
        """Return all that is on the screen, for a reader that has just come. Called from any thread."""
        self._reader, self._in_front = threading.get_ident(), False
        shown = self._view
        whole = update(shown, None)
        self._told = shown
        self._wake()
        return whole

    def _deaf(self) -> None:
        """Note that the last reader has gone. Called from any thread."""
        self._told = None

    def _settled(self) -> bool:
        """Return whether a reader that has come has taken in the whole.

        As long as its thread has still to come back from Python, it holds a lock of the library. Whoever told it
        something now would wait for that lock and keep Python from it, and neither would ever go on.
        """
        if self._reader == threading.get_ident() or self._reader not in sys._current_frames():
            return True
        self._wake()
        return False

    def _say(self) -> None:
        """Say what is another than what readers know, and whether the window has the keyboard."""
        before, self._told = self._told, self._view
        if before != self._view:
            _raise(self._adapter.update_if_active(lambda: update(self._view, before)))
        in_front = bool(pygame.key.get_focused())
        if in_front != self._in_front:
            self._in_front = in_front
            _say_in_front(self._adapter, in_front)

    # What readers ask for

    def _ask(self, request: Any) -> None:
        """Note what a reader wants done. Called from any thread."""
        self._asked.put(request)
        self._wake()

    def _do(self, app: "App", request: Any) -> None:
        """Do what a reader wants done, if it can still be done: the screen may have turned in the meantime."""
        wanted = next((told for told in self._view.nodes if told.id == request.target), None)
        if wanted is None or wanted.node.key not in app.sheet.places:
            return
        kit = import_module("accesskit")
        key, typing = wanted.node.key, wanted.node.key in app.sheet.typing
        if request.action == kit.Action.CLICK and not typing:
            app.go(key)
            app.send(app.sheet.message(key))
        elif request.action in (kit.Action.CLICK, kit.Action.FOCUS, kit.Action.SCROLL_INTO_VIEW):
            app.go(key)
        elif request.action == kit.Action.SET_VALUE and typing and request.data:
            app.write(key, str(request.data[1]))


def update(now: View, before: View | None) -> Any:
    """Return AccessKit's update from one view to the next; of all there is where there was none before."""
    kit = import_module("accesskit")
    told = kit.TreeUpdate(now.focus)
    if before is None:
        told.tree = kit.Tree(now.root.id)
        told.tree.toolkit_name = "Yuqi"
    told.nodes.extend((one.id, _node(kit, one.told())) for one in changed(now, before))
    return told


def _node(kit: Any, told: dict[str, Any]) -> Any:
    """Return AccessKit's node of what is told of a place."""
    node = kit.Node(getattr(kit.Role, told.pop("role")))
    for action in told.pop("actions", ()):
        node.add_action(getattr(kit.Action, action))
    if told.pop("disabled", False):
        node.set_disabled()
    if told.pop("live", False):
        node.set_live(kit.Live.POLITE)
    if (toggled := told.pop("toggled", None)) is not None:
        node.set_toggled(kit.Toggled.TRUE if toggled else kit.Toggled.FALSE)
    if (bounds := told.pop("bounds", None)) is not None:
        node.set_bounds(kit.Rect(*bounds))
    for name, value in told.items():
        getattr(node, f"set_{name}")(value)
    return node


def _adapter(whole: Callable[[], Any], ask: Callable[[Any], None], deaf: Callable[[], None]) -> Any:
    """Return the system's way to its screen readers."""
    kit = import_module("accesskit")
    if sys.platform == "win32":
        return kit.windows.SubclassingAdapter(pygame.display.get_wm_info()["window"], whole, ask)
    if sys.platform == "darwin":
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return kit.macos.SubclassingAdapter.for_window(pygame.display.get_wm_info()["window"], whole, ask)
    return kit.unix.Adapter(whole, ask, deaf)


def _say_in_front(adapter: Any, in_front: bool) -> None:
    """Say whether the window has the keyboard; Windows sees that by itself."""
    if sys.platform == "darwin":
        _raise(adapter.update_view_focus_state(in_front))
    elif sys.platform != "win32":
        adapter.update_window_focus_state(in_front)


def _raise(events: Any) -> None:
    """Let the system hear of what has changed, where the library leaves that to us."""
    if events is not None:
        events.raise_events()
