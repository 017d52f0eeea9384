"""Where customers are heard and read: the call centre, a chat window."""

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.scenery.light import lit, pendants, window
from game.desktop.drawings.scenery.pieces import plant, screen, walls
from game.desktop.drawings.shapes import box, circle, falling, glow, path, placed, trace


def call_centre(dark: bool) -> str:
    """Return the call centre: a long window, a board of figures, desks with screens behind low walls."""
    drawn = walls("#e6e4dc", "#d7d6cd", "#a9a39b", at=660) + window(70, 100, 760, 270, dark, panes=4)
    drawn += _board(1010, 96, dark) + pendants((300, 640, 940), 66, "#d9925c", dark, radius=40)
    for x in (30, 370, 1010, 1300):
        drawn += _place(x, 474, dark)
    return drawn + plant(850, 700, 0.85)


def _board(x: float, y: float, dark: bool) -> str:
    """A screen on the wall: bars, a ring, a line; no letters."""
    drawn = box(0, 0, 500, 250, "#3f4a58", r=12) + box(12, 12, 476, 226, lit(dark, "#4f5d6d", "#33475F"), r=6)
    for i, high in enumerate((60, 96, 78, 130, 112, 150)):
        drawn += box(
            40 + i * 40,
            206 - high,
            24,
            high,
            lit(dark, ("#8fb3a5", "#e0b36a")[i == 3], ("#7FC4AB", "#F2BC62")[i == 3]),
            r=4,
        )
    drawn += circle(380, 116, 62, lit(dark, "#8fb3a5", "#7FC4AB")) + circle(
        380, 116, 42, lit(dark, "#4f5d6d", "#33475F")
    )
    slice_ = "M 380 54 A 62 62 0 0 1 434 147 L 416 137 A 42 42 0 0 0 380 74 Z"
    return placed(drawn + path(slice_, lit(dark, "#e0b36a", "#F2BC62")), x, y)


def _place(x: float, y: float, dark: bool) -> str:
    """One desk with its low wall, screen, chair and headset."""
    drawn = box(x, y - 26, 270, 150, "#9db5ae", r=12) + box(x + 12, y - 14, 246, 126, "#aec3bc", r=8)
    drawn += box(x + 178, y, 52, 38, "#f5e6bd", r=3) + box(x + 190, y + 46, 40, 34, "#eeb9a2", r=3)
    drawn += screen(x + 40, y - 6, 122, 86, dark) + box(x - 12, y + 112, 294, 18, "#c89f74", r=6)
    drawn += box(x - 4, y + 130, 12, 84, "#8d7a6c") + box(x + 262, y + 130, 12, 84, "#8d7a6c")
    return drawn + _chair(x + 132, y + 96)


def _chair(x: float, y: float) -> str:
    colour = "#56697a"
    drawn = (
        box(x - 44, y, 88, 86, colour, r=22)
        + box(x - 36, y + 8, 50, 66, shine(colour), r=16)
        + box(x - 52, y + 88, 104, 24, shade(colour), r=12)
    )
    return drawn + box(x - 5, y + 110, 10, 44, "#4a4653") + box(x - 42, y + 150, 84, 10, "#4a4653", r=5)


def chat(dark: bool) -> str:
    """Return a talk in writing: a telephone's window large behind it, bubbles on both sides, nothing in the middle."""
    drawn = falling("air", "#e9efe8", "#f3e3cd") + box(0, 0, 1600, 900, "url(#air)")
    drawn += (
        circle(230, 780, 330, "#dfe7da", 0.8)
        + circle(1420, 120, 300, "#f1d9bd", 0.8)
        + circle(1330, 850, 210, "#e6dccb", 0.8)
    )
    drawn += glow("chat", "#8FB4D8", 800, 380, 620, 0.32) if dark else ""
    drawn += box(500, 50, 600, 900, "#5b5966", r=54) + box(518, 68, 564, 900, lit(dark, "#faf6ee", "#4A4A68"), r=40)
    drawn += box(518, 140, 564, 3, lit(dark, "#e4dccd", "#5C5C7E")) + box(730, 86, 140, 14, "#5b5966", r=7)
    drawn += circle(574, 112, 18, "#d9925c") + box(606, 104, 120, 14, lit(dark, "#d9d0c1", "#6C6C90"), r=7)
    drawn += _bubble(120, 150, 300, 3, "#ffffff", "#d8d4c6", -1) + _bubble(90, 400, 230, 2, "#ffffff", "#d8d4c6", -1)
    return (
        drawn
        + _bubble(1190, 250, 300, 2, "#b9d6c4", "#8fb59f", 1)
        + _bubble(1250, 470, 250, 3, "#b9d6c4", "#8fb59f", 1)
    )


def _bubble(x: float, y: float, width: float, rows: int, colour: str, ink: str, side: int) -> str:
    """A speech bubble with lines for words; its tail points outwards to the left (-1) or the right (1)."""
    high = 40 + rows * 34
    edge = x if side < 0 else x + width
    drawn = box(x + 5, y + 8, width, high, "#8a7a6a", r=28, opacity=0.16) + box(x, y, width, high, colour, r=28)
    low = y + high
    tail = trace("M", edge - side * 34, low - 30, "L", edge + side * 22, low + 8, "L", edge - side * 4, low - 46, "Z")
    drawn += path(tail, colour)
    for i in range(rows):
        share = 0.5 if i == rows - 1 else 0.86 - 0.1 * (i % 2)
        drawn += box(x + 30, y + 30 + i * 34, (width - 60) * share, 13, ink, r=6)
    return drawn
