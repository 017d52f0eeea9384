"""The library: customers to choose from, by domain, each with its level, its length and the best result so far."""

from game.engine import Score
from game.i18n import Words
from game.report.shelf import FIVE, by_domain
from game.scenario import Scenario
from game.session import Entry
from game.terminal.blocks import Gap, Heading, Page, Para, Row, Table
from game.terminal.desk import Desk, Question, plainly, wrong_number


def choose_entry(desk: Desk) -> Entry:
    """Return the scenario that the trainee chooses, by its number or its id."""
    entries = by_domain(desk.session.library)
    best = {entry.scenario.id: desk.session.notebook.best(entry.scenario.id) for entry in entries}
    ids = {entry.scenario.id: entry for entry in entries}

    def screen(words: Words) -> Page:
        return library_page(words, [entry.scenario for entry in entries], best)

    question = Question(
        lambda words: words("library.ask"),
        screen,
        lambda words: [Para(words("library.help"))],
        literal=ids.__contains__,
    )
    desk.show(screen(desk.words))
    while True:
        typed = desk.ask(question)
        number = plainly(typed)
        if typed in ids:
            return ids[typed]
        if number.isdecimal() and 1 <= int(number) <= len(entries):
            return entries[int(number) - 1]
        desk.refuse(wrong_number(desk.words, typed, len(entries)))


def library_page(words: Words, scenarios: list[Scenario], best: dict[str, Score | None]) -> Page:
    """Return the numbered list of scenarios, which are sorted by domain."""
    rows: list[Row] = []
    domain = ""
    for number, scenario in enumerate(scenarios, start=1):
        first = "" if scenario.domain == domain else words(f"domain.{scenario.domain}")
        rows.append(_row(words, number, scenario, best[scenario.id], first))
        domain = scenario.domain
    return [Heading(words("library.title")), Table(("",) * 5, tuple(rows), wide=1, numbers=(0,)), Gap()]


def _row(words: Words, number: int, scenario: Scenario, best: Score | None, group: str) -> Row:
    title = scenario.title.told(words.language)
    about = [
        "" if scenario.level is None else words("library.level", level=scenario.level),
        "" if scenario.minutes is None else words("library.minutes", minutes=scenario.minutes),
    ]
    stars = words("library.new") if best is None else words("library.stars", stars=starred(best.stars))
    told = words("library.new") if best is None else words("library.stars_told", stars=best.stars)
    about_told = words("mark.comma").join([part for part in (*about, told) if part])
    return Row(
        (f"{number}.", title, *about, stars),
        words("library.told", number=number, title=title, about=about_told),
        group=group,
    )


def starred(stars: int) -> str:
    """Return stars as they are drawn, out of five."""
    return "★" * stars + "☆" * (FIVE - stars)
