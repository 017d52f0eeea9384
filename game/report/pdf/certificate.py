"""A certificate for whoever has passed for good: one lying sheet with a frame, the name large in the middle."""

from typing import Final

from game.i18n import Words
from game.report.course.reports import TraineeTold
from game.report.pdf.faces import EM
from game.report.pdf.paper import BLACK, DIM, RIM, Ink, Paper, lines, wide

FRAME: Final = 30.0
LARGEST: Final = 46.0
SMALLEST: Final = 16.0
MOST_CASES: Final = 6


def certificate(paper: Paper, words: Words, told: TraineeTold) -> None:
    """Put the certificate of a trainee who has passed on a new sheet; no grade is on it that could still rise."""
    paper.page(lying=True)
    paper.mark(told.name)
    _frame(paper)
    middle = paper.width - 2 * FRAME - 100
    left = FRAME + 50
    _spaced(paper, words("pdf.certificate"), Ink("serif", 34), 92)
    paper.text(words("pdf.certifies"), Ink("serif", 13, DIM), left, 168, middle, "centre")
    y = _name(paper, told.name, left, middle)
    if told.id != told.name:
        paper.text(words("pdf.has_id", id=told.id), Ink("sans", 10, DIM), left, y - 8, middle, "centre")
        y += 14
    passed = words("pdf.has_passed", title=told.head.title)
    ink = Ink("serif", 15, leading=1.6)
    for line in lines(passed, ink, middle, 2):
        paper.line(line, ink, left + (middle - line.width * ink.size / EM) / 2, y)
        y += ink.line
    if told.grade is not None and told.settled == "whole":
        paper.text(words("pdf.has_grade", grade=told.grade), ink, left, y, middle, "centre")
        y += ink.line
    _cases(paper, words, told, y + 8, left, middle)
    _foot(paper, words, told)


def _frame(paper: Paper) -> None:
    """Draw a double frame whose inner corners are cut in."""
    width, height = paper.width, paper.height
    paper.box(FRAME - 8, FRAME - 8, width - 2 * FRAME + 16, height - 2 * FRAME + 16, None, BLACK, 2.4)
    far, cut = FRAME, 16
    right, low = width - far, height - far
    corners = [
        (far + cut, far), (right - cut, far), (right - cut, far + cut), (right, far + cut), (right, low - cut),
        (right - cut, low - cut), (right - cut, low), (far + cut, low), (far + cut, low - cut), (far, low - cut),
        (far, far + cut), (far + cut, far + cut), (far + cut, far),
    ]  # fmt: skip
    paper.path(corners, BLACK, 0.7)


def _spaced(paper: Paper, text: str, ink: Ink, y: float) -> None:
    """Set a title in the middle, its Han letters wide apart, with a line on either side."""
    signs = list(text) if all("一" <= sign <= "龥" for sign in text) else [text]
    air = ink.size * 0.5 if len(signs) > 1 else 0
    widths = [wide(sign, ink) for sign in signs]
    whole = sum(widths) + air * (len(signs) - 1)
    x = (paper.width - whole) / 2
    for side in (x - 96, x + whole + 26):
        paper.rule(side, y + ink.size / 2, side + 70, y + ink.size / 2, RIM, 0.8)
    for sign, width in zip(signs, widths, strict=True):
        paper.text(sign, ink, x, y)
        x += width + air


def _name(paper: Paper, name: str, left: float, width: float) -> float:
    """Set the name as large as it fits on one line, a very long one in two; return where what follows begins."""
    natural = wide(" ".join(name.split()), Ink("serif", LARGEST))
    size = max(SMALLEST, min(LARGEST, LARGEST * width / max(natural, 1)))
    ink = Ink("serif", size, bold=True, leading=1.3)
    y = 198.0
    for line in lines(" ".join(name.split()), ink, width, 2):
        paper.line(line, ink, left + (width - line.width * size / EM) / 2, y)
        y += ink.line
    paper.rule(left + width * 0.2, y + 6, left + width * 0.8, y + 6, BLACK, 0.6)
    return y + 20


def _cases(paper: Paper, words: Words, told: TraineeTold, y: float, left: float, width: float) -> None:
    titles = list(dict.fromkeys(cell.title for cell in told.cells if cell.graded and cell.overall is not None))
    if not titles:
        return
    shown = titles if len(titles) <= MOST_CASES else [*titles[: MOST_CASES - 1]]
    if len(shown) < len(titles):
        shown.append(words("pdf.more_cases", count=len(titles)))
    paper.text(words("pdf.cases"), Ink("sans", 8.5, DIM), left, y, width, "centre")
    y += 16
    for title in shown:
        paper.text(title, Ink("serif", 11), left, y, width, "centre")
        y += 16


def _foot(paper: Paper, words: Words, told: TraineeTold) -> None:
    """Leave a line to sign on; say when this was made and what the grade stands on."""
    y, ink = paper.height - 108, Ink("sans", 9, DIM)
    for x, label, text in (
        (FRAME + 90, words("pdf.date"), told.head.made_told.split(" ")[0]),
        (paper.width - FRAME - 290, words("pdf.signed"), ""),
    ):
        paper.text(text, Ink("serif", 12), x, y - 4, 200, "centre")
        paper.rule(x, y + 16, x + 200, y + 16, BLACK, 0.5)
        paper.text(label, ink, x, y + 21, 200, "centre")
    paper.text(words("pdf.certificate_note"), Ink("sans", 7.5, DIM), 0, paper.height - 58, paper.width, "centre")
