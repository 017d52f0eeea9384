"""`score`: what a list of picks is worth, turn by turn, without playing."""

import argparse
import re
from typing import Any

from game.commands.asked import Refused, entry, persona, print_json, rulebook
from game.engine import NotOffered, Play, Score, Turn, Weights, begin, choose, close, facts, score, zones
from game.engine.scores import STANDARD
from game.i18n import Words
from game.library import Entry
from game.scenario import SILENCE_IDS

SEPARATORS = re.compile(r"[,，、\s]+")


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the turns and the score of `--picks`."""
    try:
        found = entry(options.scenario, words)
        play = begin(
            found.scenario, persona(found, options.persona, words), rulebook=rulebook(options.rulebook, words)[0]
        )
        pick(play, [one for one in SEPARATORS.split(options.picks) if one], words)
        if options.expired:
            close(play)
    except Refused as refused:
        return refused.tell(options.json)
    if options.json:
        print_json(document(found, play))
    else:
        print("\n".join(lines(found, play, words)))
    return 0


def pick(play: Play, picks: list[str], words: Words) -> None:
    """Pick one after the other. Refused at the first that is not on offer."""
    for one in picks:
        try:
            choose(play, SILENCE_IDS.get(one, one))
        except NotOffered as error:
            told = {"turn": error.turn, "pick": error.pick, "offered": list(error.offered)}
            raise Refused(1, {"error": told}, [_refusal(error, words)]) from None


def _refusal(error: NotOffered, words: Words) -> str:
    pick = words.id(error.pick)
    if not error.offered:
        return words("score.over", turn=error.turn, pick=pick)
    offered = words.list(words.id(id_) for id_ in error.offered)
    return words("score.not_offered", turn=error.turn, pick=pick, offered=offered)


def document(found: Entry, play: Play, weights: Weights = STANDARD) -> dict[str, Any]:
    """Return a play as `score --json` gives it, scored with these weights."""
    return {
        "scenario": found.scenario.id,
        "sha256": found.scenario.sha256,
        "persona": play.case.persona.id,
        "turns": [_turn(turn) for turn in play.turns],
        "ending": play.ending,
        "score": _score(score(play, weights)) if play.over else None,
    }


def _turn(turn: Turn) -> dict[str, Any]:
    after, case = turn.after, turn.case
    return {
        "beat": turn.beat,
        "response": turn.response,
        "heat": after.heat,
        "empathy_turn": turn.empathy_turn,
        "nvc_turn": turn.nvc_turn,
        "empathy": after.empathy,
        "nvc": after.nvc,
        "set_points": after.set_points,
        "components": {
            zone.component: {"adequate": zone.adequate, "desired": zone.desired, "perceived": zone.perceived}
            for zone in zones(case, after)
        },
        "meters": dict(zip(case.layout.meter_ids, after.meters, strict=True)),
        "facts": list(facts(case, after)),
        "rules": list(turn.rules),
    }


def _score(scored: Score) -> dict[str, Any]:
    names = ("set", "meet", "exceed", "empathy", "nvc", "overall", "verdict", "satisfaction", "components")
    return {name: getattr(scored, name) for name in names}


def lines(found: Entry, play: Play, words: Words) -> list[str]:
    """Return a play as people read it: one line a turn, then the score."""
    told = [words("score.title", title=found.scenario.title, persona=play.case.persona.label)]
    for turn in play.turns:
        after = turn.after
        numbers = {"heat": after.heat, "empathy": after.empathy, "nvc": after.nvc, "points": after.set_points}
        rules = words.list([play.case.rulebook.rules[id_].name.told(words.language) for id_ in turn.rules])
        said = {"number": turn.number, "beat": turn.beat, "response": words.id(turn.response)}
        told.append(words("score.turn", **said, **numbers, rules=rules or words("score.none")))
    if not play.over:
        return [*told, words("score.unfinished")]
    if play.expired:
        told.append(words("score.expired"))
    scored = score(play)
    five = {name: getattr(scored, name) for name in ("set", "meet", "exceed", "empathy", "nvc", "overall")}
    verdict = words(f"verdict.{scored.verdict}")
    return [*told, words("score.total", **five, verdict=verdict, satisfaction=scored.satisfaction)]
