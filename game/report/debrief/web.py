"""The debrief as a page: one file that needs no network, light or dark as the reader's system is, and made to print."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from game.i18n import Words
from game.report.charts import PAGE, heat_curve, inline, touchpoint_map, zone_chart
from game.report.debrief.costs import Efficiency
from game.report.debrief.records import Cost, Debrief, TurnTold
from game.report.debrief.remarks import lesson

LANGUAGES = {"zh": "zh-Hans", "en": "en"}


def page(
    words: Words,
    told: Debrief,
    lost: tuple[Cost, ...] = (),
    pace: Efficiency | None = None,
    *,
    trainee: str = "",
    when: str = "",
) -> str:
    """Return the page of a debrief; the words are of the debrief's own language.

    What was worked out of `costs` and `efficiency` is told too; `trainee` and `when` stand in its head.
    """
    return _template().render(
        words=words,
        web=lambda name, **values: words(f"web.{name}", **values),
        told=told,
        lang=LANGUAGES[words.language],
        css=_file("web.css"),
        head=[part for part in (trainee, told.who, when) if part],
        lost={turn.number: None for turn in told.turns} | {cost.turn: cost if cost.cost else None for cost in lost},
        pace=pace,
        zones=inline(zone_chart(words, told.zones, PAGE)) if told.turns else "",
        heat=inline(heat_curve(words, told.heat, PAGE)) if told.turns else "",
        touchpoints=inline(touchpoint_map(words, told.touchpoints, PAGE)) if told.turns else "",
        numbers=lambda turn: _numbers(words, turn),
        cards=[(count, lesson(words, count.rule)) for count in told.rules],
    )


def _numbers(words: Words, turn: TurnTold) -> list[tuple[str, int, int]]:
    """Return (name, before, after) of what a turn may move in the customer and in the scores."""
    names = ("heat", "empathy", "nvc", "set_points")
    return [(words(f"debrief.{name}"), getattr(turn.before, name), getattr(turn.after, name)) for name in names]


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_file("web.html"))


def _file(name: str) -> str:
    return files("game.report.debrief").joinpath(name).read_text(encoding="utf-8")
