"""A response that is never on offer, though the talk comes to its beat."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("节点“{beat}”里的回应“{response}”一次也不会出现。", "“{response}” is never on offer at the beat “{beat}”."),
    Text(
        "它的“{~if}”在这里永远不成立：改条件，或让前面的谈话做得到它要的事。",
        "Its `{~if}` can never hold here: change it, or let the talk before bring about what it asks for.",
    ),
)
WHY = Text(
    "学员永远看不到这句话；要是它正是好答案，这一节点就没有好答案可选。",
    "The trainee never gets to see it; and if it is the good answer, the beat has none.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each response that no play is offered; a beat on which nothing is ever on offer belongs to dead-end."""
    never = Never(view)
    for thing in never.where("response"):
        _, beat, response = thing
        siblings = [("response", beat, one.id) for one in view.scenario.beats[beat].responses]
        if not all(one in never.dead for one in siblings):
            yield Finding(("beats", beat, "responses", response), {"beat": beat, "response": response})
