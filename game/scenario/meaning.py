"""What well-formed keys must mean together: zones that have a width, promises that can be checked, lists that end."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from game.scenario import words
from game.scenario.events import Sheet
from game.scenario.form import (
    ConditionForm,
    CustomerForm,
    ExpectationForm,
    LineForm,
    PersonaForm,
    RangeForm,
    ResponseForm,
    RouteForm,
    ScenarioForm,
    TextForm,
)
from game.scenario.links import Path, responses

DEFAULTS: Final = {"weight": 2, "adequate": 5, "desired": 7, "perceived": 5, "can": 7}
"""What a component has where nothing is written."""
MOST_RESPONSES: Final = 6
_CHECKABLE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\d{1,2}\s*[:：]\s*\d{2}",
        r"(?:\d{1,2}|(?<![快早晚慢])[一二两三四五六七八九十]+)\s*[点时](?!间|半会)",
        r"\d{1,2}\s*(?:[ap]m\b|[ap]\.\s?m\.|o['’]clock\b)",
        r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}\b|\d{1,2}\s*月",
        r"(?:\d{1,2}|[一二三四五六七八九十]+)\s*[日号]",
        r"[今明后当][天日晚早]|次日|本周|下周|这周|月底|年底|午夜|中午|(?:周|星期|礼拜)[一二三四五六日天末]",
        r"(?:\d+|(?!几)[一二两三四五六七八九十百半]+)\s*(?:个|多)?\s*(?:半)?\s*(?:分钟|刻钟|小时|钟头|工作日|天|日|晚|周|星期|礼拜|月|年)",
        r"\b(?:today|tonight|tomorrow|noon|midnight|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b",
        r"\b(?:may|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b",
        r"\b(?:an|a) (?:quarter of an hour|hour|day|night|week|month|year)\b",
        r"\b(?:next|this|end of (?:the|this|next)) (?:week|month|year)\b",
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety"
        r"|half an?)"
        r"[\s-]*(?:working |business |more )?(?:seconds?|minutes?|mins?|hours?|days?|nights?|weeks?|months?|years?)\b",
    )
)


def checkable(by: str) -> bool:
    """Return whether a text names a time, a date or a span that one can check; 尽快 and "soon" do not."""
    short = " ".join(by[:400].split())[
        :100
    ]  # what a time takes; the patterns would be slow on pages of digits and blanks
    return any(pattern.search(short) for pattern in _CHECKABLE)


def laid_over(base: ExpectationForm, over: ExpectationForm | None) -> dict[str, int]:
    """Return the five numbers of a component with defaults filled in and a persona's laid over."""
    numbers = {}
    for name, default in DEFAULTS.items():
        own = getattr(over, name) if over is not None else None
        written = getattr(base, name)
        numbers[name] = own if own is not None else written if written is not None else default
    return numbers


