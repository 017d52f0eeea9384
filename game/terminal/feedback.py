"""What a pick did, on paper: what changed, and for each rule that fired its name and a line; the lesson behind it."""

from game.engine import Rule, Turn
from game.i18n import Words
from game.report import debrief
from game.report.debrief import NumberMove, Tone, ZoneMove, lesson, rules_of
from game.terminal.blocks import Bar, Block, Chart, Entry, Gap, Page, Para, Scale, Section, Style

__all__ = ["changes", "feedback_page", "lesson_of", "lesson_page", "remarks", "rules_of"]

NEWS: dict[Tone, Style] = {"good": "good", "bad": "bad", "plain": ""}
RULES: dict[Tone, Style] = {"good": "good", "bad": "bad", "plain": "strong"}


def feedback_page(words: Words, turn: Turn) -> Page:
    """Return what a turn changed, and the remarks on it."""
    page: list[Block] = [Section(words("feedback.changes")), *changes(words, turn)]
    if turn.fired:
        page += [Section(words("feedback.rules")), *remarks(words, turn)]
    return page


def changes(words: Words, turn: Turn) -> list[Block]:
    """Return what is another than before the turn, and only that."""
    told = debrief.changes(words, turn)
    if not told:
        return [Para(told.nothing, "quiet", 2)]
    rows: tuple[Scale | Bar, ...] = (*(_zone(move) for move in told.zones), *(_number(move) for move in told.numbers))
    blocks: list[Block] = [Chart(rows)] if rows else []
    return [*blocks, *(Para(news.text, NEWS[news.tone], 2) for news in told.news)]


def _zone(move: ZoneMove) -> Scale:
    return Scale(move.label, move.adequate.after, move.desired.after, move.perceived.after, move.moves, move.told)


def _number(move: NumberMove) -> Bar:
    return Bar(move.label, max(0, move.after), max(1, move.top), move.moves, move.told, move.hot)


def remarks(words: Words, turn: Turn) -> list[Entry]:
    """Return for each rule that fired its number, its name and a line on what it did."""
    return [
        Entry(words("mark.colon", name=f"{one.number}. {one.name}"), one.line, RULES[one.tone], 2, 5)
        for one in debrief.remarks(words, turn)
    ]


def lesson_page(words: Words, rule: Rule) -> Page:
    """Return the lesson card of a rule."""
    card = lesson(words, rule)
    parts = [Entry(title, text, indent=2) for title, text in card.parts]
    return [Section(card.name), *parts, Entry(words("lesson.source"), card.source, "quiet", 2), Gap()]


def lesson_of(words: Words, rules: tuple[Rule, ...], number: str) -> Page:
    """Return the lesson card of the rule of a number, from 1; else what can be typed."""
    if not rules:
        return [Para(words("lesson.none"), "quiet")]
    if not number and len(rules) == 1:
        return lesson_page(words, rules[0])
    if not number or not 1 <= int(number) <= len(rules):
        return [Para(words("lesson.which", most=len(rules)), "quiet")]
    return lesson_page(words, rules[int(number) - 1])
