"""Every text of every scenario fits on the screen, in both languages, at every size of letters and of the window."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import cast

import pytest

from game.desktop.conversation import Conversation
from game.desktop.screens.talk import Talk
from game.desktop.sitting import Sitting
from game.engine import begin
from game.library import Entry
from game.proof.arrive import arrival
from game.session import Notebook
from tests.desktop.booth import Booth, opened, shelf

SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))
CASES = list(product(("zh", "en"), SIZES, WINDOWS))
SHOWN = [f"{language}-{size}-{window[0]}" for language, size, window in CASES]


@cache
def ways(entry_path: str) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """For each beat and ending of a scenario, someone to whom it can be come to, and the picks that lead there."""
    entry = next(one for one in shelf() if one.path == entry_path)
    found = []
    for place in (*entry.scenario.beats, *entry.scenario.endings):
        for persona in entry.scenario.personas:
            picks = arrival(entry.scenario, place, persona.id).picks
            if picks is not None:
                found.append((persona.id, picks))
                break
    return tuple(found)


class Blank:
    """A notebook that keeps nothing: what is laid out here are no attempts."""

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int) -> None: ...

    def end(self, attempt: str) -> None: ...

    def left(self, attempt: str, seconds: float | None) -> None: ...


def talk(sitting: Sitting, entry: Entry, persona: str | None, picks: tuple[str, ...]) -> Talk:
    """A talk in which these picks have been made, all words on the screen."""
    blank = cast("Notebook", Blank())
    conversation = Conversation(begin(entry.scenario, persona, 7), "none", "practice", blank, sitting.clock)
    conversation.catch_up(picks)
    return Talk(sitting, conversation)


def told(booth: Booth, what: str) -> list[str]:
    """What does not fit on the screen in front, with where that was."""
    return [f"{what}: {one}" for one in booth.overflows]


def moments(booth: Booth, entry: Entry) -> Iterator[str]:
    """Show each beat of a scenario, what follows each response to it, and each ending; yield what does not fit."""
    for persona, picks in ways(entry.path):
        screen = talk(booth.sitting, entry, persona, picks)
        booth.show(screen)
        yield from told(booth, f"{entry.scenario.id} after {picks}")
        for choice in screen.talk.moment.offered:
            again = talk(booth.sitting, entry, persona, picks)
            again.exchange = again.talk.pick(choice.id)
            again.stage = "answering"
            booth.show(again)
            yield from told(booth, f"{entry.scenario.id} after {(*picks, choice.id)}")


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_talk_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """Each beat, each reply with what changed, and each ending of each scenario fits."""
    with opened(tmp_path, lambda sitting: talk(sitting, shelf()[0], None, ()), window, language=language, size=size,
                speed="at-once", motion=False, gauges=True) as booth:  # fmt: skip
        assert [wrong for entry in shelf() for wrong in moments(booth, entry)] == []
