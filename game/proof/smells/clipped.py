"""An effect that never arrives whole, since what it changes already stands at its limit."""

from collections.abc import Iterator

from game.proof.naming import both, component_name
from game.proof.smells.meter_unmoved import still
from game.proof.view import Finding, Path, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "“{beat}/{response}”的{effect}每一局都到顶或者到底，从来没有全数起作用。",
        "“{beat}/{response}”: {effect} runs into the limit in every play and never takes its full effect.",
    ),
    Text(
        "把这个数改小，或者让起点离{limit}远一些。",
        "Make the number smaller, or start further away from the limit ({limit}).",
    ),
)
WHY = Text(
    "写在文件里的数和实际发生的不一样：作者以为这句话值这么多，其实一直少算。",
    "The file says one number and another one happens: the author believes that the words are worth more than they "
    "are.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each effect of a response's own that loses something to a limit wherever the response is on offer."""
    for beat in view.scenario.beats.values() if view.whole else ():
        for response in beat.responses:
            seen = [one.choice(beat.id, response.id) for one in view.evidence]
            sets = [one.clipped for one in seen if one is not None and one.states]
            for effect in sorted(frozenset.intersection(*sets)) if sets else ():
                kind, _, about = effect.partition(".")
                if kind != "meters" or not still(view, about):
                    path: Path = ("beats", beat.id, "responses", response.id, *effect.split("."))
                    words = {"beat": beat.id, "response": response.id}
                    yield Finding(path, words | _words(view, response, kind, about))


def _words(view: View, response: Response, kind: str, about: str) -> dict[str, str]:
    if kind == "heat":
        effect, limit = _numbered(Text("情绪热度", "heat"), response.heat), _range(0, 10)
    elif kind == "meters":
        meter = view.scenario.meters[about]
        effect, limit = _numbered(meter.label, dict(response.meters)[about]), _range(meter.min, meter.max)
    else:
        amount = next(change for component, change in response.deliver if component == about)
        effect, limit = _numbered(component_name(about), amount), _range(0, 10)
    return both("effect", effect) | both("limit", limit)


def _numbered(name: Text, change: int) -> Text:
    return Text(f"“{name.told('zh')} {change:+d}”", f"{name.told('en')} {change:+d}")


def _range(low: int, high: int) -> Text:
    return Text(f"界限（{low} 到 {high}）", f"{low} to {high}")
