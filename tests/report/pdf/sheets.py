"""PDFs read back with the library that Chrome shows them with: what stands on each page, and where."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2


@dataclass(frozen=True)
class Sign:
    """A character on a page with the box around its ink, in points from the left bottom."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


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


def whole(text: str) -> str:
    """Return a text as `pages` gives it."""
    return "".join(text.split())
