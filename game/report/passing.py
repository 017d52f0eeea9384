"""What it takes to pass a course, and what was missing, in words: the same on the assigned list and in every report."""

from game.course.grading.results import Short
from game.engine.passing import Passing
from game.i18n import Words


def asked(words: Words, passing: Passing) -> tuple[str, ...]:
    """Return what it takes to pass, one by one, each as it stands within a sentence; never empty."""
    told = []
    for name, least in passing.conditions.items():
        if name == "verdict":
            told.append(words("passing.verdict", verdict=words(f"verdict.{least}")))
        else:
            told.append(words("passing.score", name=_score(words, name), least=least))
    return tuple(told) or (words("passing.anyhow"),)


def short(words: Words, one: Short) -> str:
    """Return one thing that was missing to pass, as it stands within a sentence."""
    if one.name == "verdict":
        return words("passing.short_verdict", had=words(f"verdict.{one.had}"), least=words(f"verdict.{one.least}"))
    return words("passing.short_score", name=_score(words, one.name), had=one.had, least=one.least)


def shorts(words: Words, missing: tuple[Short, ...]) -> str:
    """Return all that was missing to pass, one after the other; "" where nothing was."""
    return words("mark.semicolon").join(short(words, one) for one in missing)


def _score(words: Words, name: str) -> str:
    """Return what a score is called within a sentence."""
    called = words(f"score.{name}")
    return called if called[1:2].isupper() else called[:1].lower() + called[1:]
