"""All that a room needs to play a scenario without a machine, as one PDF."""

from collections.abc import Sequence

from game.engine import Rulebook, standard
from game.i18n import words as words_of
from game.report.pdf.customer_card import customer_card
from game.report.pdf.observer_sheet import observer_sheet
from game.report.pdf.paper import Paper
from game.report.pdf.server_card import server_card
from game.report.pdf.watch import fireable
from game.scenario import Scenario


def role_play(
    scenario: Scenario, persona: str | None, languages: Sequence[str], rulebook: Rulebook | None = None
) -> bytes:
    """Return the customer's card, the server's card and the observer's sheet of one customer as a PDF.

    `languages` are "zh" and "en", one after the other; the first is that of the document. KeyError for an unknown
    persona.
    """
    book, found = rulebook if rulebook is not None else standard(), scenario.persona(persona)
    rules = fireable(scenario, found.id, book)
    first = words_of(languages[0])
    paper = Paper(first("print.title", title=scenario.title), languages[0], lying=True)
    for words in map(words_of, languages):
        customer_card(paper, words, scenario, found, book, rules)
        server_card(paper, words, scenario, found)
        observer_sheet(paper, words, scenario, found, book, rules)
    return paper.bytes()
