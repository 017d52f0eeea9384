"""Words that say the opposite of the tags under them."""

from collections.abc import Iterator

from game.proof.said import ASKING, CONTRITE, EMPTY, OWNING, SORRY, VOW, WANTING, betrayed, found, told
from game.proof.view import Finding, Path, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.words import ACTS, EMPATHY, NVC, TAGS, Language

SAYS = Diagnostic(
    "warning",
    Text("“{response}”的话和标签对不上：{clash}。", "The words of “{response}” belie its tags: {clash}."),
    Text("{do}。", "{do}."),
)
WHY = Text(
    "分数跟着标签走，学员读到的却是话；两样对不上，说得难听也得分，说得在理也扣分，他没法学。",
    "Scores follow the tags, trainees read the words. Where the two part, harsh words are paid for and good ones are "
    "not, and nobody can learn from it.",
)
SUBSTANCE = (EMPATHY.keys() | NVC.keys() | ACTS.keys()) - {"generic", "next-step", "update"}
"""Tags that more than a word of assent has to stand for."""
Languages = tuple[Language, ...]
Fault = tuple[Path, dict[str, str]]


def find(view: View) -> Iterator[Finding]:
    """Yield each response in which a phrase, or the want of any question, gives the lie to its tags; once each."""
    languages = view.scenario.languages
    for beat in view.scenario.beats.values():
        for response in beat.responses:
            for check in (_phrase, _vow, _apology, _bare_apology, _question, _request, _empty):
                if fault := check(response, languages):
                    place, words = fault
                    path = ("beats", beat.id, "responses", response.id, *place)
                    yield Finding(path, words | {"response": f"{beat.id}/{response.id}"})
                    break


def _phrase(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of a phrase that calls for a tag which is not there."""
    if (met := betrayed(response, languages)) is None:
        return None
    marker, phrase = met
    zh, en = _names(marker.calls_for[:1])
    own_zh, own_en = _names(sorted(response.tags))
    return ("say", phrase.language), {
        "clash.zh": f"“{phrase.words}”是{zh}的话，{f'标签却是{own_zh}' if own_zh else '却没有标签'}",
        "clash.en": f"“{phrase.words}” is {en}, and {f'the tags are {own_en}' if own_en else 'there are no tags'}",
        "do.zh": f"有意这么写，就标上“{{~{marker.calls_for[0]}}}”；不是这个意思，就换个说法",
        "do.en": f"Tag it {{~{marker.calls_for[0]}}} if it is meant so, or put it in other words",
    }


def _vow(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of words that bind, where nothing is promised, kept or broken."""
    if response.promises or response.keeps or response.breaks or "recap" in response.tags:
        return None
    for words, language in told(response, languages):
        if phrase := found(VOW[language], words, language):
            return ("say", language), {
                "clash.zh": f"“{phrase}”是许诺，却没有写“{{~promise}}”",
                "clash.en": f"“{phrase}” is a promise, and none is written",
                "do.zh": "用“{~promise}”写明许了什么、到什么程度、什么时候；不算承诺，就别说得这么满",
                "do.en": "Write with `{~promise}` what is promised, to what level and by when, or put it less strongly",
            }
    return None


def _apology(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of an apology, in every language the scenario is written in, that is not tagged as one."""
    if response.tags & {"apology", "reaction", "interpretation", "denial"}:
        return None
    phrases = [found(SORRY[language], words, language) for words, language in told(response, languages)]
    if not phrases or not all(phrases):
        return None
    return ("say", languages[0]), {
        "clash.zh": f"“{phrases[0]}”是道歉，标签里却没有“{{~apology}}”",
        "clash.en": f"“{phrases[-1]}” is an apology, and the tags have none",
        "do.zh": "标上“{~apology}”；光道歉、不担责也不体会对方，规则会说出来",
        "do.en": "Tag it {~apology}; the rules will say what a bare apology is worth",
    }


def _bare_apology(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of a tag that says apology over words in which nobody is sorry or at fault."""
    said = list(told(response, languages))
    signs = (SORRY, CONTRITE, OWNING) if "ownership" in response.tags else (SORRY, CONTRITE)
    sorry = any(sign[language].search(words) for words, language in said for sign in signs)
    if "apology" not in response.tags or sorry:
        return None
    return _tagged("apology", "这句话里没有一处道歉", "nothing in it is an apology", "说出歉意", "Say sorry")


def _question(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of a tag that asks, over words that in some language ask nothing."""
    asks = next((tag for tag in ("exploration", "interrogation") if tag in response.tags), None)
    if asks is None or all(ASKING[language].search(words) for words, language in told(response, languages)):
        return None
    return _tagged(asks, "这句话什么也没问", "nothing is asked in it", "问出来", "Ask it")


def _request(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of a tag that says request, over words that in no language want anything of anybody."""
    wants = any(WANTING[language].search(words) for words, language in told(response, languages))
    if "request" not in response.tags or wants:
        return None
    return _tagged("request", "没有请对方做什么", "nothing is asked of anybody in it", "说出请求", "Make the request")


def _empty(response: Response, languages: Languages) -> Fault | None:
    """Return the fault of a tag over words that in no language say more than that something is dealt with."""
    tags = [tag for tag in TAGS if tag in response.tags & SUBSTANCE]
    if not tags or not all(EMPTY[language].fullmatch(words) for words, language in told(response, languages)):
        return None
    return _tagged(tags[0], "这句话没有这个内容", "the words have nothing of it", "把它说出来", "Say it")


def _tagged(tag: str, zh: str, en: str, do_zh: str, do_en: str) -> Fault:
    return ("tags",), {
        "clash.zh": f"标签是“{TAGS[tag][0]}”，{zh}",
        "clash.en": f"it is tagged {tag}, and {en}",
        "do.zh": f"{do_zh}，或者去掉标签“{{~{tag}}}”",
        "do.en": f"{do_en}, or take the tag {{~{tag}}} away",
    }


def _names(tags: tuple[str, ...] | list[str]) -> tuple[str, str]:
    """Return the names of tags, listed, in Chinese and in English."""
    return "".join(f"“{TAGS[tag][0]}”" for tag in tags), ", ".join(TAGS[tag][1] for tag in tags)
