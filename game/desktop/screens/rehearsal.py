"""The talk of a preview: the trainee's own, for somebody who knows it by heart."""

from game.desktop.conversation import Conversation
from game.desktop.screens.talk import Talk
from game.desktop.sitting import Sitting
from game.desktop.unkept import Unkept
from game.desktop.widgets.text import Appearing
from game.draft import Draft


class Rehearsal(Talk):
    """The talk as a trainee sees it, but that words are there at once and nobody loses patience: its author reads it
    for the hundredth time."""

    @property
    def appearing(self) -> Appearing:
        """The words in the bubble, all of them."""
        return Appearing(self.words_said, self.since, 0.0)

    def _listen(self) -> None:
        """Let no patience run."""

    def _finish(self) -> None:
        """Stay where the talk has ended."""

    def recall(self) -> None:
        """Show what followed the last pick, as if it had just been made."""
        if self.talk.log:
            self.stage, self.exchange = "answering", self.talk.log[-1]
            self.since = float("-inf")


def rehearsed(sitting: Sitting, draft: Draft, *, answering: bool = False) -> Rehearsal | None:
    """Return the talk up to where the author stands, None while nothing can be played.

    `answering` has it stand at what followed the last pick rather than at what comes next.
    """
    play = draft.restarted().play()
    if play is None:
        return None
    talk = Conversation(play, "", "practice", Unkept(), sitting.clock, patience=0)
    talk.catch_up(draft.picks[: draft.place])
    rehearsal = Rehearsal(sitting, talk)
    if answering:
        rehearsal.recall()
    return rehearsal
