"""What the condition of a rule can see: the response, and the state at the start of the turn."""

from game.engine.bands import want_empathy
from game.scenario.records import Response
from game.scenario.words import EMPATHY, Fault

HOT = 6
"""From this heat on a customer takes in little before being heard."""
WARM = 3


class Situation:
    """One response in one state: `heat` is 0 to 10, `e` counts the empathy tags (0 to 3)."""

    __slots__ = ("e", "fault", "first_turn", "heat", "made", "names", "need", "need_known", "news", "response", "tags")

    def __init__(
        self,
        response: Response,
        *,
        heat: int,
        need: str | None,
        fault: Fault,
        need_known: bool,
        first_turn: bool,
        news: bool,
        made: bool,
    ) -> None:
        self.response = response
        self.tags = response.tags
        self.names = response.names
        self.e = len(response.tags & EMPATHY.keys())
        self.heat = heat
        self.need = need
        self.fault = fault
        self.need_known = need_known
        self.first_turn = first_turn
        self.news = news
        """Whether the response brings a fact not known before."""
        self.made = made
        """Whether a promise or a frame was made in this play, this turn included."""

    @property
    def heard(self) -> bool:
        """Whether the customer can take in an explanation: calm enough, or met by empathy."""
        return self.heat < HOT or self.e >= 1

    @property
    def want_e(self) -> int:
        """How much empathy the moment wants, 0 to 2."""
        return want_empathy(self.heat)
