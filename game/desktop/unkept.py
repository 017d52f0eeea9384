"""A notebook that keeps nothing: the first walk is no attempt."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine import Score
    from game.session import Mode, Past, Unfinished


class Unkept:
    """Takes what a notebook takes, and forgets it."""

    trainee = ""

    def begin(
        self, entry: Any, persona: str | None, mode: "Mode", language: str, seed: int, trainee: str,
        members: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        """Return no id."""
        return ""

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int, time_left: float | None = None) -> None:
        """Forget a pick."""

    def hands(self, attempt: str, turn: int, counts: "Mapping[str, int]") -> None:
        """Forget a show of hands."""

    def end(self, attempt: str, *, expired: bool = False) -> None:
        """Forget the end."""

    def answer(self, attempt: str, turning_point: str, guess: int | None, next_time: str) -> None:
        """Forget the answers."""

    def left(self, attempt: str, seconds: float | None, time_left: float | None = None) -> None:
        """Forget what is left of a patience."""

    def abandon(self, attempt: str) -> None:
        """Forget what was put aside."""

    def unfinished(self) -> "tuple[Unfinished, ...]":
        """Return nothing."""
        return ()

    def best(self, scenario: str) -> "Score | None":
        """Return no score."""
        return None

    def earlier(self, scenario: str) -> str | None:
        """Return no verdict."""
        return None

    def past(self) -> "tuple[Past, ...]":
        """Return no talks."""
        return ()
