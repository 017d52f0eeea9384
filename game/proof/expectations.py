"""What a test plan can expect of a play, key by key: each check returns the code and the words of what is not so."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

from msgspec import Struct

from game.engine import Gauges, Play, Score, Turn, facts, gauges, score
from game.engine.rulebook import Rulebook
from game.scenario import Text
from game.scenario.names import word
from game.scenario.plan import Expected
from game.scenario.problem import shown
from game.scenario.records import Range
from game.scenario.words import BASE, COMPONENTS, DEAD_END, SILENT, VERDICTS

Fault = tuple[str, dict[str, str]]
MOST_SHOWN: Final = 160
OWN: Final = {**BASE, **SILENT, **DEAD_END}
"""What the game itself calls something has a Chinese name, which does in a plan as well."""


class Now(Struct, frozen=True):
    """A moment of a play: what the customer has just said, which rules have fired, and when this is, in words."""

    play: Play
    when: Text
    said: tuple[Text, ...]
    turns: tuple[Turn, ...]
    """The turns of which rules are meant: the last one, or all of them at the end."""

    @property
    def gauges(self) -> Gauges:
        """What the play's state looks like."""
        return gauges(self.play.case, self.play.standing)

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that have fired, none twice."""
        return tuple(dict.fromkeys(rule for turn in self.turns for rule in turn.rules))

    @property
    def score(self) -> Score:
        """The scores; only of a play that is over."""
        return score(self.play)


def wrong(expected: Expected, now: Now) -> Fault | None:
    """Return what is not as expected, None where all is well."""
    return CHECKS[expected.key](expected, now)


def words(name: str, text: Text) -> dict[str, str]:
    """Return a word of a problem that is written otherwise in each language."""
    return {f"{name}.zh": shown(text.told("zh"), MOST_SHOWN), f"{name}.en": shown(text.told("en"), MOST_SHOWN)}


def listed(name: str, ids: Iterable[str]) -> dict[str, str]:
    """Return ids as a word of a problem: a list in each language."""
    told = list(ids)
    return words(name, Text("、".join(word(OWN, id_, "zh") for id_ in told) or "没有", ", ".join(told) or "none"))


def rule_ids(book: Rulebook) -> dict[str, str]:
    """Return the id of each rule by its id and by its names in both languages."""
    names = {name: id_ for id_, rule in book.rules.items() for name in (rule.name.told("zh"), rule.name.told("en"))}
    return {**names, **{id_: id_ for id_ in book.rules}}


def _rules(now: Now, last: bool = True) -> dict[str, str]:
    """Return the rules that fired in the last turn, or in all that are meant, as a word of a problem."""
    book = now.play.case.rulebook.rules
    ids = now.rules if not last else now.turns[-1].rules if now.turns else ()
    zh = [f"{book[id_].name.told('zh')}（{id_}）" for id_ in ids]
    return words("rules", Text("、".join(zh) or "没有", ", ".join(ids) or "none"))


def _should(wanted: Range) -> Text:
    """Return a wanted number as it follows "should be"."""
    low, high = wanted.min, wanted.max
    if low == high:
        return Text(f"是 {low}", f"{low}")
    if low is None or high is None:
        return Text(f"至多是 {high}", f"at most {high}") if low is None else Text(f"至少是 {low}", f"at least {low}")
    return Text(f"在 {low} 到 {high} 之间", f"between {low} and {high}")


def _number(code: str, wanted: Any, came: int, **more: str) -> Fault | None:
    low, high = wanted.min, wanted.max
    if (low is None or came >= low) and (high is None or came <= high):
        return None
    return code, {**words("wanted", _should(wanted)), "came": str(came), **more}


def _line(expected: Expected, now: Now) -> Fault | None:
    wanted: Any = expected.wanted
    if _says(wanted, now.said):
        return None
    zh = "".join(f"“{shown(text.told('zh'), 80)}”" for text in now.said) or "什么也没说"
    en = " ".join(f"“{shown(text.told('en'), 80)}”" for text in now.said) or "nothing"
    return "plan-line", {**words("wanted", wanted), "came.zh": zh, "came.en": en}


def _says(wanted: Text, said: tuple[Text, ...]) -> bool:
    """Return whether what is wanted is a part of what is said: of either language, or of each that is written."""
    if wanted.zh == wanted.en:
        return any(_within(wanted.zh, words) for text in said for words in (text.zh, text.en))
    zh = wanted.zh is None or any(_within(wanted.zh, text.zh) for text in said)
    return zh and (wanted.en is None or any(_within(wanted.en, text.en) for text in said))


def _within(part: str | None, said: str | None) -> bool:
    return part is not None and said is not None and " ".join(part.split()) in " ".join(said.split())


def _heat(expected: Expected, now: Now) -> Fault | None:
    return _number("plan-heat", expected.wanted, now.play.standing.heat, **_rules(now))


def _running(zh: str, en: str) -> Callable[[Expected, Now], Fault | None]:
    """Return the check of a number that stands in the play's state at any moment."""

    def check(expected: Expected, now: Now) -> Fault | None:
        came = getattr(now.play.standing, expected.key)
        return _number("plan-score", expected.wanted, came, **words("what", Text(zh, en)))

    return check


