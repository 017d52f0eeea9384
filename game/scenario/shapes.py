"""Where keys and fixed words may stand in a file, and the reading of their Chinese names as the English ones.

A shape is what a form of the model says of names, made once and small enough to be followed quickly: reading walks it
over a file that is not English throughout, rewording over one that is to be put into the other language.
"""

from functools import cache
from typing import Any, Final

from msgspec import Struct, inspect

from game.scenario import words
from game.scenario.names import bare, choices, extra, key_names
from game.scenario.sheet import Sheet

_TRUTHS: Final = {"是": True, "否": False}


class Shape:
    """What may stand in one place: a map with `keys` or parts, a list of `items`, a word."""

    __slots__ = ("after", "each", "ids", "items", "keys", "meant", "names", "own", "parts", "truth")

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        """The Chinese names of the known keys of a map, each with the English one."""
        self.parts: dict[str, Shape] = {}
        """What stands under the known keys, where there is something to name in it."""
        self.each: Shape | None = None
        self.items: Shape | None = None
        self.meant: dict[str, Any] = {}
        """Chinese words that the model takes only in English, and how they are read."""
        self.names: words.Names = {}
        self.ids: dict[str, str] = {}
        """Either name of the words, with the id."""
        self.own = ""
        """The key under which a file may declare ids that win over the words."""
        self.after = ""
        """What a word stands behind, where it is only the end of the text."""
        self.truth = False

    def idle(self) -> bool:
        """Return whether nothing here has a name."""
        return not (self.keys or self.parts or self.each or self.items or self.names or self.truth)


@cache
def shape(form: type[Struct]) -> Shape:
    """Return the shape of files of a form."""
    return _Shapes().of(inspect.type_info(form))


def shape_of(kind: Any) -> Shape:
    """Return the shape of what stands in one place of the model."""
    return _Shapes().of(kind)


class _Shapes:
    """The shapes that have been begun: a condition may stand within a condition."""

    def __init__(self) -> None:
        self.structs: dict[type, Shape] = {}

    def of(self, kind: Any) -> Shape:
        options = choices(kind)
        if len(options) == 1 and isinstance(bare(kind), inspect.StructType):
            return self.struct(bare(kind))
        made = Shape()
        for option in options:
            self.add(made, option)
        return made

    def add(self, made: Shape, kind: Any) -> None:
        """Let `made` also stand for one type of a union."""
        told, only = extra(kind), bare(kind)
        if isinstance(only, inspect.StructType):
            below = self.struct(only)
            made.keys, made.parts = below.keys, below.parts
        elif isinstance(only, inspect.ListType):
            made.items = self.worth(only.item_type)
        elif isinstance(only, inspect.DictType):
            made.keys = {zh: id_ for id_, (zh, _) in extra(only.key_type).get("names", {}).items()}
            made.each = self.worth(only.value_type)
        elif isinstance(only, inspect.BoolType):
            made.truth, made.meant = True, _TRUTHS
        elif told.get("names"):
            made.names, made.own, made.after = told["names"], told.get("own", ""), told.get("after", "")
            made.ids = words.by_either_name(made.names)
            if isinstance(only, inspect.LiteralType):
                made.meant = {zh: id_ for id_, (zh, _) in made.names.items()}

    def worth(self, kind: Any) -> Shape | None:
        """Return the shape of what stands in a place, None where nothing there has a name."""
        found = self.of(kind)
        return None if found.idle() and found not in self.structs.values() else found

    def struct(self, kind: Any) -> Shape:
        if kind.cls not in self.structs:
            made = self.structs[kind.cls] = Shape()
            made.keys = {name: key for key, name in key_names(kind.cls).items()}
            for field in kind.fields:
                if (part := self.worth(field.type)) is not None:
                    made.parts[field.encode_name] = part
        return self.structs[kind.cls]


def rename(sheet: Sheet, form: type[Struct]) -> None:
    """Put the English names in the place of the Chinese ones in what was read, and note which a file mostly has."""
    walk = _Renaming(sheet)
    walk.node(sheet.root, shape(form))
    if walk.chinese:
        sheet.renamed = True
        sheet.language = "zh" if walk.chinese * 2 > walk.all else "en"


def rename_below(sheet: Sheet, container: Any, key: Any, kind: Any) -> None:
    """Do the same for what stands under one key that was misspelt, and was not known before."""
    walk = _Renaming(sheet)
    walk.value(container, key, container[key], shape_of(kind))
    sheet.renamed = sheet.renamed or walk.chinese > 0


class _Renaming:
    """One walk; `chinese` of `all` known keys were written in Chinese."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.all = 0
        self.chinese = 0

    def node(self, node: Any, shape_: Shape) -> None:
        if type(node) is dict:
            self.map(node, shape_)
        elif type(node) is list and (item := shape_.items) is not None:
            for place, value in enumerate(node):
                self.value(node, place, value, item)

    def map(self, node: dict[str, Any], shape_: Shape) -> None:
        if shape_.keys:
            self.all += len(node)
            if not shape_.keys.keys().isdisjoint(node):
                self.chinese += sum(key in shape_.keys for key in node)
                self.sheet.rename(node, shape_.keys)
        parts, each = shape_.parts, shape_.each
        for key, value in node.items():
            part = parts.get(key, each)
            if part is not None and value is not None:
                self.value(node, key, value, part)

    def value(self, holder: Any, key: Any, value: Any, shape_: Shape) -> None:
        if type(value) is not str:
            self.node(value, shape_)
        elif value in shape_.meant:
            holder[key] = shape_.meant[value]
            self.sheet.renamed = True
