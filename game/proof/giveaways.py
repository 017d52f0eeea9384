"""Marks that give the best answers of a talk away, told once for all customers and languages."""

from collections.abc import Iterator

from msgspec import Struct

from game.proof.answers import Marked, Tell, answers, tell
from game.proof.naming import both, joined, listed, plain
from game.proof.view import Finding, View
from game.scenario import Text


class Given(Struct, frozen=True):
    """A mark that gives answers away: how often, and what it is called."""

    tell: Tell
    called: Text


def given(view: View, marks: dict[Text, Marked], tried: int) -> list[Given]:
    """Return the marks that give the answers away with all customers, in one of the ways to tell what is best.

    Each is told as the customer as written shows it; `tried` is how many marks of the kind there are.
    """
    customers = [answers(view, seen) for seen in view.evidence] if view.whole else []
    found = []
    for called, marked in marks.items():
        ways = [[tell(talk, marked) for talk in talks] for talks in zip(*customers, strict=True)]
        told = [tells[0] for tells in ways if all(one.gives_away(tried) for one in tells)]
        if told:
            found.append(Given(min(told, key=lambda one: one.chance), called))
    return found


def finding(found: list[Given]) -> Iterator[Finding]:
    """Yield one finding for marks that give answers away, if there are any."""
    if found:
        top = min(found, key=lambda one: one.tell.chance).tell
        words = {"hits": str(len(top.at)), "of": str(top.of)} | both("beats", listed(top.at))
        yield Finding(("beats",), words | both("mark", joined(one.called for one in found)))


def number(value: int) -> Text:
    """Return a place counted from 1, as people say it."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return Text(f"第 {value} 个", f"{value}{endings.get(value, 'th')}") if value else plain("")
