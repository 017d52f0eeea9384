"""What goes without saying in a workbook that leaves it out, so that a first talk of three sheets can be played."""

from pathlib import PurePath
from typing import Any, Final

from game.scenario import words
from game.scenario.records import Text
from game.workbook.ground import Ground
from game.workbook.naming import id_of
from game.workbook.phrases import COMPONENT_IDS

_LEVELS: Final = {"weight": 2, "adequate": 5, "desired": 7, "perceived": 5, "can": 7}
"""The defaults of the format, written out so that an author sees what to change."""
_ANYBODY: Final = Text("客户", "The customer")
_UNNAMED: Final = "talk"
_NEED: Final = "understanding"
_ALWAYS: Final = "service"


def assume(ground: Ground, file: str) -> None:
    """Fill in what the workbook `file` leaves out: its name, the customer's, what they expect and need."""
    _needs(ground)
    if all(one.problem.level != "error" for one in ground.book.findings):
        _expects(ground)
    ground.data["customer"].setdefault("name", _ANYBODY.told(ground.book.language))
    stem = PurePath(file.replace("\\", "/")).stem
    ground.data.setdefault("title", stem)
    ground.data.setdefault("domain", "other")
    id_ = id_of(stem)
    ground.data.setdefault("id", _UNNAMED if id_ in words.RESERVED else id_)
    if "scenario" not in ground.book.titles and (language := _language(ground)) is not None:
        ground.data["languages"] = [language]


def _responses(ground: Ground) -> list[dict[str, Any]]:
    return [one for beat in ground.data["beats"].values() for one in beat["responses"].values()]


def _expects(ground: Ground) -> None:
    """Let the customer expect what the talk is about, at middling levels, where no expectation is given."""
    customer = ground.data["customer"]
    if "expects" in customer or not ground.data["beats"]:
        return
    used = {_ALWAYS}
    for one in _responses(ground):
        promised = [promise.get("about") for promise in one.get("promise", {}).values()]
        named = [*one.get("deliver", ()), *one.get("frame", ()), *promised, one.get("extra", {}).get("about")]
        used |= {COMPONENT_IDS.get(name, "") for name in named if name}
    listed = [id_ for id_ in words.COMPONENTS if id_ in used]
    customer["expects"] = {id_: dict(_LEVELS) for id_ in listed}
    told = {"list.zh": "、".join(words.COMPONENTS[id_][0] for id_ in listed), "list.en": ", ".join(listed)}
    ground.book.add(ground.sheet("expects") or ground.sheet("customer"), "expects-assumed", **told)


def _needs(ground: Ground) -> None:
    """Let a response that names a need without saying which name the customer's own."""
    unsaid = [one for one in _responses(ground) if "names" not in one and {"need", "需要"} & {*one.get("tags", ())}]
    if not unsaid:
        return
    if "need" not in ground.data["customer"]:
        ground.data["customer"]["need"] = _NEED
        ground.book.add(ground.cells.get(("customer", "need"), ground.sheet("customer")), "need-assumed")
    for one in unsaid:
        one["names"] = ground.data["customer"]["need"]


def _language(ground: Ground) -> str | None:
    """Return the language in which a talk is written, whatever the names of its sheets and heads; None for two."""
    said = [one.get("say", "") for one in _responses(ground)]
    if not all(isinstance(text, str) for text in said):
        return None
    chinese = sum(any("\u3400" <= letter <= "\u9fff" for letter in text) for text in said)
    return "zh" if chinese * 2 >= max(1, len(said)) else "en"
