"""A talk that ends in the same way whatever is said."""

from collections.abc import Iterator

from game.proof.never import Never, ends
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("不管怎么谈，结局都是“{ending}”{others}。", "Whatever is said, the talk ends with “{ending}”{others}."),
    Text(
        "让说得差的路用“{~then}”去另一个结局，比如客户走了（“{~lost}: {~true}”）；确实只该有一个结局，"
        "就在“{~allow}”里写明理由。",
        "Let the poor ways lead to another ending with `{~then}`, such as a customer lost (`{~lost}: {~true}`); if "
        "there is a reason for a single one, give it in `{~allow}`.",
    ),
)
WHY = Text(
    "说得好、说得坏，客户走的时候都是同一句话，学员看不到自己的话改变了什么。",
    "Well or badly done, the customer leaves with the same words: the trainee never sees that anything came of it.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield the one ending of all plays, unless the others only wait for something else that never comes."""
    met = ends(view) if view.whole else frozenset()
    ending = next(iter(met), "")
    if len(met) != 1 or ending not in view.scenario.endings:
        return
    others = [id_ for id_ in view.scenario.endings if id_ != ending]
    told = {id_ for _, id_ in Never(view).where("ending")}
    if others and not told:
        return
    yield Finding(
        ("endings", ending),
        {
            "ending": ending,
            "others.zh": f"，从来走不到：{'、'.join(others)}" if others else "",
            "others.en": f", and never with: {', '.join(others)}" if others else "",
        },
    )
