"""A meal out: the dining room of a restaurant by the river, in the light of evening."""

from typing import Final

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.scenery.light import lit, sunbeam
from game.desktop.drawings.scenery.pieces import plant, screen, walls
from game.desktop.drawings.shapes import box, circle, ellipse, falling, glow, line, path, placed, trace

_WOOD: Final = "#8a5a43"
_CHAIR: Final = "#6b3f30"
_RED: Final = "#b8594a"
_LINEN: Final = "#faf2e4"
_BRIDGE: Final = (
    "M 20 246 Q 180 138 340 246 L 279 246 A 24 24 0 0 0 231 246 L 216 246 A 36 36 0 0 0 144 246"
    " L 129 246 A 24 24 0 0 0 81 246 Z"
)
_LIGHTS: Final = ((392, 222), (424, 226), (474, 220), (508, 226), (560, 222), (604, 226))
"""Where windows are lit on the far bank after dark."""


def restaurant(dark: bool) -> str:
    """Return the dining room: the river behind the window, the counter under lanterns, round tables with cloths."""
    drawn = walls("#f4e2c6", "#ecd0a6", "#b5835c") + _panels()
    drawn += _window(96, 96, dark) + sunbeam(96, 470, 640, 330, dark)
    drawn += _scroll(856, 118) + _cabinet(990, 186, 420) + _lanterns((1050, 1200, 1350), 82, dark)
    drawn += _counter(950, 452, 600, dark) + plant(852, 690, 0.72, pot="#5d7f92")
    drawn += _table(572, 604, 0.6, dark) + _table(244, 730, 1.06, dark) + _table(1372, 694, 1.0, dark, fish=True)
    return drawn


def _panels() -> str:
    """The wooden lower part of the wall."""
    drawn = box(0, 486, 1600, 148, "#d2a97f") + box(0, 478, 1600, 14, "#bb8b62")
    return drawn + "".join(box(x, 508, 132, 108, "#c99d72", r=4) for x in range(14, 1600, 160))


def _window(x: float, y: float, dark: bool) -> str:
    """A wide window on the river, with a lattice along its top and its sides."""
    drawn = box(-18, -18, 676, 376, _WOOD, r=8) + _river(dark) + _willow()
    drawn += box(0, 58, 640, 8, _WOOD) + "".join(box(at, 0, 8, 340, _WOOD) for at in (92, 316, 540))
    thin = shine(_WOOD)
    drawn += "".join(line(_fret(at, 8, 76, 42), thin, 5) for at in (8, 108, 212, 332, 436, 556))
    drawn += "".join(line(_fret(at, 76, 76, 256), thin, 5) for at in (8, 556))
    return placed(drawn + box(-34, 352, 708, 18, shine(_WOOD), r=6) + box(-34, 366, 708, 6, shade(_WOOD)), x, y)


def _fret(x: float, y: float, width: float, height: float) -> str:
    """The path of one field of lattice: a frame within the frame, held at the middles of its sides."""
    a, b = x + 16, y + 12
    inner = trace("M", a, b, "h", width - 32, "v", height - 24, "h", 32 - width, "Z")
    across = trace("M", x, y + height / 2, "h", 16, "M", x + width - 16, y + height / 2, "h", 16)
    return inner + " " + across + trace(" M", x + width / 2, y, "v", 12, "M", x + width / 2, y + height, "v", -12)


