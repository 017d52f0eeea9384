"""Ids that must lead somewhere: every id of a scenario is checked against what the file declares."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from game.scenario import words
from game.scenario.events import Sheet
from game.scenario.form import ConditionForm, LineForm, ResponseForm, RouteForm, ScenarioForm
from game.scenario.names import key_names, word
from game.scenario.problem import nearest
from game.scenario.slips import STOP, mark

Path = tuple[Any, ...]
_ID: Final = re.compile(r"[\w-]{1,64}\Z")
_LISTS: Final = {
    "knows": ("unknown-fact", "facts"),
    "promised": ("unknown-promise", "promises"),
    "kept": ("unknown-promise", "promises"),
    "persona": ("unknown-persona", "personas"),
}


_COMPONENTS: Final = frozenset({"unknown-component", "new-component"})
_PROMISE: Final = key_names(ResponseForm)["promise"]
COMES_ALONG: Final = {"unknown-persona": tuple(words.BASE_IDS), "unknown-need": tuple(words.NEED_IDS)}
"""What is known beside that which a file declares."""


def is_id(text: str) -> bool:
    """Return whether `text` has the form of an id."""
    return _ID.match(text) is not None


def responses(form: ScenarioForm) -> Iterator[tuple[Path, str, ResponseForm]]:
    """Yield (path, beat's id, response) for each response of the file."""
    for beat_id, beat in form.beats.items():
        for id_, response in beat.responses.items():
            yield ("beats", beat_id, "responses", id_), beat_id, response


class _Anything(dict[str, Any]):
    """What stands in for a map that is missing or no map: that is told, and nothing is said to be missing from it."""

    def __contains__(self, key: object) -> bool:
        return True


class Links:
    """What the file declares, and the check of all that points at it."""

    def __init__(self, sheet: Sheet, form: ScenarioForm) -> None:
        self.sheet = sheet
        self.form = form
        self.beats = self._declared("beats", wanted=True)
        self.endings = self._declared("endings", wanted=True)
        self.facts = self._declared("facts")
        self.meters = self._declared("meters")
        self.personas = self._declared("personas")
        self.cast = self._declared("cast")
        self.components = self._declared("customer", "expects", wanted=True)
        self.needs = self._declared("needs")
        self.promises: dict[str, Path] = {}
        maps = (self.beats, self.endings)
        whole = not any(isinstance(one, _Anything) or id(one) in sheet.doubled for one in maps)
        self.targets = {**self.beats, **self.endings} if whole else _Anything()

    def _declared(self, *path: str, wanted: bool = False) -> dict[str, Any]:
        """Return a map as it is written, so that an entry with a fault of its own still counts as declared.

        What a file that breaks off has not declared it may still declare.
        """
        node = self._written(*path)
        if isinstance(node, dict) and id(node) not in self.sheet.open:
            return node
        return {} if node is None and not wanted and not self.sheet.open else _Anything()

    def _written(self, *path: str) -> Any:
        """Return what is written at a path, None where nothing is."""
        node = self.sheet.root
        for step in path:
            node = node.get(step) if isinstance(node, dict) else None
        return node

    def check(self) -> None:
        """Tell every id that is none, that is reserved, or that leads nowhere."""
        self._ids()
        self._promises()
        self._whole()
        for path, beat_id, response in responses(self.form):
            self._response(path, beat_id, response)

    def known(self, code: str, value: str, among: Iterable[str], path: Path, on_key: bool = False) -> None:
        """Tell that `value` at `path` is not `among` what is declared, with the nearest word that is."""
        if value in among or value in COMES_ALONG.get(code, ()) or (not value and self.sheet.refused(path)):
            return
        if stop := STOP.search(value):
            place = self.sheet.at(path, on_key)
            mark(self.sheet, self.sheet.within(place, stop[0]), stop[0])
            return
        if code in _COMPONENTS:
            self._component(code, value, among, path, on_key)
            return
        right = itertools.chain(COMES_ALONG.get(code, ()), among)
        self.sheet.add(code, self.sheet.at(path, on_key), value=value, nearest=nearest(value, right))

    def _component(self, code: str, value: str, among: Iterable[str], path: Path, on_key: bool) -> None:
        """Tell that the customer does not expect this component, by the names that the author has used."""
        right = [word(words.COMPONENTS, component, self.sheet.language) for component in among]
        written = self.sheet.spelled(path, value, on_key)
        listed = {"known.zh": "、".join(right), "known.en": ", ".join(right)}
        self.sheet.add(code, self.sheet.at(path, on_key), value=written, nearest=nearest(written, right), **listed)

    def _ids(self) -> None:
        form = self.form
        self._id(form.id, ("id",), on_key=False)
        for name in ("facts", "meters", "personas", "cast", "needs", "beats", "endings"):
            for id_ in map_ if isinstance(map_ := self._written(name), dict) else ():
                self._id(id_, (name, id_))
        for beat_id, beat in form.beats.items():
            for id_ in beat.responses:
                self._id(id_, ("beats", beat_id, "responses", id_))
        for id_ in self.endings:
            if id_ in self.beats and not isinstance(self.beats, _Anything):
                self.sheet.add("id-twice", self.sheet.at(("endings", id_), on_key=True), value=id_)

    def _id(self, id_: str, path: Path, on_key: bool = True) -> None:
        if not id_ and not on_key and self.sheet.refused(path):
            return
        if not is_id(id_):
            self.sheet.add("bad-id", self.sheet.at(path, on_key), value=id_)
        elif id_ in words.RESERVED:
            self.sheet.add("reserved-id", self.sheet.at(path, on_key), value=id_)

    def _promises(self) -> None:
        for path, _, response in responses(self.form):
            for id_ in response.promise or ():
                here = (*path, "promise", id_)
                if id_ in self.promises:
                    first = self.sheet.at(self.promises[id_], on_key=True)[0]
                    self.sheet.add("promise-twice", self.sheet.at(here, on_key=True), value=id_, first=first)
                else:
                    self.promises[id_] = here
                    self._id(id_, here)
        if self.sheet.open:
            self.promises = _Anything()
        elif self.sheet.problems:
            self._half_made()

    def _half_made(self) -> None:
        """Count promises with a fault of their own as made: the fault is told, and is the only one."""
        dropped = list(self.sheet.dropped)
        while dropped:
            node = dropped.pop()
            if isinstance(node, dict):
                made = node.get("promise", node.get(_PROMISE))
                self.promises.update(dict.fromkeys(made if isinstance(made, dict) else (), ()))
                dropped += node.values()
        for beat in self.beats:
            for id_ in (responses_ := self._declared("beats", beat, "responses")):
                made = self._declared("beats", beat, "responses", id_, "promise")
                if isinstance(made, _Anything) or isinstance(responses_[id_], str):
                    self.promises = _Anything()
                    return
                for promise in made:
                    self.promises.setdefault(promise, ())

    def _whole(self) -> None:
        form = self.form
        if form.start is not None:
            self.known("unknown-beat", form.start, self.beats, ("start",))
        self._need(form.customer.need, ("customer", "need"))
        for id_, persona in (form.personas or {}).items():
            self._need(persona.need, ("personas", id_, "need"))
            for component in persona.expects or ():
                self.known("new-component", component, self.components, ("personas", id_, "expects", component), True)
        if form.follows is not None:
            self._id(form.follows.scenario, ("follows", "scenario"), on_key=False)
            for verdict, to in (form.follows.personas or {}).items():
                self.known("unknown-persona", to, self.personas, ("follows", "personas", verdict))
        for index, interrupt in enumerate(form.interrupts or ()):
            self.known("unknown-target", interrupt.to, self.targets, ("interrupts", index, "to"))
            self.condition(interrupt.when, ("interrupts", index, "if"))
        for id_, beat in form.beats.items():
            if beat.speaker is not None:
                self.known("unknown-speaker", beat.speaker, self.cast, ("beats", id_, "speaker"))
            self._lines(beat.says, ("beats", id_, "says"))
        for id_, ending in form.endings.items():
            self._lines(ending.says, ("endings", id_, "says"))

    def _need(self, need: str | None, path: Path) -> None:
        if need is not None:
            self.known("unknown-need", need, self.needs, path)

    def _response(self, path: Path, beat_id: str, response: ResponseForm) -> None:
        for index, tag in enumerate(response.tags or ()):
            if tag not in words.TAG_IDS and tag not in words.SILENCE_IDS:
                self.known("unknown-tag", tag, words.TAG_IDS, (*path, "tags", index))
        self._need(response.names, (*path, "names"))
        for name, named in (("deliver", response.deliver), ("frame", response.frame)):
            for component in named or ():
                self.known("unknown-component", component, self.components, (*path, name, component), True)
        for id_, promise in (response.promise or {}).items():
            self.known("unknown-component", promise.about, self.components, (*path, "promise", id_, "about"))
        if response.extra is not None:
            self.known("unknown-component", response.extra.about, self.components, (*path, "extra", "about"))
        for name, listed in (("keeps", response.keeps), ("breaks", response.breaks)):
            for index, id_ in enumerate(listed or ()):
                self.known("unknown-promise", id_, self.promises, (*path, name, index))
        for meter in response.meters or ():
            self.known("unknown-meter", meter, self.meters, (*path, "meters", meter), True)
        for index, fact in enumerate(response.learn or ()):
            self.known("unknown-fact", fact, self.facts, (*path, "learn", index))
        if response.when is not None:
            self.condition(response.when, (*path, "if"))
        self._then(response.then, (*path, "then"))
        if response.reply is not None:
            self._lines(response.reply, (*path, "reply"))

    def _then(self, then: str | list[RouteForm] | None, path: Path) -> None:
        if isinstance(then, str):
            if then not in words.BACK_IDS and then not in self.targets:
                self.known("unknown-target", then, self.targets, path)
            return
        for index, route in enumerate(then or ()):
            if route.to not in words.BACK_IDS:
                self.known("unknown-target", route.to, self.targets, (*path, index, "to"))
            if route.when is not None:
                self.condition(route.when, (*path, index, "if"))

    def _lines(self, lines: Any, path: Path) -> None:
        for index, line in enumerate(lines if isinstance(lines, list) else ()):
            if isinstance(line, LineForm) and line.when is not None:
                self.condition(line.when, (*path, index, "if"))

    def condition(self, condition: ConditionForm, path: Path) -> None:
        """Tell what a condition points at in vain."""
        for name, (code, declared) in _LISTS.items():
            for index, id_ in enumerate(getattr(condition, name) or ()):
                self.known(code, id_, getattr(self, declared), (*path, name, index))
        for index, pick in enumerate(condition.said or ()):
            self._said(pick, (*path, "said", index))
        for meter in condition.meters or ():
            self.known("unknown-meter", meter, self.meters, (*path, "meters", meter), True)
        for name in ("perceived", "desired"):
            for component in getattr(condition, name) or ():
                self.known("unknown-component", component, self.components, (*path, name, component), True)
        for name in ("all", "any"):
            for index, inner in enumerate(getattr(condition, name) or ()):
                self.condition(inner, (*path, name, index))
        if condition.no is not None:
            self.condition(condition.no, (*path, "not"))

    def _said(self, pick: str, path: Path) -> None:
        beat_id, _, id_ = pick.partition("/")
        if not pick and self.sheet.refused(path):
            return
        if stop := STOP.search(pick):
            mark(self.sheet, self.sheet.within(self.sheet.at(path), stop[0]), stop[0])
            return
        if beat_id not in self.beats:
            near = nearest(beat_id, self.beats)
            self.sheet.add("unknown-response", self.sheet.at(path), value=pick, nearest=f"{near}/{id_}" if near else "")
            return
        known = self._declared("beats", beat_id, "responses", wanted=True)
        beat = self._declared("beats", beat_id)
        waits = isinstance(beat, _Anything) or beat.get("patience") is not None
        if id_ not in known and not (id_ in words.SILENCE_IDS and waits):
            near = nearest(id_, (*known, *words.SILENCE_IDS) if waits else known)
            told = f"{beat_id}/{near}" if near else ""
            self.sheet.add("unknown-response", self.sheet.at(path), value=pick, nearest=told)
