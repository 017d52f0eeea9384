"""Every message of the window and every line of feedback fits, in both languages, at every size."""

from pathlib import Path

import pytest
from pygame import Rect

from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.signs import chip
from game.desktop.sheet import Sheet
from game.desktop.widgets import Column, Text, Widget
from game.engine import standard
from game.i18n import tables, words
from game.report.debrief import Remark, tone
from tests.desktop.booth import Booth, opened
from tests.desktop.test_fits import CASES, SHOWN

NARROW = 260
"""The narrowest column in which the window tells anything, in units."""
ROOMS = ("vocabulary", "debrief", "progress", "terminal", "preview")
"""What the window says beside its own rooms."""


def overflows(booth: Booth, parts: list[Widget]) -> list[str]:
    """What does not fit of these, below each other in a narrow column."""
    frame, column = booth.app.frame(), Column(parts)
    wide = frame.px(NARROW)
    whole = Rect(0, 0, wide, column.height(frame, wide))
    sheet = Sheet(whole)
    column.place(frame, whole, sheet)
    return sheet.overflows


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_message_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """No message is cut or leaves its column, and no chip of any rule, whichever of its lines it tells."""
    said = words(language)
    rooms = tables(language).items()
    texts = [text for room, table in rooms if room in ROOMS or room.startswith("window") for text in table.values()]
    remarks = [
        Remark(1, rule.id, rule.name.told(language), tone(rule), line.told(language))
        for rule in standard().rules.values()
        for line in rule.feedback
    ]
    with opened(tmp_path, SettingsScreen, window, language=language, size=size) as booth:
        assert overflows(booth, [Text(text) for text in texts if text]) == []
        assert overflows(booth, [chip(said, remark, "rule") for remark in remarks]) == []
