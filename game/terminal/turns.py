"""A play turn by turn on paper: what was said, where it left the customer, which rules fired, what it cost."""

from game.engine import Play
from game.i18n import Words
from game.report.debrief import Cost, TurnTold, cost_line, rules_of_play, said_at
from game.terminal.blocks import Block, Entry, Para, Row, Section, Table

__all__ = ["cards", "cut", "said_at", "turn_table"]

SAID_WIDTH = 40
"""About so many letters of what was said stand in the table, half as many Chinese ones."""


def turn_table(words: Words, turns: tuple[TurnTold, ...], costs: tuple[Cost, ...]) -> list[Block]:
    """Return the table of a play's turns, each with what it cost."""
    head = tuple(words(f"debrief.{key}") for key in ("turn", "heat", "empathy", "nvc", "set_points", "said"))
    rows = tuple(_row(words, turn, cost) for turn, cost in zip(turns, costs, strict=True))
    return [Section(words("debrief.turns")), Table(head, rows, wide=5, numbers=(0, 1, 2, 3, 4))]


def _row(words: Words, turn: TurnTold, cost: Cost) -> Row:
    text = words("mark.quote", text=cut(turn.said))
    after = turn.after
    cells = tuple(f"{number}" for number in (turn.number, after.heat, after.empathy, after.nvc, after.set_points))
    numbers = words(
        "debrief.turn_numbers", heat=after.heat, empathy=after.empathy, nvc=after.nvc, points=after.set_points
    )
    told = words("debrief.turn_told", turn=turn.number, beat=turn.beat, said=text)
    below: list[Para | Entry] = [Entry(words("debrief.rules"), _rules(words, turn), "quiet", hang=2)]
    if cost.cost:
        line = cost_line(words, cost, cut(cost.better))
        below.append(Entry(words("debrief.cost_mark"), line, "bad", hang=2))
    if turn.note:
        below.append(Entry(words("debrief.note"), turn.note, "good", hang=2))
    return Row((*cells, words("mark.colon", name=turn.beat) + text), f"{told}\n{numbers}", "", tuple(below))


def _rules(words: Words, turn: TurnTold) -> str:
    names = {remark.rule: remark.name for remark in turn.remarks}
    return words.list(names.values()) if names else words("debrief.no_rules")


def cut(text: str) -> str:
    """Return the beginning of a text, in one line."""
    line = " ".join(text.split())
    width = 0
    for place, sign in enumerate(line):
        width += 1 if sign.isascii() else 2
        if width > SAID_WIDTH:
            return line[:place].rstrip() + "…"
    return line


def cards(words: Words, play: Play) -> list[Block]:
    """Return the numbered list of rules whose lessons can be read."""
    lines = []
    for number, (rule, count) in enumerate(rules_of_play(play), start=1):
        name = rule.name.told(words.language)
        counted = name if count == 1 else words("debrief.times", name=name, count=count)
        lines.append(Entry(f"{number}. ", counted, indent=2))
    return [Section(words("debrief.cards")), *lines] if lines else []
