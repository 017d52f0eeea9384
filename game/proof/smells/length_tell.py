"""Answers that stick out by their length, so that a trainee who cannot read would find them."""

from collections.abc import Iterator
from typing import Final

from game.proof.evidence import Choice
from game.proof.view import Finding, View
from game.scenario import Beat, Response, Scenario, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.words import Language

SAYS = Diagnostic(
    "warning",
    Text(
        "{count} 个节点里有 {told} 个，好答案的{language}长短和别的差得远，一眼就认得出：{beats}。",
        "At {told} of {count} beats the good answer is far longer or shorter than all others in {language}: {beats}.",
    ),
    Text(
        "先改“{first}”：它比别的{far}得多；把别的回应写得一样{far}，或把它写{other}些，让长短说明不了什么。",
        "Begin with “{first}”, which is far {far} than the others: bring their lengths together, so that length says "
        "nothing.",
    ),
)
WHY = Text(
    "学员不用读，看哪一句长短不一样就能选对，分数也就说明不了他会不会说话。",
    "Whoever picks the odd length out picks right without reading, and the scores say nothing of how well they talk.",
)
FAR: Final = 1.3
"""So many times as long or as short as the nearest rival is seen at a glance; a fifth more or less is not."""
SEEN: Final[dict[Language, int]] = {"zh": 6, "en": 18}
"""And at least so many letters apart: a short clause of Chinese, three or four words of English."""
FEWEST: Final = 3
"""Fewer beats with an answer of their own are no pattern."""
MOSTLY: Final = 0.5
"""What is among the best of all on offer in so much of random play is a good answer, be it to some customer alone."""
Good = dict[str, frozenset[str]]
"""The good answers by beat, where there are others beside them."""
Tell = dict[str, str]
"""The beats at which the good answers stick out, each with "longer" or "shorter"."""


def find(view: View) -> Iterator[Finding]:
    """Yield, once for all languages, the beats at which length tells the answer, if they are more than half of all."""
    if not view.whole:
        return
    good = {beat: answers for beat, met in _met(view).items() if (answers := _good(met))}
    tells = {language: _tell(view, good, language) for language in view.scenario.languages}
    given_away = [language for language, told in tells.items() if told]
    if given_away:
        yield _finding(tells[given_away[0]], good, given_away, view.scenario)


def _met(view: View) -> dict[str, list[Choice]]:
    """Return by beat what was seen of its responses, by all customers to whom they were offered beside others."""
    met: dict[str, list[Choice]] = {}
    for one in (one for seen in view.evidence for one in seen.choices if one.states and one.rivals):
        met.setdefault(one.beat, []).append(one)
    return met


def _good(met: list[Choice]) -> frozenset[str]:
    """Return the good answers of a beat; none where all are good, or none is."""
    good = frozenset(one.response for one in met if one.best_share >= MOSTLY)
    return good if good < {one.response for one in met} else frozenset()


def _tell(view: View, good: Good, language: Language) -> Tell:
    """Return where the good answers stick out in a language; nothing where that is rare."""
    beats = view.scenario.beats
    told = {beat: far for beat, answers in good.items() if (far := _far(beats[beat], answers, language))}
    return told if len(told) >= FEWEST and 2 * len(told) > len(good) else {}


def _far(beat: Beat, good: frozenset[str], language: Language) -> str:
    """Return "longer" or "shorter" if every good answer is far so beside every other response, else ""."""
    own = [_length(response, language) for response in beat.responses if response.id in good]
    others = [_length(response, language) for response in beat.responses if response.id not in good]
    if min(own) >= FAR * max(others) and min(own) - max(others) >= SEEN[language]:
        return "longer"
    return "shorter" if max(own) * FAR <= min(others) and min(others) - max(own) >= SEEN[language] else ""


def _length(response: Response, language: Language) -> int:
    return len("".join(response.say.told(language).split()))


def _finding(tell: Tell, good: Good, languages: list[Language], scenario: Scenario) -> Finding:
    names = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
    beat = next(iter(tell))
    answer = next(one.id for one in scenario.beats[beat].responses if one.id in good[beat])
    longer = tell[beat] == "longer"
    words = {"count": str(len(good)), "told": str(len(tell)), "beats.zh": "、".join(tell), "beats.en": ", ".join(tell)}
    words |= {"first": f"{beat}/{answer}", "far.en": tell[beat]}
    words |= {"far.zh": "长" if longer else "短", "other.zh": "短" if longer else "长"}
    words["language.zh"] = "和".join(names[language][0] for language in languages)
    words["language.en"] = " and ".join(names[language][1] for language in languages)
    return Finding(("beats", beat, "responses", answer, "say", languages[0]), words)