def _river(dark: bool) -> str:
    """The river in the last sun, a bridge over it, hills and houses on the far bank; after dark their lights."""
    top, low = ("#1B2550", "#6A5B8C") if dark else ("#a9c3d2", "#fbdcae")
    near, deep = ("#56508A", "#2B2F5E") if dark else ("#f3c99a", "#c79c93")
    drawn = falling("dusk", top, low) + falling("water", near, deep) + box(0, 0, 640, 240, "url(#dusk)")
    drawn += circle(452, 176, 34, lit(dark, "#f8cf80", "#D9D0D6")) + box(0, 238, 640, 102, "url(#water)")
    hills = "M 0 206 C 70 150 130 168 214 196 C 290 150 360 176 430 200 C 520 156 590 172 640 192 L 640 242 L 0 242 Z"
    drawn += path(hills, lit(dark, "#cfa79a", "#4A4478")) + path(
        "M 0 232 C 120 214 250 224 340 230 C 440 212 560 216 640 224 L 640 242 L 0 242 Z",
        lit(dark, "#a98a86", "#37376A"),
    )
    for x, y in _LIGHTS:
        roof = trace("M", x - 22, y - 6, "Q", x - 12, y - 10, x, y - 22, "Q", x + 12, y - 10, x + 22, y - 6, "Z")
        drawn += path(roof, lit(dark, "#8f6f70", "#2E2F5E")) + box(
            x - 14, y - 6, 28, 22, lit(dark, "#b99a8f", "#37376A")
        )
        drawn += box(x - 5, y - 1, 10, 11, lit(dark, "#f3d9ae", "#F3C56B"))
        drawn += box(x - 5, 250, 10, 44, lit(dark, "#dcb294", "#F3C56B"), r=5, opacity=0.35)
    glints = ((452, 252, 70), (440, 268, 44), (466, 284, 58), (448, 302, 34), (120, 296, 50), (250, 318, 64))
    drawn += "".join(box(x - w / 2, y, w, 5, lit(dark, "#fdeac2", "#8C82B4"), r=2, opacity=0.8) for x, y, w in glints)
    return drawn + path(_BRIDGE, lit(dark, "#94747a", "#2E2F5E")) + line("M 20 243 Q 180 134 340 243", "#7d6068", 5)


def _willow() -> str:
    """Branches of a willow that hang before the window."""
    drawn = ""
    for x, reach, sway in ((128, 120, -14), (160, 176, 10), (196, 132, -8), (232, 88, 12), (264, 116, -10)):
        drawn += line(trace("M", x, 62, "Q", x + sway, 62 + reach / 2, x + sway / 2, 62 + reach), "#6f8a5e", 4)
        for step in range(1, int(reach / 18)):
            at = 62 + step * 18
            side = 9 if step % 2 else -9
            leaf = trace("M", x + sway / 2, at, "q", side, 2, side * 1.3, 18, "q", -side, -4, -side * 1.3, -18, "Z")
            drawn += path(leaf, ("#7f9a72", "#93ab7d")[step % 2])
    return drawn


def _scroll(x: float, y: float) -> str:
    """A hanging picture of bamboo with a red seal."""
    drawn = (
        line("M -34 0 L 0 -26 L 34 0", "#8a6a4f", 4) + box(-58, 12, 116, 268, "#d9b98c") + box(-44, 36, 88, 214, _LINEN)
    )
    drawn += box(-66, 0, 132, 14, _WOOD, r=7) + box(-66, 276, 132, 16, _WOOD, r=8)
    drawn += line("M -14 244 C -10 190 -16 120 -8 60 M 14 244 C 16 206 12 170 16 128", "#7d8f7c", 6)
    for left, top, turn in ((-10, 84, 1), (-12, 112, -1), (14, 146, 1), (-12, 160, 1), (14, 178, -1), (-8, 66, -1)):
        leaf = trace("M", left, top, "q", turn * 10, -4, turn * 28, 18, "q", -turn * 20, -2, -turn * 28, -18, "Z")
        drawn += path(leaf, "#6f8a72")
    return placed(drawn + box(22, 222, 14, 16, _RED, r=2), x, y)


def _cabinet(x: float, y: float, width: float) -> str:
    """Shelves behind the counter: jars of wine, teapots, bowls."""
    drawn = box(x - 16, y - 16, width + 32, 262, _WOOD, r=8) + box(x, y, width, 236, "#b58a63", r=3)
    for row in range(2):
        foot = y + 106 + row * 118
        for column in range(5):
            at = x + 46 + column * (width - 92) / 4
            kind = (column + row) % 3
            drawn += (_jar, _teapot, _bowls)[kind](at, foot, column + row)
        drawn += box(x, foot, width, 12, _WOOD)
    return drawn


