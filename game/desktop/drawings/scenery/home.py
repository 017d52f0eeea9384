"""Heat: a living room in winter, and the boiler house it comes from."""

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.scenery.light import lit, sky, standing_lamp
from game.desktop.drawings.scenery.pieces import curtain, framed, plant, shelf, walls
from game.desktop.drawings.shapes import box, circle, ellipse, glow, line, path, placed, trace

_FLAKES = (
    (0.1, 0.14),
    (0.26, 0.36),
    (0.44, 0.1),
    (0.62, 0.3),
    (0.82, 0.16),
    (0.16, 0.58),
    (0.36, 0.66),
    (0.56, 0.52),
    (0.9, 0.46),
    (0.72, 0.64),
)


def living_room_winter(dark: bool) -> str:
    """Return a living room with snow outside, a radiator under the window, a sofa with a blanket."""
    drawn = walls("#efdcc6", "#e2c8a8", "#a9815f")
    drawn += _winter(590, 90, dark) + box(520, 56, 560, 14, "#8a6a4f", r=7)
    drawn += curtain(524, 70, 92, 500, "#b5695a") + curtain(986, 70, 92, 500, "#b5695a")
    drawn += (
        _radiator(660, 492, 280)
        + framed(190, 130, 0.86, "#dfe9ea", "#9fb8bd", "#f0c987")
        + shelf(1230, 180, 280, 4, "#94694a")
    )
    drawn += (
        ellipse(800, 800, 700, 84, "#8c4f45", 0.55)
        + ellipse(800, 800, 630, 68, "#c9826b", 0.6)
        + ellipse(800, 800, 520, 50, "#dba183", 0.5)
    )
    drawn += _long_sofa(60, 440) + standing_lamp(1150, 690, 430, dark) + plant(1530, 730, 0.85, pot="#7d8f9c")
    return drawn


def _winter(x: float, y: float, dark: bool) -> str:
    """A window with snow behind it, on its sill, and frost in its corners."""
    frame = "#fbf4e8"
    drawn = box(-14, -14, 448, 358, frame, r=8) + sky(0, 0, 420, 330, dark, snow=True)
    hill = "M 0 330 L 0 260 Q 126 210 231 260 T 420 246"
    drawn += path(hill + " L 420 330 Z", lit(dark, "#f8f8f4", "#8F93BE"))
    drawn += "".join(_fir(x, 290, tall, dark) for x, tall in ((67, 96), (109, 70), (336, 110)))
    drawn += "".join(circle(420 * a, 330 * b, 4.5 + i % 3, "#FFFFFF", 0.9) for i, (a, b) in enumerate(_FLAKES))
    drawn += path("M0 330 L0 240 Q14 312 110 330 Z M420 330 L420 240 Q406 312 310 330Z", "#ffffff", 0.7)
    drawn += box(205, 0, 10, 330, frame) + box(0, 112.2, 420, 8, frame)
    return placed(
        drawn + box(-26, 340, 472, 18, shine(frame), r=6) + box(-26, 354, 472, 6, shade(frame), opacity=0.6), x, y
    )


def _fir(x: float, foot: float, tall: float, dark: bool) -> str:
    """A fir tree with snow on its upper half."""
    half, snow = tall * 0.34, foot - tall * 0.58
    tree = trace("M", x - half, foot, "L", x, foot - tall, "L", x + half, foot, "Z")
    cap = trace("M", x - half * 0.42, snow, "L", x, foot - tall, "L", x + half * 0.42, snow, "Z")
    return path(tree, lit(dark, "#7f9f95", "#3D4A73")) + path(cap, lit(dark, "#f8f8f4", "#A9ADD2"))


def _radiator(x: float, y: float, width: float) -> str:
    drawn = "".join(
        box(x + i * width / 10, y, width / 10 - 5, 116, ("#f7f1e6", "#ece3d4")[i % 2], r=9) for i in range(10)
    )
    drawn += box(x - 6, y + 14, width + 8, 9, "#e0d5c2", r=4) + box(x - 6, y + 94, width + 8, 9, "#e0d5c2", r=4)
    return (
        drawn
        + box(x - 34, y + 92, 30, 11, "#c98a63", r=3)
        + circle(x - 34, y + 97, 13, "#b8594a")
        + box(x + width, y + 92, 40, 11, "#c98a63", r=3)
    )


def _long_sofa(x: float, y: float) -> str:
    colour = "#6f8796"
    drawn = box(20, 0, 390, 140, shine(colour), r=34) + box(-6, 66, 84, 140, colour, r=30)
    drawn += box(352, 66, 84, 140, shade(colour), r=30) + box(60, 104, 310, 82, colour, r=18)
    drawn += path("M 220 -6 L 340 -4 C 346 70 334 120 350 168 L 224 176 C 216 110 232 60 220 -6 Z", "#d98b5f")
    drawn += line("M 223 40 l 118 4 M 226 96 l 112 4", "#f2cda0", 8)
    return placed(
        drawn + box(84, 40, 88, 76, "#e2b872", r=18) + "".join(box(a, 200, 16, 26, "#6d4d38") for a in (30, 384)),
        x,
        y,
    )


