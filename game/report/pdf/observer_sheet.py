"""The sheet of those who watch: which rules to listen for, five scores to guess, three questions to ask."""

from collections.abc import Iterator
from typing import Final

from game.engine import Rule, Rulebook
from game.i18n import Words, capital
from game.report.debrief.naming import need_name
from game.report.lessons import GROUPS
from game.report.pdf.cards import BAND, MARGIN, NOTE, blanks, head
from game.report.pdf.flow import Column, Flow
from game.report.pdf.paper import BLACK, DIM, RIM, WASH, Ink, Paper, lines, wide
from game.scenario import Persona, Scenario
from game.scenario.words import VERDICTS

TURNS: Final = 8
BOX: Final = 15.0
NAMES: Final = ("server", "customer", "observer", "date")
SCORES: Final = ("set", "meet", "exceed", "empathy", "nvc")
QUESTIONS: Final = ("turning_point", "guess", "next_time")
RULE: Final = Ink("sans", 9, BLACK, True, 1.4)
WHAT: Final = Ink("sans", 7.5, DIM, leading=1.35)


def observer_sheet(
    paper: Paper, words: Words, scenario: Scenario, persona: Persona, rulebook: Rulebook, rules: tuple[str, ...]
) -> None:
    """Put the observer's sheet on new pages; `rules` are those that can fire with this customer."""
    title = scenario.title.told(words.language)

    label = persona.customer.name if persona.id is None else persona.label
    told_label = label.told(words.language)

    def page() -> Iterator[Column]:
        paper.page(lying=False)
        head(paper, words("print.card.observer"), words("print.for.observer"), title, told_label)
        yield MARGIN, BAND + 14, paper.width - 2 * MARGIN, paper.height - 28

    flow = Flow(paper, page)
    _names(flow, words)
    need = persona.customer.need
    told = "" if need is None else need_name(words, scenario, need)
    flow.para(words("print.secret" if told else "print.secret_none", need=told, heat=persona.customer.heat), NOTE)
    _watch(flow, words, [rulebook.rules[id_] for id_ in rules])
    _scores(flow, words)
    _questions(flow, words)


def _names(flow: Flow, words: Words) -> None:
    """Leave room for who takes part."""
    room, ink = flow.width / len(NAMES), Ink("sans", 9, DIM)
    for place, name in enumerate(NAMES):
        told, x = words(f"print.name.{name}"), flow.x + room * place
        flow.paper.text(told, ink, x, flow.y + 4)
        flow.paper.rule(x + wide(told, ink) + 4, flow.y + 17, x + room - 10, flow.y + 17, RIM)
    flow.y += 26


def _watch(flow: Flow, words: Words, rules: list[Rule]) -> None:
    flow.heading(words("print.watch"), 90)
    flow.para(words("print.watch_about"), NOTE)
    flow.para(words("print.key"), NOTE)
    flow.gap(4)
    for group, ids in GROUPS.items():
        found = [rule for rule in rules if rule.id in ids]
        if found:
            _group(flow, words, words(f"window.lessons.{group}"), found)


def _group(flow: Flow, words: Words, title: str, rules: list[Rule]) -> None:
    """Set the rules of a group, its name and the numbers of the turns above them, again on every new page."""
    sheet = None
    for rule in rules:
        what = lines(_first(rule.lesson.what.told(words.language), words.language), WHAT, _left(flow) - 18, 2)
        height = RULE.line + len(what) * WHAT.line + 5
        flow.need(height + (20 if sheet is None else 0))
        if sheet != flow.paper.pdf.page:
            _heads(flow, words, title)
            sheet = flow.paper.pdf.page
        top = flow.y
        flow.paper.text(_sign(rule), RULE, flow.x, top + 1, 12, "centre")
        flow.paper.text(rule.name.told(words.language), RULE, flow.x + 14, top + 1, _left(flow) - 18)
        flow.paper.block(what, WHAT, flow.x + 14, top + 1 + RULE.line)
        for turn in range(TURNS):
            x = flow.x + _left(flow) + BOX * turn
            flow.paper.box(x + 2.5, top + height / 2 - 5.5, 10, 10, None, DIM, 0.6)
        right = flow.x + _left(flow) + BOX * TURNS + 8
        flow.paper.rule(right, top + height - 5, flow.x + flow.width, top + height - 5, RIM, 0.5)
        flow.y += height
    flow.y += 3


