"""The keys and fixed words of plain data in one language: Chinese ones for a Chinese file, English ones inside."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from msgspec import Struct

from game.scenario import words
from game.scenario.form import ScenarioForm
from game.scenario.shapes import Shape, shape

Own = Mapping[str, Collection[str]]
"""The ids that a file declares under a key: where they are the same as a word, they are the ids."""
_TRUTHS: Final = {words.TRUTH["true"][0]: True, words.TRUTH["false"][0]: False}
_WRITTEN: Final = {truth: word for word, truth in _TRUTHS.items()}


def worded(data: Any, language: str, own: Own, form: type[Struct] = ScenarioForm) -> Any:
    """Return plain data of a form with its keys and fixed words in `language`, whichever they were written in."""
    return _Wording(language, own).node(data, shape(form))


class _Wording:
    def __init__(self, language: str, own: Own) -> None:
        self.language = language
        self.own = own

    def node(self, node: Any, shape_: Shape | None) -> Any:
        if shape_ is None:
            return node
        if isinstance(node, dict):
            return self.map(node, shape_)
        if isinstance(node, list):
            return [self.node(item, shape_.items) for item in node]
        if shape_.truth:
            return _WRITTEN.get(node, node) if self.language == "zh" else _TRUTHS.get(node, node)
        return self.word(node, shape_) if isinstance(node, str) and shape_.names else node

    def map(self, node: dict[str, Any], shape_: Shape) -> dict[str, Any]:
        chinese = {key: name for name, key in shape_.keys.items()} if self.language == "zh" else {}
        told = {}
        for written, value in node.items():
            key = shape_.keys.get(written, written)
            name = chinese.get(key, key)
            # A key that is there in both languages stays there twice, for the reader to tell.
            told[written if name in told else name] = self.node(value, shape_.parts.get(key, shape_.each))
        return told

    def word(self, text: str, shape_: Shape) -> str:
        place = text.rfind(shape_.after) + 1 if shape_.after else 0
        written = text[place:]
        id_ = words.by_either_name(shape_.names).get(written)
        own = self.own.get(shape_.own, ())
        if id_ is None or written in own:
            return text
        told = shape_.names[id_][0] if self.language == "zh" else id_
        return text if told in own else text[:place] + told
