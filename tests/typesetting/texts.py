"""What is set on the screen: all texts of the scenarios, all words of the interface, and cases hard to break."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from game.i18n import LANGUAGES, tables

ROOT = Path(__file__).resolve().parents[2]

ELSEWHERE = {"command_line", "graph", "pdf", "print", "workbook"}
"""Rooms of the game whose words never come into the window."""

HARD = (
    "他说：“好。”她说：“‘行’吗？”",
    "《业主公约》（2024版）【第8条】第2—3页，见「附件」『一』",
    "每周24/7小时，(5)%、3.5%、-5℃、¥35元、$(5)、€1,234.5，共100%的",
    "约2～3天；8–17点，–5度",
    "等等……好——好。算了……",
    "发到ma-lin@hotel.com，见www.a.com/b?c=d&e=f（编号a-b_c）。",
    "他说“OK”吧，3个“17:30”前",
    "“你好”，他说。’tis “half past five” — it’s",
    "a\r\nb\rc\n\n  d e  ",
    "字\u3000字 \u3000（ 里面 ）后面 ：完 。",
    'C++ (x)[y] and/or e.g. a,b;c #1 50% it\'s "quoted"',
    "e\u0301a字\u0301 \u0301x👍🏽👨‍👩‍👧🇨🇳🇩🇪🇨 a\u00a0b\u200bc\u2060d",
    "々〻ー・ぁァっッ",
    "· 一 · 二·三 A·B",
    "wait … what – no - yes",
    "①★★★☆→≤≥",
)


def told(node: object) -> Iterator[str]:
    """Yield each text in plain data."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from told(key)
            yield from told(value)
    elif isinstance(node, list):
        for item in node:
            yield from told(item)


@cache
def scenario_texts() -> frozenset[str]:
    """Return every text of every scenario that comes with the game."""
    files = sorted(file for file in (ROOT / "scenarios").rglob("*.yaml") if not file.name.endswith(".plays.yaml"))
    assert files
    return frozenset(text for file in files for text in told(yaml.safe_load(file.read_text(encoding="utf-8"))))


@cache
def interface_texts(shown: bool) -> frozenset[str]:
    """Return every text of the interface; if `shown`, only of the rooms that come into the window."""
    rooms = (item for language in LANGUAGES for item in tables(language).items())
    return frozenset(text for room, table in rooms if not (shown and room in ELSEWHERE) for text in table.values())
