"""A fact that can be found out, and that nothing in the talk ever asks for."""

from collections.abc import Iterator

from game.proof.reads import conditions
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
    """Yield each fact that some response brings and no condition reads."""
    used = {fact for condition in conditions(view.scenario) for fact in condition.knows}
    for beat in view.scenario.beats.values():
        for response in beat.responses:
            for place, fact in enumerate(response.learn):
                if fact not in used:
                    path = ("beats", beat.id, "responses", response.id, "learn", place)
                    yield Finding(path, {"fact": fact})