def boiler_house(dark: bool) -> str:
    """Return the boiler house: brick, high windows, two great boilers, pipes for hot and for returning water."""
    drawn = walls("#d8b79a", "#c79f80", "#8f8278", at=670) + _bricks()
    for x in (520, 760, 1000):
        drawn += (
            box(x - 10, 60, 170, 150, "#6b6f74", r=6)
            + sky(x, 70, 150, 130, dark)
            + box(x + 71, 70, 8, 130, "#6b6f74")
            + box(x, 130, 150, 8, "#6b6f74")
        )
    drawn += (
        glow("fire", "#FF9A4A", 300, 500, 360, 0.55) + glow("fire2", "#FF9A4A", 1300, 500, 360, 0.55) if dark else ""
    )
    drawn += _pipe("M0 262 L420 262 L420 300 L1180 300 L1180 262 L1600 262", "#c2604a") + _pipe(
        "M0 330 L350 330 L350 372 L1250 372 L1250 330 L1600 330", "#5f83a0"
    )
    drawn += box(0, 656, 1600, 16, "#d6b06a")
    drawn += "".join(path(f"M{x} 656 l40 0 l-20 16 l-40 0 Z", "#7a6a55") for x in range(20, 1640, 80))
    drawn += _boiler(300, 500, dark) + _boiler(1300, 500, dark)
    return drawn + "".join(_gauge(x, 372) for x in (640, 960)) + _valve(800, 300)


def _bricks() -> str:
    drawn = ""
    for row in range(13):
        for column in range(7):
            if (row * 3 + column * 5) % 7 < 3:
                drawn += box(column * 246 + (row % 2) * 110 - 20, 22 + row * 48, 92, 30, "#b98d6e", r=4, opacity=0.42)
    return drawn


def _pipe(data: str, colour: str) -> str:
    raised = f'<g transform="translate(0 -6)">{line(data, shine(shine(colour)), 5, 0.7)}</g>'
    return line(data, shade(colour), 30) + line(data, colour, 24) + raised


def _boiler(x: float, y: float, dark: bool) -> str:
    """One boiler from the front, with the fire behind its little window."""
    drawn = (
        box(x - 150, y + 130, 300, 56, "#5f5a5c", r=6)
        + circle(x, y, 176, "#6f8078")
        + circle(x, y, 160, "#879a90")
        + circle(x, y, 120, "#7b8e84")
    )
    drawn += path(
        trace(
            "M", x + 40, y - 155, "A", 160, 160, "0 0 1", x + 40, y + 155, "A", 220, 220, "0 0 0", x + 40, y - 155, "Z"
        ),
        "#6f8078",
        0.6,
    )
    drawn += (
        circle(x, y + 14, 58, "#4f5552")
        + circle(x, y + 14, 44, lit(dark, "#e9904f", "#FFA552"))
        + circle(x, y + 24, 26, lit(dark, "#f6c56e", "#FFD98A"))
    )
    bolts = ((0, -138), (98, -98), (138, 0), (98, 98), (0, 138), (-98, 98), (-138, 0), (-98, -98))
    drawn += "".join(circle(x + a, y + b, 8, "#5f6b65") for a, b in bolts)
    return (
        drawn
        + box(x - 22, y - 240, 44, 80, "#c2604a", r=4)
        + box(x - 34, y - 180, 68, 16, shade("#c2604a"), r=4)
        + _gauge(x, y - 92)
    )


def _gauge(x: float, y: float) -> str:
    drawn = circle(x, y, 34, "#5a524e") + circle(x, y, 28, "#fbf3e2")
    arc = line(trace("M", x - 17, y + 9, "A", 19, 19, "0 0 1", x + 8, y - 17), "#7f9a72", 5) + line(
        trace("M", x + 8, y - 17, "A", 19, 19, "0 0 1", x + 17, y + 9), "#c2604a", 5
    )
    return drawn + arc + line(trace("M", x, y, "L", x + 6, y - 16), "#4a3b36", 4) + circle(x, y, 4, "#4a3b36")


def _valve(x: float, y: float) -> str:
    drawn = box(x - 7, y - 56, 14, 50, "#6b6f74") + circle(x, y - 62, 36, "#c2604a") + circle(x, y - 62, 24, "#c79f80")
    spokes = line(trace("M", x - 30, y - 62, "l", 60, 0, "M", x, y - 92, "l", 0, 60), "#c2604a", 8)
    return drawn + spokes + circle(x, y - 62, 9, shade("#c2604a"))
