"""The JSON Schema (2020-12) of scenario files, made from the model of reading: editors complete and explain keys.

It says what the form says: keys, types, ranges, words, each key and each word by either name. It takes more than
reading does in four things: an id may look like a number, like true, false or null, as YAML has read the file before;
ids are checked for ASCII and Chinese punctuation only; what ids lead to is not looked at; and a key that stands there
in both languages is not seen to be one. `python -m game.scenario.schema` prints it.
"""

import copy
import json
import sys
from typing import Any, Final

import msgspec
from msgspec import inspect

from game.scenario import words
from game.scenario.form import ScenarioForm, TextForm
from game.scenario.meaning import MOST_RESPONSES
from game.scenario.names import bare, extra, forms, key_names

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
    made = explained(ScenarioForm)
    defs = made["$defs"]
    for name, part in (("TextForm", _both), ("ScenarioForm", _whole), ("BeatForm", _beat), ("ResponseForm", _response)):
        part(defs[name])
    _words(defs)
    double(made, ScenarioForm)
    return {"$schema": DIALECT, "title": TITLE, **made}


def explained(form: type[msgspec.Struct]) -> Schema:
    """Return the schema of any form, its keys explained in both languages and under their English names."""
    made = msgspec.json.schema(form)
    for part in forms(form):
        _explain(made["$defs"][part.cls.__name__], part)
    return made


def double(made: Schema, form: type[msgspec.Struct]) -> None:
    """Offer each key of a form's schema under its Chinese name too."""
    for part in forms(form):
        _double(made["$defs"][part.cls.__name__], part)


def printed() -> str:
    """Return the schema as it lies beside the scenarios."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _explain(made: Schema, form: Any) -> None:
    """Spell out what ids, words and maps take, and leave no default that an editor would offer as `null`."""
    made["title"] = (form.cls.__doc__ or "").rstrip(".")
    for field in form.fields:
        part = made["properties"][field.encode_name]
        _tell(part, field.type.extra["zh"], field.type.extra["en"])
        if part.get("default", 0) is None:
            del part["default"]
        _fill(part, field.type)


def _tell(part: Schema, zh: str, en: str) -> None:
    """Give a key its title and its explanation in both languages."""
    part.update(title=zh, description=f"{zh}\n{en}", markdownDescription=f"{zh}\n\n{en}")


def _double(made: Schema, form: Any) -> None:
    """Write each key of one map a second time, and let each explanation begin with the other name."""
    names, given = key_names(form.cls), made["properties"]
    told = {field.encode_name: field.type.extra for field in form.fields}
    made["properties"] = {}
    for key, part in given.items():
        made["properties"][key] = part
        if name := names.get(key):
            made["properties"][name] = copy.deepcopy(part)
            zh, en = told[key]["zh"], told[key]["en"]
            _tell(made["properties"][name], zh, f"{key}: {en}")
            _tell(part, zh if zh.startswith(name) else f"{name}：{zh}", en)
    wanted = made.pop("required", ())
    if wanted:
        made["allOf"] = [{"anyOf": [{"required": [name]} for name in (key, names.get(key)) if name]} for key in wanted]


def _fill(part: Schema, kind: Any) -> None:
    """Add to `part` what its type cannot say by itself: which keys a map takes, how an id or a word may be written."""
    told, only = extra(kind), bare(kind)
    if isinstance(only, inspect.UnionType):
        for choice in only.types:
            for option in _options(part, choice):
                _fill(option, choice)
    elif isinstance(only, inspect.ListType):
        _fill(part["items"], only.item_type)
    elif isinstance(only, inspect.DictType):
        names = extra(only.key_type).get("names")
        part["propertyNames"] = {"enum": list(words.by_either_name(names))} if names else {"pattern": ID}
        _fill(part["additionalProperties"], only.value_type)
    elif isinstance(only, inspect.LiteralType) and "names" in told:
        part["enum"] = list(words.by_either_name(told["names"]))
    elif isinstance(only, inspect.BoolType):
        part.update(type=["boolean", "string"], enum=[True, False, "是", "否"])
    elif told.get("id"):
        part.update(type=["string", "number", "boolean", "null"], pattern=ID)


def _options(part: Schema, choice: Any) -> list[Schema]:
    """Return the alternatives of `part` that stand for `choice`."""
    only = bare(choice)
    if isinstance(only, inspect.LiteralType):
        return [option for option in part.get("anyOf", [part]) if "enum" in option]
    names: dict[type, str] = {
        inspect.ListType: "array",
        inspect.DictType: "object",
        inspect.StrType: "string",
        inspect.BoolType: "boolean",
    }
    wanted = names.get(type(only))
    return [option for option in part.get("anyOf", [part]) if wanted is not None and option.get("type") == wanted]


def _both(text: Schema) -> None:
    """A text in two languages says something in at least one of them."""
    text["anyOf"] = [
        {"required": [language], "properties": {language: {"type": "string", "pattern": NOT_BLANK}}}
        for key, name in key_names(TextForm).items()
        for language in (key, name)
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
    return {**told, "anyOf": [{"enum": list(words.by_either_name(names))}, {"type": "string"}, {"type": "null"}]}


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
