"""A fact that stands in the file, and that nobody can find out."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("“{fact}”写在“{~facts}”里，可怎么谈都问不出来。", "“{fact}” is declared, but there is no way to find it out."),
    Text(
        "在能问出它的那个回应里写“{~learn}: [{fact}]”，或者把它从“{~facts}”里删掉。",
        "Write `{~learn}: [{fact}]` at the response that brings it to light, or take it out of `{~facts}`.",
    ),
)
WHY = Text(
    "客户有话没说，学员怎么问也问不到；等着这件事的回应和去路也都成了摆设。",
    "The customer has something to tell and no question gets at it; whatever waits for that fact waits in vain.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each declared fact that no response brings in any play."""
    for _, fact in Never(view).where("fact"):
        yield Finding(("facts", fact), {"fact": fact})
