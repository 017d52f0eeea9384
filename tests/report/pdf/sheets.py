"""PDFs read back with the library that Chrome shows them with: what stands on each page, and where."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_int, c_uint
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw as pdfium

EDGE: Final = 16
"""No sign stands nearer to the left or right edge of a page, in points; above and below it is half of that."""


@dataclass(frozen=True)
class Sign:
    """A character on a page with the box around its ink, in points from the left bottom."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Shape:
    """A line or an area on a page with the box around it, in points from the left top, and its greys, None for none."""

    left: float
    top: float
    right: float
    bottom: float
    fill: int | None
    stroke: int | None


@contextmanager
def opened(raw: bytes) -> Iterator[Any]:
    """Give a PDF, and close it."""
    document = pypdfium2.PdfDocument(raw)
    try:
        yield document
    finally:
        document.close()


def pages(raw: bytes) -> list[str]:
    """Return the text of each page without blanks and line ends, so that what was broken into lines is found."""
    with opened(raw) as document:
        return [whole(page.get_textpage().get_text_range()) for page in document]


def size(raw: bytes) -> int:
    """Return how many pages there are."""
    with opened(raw) as document:
        return len(document)


def signs(raw: bytes, number: int) -> tuple[float, float, list[Sign]]:
    """Return width and height of a page, and what stands on it in the order in which it was put there."""
    with opened(raw) as document:
        page = document[number]
        text = page.get_textpage()
        found = [Sign(text.get_text_range(at, 1), *text.get_charbox(at)) for at in range(text.count_chars())]
        return (*page.get_size(), [sign for sign in found if sign.text.strip()])


def beyond(raw: bytes, least: int = 1, slack: float = 0) -> list[str]:
    """Return what lies beyond the edges of any page, and the pages that have fewer signs than `least`.

    `slack` is by how many points a sign may stand nearer to the upper edge than to the lower one.
    """
    wrong = []
    for number in range(size(raw)):
        width, height, found = signs(raw, number)
        inside = [
            sign.left >= EDGE
            and sign.right <= width - EDGE
            and EDGE / 2 <= sign.bottom < sign.top <= height - EDGE / 2 + slack
            for sign in found
        ]
        wrong += [f"page {number}: {sign}" for sign, fits in zip(found, inside, strict=True) if not fits]
        wrong += [f"page {number}: {len(found)} signs"] if len(found) < least else []
    return wrong


def shapes(raw: bytes, number: int = 0) -> list[Shape]:
    """Return what is drawn on a page, in the order in which it was."""
    with opened(raw) as document:
        page = document[number]
        return [_shape(page.get_height(), one) for one in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]


def _shape(height: float, one: Any) -> Shape:
    left, bottom, right, top = one.get_bounds()
    filled, stroked = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(one.raw, filled, stroked)
    return Shape(
        left,
        height - top,
        right,
        height - bottom,
        _grey(pdfium.FPDFPageObj_GetFillColor, one) if filled.value else None,
        _grey(pdfium.FPDFPageObj_GetStrokeColor, one) if stroked.value else None,
    )


def _grey(asked: Callable[..., Any], one: Any) -> int:
    red, green, blue, alpha = (c_uint() for _ in range(4))
    asked(one.raw, red, green, blue, alpha)
    assert red.value == green.value == blue.value
    return red.value


def whole(text: str) -> str:
    """Return a text as `pages` gives it."""
    return "".join(text.split())
