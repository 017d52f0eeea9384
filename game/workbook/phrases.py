"""The short phrases of cells that hold several numbers: effects, limits, scales, and what a verdict proposes."""

import re
import unicodedata
from typing import Any, Final

from game.scenario import form, names, words
from game.workbook.faults import Unread

BETWEEN: Final = {"zh": "；", "en": "; "}
EDGES: Final = " \t\r\n\u3000\u00a0\u200b\ufeff"
"""What slips in at the edges of a cell unseen."""
_CLAUSES: Final = re.compile(r"[;；,，、/／|\n]+|(?<=[\d分])\s+(?!分)(?=[^\W\d])")
_MINUS: Final = str.maketrans(dict.fromkeys("−–—‒﹣－", "-"))
_CHANGE: Final = re.compile(r"(.+?)[\s:=]*([+-]\s*\d{1,12}|(?<=[\s:=])\d{1,12})\s*分?")
_LEVEL: Final = re.compile(r"(.+?)[\s:=]*((?<!\d)-?\d{1,12})\s*分?")
_STEP: Final = re.compile(r"\s*(-?\w{1,64})\s*[=＝:：]\s*(.*\S)\s*")
_PAIR: Final = re.compile(r"(\S+?)\s*(?:[=＝:：]|\s)\s*(\S+)")
COMPONENT_IDS: Final = words.by_either_name(words.COMPONENTS)
HEAT: Final = {key for language in words.LANGUAGES for key in (names.key(form.ResponseForm, "heat", language),)}
_HEATS: Final = dict.fromkeys([*HEAT, "热度"], "heat")
_NAMES: Final = {plain: id_ for id_, (_, told) in words.COMPONENTS.items() for plain in (id_, told)}
_SHORT: Final = 2
"""How many letters of a name must be there for it to be known by its beginning."""
METERS: Final = {names.key(form.ResponseForm, "meters", language) for language in words.LANGUAGES}


def half_width(text: str) -> str:
    """Return a phrase with full-width letters, signs and the many dashes as the plain ones."""
    return unicodedata.normalize("NFKC", text.translate(_MINUS)).strip(EDGES)


def clauses(text: str) -> list[str]:
    """Return the parts of a phrase."""
    return [part.strip(EDGES) for part in _CLAUSES.split(text) if part.strip(EDGES)]


def begun(name: str, known: dict[str, str]) -> str | None:
    """Return what the one name of `known` that begins like this means, None where none does or several do."""
    meant = {id_ for full, id_ in known.items() if full.casefold().startswith(name.casefold())}
    return meant.pop() if len(meant) == 1 and len(name) >= _SHORT else None


def component(name: str) -> str:
    """Return the id of the component that a name, or its beginning, can only mean; any other name as it is."""
    return COMPONENT_IDS.get(name) or begun(name, COMPONENT_IDS | _NAMES) or name


def effects_told(row: dict[str, Any], language: str) -> str:
    """Return changes to what is perceived, to heat and to meters: 服务质量 +2；情绪热度 −1；budget −30."""
    told = [(names.word(words.COMPONENTS, id_, language), change) for id_, change in row.get("deliver", {}).items()]
    if "heat" in row:
        told.append((names.key(form.ResponseForm, "heat", language), row["heat"]))
    for id_, change in row.get("meters", {}).items():
        alike = id_ in COMPONENT_IDS or id_ in HEAT
        told.append((f"{names.key(form.ResponseForm, 'meters', language)} {id_}" if alike else id_, change))
    phrase = BETWEEN[language].join(f"{name} {change:+d}" for name, change in told)
    return re.sub(r"(?<= )-(?=\d)", "−", phrase) if language == "zh" else phrase


def effects_read(text: str, meters: set[str] | None) -> dict[str, Any]:
    """Return the changes of a phrase. A name that is no component and not heat is a meter, of `meters` where given."""
    read: dict[str, Any] = {}
    for clause in clauses(text):
        found = _CHANGE.fullmatch(half_width(clause))
        if found is None:
            raise Unread("effect-unread", value=clause)
        name, change = found[1].strip(), int(found[2].replace(" ", ""))
        first, _, rest = name.partition(" ")
        known = _meant(name, meters or set())
        if known == "heat":
            _once(read, "heat", change, clause)
        elif known is not None:
            _once(read.setdefault("deliver", {}), known, change, clause)
        else:
            id_ = rest.strip() if first in METERS and rest.strip() else name
            if meters is not None and id_ not in meters:
                raise Unread("effect-unknown", value=id_, nearest=_near(id_, meters))
            _once(read.setdefault("meters", {}), id_, change, clause)
    return read


def _meant(name: str, meters: set[str]) -> str | None:
    """Return the component or `heat` that a name, or its beginning, means; None where it is a meter or nothing."""
    if name in HEAT:
        return "heat"
    if name in COMPONENT_IDS or name in meters:
        return COMPONENT_IDS.get(name)
    own = {id_: f"meters {id_}" for id_ in meters}  # a beginning that may also be that of a meter is not guessed at
    found = begun(name, COMPONENT_IDS | _NAMES | _HEATS | own)
    return found if found is not None and found not in own.values() else None


def _near(id_: str, meters: set[str]) -> str:
    from game.scenario import nearest

    return nearest(id_, [*COMPONENT_IDS, *HEAT, *sorted(meters)])


def _once(into: dict[str, Any], key: str, value: Any, clause: str) -> None:
    if key in into:
        raise Unread("effect-unread", value=clause)
    into[key] = value


def levels_told(levels: dict[str, int], language: str) -> str:
    """Return limits as one phrase: 服务质量 7；价格合理性 6."""
    told = (f"{names.word(words.COMPONENTS, id_, language)} {level}" for id_, level in levels.items())
    return BETWEEN[language].join(told)


def levels_read(text: str) -> dict[str, int]:
    """Return the limits of a phrase."""
    read: dict[str, int] = {}
    for clause in clauses(text):
        found = _LEVEL.fullmatch(half_width(clause))
        if found is None:
            raise Unread("level-unread", value=clause)
        _once(read, component(found[1].strip()), int(found[2]), clause)
    return read


def pairs_told(pairs: dict[str, str], language: str) -> str:
    """Return which persona each verdict proposes as one phrase: 超出预期 = calm."""
    told = []
    for verdict, persona in pairs.items():
        proposed = names.word(words.BASE, persona, language)
        told.append(f"{names.word(words.VERDICTS, verdict, language)} = {proposed}")
    return BETWEEN[language].join(told)


def pairs_read(text: str) -> dict[str, str]:
    """Return the verdicts and personas of a phrase."""
    read: dict[str, str] = {}
    for clause in clauses(text):
        found = _PAIR.fullmatch(clause)
        if found is None:
            raise Unread("pair-unread", value=clause)
        _once(read, words.by_either_name(words.VERDICTS).get(found[1], found[1]), found[2], clause)
    return read


def scale_told(scale: dict[str, str]) -> str:
    """Return the levels of a scale in one language, one in a line: 7 = 今天 18 点前到."""
    return "\n".join(f"{level} = {told}" for level, told in scale.items())


def scale_read(text: str) -> dict[str, str]:
    """Return the levels of a scale in one language."""
    read: dict[str, str] = {}
    for line in filter(str.strip, text.split("\n")):
        found = _STEP.fullmatch(line)
        if found is None or found[1] in read:
            raise Unread("scale-unread", value=line)
        read[unicodedata.normalize("NFKC", found[1])] = found[2]
    return read
