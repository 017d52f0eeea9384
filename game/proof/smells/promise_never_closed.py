"""A promise that is made, and of which nothing is heard again."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.promises import closed, promises
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "承诺“{promise}”许下以后，没有一局兑现过，也没有一局说清楚没做到。",
        "“{promise}” is promised, and no play ever keeps or breaks it.",
    ),
    Text(
        "在后面该见分晓的回应里写“{~keeps}: [{promise}]”或“{~breaks}: [{promise}]”，并确认许了诺的人走得到那里。",
        "Write `{~keeps}: [{promise}]` or `{~breaks}: [{promise}]` at a later response that those who promised can "
        "come to.",
    ),
)
WHY = Text(
    "承诺没有下文，学员做得再好，结束时也要按忘了承诺扣分；他看不到说到做到值多少。",
    "A promise that cannot be closed is charged as forgotten at the end, whatever the trainee does; nobody sees what "
    "keeping one's word is worth.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each promise that is closed in no play; one that cannot be made only if nothing in the file closes it.

    It is told too where its closing is never on offer: whoever makes the promise is charged all the same. Where either
    hangs on a beat that never comes, that is told instead.
    """
    never, closing = Never(view), closed(view.scenario)
    for beat, response, promise in promises(view.scenario):
        places = closing.get(promise.id, frozenset())
        hidden = any(("beat", id_) in never.dead for id_ in (beat.id, *places))
        unmade = bool(places) and ("response", beat.id, response.id) in never.dead
        if ("promise", promise.id) in never.dead and not hidden and not unmade:
            path = ("beats", beat.id, "responses", response.id, "promise", promise.id)
            yield Finding(path, {"promise": promise.id})
