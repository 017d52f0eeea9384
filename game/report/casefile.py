"""The customer's file as values: all that staff may know before the talk, and what earlier talks have taught."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.engine import Play, look, score
from game.engine.scores import Verdict
from game.i18n import Words
from game.scenario import Customer, Expectation, Persona, Scenario
from game.scenario.words import Component, Origin

BROKEN: Final = re.compile("(?<=[，。；：！？、”）》]) +")


@dataclass(frozen=True, slots=True)
class Source:
    """Where one expectation comes from; "" for what the scenario does not say.

    `sentences` tell origin, reason and hope one after the other; `can` is what the organisation can really deliver.
    """

    component: Component
    label: str
    origin: Origin | None
    origin_told: str
    why: str
    hopes: str
    can: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier talks have taught: how the last one here and the last one before it ended, and facts in words.

    `verdict` and `before` are None where there was no such talk; `before_title` names the case that this one follows.
    """

    verdict: Verdict | None
    before: Verdict | None
    before_title: str
    facts: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.verdict is not None or self.before is not None


def about(words: Words, scenario: Scenario) -> tuple[str, ...]:
    """Return domain, level and length in words, as far as the scenario has them."""
    told = [words(f"domain.{scenario.domain}")]
    if scenario.level is not None:
        told.append(words("library.level", level=scenario.level))
    if scenario.minutes is not None:
        told.append(words("library.minutes", minutes=scenario.minutes))
    return tuple(told)


def brief(words: Words, scenario: Scenario) -> str:
    """Return what the trainee knows before the talk, "" for nothing; no gaps where a file breaks Chinese lines."""
    return "" if scenario.brief is None else BROKEN.sub("", scenario.brief.told(words.language))


def meters(words: Words, scenario: Scenario) -> tuple[str, ...]:
    """Return what the trainee has in hand at the start."""
    return tuple(words("file.meter", label=meter.label, value=meter.start) for meter in scenario.meters.values())


def who(words: Words, customer: Customer) -> str:
    """Return the customer's name, and the feelings that can be seen."""
    if customer.feels:
        return words("file.feels", name=customer.name, feels=words.list(customer.feels))
    return words("file.name", name=customer.name)


def sources(words: Words, customer: Customer) -> tuple[Source, ...]:
    """Return a card for each expectation."""
    return tuple(_source(words, component, expected) for component, expected in customer.expects.items())


def _source(words: Words, component: Component, expected: Expectation) -> Source:
    told = words.language
    origin = "" if expected.origin is None else words(f"origin.{expected.origin}")
    why = "" if expected.why is None else expected.why.told(told).rstrip("。.")
    hope = dict(expected.scale).get(expected.desired)
    hopes = "" if hope is None else hope.told(told)
    sentences = (
        words("file.from", origin=origin) if origin else "",
        words("file.why", why=why) if why else "",
        words("file.hopes", text=hopes) if hopes else "",
    )
    label, can = words(f"component.{component}"), can_told(words, expected)
    return Source(component, label, expected.origin, origin, why, hopes, can, tuple(one for one in sentences if one))


def can_told(words: Words, expected: Expectation) -> str:
    """Return what the organisation can deliver, in the words of `scale` where it has some at or below that level."""
    scale = dict(expected.scale)
    if expected.can in scale:
        return scale[expected.can].told(words.language)
    near = max((level for level in scale if level < expected.can), default=None)
    if near is None:
        return words("file.can_level", level=expected.can)
    return words("file.can_above", level=expected.can, near=near, text=scale[near])


def proposal(scenario: Scenario, verdict: str | None) -> Persona | None:
    """Return who comes back after a talk that ended so; None where the case follows none or says nothing of that."""
    proposed = {} if scenario.follows is None else dict(scenario.follows.personas)
    return None if verdict is None or verdict not in proposed else scenario.persona(proposed[verdict])


def earlier(words: Words, scenario: Scenario, plays: Iterable[Play], title: str = "") -> Earlier:
    """Return what a trainee's ended plays, newest first, have taught about a case and the one that it follows.

    `title` is that of the case that it follows, where it is at hand; else that of the play.
    """
    follows = None if scenario.follows is None else scenario.follows.scenario
    verdicts: dict[str, Verdict] = {}
    found: dict[str, str] = {}
    for play in plays:
        case = play.case.scenario
        if case.id in (scenario.id, follows):
            verdicts.setdefault(case.id, score(play).verdict)
            title = title or (case.title.told(words.language) if case.id == follows else "")
            for id_, fact in look(play).gauges.facts:
                found.setdefault(f"{case.id}/{id_}", fact.told(words.language))
    before = verdicts.get(follows) if follows is not None else None
    return Earlier(verdicts.get(scenario.id), before, title, tuple(found.values()))
