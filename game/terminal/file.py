"""The customer's file: the case, who it is today, and where each expectation comes from. All that staff may know."""

from collections.abc import Iterator

from game.i18n import Words
from game.scenario import BASE_IDS, Expectation, Persona, Scenario
from game.terminal.blocks import Block, Entry, Heading, Page, Para, Section
from game.terminal.desk import Desk, Question
from game.terminal.session import Entry as Shelved
from game.terminal.session import Mode

MODES: tuple[Mode, ...] = ("practice", "exam")


def settle(desk: Desk, entry: Shelved) -> tuple[Persona, Mode]:
    """Return who is met and in which mode: as the session says, else as the trainee answers."""
    session, scenario = desk.session, entry.scenario
    desk.show(case_page(desk.words, scenario))
    known = {*BASE_IDS, *(persona.id for persona in scenario.personas if persona.id is not None)}
    if session.piped and session.chosen is not None:
        # What comes through the pipe are picks, and no answers to questions.
        persona, mode = scenario.persona(session.persona), session.mode or "practice"
        if session.persona is None or session.mode is None:
            desk.show([Para(_unasked(desk.words, persona, mode), "quiet")])
        return persona, mode
    persona = scenario.persona(session.persona) if session.persona in known else _persona(desk, scenario)
    return persona, session.mode or _mode(desk)


def _unasked(words: Words, persona: Persona, mode: Mode) -> str:
    return words("file.piped", persona=persona.label, mode=words(f"file.mode.{mode}"))


def _persona(desk: Desk, scenario: Scenario) -> Persona:
    personas = scenario.personas
    if len(personas) == 1:
        return personas[0]
    verdict, proposed = _proposal(desk, scenario)
    default = personas.index(proposed) + 1

    def screen(words: Words) -> Page:
        told = words.language
        labels = [Entry(f"{n}. ", persona.label.told(told), indent=2) for n, persona in enumerate(personas, start=1)]
        page: list[Block] = [Section(words("file.persona")), *labels]
        if verdict is not None:
            met = words("file.persona_proposed", verdict=words(f"verdict.{verdict}"), persona=proposed.label)
            page.append(Para(met, "quiet", 2))
        return page

    desk.show(screen(desk.words))
    question = Question(
        lambda words: words("file.persona_ask", number=default),
        lambda words: [*case_page(words, scenario), *screen(words)],
        lambda words: [Para(words("file.persona_help"))],
    )
    return personas[desk.number(question, len(personas), default) - 1]


def _proposal(desk: Desk, scenario: Scenario) -> tuple[str | None, Persona]:
    """Return how the talk went that this one follows, and who comes now; without one, the customer as written."""
    follows = scenario.follows
    verdict = None if follows is None else desk.session.notebook.earlier(follows.scenario)
    if follows is None or verdict is None or verdict not in dict(follows.personas):
        return None, scenario.personas[0]
    return verdict, scenario.persona(dict(follows.personas)[verdict])


def _mode(desk: Desk) -> Mode:
    def screen(words: Words) -> Page:
        about = [Entry(f"{n}. ", words(f"file.mode_about.{mode}"), indent=2) for n, mode in enumerate(MODES, start=1)]
        return [Section(words("file.mode")), *about]

    desk.show(screen(desk.words))
    question = Question(lambda words: words("file.persona_ask", number=1), screen, screen)
    return MODES[desk.number(question, len(MODES), 1) - 1]


def case_page(words: Words, scenario: Scenario) -> Page:
    """Return what the trainee knows of the case whoever the customer is."""
    told = words.language
    facts = [words(f"domain.{scenario.domain}")]
    if scenario.level is not None:
        facts.append(words("library.level", level=scenario.level))
    if scenario.minutes is not None:
        facts.append(words("library.minutes", minutes=scenario.minutes))
    page: list[Block] = [Heading(words("file.title", title=scenario.title))]
    page.append(Para(words("mark.comma").join(facts), "quiet"))
    if scenario.brief is not None:
        page += [Section(words("file.brief")), Para(scenario.brief.told(told), indent=2)]
    if scenario.meters:
        held = [words("file.meter", label=meter.label, value=meter.start) for meter in scenario.meters.values()]
        page += [Section(words("file.meters")), *(Para(line, indent=2) for line in held)]
    return page


def customer_page(words: Words, persona: Persona) -> Page:
    """Return who the customer is today and where each expectation comes from."""
    customer = persona.customer
    if customer.feels:
        who = words("file.feels", name=customer.name, feels=words.list(customer.feels))
    else:
        who = words("file.name", name=customer.name)
    page: list[Block] = [Section(words("file.customer")), Para(who, indent=2), Section(words("file.sources"))]
    for component, expected in customer.expects.items():
        mark = words("mark.colon", name=words(f"component.{component}"))
        page.append(Entry(mark, "".join(_source(words, expected)), indent=2, hang=6))
        page.append(Para(words("file.can", text=can_told(words, expected)), "good", 6))
    return page


def _source(words: Words, expected: Expectation) -> Iterator[str]:
    """Yield the sentences of a source card: where the expectation comes from, and why."""
    between = "" if words.language == "zh" else " "
    if expected.origin is not None:
        yield words("file.from", origin=words(f"origin.{expected.origin}"))
    if expected.why is not None:
        why = words("file.why", why=expected.why.told(words.language).rstrip("。."))
        yield between + why if expected.origin is not None else why
    hopes = dict(expected.scale).get(expected.desired)
    if hopes is not None:
        said = expected.origin is not None or expected.why is not None
        yield (between if said else "") + words("file.hopes", text=hopes)


def can_told(words: Words, expected: Expectation) -> str:
    """Return what the organisation can deliver, in the words of `scale` where it has some at or below that level."""
    scale = dict(expected.scale)
    if expected.can in scale:
        return scale[expected.can].told(words.language)
    near = max((level for level in scale if level < expected.can), default=None)
    if near is None:
        return words("file.can_level", level=expected.can)
    return words("file.can_above", level=expected.can, near=near, text=scale[near])


def begin_question(scenario: Scenario, persona: Persona) -> Question:
    """Return the question that waits until the file has been read."""
    return Question(
        lambda words: words("file.start"),
        lambda words: [*case_page(words, scenario), *customer_page(words, persona)],
        lambda words: [Para(words("file.start_help"))],
    )
