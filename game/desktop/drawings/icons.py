"""Signs of one colour on a square of 24, in lines of one weight with round ends."""

from typing import Final

from game.desktop.drawings.shapes import ICON_SIDE, drawing

_WEIGHT: Final = 2
_STAR: Final = "M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.2 6.1-5.5-3-5.5 3 1.2-6.1L3.2 9.6l6.1-.8z"
_HEART: Final = "M12 20C5 15.6 3 12.4 3 9.2A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 9 2.2c0 3.2-2 6.4-9 10.8z"
_RING: Final = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z"
_SPEAKER: Final = "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z"

_LINES: Final[dict[str, str]] = {
    "back": "M20 12H5M11 5.5L4.5 12l6.5 6.5",
    "close": "M6 6l12 12M18 6L6 18",
    "menu": "M4 6.5h16M4 12h16M4 17.5h16",
    "check": "M4.5 12.8l4.8 4.7L19.5 7",
    "cross": "M7 7l10 10M17 7L7 17",
    "star-empty": _STAR,
    "clock": _RING + "M12 7v5.2l3.4 2.2",
    "sound": _SPEAKER + "M15.5 9a4.2 4.2 0 0 1 0 6M18 6a8.4 8.4 0 0 1 0 12",
    "mute": _SPEAKER + "M16 9.5l5 5M21 9.5l-5 5",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.4 15.4L20.5 20.5",
    "filter": "M3.5 5h17l-6.6 7.8v6.7l-3.8-2v-4.7z",
    "gear": "M10.3 5.2L10.6 2.7L13.4 2.7L13.7 5.2L15.6 6.0L17.6 4.4L19.6 6.4L18.0 8.4L18.8 10.3"
    "L21.3 10.6L21.3 13.4L18.8 13.7L18.0 15.6L19.6 17.6L17.6 19.6L15.6 18.0"
    "L13.7 18.8L13.4 21.3L10.6 21.3L10.3 18.8L8.4 18.0L6.4 19.6L4.4 17.6L6.0 15.6"
    "L5.2 13.7L2.7 13.4L2.7 10.6L5.2 10.3L6.0 8.4L4.4 6.4L6.4 4.4L8.4 6.0z"
    "M12 8.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0-6.4z",
    "book": "M12 6.5C9.5 4.7 6.5 4.4 3.5 4.8v13.4c3-.4 6-.1 8.5 1.6c2.5-1.7 5.5-2 8.5-1.6V4.8c-3-.4-6-.1-8.5 1.7z"
    "M12 6.5v13.3",
    "person": "M12 3.5a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4zM4 20.5c.6-4.2 3.8-6 8-6s7.4 1.8 8 6",
    "history": "M4.2 9A8.4 8.4 0 1 1 3.6 12.8M3.8 4.5V9h4.6M12 7.6v4.8l3.2 2",
    "replay": "M19.8 9A8.4 8.4 0 1 0 20.4 12.8M20.2 4.5V9h-4.6",
    "lock": "M6 10.5h12a1.4 1.4 0 0 1 1.4 1.4v7a1.4 1.4 0 0 1-1.4 1.4H6a1.4 1.4 0 0 1-1.4-1.4v-7A1.4 1.4 0 0 1 6 10.5z"
    "M8 10.5V7.6a4 4 0 0 1 8 0v2.9M12 14.4v2.2",
    "warning": "M12 4L21.2 19.6H2.8zM12 10v4.4M12 16.9v.2",
    "info": _RING + "M12 11v5.4M12 7.6v.2",
    "arrow-up": "M12 20V5M5.5 11.5L12 5l6.5 6.5",
    "arrow-down": "M12 4v15M5.5 12.5L12 19l6.5-6.5",
    "arrow-left": "M20 12H5M11.5 5.5L5 12l6.5 6.5",
    "arrow-right": "M4 12h15M12.5 5.5L19 12l-6.5 6.5",
    "promise": "M12 10.6C9.6 5.2 4 4.6 3.6 8.4C3.2 12.6 8.6 14 12 10.6z"
    "M12 10.6C14.4 5.2 20 4.6 20.4 8.4C20.8 12.6 15.4 14 12 10.6z"
    "M11.2 12L7 20M12.8 12L17 20",
    "flame": "M12.2 2.8c.8 3.8 6 5.8 6 11.2a6.2 6.2 0 0 1-12.4 0c0-2.6 1.4-4.2 2.5-5.6c.4 1.5 1 2.3 1.9 2.8"
    "c-.4-3.4.4-6.4 2-8.4z",
    "ear": "M7 10A5.4 5.4 0 0 1 17.6 9c.4 4.2-3.8 5-4.2 8.4c-.2 3.8-4.6 4.2-5.6 1.2M10 10.4A2.5 2.5 0 0 1 14.8 10"
    "c.2 1.8-2 2.2-2.2 4",
    "speech": "M5.5 4.5h13a2 2 0 0 1 2 2v7.6a2 2 0 0 1-2 2h-7L7 20.2v-4.1H5.5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2z"
    "M8 9h8M8 12h5",
    "eye": "M2.6 12C5 7.6 8.4 5.6 12 5.6S19 7.6 21.4 12C19 16.4 15.6 18.4 12 18.4S5 16.4 2.6 12z"
    "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
    "chart": "M4 4v16h16.5M8.5 16.5v-4M13 16.5V7.5M17.5 16.5v-6.4",
    "download": "M12 4v11M6.8 10.2L12 15.4l5.2-5.2M4.5 19.8h15",
    "home": "M3.5 11.5L12 4l8.5 7.5M5.8 9.8V20h12.4V9.8M10 20v-5.4h4V20",
    "flag": "M6 21V4c4-2 7.4 2 12.6.2v9.6C13.4 15.6 10 11.6 6 13.6",
    "badge": "M12 3a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8.4 14l-1.6 7L12 18.4 17.2 21l-1.6-7M9.6 9.2l1.7 1.7L14.6 7.6",
    "keyboard": "M4 6h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 18H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 6z"
    "M6.5 10v.1M10.2 10v.1M13.9 10v.1M17.5 10v.1M8 14.2h8",
    "plus": "M12 5v14M5 12h14",
    "minus": "M5 12h14",
    "pencil": "M4.5 19.5l1-4.5L16.2 4.3a1.6 1.6 0 0 1 2.2 0l1.3 1.3a1.6 1.6 0 0 1 0 2.2L9 18.5zM14 6.5l3.5 3.5",
    "sun": "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4"
    "M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
    "moon": "M19.8 14.6A8.4 8.4 0 1 1 10 4a6.8 6.8 0 0 0 9.8 10.6z",
    "list": "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1",
    "lightbulb": "M9 17.5h6M9.8 20.5h4.4M9 17.5c0-2.4-3-3.6-3-7.5a6 6 0 0 1 12 0c0 3.9-3 5.1-3 7.5",
    "full-screen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "people": "M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM2.5 19.5c.4-3.6 3-5 6.5-5s6.1 1.4 6.5 5"
    "M15.5 5.4a3.4 3.4 0 0 1 0 6.4M18 14.9c2 .7 3.2 2.2 3.5 4.6",
}
_AREAS: Final[dict[str, str]] = {
    "star": _STAR,
    "heart": _HEART,
    "play": "M7 4.6L19.2 12 7 19.4z",
    "bolt": "M13.6 2.8L5 13.6h5.6L9.8 21.2 19 10.2h-6z",
}
_CONTRAST: Final = "M12 3a9 9 0 0 1 0 18z"
"""The filled half of a disc, beside its ring."""

ICONS: Final[tuple[str, ...]] = (*_LINES, *_AREAS, "contrast", "pause")


def icon(name: str, colour: str) -> str:
    """Return the SVG of a sign (viewBox 0 0 24 24) in one colour "#rrggbb".

    Raises `KeyError` for a name that is not in `ICONS`.
    """
    if name == "contrast":
        content = _lines(_RING, colour) + _area(_CONTRAST, colour)
    elif name == "pause":
        content = _area("M6.5 5h3.6v14H6.5zM13.9 5h3.6v14h-3.6z", colour)
    elif name in _AREAS:
        content = _area(_AREAS[name], colour)
    else:
        content = _lines(_LINES[name], colour)
    return drawing(content, ICON_SIDE, ICON_SIDE)


def _lines(data: str, colour: str) -> str:
    pen = f'stroke="{colour}" stroke-width="{_WEIGHT}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{data}" fill="none" {pen}/>'


def _area(data: str, colour: str) -> str:
    """An area with rounded corners: filled, and drawn round with a fine line of the same colour."""
    return f'<path d="{data}" fill="{colour}" stroke="{colour}" stroke-width="1.2" stroke-linejoin="round"/>'
