"""The page of the smells, and the failing and the mended example of each: whole scenarios in the folder beside this."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from docs.cases import Example
from game.proof.gather import gather
from game.proof.smelling import SMELLS, smell
from game.proof.view import View
from game.scenario import Problem, read

FOLDER: Final = Path(__file__).resolve().parent / "smells"
GRADED: Final = frozenset({"no-note"})
"""What is only told of scenarios that a course gives marks by."""
GROUPS: Final = (
    (
        "走不到、走不完的",
        "What is never come to, and what never ends",
        (
            "beat-never",
            "response-never",
            "interrupt-never",
            "ending-never",
            "ending-always",
            "dead-end",
            "endless",
            "persona-idle",
        ),
    ),
    (
        "事实和承诺",
        "Facts and promises",
        ("fact-never-learned", "fact-unused", "promise-never-closed", "overpromise-unbreakable"),
    ),
    (
        "写的话",
        "The words",
        ("text-against-tags", "few-replies", "no-note", "one-language-text", "length-tell"),
    ),
    (
        "分数",
        "The scores",
        ("pass-out-of-reach", "pass-by-luck", "score-fixed", "component-unmoved", "meter-unmoved", "clipped"),
    ),
    (
        "好答案",
        "The good answers",
        (
            "siblings-alike",
            "dominated",
            "best-through-blocker",
            "greedy-misleads",
            "answer-by-position",
            "answer-by-length",
            "answer-by-empathy",
        ),
    ),
    (
        "不动脑子也能过关的办法",
        "Ways to pass without thinking",
        ("strategy-first", "strategy-longest", "strategy-shortest", "strategy-most-tagged", "strategy-apologise"),
    ),
)
HEAD: Final = {
    "zh": """# 疑点

情景没有错误、也能开局，谈起来却可能不对劲：有的话谁也听不到，有的答案一眼就能认出来，有的分怎么选都一样。
`python run.py check 文件` 把每个性格的每一局都走过一遍，看到这样的地方就报一条“疑点”：在哪一行、哪里可疑、怎么改。
“从来没有”“总是”这样的话，只有真的把每一局都走过了才说。走不到的节点报了，它里面的回应就不再一一报出来；
谁也走不到的结局、从不触发的 `interrupts`，不管因为什么，都会报。

疑点不一定是毛病。您有理由这么写，就在情景里用 `allow` 写明，检查时只复述您的理由，不再提醒：

```yaml
allow:
  ending-always: 这是入职第一课，只练开口，不分胜负。
```

每个代码下面，先是检查会说的话，再是它为什么要紧，然后是一个出问题的例子和改好之后的样子。例子的全文在
[smells](../smells) 文件夹里，每个代码一个文件夹，除了这一处都没有疑点。
""",
    "en": """# Smells

A scenario may have no error, play well enough, and still be wrong: words that nobody ever gets to hear, an answer that
can be told at a glance, a score that comes out the same whatever is picked. `python run.py check FILE` goes through
every play of every persona and tells what it finds there, one line each: file, line, column, code, what smells and what
to do. “Never” and “always” are said only where every play was really looked at. Where a beat is never come to, its
responses are not told one by one; an ending that nobody gets and an interrupt that never fires are told in any case,
whatever else is behind it.

A smell need not be a fault. If you have a reason to write it so, give it with `allow`; the check then repeats your
reason and leaves it at that:

```yaml
allow:
  ending-always: The first lesson is about opening one's mouth; there is nothing to win or lose.
```

Under each code stand what the check says, why it matters, an example that smells, and the same lines mended. The whole
files are in the folder [smells](../smells), one folder for each code; they smell of nothing else.
""",
}
WORDS: Final = {
    "line": ("第 {line} 行第 {column} 列", "line {line}, column {column}"),
    "graded": ("只在课程用它计分时才报", "told only where a course gives marks by it"),
    "why": ("为什么要紧：", "Why it matters: "),
}
Excerpts = Callable[[bytes, bytes, str], str]


def codes() -> tuple[str, ...]:
    """Return the codes of the page that have an example, in its order."""
    return tuple(code for _, _, listed in GROUPS for code in listed if code in SMELLS and (FOLDER / code).is_dir())


def example(code: str) -> Example:
    """Return the example of a smell."""
    return Example((FOLDER / code / "bad.yaml").read_bytes(), (FOLDER / code / "good.yaml").read_bytes())


@cache
def problems(raw: bytes, file: str, graded: bool = False) -> tuple[Problem, ...]:
    """Return all that is wrong with a scenario and all that smells in it, over all plays of all its customers."""
    scenario, found = read(raw, file)
    if scenario is None:
        return found
    evidence = tuple(gather(scenario, persona.id) for persona in scenario.personas)
    return (*found, *smell(View(scenario, evidence, graded), raw, file))


def page(language: str, excerpts: Excerpts) -> str:
    """Return the page of all smells in one language; `excerpts` shows where two files differ."""
    parts = [HEAD[language]]
    for zh, en, listed in GROUPS:
        parts.append(f"## {zh if language == 'zh' else en}\n")
        parts += (entry(code, language, excerpts) for code in codes() if code in listed)
    return "\n".join(parts)


def entry(code: str, language: str, excerpts: Excerpts) -> str:
    """Return one smell's part of the page: what is said of its example, why it matters, and both excerpts."""
    found = example(code)
    told = next(one for one in problems(found.bad, "bad.yaml", code in GRADED) if one.code == code)
    line, graded, why = (WORDS[name][language == "en"] for name in ("line", "graded", "why"))
    place = line.format(line=told.line, column=told.column) + (f" · {graded}" if code in GRADED else "")
    said = f"{told.message(language)}{'' if language == 'zh' else ' '}{told.hint(language)}"
    reason = f"{why}{SMELLS[code].why.told(language)}"
    return f"### {code}\n\n{place}\n\n> {said}\n\n{reason}\n\n{excerpts(found.bad, found.good, language)}"
