"""The terms of xAPI that statements are made of: the verbs, types and extensions of the serious-games profile.

Version 1.0 of the profile (https://w3id.org/xapi/seriousgames/v1.0, by the RAGE project) has the types and `progress`;
its verbs for what can be completed or chosen are those of ADL and of the ADB profile, as its authors' mapping says.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

from msgspec import Struct

from game.scenario import Text

PROFILE: Final = "https://w3id.org/xapi/seriousgames/v1.0"
PROGRESS: Final = "https://w3id.org/xapi/seriousgames/extensions/progress"
TYPES: Final = {
    "game": "https://w3id.org/xapi/seriousgames/activity-types/serious-game",
    "level": "https://w3id.org/xapi/seriousgames/activity-types/level",
    "dialog": "https://w3id.org/xapi/seriousgames/activity-types/dialog-tree",
    "course": "http://adlnet.gov/expapi/activities/course",
    "module": "http://adlnet.gov/expapi/activities/module",
    "profile": "http://adlnet.gov/expapi/activities/profile",
}
VERBS: Final = {
    "initialized": ("http://adlnet.gov/expapi/verbs/initialized", "开始了", "initialized"),
    "progressed": ("http://adlnet.gov/expapi/verbs/progressed", "推进了", "progressed"),
    "selected": ("https://w3id.org/xapi/adb/verbs/selected", "选择了", "selected"),
    "completed": ("http://adlnet.gov/expapi/verbs/completed", "完成了", "completed"),
    "passed": ("http://adlnet.gov/expapi/verbs/passed", "通过了", "passed"),
    "failed": ("http://adlnet.gov/expapi/verbs/failed", "未通过", "failed"),
}
"""Each verb's IRI, and how it is shown in Chinese and in English."""
TAGS: Final = {"zh": "zh-CN", "en": "en-US"}
OURS: Final = "https://yuqi.example"
"""Stands at the beginning of all addresses of ours where nobody has given another; it leads nowhere (RFC 2606)."""
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_PLACE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`/]+[^\s<>\"{}|\\^`]*", re.IGNORECASE)
_LONGEST: Final = timedelta(days=3660)
"""No talk takes longer; a time that somebody has made up must not lead out of the calendar."""

Json = dict[str, Any]


class Naming(Struct, frozen=True):
    """How things and people are addressed: the base of our own IRIs, and the home page of the trainees' accounts.

    `code` gives what stands in place of a name or id; without it accounts have the ids, with the names of the roster.
    """

    base: str = OURS
    home_page: str = OURS
    code: Callable[[str], str] | None = None

    def address(self, *parts: str) -> str:
        """Return the IRI of something of ours: parts joined by slashes, in a URN by colons.

        All but plain letters, digits and `-_.~` is percent-encoded, so that every store takes ids of any script.
        """
        between = ":" if self.base.lower().startswith("urn:") else "/"
        return between.join((self.base.rstrip("/:"), *(quote(part, safe="") for part in parts)))

    def extensions(self, **values: Any) -> Json:
        """Return values under the IRIs of our own extensions; what is None is left out."""
        return {self.address("extensions", name): value for name, value in values.items() if value is not None}


def is_address(text: str) -> bool:
    """Return whether a text can stand at the beginning of the addresses of activities (an IRI)."""
    return _ADDRESS.fullmatch(text) is not None


def is_place(text: str) -> bool:
    """Return whether a text can be the home page of accounts: an address on the web."""
    return _PLACE.fullmatch(text) is not None


def in_languages(text: Text, after: str = "") -> Json:
    """Return a text as a language map, in the languages in which it is written."""
    told = {"zh-CN": text.zh, "en-US": text.en}
    return {tag: f"{words}{after}" for tag, words in told.items() if words}


def verb(name: str) -> Json:
    """Return a verb as a statement has it."""
    iri, zh, en = VERBS[name]
    return {"id": iri, "display": {"zh-CN": zh, "en-US": en}}


def activity(id_: str, type_: str, **definition: Any) -> Json:
    """Return an activity as a statement has it; what is empty of its definition is left out."""
    said = {name: value for name, value in definition.items() if value}
    return {"objectType": "Activity", "id": id_, "definition": {"type": TYPES[type_], **said}}


def lasting(milliseconds: int) -> str:
    """Return a time as ISO 8601 writes durations, to the hundredth of a second, as fine as xAPI compares them."""
    seconds, rest = divmod(_span(milliseconds) // timedelta(milliseconds=10), 100)
    return f"PT{seconds}.{rest:02}S" if rest else f"PT{seconds}S"


def moment(started: datetime, milliseconds: int) -> str:
    """Return the time so long after the start, in UTC, to the millisecond."""
    try:
        then = started + _span(milliseconds)
    except OverflowError:
        then = started
    return then.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _span(milliseconds: int) -> timedelta:
    return timedelta(milliseconds=max(0, min(milliseconds, _LONGEST // timedelta(milliseconds=1))))
