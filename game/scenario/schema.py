"""The JSON Schema (2020-12) of scenario files, made from the model of reading: editors complete and explain keys.

It says what the form says: keys, types, ranges, words. It takes more than reading does in three things: an id may look
like a number, like true, false or null, as YAML has read the file before; ids are checked for ASCII and Chinese
punctuation only; and what ids lead to is not looked at. `python -m game.scenario.schema` prints it.
"""

import json
import sys
from typing import Any, Final

import msgspec
from msgspec import inspect

from game.scenario import words
from game.scenario.form import ScenarioForm, TextForm
from game.scenario.meaning import MOST_RESPONSES

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE: Final = "scenarios/scenario.schema.json"
TITLE: Final = "Yuqi 预期：情景文件 · scenario file"

# No \p{L}: half of the engines that editors use do not know it. What is no letter is left out by name.
_NO_ID: Final = (
    r"\s!-,./:-@\[-\^`{-~\u00a1-\u00a9\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3e\uff5b-\uff65"
)
ID: Final = f"^[^{_NO_ID}]{{1,64}}$"
LEVEL: Final = "^0*(10|[0-9])$"
NOT_BLANK: Final = r"\S"
Schema = dict[str, Any]


def schema() -> Schema:
    """Return the JSON Schema of scenario files; texts in both languages, Chinese first."""
    made = msgspec.json.schema(ScenarioForm)
    defs = made["$defs"]
    for form in _forms(inspect.type_info(ScenarioForm)):
        _explain(defs[form.cls.__name__], form)
    for name, part in (("TextForm", _both), ("ScenarioForm", _whole), ("BeatForm", _beat), ("ResponseForm", _response)):
        part(defs[name])
    _words(defs)
    return {"$schema": DIALECT, "title": TITLE, **made}


