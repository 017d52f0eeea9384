"""A room to play in for tests: a notebook of plain Python, someone who types, and a screen that can be read back."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from game import terminal
from game.engine import Play, Rulebook, Score, begin, choose, standard
from game.scenario import Scenario, read
from game.session import Past
from game.terminal import Mode, Session, sitting
from game.terminal.keyboard import EndOfInput, Tick, TimeUp

DATA = Path(__file__).resolve().parent.parent / "data"
FILE = DATA / "heating-cold-flat.yaml"
BEST = ("hear-her", "ask-room", "honest-time", "close-the-loop")
BROKEN = ("hear-her", "ask-room", "half-hour", "done")
PLAYS: list[dict[str, Any]] = json.loads((DATA / "heating-cold-flat.plays.json").read_text(encoding="utf-8"))
SEED = 7


@dataclass(frozen=True)
class Shelved:
    """A scenario on the shelf."""

    scenario: Scenario
    source: bytes
    path: str


def shelved(change: Callable[[str], str] = str) -> Shelved:
    """The worked example, its file changed as told."""
    source = change(FILE.read_text(encoding="utf-8")).encode()
    scenario, problems = read(source, FILE.name)
    assert scenario is not None, [problem.told("en") for problem in problems]
    return Shelved(scenario, source, FILE.name)


def instead(old: str, new: str) -> Callable[[str], str]:
    """A change of a file: `new` in place of `old`, which is there."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@dataclass(frozen=True)
class Waiting:
    """An attempt that can be resumed."""

    entry: Shelved
    attempt: str = "waiting"
    persona: str | None = "furious"
    mode: Mode = "practice"
    seed: int = SEED
    picks: tuple[str, ...] = BEST[:2]
    started: datetime = field(default_factory=lambda: datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    left: float | None = None
    rulebook: Rulebook = field(default_factory=standard)
    trainee: str = ""
    members: tuple[str, ...] = ()
    hands: dict[int, dict[str, int]] = field(default_factory=dict)


class Kept:
    """A notebook in memory: `told` is all that it was told, `seen` what was on the screen when a pick was kept."""

    def __init__(self, waiting: Sequence[Waiting] = (), best: Score | None = None, earlier: str | None = None) -> None:
        self.trainee = ""
        self.waiting = waiting
        self.score = best
        self.verdict = earlier
        self.told: list[tuple[Any, ...]] = []
        self.seen: list[str] = []
        self.screen: Callable[[], str] = str
        self.trouble: Exception | None = None

    def begin(
        self,
        entry: Any,
        persona: str | None,
        mode: Mode,
        language: str,
        seed: int,
        trainee: str,
        members: tuple[str, ...] = (),
    ) -> str:
        self.told.append(("begin", entry.scenario.id, persona, mode, language, seed, trainee))
        return "attempt-1"

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int, time_left: float | None = None) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.seen.append(self.screen())
        self.told.append(("keep", attempt, turn, response, milliseconds))

    def end(self, attempt: str, *, expired: bool = False) -> None:
        self.told.append(("end", attempt))

    def answer(self, attempt: str, turning_point: str, guess: int | None, next_time: str) -> None:
        self.told.append(("answer", attempt, turning_point, guess, next_time))

    def left(self, attempt: str, seconds: float | None, time_left: float | None = None) -> None:
        self.told.append(("left", attempt, seconds))

    def hands(self, attempt: str, turn: int, counts: Mapping[str, int]) -> None:
        self.told.append(("hands", attempt, turn, dict(counts)))

    def unfinished(self) -> Sequence[Waiting]:
        return self.waiting

    def abandon(self, attempt: str) -> None:
        self.told.append(("abandon", attempt))

    def best(self, scenario: str) -> Score | None:
        return self.score

    def earlier(self, scenario: str) -> str | None:
        return self.verdict

    def past(self) -> Sequence[Past]:
        return ()

    @property
    def picks(self) -> tuple[str, ...]:
        """The picks that were kept."""
        return tuple(told[3] for told in self.told if told[0] == "keep")

    def all(self, what: str) -> list[tuple[Any, ...]]:
        """What the notebook was told by one call."""
        return [told[1:] for told in self.told if told[0] == what]


class Typist:
    """Someone at the keyboard who types these lines, lets the time run out, closes the input or presses Ctrl-C."""

    def __init__(self, lines: Sequence[str | type[BaseException]], screen: io.StringIO) -> None:
        self.lines = list(lines)
        self.screen = screen
        self.seconds: list[float | None] = []

    def line(self, seconds: float | None = None, tick: Tick | None = None) -> str:
        self.seconds.append(seconds)
        said = self.lines.pop(0) if self.lines else EndOfInput
        if said is TimeUp and tick is not None:
            tick(0.5)
        if isinstance(said, str):
            # A terminal shows what is typed.
            self.screen.write(f"{said}\n")
            return said
        raise said


@dataclass(frozen=True)
class Sat:
    """A sitting that is over: its exit code, all that was printed, what the notebook was told, who typed."""

    code: int
    text: str
    kept: Kept
    typist: Typist


def session(**changes: Any) -> Session:
    """A session about the worked example as written, in practice, at a terminal."""
    entry = changes.pop("entry", None) or shelved()
    whole = Session(
        library=(entry,),
        notebook=Kept(),
        language="en",
        plain=False,
        rulebook=standard(),
        chosen=entry,
        persona="base",
        mode="practice",
        seed=SEED,
        trainee="Ann",
    )
    return replace(whole, **changes)


def sit(
    patch: pytest.MonkeyPatch, lines: Sequence[str | type[BaseException]], kept: Kept | None = None, **changes: Any
) -> Sat:
    """Play with these lines typed at a terminal, the first of them at the file; `piped`, they come from a pipe."""
    notebook = kept or Kept()
    given = session(notebook=notebook, **changes)
    screen = io.StringIO()
    notebook.screen = screen.getvalue
    typist = Typist(lines, screen)
    with patch.context() as inner:
        inner.setattr("sys.stdout", screen)
        inner.setenv("COLUMNS", "80")
        if given.piped:
            inner.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        else:
            inner.setattr(sitting, "keyboard", lambda stream, piped: typist)
        code = terminal.run(given)
    return Sat(code, screen.getvalue(), notebook, typist)


def played(picks: Sequence[str] = BEST, persona: str | None = None, entry: Shelved | None = None) -> Play:
    """A play of the worked example with these picks."""
    play = begin((entry or shelved()).scenario, persona, SEED)
    for pick in picks:
        choose(play, pick)
    return play


def debriefed(play: Play, language: str = "en", *, plain: bool = True, **changes: Any) -> str:
    """The debrief of a play as it is printed, 80 cells wide."""
    console = Console(file=io.StringIO(), width=80)
    given = {"mode": "practice", "answers": None, **changes}
    terminal.debrief(shelved(), play, language=language, plain=plain, console=console, **given)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
