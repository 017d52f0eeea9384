"""Letters on a surface."""

import os
import subprocess
import sys
from hashlib import sha256

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.lettering import Block, Letters, Style
from tests.typesetting.test_breaking import MIXED
from tests.typesetting.texts import interface_texts, scenario_texts

LETTERS = Letters()
BODY = Style(20)
PAPER, INK = "white", "black"


def painted(block: Block, upto: int | None = None, letters: Letters = LETTERS, margin: int = 20) -> pygame.Surface:
    """Return a block on white paper with a margin around it."""
    size = max(1, block.width) + 2 * margin, block.height + 2 * margin
    surface = pygame.Surface(size, depth=32)
    surface.fill(PAPER)
    letters.paint(surface, block, (margin, margin), INK, upto)
    return surface


def inked(surface: pygame.Surface) -> pygame.Rect:
    """Return the smallest rectangle around all ink."""
    paper = pygame.mask.from_threshold(surface, PAPER, (1, 1, 1, 255))
    paper.invert()
    rects = paper.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


@given(MIXED, st.integers(9, 44), st.booleans())
def test_ink_stays_in_its_block(text: str, size: int, bold: bool) -> None:
    """No letter of the game's signs is drawn outside the lines that were laid out for it, but for a hair."""
    surface = painted(LETTERS.lay(text, Style(size, bold), 20 * size))
    hair = 1 + size // 12
    room = surface.get_rect().inflate(2 * hair - 40, -40)
    assert room.contains(inked(surface)) or inked(surface).size == (0, 0)


@given(st.integers(0, 40))
def test_words_appear_one_after_another(upto: int) -> None:
    """The first letters look the same as in the whole text, and nothing of the others is there."""
    text = "好，“8点”AV——先生（“您”）\n再等等……can’t wait"
    block = LETTERS.lay(text, BODY, 190)
    part, whole = painted(block, upto), painted(block)
    line, x = block.line_at(upto), block.x_at(upto)
    if upto >= len(text):
        assert part.get_buffer().raw == whole.get_buffer().raw
        return
    for y in range(part.height):
        for at in range(part.width):
            shown = y < 20 + line.y or (y < 20 + line.y + BODY.line and at < 20 + x)
            assert part.get_at((at, y)) == (whole.get_at((at, y)) if shown else pygame.Color(PAPER))


def test_base_lines_align() -> None:
    """The same word stands equally high in its line whatever stands beside it, and lines are evenly apart."""
    feet = [inked(painted(LETTERS.lay(text, BODY, 400), upto=1)) for text in ("Hg，（", "H", "H好", "Hé")]
    assert len({(rect.top, rect.bottom) for rect in feet}) == 1
    two = LETTERS.lay("好\n好", BODY, 400)
    assert inked(painted(two)).height == inked(painted(two, upto=1)).height + LETTERS.line_height(BODY)


def test_bold_is_bolder() -> None:
    """Bold letters have more ink than others."""
    plain, bold = (painted(LETTERS.lay("预期Yuqi", Style(24, bold), 400)) for bold in (False, True))
    assert pygame.transform.average_color(bold)[0] < pygame.transform.average_color(plain)[0] - 2


def test_a_colour_is_that_colour() -> None:
    """Where a letter covers a pixel wholly, it has the colour that was asked for."""
    surface = pygame.Surface((80, 120), depth=32)
    LETTERS.paint(surface, LETTERS.lay("一", Style(60), 100), (0, 0), (200, 120, 40))
    assert (200, 120, 40) in {tuple(surface.get_at((30, y)))[:3] for y in range(120)}


@pytest.mark.parametrize("sign", ["☑", "😀", "\ud800", "\ue000", "👍🏽", "👨‍👩‍👧"])
def test_a_missing_sign_is_a_box(sign: str) -> None:
    """A sign that the font does not have is told, takes its place, and shows as one hollow box."""
    assert LETTERS.missing(f"好{sign}") == set(sign) - {"\u200d"}
    block = LETTERS.lay(sign, BODY, 400)
    assert 0.5 * BODY.size <= block.width <= BODY.size
    surface = painted(block)
    box = inked(surface)
    assert box.width > 4
    assert surface.get_at(box.center) == pygame.Color(PAPER)


def test_no_text_of_the_game_has_a_missing_sign() -> None:
    """The font has every sign of every scenario and of every word of the interface."""
    texts = scenario_texts() | interface_texts(shown=True)
    assert {sign: text for text in texts for sign in LETTERS.missing(text)} == {}


