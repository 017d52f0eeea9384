"""SVG as strings, in the part of it that the window's rasteriser knows: paths, plain shapes, groups and gradients."""

from typing import Final

Number = float | str

PORTRAIT_SIDE: Final = 512
SCENE_SIZE: Final = (1600, 900)
ICON_SIDE: Final = 24


def drawing(content: str, width: int, height: int) -> str:
    """Return a whole SVG of this size, in units and in the view it shows."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f"{head}{content}</svg>"


def trace(*parts: Number) -> str:
    """Return path data of letters and numbers; numbers are rounded to a tenth, finer than any screen shows."""
    return " ".join(part if isinstance(part, str) else f"{round(part, 1):g}" for part in parts)


def path(data: str, fill: str, opacity: float = 1.0) -> str:
    """Return the area inside path data."""
    return f'<path d="{data}" fill="{fill}"{_seen(opacity)}/>'


def line(data: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """Return a line along path data, with round ends and corners."""
    pen = f'stroke="{colour}" stroke-width="{round(width, 1):g}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{data}" fill="none" {pen}{_seen(opacity)}/>'


def circle(x: float, y: float, radius: float, fill: str, opacity: float = 1.0) -> str:
    """Return a disc."""
    return f'<circle {_at(cx=x, cy=y, r=radius)} fill="{fill}"{_seen(opacity)}/>'


def ellipse(x: float, y: float, across: float, down: float, fill: str, opacity: float = 1.0) -> str:
    """Return an oval by its centre and its two radii."""
    return f'<ellipse {_at(cx=x, cy=y, rx=across, ry=down)} fill="{fill}"{_seen(opacity)}/>'


def box(x: float, y: float, width: float, height: float, fill: str, *, r: float = 0, opacity: float = 1.0) -> str:
    """Return a rectangle by its upper left corner; `r` rounds its corners."""
    size = _at(x=x, y=y, width=width, height=height) + (f" {_at(rx=r)}" if r else "")
    return f'<rect {size} fill="{fill}"{_seen(opacity)}/>'


def group(content: str, transform: str) -> str:
    """Return shapes moved, turned or scaled together."""
    return f'<g transform="{transform}">{content}</g>'


def placed(content: str, x: float, y: float, scale: float = 1.0) -> str:
    """Return shapes that were drawn around (0, 0), put at a place in a size."""
    return group(content, f"translate({x:g} {y:g}) scale({scale:g})")


def wider(content: str, middle: float, scale: float) -> str:
    """Return shapes stretched sideways about the upright line x = `middle`."""
    return group(content, f"translate({round(middle * (1 - scale), 2):g} 0) scale({scale:g} 1)")


def turned(content: str, degrees: float, x: float, y: float) -> str:
    """Return shapes turned clockwise about a point."""
    return group(content, f"rotate({degrees:g} {x:g} {y:g})") if degrees else content


def falling(name: str, top: str, bottom: str) -> str:
    """Return a gradient from top to bottom of whatever is filled with `url(#name)`."""
    return (
        f'<linearGradient id="{name}" x1="0%" y1="0%" x2="0%" y2="100%">'
        f'<stop offset="0%" stop-color="{top}"/><stop offset="100%" stop-color="{bottom}"/></linearGradient>'
    )


def glow(name: str, colour: str, x: float, y: float, radius: float, opacity: float = 0.6) -> str:
    """Return light around a point that fades to nothing at `radius`."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x:g}" cy="{y:g}" r="{radius:g}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{opacity:g}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="url(#{name})"/>'
    )


def _seen(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{round(opacity, 2):g}"'


def _at(**numbers: float) -> str:
    return " ".join(f'{name}="{round(number, 1):g}"' for name, number in numbers.items())
