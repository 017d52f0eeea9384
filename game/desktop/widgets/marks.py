"""What is drawn rather than written: icons, pictures, bars, zones, rings."""

from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, square
from game.desktop.sheet import Sheet
from game.desktop.theme import BODY, SMALL, Colour, Theme, code
from game.desktop.widgets.text import Ink, Text

MOVING: Final = 0.7
"""So many seconds a bar takes from where it was to where it is."""
LEVELS: Final = 10
WIDEST: Final = "1000"
"""No number behind a bar is wider."""


def eased(since: float, now: float) -> float:
    """Return how far a movement is that began at `since`, 0 to 1, fast at first."""
    if since <= 0 or now >= since + MOVING:
        return 1.0
    return 1 - (1 - max(0.0, (now - since) / MOVING)) ** 3


@dataclass(frozen=True, slots=True)
class Icon:
    """A sign of one colour."""

    name: str
    size: float = 20
    ink: Ink = "ink"

    def width(self, frame: Frame) -> int:
        return frame.px(self.size)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.size)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        def paint(canvas: Canvas, place: Rect) -> None:
            from game.desktop.drawings import icon  # the first frame needs none

            canvas.picture(icon(self.name, code(getattr(canvas.theme, self.ink))), place)

        sheet.paint(square(rect, frame.px(self.size)), paint)


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG picture that fills its place; `light` and `dark` are its two forms. `shape` is width to height."""

    light: str
    dark: str
    label: str = ""
    wide: float = 160
    shape: float = 16 / 9

    def width(self, frame: Frame) -> int:
        return frame.px(self.wide)

    def height(self, frame: Frame, width: int) -> int:
        return round(width / self.shape)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        def paint(canvas: Canvas, place: Rect) -> None:
            canvas.picture(self.dark if canvas.theme.dark else self.light, place)

        if rect.width and rect.height:
            sheet.paint(rect, paint)
        if self.label:
            sheet.tell("image", self.label, rect)


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of 0 to `top` as a bar, with its name before and its value behind it. It moves from `before`."""

    label: str
    value: int
    top: int
    told: str
    hot: bool = False
    before: int | None = None
    since: float = 0.0
    names: float = 92
    size: float = SMALL

    def width(self, frame: Frame) -> int:
        return frame.px(self.names + 160)

    def height(self, frame: Frame, width: int) -> int:
        return max(_name_height(frame, self, width), frame.px(22))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(_around(frame, rect, sheet, self, self.value), self._paint)
        sheet.tell("meter", self.label, rect, value=self.told)
        if frame.motion and self.before is not None:
            sheet.moves_until = max(sheet.moves_until, self.since + MOVING)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        track = Rect(rect.left + canvas.px(8), 0, max(1, rect.width - canvas.px(16)), canvas.px(10))
        track.centery = rect.centery
        canvas.fill(track, canvas.theme.raised, radius=5, line=canvas.theme.edge)
        before = self.value if self.before is None or not canvas.motion else self.before
        level = before + (self.value - before) * eased(self.since, canvas.now)
        share = min(1.0, max(0.0, level / max(1, self.top)))
        colour = heat_colour(canvas.theme, share) if self.hot else canvas.theme.dot
        if share > 0:
            canvas.fill(
                Rect(track.left, track.top, max(track.height, round(track.width * share)), track.height),
                colour,
                radius=5,
            )


def heat_colour(theme: Theme, share: float) -> Colour:
    """Return the colour of heat, 0 (calm) to 1."""
    cool, warm, hot = theme.heat
    return cool if share < 0.3 else warm if share < 0.6 else hot


