"""Work in a process of its own: what comes of it comes back, and so does what goes wrong."""

import os

import pytest

from game.desktop.apart import apart
from game.desktop.screens.debrief_findings import cost_of
from game.engine import begin, choose, look
from game.i18n import words
from game.report.debrief import costs
from tests.desktop.booth import shelf


def test_what_each_pick_has_cost_is_the_same_from_another_process() -> None:
    """The costs of a play that another process works out are those that this one finds."""
    play = begin(shelf()[0].scenario, None, 7)
    while not play.over:
        choose(play, look(play).offered[0].id)
    case = play.case
    found = apart(cost_of, case.scenario, case.persona.id, play.seed, case.rulebook, play.picks, "zh")
    assert found == costs(words("zh"), play)


def test_it_is_another_process() -> None:
    """What is done apart takes nothing of the window's own memory."""
    assert apart(os.getpid) != os.getpid()


def test_what_goes_wrong_apart_is_told_here() -> None:
    """An error over there is an error here, and no silence."""
    with pytest.raises(ValueError, match="invalid literal"):
        apart(int, "no number")


def test_a_process_that_dies_is_no_loss(capfd: pytest.CaptureFixture[str]) -> None:
    """Where the other process is ended from outside, the work is done here."""
    assert apart(_dies_apart, os.getpid()) == "done"
    capfd.readouterr()


def _dies_apart(parent: int) -> str:
    if os.getpid() != parent:
        os._exit(9)
    return "done"
