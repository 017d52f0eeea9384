"""Writes what the documentation takes from the code: the pages of the diagnostics, and the tables between markers.

`python -m docs.build` writes; `python -m docs.build --check` only says which files are not up to date.
"""

import difflib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from docs import plan_pages, smelling, tables
from docs.cases import example, problems
from game.scenario import plan_schema
from game.scenario.diagnostics import DIAGNOSTICS, FILE, FORM, LINKS, MEANING, RULEBOOK, WARNINGS
from game.scenario.schema import printed

DOCS: Final = Path(__file__).resolve().parent
LANGUAGES: Final = ("zh", "en")
_BETWEEN: Final = re.compile(r"(<!-- table: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

HEAD: Final = {
    "zh": """# 检查出来的问题

`python run.py check 文件` 会一次列出文件里的所有问题，每条一行：文件、行、列、级别、代码、哪里不对、怎么改。
“错误”没改好之前不能开局；“警告”可以开局，但最好看一眼。代码不会变，可以在这一页里搜。

每个代码下面，先是说明，再是一个出错的例子和改好之后的样子。例子的全文在
[diagnostics](../diagnostics) 文件夹里，每个代码一个文件夹。
""",
    "en": """# What a check can find

`python run.py check FILE` lists everything that is wrong with a file at once, one line each: file, line, column,
level, code, what is wrong and what to do. A file with an error cannot be played; a warning is worth a look. Codes never
change, so you can search for one on this page.

Under each code stand the message, an example that fails, and the same lines mended. The whole files are in the folder
[diagnostics](../diagnostics), one folder for each code.
""",
}
GROUPS: Final = (
    (FILE, "文件和 YAML", "The file and its YAML"),
    (FORM, "键和值", "Keys and values"),
    (LINKS, "没有着落的 id", "Ids that lead nowhere"),
    (MEANING, "说不通的内容", "What cannot be meant"),
    (RULEBOOK, "规则文件", "Rulebook files"),
    (WARNINGS, "警告", "Warnings"),
)
LEVELS: Final = {"error": ("错误", "error"), "warning": ("警告", "warning")}
WORDS: Final = {
    "level": ("级别", "Level"),
    "line": ("第 {line} 行第 {column} 列", "line {line}, column {column}"),
    "bad": ("出错的写法：", "Fails:"),
    "good": ("改好之后：", "Mended:"),
    "same": (
        "两个文件的文字一样，只是编码不同；改好的那份是 UTF-8。",
        "Both files hold the same words, in different encodings; the mended one is UTF-8.",
    ),
    "gone": ("（改好之后，这几行删掉了。）", "(Mended, these lines are gone.)"),
    "absent": ("（出错的文件里没有这几行。）", "(The failing file lacks these lines.)"),
}


def word(name: str, language: str) -> str:
    """Return one of this page's own words."""
    return WORDS[name][LANGUAGES.index(language)]


def diagnostics(language: str) -> str:
    """Return the page of all diagnostics in one language."""
    parts = [HEAD[language]]
    for group, zh, en in GROUPS:
        parts.append(f"## {zh if language == 'zh' else en}\n")
        parts += (entry(code, language) for code in group)
    return "\n".join(parts)


def entry(code: str, language: str) -> str:
    """Return one code's part of the page: message and hint with the words of its example, and both excerpts."""
    found = example(code)
    problem = next(problem for problem in problems(found.bad, "bad.yaml") if problem.code == code)
    level = LEVELS[DIAGNOSTICS[code].level][LANGUAGES.index(language)]
    place = word("line", language).format(line=problem.line, column=problem.column)
    told = f"{problem.message(language)}{'' if language == 'zh' else ' '}{problem.hint(language)}"
    head = f"### {code}\n\n{word('level', language)}{'：' if language == 'zh' else ': '}{level} · {place}\n\n> {told}\n"
    if found.made is not None:
        return f"{head}\n{found.made[LANGUAGES.index(language)]}\n"
    return f"{head}\n{excerpts(found.bad, found.good, language)}"


def excerpts(bad: bytes, good: bytes, language: str) -> str:
    """Return the lines in which the two files differ, as two blocks, with the line before them."""
    try:
        failing, mended = bad.decode().splitlines(), good.decode().splitlines()
    except UnicodeDecodeError:
        return word("same", language) + "\n"
    left: list[str] = []
    right: list[str] = []
    for group in difflib.SequenceMatcher(None, failing, mended, autojunk=False).get_grouped_opcodes(1):
        if left:
            left.append("# …")
            right.append("# …")
        left += failing[group[0][1] : group[-1][2]]
        right += mended[group[0][3] : group[-1][4]]
    return f"{word('bad', language)}\n\n{block(left)}\n{word('good', language)}\n\n{block(right)}"


def block(lines: list[str]) -> str:
    """Return lines as a YAML block; control characters are shown by their number."""
    shown = [
        re.sub(r"[\x00-\x08\x0b-\x1f]", lambda found: f"␛[{ord(found[0]):02X}]", line).replace("\t", "→")
        for line in lines
    ]
    return "```yaml\n" + "\n".join(shown) + "\n```\n"


def filled(page: str, language: str) -> str:
    """Return a page with the tables between its markers made anew."""
    return _BETWEEN.sub(lambda found: found[1] + tables.TABLES[found[2]](language) + found[3], page)


def files() -> dict[Path, str]:
    """Return what every file that is made from the code should hold."""
    made: dict[Path, str] = {DOCS.parent / "scenarios" / "scenario.schema.json": printed()}
    made[DOCS.parent / plan_schema.FILE] = plan_schema.printed()
    for language in LANGUAGES:
        page = DOCS / language / "plans.md"
        made[page] = plan_pages.filled(page.read_text(encoding="utf-8"), language, excerpts)
        made[DOCS / language / "diagnostics.md"] = diagnostics(language)
        made[DOCS / language / "smells.md"] = smelling.page(language, excerpts)
        for name in ("format.md", "rules.md", "course.md"):
            page = DOCS / language / name
            made[page] = filled(page.read_text(encoding="utf-8"), language)
    return made


def stale(made: dict[Path, str]) -> list[Path]:
    """Return the files that hold something else than they should."""
    return [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def main(arguments: list[str], say: Callable[[str], object] = sys.stdout.write) -> int:
    """Write the files, or with `--check` name those that are not up to date; return the exit code."""
    made = files()
    behind = stale(made)
    for path in behind:
        say(f"{path.relative_to(DOCS.parent).as_posix()}\n")
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made[path], encoding="utf-8", newline="\n")
    return 1 if behind and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
