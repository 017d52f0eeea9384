"""What was done before, looked for beside the window: a screen shows what it has, and is told when there is more."""

from typing import TYPE_CHECKING

from game.desktop.screens.trouble import meet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.desktop.errands import Errand
    from game.desktop.sitting import Sitting
    from game.engine import Play
    from game.session import Past


class Before:
    """The trainee's talks that have come to their end, newest first; none until `ready`."""

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.past: Sequence[Past] = ()
        self.ready = False
        self._errand: Errand[Sequence[Past]] | None = None
        self._away = True
        """Whether to look as soon as the screen is in front: one that waits behind a talk would not know of it."""

    @property
    def plays(self) -> "tuple[Play, ...]":
        """The plays of these talks, newest first."""
        return tuple(one.play for one in self.past)

    def away(self) -> None:
        """Have it looked for again as soon as the trainee is back from another screen: there may be more by then."""
        self._away = True

    def _look(self) -> None:
        if self.sitting.opened is not None:
            self._errand = self.sitting.errands.send(self.sitting.session.notebook.past)

    def update(self) -> bool:
        """Take in what was found; return whether there is anything new."""
        if self._away:
            self._away = False
            self._look()
        errand = self._errand
        if errand is None or not errand.done:
            return False
        self._errand = None
        if errand.trouble is not None and not meet(self.sitting, errand.trouble):
            raise errand.trouble
        self.past, self.ready = errand.result or (), True
        return True
