"""The library: customers to choose from by domain, whom to meet next and why, and the ways to progress and lessons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import SEARCHING, Back, Clear, Escape, usual
from game.desktop.screens.past import Before
from game.desktop.widgets.field import Typed
from game.report.next_customer import Next, next_customer
from game.report.progress import rounds
from game.report.shelf import DOMAINS, by_domain

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.engine import Score
    from game.scenario import Scenario
    from game.session import Entry

ALL = "all"


@dataclass(frozen=True, slots=True)
class Open:
    """Open a customer's file, by the scenario's id."""

    scenario: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """Show only one domain or one level; "all" shows any."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class OpenProfile:
    """Open what the trainee has come to."""


@dataclass(frozen=True, slots=True)
class OpenLessons:
    """Open the cards of all rules."""


class Library(Still):
    """The shelf of customers. `typed`, `domain` and `level` are what it is narrowed by."""

    name = "library"

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.entries: tuple[Entry, ...] = by_domain(sitting.session.library)
        self.typed = ""
        self.domain = ALL
        self.level = ALL
        self.before = Before(sitting)
        self.best: dict[str, Score] = {}
        self._next: dict[str, Next | None] = {}

    # What is seen

    @property
    def narrowed(self) -> bool:
        """Whether only some customers are shown."""
        return bool(self.typed.strip()) or self.domain != ALL or self.level != ALL

    @property
    def shown(self) -> "tuple[Entry, ...]":
        """The customers that fit what is typed and chosen."""
        wanted = self.typed.casefold().split()
        return tuple(one for one in self.entries if self._fits(one.scenario, wanted))

    def _fits(self, scenario: "Scenario", wanted: list[str]) -> bool:
        if self.domain not in (ALL, scenario.domain) or self.level not in (ALL, f"{scenario.level or 0}"):
            return False
        text = "\n".join(_said(scenario, self.sitting.words(f"domain.{scenario.domain}"))).casefold()
        return all(one in text for one in wanted)

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains in which there are customers."""
        there = {entry.scenario.domain for entry in self.entries}
        return tuple(domain for domain in DOMAINS if domain in there)

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels of the customers that there are."""
        return tuple(sorted({entry.scenario.level for entry in self.entries if entry.scenario.level is not None}))

    @property
    def next(self) -> "tuple[Entry, Next] | None":
        """Whom to meet next; None until it is known what was done before."""
        if not self.before.ready:
            return None
        language = self.sitting.language
        if language not in self._next:
            shelf = [entry.scenario for entry in self.entries]
            self._next[language] = next_customer(self.sitting.words, shelf, rounds(reversed(self.before.plays)))
        found = self._next[language]
        entry = None if found is None else self.entry(found.scenario)
        return None if found is None or entry is None else (entry, found)

    def alike(self, scenario: "Scenario") -> bool:
        """Return whether another on the shelf has the same title, so that only the id tells them apart."""
        title = scenario.title.told(self.sitting.language)
        return sum(one.scenario.title.told(self.sitting.language) == title for one in self.entries) > 1

    def entry(self, scenario: str) -> "Entry | None":
        """Return the entry of a scenario."""
        return next((one for one in self.entries if one.scenario.id == scenario), None)

    def view(self, frame: Frame) -> "Widget":
        """Return the library as it is now."""
        from game.desktop.screens.library_view import library_view

        return library_view(self, frame)

    def home(self) -> str:
        """Return where the keyboard is: whom to meet next, whatever the shelf is narrowed by."""
        if self.before.ready or not self.entries:
            return "next"
        return f"card.{self.entries[0].scenario.id}"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: / and Ctrl-F search, Esc leaves the search or the screen."""
        return SEARCHING

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed or typed."""
        match message:
            case Typed("search", text):
                self.typed = text
            case Narrow("domain", value):
                self.domain = value
            case Narrow("level", value):
                self.level = value
            case Clear():
                self._clear()
            case Escape():
                self._clear() if self.narrowed else usual(self.sitting, Back())
            case Open() | OpenProfile() | OpenLessons():
                self._open(message)
            case _:
                self.before.away()
                usual(self.sitting, message)

    def _clear(self) -> None:
        self.typed, self.domain, self.level = "", ALL, ALL

    def _open(self, message: object) -> None:
        self.before.away()
        match message:
            case Open(scenario) if (entry := self.entry(scenario)) is not None:
                from game.desktop.screens.file import File

                self.sitting.open(File(self.sitting, entry))
            case OpenProfile():
                from game.desktop.screens.profile import Profile

                self.sitting.open(Profile(self.sitting))
            case OpenLessons():
                from game.desktop.screens.lessons import Lessons

                self.sitting.open(Lessons(self.sitting))

    # The time

    def update(self, now: float) -> bool:
        """Take in what was done before, whenever the trainee comes back."""
        if not self.before.update():
            return False
        self._next.clear()
        self.best = best_of(self.before)
        return True


def best_of(before: Before) -> "dict[str, Score]":
    """Return the best score with each customer so far."""
    from game.engine import score

    best: dict[str, Score] = {}
    for play in before.plays:
        found, id_ = score(play), play.case.scenario.id
        if id_ not in best or found.overall > best[id_].overall:
            best[id_] = found
    return best


def _said(scenario: "Scenario", domain: str) -> list[str]:
    """Return what a scenario can be found by."""
    texts = [scenario.title, scenario.customer.name, *([scenario.brief] if scenario.brief is not None else [])]
    return [domain, scenario.id, *scenario.tags, *(one for text in texts for one in (text.zh, text.en) if one)]