class Meaning:
    """The checks of sense of one file."""

    def __init__(self, sheet: Sheet, form: ScenarioForm) -> None:
        self.sheet = sheet
        self.form = form

    def check(self) -> None:
        """Tell all that cannot be meant."""
        form = self.form
        self._customer(form.customer, None, None)
        for id_, persona in (form.personas or {}).items():
            self._customer(form.customer, id_, persona)
        self._meters()
        for index, interrupt in enumerate(form.interrupts or ()):
            self._condition(interrupt.when, ("interrupts", index, "if"))
        self._beats()
        last = next(reversed(form.beats), None) if self._goes_on() else None
        for path, beat_id, response in responses(form):
            self._response(path, response, beat_id == last)

    def _goes_on(self) -> bool:
        """Return whether the last beat of the file is known, and there are endings to lead to."""
        root = self.sheet.root if isinstance(self.sheet.root, dict) else {}
        maps = [root.get(name) for name in ("beats", "endings")]
        return all(isinstance(one, dict) and id(one) not in self.sheet.doubled for one in maps)

    def _customer(self, base: CustomerForm, id_: str | None, persona: PersonaForm | None) -> None:
        where: Path = ("customer", "expects") if id_ is None else ("personas", id_, "expects")
        for_whom = {
            "persona.zh": "" if id_ is None else f"（性格 {id_}）",
            "persona.en": "" if id_ is None else f", for persona {id_}",
        }
        heavy, whole = False, self.sheet.sound(("customer", "expects"))
        for component, expectation in base.expects.items():
            over = (persona.expects or {}).get(component) if persona is not None else None
            numbers = laid_over(expectation, over)
            heavy = heavy or numbers["weight"] > 0
            sound = self._sound(where, component, over)
            whole = whole and sound
            if sound and numbers["adequate"] >= numbers["desired"] and (id_ is None or over is not None):
                self._zone((*where, component), component, numbers, for_whom)
        if not heavy and whole:
            self.sheet.add("no-weight", self.sheet.at(where, on_key=True), **for_whom)
        source = base if persona is None else persona
        for component, expectation in (source.expects or {}).items():
            for level in expectation.scale or ():
                if not (level.isascii() and level.isdigit() and int(level) <= 10):
                    self.sheet.add("scale-level", self.sheet.at((*where, component, "scale", level), True), value=level)

    def _sound(self, where: Path, component: str, over: ExpectationForm | None) -> bool:
        """Return whether all numbers of a component were read; one that was refused is told already."""
        base = self.sheet.sound(("customer", "expects", component))
        return base and (over is None or self.sheet.sound((*where, component)))

    def _zone(self, path: Path, component: str, numbers: dict[str, int], for_whom: dict[str, str]) -> None:
        node = self.sheet.root
        for step in path:
            node = node.get(step, {})
        name = "adequate" if "desired" not in node and "adequate" in node else "desired"
        place = self.sheet.at((*path, name), on_key=True)
        named = {"adequate": numbers["adequate"], "desired": numbers["desired"]}
        written = self.sheet.spelled(path, component, on_key=True)
        self.sheet.add("zone-order", place, component=written, **named, **for_whom)

    def _meters(self) -> None:
        for id_, meter in (self.form.meters or {}).items():
            if not meter.min <= meter.start <= meter.max and self.sheet.sound(("meters", id_)):
                bounds = {"start": meter.start, "min": meter.min, "max": meter.max}
                self.sheet.add("meter-bounds", self.sheet.at(("meters", id_), on_key=True), meter=id_, **bounds)

    def _beats(self) -> None:
        form = self.form
        root = self.sheet.root if isinstance(self.sheet.root, dict) else {}
        for name in ("beats", "endings"):
            if root.get(name) == {}:
                self._empty((name,))
        for id_, beat in form.beats.items():
            path: Path = ("beats", id_)
            if not beat.responses and root["beats"][id_].get("responses") == {}:
                self._empty((*path, "responses"))
            if len(beat.responses) > MOST_RESPONSES:
                place = self.sheet.at((*path, "responses"), on_key=True)
                self.sheet.add("too-many-responses", place, count=len(beat.responses))
            self._lines(beat.says, (*path, "says"))
        for id_, ending in form.endings.items():
            self._lines(ending.says, ("endings", id_, "says"))

    def _empty(self, path: Path) -> None:
        name = self.sheet.spelled(path, path[-1], on_key=True)
        self.sheet.add("empty-map", self.sheet.at(path, on_key=True), key=name)

    def _response(self, path: Path, response: ResponseForm, last: bool) -> None:
        tags = [words.TAG_IDS.get(tag, tag) for tag in response.tags or ()]
        for index, tag in enumerate(tags):
            if tag in words.SILENCE_IDS:
                self.sheet.add("silence-tag", self.sheet.at((*path, "tags", index)))
            elif tag in tags[:index]:
                self.sheet.add("tag-twice", self.sheet.at((*path, "tags", index)), value=tag)
        if "need" in tags and response.names is None and not self._has(path, "names"):
            self.sheet.add("need-without-name", self.sheet.at((*path, "tags", tags.index("need"))))
        for id_, promise in (response.promise or {}).items():
            if promise.by is not None:
                self._by(promise.by, (*path, "promise", id_, "by"))
        if response.when is not None:
            self._condition(response.when, (*path, "if"))
        if response.reply is not None:
            self._lines(response.reply, (*path, "reply"))
        if isinstance(response.then, list):
            self._ends(response.then, (*path, "then"))
        elif response.then is None and last and not self._has(path, "then"):
            self.sheet.add("no-next-beat", self.sheet.at(path, on_key=True))

    def _has(self, path: Path, key: str) -> bool:
        """Return whether a key was written, even if what it held was refused."""
        node = self.sheet.root
        for step in path:
            node = node[step]
        return not isinstance(node, dict) or node.get(key) is not None

    def _by(self, by: str | TextForm, path: Path) -> None:
        told = (by,) if isinstance(by, str) else tuple(text for text in (by.zh, by.en) if text is not None)
        for text in told:
            if not checkable(text):
                self.sheet.add("vague-by", self.sheet.at(path), value=text)

    def _lines(self, lines: Any, path: Path) -> None:
        if isinstance(lines, list):
            self._ends(lines, path)

    def _ends(self, entries: Iterable[LineForm | RouteForm], path: Path) -> None:
        """Tell a list whose last entry has an `if`, and entries that are never reached."""
        listed = list(entries)
        if not listed:
            self.sheet.add("empty-map", self.sheet.at(path), key=self.sheet.spelled(path, path[-1], on_key=True))
        for index, entry in enumerate(listed):
            here = (*path, index)
            if entry.when is not None:
                self._condition(entry.when, (*here, "if"))
            if entry.when is None and not self._has(here, "if") and index < len(listed) - 1:
                self.sheet.add("list-never-reached", self.sheet.at(here))
            if entry.when is not None and index == len(listed) - 1:
                self.sheet.add("list-without-end", self.sheet.at(here))

    def _condition(self, condition: ConditionForm, path: Path) -> None:
        for range_, where in _ranges(condition):
            if range_.min is not None and range_.max is not None and range_.min > range_.max:
                self.sheet.add("range-order", self.sheet.at((*path, *where)), min=range_.min, max=range_.max)
        for name in ("all", "any"):
            for index, inner in enumerate(getattr(condition, name) or ()):
                self._condition(inner, (*path, name, index))
        if condition.no is not None:
            self._condition(condition.no, (*path, "not"))


def _ranges(condition: ConditionForm) -> Iterator[tuple[RangeForm, Path]]:
    if condition.heat is not None:
        yield condition.heat, ("heat",)
    for name in ("meters", "perceived", "desired"):
        for key, range_ in (getattr(condition, name) or {}).items():
            yield range_, (name, key)
