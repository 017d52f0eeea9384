"""A talk that is taken up again: a new attempt that begins with picks that were made before."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game.desktop.conversation import Conversation
from game.engine import Play, begin

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.session import Entry


def again(
    sitting: "Sitting", entry: "Entry", play: Play, turns: int, *, patience: int,
    members: Sequence[str] = (), hands: Mapping[int, Mapping[str, int]] | None = None,
) -> Conversation:  # fmt: skip
    """Return a talk in which the first `turns` of a play have been said; it is practice, and kept from now on.

    Nobody thought about these picks again, so they take no time. `hands` are what was counted in each of these turns.
    """
    case, notebook, picks = play.case, sitting.session.notebook, play.picks[:turns]
    persona, trainee = case.persona.id, sitting.session.trainee
    attempt = notebook.begin(
        entry, persona, "practice", sitting.language, play.seed, trainee, members=tuple(members)
    )  # fmt: skip
    for number, pick in enumerate(picks, start=1):
        notebook.keep(attempt, number, pick, 0)
        if counts := (hands or {}).get(number):
            notebook.hands(attempt, number, counts)
    fresh = begin(case.scenario, persona, play.seed, rulebook=case.rulebook)
    talk = Conversation(fresh, attempt, "practice", notebook, sitting.clock, patience=patience)
    talk.catch_up(picks)
    return talk
