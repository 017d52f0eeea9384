"""The customer's file: the case, who it is today, and where each expectation comes from. All that staff may know."""

from game.i18n import Words
from game.report import casefile
from game.scenario import BASE_IDS, Persona, Scenario
from game.session import Entry as Shelved
from game.session import Mode
from game.terminal.blocks import Block, Entry, Heading, Page, Para, Section
from game.terminal.desk import Desk, Question

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
    persona = scenario.persona(session.persona) if session.persona in known else meet(desk, scenario)
    return persona, session.mode or _mode(desk)


def _unasked(words: Words, persona: Persona, mode: Mode) -> str:
    return words("file.piped", persona=persona.label, mode=words(f"file.mode.{mode}"))


def meet(desk: Desk, scenario: Scenario) -> Persona:
    """Return whom the trainee wants to meet."""
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
    proposed = casefile.proposal(scenario, verdict)
    return (None, scenario.personas[0]) if proposed is None else (verdict, proposed)


def _mode(desk: Desk) -> Mode:
    def screen(words: Words) -> Page:
        about = [Entry(f"{n}. ", words(f"file.mode_about.{mode}"), indent=2) for n, mode in enumerate(MODES, start=1)]
        return [Section(words("file.mode")), *about]

    desk.show(screen(desk.words))
    question = Question(lambda words: words("file.persona_ask", number=1), screen, screen)
    return MODES[desk.number(question, len(MODES), 1) - 1]


def case_page(words: Words, scenario: Scenario) -> Page:
    """Return what the trainee knows of the case whoever the customer is."""
    page: list[Block] = [Heading(words("file.title", title=scenario.title))]
    page.append(Para(words("mark.comma").join(casefile.about(words, scenario)), "quiet"))
    if scenario.brief is not None:
        page += [Section(words("file.brief")), Para(casefile.brief(words, scenario), indent=2)]
    if scenario.meters:
        held = casefile.meters(words, scenario)
        page += [Section(words("file.meters")), *(Para(line, indent=2) for line in held)]
    return page


def customer_page(words: Words, persona: Persona) -> Page:
    """Return who the customer is today and where each expectation comes from."""
    customer, between = persona.customer, "" if words.language == "zh" else " "
    who = casefile.who(words, customer)
    page: list[Block] = [Section(words("file.customer")), Para(who, indent=2), Section(words("file.sources"))]
    for source in casefile.sources(words, customer):
        mark = words("mark.colon", name=source.label)
        page.append(Entry(mark, between.join(source.sentences), indent=2, hang=6))
        page.append(Para(words("file.can", text=source.can), "good", 6))
    return page


def begin_question(scenario: Scenario, persona: Persona) -> Question:
    """Return the question that waits until the file has been read."""
    return Question(
        lambda words: words("file.start"),
        lambda words: [*case_page(words, scenario), *customer_page(words, persona)],
        lambda words: [Para(words("file.start_help"))],
    )
