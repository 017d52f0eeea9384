"""The window itself: opened on a display that is there, sharp on dense screens, full or not."""

import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

LEAST: Final = (1024, 600)
FIRST: Final = (1280, 720)
OF_A_LARGE_SCREEN: Final = 0.75
"""How much of a screen that is larger than the first size the window takes, so that it is as readable there."""
PER_MONITOR_V2: Final = -4
PER_MONITOR: Final = 2
"""What Windows calls a process that deals with the pixels of each monitor itself."""
Trouble = Literal["no-display", "upstream-pygame", "lost-display"]


class NoWindow(Exception):
    """There can be no window here; `trouble` says why, `told` is what the system said about it."""

    def __init__(self, trouble: Trouble, told: str = "") -> None:
        super().__init__(told or trouble)
        self.trouble: Trouble = trouble
        self.told = told


def ready() -> None:
    """Raise `NoWindow` where none can be opened, before anything of pygame is loaded."""
    if sys.platform.startswith("linux") and not os.environ.get("SDL_VIDEODRIVER"):
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            raise NoWindow("no-display")
    if _upstream_lies_there():
        raise NoWindow("upstream-pygame")


def _upstream_lies_there() -> bool:
    """Return whether upstream pygame was installed beside pygame-ce, into the same folder.

    The folder's own list says so: asking the package metadata would cost more than all else before the first frame.
    """
    spec = find_spec("pygame")
    if spec is None or spec.origin is None:
        return False
    try:
        beside = os.listdir(Path(spec.origin).parents[1])
    except OSError:
        return False
    return any(name.startswith("pygame-") and name.endswith((".dist-info", ".egg-info")) for name in beside)


def prepare() -> None:
    """Tell the system how this process deals with pixels and names, before pygame opens the display."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEO_HIGHDPI_DISABLED", "0")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "yuqi")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")  # Windows then shows the candidates of its input method
    os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")
    if sys.platform.startswith("linux"):
        # Else SDL loads the whole of OpenGL to show pixels that are ready: four fifths of the time to the first frame.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    if sys.platform == "win32":
        _windows_is_told()


def first_size(screen: tuple[int, int]) -> tuple[int, int]:
    """Return how large the window opens on a screen of so many pixels: larger where pixels are small."""
    fit = min(screen[0] / FIRST[0], screen[1] / FIRST[1])
    share = max(1.0, fit * OF_A_LARGE_SCREEN)
    wanted = (round(FIRST[0] * share), round(FIRST[1] * share))
    return max(LEAST[0], min(wanted[0], screen[0])), max(LEAST[1], min(wanted[1], screen[1]))


def _windows_is_told() -> None:
    """Let Windows give real pixels: older ones know only the second call or the third."""
    import ctypes

    windows: Any = getattr(ctypes, "windll", None)
    calls: tuple[Callable[[], object], ...] = (
        lambda: windows.user32.SetProcessDpiAwarenessContext(ctypes.c_void_p(PER_MONITOR_V2)),
        lambda: windows.shcore.SetProcessDpiAwareness(PER_MONITOR),
        lambda: windows.user32.SetProcessDPIAware(),  # noqa: PLW0108 - looked up only where the others failed
    )
    for call in calls:
        try:
            call()
        except (AttributeError, OSError):
            continue
        return
