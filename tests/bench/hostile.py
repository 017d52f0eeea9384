"""Files made to crash, hang or fill the memory of whatever reads them, most of them as large as is read at all."""

from collections.abc import Callable
from typing import Final

from tests.bench.written import terse_file

MOST: Final = (4 << 20) - 64
"""Bytes; a file of more is refused for its size."""


def _filled(piece: str, head: str = "") -> bytes:
    raw = piece.encode()
    return head.encode() + raw * ((MOST - len(head)) // len(raw))


def _numbered(piece: str, head: str = "") -> bytes:
    made, size, number = [head], len(head), 0
    while size < MOST:
        made.append(piece.format(number))
        size += len(made[-1].encode())
        number += 1
    return "".join(made[:-1]).encode()


def _laughs() -> bytes:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    return "\n".join(lines).encode()


def _astray() -> bytes:
    """A long scenario in which nothing leads where it says: the nearest right word is looked for each time."""
    return terse_file(2000).replace(b"then: b", b"then: bb").replace(b"reaction", b"raection")


FILES: Final[dict[str, Callable[[], bytes]]] = {
    "brackets": lambda: _filled("["),
    "braces": lambda: _filled("{a: "),
    "dashes": lambda: _filled("- "),
    "questions": lambda: _filled("? "),
    "staircase": lambda: "".join(f"{' ' * depth}a:\n" for depth in range(2800)).encode(),
    "billion laughs": _laughs,
    "anchors": lambda: _numbered("- &a{} x\n"),
    "aliases": lambda: _filled("- *a\n", "a: &a x\nb:\n"),
    "merge keys": lambda: _filled("- <<: {a: b}\n"),
    "tags": lambda: _filled("- !!python/object/apply:os.system [x]\n"),
    "one key again": lambda: _filled("a: b\n"),
    "many keys": lambda: _numbered("{}:\n"),
    "many short items": lambda: _filled("-\n"),
    "lists in a list": lambda: _filled("- [" + "1," * 999 + "1]\n"),
    "maps in a list": lambda: _filled("- [" + "{a: b}," * 999 + "]\n"),
    "flow items": lambda: b"[" + _filled("1,") + b"]",
    "documents": lambda: _filled("---\n"),
    "one word": lambda: _filled("a"),
    "one quoted text": lambda: b'"' + _filled("\\u00e9") + b'"',
    "open quote": lambda: b'a: "' + _filled("b "),
    "digits": lambda: b"a: " + _filled("9"),
    "many numbers": lambda: _filled("- 99999999999999999999\n"),
    "comments": lambda: _filled("#\n"),
    "blank": lambda: _filled(" "),
    "tabs": lambda: _filled("\t"),
    "colons": lambda: _filled(": "),
    "percent": lambda: _filled("%YAML 1.1\n"),
    "wrong keys": lambda: _numbered("custmer{}: 1\n", "format: 1\n"),
    "wrong beats": lambda: _numbered(" b{}: {{}}\n", "format: 1\nbeats:\n"),
    "wrong responses": lambda: _numbered("  r{}: 1\n", "format: 1\nbeats:\n b:\n  responses:\n"),
    "leads astray": _astray,
    "full-width colons": lambda: _filled("标题：客户\n"),
    "controls": lambda: _filled("\x07"),
    "nul": lambda: bytes(MOST),
    "not utf-8": lambda: b"\xff\xfa" * (MOST // 2),
    "gbk": lambda: "标题: 客户\n".encode("gbk") * (MOST // 12),
    "too large": lambda: _filled("a: b\n") + _filled("a: b\n"),
}
