"""Every text of every scenario fits on the screen, in both languages, at every size of letters and of the window."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from game.desktop.screen import Screen
from game.library import Entry
from game.proof.arrive import arrival
from tests.desktop.booth import Booth, opened, shelf
from tests.desktop.talks import talk

SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))
CASES = list(product(("zh", "en"), SIZES, WINDOWS))
SHOWN = [f"{language}-{size}-{window[0]}" for language, size, window in CASES]
TIGHT = {(200, WINDOWS[0]), (200, WINDOWS[1]), (150, WINDOWS[0])}
"""The largest letters in the smaller windows: what fits there has more room in the others."""
TURNS = 4
"""Where there is room enough, a scenario is looked at in one case of so many."""


def looked_at(language: str, size: int, window: tuple[int, int]) -> list[Entry]:
    """The scenarios that a case looks at: where it is tight all of them, else some, so that each has its turn."""
    if (size, window) in TIGHT:
        return list(shelf())
    case = CASES.index((language, size, window))
    return [entry for number, entry in enumerate(shelf()) if (number + case) % TURNS == 0]


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


def told(booth: Booth, screen: Screen, what: str) -> list[str]:
    """What does not fit on a screen that is put in front, with where that was. It is laid out, and not painted."""
    booth.sitting.flow.home([screen])
    return [f"{what}: {one}" for one in booth.overflows]


def moments(booth: Booth, entry: Entry) -> Iterator[str]:
    """Show each beat of a scenario, what follows each response to it, and each ending; yield what does not fit."""
    for persona, picks in ways(entry.path):
        screen = talk(booth.sitting, entry, persona, picks)
        yield from told(booth, screen, f"{entry.scenario.id} after {picks}")
        for choice in screen.talk.moment.offered:
            again = talk(booth.sitting, entry, persona, picks)
            again.exchange = again.talk.pick(choice.id)
            again.stage = "answering"
            yield from told(booth, again, f"{entry.scenario.id} after {(*picks, choice.id)}")


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_talk_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """Each beat, each reply with what changed, and each ending fits: of every scenario where it is tight, and of each
    in its turn where there is room."""
    with opened(tmp_path, lambda sitting: talk(sitting, shelf()[0], None), window, language=language, size=size,
                speed="at-once", motion=False, gauges=True) as booth:  # fmt: skip
        entries = looked_at(language, size, window)
        assert [wrong for entry in entries for wrong in moments(booth, entry)] == []
