"""The texts of a scenario that somebody reads while playing, wherever they stand."""

from collections.abc import Iterator

from game.proof.view import Path
from game.scenario import Customer, Line, Response, Scenario, Text

Found = tuple[Path, Text, bool]
"""Where a text stands, what it is, and whether it is somebody's name."""


def texts(scenario: Scenario) -> Iterator[Found]:
    """Yield every text of a scenario but sources, authors and reasons, in the order in which they are played."""
    yield ("title",), scenario.title, False
    if scenario.brief is not None:
        yield ("brief",), scenario.brief, False
    yield from _customer(("customer",), scenario.customer)
    for id_, speaker in scenario.cast.items():
        yield ("cast", id_, "name"), speaker.name, True
    for id_, meter in scenario.meters.items():
        yield ("meters", id_, "label"), meter.label, False
    for key, listed in (("facts", scenario.facts), ("needs", scenario.needs)):
        yield from (((key, id_), text, False) for id_, text in listed.items())
    yield from _personas(scenario)
    for beat in scenario.beats.values():
        yield from _lines(("beats", beat.id, "says"), beat.says)
        for response in beat.responses:
            yield from _response(("beats", beat.id, "responses", response.id), response)
    for ending in scenario.endings.values():
        yield from _lines(("endings", ending.id, "says"), ending.says)


def _customer(path: Path, customer: Customer, beside: Customer | None = None) -> Iterator[Found]:
    """Yield a customer's texts that are not as those of another one."""
    if beside is None or customer.name != beside.name:
        yield (*path, "name"), customer.name, True
    if beside is None or customer.feels != beside.feels:
        yield from (((*path, "feels", place), text, False) for place, text in enumerate(customer.feels))
    for component, one in customer.expects.items():
        other = None if beside is None else beside.expects[component]
        if one.why is not None and (other is None or one.why != other.why):
            yield (*path, "expects", component, "why"), one.why, False
        for level, text in one.scale if other is None or one.scale != other.scale else ():
            yield (*path, "expects", component, "scale", str(level)), text, False


def _personas(scenario: Scenario) -> Iterator[Found]:
    for persona in scenario.personas[1:]:
        path = ("personas", str(persona.id))
        if persona.label.zh != persona.id:
            yield (*path, "label"), persona.label, False
        yield from _customer(path, persona.customer, scenario.customer)


def _lines(path: Path, lines: tuple[Line, ...]) -> Iterator[Found]:
    for place, line in enumerate(lines):
        yield (*path, place, "says"), line.text, False


def _response(path: Path, response: Response) -> Iterator[Found]:
    yield (*path, "say"), response.say, False
    for promise in response.promises:
        for key, text in (("say", promise.say), ("by", promise.by)):
            if text is not None:
                yield (*path, "promise", promise.id, key), text, False
    if response.extra is not None and response.extra.say is not None:
        yield (*path, "extra", "say"), response.extra.say, False
    yield from _lines((*path, "reply"), response.reply)
    if response.note is not None:
        yield (*path, "note"), response.note, False
