"""What a code says: its level, what is wrong and what to do, in both languages.

Words in braces are filled by whoever finds the problem; `{~facts}` is a key or a fixed word, told as the file writes
its own.
"""

from typing import Literal

from msgspec import Struct

from game.scenario.records import Text

Severity = Literal["error", "warning", "note"]


class Diagnostic(Struct, frozen=True):
    """What a code says."""

    level: Severity
    message: Text
    hint: Text


def error(message_zh: str, message_en: str, hint_zh: str, hint_en: str) -> Diagnostic:
    """Return a fault without whose mending the file cannot be used."""
    return Diagnostic("error", Text(message_zh, message_en), Text(hint_zh, hint_en))


def warning(message_zh: str, message_en: str, hint_zh: str, hint_en: str) -> Diagnostic:
    """Return a fault that is worth a look."""
    return Diagnostic("warning", Text(message_zh, message_en), Text(hint_zh, hint_en))
