"""The debrief: verdict, scores, what the customer says, each formula with its numbers, and the talk turn by turn."""

from game import engine
from game.engine import Play, Score, look
from game.i18n import Words
from game.terminal.blocks import Bar, Block, Chart, Entry, Heading, Page, Para, Row, Section, Style, Table
from game.terminal.formulas import formulas, meet_sum
from game.terminal.gauges import FULL, ledger, need_name, number_row
from game.terminal.session import Answers, Mode
from game.terminal.turns import turn_table

STYLES: dict[str, Style] = {
    "exceeded": "good",
    "met": "good",
    "acceptable": "strong",
    "below": "bad",
}


def debrief_page(words: Words, play: Play, mode: Mode, answers: Answers | None) -> Page:
    """Return the debrief of a play; without scores where it has not ended."""
    persona = play.case.persona
    mode_told = words(f"file.mode.{mode}")
    who = words("debrief.who", persona=persona.label, mode=mode_told, turns=len(play.turns))
    page: list[Block] = [Heading(words("debrief.title", title=play.case.scenario.title)), Para(who, "quiet")]
    gauges = look(play).gauges
    if not play.over:
        return [*page, Para(words("debrief.unfinished"), "bad"), *turn_table(words, play)]
    score = engine.score(play)
    return [
        *page,
        *_result(words, score),
        *_survey(words, play, score),
        *_answers(words, answers, score),
        *_components(words, score),
        *formulas(words, play, score),
        *_servqual(words, score),
        *ledger(words, gauges),
        *turn_table(words, play),
    ]


def _result(words: Words, score: Score) -> list[Block]:
    verdict = words(f"verdict.{score.verdict}")
    why = "lost" if score.lost else score.verdict
    five = {name: getattr(score, name) for name in ("set", "meet", "exceed", "empathy", "nvc")}
    bars = [number_row(words, "gauges.of_told", words(f"score.{name}"), value, FULL) for name, value in five.items()]
    overall = words("debrief.overall", overall=score.overall, verdict=verdict)
    return [Section(overall), Para(words(f"debrief.why.{why}"), STYLES[score.verdict], 2), Chart(tuple(bars))]


def _survey(words: Words, play: Play, score: Score) -> list[Block]:
    """Return what the customer says afterwards, and the need that was behind it all."""
    customer, promoter = play.case.customer, score.promoter
    returns = "returns" if score.returns else "leaves"
    recommend = words("debrief.recommend", recommend=score.recommend, promoter=words(f"debrief.{promoter}"))
    page: list[Block] = [
        Section(words("debrief.survey")),
        Entry(
            words("debrief.stars", name=customer.name, stars=score.stars),
            words(f"debrief.stars.{score.stars}"),
            indent=2,
            hang=4,
        ),
        Entry(recommend, words(f"debrief.recommend.{promoter}"), indent=2, hang=4),
        Entry(words(f"debrief.{returns}"), words(f"debrief.{returns}_says"), indent=2, hang=4),
        Para(words("debrief.satisfaction", satisfaction=score.satisfaction), "quiet", 2),
    ]
    if customer.need is not None:
        named = "named" if look(play).gauges.need is not None else "hidden"
        need = need_name(words, play.case.scenario, customer.need)
        page.append(Para(words(f"debrief.need_{named}", need=need), indent=2))
    return page


def _answers(words: Words, answers: Answers | None, score: Score) -> list[Block]:
    if answers is None:
        return []
    page: list[Block] = [Section(words("debrief.answers"))]
    if answers.guess is not None:
        gap = answers.guess - score.overall
        key = "over" if gap > 0 else "under" if gap < 0 else "right"
        guessed = {"guess": answers.guess, "overall": score.overall} | ({"gap": abs(gap)} if gap else {})
        page.append(Para(words(f"debrief.guess_{key}", **guessed), indent=2))
    for name in ("turning_point", "next_time"):
        text = getattr(answers, name)
        if text:
            page.append(Para(words(f"debrief.{name}", text=text), indent=2))
    return page


def _components(words: Words, score: Score) -> list[Block]:
    """Return the table of components: the numbers they ended with, their points and what became of each."""
    names = ("component", "weight", "perceived", "adequate", "desired", "points", "result")
    rows = []
    for part in score.parts:
        cells = {
            "component": words(f"component.{part.component}"),
            "weight": part.weight,
            "perceived": part.perceived,
            "adequate": part.adequate,
            "desired": part.desired,
            "points": meet_sum(words, part),
            "result": words(f"result.{part.verdict}"),
        }
        style: Style = "bad" if part.verdict == "below" else "good" if part.verdict == "exceeded" else ""
        told = words("debrief.component_told", **cells)
        rows.append(Row(tuple(f"{cells[name]}" for name in names), told, style))
    head = tuple(words(f"debrief.{name}") for name in names)
    table = Table(head, tuple(rows), wide=5, numbers=(1, 2, 3, 4))
    return [Section(words("debrief.components")), table, Para(words("debrief.levels"), "quiet", 2)]


def _servqual(words: Words, score: Score) -> list[Block]:
    """Return the five scores of SERVQUAL that this play speaks of (Parasuraman, Zeithaml and Berry 1988)."""
    perceived = {part.component: 10 * part.perceived for part in score.parts}
    lens = {
        "reliability": score.set,
        "assurance": perceived.get("brand"),
        "tangibles": perceived.get("product"),
        "empathy": score.empathy,
        "responsiveness": perceived.get("service"),
    }
    rows: list[Bar] = []
    missing: list[Block] = []
    for name, value in lens.items():
        label = words(f"servqual.{name}")
        if value is None:
            missing.append(Para(words("mark.colon", name=label) + words("servqual.none"), "quiet", 2))
        else:
            rows.append(number_row(words, "gauges.of_told", label, value, FULL))
    return [Section(words("debrief.servqual")), Chart(tuple(rows)), *missing]
