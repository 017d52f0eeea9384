"""A talk whose best answers stand at the same place of the file."""

from collections.abc import Iterator

from game.proof.answers import Marked
from game.proof.giveaways import finding, given, number
from game.proof.view import Finding, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "{of} 个节点里有 {hits} 个，最好的回应都是文件里的{mark}。",
        "At {hits} of {of} beats the best response is the {mark} one in the file.",
    ),
    Text(
        "把这几个节点里一些回应的先后调一调，让最好的散在各处：{beats}。",
        "Change the order of the responses at some of these, so that the best stand at all places: {beats}.",
    ),
)
WHY = Text(
    "屏幕上每次打乱次序，可导出的表格、打印的稿子和文件本身都按这个顺序：记住位置就不用想了。",
    "The screen shuffles them, but tables, prints and the file itself keep this order: to know the place is enough.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding if the best answers nearly always stand at the same place, from the first or the last."""
    most = max(len(beat.responses) for beat in view.scenario.beats.values())
    marks = {number(place + 1): _at(place) for place in range(most)}
    marks[Text("最后一个", "last")] = lambda offered: offered[-1:]
    found = sorted(given(view, marks, most), key=lambda one: one.tell.chance)
    yield from finding(found[:1])


def _at(place: int) -> Marked:
    def marked(offered: tuple[Response, ...]) -> tuple[Response, ...]:
        return offered[place : place + 1]

    return marked
