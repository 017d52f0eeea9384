"""Conditions as one reads them in a cell: 情绪热度 ≤4；已知 newborn；感知 服务质量 ≥6. All of them must hold.

What these words cannot say (`all`, `any`, `not`) stands in the cell in braces, as in a YAML file.
"""

import re
from typing import Any, Final

from game.scenario import names, words
from game.scenario.form import ConditionForm, RangeForm
from game.workbook.faults import Unread
from game.workbook.phrases import BETWEEN, EDGES, component, half_width

_LISTS: Final = ("knows", "said", "promised", "kept", "persona")
_MAPS: Final = ("meters", "perceived", "desired")
_PLAIN: Final = ("heat", *_LISTS, "need_known", *_MAPS)
_ITEMS: Final = re.compile(r"[,，、\s]+")
_BOTH: Final = re.compile(r"(-?\d{1,12})\s*(?:-|~|到|至|\.\.)\s*(-?\d{1,12})")
_LEAST, _MOST = (names.key(RangeForm, key, "zh") for key in ("min", "max"))
_END: Final = re.compile(rf"(>=|<=|≥|≤|>|<|=|{_LEAST}|{_MOST}|)\s*(-?\d{{1,12}})\s*")
_NAMED: Final = re.compile(rf"([\w-]+?)\s*((?:[><=≥≤]|{_LEAST}|{_MOST}).*|(?<=\s)-?\d.*)")
_KEYS: Final = sorted(
    ((names.key(ConditionForm, key, language), key) for key in _PLAIN for language in words.LANGUAGES),
    key=lambda pair: -len(pair[0]),
)
_TRUE, _FALSE = ({id_, *told} for id_, told in words.TRUTH.items())


def told(condition: dict[str, Any], language: str) -> str | None:
    """Return a condition in words, None where only braces can say it."""
    if not condition or any(key not in _PLAIN for key in condition):
        return None
    parts: list[str | None] = []
    for key, value in condition.items():
        name = names.key(ConditionForm, key, language)
        if key == "heat":
            parts.append(_ranged(name, value))
        elif key == "need_known":
            parts.append(name if value else f"{name} {words.TRUTH['false'][language == 'en']}")
        elif key in _LISTS:
            parts.append(f"{name} {_items(value, language)}" if value else None)
        else:
            called = words.COMPONENTS if key != "meters" else {}
            parts += [_ranged(f"{name} {names.word(called, id_, language)}", range_) for id_, range_ in value.items()]
    return BETWEEN[language].join(part for part in parts if part) if all(parts) else None


def _items(items: list[str], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(names.word(words.BASE, item, language) for item in items)


def _ranged(name: str, range_: dict[str, int]) -> str | None:
    match range_.get("min"), range_.get("max"):
        case None, None:
            return None
        case low, None:
            return f"{name} ≥{low}"
        case None, high:
            return f"{name} ≤{high}"
        case low, high:
            return f"{name} ={low}" if low == high else f"{name} ≥{low} ≤{high}"
    return None


def read(text: str) -> dict[str, Any]:
    """Return the condition of a cell's words."""
    condition: dict[str, Any] = {}
    for part in filter(None, (part.strip(EDGES) for part in re.split(r"[;；\n]+", text))):
        clause = half_width(part)
        key, rest = _keyed(clause, part)
        if key == "heat":
            condition.setdefault(key, {}).update(_range(rest, part))
        elif key == "need_known":
            if rest and rest.lower() not in _TRUE | _FALSE:
                raise Unread("condition-unread", value=part)
            condition[key] = rest.lower() not in _FALSE
        elif key in _LISTS:
            items = [item for item in _ITEMS.split(rest) if item]
            if not items:
                raise Unread("condition-unread", value=part)
            condition[key] = [*condition.get(key, ()), *items]
        else:
            found = _NAMED.fullmatch(rest)
            if found is None:
                raise Unread("condition-unread", value=part)
            id_ = found[1] if key == "meters" else component(found[1])
            condition.setdefault(key, {}).setdefault(id_, {}).update(_range(found[2], part))
    return condition


def _keyed(clause: str, part: str) -> tuple[str, str]:
    """Return the key with which a clause begins, and the rest of it."""
    for name, key in _KEYS:
        rest = clause[len(name) :]
        if clause.startswith(name) and not (name.isascii() and re.match(r"[\w-]", rest)):
            return key, rest.lstrip(" :")
    raise Unread("condition-unread", value=part)


def _range(text: str, part: str) -> dict[str, int]:
    text = text.strip()
    if both := _BOTH.fullmatch(text):
        return {"min": int(both[1]), "max": int(both[2])}
    range_: dict[str, int] = {}
    while text:
        found = _END.match(text)
        if found is None:
            raise Unread("condition-unread", value=part)
        sign, number = found[1], int(found[2])
        if sign in (">=", "≥", ">", "=", _LEAST, ""):
            range_["min"] = number + (sign == ">")
        if sign in ("<=", "≤", "<", "=", _MOST, ""):
            range_["max"] = number - (sign == "<")
        text = text[found.end() :]
    if not range_:
        raise Unread("condition-unread", value=part)
    return range_
