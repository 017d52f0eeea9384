"""A checked form becomes records: either name becomes the id, defaults are filled in, personas are laid over."""

import itertools
from typing import Any, Final

from game.scenario import words
from game.scenario.events import Sheet
from game.scenario.form import (
    BeatForm,
    ConditionForm,
    CustomerForm,
    ExpectationForm,
    PersonaForm,
    PromiseForm,
    RangeForm,
    ResponseForm,
    RouteForm,
    ScenarioForm,
    TextForm,
    Words,
)
from game.scenario.meaning import laid_over
from game.scenario.records import (
    Beat,
    Condition,
    Customer,
    Ending,
    Expectation,
    Extra,
    Follows,
    Frame,
    Interrupt,
    Line,
    Meter,
    Persona,
    Promise,
    Range,
    Response,
    Route,
    Scenario,
    Speaker,
    Text,
)
from game.scenario.words import Component

BASE: Final = Text("客户原样", "As written")


def build(sheet: Sheet, form: ScenarioForm, sha256: str) -> Scenario:
    """Return the scenario of a form in which no error was found."""
    return _Build(sheet, form).scenario(sha256)


def text(written: Words) -> Text:
    """Return the record of words that may be written as one string for both languages."""
    return Text(written, written) if isinstance(written, str) else Text(written.zh, written.en)


def _maybe(written: Words | None) -> Text | None:
    return None if written is None else text(written)


class _Build:
    def __init__(self, sheet: Sheet, form: ScenarioForm) -> None:
        self.sheet = sheet
        self.form = form
        self.root: dict[str, Any] = sheet.root
        self.needs = {**words.NEED_IDS, **{id_: id_ for id_ in form.needs or {}}}

    def scenario(self, sha256: str) -> Scenario:
        form, line, root = self.form, self.sheet.line, self.root
        beats = self.beats()
        return Scenario(
            id=form.id,
            title=text(form.title),
            domain=form.domain,
            level=form.level,
            minutes=form.minutes,
            tags=tuple(form.tags or ()),
            authors=tuple(text(author) for author in form.authors or ()),
            sources=tuple(text(source) for source in form.sources or ()),
            languages=tuple(dict.fromkeys(form.languages or ("zh", "en"))),
            brief=_maybe(form.brief),
            cast={id_: Speaker(id_, text(who.name), _portrait(who.portrait)) for id_, who in (form.cast or {}).items()},
            meters={
                id_: Meter(
                    id_, m.start, m.min, m.max, text(m.label) if m.label else text(id_), line(root["meters"], id_)
                )
                for id_, m in (form.meters or {}).items()
            },
            facts={id_: text(fact) for id_, fact in (form.facts or {}).items()},
            needs={id_: text(need) for id_, need in (form.needs or {}).items()},
            personas=self.personas(),
            follows=self.follows(),
            interrupts=tuple(
                Interrupt(self.condition(i.when, raw["if"], raw), i.to, line(root["interrupts"], place))
                for place, (i, raw) in enumerate(zip(form.interrupts or (), root.get("interrupts") or (), strict=True))
            ),
            start=form.start if form.start is not None else next(iter(beats)),
            beats=beats,
            endings={
                id_: Ending(id_, self.lines(e.says, root["endings"][id_]), e.lost, line(root["endings"], id_))
                for id_, e in form.endings.items()
            },
            allow={code: text(reason) for code, reason in (form.allow or {}).items()},
            sha256=sha256,
        )

    def personas(self) -> tuple[Persona, ...]:
        base = self.form.customer
        found = [Persona(None, BASE, self.customer(base, None), self.sheet.line(self.root, "customer"))]
        for id_, persona in (self.form.personas or {}).items():
            label = text(persona.label) if persona.label is not None else text(id_)
            line = self.sheet.line(self.root["personas"], id_)
            found.append(Persona(id_, label, self.customer(base, persona), line))
        return tuple(found)

    def customer(self, base: CustomerForm, over: PersonaForm | None) -> Customer:
        def own(name: str) -> Any:
            value = getattr(over, name) if over is not None else None
            return value if value is not None else getattr(base, name)

        need = own("need")
        expects = (over.expects or {}) if over is not None else {}
        return Customer(
            name=text(own("name")),
            portrait=_portrait(base.portrait),
            feels=tuple(_feeling(feeling) for feeling in own("feels") or ()),
            need=None if need is None else self.needs[need],
            fault=own("fault"),
            heat=own("heat"),
            expects={c: _expectation(form, expects.get(c)) for c, form in base.expects.items()},
        )

    def follows(self) -> Follows | None:
        follows = self.form.follows
        if follows is None:
            return None
        proposed = ((verdict, words.BASE_IDS.get(id_, id_)) for verdict, id_ in (follows.personas or {}).items())
        return Follows(follows.scenario, tuple(proposed))

    def beats(self) -> dict[str, Beat]:
        ids = list(self.form.beats)
        following = dict(itertools.pairwise(ids))
        raw = self.root["beats"]
        return {id_: self.beat(id_, beat, raw[id_], following.get(id_)) for id_, beat in self.form.beats.items()}

    def beat(self, id_: str, form: BeatForm, raw: dict[str, Any], following: str | None) -> Beat:
        responses = raw["responses"]
        return Beat(
            id_,
            form.kind,
            form.channel,
            None if form.scene is None else words.SCENE_IDS.get(form.scene, form.scene),
            form.speaker,
            form.mood,
            self.lines(form.says, raw),
            form.patience,
            tuple(
                self.response(key, response, responses[key], self.sheet.line(responses, key), following)
                for key, response in form.responses.items()
            ),
            self.sheet.line(self.root["beats"], id_),
        )

    def response(self, id_: str, form: ResponseForm, raw: dict[str, Any], line: int, following: str | None) -> Response:
        return Response(
            id_,
            text(form.say),
            frozenset(words.TAG_IDS[tag] for tag in form.tags or ()),
            None if form.names is None else self.needs[form.names],
            tuple(form.deliver.items()) if form.deliver else (),
            None if form.extra is None else Extra(form.extra.about, _maybe(form.extra.say)),
            tuple(self.promise(key, made, raw["promise"]) for key, made in (form.promise or {}).items()),
            tuple(dict.fromkeys(form.keeps or ())),
            tuple(dict.fromkeys(form.breaks or ())),
            tuple(Frame(about, level) for about, level in (form.frame or {}).items()),
            tuple(form.meters.items()) if form.meters else (),
            form.heat,
            tuple(dict.fromkeys(form.learn or ())),
            self.lines(form.reply, raw, "reply"),
            None if form.when is None else self.condition(form.when, raw["if"], raw),
            form.again,
            self.then(form.then, raw, following),
            _maybe(form.note),
            line,
        )

    def promise(self, id_: str, form: PromiseForm, holder: dict[str, Any]) -> Promise:
        line = self.sheet.line(holder, id_)
        return Promise(id_, form.about, form.level, _maybe(form.by), _maybe(form.say), line)

    def then(self, form: str | list[RouteForm] | None, raw: dict[str, Any], following: str | None) -> tuple[Route, ...]:
        if isinstance(form, list):
            return tuple(
                Route(
                    None if route.when is None else self.condition(route.when, written["if"], written), _way(route.to)
                )
                for route, written in zip(form, raw["then"], strict=True)
            )
        target = _way(form) if form is not None else following
        return (Route(None, target),) if target is not None else ()

    def lines(self, form: Any, raw: dict[str, Any], key: str = "says") -> tuple[Line, ...]:
        if form is None:
            return ()
        if isinstance(form, str | TextForm):
            return (Line(None, text(form)),)
        return tuple(
            Line(None if line.when is None else self.condition(line.when, written["if"], written), text(line.says))
            for line, written in zip(form, raw[key], strict=True)
        )

    def condition(self, form: ConditionForm, raw: dict[str, Any], holder: Any, key: Any = "if") -> Condition:
        return Condition(
            line=self.sheet.line(holder, key),
            heat=_range(form.heat) if form.heat is not None else None,
            knows=tuple(form.knows or ()),
            said=tuple(_pick(pick) for pick in form.said or ()),
            promised=tuple(form.promised or ()),
            kept=tuple(form.kept or ()),
            need_known=form.need_known,
            persona=None if form.persona is None else tuple(words.BASE_IDS.get(id_, id_) for id_ in form.persona),
            meters=_ranges(form.meters),
            perceived=_ranges(form.perceived),
            desired=_ranges(form.desired),
            all=tuple(self.condition(c, raw["all"][i], raw["all"], i) for i, c in enumerate(form.all or ())),
            any=None
            if form.any is None
            else tuple(self.condition(c, raw["any"][i], raw["any"], i) for i, c in enumerate(form.any)),
            no=None if form.no is None else self.condition(form.no, raw["not"], raw, "not"),
        )