def _final(zh: str, en: str) -> Callable[[Expected, Now], Fault | None]:
    """Return the check of a score, which there is at the end."""

    def check(expected: Expected, now: Now) -> Fault | None:
        came = getattr(now.score, expected.key)
        return _number("plan-score", expected.wanted, came, **words("what", Text(zh, en)))

    return check


def component(id_: str) -> Text:
    """Return a component's name."""
    zh, en = COMPONENTS.get(id_, (id_, id_))
    return Text(zh, en)


def _level(zh: str, en: str) -> Callable[[Expected, Now], Fault | None]:
    def check(expected: Expected, now: Now) -> Fault | None:
        zone = next(zone for zone in now.gauges.zones if zone.component == expected.name)
        more = {**words("what", Text(zh, en)), **words("component", component(expected.name)), **_rules(now)}
        return _number("plan-level", expected.wanted, getattr(zone, expected.key), **more)

    return check


def _meter(expected: Expected, now: Now) -> Fault | None:
    came = next(value for meter, value in now.gauges.meters if meter.id == expected.name)
    return _number("plan-meter", expected.wanted, came, meter=expected.name)


def _ids(expected: Expected) -> tuple[str, ...]:
    wanted: Any = expected.wanted
    return tuple(wanted)


def _facts(expected: Expected, now: Now) -> Fault | None:
    (fact,) = _ids(expected)
    known = facts(now.play.case, now.play.standing)
    return None if fact in known else ("plan-facts", {"value": fact, **listed("known", known)})


FATES: Final = {
    "promised": Text("许下", "made"),
    "kept": Text("兑现", "kept"),
    "broken": Text("失信", "broken"),
    "": Text("没有许下", "not made"),
    "open": Text("还没了结", "still open"),
    "thin": Text("没兑现到位", "closed without being kept"),
}


def _promises(expected: Expected, now: Now) -> Fault | None:
    (promise,) = _ids(expected)
    fate: str = next((fate for made, fate in now.gauges.ledger if made.id == promise), "")
    if fate == expected.key or (expected.key == "promised" and fate):
        return None
    came = (
        Text("已经兑现", "kept") if fate == "kept" else Text("已经失信", "broken") if fate == "broken" else FATES[fate]
    )
    return "plan-promises", {"value": promise, **words("wanted", FATES[expected.key]), **words("came", came)}


def _need(expected: Expected, now: Now) -> Fault | None:
    told = {True: Text("已被说中", "known"), False: Text("还没被说中", "not yet known")}
    came = now.gauges.need is not None
    if came is expected.wanted:
        return None
    return "plan-need", {**words("wanted", told[not came]), **words("came", told[came])}


