"""Everything that is written can be read: contrast is worked out over the themes, as WCAG 2.2 does."""

import pytest

from game.desktop.theme import THEMES, Theme, rgb
from tests.contrast import contrast

GROUNDS = ("ground", "panel", "raised", "pressed")
INKS = ("ink", "quiet", "accent", "good", "bad", "warn")
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
DRAWN = 3.0
"""The least contrast of what is drawn and means something: lines of controls, dots, bars, the focus."""


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_words_stand_out_from_what_they_are_written_on(theme: Theme) -> None:
    """Every colour of words has 4.5:1 on every ground of its theme, 7:1 in high contrast."""
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS] + [("on_accent", "accent")]
    low = {pair: contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in low.items() if ratio < LEAST[theme.name]} == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_what_is_drawn_stands_out(theme: Theme) -> None:
    """Edges of controls, the focus, dots and bars have 3:1 on what they lie on."""
    drawn = {"edge": theme.edge, "focus": theme.focus, "dot": theme.dot, "accent": theme.accent}
    drawn |= {f"heat {number}": colour for number, colour in enumerate(theme.heat)}
    low = {
        (name, ground): round(contrast(colour, getattr(theme, ground)), 2)
        for name, colour in drawn.items()
        for ground in ("ground", "panel", "raised")
        if contrast(colour, getattr(theme, ground)) < DRAWN
    }
    assert low == {}
    assert contrast(theme.dot, theme.zone) >= DRAWN


def test_contrast_is_as_wcag_has_it() -> None:
    """Black on white is 21:1, grey #777777 on white 4.48:1 (WCAG's own example)."""
    white = rgb("#ffffff")
    assert contrast(rgb("#000000"), white) == pytest.approx(21)
    assert contrast(rgb("#777777"), white) == pytest.approx(4.48, abs=0.005)
