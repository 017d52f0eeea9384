"""The card of whoever plays the customer: who they are, what they feel and need, and how they measure the service."""

from game.engine import Rule, Rulebook, begin, look
from game.i18n import Words, capital
from game.report import casefile
from game.report.debrief.journey import feeling
from game.report.debrief.naming import need_name
from game.report.pdf.cards import NOTE, QUOTE, SMALL, TEXT, blanks, card, ladder, pair, pips, ruler, washed
from game.report.pdf.flow import Flow
from game.report.pdf.levels import level_told
from game.report.pdf.paper import Ink, Paper
from game.scenario import Beat, Expectation, Persona, Scenario, Text
from game.scenario.words import BLOCKERS, PORTRAITS, Component


def customer_card(
    paper: Paper, words: Words, scenario: Scenario, persona: Persona, rulebook: Rulebook, rules: tuple[str, ...]
) -> None:
    """Put the customer's card on new sheets; `rules` are those that can fire with this customer."""
    title = scenario.title.told(words.language)
    label = persona.customer.name if persona.id is None else persona.label
    flow = card(paper, words, "customer", title, words("print.persona", label=label))
    _who(flow, words, scenario, persona)
    _situation(flow, words, scenario)
    _opening(flow, words, scenario, persona)
    _mood(flow, words, scenario, persona)
    _secrets(flow, words, scenario)
    _rulers(flow, words, persona)
    _moves(flow, words, scenario, persona, [rulebook.rules[id_] for id_ in rules])
    flow.heading(words("print.after"), 60)
    blanks(flow, [words(f"print.after.{key}") for key in ("calmed", "raised", "left")])


def _who(flow: Flow, words: Words, scenario: Scenario, persona: Persona) -> None:
    customer, beat = persona.customer, first_beat(scenario, persona)
    flow.heading(words("print.who"))
    drawn = None if customer.portrait is None else PORTRAITS.get(customer.portrait)
    name = customer.name
    if drawn is None:
        flow.para(words("print.you_are_plain", name=name), TEXT)
    else:
        flow.para(words("print.you_are", name=name, portrait=Text(*drawn)), TEXT)
    if beat.channel is not None:
        flow.para(words("print.channel", channel=words(f"channel.{beat.channel}")), TEXT)


def _opening(flow: Flow, words: Words, scenario: Scenario, persona: Persona) -> None:
    """Set the words with which the customer may begin."""
    flow.heading(words("print.opening"))
    said = first_words(scenario, persona)
    if said is None:
        flow.para(words("print.opening_none"), TEXT)
    else:
        washed(flow, said.told(words.language), QUOTE)


def first_beat(scenario: Scenario, persona: Persona) -> Beat:
    """Return where the customer first speaks; the start where that is never."""
    beat = look(begin(scenario, persona.id)).beat or scenario.beats[scenario.start]
    own = (one for one in (beat, *scenario.beats.values()) if one.speaker is None and one.says)
    return next(own, beat)


def first_words(scenario: Scenario, persona: Persona) -> Text | None:
    """Return what the customer says first: where somebody else opens the talk, at the customer's own first beat."""
    moment, beat = look(begin(scenario, persona.id)), first_beat(scenario, persona)
    if beat.speaker is not None or not beat.says:
        return None
    if beat is moment.beat:
        return moment.says
    meant = (line.text for line in beat.says if line.when is None or persona.id in (line.when.persona or ()))
    return next(meant, beat.says[-1].text)


def _mood(flow: Flow, words: Words, scenario: Scenario, persona: Persona) -> None:
    customer = persona.customer
    flow.heading(words("print.mood"), 70)
    if customer.feels:
        flow.para(words("print.feels", feels=words.list(customer.feels)), TEXT)
    flow.para(words(f"print.fault.{customer.fault}"), TEXT)
    flow.gap(3)
    flow.para(words("print.heat_at", heat=customer.heat, felt=feeling(words, customer.heat)), NOTE)
    flow.gap(2)
    ladder(flow, customer.heat)
    for band in ("hot", "warm", "calm"):
        flow.item(words(f"print.heat_{band}"), SMALL)
    if customer.need is not None:
        flow.heading(words("print.need"))
        flow.para(capital(need_name(words, scenario, customer.need)), Ink("serif", 15, bold=True))
        flow.para(words("print.need_about"), NOTE)


