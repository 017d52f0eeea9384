"""The hotel: its lobby, a room, the counter."""

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.scenery.light import pendants, sunbeam, table_lamp, window
from game.desktop.drawings.scenery.pieces import curtain, dial, framed, plant, walls
from game.desktop.drawings.shapes import box, circle, ellipse, line, path, placed, trace


def lobby(dark: bool) -> str:
    """Return the lobby: high windows, columns, the desk far to the right under its lamps."""
    drawn = walls("#f3e4cc", "#e6cfae", "#cdb08c")
    drawn += "".join(box(x, 0, 3, 634, "#d9bf99", opacity=0.5) for x in range(520, 1600, 90))
    drawn += window(90, 120, 330, 430, dark) + sunbeam(90, 550, 330, 380, dark)
    drawn += "".join(_column(x) for x in (10, 486))
    drawn += _niche(1010, 176, 470) + pendants((1090, 1245, 1400), 120, "#c8704f", dark)
    drawn += _desk(940, 470, 620) + _sofa(96, 560, 330, "#7d9a8c") + plant(560, 690, 0.9)
    drawn += "".join(
        path(trace("M", x, 656, "L", x + 130, 656, "L", x + 40, 900, "L", x - 130, 900, "Z"), "#ffffff", 0.07)
        for x in (240, 720, 1120)
    )
    return drawn + plant(1545, 720, 1.0)


def _column(x: float) -> str:
    drawn = (
        box(x, 0, 58, 640, "#ecd9bb") + box(x + 38, 0, 20, 640, "#d9c09a") + box(x - 10, 612, 78, 34, "#d2b68e", r=4)
    )
    return drawn + box(x - 10, 0, 78, 46, "#d2b68e", r=4)


def _niche(x: float, y: float, width: float) -> str:
    """The wall of keys behind the desk."""
    drawn = box(x - 16, y - 16, width + 32, 270, "#9c7350", r=10) + box(x, y, width, 250, "#b58a63", r=4)
    for row in range(3):
        for column in range(8):
            at, top = x + 20 + column * (width - 36) / 8, y + 22 + row * 74
            drawn += box(at, top, 40, 52, "#94694a", r=4)
            if (row * 5 + column * 3) % 4:
                drawn += circle(at + 20, top + 18, 6, "#e8c26d") + box(at + 18, top + 22, 4, 18, "#e8c26d")
    return drawn


def _desk(x: float, y: float, width: float) -> str:
    drawn = box(x, y, width, 176, "#8d6345", r=6) + box(x, y + 150, width, 26, shade("#8d6345"), r=4)
    drawn += "".join(box(x + 18 + i * width / 7, y + 40, width / 7 - 22, 96, "#9d7352", r=5) for i in range(7))
    drawn += box(x - 18, y - 10, width + 36, 30, "#f4ebdd", r=8) + box(x - 18, y + 12, width + 36, 8, "#d8c7ac", r=4)
    bell = path(trace("M", x + 96, y - 16, "C", x + 96, y - 52, x + 150, y - 52, x + 150, y - 16, "Z"), "#e0b04f")
    return drawn + bell + box(x + 88, y - 18, 70, 9, "#a97c33", r=4) + circle(x + 123, y - 46, 5, "#c8953f")


def _sofa(x: float, y: float, width: float, colour: str) -> str:
    drawn = box(x + 20, y, width - 40, 100, shine(colour), r=26) + box(x, y + 46, 70, 98, colour, r=24)
    drawn += box(x + width - 70, y + 46, 70, 98, shade(colour), r=24) + box(
        x + 54, y + 76, width - 108, 58, colour, r=16
    )
    drawn += box(x + 56, y + 128, width - 112, 18, shade(colour), r=8)
    return (
        drawn
        + box(x + 84, y + 30, 70, 62, "#e2b15f", r=14)
        + "".join(box(a, y + 142, 14, 20, "#6d4d38") for a in (x + 30, x + width - 44))
    )


def room(dark: bool) -> str:
    """Return a hotel room: the window with its curtains, the made bed, lamps on both sides."""
    drawn = walls("#dfe5dc", "#cdd6cb", "#b99f84", at=660)
    drawn += window(130, 110, 380, 380, dark) + sunbeam(130, 490, 380, 300, dark)
    drawn += (
        box(60, 70, 520, 14, "#8a6a4f", r=7)
        + curtain(70, 84, 104, 566, "#d9a27a")
        + curtain(478, 84, 104, 566, "#d9a27a")
    )
    drawn += framed(1140, 120, 1.05, "#f4e3c4", "#8fae93", "#e0995c")
    drawn += box(930, 330, 640, 250, "#a67b5b", r=22) + "".join(
        box(952 + i * 152, 352, 140, 200, "#b98d6b", r=14) for i in range(4)
    )
    drawn += _bed(960, 480) + _nightstand(836, 560) + table_lamp(880, 560, dark)
    drawn += ellipse(760, 800, 620, 74, "#9c8a86", 0.35) + ellipse(760, 800, 560, 60, "#d9c6b2", 0.45)
    return drawn + _armchair(620, 500)


