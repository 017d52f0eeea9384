"""A talk whose best answers are nearly always the longest, or the shortest."""

from collections.abc import Iterator

from game.proof.answers import Marked
from game.proof.giveaways import finding, given
from game.proof.view import Finding, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "{of} 个节点里有 {hits} 个，最好的回应都是{mark}。",
        "At {hits} of {of} beats the best response is the {mark}.",
    ),
    Text(
        "在这几个节点里改几处，让好的有长有短，差的也有长有短：{beats}。",
        "Rewrite some of these, so that good and poor responses are both long and short: {beats}.",
    ),
)
WHY = Text(
    "不用读懂，数字数就能选对：测的是眼力，不是会不会听人说话。",
    "Counting letters does as well as understanding: it tests the eye, not how one listens.",
)
TRIED = 2
"""The longest and the shortest."""
NAMES = {
    ("zh", 1): Text("中文里最长的一个", "longest in Chinese"),
    ("zh", -1): Text("中文里最短的一个", "shortest in Chinese"),
    ("en", 1): Text("英文里最长的一个", "longest in English"),
    ("en", -1): Text("英文里最短的一个", "shortest in English"),
}


def find(view: View) -> Iterator[Finding]:
    """Yield one finding if the best answers are nearly always the longest or the shortest, in some language."""
    languages = view.scenario.languages
    marks = {name: _by(*key) for key, name in NAMES.items() if key[0] in languages}
    yield from finding(given(view, marks, TRIED))


def _by(language: str, sign: int) -> Marked:
    def marked(offered: tuple[Response, ...]) -> tuple[Response, ...]:
        most = max(sign * len(one.say.told(language)) for one in offered)
        return tuple(one for one in offered if sign * len(one.say.told(language)) == most)

    return marked
