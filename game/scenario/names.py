"""The Chinese name of every key and every fixed word, for whatever reads or writes a file in either.

The names stand beside what they name, in the forms and in `words`; here they are found. Any `msgspec` form that is
written with `told` and `named` will do.
"""

from functools import cache
from typing import Any, Final

from msgspec import Struct, inspect

from game.scenario import words

WORDS: Final[dict[str, words.Names]] = {
    "domain": words.DOMAINS,
    "component": words.COMPONENTS,
    "origin": words.ORIGINS,
    "fault": words.FAULTS,
    "kind": words.KINDS,
    "channel": words.CHANNELS,
    "mood": words.MOODS,
    "language": words.LANGUAGE_NAMES,
    "verdict": words.VERDICTS,
    "tag": words.TAGS,
    "need": words.NEEDS,
    "feeling": words.FEELINGS,
    "portrait": words.PORTRAITS,
    "scene": words.SCENES,
    "back": words.BACK,
    "base": words.BASE,
    "silence": words.SILENT,
    "dead-end": words.DEAD_END,
    "truth": words.TRUTH,
}
"""Every list of fixed words: id -> (Chinese name, English name). The Chinese name may stand in a file for the id."""


@cache
def key_names(form: type[Struct]) -> dict[str, str]:
    """Return the keys of one map of known keys with the Chinese name of each: {"name": "姓名"}."""
    fields = inspect.type_info(form).fields  # type: ignore[attr-defined]
    return {field.encode_name: name for field in fields if (name := extra(field.type).get("name"))}


def either(form: type[Struct], *names: str) -> frozenset[str]:
    """Return keys of a form by both of their names."""
    return frozenset(names) | {key_names(form).get(name, name) for name in names}


def key(form: type[Struct], name: str, language: str) -> str:
    """Return a key of a form as it is written in `language`."""
    return key_names(form).get(name, name) if language == "zh" else name


def word(names: words.Names, id_: str, language: str) -> str:
    """Return a fixed word as it is written in `language`; what is none of `names` stays as it is."""
    return names[id_][0] if language == "zh" and id_ in names else id_


def name_of(id_: str, form: str = "", root: type[Struct] | None = None) -> str:
    """Return the Chinese name of a key of a file, of one form where it has two, or of a fixed word.

    `root` is the form of the whole file; without it the file is a scenario or a test plan.
    """
    from game.scenario.form import ScenarioForm
    from game.scenario.plan_form import PlanForm

    kinds = [kind for one in ((ScenarioForm, PlanForm) if root is None else (root,)) for kind in forms(one)]
    for kind in kinds:
        if form in ("", kind.cls.__name__) and id_ in (keys := key_names(kind.cls)):
            return keys[id_]
    types = (one for kind in kinds for field in kind.fields for one in choices(field.type))
    own = [extra(one).get("names", {}) for one in types]
    return next((names[id_][0] for names in (*own, *WORDS.values()) if id_ in names), id_)


def extra(kind: Any) -> dict[str, Any]:
    """Return what a type of the model says of itself beside its form: explanations, names, lists of words."""
    found: dict[str, Any] = {}
    while isinstance(kind, inspect.Metadata):
        found = {**(kind.extra or {}), **found}
        kind = kind.type
    return found


def bare(kind: Any) -> Any:
    """Return a type of the model without what it says of itself."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return kind


def choices(kind: Any) -> tuple[Any, ...]:
    """Return the types that a value may have: those of a union, or the one."""
    kind = bare(kind) if isinstance(bare(kind), inspect.UnionType) else kind
    return tuple(kind.types) if isinstance(kind, inspect.UnionType) else (kind,)


def forms(form: type[Struct]) -> tuple[Any, ...]:
    """Return every map of known keys that a form is made of, itself first, each once."""
    found: dict[type, Any] = {}
    waiting: list[Any] = [inspect.type_info(form)]
    while waiting:
        kind = bare(waiting.pop())
        if isinstance(kind, inspect.UnionType):
            waiting += kind.types
        elif isinstance(kind, inspect.ListType):
            waiting.append(kind.item_type)
        elif isinstance(kind, inspect.DictType):
            waiting.append(kind.value_type)
        elif isinstance(kind, inspect.StructType) and kind.cls not in found:
            found[kind.cls] = kind
            waiting += (field.type for field in kind.fields)
    return tuple(found.values())
