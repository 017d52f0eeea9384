"""A pass that comes by guessing."""

from collections.abc import Iterator
from typing import Final

from game.proof.luck import MOST, chance
from game.proof.naming import both, by_course, joined, noted, place, plain
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "乱选也能到及格线{asked}：{who}，上限是 {most}。",
        "Random picks reach the pass mark{asked}: {who}. The most is {most}.",
    ),
    Text(
        "{course}让差的回应真的有代价（标签、“{~breaks}”、“{~deliver}”的负数），别让一两个节点就把分拿满；也可以多加一两个节点。",
        "{course}Let poor responses cost something (tags, `{~breaks}`, a negative `{~deliver}`), do not let one or two "
        "beats decide it all, or add a beat or two.",
    ),
)
WHY = Text(
    "乱点就能过关，分数就说明不了什么；考试里更是谁都不服。",
    "Where guessing passes, a mark says nothing about who earned it, and in an exam nobody will accept it.",
)
COURSE: Final = Text(
    "课程要求低的，把课程文件里的通过条件（“通过”，即 `pass`）提高；要求不低，就改情景：",
    "Where the course asks for little, raise what it takes to pass there (`pass`); where it does not, mend the "
    "scenario. ",
)


def _told(share: float) -> str:
    """Return a share as people read it, so exactly that it is seen to lie above the limit."""
    short = f"{share:.1%}"
    return short if short != f"{MOST:.1%}" else f"{share:.2%}"


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom random play passes too often."""
    found = [(view.scenario.persona(seen.proof.persona), chance(seen)) for seen in view.judged]
    lucky = [(persona, share) for persona, share in found if share > MOST]
    if lucky:
        who = joined(noted(persona.label, plain(_told(share))) for persona, share in lucky)
        told = both("who", who) | both("asked", by_course(view)) | both("course", COURSE if view.graded else plain(""))
        yield Finding(place(lucky[0][0]), {"most": f"{MOST:.0%}"} | told)
