"""A text in one language that stands for both."""

import re
from collections.abc import Iterator
from typing import Final

from game.proof.texts import texts
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "“{text}”只有{is}，用{other}玩的人看到的也是它。",
        "“{text}” is only {is}, and those who play in {other} get it too.",
    ),
    Text(
        "分开写成 {{{~zh}: …, {~en}: …}}；这个情景只写了一种语言的话，就用“{~languages}”说明。",
        "Write it as {{{~zh}: …, {~en}: …}}, or say with `{~languages}` that the scenario is written in one.",
    ),
)
WHY = Text(
    "谈到一半忽然冒出一句看不懂的话，学员不知道客户说了什么，也不知道自己选了什么。",
    "In the middle of a talk words turn up that the trainee cannot read: what was said, or picked, is anyone's guess.",
)
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD: Final = re.compile(r"[a-z]{3}")
LETTERS: Final = 6
"""Fewer Latin letters may be a name, a unit or an abbreviation, which Chinese takes as it is."""
MOST: Final = 20


def find(view: View) -> Iterator[Finding]:
    """Yield each text that is clearly in the other language, where the scenario is written in both."""
    if len(view.scenario.languages) < 2:
        return
    for path, text, name in texts(view.scenario):
        if _chinese(text.en or ""):
            yield Finding(path, _words(text.en or "", "中文", "Chinese", "英文", "English"))
        elif not name and _english(text.zh or ""):
            yield Finding(path, _words(text.zh or "", "英文", "English", "中文", "Chinese"))


def _chinese(text: str) -> bool:
    """Return whether more than a word or two of a text is Chinese."""
    return 2 * len(_HAN.findall(text)) > len(_LATIN.findall(text))


def _english(text: str) -> bool:
    """Return whether a text is made of Latin words and has nothing Chinese about it."""
    return not _HAN.search(text) and len(_LATIN.findall(text)) >= LETTERS and bool(_WORD.search(text))


def _words(text: str, is_zh: str, is_en: str, other_zh: str, other_en: str) -> dict[str, str]:
    shown = text if len(text) <= MOST else f"{text[: MOST - 1]}…"
    return {"text": shown, "is.zh": is_zh, "is.en": is_en, "other.zh": other_zh, "other.en": other_en}
