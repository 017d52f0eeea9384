"""The debrief on paper: verdict, scores, what the customer says, each formula with its numbers, the talk by turns."""

from game.engine import Play, Weights
from game.i18n import Words
from game.report.debrief import (
    STANDARD,
    ComponentEnd,
    Cost,
    Debrief,
    Formula,
    Lens,
    Own,
    Result,
    Survey,
    costs,
    debrief,
)
from game.session import Answers, Mode
from game.terminal.blocks import Bar, Block, Chart, Entry, Heading, Page, Para, Row, Section, Style, Table
from game.terminal.gauges import FULL, ledger, number_row
from game.terminal.turns import turn_table

STYLES: dict[str, Style] = {
    "exceeded": "good",
    "met": "good",
    "acceptable": "strong",
    "below": "bad",
}


def debrief_page(words: Words, play: Play, mode: Mode, answers: Answers | None, weights: Weights = STANDARD) -> Page:
    """Return the debrief of a play, scored with these weights; without scores where it has not ended."""
    return told_page(words, debrief(words, play, mode, answers, weights), costs(words, play, weights))


def told_page(words: Words, told: Debrief, lost: tuple[Cost, ...]) -> Page:
    """Return a debrief as a page."""
    page: list[Block] = [Heading(told.title), Para(told.who, "quiet")]
    result = told.result
    if result is None:
        return [*page, Para(words("debrief.unfinished"), "bad"), *turn_table(words, told.turns, lost)]
    return [
        *page,
        *_result(words, result),
        *_survey(words, result.survey),
        *_own(words, result.own),
        *_components(words, result.components),
        *_formulas(words, (*result.scores, result.overall)),
        *_servqual(words, result.servqual),
        *ledger(words, told.pledges),
        *turn_table(words, told.turns, lost),
    ]


def _result(words: Words, result: Result) -> list[Block]:
    bars = [number_row(words, "gauges.of_told", score.label, score.value, FULL) for score in result.scores]
    return [Section(result.told), Para(result.why, STYLES[result.verdict], 2), Chart(tuple(bars))]


def _survey(words: Words, survey: Survey) -> list[Block]:
    """Return what the customer says afterwards, and the need that was behind it all."""
    page: list[Block] = [Section(words("debrief.survey"))]
    page += [Entry(voice.told, voice.says, indent=2, hang=4) for voice in survey.answers]
    page.append(Para(survey.satisfaction_told, "quiet", 2))
    return [*page, Para(survey.need, indent=2)] if survey.need else page


def _own(words: Words, own: Own | None) -> list[Block]:
    if own is None:
        return []
    told = [own.guess_told] if own.guess_told else []
    return [Section(words("debrief.answers")), *(Para(text, indent=2) for text in (*told, *own.answers))]


def _components(words: Words, components: tuple[ComponentEnd, ...]) -> list[Block]:
    """Return the table of components: the numbers they ended with, their points and what became of each."""
    names = ("component", "weight", "perceived", "adequate", "desired", "points", "result")
    rows = []
    for part in components:
        style: Style = "bad" if part.verdict == "below" else "good" if part.verdict == "exceeded" else ""
        numbers = (part.weight, part.perceived, part.adequate, part.desired)
        cells = (part.label, *(f"{number}" for number in numbers), part.sums, part.verdict_told)
        rows.append(Row(cells, part.told, style))
    head = tuple(words(f"debrief.{name}") for name in names)
    table = Table(head, tuple(rows), wide=5, numbers=(1, 2, 3, 4))
    return [Section(words("debrief.components")), table, Para(words("debrief.levels"), "quiet", 2)]


def _formulas(words: Words, formulas: tuple[Formula, ...]) -> list[Block]:
    """Return each score's formula in words, and below it in this play's numbers."""
    page: list[Block] = [Section(words("debrief.formulas"))]
    for formula in formulas:
        page.append(Para(words("mark.colon", name=formula.label) + formula.about, indent=2))
        page += [Para(formula.sums, "strong", 4)] if formula.sums else []
        page += [Para(note, "bad", 4) for note in formula.notes]
    return page


def _servqual(words: Words, lenses: tuple[Lens, ...]) -> list[Block]:
    """Return the five scores of SERVQUAL; those that the play does not speak of stand below them."""
    rows: list[Bar] = []
    missing: list[Block] = []
    for lens in lenses:
        if lens.value is None:
            missing.append(Para(words("mark.colon", name=lens.label) + words("servqual.none"), "quiet", 2))
        else:
            rows.append(number_row(words, "gauges.of_told", lens.label, lens.value, FULL))
    return [Section(words("debrief.servqual")), Chart(tuple(rows)), *missing]
