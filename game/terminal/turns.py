"""A play turn by turn: what was said, where it left the customer, which rules fired, what the instructor says."""

from collections import Counter
from functools import lru_cache

from game.engine import Play, Rule, Turn
from game.i18n import Words
from game.proof import Regret, regrets
from game.scenario import Text
from game.terminal.blocks import Block, Entry, Para, Row, Section, Table

SAID_WIDTH = 40
"""About so many letters of what was said stand in the table, half as many Chinese ones."""


def turn_table(words: Words, play: Play) -> list[Block]:
    """Return the table of a play's turns."""
    head = tuple(words(f"debrief.{key}") for key in ("turn", "heat", "empathy", "nvc", "set_points", "said"))
    costs = _costs(play, play.picks)
    rows = tuple(_row(words, turn, cost) for turn, cost in zip(play.turns, costs, strict=True))
    return [Section(words("debrief.turns")), Table(head, rows, wide=5, numbers=(0, 1, 2, 3, 4))]


@lru_cache(maxsize=2)
def _costs(play: Play, picks: tuple[str, ...]) -> tuple[Regret, ...]:
    """Return what each pick has cost; kept, since the same debrief is shown again in another language."""
    return regrets(play)


def _cost(words: Words, turn: Turn, regret: Regret) -> list[Para | Entry]:
    """Return what a pick has cost against the best that could still be reached, and what would have been better."""
    if regret.cost <= 0:
        return []
    better, _ = said_at(turn, regret.way[0])
    told = "debrief.cost" if regret.exact else "debrief.cost_at_least"
    numbers = {"cost": regret.cost, "before": regret.before, "after": regret.after}
    line = words(told, better=words("mark.quote", text=cut(better.told(words.language))), **numbers)
    return [Entry(words("debrief.cost_mark"), line, "bad", hang=2)]


def _row(words: Words, turn: Turn, regret: Regret) -> Row:
    said, note = said_in(turn)
    text = words("mark.quote", text=cut(said.told(words.language)))
    after = turn.after
    cells = tuple(f"{number}" for number in (turn.number, after.heat, after.empathy, after.nvc, after.set_points))
    numbers = words(
        "debrief.turn_numbers", heat=after.heat, empathy=after.empathy, nvc=after.nvc, points=after.set_points
    )
    told = words("debrief.turn_told", turn=turn.number, beat=turn.beat, said=text)
    below: list[Para | Entry] = [Entry(words("debrief.rules"), _rules(words, turn), "quiet", hang=2)]
    below += _cost(words, turn, regret)
    if note is not None:
        below.append(Entry(words("debrief.note"), note.told(words.language), "good", hang=2))
    return Row((*cells, words("mark.colon", name=turn.beat) + text), f"{told}\n{numbers}", "", tuple(below))


def said_in(turn: Turn) -> tuple[Text, Text | None]:
    """Return what was said in a turn and the instructor's note on it."""
    return said_at(turn, turn.response)


def said_at(turn: Turn, pick: str) -> tuple[Text, Text | None]:
    """Return what a response of a turn's beat says, and the instructor's note on it."""
    for response in turn.case.scenario.beats[turn.beat].responses:
        if response.id == pick:
            return response.say, response.note
    return Text("（不说话）", "(says nothing)"), None


def _rules(words: Words, turn: Turn) -> str:
    names = [turn.case.rulebook.rules[id_].name for id_ in dict.fromkeys(fired.rule for fired in turn.fired)]
    return words.list(names) if names else words("debrief.no_rules")


def cut(text: str) -> str:
    """Return the beginning of a text, in one line."""
    line = " ".join(text.split())
    width = 0
    for place, sign in enumerate(line):
        width += 1 if sign.isascii() else 2
        if width > SAID_WIDTH:
            return line[:place].rstrip() + "…"
    return line


def rules_of_play(play: Play) -> tuple[tuple[Rule, int], ...]:
    """Return the rules that fired in a play, each once with how often, in the order in which they first fired."""
    counted = Counter(fired.rule for turn in play.turns for fired in turn.fired)
    rules = play.case.rulebook.rules
    return tuple((rules[id_], count) for id_, count in counted.items())


def cards(words: Words, play: Play) -> list[Block]:
    """Return the numbered list of rules whose lessons can be read."""
    lines = []
    for number, (rule, count) in enumerate(rules_of_play(play), start=1):
        name = rule.name.told(words.language)
        counted = name if count == 1 else words("debrief.times", name=name, count=count)
        lines.append(Entry(f"{number}. ", counted, indent=2))
    return [Section(words("debrief.cards")), *lines] if lines else []