def _heads(flow: Flow, words: Words, title: str) -> None:
    ink = Ink("sans", 8, DIM)
    flow.paper.box(flow.x, flow.y, flow.width, 15, WASH, None)
    flow.paper.text(title, ink.but(grey=BLACK, bold=True), flow.x + 4, flow.y + 3.5, _left(flow) - 8)
    for turn in range(TURNS):
        flow.paper.text(f"{turn + 1}", ink, flow.x + _left(flow) + BOX * turn, flow.y + 3.5, BOX, "centre")
    flow.paper.text(words("print.heard"), ink, flow.x + _left(flow) + BOX * TURNS + 8, flow.y + 3.5, 100)
    flow.y += 18


def _left(flow: Flow) -> float:
    """Return how much of the width the rules take; boxes and words heard share the rest."""
    return flow.width * 0.5


def _first(text: str, language: str) -> str:
    """Return the first sentence of a text."""
    end = "。" if language == "zh" else ". "
    return text.split(end, maxsplit=1)[0].rstrip(".。") + ("。" if language == "zh" else ".")


def _sign(rule: Rule) -> str:
    """Return whether a rule earns or costs something, or only remarks."""
    effect = rule.effect
    gains = [*(change for _, change in effect.perceived), effect.about, effect.set, effect.empathy, -effect.heat]
    if effect.weight or effect.divide > 1 or min(gains) < 0:
        return "−"
    return "+" if max(gains) > 0 or effect.lowers > 1 or rule.id == "specific-empathy" else "·"


def _scores(flow: Flow, words: Words) -> None:
    """Leave five scales of 0 to 100, and the verdicts to tick."""
    flow.heading(words("print.scores"), 230)
    flow.para(words("print.scores_about"), NOTE)
    flow.gap(6)
    left, ink = flow.width * 0.42, Ink("sans", 7, DIM)
    step = (flow.width - left - 52) / 10
    for score in SCORES:
        flow.need(36)
        top = flow.y
        flow.paper.text(capital(words(f"score.{score}")), RULE, flow.x, top, left - 12)
        flow.paper.para(words(f"print.score.{score}"), WHAT, flow.x, top + RULE.line, left - 12, 2)
        for tick in range(11):
            x = flow.x + left + step * tick
            flow.paper.rule(x, top + 5, x, top + (14 if tick % 5 else 17), DIM, 0.6)
            flow.paper.text(f"{tick * 10}", ink, x - 12, top + 20, 24, "centre")
        flow.paper.rule(flow.x + left, top + 11, flow.x + left + 10 * step, top + 11, DIM, 0.6)
        flow.paper.box(flow.x + flow.width - 32, top + 1, 32, 20, None, BLACK, 0.8, 3)
        flow.y += 36
    _verdicts(flow, words)


def _verdicts(flow: Flow, words: Words) -> None:
    ink = Ink("sans", 9)
    flow.need(24)
    flow.paper.text(words("print.verdict"), ink.but(bold=True), flow.x, flow.y + 3)
    x = flow.x + wide(words("print.verdict"), ink) + 16
    for verdict in VERDICTS:
        told = words(f"verdict.{verdict}")
        if x + wide(told, ink) + 18 > flow.x + flow.width:
            x, flow.y = flow.x, flow.y + 18
        flow.paper.box(x, flow.y + 4, 10, 10, None, BLACK, 0.7)
        flow.paper.text(told, ink, x + 15, flow.y + 3)
        x += wide(told, ink) + 33
    flow.y += 24


def _questions(flow: Flow, words: Words) -> None:
    flow.heading(words("print.questions"), 80)
    asked = [words(f"window.questions.{key}") for key in QUESTIONS]
    blanks(flow, [*asked, words("print.best")])
