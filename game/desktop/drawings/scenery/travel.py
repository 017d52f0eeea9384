"""On the way, and nowhere in particular: the airport, and the room behind every name that nobody knows."""

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.scenery.light import lit, sky, standing_lamp, town
from game.desktop.drawings.scenery.pieces import framed, plant, walls
from game.desktop.drawings.shapes import box, circle, ellipse, falling, glow, line, path, placed, trace


def airport(dark: bool) -> str:
    """Return the departure gate: a wall of glass, an aeroplane behind it, rows of seats, the board of flights."""
    drawn = walls("#dfe3e0", "#cfd5d3", "#a8a9a6", at=640) + sky(0, 90, 1600, 470, dark) + town(0, 330, 620, 190, dark)
    drawn += box(0, 500, 1600, 60, lit(dark, "#b9bfb6", "#4A4C72")) + "".join(
        box(x, 528, 60, 6, lit(dark, "#f3eedd", "#F2D08A"), r=3) for x in range(30, 1600, 150)
    )
    drawn += _aeroplane(930, 420) + "".join(_mullion(x) for x in (4, 400, 800, 1200, 1590))
    drawn += box(0, 66, 1600, 28, "#8e979a") + box(0, 552, 1600, 34, "#8e979a") + box(0, 552, 1600, 8, "#a7afb1")
    drawn += box(0, 0, 1600, 66, "#e8e8e2") + "".join(
        box(x, 26, 210, 14, lit(dark, "#fbf6e6", "#FFF0CC"), r=7) for x in (90, 495, 895, 1300)
    )
    drawn += _flights(90, 130, dark) + "".join(_seats(x, 560) for x in (60, 1090))
    return (
        drawn
        + "".join(
            path(trace("M", x, 646, "L", x + 240, 646, "L", x + 190, 900, "L", x - 90, 900, "Z"), "#ffffff", 0.1)
            for x in (420, 820, 1230)
        )
        + plant(1010, 700, 0.75)
    )


def _mullion(x: float) -> str:
    return box(x - 9, 90, 18, 470, "#8e979a") + box(x - 9, 90, 6, 470, "#a7afb1")


def _aeroplane(x: float, y: float) -> str:
    """An aeroplane at the gate, its nose to the right."""
    body = (
        "M -330 -20 C -250 -44 -60 -46 240 -44 C 320 -42 362 -8 366 12"
        " C 340 40 280 46 200 46 L -200 46 C -270 40 -320 6 -330 -20 Z"
    )
    drawn = path("M -326 -22 L -372 -150 L -316 -150 L -216 -38 Z", "#c9704f")
    drawn += path(body, "#f8f5ee") + path(
        "M -318 0 L 364 4 L 366 14 C 340 40 280 46 200 46 L -200 46 C -260 42 -300 24 -318 0 Z", "#dcdcd6"
    )
    drawn += line("M -322 -6 C -100 6 200 4 360 2", "#c9704f", 7)
    drawn += "".join(box(-190 + i * 34, -28, 16, 20, "#7d98a8", r=6) for i in range(12)) + path(
        "M 262 -36 L 306 -30 L 328 -12 L 264 -12 Z", "#5f7a8c"
    )
    drawn += path("M -30 20 L 96 20 L -96 112 L -150 112 Z", "#c3c7c5")
    drawn += box(-56, 46, 96, 40, "#a7afb1", r=18) + box(20, 46, 24, 40, "#8e979a", r=10)
    return placed(
        drawn + "".join(circle(a, 104, 17, "#4d4855") + circle(a, 104, 7, "#8e979a") for a in (250, -60, -20)), x, y
    )


def _flights(x: float, y: float, dark: bool) -> str:
    """The board of flights: rows of marks, one of them late."""
    drawn = (
        box(x + 60, y - 40, 8, 44, "#8e979a")
        + box(x + 352, y - 40, 8, 44, "#8e979a")
        + box(x, y, 420, 196, "#3d434d", r=10)
    )
    for row in range(5):
        at = y + 22 + row * 34
        late = row == 2
        drawn += box(x + 24, at, 60, 14, lit(dark, "#e8c26d", "#F6CB6C"), r=3) + box(
            x + 104, at, (150, 120, 170, 110, 140)[row], 14, lit(dark, "#d8dcd8", "#D8DCE8"), r=3
        )
        drawn += box(x + 316, at, 76, 14, lit(dark, ("#8fb3a5", "#d9705a")[late], ("#7FC4AB", "#F0785E")[late]), r=7)
    return drawn


def _seats(x: float, y: float) -> str:
    colour, drawn = "#56748a", ""
    for i in range(4):
        at = x + i * 112
        drawn += (
            box(at, y, 96, 78, colour, r=16)
            + box(at + 8, y + 8, 44, 60, shine(colour), r=10)
            + box(at - 2, y + 74, 100, 26, shade(colour), r=10)
        )
    return (
        drawn
        + box(x - 10, y + 100, 456, 12, "#6b6f74", r=6)
        + line(trace("M", x + 60, y + 110, "l", -14, 44, "M", x + 376, y + 110, "l", 14, 44), "#6b6f74", 9)
    )


def nowhere(dark: bool) -> str:
    """Return the neutral room: an arch of light, a plant, a picture, a lamp, and much quiet wall."""
    drawn = walls("#efe6d8", "#e2d5c1", "#c2a98c", at=660)
    drawn += (
        box(520, 90, 560, 570, "#f6efe3", r=280)
        + box(520, 380, 560, 280, "#f6efe3")
        + falling("arch", "#fbf6ec", "#ecdfca")
    )
    drawn += glow("arch2", "#FFD9A0", 800, 360, 420, 0.4) if dark else ""
    drawn += path("M560 660 L560 370 C560 238 668 130 800 130 C932 130 1040 238 1040 370 L1040 660Z", "url(#arch)")
    drawn += framed(190, 190, 1.00, "#f3e2c6", "#a9bda5", "#e2a06a") + _console(150, 500) + plant(1190, 690, 0.9)
    drawn += (
        standing_lamp(1420, 690, 460, dark)
        + ellipse(800, 806, 640, 66, "#b08f74", 0.4)
        + ellipse(800, 806, 560, 52, "#d8bf9f", 0.5)
    )
    return drawn


def _console(x: float, y: float) -> str:
    wood = "#a67b55"
    drawn = line(trace("M", x + 24, y + 60, "l", -8, 120, "M", x + 276, y + 60, "l", 8, 120), shade(wood), 12)
    drawn += (
        box(x, y, 300, 70, wood, r=8)
        + box(x - 10, y - 6, 320, 16, shine(wood), r=6)
        + box(x + 18, y + 20, 124, 38, "#b98d68", r=5)
    )
    drawn += (
        box(x + 158, y + 20, 124, 38, "#b98d68", r=5)
        + circle(x + 80, y + 39, 5, "#e0b04f")
        + circle(x + 220, y + 39, 5, "#e0b04f")
    )
    return (
        drawn
        + box(x + 36, y - 22, 96, 16, "#5d7f92", r=3)
        + box(x + 44, y - 38, 82, 16, "#b8594a", r=3)
        + circle(x + 232, y - 32, 27, "#8fae93")
    )