def printed() -> str:
    """Return the schema as it lies beside the scenarios."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _forms(form: Any) -> list[Any]:
    """Return every map of known keys that the model is made of, each once."""
    found: dict[type, Any] = {}
    waiting = [form]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, inspect.Metadata):
            waiting.append(kind.type)
        elif isinstance(kind, inspect.UnionType):
            waiting += kind.types
        elif isinstance(kind, inspect.ListType):
            waiting.append(kind.item_type)
        elif isinstance(kind, inspect.DictType):
            waiting.append(kind.value_type)
        elif isinstance(kind, inspect.StructType) and kind.cls not in found:
            found[kind.cls] = kind
            waiting += (field.type for field in kind.fields)
    return list(found.values())


def _explain(made: Schema, form: Any) -> None:
    """Give each key its title and its explanation in both languages, and spell out what ids and maps take."""
    made["title"] = (form.cls.__doc__ or "").rstrip(".")
    for field in form.fields:
        part = made["properties"][field.encode_name]
        told = field.type.extra
        part["title"] = told["zh"]
        part["description"] = f"{told['zh']}\n{told['en']}"
        part["markdownDescription"] = f"{told['zh']}\n\n{told['en']}"
        if part.get("default", 0) is None:
            del part["default"]  # an editor would offer `null`
        _fill(part, field.type)


def _fill(part: Schema, kind: Any) -> None:
    """Add to `part` what its type cannot say by itself: which keys a map takes, and how an id may be written."""
    extra: dict[str, Any] = {}
    while isinstance(kind, inspect.Metadata):
        extra = {**(kind.extra or {}), **extra}
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        known = [choice for choice in kind.types if not isinstance(choice, inspect.NoneType)]
        for choice in known:
            for option in _options(part, choice):
                _fill(option, choice)
    elif isinstance(kind, inspect.ListType):
        _fill(part["items"], kind.item_type)
    elif isinstance(kind, inspect.DictType):
        keys = kind.key_type.type if isinstance(kind.key_type, inspect.Metadata) else kind.key_type
        part["propertyNames"] = (
            {"enum": list(words.COMPONENTS)} if isinstance(keys, inspect.LiteralType) else {"pattern": ID}
        )
        if isinstance(keys, inspect.LiteralType) and set(keys.values) != set(words.COMPONENTS):
            part["propertyNames"] = {"enum": list(keys.values)}
        _fill(part["additionalProperties"], kind.value_type)
    elif extra.get("id"):
        part.update(type=["string", "number", "boolean", "null"], pattern=ID)


def _options(part: Schema, choice: Any) -> list[Schema]:
    """Return the alternatives of `part` that stand for `choice`."""
    bare = choice
    while isinstance(bare, inspect.Metadata):
        bare = bare.type
    names: dict[type, str] = {inspect.ListType: "array", inspect.DictType: "object", inspect.StrType: "string"}
    wanted = names.get(type(bare))
    return [option for option in part.get("anyOf", [part]) if wanted is not None and option.get("type") == wanted]


def _both(text: Schema) -> None:
    """A text in two languages says something in at least one of them."""
    text["anyOf"] = [
        {"required": [language], "properties": {language: {"type": "string", "pattern": NOT_BLANK}}}
        for language in TextForm.__struct_fields__
    ]


def _whole(whole: Schema) -> None:
    """Ids that a scenario declares are not the reserved ones, and it has beats and endings."""
    properties = whole["properties"]
    for name in ("beats", "endings", "facts", "meters", "personas", "cast", "needs"):
        for part in properties[name].get("anyOf", [properties[name]]):
            if part.get("type") == "object":
                part["propertyNames"] = _own_id()
    for name in ("beats", "endings"):
        properties[name]["minProperties"] = 1
    properties["id"]["not"] = {"enum": sorted(words.RESERVED)}


def _beat(beat: Schema) -> None:
    beat["properties"]["responses"].update(minProperties=1, maxProperties=MOST_RESPONSES, propertyNames=_own_id())
    beat["properties"]["scene"] = _suggested(beat["properties"]["scene"], words.SCENES)


def _response(response: Schema) -> None:
    for part in response["properties"]["promise"]["anyOf"]:
        if part.get("type") == "object":
            part["propertyNames"] = _own_id()


def _own_id() -> Schema:
    return {"pattern": ID, "not": {"enum": sorted(words.RESERVED)}}


def _words(defs: Schema) -> None:
    """Offer the words of the lists where texts of one's own are taken too, and let no text be blank."""
    for name in ("CustomerForm", "SpeakerForm"):
        portrait = defs[name]["properties"]["portrait"]
        defs[name]["properties"]["portrait"] = _suggested(portrait, words.PORTRAITS)
    for form, key in (("CustomerForm", "need"), ("PersonaForm", "need"), ("ResponseForm", "names")):
        defs[form]["properties"][key]["anyOf"].insert(0, {"enum": list(words.NEED_IDS)})
    for form in ("CustomerForm", "PersonaForm"):
        for part in defs[form]["properties"]["feels"]["anyOf"]:
            if part.get("type") == "array":
                part["items"]["anyOf"].insert(0, {"enum": list(words.FEELING_IDS)})
    for part in defs["ExpectationForm"]["properties"]["scale"]["anyOf"]:
        if part.get("type") == "object":
            part["propertyNames"] = {"pattern": LEVEL}
    for part in defs["ConditionForm"]["properties"]["said"]["anyOf"]:
        if part.get("type") == "array":
            part["items"]["pattern"] = "^[^/]+/[^/]+$"
    _not_blank(defs)


def _suggested(part: Schema, names: words.Names) -> Schema:
    told = {key: part[key] for key in ("title", "description", "markdownDescription")}
    return {**told, "anyOf": [{"enum": list(names)}, {"type": "string"}, {"type": "null"}]}


def _not_blank(node: Any) -> None:
    """Let no text be blank that may also be written in two languages, and no list of lines or ways be empty."""
    if isinstance(node, list):
        for item in node:
            _not_blank(item)
    if not isinstance(node, dict):
        return
    options = node.get("anyOf", ())
    if {"$ref": "#/$defs/TextForm"} in options:
        for option in options:
            if option.get("type") == "string":
                option["pattern"] = NOT_BLANK
    for option in options:
        if option.get("items") in ({"$ref": "#/$defs/LineForm"}, {"$ref": "#/$defs/RouteForm"}):
            option["minItems"] = 1
    for item in node.values():
        _not_blank(item)


if __name__ == "__main__":
    sys.stdout.write(printed())