def _bed(x: float, y: float) -> str:
    drawn = box(0, 60, 660, 190, "#f7f1e7", r=26) + path(
        "M 0 150 C 200 120 420 170 660 138 L 660 270 L 0 270 Z", "#6f8f9c"
    )
    drawn += path("M 0 150 C 200 120 420 170 660 138 L 660 168 C 420 200 200 150 0 180 Z", "#8daab4")
    drawn += "".join(box(34 + i * 262, 0, 230, 96, ("#ffffff", "#f3ebe0")[i], r=34) for i in range(2))
    return placed(drawn + box(210, 38, 150, 74, "#d9a27a", r=26), x, y)


def _nightstand(x: float, y: float) -> str:
    drawn = box(x, y, 92, 110, "#8d6345", r=6) + box(x - 6, y - 4, 104, 14, "#a67b5b", r=5)
    return drawn + box(x + 10, y + 24, 72, 34, "#9d7352", r=4) + circle(x + 46, y + 41, 5, "#e0b04f")


def _armchair(x: float, y: float) -> str:
    colour = "#b86f52"
    drawn = box(x + 14, y, 132, 150, shine(colour), r=40) + box(x - 6, y + 76, 52, 96, colour, r=22)
    drawn += box(x + 114, y + 76, 52, 96, shade(colour), r=22) + box(x + 32, y + 104, 96, 60, colour, r=16)
    return drawn + line(trace("M", x + 20, y + 172, "l", -8, 34, "M", x + 140, y + 172, "l", 8, 34), "#6d4d38", 9)


def counter(dark: bool) -> str:
    """Return the counter: slats of wood, three clocks of the world, marble along the whole width."""
    drawn = walls("#e9dcc6", "#dcc7a6", "#b3906c", at=690)
    drawn += box(420, 0, 760, 560, "#a87d5a") + "".join(box(432 + i * 42, 0, 30, 560, "#b98d68") for i in range(18))
    for x, hour, minute in ((620, 0.42, 0.0), (800, 0.86, 0.25), (980, 0.13, 0.5)):
        drawn += dial(x, 150, 54, hour, minute)
    drawn += pendants((180, 1420), 130, "#4f7a74", dark)
    drawn += _flowers(210, 512) + _terminal(1330, 512)
    drawn += box(0, 512, 1600, 178, "#8d6345") + "".join(
        box(20 + i * 198, 552, 176, 112, "#9d7352", r=6) for i in range(8)
    )
    drawn += box(0, 500, 1600, 34, "#f6efe3") + box(0, 528, 1600, 9, "#d8c7ac")
    return drawn + box(0, 682, 1600, 12, shade("#8d6345"))


def _flowers(x: float, foot: float) -> str:
    stems = "".join(
        (
            line(trace("M", 0, -70, "Q", a / 2, -130, a, -170 - b), "#5f8f6b", 5)
            for a, b in ((-50, 0), (-18, 34), (20, 26), (54, -6))
        )
    )
    heads = "".join(
        (
            circle(a, -176 - b, 22, c) + circle(a, -176 - b, 9, "#f2cf74")
            for a, b, c in ((-50, 0, "#e08a77"), (-18, 34, "#f0b09a"), (20, 26, "#e08a77"), (54, -6, "#f4c9ae"))
        )
    )
    vase = path("M -26 -92 L 26 -92 C 22 -70 48 -40 30 0 L -30 0 C -48 -40 -22 -70 -26 -92 Z", "#5d7f92")
    return placed(stems + heads + vase, x, foot)


def _terminal(x: float, foot: float) -> str:
    drawn = box(x - 84, foot - 120, 168, 104, "#4d4855", r=8) + box(x - 76, foot - 112, 152, 88, "#5f5a68", r=4)
    return (
        drawn
        + box(x - 12, foot - 20, 24, 14, "#4d4855")
        + box(x - 44, foot - 10, 88, 10, "#4d4855", r=4)
        + circle(x, foot - 68, 14, "#e0b04f")
    )