def _feeling(feeling: Words) -> Text:
    known = words.FEELING_IDS.get(feeling) if isinstance(feeling, str) else None
    return Text(*words.FEELINGS[known]) if known is not None else text(feeling)


def _expectation(form: ExpectationForm, over: ExpectationForm | None) -> Expectation:
    def own(name: str) -> Any:
        value = getattr(over, name) if over is not None else None
        return value if value is not None else getattr(form, name)

    scale = {**(form.scale or {}), **((over.scale or {}) if over is not None else {})}
    return Expectation(
        **laid_over(form, over),
        origin=own("origin"),
        why=_maybe(own("why")),
        scale=tuple(sorted(((int(level), text(words_)) for level, words_ in scale.items()), key=lambda item: item[0])),
    )


def _range(form: RangeForm) -> Range:
    return Range(form.min, form.max)


def _ranges(forms: dict[Component, RangeForm] | dict[str, RangeForm] | None) -> tuple[tuple[str, Range], ...]:
    return tuple((key, _range(form)) for key, form in forms.items()) if forms else ()


def _pick(written: str) -> tuple[str, str]:
    beat, _, response = written.partition("/")
    return beat, words.SILENCE_IDS.get(response, response)


def _way(to: str) -> str:
    return words.BACK_IDS.get(to, to)


def _portrait(name: str | None) -> str | None:
    return None if name is None else words.PORTRAIT_IDS.get(name, name)
