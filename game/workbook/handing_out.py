"""A scenario file's bytes to the bytes of a workbook."""

from typing import Any

import msgspec

from game.i18n import Words
from game.scenario.events import scan
from game.scenario.form import ScenarioForm
from game.scenario.mend import fit
from game.workbook.binding import bound
from game.workbook.cells import Tongue
from game.workbook.spread import spread
from game.workbook.wording import worded


def handed_out(raw: bytes, words: Words, opens_with: str = "talk") -> bytes:
    """Return the workbook of a scenario file without errors, in the language of `words`.

    TooLong is raised, with its place in the scenario, for a text that no cell can hold.
    """
    data = _data(raw)
    own = {key: set(data.get(key, ())) for key in ("needs", "meters")}
    data = worded(data, "en", own)
    return bound(spread(data), Tongue(words.language, _bilingual(data), own), words, opens_with)


def _data(raw: bytes) -> dict[str, Any]:
    """Return what a file says, by English keys and without what goes without saying."""
    sheet = scan(raw, "")
    try:
        form = msgspec.convert(sheet.root, ScenarioForm)
    except msgspec.ValidationError:
        form = msgspec.convert(fit(sheet, ScenarioForm), ScenarioForm)
    data: dict[str, Any] = msgspec.to_builtins(form)
    return data


def _bilingual(data: Any) -> bool:
    """Return whether some text is written in each language by itself, so that there must be a column for both."""
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node and node.keys() <= {"zh", "en"} and all(isinstance(text, str) for text in node.values()):
                return True
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return False
