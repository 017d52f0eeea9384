"""The card of whoever serves: the case, the policy, and how far one can go. Nothing that has to be found out."""

from game.i18n import Words, capital
from game.report import casefile
from game.report.pdf.cards import NOTE, TEXT, blanks, card, pair
from game.report.pdf.flow import Flow
from game.report.pdf.levels import beyond
from game.report.pdf.paper import BLACK, Ink, Paper
from game.scenario import Persona, Scenario


def server_card(paper: Paper, words: Words, scenario: Scenario, persona: Persona) -> None:
    """Put the server's card on new sheets."""
    about = words.list(casefile.about(words, scenario))
    flow = card(paper, words, "server", scenario.title.told(words.language), about)
    if brief := casefile.brief(words, scenario):
        flow.heading(words("print.brief"))
        for part in brief.split("\n"):
            flow.para(part, TEXT)
            flow.gap(4)
    flow.heading(words("print.comes"))
    flow.para(casefile.who(words, persona.customer), TEXT)
    if meters := casefile.meters(words, scenario):
        flow.heading(words("print.in_hand"))
        for meter in meters:
            flow.item(meter, TEXT)
    _can(flow, words, persona)
    _plan(flow, words)


def _can(flow: Flow, words: Words, persona: Persona) -> None:
    """Set what can be delivered, and the nearest thing that cannot."""
    flow.heading(words("print.can"), 70)
    flow.para(words("print.can_about"), NOTE)
    for component, expected in persona.customer.expects.items():
        flow.gap(6)
        ink = Ink("sans", 10, BLACK, True)
        flow.need(ink.line + 4 * TEXT.line)
        flow.para(capital(words(f"component.{component}")), ink)
        pair(flow, words("print.can_now"), capital(casefile.can_told(words, expected)), TEXT)
        if over := beyond(words, expected):
            pair(flow, words("print.cannot"), capital(over), TEXT)


def _plan(flow: Flow, words: Words) -> None:
    """Leave lines to write on before the talk."""
    flow.heading(words("print.plan"), 60)
    blanks(flow, [words(f"print.plan.{part}") for part in ("listen", "set", "meet", "exceed")])