def _names(frame: Frame, bar: "Bar | ZoneBar", width: int) -> int:
    """Return how wide the name before a bar may be, and the air between them."""
    return min(frame.px(bar.names), width * 2 // 5)


def _name_height(frame: Frame, bar: "Bar | ZoneBar", width: int) -> int:
    return Text(bar.label, bar.size).height(frame, max(1, _names(frame, bar, width) - frame.px(6)))


def _around(frame: Frame, rect: Rect, sheet: Sheet, bar: "Bar | ZoneBar", number: int) -> Rect:
    """Put the name of a bar before it and its number behind it, in the middle of its height; return what is left."""
    names, digits = _names(frame, bar, rect.width), Text(WIDEST, bar.size).width(frame)
    track = Rect(rect.left + names, rect.top, max(1, rect.width - names - digits), rect.height)
    ends = (
        (Text(bar.label, bar.size, role=None), rect.left, max(1, names - frame.px(6))),
        (Text(f"{number}", bar.size, align="right", role=None), track.right, digits),
    )
    for text, left, wide in ends:
        tall = text.height(frame, wide)
        text.place(frame, Rect(left, rect.centery - tall // 2, wide, tall), sheet)
    return track


@dataclass(frozen=True, slots=True)
class ZoneBar:
    """A component's zone from adequate to desired with the dot of what is perceived, all 0 to 10; each moves from
    where it was, (adequate, desired, perceived), to where it is."""

    label: str
    adequate: int
    desired: int
    perceived: int
    told: str
    before: tuple[int, int, int] | None = None
    since: float = 0.0
    names: float = 92
    size: float = SMALL

    def width(self, frame: Frame) -> int:
        return frame.px(self.names + 180)

    def height(self, frame: Frame, width: int) -> int:
        return max(_name_height(frame, self, width), frame.px(26))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(_around(frame, rect, sheet, self, self.perceived), self._paint)
        sheet.tell("meter", self.label, rect, value=self.told)
        if frame.motion and self.before is not None:
            sheet.moves_until = max(sheet.moves_until, self.since + MOVING)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        track = Rect(rect.left + canvas.px(8), 0, rect.width - canvas.px(16), canvas.px(12))
        track.centery = rect.centery
        now = (self.adequate, self.desired, self.perceived)
        before = now if self.before is None or not canvas.motion else self.before
        part = eased(self.since, canvas.now)
        adequate, desired, perceived = (a + (b - a) * part for a, b in zip(before, now, strict=True))

        def x(level: float) -> int:
            return track.left + round(track.width * min(LEVELS, max(0.0, level)) / LEVELS)

        canvas.fill(track, canvas.theme.raised, radius=6, line=canvas.theme.edge)
        zone = Rect(x(adequate), track.top, max(1, x(desired) - x(adequate)), track.height)
        canvas.fill(zone, canvas.theme.zone, radius=2, line=canvas.theme.edge)
        for end in (zone.left, zone.right):
            mark = Rect(end - canvas.px(1), track.top - canvas.px(4), canvas.px(2), track.height + canvas.px(8))
            canvas.fill(mark, canvas.theme.ink, radius=0)
        canvas.dot((x(perceived), track.centery), canvas.px(6), canvas.theme.dot, canvas.theme.panel)


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring that empties: `left` of `whole` seconds at `since`; the clock runs on while it is shown."""

    left: float
    whole: float
    since: float
    label: str
    told: str
    runs: bool = True
    size: float = 40

    def width(self, frame: Frame) -> int:
        return frame.px(self.size)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.size)

    def left_at(self, now: float) -> float:
        """Return the seconds that are left at a time."""
        return max(0.0, self.left - (max(0.0, now - self.since) if self.runs else 0.0))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        own = square(rect, frame.px(self.size))
        sheet.paint(own, self._paint)
        sheet.tell("timer", self.label, own, value=self.told)
        if self.runs:
            sheet.wakes.append(self._wake)

    def _wake(self, now: float) -> float:
        left = self.left_at(now)
        return now + (left % 1 or 1) if left > 0 else float("inf")

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        left = self.left_at(canvas.now)
        theme = canvas.theme
        canvas.arc(rect, 1.0, theme.raised, 5)
        hurried = left <= 10
        canvas.arc(rect, left / max(1.0, self.whole), theme.bad if hurried else theme.dot, 5)
        style_size = max(11, canvas.px(BODY - 4))
        from game.desktop.lettering import Style

        style = Style(style_size, hurried)
        block = canvas.letters.lay(f"{-(-left // 1):.0f}", style, rect.width, align="centre")
        canvas.letters.paint(canvas.surface, block, (rect.left, rect.centery - block.height // 2), theme.ink)