def _jar(x: float, foot: float, number: int) -> str:
    colour = ("#7a5a4c", "#5d7f92")[number % 2]
    drawn = path("M -16 -66 L 16 -66 C 40 -52 36 -12 20 0 L -20 0 C -36 -12 -40 -52 -16 -66 Z", colour)
    drawn += path("M -22 -62 L -14 -80 L 14 -80 L 22 -62 Z", _RED) + path(
        "M 0 -52 L 17 -33 L 0 -14 L -17 -33 Z", "#e8c26d"
    )
    return placed(drawn, x, foot)


def _teapot(x: float, foot: float, number: int) -> str:
    colour = ("#8f5a45", "#6f8f7c")[number % 2]
    drawn = line("M 24 -34 C 44 -38 44 -10 22 -10", colour, 6) + path(
        "M -20 -14 L -44 -38 L -36 -40 L -14 -28 Z", colour
    )
    drawn += ellipse(0, -22, 28, 22, colour) + ellipse(0, -42, 15, 6, shine(colour)) + circle(0, -49, 5, shine(colour))
    return placed(drawn, x, foot)


def _bowls(x: float, foot: float, number: int) -> str:
    """A pile of bowls, rim upwards."""
    drawn = ""
    for step in range(3 + number % 2):
        y = -step * 13
        drawn += path(
            trace("M -27", y - 19, "L 27", y - 19, "C 24", y - 2, 14, y, 10, y, "L -10", y, "C -14", y, -24, y - 2),
            "#f4ebdd",
        )
        drawn += box(-28, y - 21, 56, 5, "#7d9dac", r=2)
    return placed(drawn, x, foot)


def _lanterns(places: tuple[float, ...], length: float, dark: bool) -> str:
    """Red lanterns side by side; in the evening they shine."""
    light = (glow(f"lantern{round(x)}", "#FFB870", x, length, 280, 0.4) for x in places) if dark else ()
    return "".join(light) + "".join(_lantern(x, length, dark) for x in places)


def _lantern(x: float, y: float, dark: bool) -> str:
    outer, inner = lit(dark, "#c4523f", "#DE5A3C"), lit(dark, "#d9694e", "#F58A4E")
    drawn = box(-2, -y, 4, y, "#6d5a4e") + ellipse(0, 0, 56, 42, outer) + ellipse(0, 0, 38, 42, inner)
    drawn += ellipse(0, 0, 16, 42, lit(dark, "#e8875f", "#FFC07A"))
    drawn += box(-22, -48, 44, 12, "#d9a84e", r=4) + box(-22, 36, 44, 12, "#d9a84e", r=4)
    return placed(drawn + line("M -8 50 L -8 72 M 0 50 L 0 80 M 8 50 L 8 72", "#d9a84e", 4), x, y)


def _counter(x: float, y: float, width: float, dark: bool) -> str:
    drawn = screen(x + 490, y - 112, 112, 74, dark)
    drawn += box(x, y, width, 196, _WOOD, r=6) + box(x, y + 172, width, 24, shade(_WOOD), r=4)
    for i in range(4):
        at = x + 20 + i * (width - 20) / 4
        drawn += box(at, y + 38, 125, 120, "#a06c50", r=4) + line(_fret(at + 12, y + 48, 101, 100), "#c08a64", 5)
    return (
        drawn + box(x - 18, y - 10, width + 36, 30, "#f4ebdd", r=8) + box(x - 18, y + 12, width + 36, 8, "#d8c7ac", r=4)
    )


