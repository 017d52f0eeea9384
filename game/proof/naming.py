"""How findings name customers, scores and plays in both languages, and where a customer stands in the file."""

from collections.abc import Iterable

from game.engine import Score
from game.engine.passing import Passing
from game.i18n import BETWEEN, words
from game.proof.view import Path, View
from game.scenario import Persona, Text
from game.scenario.words import COMPONENTS

SCORES = ("set", "meet", "exceed", "empathy", "nvc")
"""The five scores that overall is made of."""


def place(persona: Persona) -> Path:
    """Return where a customer is written: the persona, or the customer as written."""
    return ("customer",) if persona.id is None else ("personas", persona.id)


def both(name: str, text: Text) -> dict[str, str]:
    """Return a text as a word of the texts of a smell."""
    return {f"{name}.zh": text.told("zh"), f"{name}.en": text.told("en")}


def joined(texts: Iterable[Text]) -> Text:
    """Return texts as one, set out as lists are in each language."""
    found = list(texts)
    return Text(
        BETWEEN["zh"].join(one.told("zh") for one in found), BETWEEN["en"].join(one.told("en") for one in found)
    )


def listed(ids: Iterable[str]) -> Text:
    """Return ids as a list."""
    return joined(map(plain, ids))


def noted(text: Text, note: Text) -> Text:
    """Return a text with a note in brackets."""
    return Text(f"{text.told('zh')}（{note.told('zh')}）", f"{text.told('en')} ({note.told('en')})")


def plain(value: object) -> Text:
    """Return a number or an id as a text that is the same in both languages."""
    return Text(str(value), str(value))


def people(personas: Iterable[Persona]) -> Text:
    """Return the labels of customers as a list."""
    return joined(persona.label for persona in personas)


def score_name(name: str) -> Text:
    """Return what the game calls a score."""
    return Text(words("zh")(f"score.{name}"), words("en")(f"score.{name}"))


def verdict_name(verdict: str) -> Text:
    """Return what the game calls a verdict."""
    return Text(words("zh")(f"verdict.{verdict}"), words("en")(f"verdict.{verdict}"))


def component_name(component: str) -> Text:
    """Return what the game calls a component."""
    return Text(*COMPONENTS[component])


def conditions(passing: Passing) -> Text:
    """Return what it takes to pass, as a list."""
    asked = passing.conditions
    if not asked:
        return Text("没有要求，谈完就通过", "nothing, every play passes")
    return joined(_least(name, least) for name, least in asked.items())


def _least(name: str, least: int | str) -> Text:
    if name == "verdict":
        verdict = verdict_name(str(least))
        return Text(f"评定至少“{verdict.told('zh')}”", f"at least “{verdict.told('en')}”")
    called = score_name(name)
    return Text(f"{called.told('zh')}至少 {least}", f"{called.told('en')} at least {least}")


def by_course(view: View) -> Text:
    """Return in brackets what a course asks for; nothing where there is no course."""
    asked = conditions(view.passing)
    if not view.graded:
        return Text("", "")
    return Text(f"（课程的通过条件：{asked.told('zh')}）", f" (to pass, the course asks for: {asked.told('en')})")


def result(score: Score) -> Text:
    """Return overall, verdict and the five scores of a play."""
    told = []
    for one in (words("zh"), words("en")):
        parts = one.list(f"{one(f'score.{name}')} {getattr(score, name)}" for name in SCORES)
        told.append((one(f"verdict.{score.verdict}"), parts))
    (zh, zh_parts), (en, en_parts) = told
    return Text(f"{score.overall} 分（{zh}；{zh_parts}）", f"{score.overall} ({en}; {en_parts})")
