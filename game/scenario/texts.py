"""The words of a scenario: none empty, missing in a declared language or too long to take in; drawings that exist."""

import re
from typing import Any, Final

from game.scenario import words
from game.scenario.events import Sheet
from game.scenario.form import BeatForm, LineForm, ScenarioForm, TextForm
from game.scenario.links import Path, responses
from game.scenario.problem import nearest, shown
from game.scenario.slips import STOP, mark

MOST_HAN: Final = 80
MOST_LATIN: Final = 240
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_COMMENT: Final = re.compile(r"#\w")
_HASH: Final = re.compile(r"[ \t]+#(?=\w)")


class Texts:
    """The checks of the words of one file."""

    def __init__(self, sheet: Sheet, form: ScenarioForm) -> None:
        self.sheet = sheet
        self.form = form
        self.languages = tuple(form.languages or ()) or words.LANGUAGES
        self.cut = any(sheet.text[found.start() - 1] in " \t" for found in _COMMENT.finditer(sheet.text))

    def check(self) -> None:
        """Tell texts that are empty, too long or missing in a language, and drawings that do not exist."""
        form = self.form
        self._text(form.title, ("title",))
        if form.brief is None:
            self.sheet.add("missing-brief", (1, 1))
        self._text(form.brief, ("brief",))
        self._text(form.customer.name, ("customer", "name"))
        self._portrait(form.customer.portrait, ("customer", "portrait"))
        self._feels(form.customer.feels, ("customer", "feels"))
        self._expects(form.customer.expects, ("customer", "expects"))
        for name, listed in (("authors", form.authors), ("sources", form.sources)):
            self._list(listed, (name,))
        for id_, speaker in (form.cast or {}).items():
            self._text(speaker.name, ("cast", id_, "name"))
            self._portrait(speaker.portrait, ("cast", id_, "portrait"))
        for id_, meter in (form.meters or {}).items():
            self._text(meter.label, ("meters", id_, "label"))
        for name, texts in (("facts", form.facts), ("needs", form.needs)):
            for id_, text in (texts or {}).items():
                self._text(text, (name, id_))
        for id_, persona in (form.personas or {}).items():
            self._text(persona.label, ("personas", id_, "label"))
            self._text(persona.name, ("personas", id_, "name"))
            self._feels(persona.feels, ("personas", id_, "feels"))
            self._expects(persona.expects or {}, ("personas", id_, "expects"))
        self._talk()

    def _talk(self) -> None:
        for code, reason in (self.form.allow or {}).items():
            self._text(reason, ("allow", code))
        for id_, beat in self.form.beats.items():
            self._lines(beat.says, ("beats", id_, "says"))
            self._alike(beat, ("beats", id_, "responses"))
            if beat.scene is not None and beat.scene not in words.SCENE_IDS:
                place = self.sheet.at(("beats", id_, "scene"))
                self.sheet.add("unknown-scene", place, value=beat.scene, nearest=nearest(beat.scene, words.SCENE_IDS))
        for id_, ending in self.form.endings.items():
            self._lines(ending.says, ("endings", id_, "says"))
        for path, _, response in responses(self.form):
            self._text(response.say, (*path, "say"))
            self._length(response.say, (*path, "say"))
            self._lines(response.reply, (*path, "reply"))
            self._text(response.note, (*path, "note"))
            for promise_id, promise in (response.promise or {}).items():
                self._text(promise.say, (*path, "promise", promise_id, "say"))
                self._text(promise.by, (*path, "promise", promise_id, "by"))
            if response.extra is not None:
                self._text(response.extra.say, (*path, "extra", "say"))

    def _alike(self, beat: BeatForm, path: Path) -> None:
        """Tell two responses on offer together that say the very same words."""
        said: dict[str, str] = {}
        for id_, response in beat.responses.items():
            say = response.say
            for text in (say,) if isinstance(say, str) else (say.zh, say.en):
                first = said.setdefault(text, id_) if text else id_
                if first != id_ and response.when is None and beat.responses[first].when is None:
                    place = self.sheet.at((*path, id_, "say"), on_key=True)
                    self.sheet.add("same-words", place, first=first, second=id_)
                    break

    def _expects(self, expects: dict[Any, Any], path: Path) -> None:
        for component, expectation in expects.items():
            self._text(expectation.why, (*path, component, "why"))
            for level, text in (expectation.scale or {}).items():
                self._text(text, (*path, component, "scale", level))

    def _feels(self, feels: list[str | TextForm] | None, path: Path) -> None:
        """Tell feelings that a full-width comma has made one of."""
        self._list(feels, path)
        for index, text in enumerate(feels or ()):
            stop = STOP.search(text) if isinstance(text, str) else None
            if stop and all(part.strip() in words.FEELING_IDS for part in STOP.split(stop.string)):
                mark(self.sheet, self.sheet.within(self.sheet.at((*path, index)), stop[0]), stop[0])

    def _list(self, texts: list[str | TextForm] | None, path: Path) -> None:
        for index, text in enumerate(texts or ()):
            self._text(text, (*path, index))

    def _lines(self, lines: Any, path: Path) -> None:
        if isinstance(lines, list):
            for index, line in enumerate(lines):
                if isinstance(line, LineForm):
                    self._text(line.says, (*path, index, "says"))
        else:
            self._text(lines, path)

    def _text(self, text: str | TextForm | None, path: Path) -> None:
        if isinstance(text, str):
            if self.cut:
                self._cut(text, path)
            if not text.strip() and self._written(path):
                self._empty(path)
        elif isinstance(text, TextForm):
            for one in ("zh", "en") if self.cut else ():
                self._cut(getattr(text, one) or "", (*path, one))
            for language in self.languages:
                told = getattr(text, language)
                if told is None or not told.strip():
                    self._missing(language, path, text)

    def _cut(self, text: str, path: Path) -> None:
        """Tell a text without quotes that ends where “ #” makes a comment of the rest of what should be said."""
        end = self.sheet.end(self.sheet.at(path), text) if text else None
        rest = self.sheet.rest(end) if end is not None else ""
        if end is not None and (found := _HASH.match(rest)):
            lost = rest[found.end() - 1 :].strip()
            self.sheet.add("cut-by-hash", (end[0], end[1] + found.end() - 1), lost=shown(lost, 40))

    def _missing(self, language: str, path: Path, text: TextForm) -> None:
        if not self.sheet.sound(path):
            return
        if not any(told is not None and told.strip() for told in (text.zh, text.en)):
            if language == self.languages[0]:
                self._empty(path)
        else:
            names = {"zh": {"zh": "中文", "en": "Chinese"}, "en": {"zh": "英文", "en": "English"}}[language]
            told = {"language.zh": names["zh"], "language.en": names["en"]}
            self.sheet.add("missing-language", self.sheet.at(path), **told)

    def _empty(self, path: Path) -> None:
        self.sheet.add("empty-text", self.sheet.at(path), key=self.sheet.spelled(path, path[-1], on_key=True))

    def _written(self, path: Path) -> bool:
        """Return whether the empty text stands in the file, and not in for one that was refused or is missing."""
        node = self.sheet.root
        for step in path:
            if (isinstance(node, list) and isinstance(step, int)) or (isinstance(node, dict) and step in node):
                node = node[step]
            else:
                return False
        return isinstance(node, str)

    def _length(self, say: str | TextForm, path: Path) -> None:
        for text in {say} if isinstance(say, str) else {say.zh, say.en} - {None}:
            for letters, most in ((_HAN, MOST_HAN), (_LATIN, MOST_LATIN)):
                if text is not None and len(text) > most and (count := len(letters.findall(text))) > most:
                    self.sheet.add("long-say", self.sheet.at(path), count=count, most=most)

    def _portrait(self, portrait: str | None, path: Path) -> None:
        if portrait is not None and portrait not in words.PORTRAIT_IDS:
            near = nearest(portrait, words.PORTRAIT_IDS)
            self.sheet.add("unknown-portrait", self.sheet.at(path), value=portrait, nearest=near)
