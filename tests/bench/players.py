"""Plays the story on one engine, in a process of its own: `python players.py ENGINE FILE`.

It reads lines `first count` and answers each with one line of JSON: how many picks, how many seconds, and the checksum
of what the counters came to. `ink.mjs` does the same for inkjs. A play picks by `Dice` among what is on offer.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    # This folder holds a module `run` as the project's root does; only the root is meant to be found.
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.bench.story import COUNTERS, START, Counters, Option, Story, deal

Played = tuple[Counters, int]
"""What the counters came to, and the number of picks."""
Player = Callable[[int], Played]

MODULUS = 1_000_000_007


class Dice:
    """The picks of one play, the same on every engine: a linear congruential generator."""

    __slots__ = ("state",)

    def __init__(self, play: int) -> None:
        self.state = play + 1

    def roll(self, sides: int) -> int:
        """Return a number from 0 to below `sides`."""
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % sides


def folded(checksum: int, played: Played) -> int:
    """Return a checksum with one more play folded in."""
    (trust, patience, clarity), picks = played
    return (checksum * 31 + trust + 101 * patience + 10007 * clarity + 1000003 * picks) % MODULUS


def plain(story: Story) -> Player:
    """Return a player in plain Python, which knows no rules: what the others must agree with."""

    def play(number: int) -> Played:
        dice, counters, at, picks = Dice(number), (START,) * len(COUNTERS), story.start, 0
        silent = False
        while at in story.moments:
            moment = story.moments[at]
            offered: list[Option | None] = [
                option for option in moment.options if all(bound.holds(counters) for bound in option.guard)
            ]
            if moment.patient and not silent:
                offered.append(None)
            option = offered[dice.roll(len(offered))]
            picks += 1
            silent = option is None
            if option is not None:
                counters = tuple(a + b for a, b in zip(counters, option.changes, strict=True))
                at = option.leads(counters)
        return counters, picks

    return play


def yuqi(file: Path) -> Player:
    """Return a player on Yuqi: `look` and `choose` for each pick, `begin` and `score` for each play, all rules on."""
    from game.engine import begin, choose, look, score
    from game.scenario import read

    scenario, problems = read(file.read_bytes(), file.name)
    if scenario is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))

    def play(number: int) -> Played:
        roll = Dice(number).roll
        playing = begin(scenario, None, number)
        picks = 0
        while True:
            moment = look(playing)
            if moment.over:
                break
            offered = moment.offered
            choose(playing, offered[roll(len(offered))].id)
            picks += 1
        score(playing)
        return playing.standing.meters, picks

    return play


def bink(file: Path) -> Player:
    """Return a player on bink, ink's runtime in Rust; what is said and what is on offer is fetched, as Yuqi's is."""
    story = importlib.import_module("bink.story").Story(file.read_text(encoding="utf-8-sig"))

    def play(number: int) -> Played:
        story.reset_state()
        roll = Dice(number).roll
        picks = 0
        while True:
            while story.can_continue():
                story.cont()
            offered = list(story.get_current_choices())
            if not offered:
                break
            story.choose_choice_index(roll(len(offered)))
            picks += 1
        return tuple(int(story.get_variable(name)) for name in COUNTERS), picks

    return play


PLAYERS: dict[str, Callable[[Path], Player]] = {"plain": lambda _: plain(deal()), "yuqi": yuqi, "bink": bink}


def timed(player: Player, first: int, count: int) -> dict[str, Any]:
    """Return picks, seconds and checksum of `count` plays from number `first` on."""
    checksum = picks = 0
    began = time.perf_counter()
    for number in range(first, first + count):
        played = player(number)
        checksum = folded(checksum, played)
        picks += played[1]
    return {"picks": picks, "seconds": time.perf_counter() - began, "checksum": checksum}


def main(engine: str, file: str) -> None:
    """Answer until there are no more questions."""
    began = time.perf_counter()
    player = PLAYERS[engine](Path(file))
    print(json.dumps({"ready": time.perf_counter() - began}), flush=True)
    for line in sys.stdin:
        first, count = map(int, line.split())
        print(json.dumps(timed(player, first, count)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
