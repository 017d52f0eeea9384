"""The notebook: what was done before is found again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from game import notebook as module
from game.course.store import open_store
from game.engine import score, standard
from game.library import Entry
from game.notebook import Notebook
from game.session import Mode
from tests.terminal.room import BEST, SEED, shelved

LOST = ("calm-down",)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook for everyone's attempts."""
    with open_store(tmp_path) as store:
        yield Notebook(store, "", standard(), None)


def cold() -> Entry:
    """The worked example."""
    shelved_ = shelved()
    return Entry(shelved_.scenario, shelved_.source, shelved_.path)


def kept(notebook: Notebook, picks: Sequence[str], trainee: str = "", mode: Mode = "practice") -> str:
    """Keep an attempt with these picks, each thought over for a second, and leave it open."""
    attempt = notebook.begin(cold(), None, mode, "zh", SEED, trainee)
    for turn, pick in enumerate(picks, start=1):
        notebook.keep(attempt, turn, pick, 1000)
    return attempt


def test_talks_that_ended_are_found_again(notebook: Notebook) -> None:
    """What is past has its play, its mode, its answers and the time that was thought, the newest first."""
    first = kept(notebook, BEST)
    notebook.end(first)
    notebook.answer(first, "at the baby", 80, "the same")
    second = kept(notebook, LOST, mode="exam")
    notebook.end(second)
    newest, oldest = notebook.past()
    assert (newest.attempt, newest.mode, newest.play.lost, newest.answers) == (second, "exam", True, None)
    assert (oldest.attempt, oldest.play.picks, oldest.milliseconds) == (first, BEST, 4000)
    assert score(oldest.play).overall == 95
    assert oldest.answers is not None
    assert oldest.answers.guess == 80
    assert oldest.started <= oldest.ended


def test_what_was_left_or_put_aside_is_not_past(notebook: Notebook) -> None:
    """A talk that can still be resumed, and one that was put aside, are none that came to their end."""
    kept(notebook, BEST[:2])
    notebook.abandon(kept(notebook, BEST[:1]))
    notebook.abandon(kept(notebook, BEST))
    assert notebook.past() == []


def test_only_ones_own_are_past(notebook: Notebook) -> None:
    """A notebook with a name finds only what was kept under it."""
    mine = kept(notebook, BEST, "Ann")
    notebook.end(mine)
    notebook.end(kept(notebook, LOST, "Bo"))
    notebook.trainee = "Ann"
    assert [one.attempt for one in notebook.past()] == [mine]


def test_answers_that_come_later_are_there(notebook: Notebook) -> None:
    """Plays that have ended are kept at hand, but what is answered after the end is read each time."""
    attempt = kept(notebook, BEST)
    notebook.end(attempt)
    assert notebook.past()[0].answers is None
    notebook.answer(attempt, "", 50, "")
    answers = notebook.past()[0].answers
    assert answers is not None
    assert answers.guess == 50


def test_a_play_that_ended_is_made_again_once(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking again, for the past or for the best result, plays nothing a second time."""
    notebook.end(kept(notebook, BEST))
    again: list[str] = []
    real = module.replayed

    def counted(*given: object) -> object:
        again.append("once")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "replayed", counted)
    for _ in range(3):
        notebook.past()
        notebook.best("heating-cold-flat")
    assert again == ["once"]
