"""What a response does, in words."""

from collections.abc import Iterable, Iterator

from game.i18n import Words
from game.scenario.records import Response, Scenario, Text
from game.scenario.words import TAGS


def tags(response: Response, words: Words) -> str:
    """Return the tags of a response by their names in the language, in the order in which the format lists them."""
    return words.list(Text(*names) for tag, names in TAGS.items() if tag in response.tags)


def effects(response: Response, scenario: Scenario, words: Words) -> Iterator[str]:
    """Yield everything that a response does, in the order in which a turn does it."""
    if response.names is not None:
        key = f"need.{response.names}"
        need = words(key) if key in words else scenario.needs[response.names].told(words.language)
        yield words("graph.effect.names", need=need)
    if response.deliver:
        parts = ((words(f"component.{id_}"), change) for id_, change in response.deliver)
        yield words("graph.effect.deliver", changes=_changes(parts, words))
    if response.extra is not None:
        component = words(f"component.{response.extra.about}")
        yield words("graph.effect.extra", component=component) + _quote(response.extra.say, words)
    for frame in response.frames:
        yield words("graph.effect.frame", component=words(f"component.{frame.about}"), level=frame.level)
    yield from _promises(response, words)
    if response.meters:
        parts = ((scenario.meters[id_].label.told(words.language), change) for id_, change in response.meters)
        yield words("graph.effect.meters", changes=_changes(parts, words))
    if response.heat:
        yield words("graph.effect.heat", change=f"{response.heat:+d}")
    for fact in response.learn:
        yield words("graph.effect.learn", id=fact, fact=scenario.facts[fact])
    if response.again:
        yield words("graph.effect.again")


def _promises(response: Response, words: Words) -> Iterator[str]:
    """Yield what is promised and which promises are kept and broken."""
    for promise in response.promises:
        component = words(f"component.{promise.about}")
        made = words("graph.effect.promise", id=promise.id, component=component, level=promise.level)
        by = "" if promise.by is None else words("graph.effect.by", by=promise.by)
        yield made + by + _quote(promise.say, words)
    if response.keeps:
        yield words("graph.effect.keeps", ids=words.list(response.keeps))
    if response.breaks:
        yield words("graph.effect.breaks", ids=words.list(response.breaks))


def _changes(parts: Iterable[tuple[str, int]], words: Words) -> str:
    return words.list(words("graph.effect.change", name=name, change=f"{change:+d}") for name, change in parts)


def _quote(said: Text | None, words: Words) -> str:
    return "" if said is None else words("graph.effect.quote", text=said)
