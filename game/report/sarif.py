"""Problems as a SARIF 2.1.0 log, the form in which editors and build servers take them.

The rules speak both languages: the one asked for in the tool's own descriptions, the other as a translation of them.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from msgspec import Struct

from game.scenario import Problem, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.problem import general

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
TOOL: Final = "Yuqi"
BASE: Final = "%SRCROOT%"
"""What relative addresses are relative to; whoever reads the log knows where that is on their own machine."""
LANGUAGES: Final = {"zh": "zh-CN", "en": "en-US"}
Part = dict[str, Any]


class Rule(Struct, frozen=True):
    """What can be found: what its code says, why that matters, where known, and its page under docs/{zh,en}/."""

    says: Diagnostic
    why: Text | None = None
    page: str = ""
    form: type[Struct] | None = None
    """The form of the file that it is about, where that is neither a scenario nor a test plan."""


def catalogue() -> dict[str, Rule]:
    """Return all that `check` can find, by code."""
    from game.course.faults import FAULTS
    from game.course.form import CourseForm
    from game.proof.smelling import SMELLS
    from game.scenario.diagnostics import DIAGNOSTICS
    from game.scenario.plan_faults import PLAN

    pages = ((DIAGNOSTICS, "diagnostics", None), (PLAN, "plans", None), (FAULTS, "course", CourseForm))
    rules = {code: Rule(says, None, page, form) for table, page, form in pages for code, says in table.items()}
    return {**rules, **{code: Rule(smell.says, smell.why, "smells") for code, smell in SMELLS.items()}}


def sarif(
    problems: Iterable[Problem], rules: Mapping[str, Rule], version: str, language: str, root: Path | None = None
) -> Part:
    """Return the log of one run that found `problems`. Files below `root`, the current folder, are told relative to it.

    `rules` are all that could have been found, `version` is the tool's, "1.2.3"; messages are told in `language`.
    """
    told = list(problems)
    known = {**rules, **{one.code: Rule(one.says) for one in told if one.code not in rules}}
    codes = {code: number for number, code in enumerate(sorted(known))}
    other = "en" if language == "zh" else "zh"
    folder = (root if root is not None else Path.cwd()).resolve()
    run = {
        "tool": {"driver": {**_component(version, language), "rules": _rules(known, language, whole=True)}},
        "translations": [
            {
                **_component(version, other),
                "contents": ["localizedData"],
                "isComprehensive": True,
                "translationMetadata": {"name": f"{TOOL} {LANGUAGES[other]}"},
                "associatedComponent": {"name": TOOL},
                "rules": _rules(known, other, whole=False),
            }
        ],
        "language": LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": _results(told, codes, language, folder),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _component(version: str, language: str) -> Part:
    return {"name": TOOL, "semanticVersion": version, "version": version, "language": LANGUAGES[language]}


def _rules(rules: Mapping[str, Rule], language: str, whole: bool) -> list[Part]:
    """Return the descriptors of all rules by code; a translation has only what is said in words."""
    return [
        {"id": code, **_said(rules[code], language), **(_settings(rules[code]) if whole else {})}
        for code in sorted(rules)
    ]


def _said(rule: Rule, language: str) -> Part:
    short = general(rule.says.message, language, rule.form)
    why = short if rule.why is None else f"{short}{'' if language == 'zh' else ' '}{rule.why.told(language)}"
    hint = general(rule.says.hint, language, rule.form)
    if not any(letter.isalpha() for letter in hint):  # each problem brings a remedy of its own
        hint = why
    page = f" docs/{language}/{rule.page}.md" if rule.page else ""
    return {"shortDescription": {"text": short}, "fullDescription": {"text": why}, "help": {"text": hint + page}}


def _settings(rule: Rule) -> Part:
    return {"defaultConfiguration": {"level": rule.says.level}}


def _results(problems: list[Problem], codes: Mapping[str, int], language: str, folder: Path) -> list[Part]:
    met: Counter[str] = Counter()
    between = "" if language == "zh" else " "
    results = []
    for problem in problems:
        address = _address(problem.file, folder)
        print_ = _fingerprint(problem, address["uri"])
        met[print_] += 1
        region = {"startLine": problem.line, "startColumn": problem.column}
        results.append(
            {
                "ruleId": problem.code,
                "ruleIndex": codes[problem.code],
                "level": problem.level,
                "message": {"text": f"{problem.message(language)}{between}{problem.hint(language).strip()}"},
                "locations": [{"physicalLocation": {"artifactLocation": address, "region": region}}],
                "partialFingerprints": {"problem/v1": f"{print_}:{met[print_]}"},
            }
        )
    return results


def _address(file: str, folder: Path) -> Part:
    """Return where a file is: relative to the folder where it lies below it, as a whole address elsewhere."""
    path = (folder / file).resolve()
    if path.is_relative_to(folder):
        return {"uri": quote(path.relative_to(folder).as_posix()), "uriBaseId": BASE}
    return {"uri": path.as_uri()}


def _fingerprint(problem: Problem, address: str) -> str:
    """Return what stays the same of a problem when lines are added elsewhere: its numbers are left out."""
    words = [f"{name}={word}" for name, word in sorted(problem.words.items()) if not word.isdecimal()]
    return hashlib.sha256("\0".join((address, problem.code, *words)).encode()).hexdigest()[:32]
