"""The bytes of a file as text, where they are UTF-8; of others, which encoding it is."""

import math
from typing import Final

from game.scenario.sheet import Sheet

MOST_BYTES: Final = 4 << 20


def decoded(raw: bytes, sheet: Sheet) -> str | None:
    """Return the text of a file's bytes, None after telling why there is none."""
    if len(raw) > MOST_BYTES:
        sheet.add("file-too-large", (1, 1), size=f"{math.ceil(len(raw) / (1 << 20) * 10) / 10:.1f}")
    elif raw[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_utf16(raw):
        sheet.add("encoding-utf16", (1, 1))
    else:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            place = (raw.count(b"\n", 0, error.start) + 1, 1)
            cut_off = error.end == len(raw) and error.start > len(raw) - 4  # within its last letter
        sheet.add("encoding-gbk" if not cut_off and _is_gbk(raw) else "encoding", place)
    return None


def _is_utf16(raw: bytes) -> bool:
    """Return whether a file is UTF-16 without its mark: so read it has colons, and nothing that is no letter."""
    orders = ("utf-16-le", "utf-16-be") if b"\0" in raw[2:] else ()
    texts = (raw[: len(raw) & ~1].decode(order, errors="replace") for order in orders)
    return b"\0" in raw[:2] or any(":" in text and "\0" not in text and "\ufffd" not in text for text in texts)


def _is_gbk(raw: bytes) -> bool:
    if b"\0" in raw:  # a picture, or whatever it is
        return False
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
