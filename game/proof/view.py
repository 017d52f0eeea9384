"""What a smell looks at, and how it says what it has found."""

from msgspec import Struct

from game.engine.passing import Passing
from game.engine.rulebook import Rulebook
from game.engine.scores import STANDARD, Weights
from game.proof.evidence import Evidence
from game.scenario import Scenario

Path = tuple[str | int, ...]


class Finding(Struct, frozen=True):
    """One place that smells: a path of keys and ids in the file, and the words that fill the texts of the smell."""

    path: Path
    words: dict[str, str] = {}


class View(Struct, frozen=True):
    """What a smell looks at: a scenario and the evidence of its personas, in their order, the base first, or of
    some of them only where a course assigns no others.

    `graded` says that a course gives marks by it; rulebook (None is the standard one), weights and what it takes to
    pass are that course's, and the evidence was gathered on them. Without a course, passing takes what courses ask for
    unless they say otherwise. `assigned` are the personas that the course names; None: trainees choose among all.
    """

    scenario: Scenario
    evidence: tuple[Evidence, ...]
    graded: bool = False
    rulebook: Rulebook | None = None
    weights: Weights = STANDARD
    passing: Passing = Passing()
    assigned: frozenset[str | None] | None = None

    @property
    def judged(self) -> tuple[Evidence, ...]:
        """The evidence of those personas with whom trainees are to pass."""
        return tuple(one for one in self.evidence if self.assigned is None or one.proof.persona in self.assigned)

    @property
    def whole(self) -> bool:
        """Whether all plays of all personas were looked at, so that one may say "never" and "always"."""
        return len(self.evidence) == len(self.scenario.personas) and all(one.whole for one in self.evidence)
