"""A fact that can be found out, and that nothing in the talk ever asks for."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.readers import Readers
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("问到了“{fact}”，可后面没有一处用得上。", "“{fact}” can be found out, but nothing makes use of it."),
    Text(
        "让一个回应、一句话或一条去路用“{~knows}”读它；真用不上就别放进“{~learn}”。",
        "Let a response, a line or a way on read it with `{~knows}`, or take it out of `{~learn}`.",
    ),
)
WHY = Text(
    "学员问对了问题，谈话却和没问一样，他学到的是：问了也白问。",
    "The trainee asks the right question and the talk goes on as if nobody had asked: asking, it teaches, is useless.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each fact that some response brings and that nothing asks for from then on."""
    used = _used(view)
    for beat in view.scenario.beats.values():
        for response in beat.responses:
            for place, fact in enumerate(response.learn):
                if fact not in used:
                    path = ("beats", beat.id, "responses", response.id, "learn", place)
                    yield Finding(path, {"fact": fact})


def _used(view: View) -> frozenset[str]:
    """Return the facts that are of some use; one that nobody can find out is told as that, if anything asks for it."""
    never = Never(view)
    readers = Readers(view.scenario, never.dead)
    waiting = {fact for fact in readers.anywhere if ("fact", fact) in never.dead}
    learners = [(beat, one) for beat in view.scenario.beats.values() for one in beat.responses if one.learn]
    return frozenset(waiting).union(*(readers.used(beat, one) & set(one.learn) for beat, one in learners))
