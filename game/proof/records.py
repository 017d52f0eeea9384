"""What a proof says, as values: nothing here computes."""

from typing import Any

from msgspec import Struct

from game.engine.passing import Passing


class Spread(Struct, frozen=True):
    """One score over all plays, 0 to 100.

    An exact proof: `min` and `max` are reached, `mean` is a uniformly random player's, `interval` and `bounds` are it.
    Otherwise no play lies outside `min` to `max`, `reached` is what was reached for certain, `mean` is estimated,
    `interval` holds it with 95 %, and `bounds` hold it for certain.
    """

    min: int
    max: int
    mean: float
    reached: tuple[int, int] | None
    interval: tuple[float, float]
    bounds: tuple[float, float]


class Share(Struct, frozen=True):
    """How likely something is in random play, 0 to 1; `interval` and `bounds` as in `Spread`."""

    mean: float
    interval: tuple[float, float]
    bounds: tuple[float, float]


class Unreachable(Struct, frozen=True):
    """What no play comes to: beats, responses as beat/response, endings. Empty where a proof is not exact."""

    beats: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


class DeadEnd(Struct, frozen=True):
    """A beat that can be come to with nothing on offer, and picks that lead there."""

    beat: str
    picks: tuple[str, ...]


class Proof(Struct, frozen=True):
    """Everything that one customer of a scenario can come to. `persona` None is the customer as written.

    `passing` is the share of plays that have all of `asked`. `plays` counts the different lists of picks that lead to
    an end; None if there is no end to them (`endless`), and only those that were counted where the proof is not
    `exact`. `states` were played on. `best` and `worst` are the picks of a play with the highest and the lowest overall
    that was found. `sampled` random plays stand behind estimates.
    """

    scenario: str
    persona: str | None
    exact: bool
    endless: bool
    plays: int | None
    states: int
    scores: dict[str, Spread]
    verdicts: dict[str, Share]
    endings: dict[str, Share]
    passing: Share
    asked: Passing
    unreachable: Unreachable
    dead_ends: tuple[DeadEnd, ...]
    best: tuple[str, ...]
    worst: tuple[str, ...]
    best_overall: int
    worst_overall: int
    sampled: int = 0

    def document(self) -> dict[str, Any]:
        """Return the proof as `check --json` gives it: a plain mapping, as in section 9 of the design.

        Where the proof is not exact, each score has also what was reached, the interval and the bounds of its mean, and
        `estimate` says how many random plays stand behind it, how each number is known (see `certainty`), and between
        which bounds each share lies for certain.
        """
        found: dict[str, Any] = {"scenario": self.scenario, "persona": self.persona, "exact": self.exact}
        found |= {"plays": self.plays, "endless": self.endless, "states": self.states}
        found |= {name: self._spread(spread) for name, spread in self.scores.items()}
        found["verdicts"] = {name: share.mean for name, share in self.verdicts.items()}
        found["endings"] = {name: share.mean for name, share in self.endings.items()}
        found |= {"passing": self.passing.mean, "pass": self.asked.conditions}
        unreachable = self.unreachable
        found["unreachable"] = {
            "beats": list(unreachable.beats),
            "responses": list(unreachable.responses),
            "endings": list(unreachable.endings),
        }
        found["dead_ends"] = [{"beat": end.beat, "picks": list(end.picks)} for end in self.dead_ends]
        found |= {"best": list(self.best), "worst": list(self.worst)}
        return found if self.exact else found | {"estimate": self._estimate()}

    def _spread(self, spread: Spread) -> dict[str, Any]:
        plain: dict[str, Any] = {"min": spread.min, "max": spread.max, "mean": spread.mean}
        if self.exact:
            return plain
        reached = None if spread.reached is None else list(spread.reached)
        return plain | {"reached": reached, "mean_95": list(spread.interval), "mean_bounds": list(spread.bounds)}

    def _estimate(self) -> dict[str, Any]:
        return {
            "plays": self.sampled,
            "certainty": certainty(self.sampled),
            "verdicts": {name: _within(share) for name, share in self.verdicts.items()},
            "endings": {name: _within(share) for name, share in self.endings.items()},
            "passing": _within(self.passing),
        }


def certainty(sampled: int) -> dict[str, str]:
    """Return for each number of a proof that is not exact how it is known, by its name in the document.

    "bound": no play lies outside. "reached": a play was found that comes to it. "sampled": from so many random plays,
    if any; the interval stands beside it. "counted": as far as plays were worked out. "unknown": nothing is said.
    """
    mean = "sampled" if sampled else "bound"
    kinds = (
        ("bound", ("min", "max", "mean_bounds", "share_bounds")),
        ("reached", ("reached", "best", "worst", "dead_ends")),
        (mean, ("mean", "mean_95", "verdicts", "endings", "passing", "share_95")),
        ("counted", ("plays", "states")),
        ("unknown", ("unreachable",)),
    )
    return {name: how for how, names in kinds for name in names}


def _within(share: Share) -> dict[str, list[float]]:
    return {"share_95": list(share.interval), "share_bounds": list(share.bounds)}
