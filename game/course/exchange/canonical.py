"""The one way in which a file of an attempt is written down, so that the same content has always the same bytes."""

import json
import re
from datetime import UTC, datetime
from typing import Any, Final

from game.course.database.columns import legible

WIDE: Final = 120
"""What fits in so many characters stands on one line."""
_UNKEPT: Final = re.compile("[\0\ud800-\udfff]")


def laid_out(document: dict[str, Any]) -> bytes:
    """Return a document as JSON in UTF-8 that a person can read: its keys in order, one record or line of text a line.

    Only objects with string keys, lists, texts, whole numbers, finite floats, booleans and None may stand in it.
    """
    return (_laid_out(document, 0) + "\n").encode()


def with_last(document: bytes, name: str, value: str) -> bytes:
    """Return a laid out document, of one key at least, with one more text at its end."""
    last = json.dumps({name: value}, ensure_ascii=False)[1:-1]
    return document.removesuffix(b"\n}\n") + f",\n {last}\n}}\n".encode()


def _laid_out(value: Any, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not value or not isinstance(value, dict | list) or (depth and len(flat) <= WIDE):
        return flat
    before = "\n" + " " * (depth + 1)
    after = "\n" + " " * depth
    if isinstance(value, list):
        return "[" + before + ("," + before).join(_laid_out(one, depth + 1) for one in value) + after + "]"
    named = (f"{json.dumps(name, ensure_ascii=False)}: {_laid_out(one, depth + 1)}" for name, one in value.items())
    return "{" + before + ("," + before).join(named) + after + "}"


def kept(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document in which every text is as a store keeps it: what cannot be kept has become U+FFFD."""
    return {name: _kept(value) for name, value in document.items()}


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return legible(value) if _UNKEPT.search(value) else value
    if isinstance(value, list):
        return [_kept(one) for one in value]
    return {name: _kept(one) for name, one in value.items()} if isinstance(value, dict) else value


def moment(when: datetime) -> str:
    """Return an aware time as it is written: in UTC, to the microsecond. OverflowError outside the years 1 to 9999."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def lines_of(source: bytes) -> list[str]:
    """Return the lines of a file, which `"\\n".join` puts together again; a carriage return stays where it stood.

    UnicodeDecodeError for bytes that are not UTF-8.
    """
    return source.decode().split("\n")
