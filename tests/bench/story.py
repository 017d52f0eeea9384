"""One branching story, dealt out once and written for every engine: a Yuqi scenario, ink source, plain Python.

Layers of beats, four responses each. Every response is guarded by one or two of three bounded counters and changes all
of them, so that three numbers at the end prove that two engines have played the same graph. The counters begin in the
middle of bounds that no play can reach: peers, which have no bounded counters, are spared the clamping.

What only Yuqi has (tags, needs, deliveries, promises, frames, extras, facts) comes from `moves.yaml` and changes
nothing of the graph: it is the work of scoring, which Yuqi does in the same time.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).resolve().parent
COUNTERS: Final = ("trust", "patience", "clarity")
START, LEAST, MOST = 50, 0, 100
CHOICES: Final = 4
SILENCE: Final = {"zh": "（不说话）", "en": "(says nothing)"}
ENDINGS: Final = {
    "settled": {"zh": "谢谢你，今天总算有人管了。", "en": "Thank you. At last someone took care of it."},
    "grudging": {"zh": "行吧，下次别再拖三天。", "en": "All right. Do not take three days next time."},
    "lost": {"zh": "算了，我找别家。", "en": "Never mind, I will go elsewhere."},
}

Counters = tuple[int, ...]
Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Bound:
    """What one counter must be for a response to be on offer."""

    counter: int
    least: int = LEAST
    most: int = MOST

    def holds(self, counters: Counters) -> bool:
        """Return whether the counter lies within the bound."""
        return self.least <= counters[self.counter] <= self.most


@dataclass(frozen=True, slots=True)
class Option:
    """One response: its guard, what it does to the counters, where it leads, and all else that a scenario says of it.

    `over` is where it leads if `when` holds of the counters as they then are; `to` is where it leads otherwise.
    """

    id: str
    move: dict[str, Any]
    guard: tuple[Bound, ...]
    changes: Counters
    to: str
    when: Bound | None = None
    over: str | None = None

    def leads(self, counters: Counters) -> str:
        """Return the beat or ending that follows, with the counters already changed."""
        return self.over if self.over is not None and self.when is not None and self.when.holds(counters) else self.to


@dataclass(frozen=True, slots=True)
class Moment:
    """One beat of the story. A patient one can be answered with silence, once."""

    id: str
    says: Told
    options: tuple[Option, ...]
    patient: bool


@dataclass(frozen=True, slots=True)
class Story:
    """The graph, and the two fixed parts of its scenario."""

    moments: dict[str, Moment]
    start: str
    facts: dict[str, Told]


def deal(layers: int = 12, width: int = 5, seed: int = 1) -> Story:
    """Return a story of `layers` × `width` beats; the same arguments give the same story on any machine."""
    return _Dealer(layers, width, random.Random(seed)).story()


def unguarded(story: Story) -> Story:
    """Return the story with every response on offer wherever its beat is come to, and no patience that runs out."""
    return replace(story, moments={id_: _open(moment) for id_, moment in story.moments.items()})


def _open(moment: Moment) -> Moment:
    return replace(moment, options=tuple(replace(option, guard=()) for option in moment.options), patient=False)


class _Dealer:
    """Deals moves and guards to the beats."""

    def __init__(self, layers: int, width: int, chance: random.Random) -> None:
        self.layers = layers
        self.width = width
        self.chance = chance
        self.moves: list[dict[str, Any]] = yaml.safe_load((HERE / "moves.yaml").read_text(encoding="utf-8"))
        self.words: dict[str, Any] = yaml.safe_load((HERE / "things.yaml").read_text(encoding="utf-8"))
        self.made: list[list[str]] = [[] for _ in range(layers)]
        self.deck: list[dict[str, Any]] = []

    def story(self) -> Story:
        moments = {moment.id: moment for layer in range(self.layers) for moment in self.layer(layer)}
        return Story(moments, _name(0, 0), self.words["facts"])

    def layer(self, layer: int) -> Iterator[Moment]:
        for place in range(self.width):
            thing = self.chance.choice(self.words["things"])
            says = _filled(self.chance.choice(self.words["complaints"]), thing)
            options = tuple(
                self.option(f"{_name(layer, place)}-{number}", layer, number, move, thing)
                for number, move in enumerate(self.hand(layer))
            )
            yield Moment(_name(layer, place), says, options, patient=place == layer % self.width)

    def hand(self, layer: int) -> list[dict[str, Any]]:
        """Return the moves of one beat: those tied to its layer, then from a deck in which each comes up in turn."""
        tied = {0: "first", self.layers - 1: "last"}.get(layer)
        hand = [move for move in self.moves if tied is not None and move.get("at") == tied]
        while len(hand) < CHOICES:
            if not self.deck:
                self.deck = [move for move in self.moves if "at" not in move]
                self.chance.shuffle(self.deck)
            hand.append(self.deck.pop())
        return hand

    def option(self, id_: str, layer: int, number: int, move: dict[str, Any], thing: Told) -> Option:
        to, over = self.onward(layer), self.onward(layer)
        branches = number == 1
        return Option(
            id_,
            self.dealt(id_, layer, move, thing),
            # The first is always on offer, so that no beat is a dead end; its guard is asked all the same.
            (Bound(self.chance.randrange(3)),) if number == 0 else self.guard(),
            tuple(self.chance.choice((-2, -1, 1, 2, 3)) for _ in COUNTERS),
            to,
            Bound(self.chance.randrange(3), least=START + self.chance.randrange(6)) if branches else None,
            over if branches else None,
        )

    def guard(self) -> tuple[Bound, ...]:
        counters = self.chance.sample(range(3), self.chance.choice((1, 1, 2)))
        return tuple(
            Bound(counter, least=START + self.chance.randrange(-4, 4))
            if self.chance.random() < 0.6
            else Bound(counter, most=START + self.chance.randrange(8))
            for counter in counters
        )

    def onward(self, layer: int) -> str:
        if layer == self.layers - 1:
            return self.chance.choice(list(ENDINGS))
        return _name(layer + 1, self.chance.randrange(self.width))

    def dealt(self, id_: str, layer: int, move: dict[str, Any], thing: Told) -> dict[str, Any]:
        """Return a move with its words filled in and its promises made this response's own."""
        dealt = {key: value for key, value in move.items() if key not in ("id", "at", "closes")}
        for key in ("say", "reply", "note"):
            dealt[key] = _filled(dealt[key], thing)
        if "learn" in dealt:
            dealt["learn"] = [self.chance.choice(list(self.words["facts"]))]
        if "promise" in dealt:
            dealt["promise"] = {f"{id_}-{key}": promise for key, promise in dealt["promise"].items()}
            self.made[layer] += dealt["promise"]
        if "closes" in move:
            open_ = [promise for earlier in self.made[max(0, layer - 2) : layer] for promise in earlier]
            dealt |= {move["closes"]: open_} if open_ else {}
        return dealt


def _name(layer: int, place: int) -> str:
    return f"b{layer:04}-{place}"


def _filled(told: Told, thing: Told) -> Told:
    filled = {language: words.replace("{thing}", thing[language]) for language, words in told.items()}
    return {language: words[:1].upper() + words[1:] for language, words in filled.items()}
