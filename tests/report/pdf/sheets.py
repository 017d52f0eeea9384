"""PDFs read back: what stands on each page, and where."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True)
class Run:
    """Signs that follow one another: where they begin, in points from the left bottom, and how large they are."""

    text: str
    x: float
    y: float
    size: float


def reader(raw: bytes) -> PdfReader:
    """Return a PDF, opened strictly: whatever is wrong with it is an error."""
    return PdfReader(BytesIO(raw), strict=True)


def pages(raw: bytes) -> list[str]:
    """Return the text of each page without blanks and line ends, so that what was broken into lines is found."""
    return ["".join(run.text for run in runs(raw, number)).replace(" ", "") for number in range(size(raw))]


def size(raw: bytes) -> int:
    """Return how many pages there are."""
    return len(reader(raw).pages)


def runs(raw: bytes, number: int) -> list[Run]:
    """Return what stands on a page, in the order in which it was put there."""
    found: list[Run] = []

    def see(text: str, _: Any, matrix: list[float], __: Any, points: float) -> None:
        if text.strip():
            found.append(Run(text.strip("\n"), matrix[4], matrix[5], points))

    reader(raw).pages[number].extract_text(visitor_text=see)
    return found


def whole(text: str) -> str:
    """Return a text as `pages` gives it."""
    return "".join(text.split())
