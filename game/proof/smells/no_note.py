"""A response about which the debrief has nothing to say, in a scenario that a course gives marks by."""

from collections.abc import Iterator

from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("回应“{response}”没有点评，而这个情景要计分。", "“{response}” has no note, and this scenario is graded."),
    Text(
        "用“{~note}”写一两句：这句话好在哪里、差在哪里。",
        "Say with `{~note}`, in a sentence or two, what is good or lacking about it.",
    ),
)
WHY = Text(
    "学员拿到分数，却不知道这句话为什么得这个分，复盘时也没有人替他讲。",
    "The trainee gets marks and no reason: the debrief has nothing to say about what was picked.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each response without a note, where a course grades by the scenario."""
    if not view.graded:
        return
    for beat in view.scenario.beats.values():
        for response in beat.responses:
            if response.note is None:
                yield Finding(("beats", beat.id, "responses", response.id), {"response": f"{beat.id}/{response.id}"})