def _fired(expected: Expected, now: Now) -> Fault | None:
    (written,) = _ids(expected)
    fired = rule_ids(now.play.case.rulebook)[written] in now.rules
    if fired is (expected.key == "rules"):
        return None
    missing = Text("该触发，却没有触发", "should have fired and has not")
    should = Text("不该触发，却触发了", "should not have fired and has") if fired else missing
    return "plan-rules", {"value": written, **words("should", should), **_rules(now, last=False)}


def _any_of(ids: Collection[str], names: Callable[[str], Text]) -> Text:
    told = [names(id_) for id_ in ids]
    return Text("或".join(f"“{one.zh}”" for one in told), " or ".join(f"“{one.en}”" for one in told))


def _ending(expected: Expected, now: Now) -> Fault | None:
    wanted, came = _ids(expected), now.play.ending or ""
    told = {**words("wanted", _any_of(wanted, _own)), **words("came", _own(came))}
    return None if came in wanted else ("plan-ending", told)


def _lost(expected: Expected, now: Now) -> Fault | None:
    told = {True: Text("流失", "lost"), False: Text("留住", "kept")}
    came = now.play.lost
    if came is expected.wanted:
        return None
    ending = now.play.ending or ""
    return "plan-lost", {**words("wanted", told[not came]), **words("came", told[came]), "ending": ending}


def _own(id_: str) -> Text:
    return Text(word(OWN, id_, "zh"), id_)


def _verdict_name(id_: str) -> Text:
    return Text(word(VERDICTS, id_, "zh"), id_)


def _verdict(expected: Expected, now: Now) -> Fault | None:
    made = now.score
    if made.verdict in _ids(expected):
        return None
    short = [component(part.component) for part in made.parts if part.weight and part.verdict == "below"]
    zh, en = "没有哪一项低于可接受", "nothing is perceived below adequate"
    if short:
        zh = "低于可接受的有：" + "、".join(one.told("zh") for one in short)
        en = "perceived below adequate: " + ", ".join(one.told("en") for one in short)
    told = {**words("wanted", _any_of(_ids(expected), _verdict_name)), **words("came", _verdict_name(made.verdict))}
    return "plan-verdict", {**told, "overall": str(made.overall), **words("short", Text(zh, en))}


def _component(expected: Expected, now: Now) -> Fault | None:
    part = next(part for part in now.score.parts if part.component == expected.name)
    (wanted,) = _ids(expected)
    if part.verdict == wanted:
        return None
    levels = {name: str(getattr(part, name)) for name in ("perceived", "adequate", "desired")}
    told = {**words("wanted", _verdict_name(wanted)), **words("came", _verdict_name(part.verdict))}
    return "plan-component", {**words("component", component(expected.name)), **told, **levels}


CHECKS: Final[dict[str, Callable[[Expected, Now], Fault | None]]] = {
    "line": _line,
    "opening": _line,
    "heat": _heat,
    "need_known": _need,
    "facts": _facts,
    "promised": _promises,
    "kept": _promises,
    "broken": _promises,
    "rules": _fired,
    "no_rules": _fired,
    "empathy": _running("同理心", "empathy"),
    "nvc": _running("非暴力沟通", "NVC"),
    "set_points": _running("设定加减", "set points"),
    "perceived": _level("感知", "what is perceived"),
    "desired": _level("理想值", "what is desired"),
    "adequate": _level("可接受的下限", "what is adequate"),
    "meters": _meter,
    "ending": _ending,
    "lost": _lost,
    "verdict": _verdict,
    "overall": _final("总分", "overall"),
    "set": _final("设定分", "set"),
    "meet": _final("兑现分", "meet"),
    "exceed": _final("超越分", "exceed"),
    "satisfaction": _final("满意度", "satisfaction"),
    "stars": _final("星级", "stars"),
    "components": _component,
}
FINAL: Final = frozenset(
    {"ending", "lost", "verdict", "overall", "set", "meet", "exceed", "satisfaction", "stars", "components"}
)
"""What there is only when a play is over."""
