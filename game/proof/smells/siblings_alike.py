"""A beat at which it makes no difference what is picked."""

from collections.abc import Iterator

from game.proof.naming import both, listed
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "在“{beat}”选哪一个都一样：{responses} 往后能得的分分毫不差。",
        "At “{beat}” it makes no difference what is picked: {responses} all come to the same scores.",
    ),
    Text(
        "给它们写上各自的标签、效果或去向；只想让客户接着说话，就留一个回应。",
        "Give them tags, effects or ways of their own; if the customer is only to go on talking, leave one response.",
    ),
)
WHY = Text(
    "学员认真比较了半天，其实怎么选都没有分别；这样的题多了，他就不再认真比较。",
    "Trainees weigh their words, and it did not matter. After a few such beats they stop weighing.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each beat all of whose responses come to the same, in every state of every customer."""
    for beat in view.scenario.beats.values() if view.whole else ():
        seen = [one for found in view.evidence for one in found.choices if one.beat == beat.id and one.states]
        ids = list(dict.fromkeys(one.response for one in seen))
        if len(ids) > 1 and all(one.alike for one in seen):
            yield Finding(("beats", beat.id), {"beat": beat.id} | both("responses", listed(ids)))
