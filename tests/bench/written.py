"""The story as each engine reads it: a scenario file for Yuqi, ink source for inkjs and bink."""

from typing import Any, Final

import yaml

from tests.bench.story import COUNTERS, ENDINGS, LEAST, MOST, SILENCE, START, Bound, Moment, Option, Story

EXPECTS: Final = {
    "service": {"weight": 3, "adequate": 5, "desired": 9, "perceived": 3, "can": 7},
    "product": {"weight": 3, "adequate": 5, "desired": 8, "perceived": 3, "can": 7},
    "price": {"weight": 1, "adequate": 4, "desired": 6, "perceived": 5, "can": 6},
    "brand": {"weight": 1, "adequate": 4, "desired": 7, "perceived": 5, "can": 7},
    "personal": {"weight": 2, "adequate": 4, "desired": 6, "perceived": 4, "can": 8},
}
CUSTOMER: Final = {
    "name": {"zh": "王阿姨", "en": "Mrs Wang"},
    "portrait": "aunt",
    "heat": 7,
    "fault": "ours",
    "feels": ["anxious", "wronged"],
    "need": "safety",
    "expects": EXPECTS,
}
BRIEF: Final = {
    "zh": "您在热线上接一位等了三天的客户。师傅今晚才能到，备用的现在就能送。",
    "en": "You answer a customer who has waited for three days. The fitter comes tonight, a spare can be sent now.",
}


def scenario(story: Story) -> dict[str, Any]:
    """Return the story as the plain data of a scenario file."""
    bounded = {"start": START, "min": LEAST, "max": MOST}
    return {
        "format": 1,
        "id": "bench",
        "domain": "heating",
        "title": {"zh": "测速用的一通电话", "en": "A call to measure by"},
        "brief": BRIEF,
        "customer": CUSTOMER,
        "meters": {name: {**bounded, "label": name} for name in COUNTERS},
        "facts": story.facts,
        # Asked after every turn, and never true: the counters keep within their bounds. The peers have no such thing.
        "interrupts": [{"if": {"heat": {"min": 9}, "meters": {"patience": {"max": LEAST}}}, "to": "lost"}],
        "start": story.start,
        "beats": {moment.id: _beat(moment) for moment in story.moments.values()},
        "endings": {
            id_: {"says": says, "lost": True} if id_ == "lost" else {"says": says} for id_, says in ENDINGS.items()
        },
        "personas": {"calm": {"label": {"zh": "平和", "en": "Calm"}, "heat": 3}},
    }


def _beat(moment: Moment) -> dict[str, Any]:
    beat: dict[str, Any] = {"channel": "phone", "scene": "call-centre", "says": moment.says}
    if moment.patient:
        beat["patience"] = 40
    return {**beat, "responses": {option.id: _response(option) for option in moment.options}}


def _response(option: Option) -> dict[str, Any]:
    then: Any = option.to
    if option.when is not None:
        then = [{"if": {"meters": _ranges((option.when,))}, "to": option.over}, {"to": option.to}]
    changes = dict(zip(COUNTERS, option.changes, strict=True))
    guard = {"if": {"meters": _ranges(option.guard)}} if option.guard else {}
    return {**option.move, **guard, "meters": changes, "then": then}


def _ranges(bounds: tuple[Bound, ...]) -> dict[str, dict[str, int]]:
    ranges: dict[str, dict[str, int]] = {}
    for bound in bounds:
        ranges[COUNTERS[bound.counter]] = {"max": bound.most} if bound.most < MOST else {"min": bound.least}
    return ranges


def scenario_file(story: Story) -> bytes:
    """Return the story as a scenario file, laid out as people lay theirs out."""
    plain = yaml.dump(scenario(story), Dumper=_Unshared, allow_unicode=True, sort_keys=False, width=4096)
    return plain.encode()


class _Unshared(yaml.CSafeDumper):
    """A dumper that writes what is used twice twice: scenarios have no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def terse_file(beats: int) -> bytes:
    """Return a scenario of so many beats, as terse as one of 5,000 beats has to be to stay under 4 MiB."""
    moments = []
    for number in range(beats):
        onward = [f"b{number + step}" if number + step < beats else "over" for step in (1, 2, 3, 4)]
        responses = [_TERSE_RESPONSE.format(choice=choice, then=then) for choice, then in enumerate(onward)]
        moments.append(_TERSE_BEAT.format(number=number) + "".join(responses))
    return (_TERSE_HEAD + "".join(moments)).encode()


_TERSE_HEAD: Final = """\
format: 1
id: long
domain: other
title: {zh: 长, en: Long}
brief: {zh: 一个接一个。, en: One after the other.}
customer: {name: {zh: 客户, en: Customer}, expects: {service: {weight: 2}, brand: {weight: 1}}}
meters: {trust: {start: 50}, patience: {start: 50}}
endings: {over: {says: {zh: 再见。, en: Goodbye.}}}
beats:
"""
_TERSE_BEAT: Final = """\
 b{number}:
  says: {{zh: 第{number}件呢？, en: 'Matter {number}?'}}
  responses:
"""
_TERSE_RESPONSE: Final = (
    "   r{choice}: {{say: {{zh: 我来办第{choice}样。, en: I do thing {choice}.}}, tags: [reaction, request],"
    " deliver: {{service: 1}}, if: {{meters: {{trust: {{min: 4}}}}}},"
    " meters: {{trust: 1, patience: -1}}, then: {then}}}\n"
)


def ink(story: Story, language: str = "en") -> str:
    """Return the story as ink source: the same beats, options, guards, changes and words of one language."""
    lines = [f"VAR {name} = {START}" for name in COUNTERS] + [f"-> {_knot(story.start)}"]
    for moment in story.moments.values():
        lines += [f"=== {_knot(moment.id)} ===", moment.says[language]]
        for option in moment.options:
            lines += _choice(option, language)
        if moment.patient:
            lines += [f"* [{SILENCE[language]}]", f"    -> {_knot(moment.id)}"]
    for id_, says in ENDINGS.items():
        lines += [f"=== {_knot(id_)} ===", says[language], "-> END"]
    return "\n".join(lines) + "\n"


def _choice(option: Option, language: str) -> list[str]:
    guard = f"{{{' && '.join(_test(bound) for bound in option.guard)}}} " if option.guard else ""
    lines = [f"+ {guard}[{option.move['say'][language]}]", f"    {option.move['reply'][language]}"]
    for name, change in zip(COUNTERS, option.changes, strict=True):
        lines.append(f"    ~ {name} = {name} {'+' if change > 0 else '-'} {abs(change)}")
    if option.when is not None and option.over is not None:
        lines.append(f"    {{ {_test(option.when)}: -> {_knot(option.over)} }}")
    return [*lines, f"    -> {_knot(option.to)}"]


def _test(bound: Bound) -> str:
    name = COUNTERS[bound.counter]
    return f"{name} <= {bound.most}" if bound.most < MOST else f"{name} >= {bound.least}"


def _knot(id_: str) -> str:
    return id_.replace("-", "_")
