"""What light comes in and what light is lit: windows, the town behind them, lamps."""

from typing import Final

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.shapes import box, circle, ellipse, falling, glow, path, placed, trace

HEIGHT: Final = 900.0

_HOUSES: Final = (
    (0.0, 0.16, 0.3),
    (0.14, 0.15, 0.46),
    (0.27, 0.2, 0.24),
    (0.45, 0.13, 0.52),
    (0.57, 0.2, 0.32),
    (0.75, 0.12, 0.44),
    (0.86, 0.14, 0.27),
)
"""The town behind windows: where a house begins, its breadth and its height, as shares of the window."""


def lit(dark: bool, off: str, on: str) -> str:
    """Return the colour of a lamp: `off` by day, `on` in the evening, when it shines by itself."""
    return on.upper() if dark else off


def window(
    x: float, y: float, width: float, height: float, dark: bool, *, frame: str = "#fbf4e8", panes: int = 2
) -> str:
    """Return a window that looks over a town, by day or with its lights on."""
    drawn = box(x - 14, y - 14, width + 28, height + 28, frame, r=10) + sky(x, y, width, height, dark)
    drawn += town(x, y, width, height, dark)
    drawn += "".join(box(x + width * i / panes - 5, y, 10, height, frame) for i in range(1, panes))
    drawn += box(x, y + height * 0.3, width, 8, frame) + box(x - 26, y + height + 10, width + 52, 16, shine(frame), r=6)
    return drawn + box(x - 26, y + height + 22, width + 52, 5, shade(frame), opacity=0.6)


def sky(x: float, y: float, width: float, height: float, dark: bool, *, snow: bool = False) -> str:
    """Return the sky behind glass."""
    day = ("#c9dce8", "#eef0ec") if snow else ("#a9d3e6", "#f6ecd6")
    top, bottom = ("#1B2550", "#6A5B8C") if dark else day
    name = f"sky{round(x)}"
    drawn = falling(name, top, bottom) + box(x, y, width, height, f"url(#{name})", r=3)
    if dark:
        spots = ((0.16, 0.1), (0.42, 0.18), (0.64, 0.08), (0.83, 0.22), (0.3, 0.32))
        return drawn + "".join(circle(x + width * a, y + height * b, 2.2, "#F4EEDD", 0.8) for a, b in spots)
    return (
        drawn
        if snow
        else drawn
        + cloud(x + width * 0.28, y + height * 0.2, width / 520)
        + cloud(x + width * 0.74, y + height * 0.36, width / 700)
    )


def cloud(x: float, y: float, scale: float) -> str:
    """Return a small flat cloud around a point."""
    spots = ((-44, 4, 24), (-14, -8, 32), (22, -2, 26), (48, 6, 18))
    drawn = "".join(circle(x + a * scale, y + b * scale, r * scale, "#edf4f4") for a, b, r in spots)
    return drawn + box(x - 68 * scale, y + 4 * scale, 134 * scale, 22 * scale, "#edf4f4", r=11 * scale)


def town(x: float, y: float, width: float, height: float, dark: bool) -> str:
    """Return far houses along the lower edge of a window; some of their windows are lit in the evening."""
    drawn = ""
    for i, (left, broad, high) in enumerate(_HOUSES):
        wall = ("#2E2F5E", "#37376A")[i % 2] if dark else ("#b9c9cf", "#c8d3d2")[i % 2]
        at, top = x + width * left, y + height * (1 - high * 0.8)
        drawn += box(at, top, width * broad, y + height - top, wall)
        for row in range(3):
            for column in range(2):
                place = at + width * broad * (0.24 + 0.36 * column), top + 14 + row * 26
                if place[1] + 12 < y + height:
                    on = (i * 5 + row * 3 + column * 2) % 4 < 2
                    drawn += box(*place, 9, 12, lit(dark and on, wall if dark else "#dfe6e2", "#F3C56B"))
    return drawn


def pendants(places: tuple[float, ...], length: float, colour: str, dark: bool, *, radius: float = 46) -> str:
    """Return lamps that hang from the ceiling side by side; in the evening they shine."""
    drawn = "".join(glow(f"pendant{round(x)}", "#FFD890", x, length + 40, 300, 0.34) for x in places) if dark else ""
    return drawn + "".join(_pendant(x, length, colour, dark, radius) for x in places)


def _pendant(x: float, length: float, colour: str, dark: bool, radius: float) -> str:
    low, bulb = length + radius * 0.74, lit(dark, "#fdf2d8", "#FFF0C4")
    cord = box(x - 2, 0, 4, length, "#6d5a4e") + ellipse(x, low, radius * 0.78, radius * 0.2, bulb)
    dome = trace("M", x - radius, low, "C", x - radius, length - 6, x + radius, length - 6, x + radius, low, "Z")
    far = trace("M", x + radius * 0.2, low, "C", x + radius * 0.4, length + 20, x + radius * 0.3, length + 6)
    far += trace("", x + radius * 0.3, length + 4, "C", x + radius * 0.8, length + 10, x + radius, length + 30)
    return cord + path(dome, colour) + path(far + trace("", x + radius, low, "Z"), shade(colour))


def standing_lamp(x: float, foot: float, height: float, dark: bool) -> str:
    """Return a lamp on a pole that stands on the floor at `foot`."""
    top = foot - height
    drawn = glow(f"lamp{round(x)}", "#FFCF85", x, top + 40, 400, 0.6) if dark else ""
    drawn += box(x - 4, top + 60, 8, height - 60, "#8a6a4f") + ellipse(x, foot, 52, 12, "#6f5340")
    shape = trace("M", x - 44, top, "L", x + 44, top, "L", x + 74, top + 92, "L", x - 74, top + 92, "Z")
    return (
        drawn
        + path(shape, lit(dark, "#f3dcae", "#FFE3A6"))
        + path(
            trace("M", x + 14, top, "L", x + 44, top, "L", x + 74, top + 92, "L", x + 26, top + 92, "Z"),
            lit(dark, "#e6c88f", "#FFD488"),
        )
    )


def table_lamp(x: float, foot: float, dark: bool) -> str:
    """Return a small lamp that stands on something."""
    drawn = glow(f"small{0}", "#FFCF85", 0, -90, 260, 0.6) if dark else ""
    drawn += path("M -12 -60 C -34 -40 -30 0 -18 0 L 18 0 C 30 0 34 -40 12 -60 Z", "#b86f52")
    return placed(drawn + path("M -28 -128 L 28 -128 L 50 -58 L -50 -58 Z", lit(dark, "#f6e3bb", "#FFE6AE")), x, foot)


def sunbeam(x: float, y: float, width: float, reach: float, dark: bool) -> str:
    """Return the light that falls through a window onto wall and floor; nothing in the evening."""
    if dark:
        return ""
    return path(
        trace("M", x, y, "L", x + width, y, "L", x + width + reach, HEIGHT, "L", x + reach * 0.8, HEIGHT, "Z"),
        "#fff6dc",
        0.22,
    )
