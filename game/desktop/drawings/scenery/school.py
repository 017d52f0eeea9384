"""The school: its office and a classroom."""

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.scenery.light import pendants, sunbeam, table_lamp, window
from game.desktop.drawings.scenery.pieces import dial, plant, screen, shelf, walls
from game.desktop.drawings.shapes import box, circle, ellipse, line, path, placed, trace


def school_office(dark: bool) -> str:
    """Return the office where parents are received: files, a board with notes, a desk with a globe."""
    drawn = (
        walls("#e9e3cf", "#d9d2b8", "#b7976f") + window(640, 90, 380, 330, dark) + sunbeam(640, 440, 380, -260, dark)
    )
    drawn += (
        shelf(60, 120, 420, 4, "#a67b55", high=128, binders=True) + _notes(1140, 110) + dial(550, 160, 44, 0.36, 0.12)
    )
    drawn += (
        box(1090, 470, 480, 22, "#c89f74", r=6)
        + box(1110, 492, 440, 164, "#a67b55", r=4)
        + box(1130, 512, 180, 60, "#b98d68", r=5)
    )
    drawn += box(1130, 582, 180, 60, "#b98d68", r=5) + circle(1220, 542, 6, "#e0b04f") + circle(1220, 612, 6, "#e0b04f")
    drawn += screen(1290, 356, 150, 100, dark) + _globe(1160, 470) + table_lamp(1520, 470, dark)
    return drawn + plant(565, 690, 0.85, leaf="#6f9a62")


def _notes(x: float, y: float) -> str:
    """A cork board with papers and two certificates."""
    drawn = box(x - 10, y - 10, 370, 220, "#a67b55", r=8) + box(x, y, 350, 200, "#dcb88a", r=4)
    papers = (
        (24, 22, 84, 66, "#fdf8ec"),
        (128, 30, 70, 90, "#f3d7b0"),
        (220, 20, 104, 72, "#d9e5da"),
        (30, 108, 76, 72, "#eec3ad"),
        (132, 136, 92, 48, "#fdf8ec"),
        (246, 112, 74, 70, "#f5e6bd"),
    )
    for left, top, width, height, colour in papers:
        drawn += box(x + left, y + top, width, height, colour, r=3) + circle(
            x + left + width / 2, y + top + 6, 5, "#b8594a"
        )
        drawn += "".join(
            box(x + left + 12, y + top + 22 + i * 14, (width - 24) * (1 - 0.24 * i), 5, shade(colour), r=2)
            for i in range(2)
        )
    return drawn


def _globe(x: float, foot: float) -> str:
    drawn = ellipse(0, -4, 40, 8, "#8d6345") + box(-4, -34, 8, 30, "#8d6345") + circle(0, -76, 44, "#7fa9b8")
    drawn += path("M -30 -96 C -10 -120 8 -108 -2 -88 C -6 -72 -26 -74 -30 -96 Z", "#8fae7b")
    drawn += path("M 6 -70 C 26 -84 40 -68 26 -52 C 14 -42 2 -56 6 -70 Z", "#8fae7b")
    return placed(drawn + line("M -16 -126 A 52 52 0 0 0 20 -28", "#c89f54", 6), x, foot)


def classroom(dark: bool) -> str:
    """Return a classroom: the green board with a straight line drawn on it, windows, rows of desks."""
    drawn = walls("#f0e8d2", "#e2d8bc", "#c09a70", at=640)
    drawn += window(50, 110, 270, 350, dark) + window(1290, 110, 270, 350, dark) + sunbeam(50, 470, 270, 330, dark)
    drawn += _blackboard(430, 104, 740, 330) + dial(800, 42, 32, 0.72, 0.5, rim="#7d8f9c")
    drawn += pendants((372, 1228), 40, "#8fa88f", dark, radius=38)
    drawn += box(30, 500, 300, 16, "#a67b55", r=4) + shelf(50, 530, 250, 1, "#a67b55", high=104) + _lectern(1210, 440)
    return drawn + "".join(_bench(x, 700) for x in (170, 560, 1040, 1430))


def _blackboard(x: float, y: float, width: float, height: float) -> str:
    drawn = box(x - 18, y - 18, width + 36, height + 36, "#a67b55", r=8) + box(x, y, width, height, "#4f7a68", r=3)
    drawn += path(trace("M", x, y, "L", x + 300, y, "L", x + 120, y + height, "L", x, y + height, "Z"), "#ffffff", 0.05)
    left, low = x + 90, y + height - 60
    axes = trace("M", left, y + 40, "L", left, low, "L", left + 230, low)
    drawn += line(axes, "#e9efe4", 4, 0.75) + line(
        trace("M", left + 10, low - 16, "L", left + 200, y + 70), "#f2d98a", 6, 0.9
    )
    drawn += line(trace("M", left + 110, low, "L", left + 110, low - 104, "L", left, low - 104), "#e9efe4", 3, 0.4)
    drawn += "".join(
        box(x + 420, y + 70 + i * 52, wide, 9, "#e9efe4", r=4, opacity=0.55)
        for i, wide in enumerate((230, 180, 210, 120))
    )
    return (
        drawn
        + box(x - 6, y + height + 10, width + 12, 14, "#8d6345", r=4)
        + box(x + 120, y + height + 2, 46, 9, "#fdf8ec", r=4)
        + box(x + 190, y + height - 2, 60, 14, "#b8594a", r=3)
    )


def _lectern(x: float, y: float) -> str:
    drawn = path(trace("M", x - 80, y + 24, "L", x + 80, y, "L", x + 80, y + 26, "L", x - 80, y + 50, "Z"), "#b98d68")
    return (
        drawn
        + path(
            trace("M", x - 60, y + 46, "L", x + 60, y + 28, "L", x + 50, y + 214, "L", x - 50, y + 214, "Z"), "#a67b55"
        )
        + box(x - 34, y + 86, 68, 90, "#b98d68", r=6)
    )


def _bench(x: float, y: float) -> str:
    drawn = line(trace("M", x - 110, y + 24, "l", -10, 150, "M", x + 110, y + 24, "l", 10, 150), "#7d8f9c", 10)
    drawn += box(x - 140, y, 280, 24, "#d9b07f", r=8) + box(x - 126, y + 24, 252, 40, shade("#d9b07f"), r=4)
    return (
        drawn
        + box(x - 70, y - 14, 84, 14, "#5d7f92", r=3)
        + box(x - 62, y - 26, 76, 12, "#b8594a", r=3)
        + box(x + 40, y - 8, 50, 8, shine("#e0b04f"), r=4)
    )
