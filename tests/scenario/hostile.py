"""Files that were made to do harm, one of each kind. Each is built only when it is asked for."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

EXAMPLE: Final = Path(__file__).resolve().parents[2] / "docs" / "examples" / "heating-cold-flat.yaml"
MIB: Final = 1 << 20


def _whole(old: str, new: str) -> bytes:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


def _beats(count: int, then: str) -> bytes:
    """A scenario of many beats whose responses all lead to `then`."""
    text = EXAMPLE.read_text(encoding="utf-8")
    beat = "  {id}: {{says: a, responses: {{r: {{say: b, then: {to}}}}}}}\n"
    many = "".join(beat.format(id=f"beat-{number}", to=then.format(number)) for number in range(count))
    return text.replace("beats:\n", "beats:\n" + many, 1).encode()


def _chinese(count: int, more: str) -> bytes:
    """A scenario of many beats with Chinese keys, and with `more` in each response."""
    text = EXAMPLE.read_text(encoding="utf-8")
    beat = "  b{id}: {{客户说: a, 阶段: 事后, 回应: {{r: {{话术: b, 落实: {{服务质量: 1}}, 标签: [道歉]{more}}}}}}}\n"
    many = "".join(beat.format(id=number, more=more) for number in range(count))
    return text.replace("beats:\n", "节点:\n" + many, 1).encode()


def _bomb() -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 10)]
    return "\n".join(lines).encode()


HOSTILE: Final[dict[str, Callable[[], bytes]]] = {
    "deep lists": lambda: b"a: " + b"[" * 1_000_000,
    "deep maps": lambda: b"{a: " * 700_000,
    "deep indentation": lambda: b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "deep questions": lambda: b"? " * 1_000_000,
    "a wide list": lambda: b"a: [" + b"1," * (2 * MIB - 10) + b"]",
    "a wide map": lambda: b"".join(b"k%d: 1\n" % n for n in range(350_000)),
    "a wide map of texts": lambda: _whole("facts:\n", "facts:\n" + "".join(f"  f{n}: x\n" for n in range(250_000))),
    "one long text": lambda: _whole("title: {", "sources: [" + "x" * (3 * MIB) + "]\ntitle: {"),
    "one long key": lambda: b"k" * (4 * MIB - 10) + b": 1",
    "one long line of Chinese": lambda: bytes("标题：" + "冷" * (MIB + 300_000), "utf-8"),
    "a long number": lambda: b"format: " + b"9" * (4 * MIB - 10),
    "many long numbers": lambda: b"a: [" + b"12345678901234567890," * 190_000 + b"]",
    "a long decimal": lambda: b"format: 1." + b"9" * (4 * MIB - 20),
    "a long exponent": lambda: _whole("level: 2", "level: 1e" + "9" * 1000),
    "a long time": lambda: _whole("by: '17:30'", "by: '" + "1" * MIB + " " * MIB + "'"),
    "many slow times": lambda: _whole(
        "          call-1730:",
        "".join(f"          p{n}: {{about: service, level: 7, by: '1{' ' * 300}x'}}\n" for n in range(11_000))
        + "          call-1730:",
    ),
    "an alias bomb": _bomb,
    "many aliases": lambda: b"a: [" + b"*a," * 1_000_000 + b"]",
    "many anchors": lambda: b"a: [" + b"&a 1," * 600_000 + b"]",
    "many tags": lambda: b"a: [" + b"!!x 1," * 600_000 + b"]",
    "a tag that runs code": lambda: b"a: !!python/object/apply:os.system [exit 9]",
    "duplicate keys": lambda: b"a: 1\n" * 500_000,
    "control characters": lambda: bytes(range(1, 32)) * 100_000,
    "zero bytes": lambda: b"a: b\n" + b"\0" * (3 * MIB),
    "random bytes": lambda: random.Random(7).randbytes(4 * MIB - 1),
    "random ASCII": lambda: bytes(random.Random(7).choices(range(32, 127), k=2 * MIB)),
    "random YAML signs": lambda: bytes(random.Random(7).choices(b"{}[]:,-?&*!|>'\"%@` \n\ta1", k=2 * MIB)),
    "an open quote": lambda: b'a: "' + b"\\x41" * (MIB - 10),
    "many documents": lambda: b"---\n" * MIB,
    "too large": lambda: b"#" * (4 * MIB + 1),
    "only line breaks": lambda: b"\n" * (4 * MIB - 1),
    "only dashes": lambda: b"- " * (2 * MIB - 1),
    "half a letter": lambda: "format: 1\ntitle: 冷".encode()[:-1],
    "many misspelt keys": lambda: b"".join(b"customer%d: 1\n" % n for n in range(200_000)),
    "many misspelt ids": lambda: _beats(40_000, "baet-{}"),
    "many long misspelt ids": lambda: _whole(
        "facts:\n", "facts:\n" + "".join(f"  {'f' * 60}{n}: x\n" for n in range(50_000))
    ).replace(b"learn: [newborn]", b"learn: [" + b", ".join(b"f" * 58 + b"g%d" % n for n in range(300)) + b"]"),
    "nested conditions": lambda: _whole("if: {heat: {min: 10}}", "if: " + "{not: " * 36 + "{}" + "}" * 36),
    "many Chinese keys": lambda: _chinese(19_000, ", 去向: complaint"),
    "many keys in both languages": lambda: _chinese(19_000, ", say: b, deliver: {service: 1}"),
    "many misspelt Chinese keys": lambda: bytes("".join(f"客户{n}: 1\n" for n in range(150_000)), "utf-8"),
    "nested Chinese conditions": lambda: _whole("if: {heat: {min: 10}}", "条件: " + "{不满足: " * 36 + "{}" + "}" * 36),
    "a fault behind many lines": lambda: "标题: {中文: 冷}\n客户:".encode() + b"\n" * (4 * MIB - 100) + b"  x: 1\n",
    "many empty maps": lambda: b"a: [" + b"{}," * 1_000_000 + b"]",
    "wide conditions": lambda: _whole("if: {heat: {min: 10}}", "if: {any: [" + "{}, " * 150_000 + "]}"),
}
"""What a kind is called, and how its bytes are made."""
