"""A promise that goes beyond what can be done, and that never comes to be broken."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.promises import broken, over, promises
from game.proof.view import Finding, View
from game.scenario import Persona, Promise, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "承诺“{promise}”许到 {level}，{whom}最多只能兑现到 {can}，却没有一个走得到的回应写它没做到。",
        "“{promise}” promises {level}{whom}, where {can} can be done, and no response in reach breaks it.",
    ),
    Text(
        "在真相大白的那个回应里写“{~breaks}: [{promise}]”；要是其实做得到，就把“{~can}”改对；"
        "不然把“{~PromiseForm/level}”降到 {can}。",
        "Write `{~breaks}: [{promise}]` where the truth comes out; or lower `{~PromiseForm/level}` to {can}, or "
        "correct `{~can}`.",
    ),
)
WHY = Text(
    "话说大了，后面却没有当面交代的时候，学员学到的是：先哄住客户再说。",
    "Big words that nobody ever has to answer for teach the trainee to say whatever calms the customer now.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each promise above `can` that is made to some customer and in no play of theirs broken.

    One that no response breaks is told even if it is never on offer; if its beat never comes, that is told instead.
    """
    never, known = Never(view), broken(view.scenario)
    for beat, response, promise in promises(view.scenario):
        dead = ("beat", beat.id) in never.dead
        dead |= promise.id in known and ("response", beat.id, response.id) in never.dead
        whom = [one for one in over(view, promise) if promise.id not in known or _unbroken(view, promise, one)]
        if whom and not dead:
            path = ("beats", beat.id, "responses", response.id, "promise", promise.id)
            yield Finding(path, _words(view, promise, whom))


def _unbroken(view: View, promise: Promise, persona: Persona) -> bool:
    """Return whether a promise is made to a customer and never broken to them, as far as one may say so."""
    seen = (one for one in view.evidence if one.proof.persona == persona.id)
    return any(one.whole and promise.id in one.made - one.broken for one in seen)


def _words(view: View, promise: Promise, whom: list[Persona]) -> dict[str, str]:
    can = min(one.customer.expects[promise.about].can for one in whom)
    all_of_them = len(whom) == len(view.scenario.personas)
    labels = [(one.label.told("zh"), one.label.told("en")) for one in whom]
    return {
        "promise": promise.id,
        "level": str(promise.level),
        "can": str(can),
        "whom.zh": "" if all_of_them else f"对{'、'.join(f'“{zh}”' for zh, _ in labels)}",
        "whom.en": "" if all_of_them else f" to {', '.join(f'“{en}”' for _, en in labels)}",
    }