def _table(x: float, y: float, scale: float, dark: bool, *, fish: bool = False) -> str:
    """A round table with two cloths and a small lamp, laid, and chairs behind it; the fish is on one of them."""
    drawn = ellipse(0, 204, 226, 24, "#7a5238", 0.4) + "".join(_chair(at) for at in (-112, 112))
    under = "M -196 0 C -200 70 -208 130 -214 190 Q 0 224 214 190 C 208 130 200 70 196 0 Z"
    drawn += path(under, _RED) + path("M 90 20 L 196 0 C 200 70 208 130 214 190 Q 160 202 104 206 Z", shade(_RED), 0.6)
    folds = (f"M {at} 60 h 8 l 12 144 h -28 Z" for at in (-130, -40, 40))
    drawn += "".join(path(fold, shade(_RED), 0.5) for fold in folds)
    cloth = "M -200 0 C -202 30 -206 60 -208 84 Q -160 112 -104 88 Q -54 122 0 94 Q 54 122 104 88 Q 160 112 208 84"
    drawn += path(cloth + " C 206 60 202 30 200 0 Z", "#eadcc6") + ellipse(0, 0, 200, 46, _LINEN)
    drawn += ellipse(0, 4, 112, 25, "#c9a27a") + ellipse(0, -2, 112, 25, "#e3c49c")
    drawn += "".join(_bowl(at) for at in (-150, 150)) + (_fish() if fish else _tea())
    return placed(drawn + _small_lamp(f"table{x:g}", dark), x, y, scale)


def _chair(x: float) -> str:
    """A chair with a bowed top rail and a board in its back, seen from the front; its seat is below the table."""
    drawn = line("M -44 100 L -44 -140 M 44 100 L 44 -140 M -44 -40 L 44 -40", _CHAIR, 12)
    drawn += path("M -17 -150 L 17 -150 L 21 -40 L -21 -40 Z", shine(_CHAIR)) + circle(0, -104, 11, _CHAIR)
    return placed(drawn + line("M -58 -138 Q 0 -170 58 -138", shine(_CHAIR), 15), x, 0)


def _bowl(x: float) -> str:
    """A bowl at somebody's place, with chopsticks before it."""
    side = trace("M", x - 22, 2, "h", 44, "c", -2, 18, -12, 20, -22, 20, "c", -10, 0, -20, -2, -22, -20, "Z")
    sticks = line(trace("M", x - 32, 27, "l", 62, 4), _CHAIR, 4)
    return path(side, "#d7e1e3") + ellipse(x, 2, 22, 6, "#ffffff") + sticks


def _fish() -> str:
    """A braised fish on its plate, hardly touched."""
    drawn = ellipse(-26, 3, 72, 15, "#b9cdd2") + ellipse(-26, 0, 72, 15, "#ffffff")
    drawn += path("M -80 -4 C -62 -22 -18 -20 0 -4 L 20 -16 L 18 6 L 0 -2 C -18 10 -62 10 -80 -4 Z", "#b9704a")
    return drawn + circle(-66, -5, 3, "#5a3a2c") + line("M -44 -12 l 8 12 M -26 -14 l 8 14", "#e0a878", 4)


def _tea() -> str:
    """A pot of tea, and a dish of greens."""
    drawn = ellipse(-44, 3, 44, 11, "#b9cdd2") + ellipse(-44, 0, 44, 11, "#ffffff")
    drawn += "".join(ellipse(a, b, 15, 7, colour) for a, b, colour in ((-58, -3, "#7f9a72"), (-32, -3, "#93ab7d")))
    return drawn + ellipse(-46, -8, 16, 7, "#6f8a5e") + placed(_teapot(0, 0, 1), 6, 10, 0.9)


def _small_lamp(name: str, dark: bool) -> str:
    """A lamp with a paper shade in the middle of a table."""
    drawn = glow(name, "#FFCF85", 72, -40, 210, 0.55) if dark else ""
    drawn += ellipse(72, 2, 20, 6, "#8a6a4f") + box(69, -24, 6, 26, "#8a6a4f")
    drawn += path("M 54 -66 L 90 -66 L 98 -20 L 46 -20 Z", lit(dark, "#f6dca6", "#FFE3A6"))
    return drawn + path("M 78 -66 L 90 -66 L 98 -20 L 82 -20 Z", lit(dark, "#e6c288", "#FFD488"))
