"""The colours and sizes of the window: three themes, whose contrast a test works out."""

from dataclasses import dataclass
from typing import Final, Literal

Colour = tuple[int, int, int]
ThemeName = Literal["light", "dark", "contrast"]


def rgb(code: str) -> Colour:
    """Return the colour of a code such as "#1f2933"."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def code(colour: Colour) -> str:
    """Return the code of a colour, as SVG wants it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. What is written on a colour has the name of that colour with `on_` before it.

    `ink` and `quiet` stand on `ground`, `panel` and `raised`; so do `accent`, `good`, `bad` and `warn` as words.
    """

    name: ThemeName
    dark: bool
    ground: Colour
    panel: Colour
    raised: Colour
    pressed: Colour
    line: Colour
    edge: Colour
    ink: Colour
    quiet: Colour
    accent: Colour
    on_accent: Colour
    good: Colour
    bad: Colour
    warn: Colour
    focus: Colour
    zone: Colour
    dot: Colour
    heat: tuple[Colour, Colour, Colour]
    veil: tuple[int, int, int, int]


LIGHT: Final = Theme(
    name="light",
    dark=False,
    ground=rgb("#f6f1ea"),
    panel=rgb("#fffdf9"),
    raised=rgb("#f3ebe0"),
    pressed=rgb("#e6dac9"),
    line=rgb("#dccfbe"),
    edge=rgb("#86786a"),
    ink=rgb("#2b2622"),
    quiet=rgb("#665b50"),
    accent=rgb("#9a3b1e"),
    on_accent=rgb("#ffffff"),
    good=rgb("#1f6b45"),
    bad=rgb("#a8231f"),
    warn=rgb("#7d5200"),
    focus=rgb("#1858b8"),
    zone=rgb("#b9d3c3"),
    dot=rgb("#1f5f8f"),
    heat=(rgb("#4f8f7b"), rgb("#ad740e"), rgb("#b5382a")),
    veil=(43, 34, 26, 150),
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    ground=rgb("#1d1b1f"),
    panel=rgb("#27252b"),
    raised=rgb("#322f37"),
    pressed=rgb("#433f4a"),
    line=rgb("#443f4b"),
    edge=rgb("#8d8494"),
    ink=rgb("#f1ece6"),
    quiet=rgb("#bcb2a8"),
    accent=rgb("#f0a27f"),
    on_accent=rgb("#2a130a"),
    good=rgb("#86cfa6"),
    bad=rgb("#ff9d93"),
    warn=rgb("#e8c06a"),
    focus=rgb("#8ec1ff"),
    zone=rgb("#3f6152"),
    dot=rgb("#8fc7ee"),
    heat=(rgb("#6fb59e"), rgb("#dda745"), rgb("#ea7767")),
    veil=(0, 0, 0, 170),
)

CONTRAST: Final = Theme(
    name="contrast",
    dark=True,
    ground=rgb("#000000"),
    panel=rgb("#000000"),
    raised=rgb("#14141c"),
    pressed=rgb("#2b2b3a"),
    line=rgb("#ffffff"),
    edge=rgb("#ffffff"),
    ink=rgb("#ffffff"),
    quiet=rgb("#e2e2e2"),
    accent=rgb("#ffd84a"),
    on_accent=rgb("#000000"),
    good=rgb("#7dffb0"),
    bad=rgb("#ffb3ab"),
    warn=rgb("#ffe08a"),
    focus=rgb("#5ce1ff"),
    zone=rgb("#1f6f4a"),
    dot=rgb("#5ce1ff"),
    heat=(rgb("#7dffb0"), rgb("#ffe08a"), rgb("#ffb3ab")),
    veil=(0, 0, 0, 210),
)

THEMES: Final[dict[str, Theme]] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

TITLE: Final = 30
HEADING: Final = 22
SPEECH: Final = 21
BODY: Final = 18
SMALL: Final = 15
"""The sizes of letters, in units of a window of 1280 × 720 at 100 %."""

GAP: Final = 12
RADIUS: Final = 10
LEAST_LETTERS: Final = 11
"""No letters are smaller than so many pixels, however small the window."""
