"""Players who do not think: each picks by one outward mark of what is on offer, and may pass all the same."""

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from game.engine import Play, Score, begin, choose, look, score
from game.engine.layout import SILENCE
from game.proof.luck import anyone
from game.proof.naming import both, joined, listed, noted, place
from game.proof.view import Finding, View
from game.scenario import Persona, Response, Text

LONGEST_TALK: Final = 200
"""A player who has not come to an end after so many turns goes round in circles and is given up."""

Mark = Callable[[Response], int]
"""How much a response has of what a player looks for; the first of those with the most is picked."""


class Player(Struct, frozen=True):
    """One way to pick; `looks` is told where it reads in one language only, and so may pass in that one alone."""

    mark: Mark
    looks: Text | None = None


class Passed(Struct, frozen=True):
    """A play that one of these players has passed."""

    persona: Persona
    player: Player
    picks: tuple[str, ...]
    score: Score


def first(_: Response) -> int:
    """Mark all responses alike, so that the first of the file is picked."""
    return 0


def tags(response: Response) -> int:
    """Mark a response by its tags, one like the other."""
    return len(response.tags)


def apology(response: Response) -> int:
    """Mark the responses that apologise."""
    return int("apology" in response.tags)


def lengths(languages: tuple[str, ...], sign: int) -> tuple[Player, ...]:
    """Return for each language the player who takes the longest text (`sign` 1) or the shortest (-1)."""
    names = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}
    return tuple(Player(_by_length(one, sign), names[one] if len(languages) > 1 else None) for one in languages)


def _by_length(language: str, sign: int) -> Mark:
    return lambda response: sign * len(response.say.told(language))


def played(view: View, persona: str | None, mark: Mark) -> Play | None:
    """Return the whole play of one who always picks what has most of a mark; None if it comes to no end."""
    play = begin(view.scenario, persona, rulebook=view.rulebook)
    while not play.over:
        if len(play.turns) == LONGEST_TALK:
            return None
        choose(play, _pick(play, mark))
    return play


def _pick(play: Play, mark: Mark) -> str:
    """Return the pick at this moment; nobody keeps silent who has something to say."""
    moment = look(play)
    offered = {choice.id for choice in moment.offered}
    written = moment.beat.responses if moment.beat is not None else ()
    return max((one for one in written if one.id in offered), key=mark).id if offered - {SILENCE} else SILENCE


def passes(view: View, players: tuple[Player, ...], unless: Player | None = None) -> Iterator[Finding]:
    """Yield one finding where some of these players pass with a customer with whom not just anyone passes.

    `unless` is a player by whom a pass is explained: where that one passes as well, nothing is told.
    """
    hard = [view.scenario.persona(seen.proof.persona) for seen in view.judged if not anyone(seen)]
    if unless is not None:
        hard = [persona for persona in hard if _passed(view, persona, unless) is None]
    tried = [_passed(view, persona, player) for persona in hard for player in players]
    found = [one for one in tried if one is not None]
    if found:
        top = max(found, key=lambda one: one.score.overall)
        words = {"overall": str(top.score.overall)} | both("picks", listed(top.picks))
        yield Finding(place(found[0].persona), words | both("who", _who(found)))


def _passed(view: View, persona: Persona, player: Player) -> Passed | None:
    """Return the play of one of these players if it passes."""
    play = played(view, persona.id, player.mark)
    if play is None or not view.passing.passes(result := score(play, view.weights)):
        return None
    return Passed(persona, player, play.picks, result)


def _who(found: list[Passed]) -> Text:
    """Return with whom players passed, and in which language where that matters."""
    looks: dict[str | None, list[Text]] = {one.persona.id: [] for one in found}
    labels = {one.persona.id: one.persona.label for one in found}
    for one in found:
        if one.player.looks is not None:
            looks[one.persona.id].append(one.player.looks)
    return joined(noted(labels[id_], joined(within)) if within else labels[id_] for id_, within in looks.items())