def _secrets(flow: Flow, words: Words, scenario: Scenario) -> None:
    if scenario.facts:
        flow.heading(words("print.secrets"))
        flow.para(words("print.secrets_about"), NOTE)
        flow.gap(2)
        for fact in scenario.facts.values():
            flow.item(fact.told(words.language), SMALL)


def _rulers(flow: Flow, words: Words, persona: Persona) -> None:
    """Set what is expected of each component, what counts most first."""
    flow.heading(words("print.rulers"), 90)
    flow.para(words("print.rulers_about"), NOTE)
    expects = persona.customer.expects
    for component in sorted(expects, key=lambda one: -expects[one].weight):
        flow.gap(6)
        _ruler(flow, words, component, expects[component])


def _ruler(flow: Flow, words: Words, component: Component, expected: Expectation) -> None:
    weight = words("print.weight", weight=expected.weight) if expected.weight else words("print.unweighted")
    pips(flow, capital(words(f"component.{component}")), weight, expected.weight)
    ruler(flow, expected.adequate, expected.desired, expected.perceived)
    for key in ("desired", "adequate"):
        pair(flow, words(f"print.scale.{key}"), level_told(words, expected, getattr(expected, key)))
    if expected.why is not None:
        why = expected.why.told(words.language).rstrip("。.")
        if expected.origin is not None:
            why = words("print.origin", why=why, origin=words(f"origin.{expected.origin}"))
        pair(flow, words("print.why"), why)


def _moves(flow: Flow, words: Words, scenario: Scenario, persona: Persona, rules: list[Rule]) -> None:
    """Set what brings the heat down and what drives it up, by the rules that can fire here."""
    flow.heading(words("print.calms"))
    if any(rule.id == "specific-empathy" for rule in rules):
        flow.item(words("print.calm.heard"), SMALL, "−")
    for rule in rules:
        if rule.effect.heat < 0:
            flow.item(_calms(words, scenario, persona, rule), SMALL, "−")
    flow.heading(words("print.raises"))
    for rule in sorted(rules, key=lambda one: -_raised(one)):
        if _raised(rule) > 0:
            flow.item(_raises(words, rule), SMALL, "+")
    flow.heading(words("print.play"))
    flow.para(words("print.play_fair"), SMALL)
    if any(ending.lost for ending in scenario.endings.values()):
        flow.para(words("print.play_end"), SMALL)


def _raised(rule: Rule) -> int:
    """Return by how much a rule drives the heat up: a blocker twice its weight, others as their effect says."""
    return 2 * rule.effect.weight + rule.effect.heat


def _calms(words: Words, scenario: Scenario, persona: Persona, rule: Rule) -> str:
    change = f"−{-rule.effect.heat}"
    key = f"print.calm.{rule.id}"
    if key not in words:
        return words("print.calm.other", name=rule.name, change=change)
    need = persona.customer.need
    return words(key, change=change, need="" if need is None else need_name(words, scenario, need))


def _raises(words: Words, rule: Rule) -> str:
    change, key = f"+{_raised(rule)}", f"print.raise.{rule.id}"
    if key in words:
        return words(key, change=change)
    name = Text(*BLOCKERS[rule.id]) if rule.id in BLOCKERS else rule.name
    told = capital(name.told(words.language))
    return words("print.raise", name=told, change=change, example=rule.lesson.bad)


def _situation(flow: Flow, words: Words, scenario: Scenario) -> None:
    """Set what the other side has been told, so that both know the same case."""
    if brief := casefile.brief(words, scenario):
        flow.heading(words("print.situation"))
        flow.para(words("print.situation_about"), NOTE)
        flow.gap(2)
        for part in brief.split("\n"):
            flow.para(part, SMALL)
            flow.gap(2)
