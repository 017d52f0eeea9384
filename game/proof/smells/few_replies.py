"""A talk in which the customer hardly ever answers what was said."""

from collections.abc import Iterator
from typing import Final

from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "{count} 个回应里有 {without} 个客户一句话也不接，第一个是“{first}”。",
        "{without} of {count} responses get no answer from the customer; the first is “{first}”.",
    ),
    Text(
        "用“{~reply}”写客户听完马上说的话；说得好和说得差，客户的反应要听得出来。",
        "Write with `{~reply}` what the customer says at once; one should hear in it whether the words did them good.",
    ),
)
WHY = Text(
    "客户没有反应，学员就像对着墙说话；他看不见自己哪一句让人松了口气、哪一句惹了火。",
    "Without answers it is like talking to a wall: the trainee never hears which words helped and which ones hurt.",
)
FEWEST: Final = 4
"""A talk of fewer responses says nothing about how it is written."""


def find(view: View) -> Iterator[Finding]:
    """Yield the first response of the talk without a reply, if more than half of them have none."""
    talks = [beat for beat in view.scenario.beats.values() if beat.kind == "talk"]
    responses = [(beat.id, response) for beat in talks for response in beat.responses]
    mute = [(beat, response.id) for beat, response in responses if not response.reply]
    if len(responses) >= FEWEST and 2 * len(mute) > len(responses):
        beat, response = mute[0]
        words = {"count": str(len(responses)), "without": str(len(mute)), "first": f"{beat}/{response}"}
        yield Finding(("beats", beat, "responses", response), words)
