"""Scenarios to draw: small ones with one thing in them, hostile ones, and large ones."""

import random
from functools import cache

from msgspec.structs import replace

from game import library
from game.i18n import words
from game.report import Drawing, surveyed
from game.scenario import Scenario, read

SHIPPED = ("burst-pipe", "late-parcel", "room-not-ready", "slipping-grades")
HOSTILE = "</svg><script>alert(1)</script><!-- ]]> \" ' ` # ; % \\ { } | & &lt; \U0001f600 客户"
HEAD = """\
format: 1
id: drawn
title: Drawn
domain: other
languages: [en]
brief: Nothing.
customer:
  name: Mr Hale
  heat: 5
  expects:
    service: {}
"""
TALK = (
    HEAD
    + """\
facts: {rain: It rains}
interrupts:
  - {if: {heat: {min: 8}}, to: shouting}
beats:
  hello:
    channel: phone
    kind: before
    says: Hello there
    patience: 20
    responses:
      ask: {say: What is it?, tags: [exploration], learn: [rain]}
      shout: {say: Calm down!, tags: [demand, contempt], then: [{if: {heat: {max: 2}}, to: end}, {to: next}]}
  next:
    says: And now?
    responses:
      dry: {say: Have an umbrella, if: {knows: [rain]}, then: end}
      wait: {say: Just wait, then: end, note: A note to read}
  shouting:
    says: Enough!
    responses:
      sorry: {say: I am sorry, then: back}
  nowhere:
    says: Nobody comes here
    responses:
      gone: {say: Nobody says this, then: end}
endings:
  end: {says: Goodbye}
"""
)
"""A beat of each kind of way on: silence, a route with a condition, an interrupt, back, and a beat nobody comes to."""


def loaded(text: str) -> Scenario:
    """The scenario in a text that has no error."""
    scenario, problems = read(text.encode(), "drawn.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    return scenario


@cache
def drawing(name: str, language: str = "en") -> Drawing:
    """A shipped scenario surveyed; the second language costs no second search."""
    if language != "en":
        return replace(drawing(name), words=words(language))
    entry, _ = library.load(library.find(name))
    assert entry is not None
    return surveyed(entry.scenario, "en", plays=400)


@cache
def talk(language: str = "en") -> Drawing:
    """The small talk surveyed."""
    return surveyed(loaded(TALK), language)


@cache
def knotted() -> Drawing:
    """A scenario surveyed whose plays are too many to go through: a hundred beats with ways back and far on."""
    return surveyed(web(130, 13), "en", plays=1)


def hostile() -> Scenario:
    """A scenario whose every text tries to break out of wherever it is written."""
    quoted = '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"') + '\\a\\u202e"'
    text = TALK
    for plain in ("Drawn", "Mr Hale", "It rains", "Hello there", "What is it?", "Enough!", "A note to read", "Goodbye"):
        assert f": {plain}" in text, plain
        text = text.replace(f": {plain}", f": {quoted}")
    return loaded(text)


def web(count: int, layer: int, responses: int = 3) -> Scenario:
    """A scenario of `count` beats in layers, each response to a beat of the next layer, some far on and some back."""
    chance = random.Random(count)
    lines = [HEAD + "beats:"]
    for beat in range(count):
        below = (beat // layer + 1) * layer
        lines.append(
            f"  b{beat}:\n    says: Beat {beat} says words that are long enough to fill a line\n    responses:"
        )
        for place in range(responses):
            to = f"b{chance.randrange(below, min(count, below + layer))}" if below < count else "end"
            if chance.random() < 0.08 and beat > layer:
                to = f"b{chance.randrange(beat)}"
            elif chance.random() < 0.08 and below + layer < count:
                to = f"b{chance.randrange(below, count)}"
            lines.append(f"      r{place}: {{say: Answer {place} of {beat}, then: {to}}}")
    return loaded("\n".join([*lines, "endings:", "  end: {}", ""]))