def test_every_han_that_is_taken_for_granted_is_there() -> None:
    """The Han which the game does not look up are in the font, each as wide as high."""
    from pygame import freetype
    from pylopdf_fonts_zh_cn import sans_path

    freetype.init()
    metrics = freetype.Font(str(sans_path()), size=16).get_metrics("".join(map(chr, range(0x4E00, 0x9FA6))))
    assert {one and one[4] for one in metrics} == {16}


def test_what_only_steers_is_not_seen() -> None:
    """Zero-width and steering signs take no room, control characters that of a space; neither is missing or inked."""
    silent = "\u200b\u200d\ufe0f\u00ad\u2060\u202e"
    assert LETTERS.missing(silent + "\t\x07\n\u3000") == set()
    assert LETTERS.width(silent, BODY) == 0
    assert LETTERS.width("a\x07b\tc", BODY) == LETTERS.width("a b c", BODY)
    assert inked(painted(LETTERS.lay(silent + "\t\x07\n\u3000 ", BODY, 400))).size == (0, 0)


@given(st.text(st.characters(exclude_categories=[]), max_size=20))
def test_any_text_can_be_painted(text: str) -> None:
    """No text stops the game, and what is painted twice looks the same twice."""
    block = LETTERS.lay(text, BODY, 200)
    assert painted(block).get_buffer().raw == painted(block, letters=Letters()).get_buffer().raw


def test_caches_stay_within_their_bytes() -> None:
    """However much is laid out and painted, no more is kept than was allowed, and what is asked for again is kept."""
    letters = Letters(drawn=200_000, laid=50_000)
    surface = pygame.Surface((800, 100))
    for number in range(300):
        letters.paint(surface, letters.lay(f"第{number}位客户，请稍等", BODY, 400), (0, 0), INK)
        assert letters.drawn.bytes <= 200_000
        assert letters.laid.bytes <= 50_000
    assert len(letters.drawn) > 5
    assert letters.lay("第299位客户，请稍等", BODY, 400) is letters.lay("第299位客户，请稍等", BODY, 400)


def test_letters_outlive_pygame() -> None:
    """Letters that were in use when pygame was left are there again when somebody comes back to it."""
    from pygame import freetype

    letters = Letters()
    before = painted(letters.lay("预期", BODY, 400), letters=letters)
    freetype.quit()
    assert letters.width("预期 Yuqi", BODY) > 40
    freetype.quit()
    freetype.init()
    letters.drawn = type(letters.drawn)(10**6)
    assert painted(letters.lay("预期", BODY, 400), letters=letters).get_buffer().raw == before.get_buffer().raw


def test_what_is_out_of_sight_is_not_drawn() -> None:
    """Of a text far longer than the window only the lines and pieces in sight are made."""
    letters = Letters()
    surface = pygame.Surface((400, 300))
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000)))
    letters.paint(surface, letters.lay(text, BODY, 400), (0, -3000), INK)
    assert len(letters.drawn) <= 11
    letters.paint(surface, letters.lay(text, BODY, 10**6), (-3000, 0), INK)
    assert len(letters.drawn) <= 13


DRAWN = """
import pygame, sys
from hashlib import sha256
from game.desktop.lettering import Letters, Style
if sys.argv[1] == "window":
    pygame.display.init()
    surface = pygame.display.set_mode((600, 400))
else:
    surface = pygame.Surface((600, 400), depth=32)
surface.fill("#f7f4ee")
letters = Letters()
for number, bold in enumerate((False, True)):
    block = letters.lay("等到17:30——“好”，can’t 3.5%☑", Style(23, bold), 300)
    letters.paint(surface, block, (9, 9 + 190 * number), "#2b2622")
print(sha256(pygame.image.tobytes(surface, "RGB")).hexdigest())
"""


def test_letters_look_the_same_with_and_without_a_window() -> None:
    """Without any display, on SDL's dummy driver, and on X11 where there is one, the pictures agree in every pixel."""
    ways = [("bare", {}), ("window", {"SDL_VIDEODRIVER": "dummy"})]
    if os.environ.get("DISPLAY"):
        ways.append(("window", {"SDL_VIDEODRIVER": "x11"}))
    hashes = [
        subprocess.run(
            [sys.executable, "-c", DRAWN, way], env=os.environ | env, capture_output=True, text=True, check=True
        ).stdout.split()[-1]
        for way, env in ways
    ]
    assert len(set(hashes)) == 1
    assert len(hashes[0]) == len(sha256().hexdigest())
