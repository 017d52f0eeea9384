"""A pass for always picking the first response of the file."""

from collections.abc import Iterator

from game.proof.mechanical import Player, first, passes
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "每次都选文件里的第一个回应就能过关：{who}，最高 {overall} 分。",
        "Always picking the first response of the file passes: {who}, with {overall} at most.",
    ),
    Text(
        "这样选的一局是：{picks}。把几个节点的回应换换先后。",
        "Such a play is {picks}. Change the order of the responses at some of these beats.",
    ),
)
WHY = Text(
    "导出的表格、打印的稿子和文件本身都按这个顺序，一路选第一个就过关，等于没考。",
    "Tables, prints and the file itself keep this order: whoever takes the first each time passes without reading a "
    "word.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom such a player passes."""
    yield from passes(view, (Player(first),))
