"""The toolkit: what is laid out, what has the focus, what is scrolled, what is typed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.sitting import Sitting
from game.desktop.widgets import Column, Field, Layers, Modal, Row, Scroll, Text, Widget, Wrap, button
from game.desktop.widgets.field import Typed
from tests.desktop.booth import Booth, opened


@dataclass
class Desk(Still):
    """A screen for tests: buttons one to six, a field, thirty lines in a scrolled part."""

    sitting: Sitting
    name: str = "library"
    heard: list[object] = field(default_factory=list)
    text: str = ""
    modal: bool = False

    def view(self, frame: Frame) -> Widget:
        buttons = [button(f"b{number}", f"No. {number}", number) for number in range(1, 7)]
        lines: list[Widget] = [button(f"line{number}", f"Line {number}", ("line", number)) for number in range(30)]
        column = Column(
            [Row(buttons), Field("name", self.text, "Name", most=12), Scroll("lines", Column(lines))], stretch=2
        )
        return Layers([column, Modal(Wrap([button("sure", "Sure", "sure")]))]) if self.modal else column

    def hear(self, message: object) -> None:
        self.heard.append(message)
        if isinstance(message, Typed):
            self.text = message.text

    def home(self) -> str:
        return "b1"


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with opened(tmp_path, Desk) as booth:
        yield booth


def desk(booth: Booth) -> Desk:
    assert isinstance(booth.screen, Desk)
    return booth.screen


def test_mouse_and_keyboard_are_equal(booth: Booth) -> None:
    """What is clicked and what is gone to and entered sends the same message."""
    booth.click("No. 3")
    booth.keys("tab", "return")
    booth.keys("left", "space")
    assert desk(booth).heard == [3, 4, 3]


def test_tab_goes_round_in_reading_order(booth: Booth) -> None:
    """Tab goes to the next, Shift+Tab back, round the end."""
    booth.keys("tab")
    assert booth.app.hand.focus == "b2"
    booth.keys("shift+tab", "shift+tab")
    assert booth.app.hand.focus == "line29"


def test_focus_is_brought_into_sight(booth: Booth) -> None:
    """What the keyboard goes to is scrolled into sight."""
    assert not booth.node("Line 29").seen
    booth.keys("shift+tab")
    assert booth.node("Line 29").seen


def test_wheel_scrolls_and_never_clicks(booth: Booth) -> None:
    """The wheel moves what lies under the pointer, as far as it goes, and presses nothing."""
    point = booth.node("Line 1").rect.center
    booth.wheel(point, -2)
    assert booth.node("Line 1").rect.centery < point[1]
    booth.wheel(point, -100)
    assert booth.node("Line 29").seen
    booth.wheel(point, 100)
    assert booth.node("Line 1").rect.center == point
    assert desk(booth).heard == []


def test_press_is_taken_back_by_leaving(booth: Booth) -> None:
    """A button that is held, and left before it is let go, was not pressed."""
    import pygame
    from pygame.event import Event

    here, there = booth.node("No. 1").rect.center, booth.node("No. 5").rect.center
    booth.step(Event(pygame.MOUSEBUTTONDOWN, pos=here, button=1), Event(pygame.MOUSEBUTTONUP, pos=there, button=1))
    assert desk(booth).heard == []


def test_typing(booth: Booth) -> None:
    """What is typed stands where the caret is; the field takes no more than it may."""
    booth.click("Name")
    booth.type("王阿姨")
    booth.keys("left", "backspace")
    booth.type("小")
    assert desk(booth).text == "王小姨"
    booth.type("0123456789")
    assert desk(booth).text == "王小012345678姨"


def test_input_method_is_seen_before_it_is_settled(booth: Booth) -> None:
    """What an input method composes is shown, is not yet in the field, and its keys do nothing else."""
    import pygame
    from pygame.event import Event

    booth.click("Name")
    booth.step(Event(pygame.TEXTEDITING, text="wang", start=0, length=4))
    before = booth.picture().copy()
    booth.keys("return", "backspace")
    assert desk(booth).text == ""
    booth.type("王")
    assert desk(booth).text == "王"
    assert booth.picture().get_buffer().raw != before.get_buffer().raw


def test_nothing_behind_a_modal_can_be_reached(booth: Booth) -> None:
    """While a panel stands in front, Tab, mouse and screen readers find only what is on it."""
    behind = booth.node("No. 2").rect.center
    desk(booth).modal = True
    booth.app.send("look again")
    booth.step()
    booth.click_at(behind)
    booth.keys("tab", "tab", "return")
    assert booth.labels == ["Sure"]
    assert desk(booth).heard == ["look again", "sure"]


def test_nothing_is_painted_when_nothing_changes(booth: Booth) -> None:
    """A screen that stands still is painted once."""
    painted = booth.app.painted
    booth.step()
    booth.step()
    assert booth.app.painted == painted
    assert booth.app.rest() > 60


def test_text_grows(booth: Booth) -> None:
    """Ctrl and plus makes all letters larger, Ctrl and 0 as they were."""
    small = booth.node("No. 1").rect.height
    booth.keys("ctrl+=", "ctrl+=")
    assert booth.node("No. 1").rect.height > small
    booth.keys("ctrl+0")
    assert booth.node("No. 1").rect.height == small


def test_what_does_not_fit_is_noted(booth: Booth) -> None:
    """A text that is higher than its place is noted as an overflow."""
    from pygame import Rect

    from game.desktop.sheet import Sheet

    sheet = Sheet(Rect(0, 0, 200, 100))
    Text("a long text that needs many lines in so narrow a place").place(booth.app.frame(), Rect(0, 0, 60, 20), sheet)
    assert sheet.overflows


def test_what_is_pressed_and_let_go_at_once_is_painted(booth: Booth) -> None:
    """A key that goes down and up between two frames changes the screen, and the screen is painted."""
    import pygame
    from pygame.event import Event

    painted = booth.app.painted
    key: dict[str, Any] = {"key": pygame.K_RETURN, "mod": 0, "unicode": ""}
    booth.step(Event(pygame.KEYDOWN, **key), Event(pygame.KEYUP, **key), Event(pygame.MOUSEMOTION, pos=(1, 1)))
    assert desk(booth).heard == [1]
    assert booth.app.painted > painted


def test_a_key_that_is_held_down_does_once_what_it_does(booth: Booth) -> None:
    """Enter that is held presses a button once, however long; let go and pressed again it presses again."""
    import pygame
    from pygame.event import Event

    key: dict[str, Any] = {"key": pygame.K_RETURN, "mod": 0, "unicode": ""}
    for _ in range(200):
        booth.step(Event(pygame.KEYDOWN, **key))
        booth.clock.wind(0.04)
    assert desk(booth).heard == [1]
    booth.step(Event(pygame.KEYUP, **key), Event(pygame.KEYDOWN, **key))
    assert desk(booth).heard == [1, 1]


def test_a_key_that_moves_goes_on_while_it_is_held(booth: Booth) -> None:
    """Tab that is held goes on from one to the next."""
    import pygame
    from pygame.event import Event

    for _ in range(3):
        booth.step(Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    assert booth.app.hand.focus == "b4"


def test_a_key_whose_letting_go_was_lost_works_again(booth: Booth) -> None:
    """Who let go of a key while another window was in front can press it again at once."""
    import pygame
    from pygame.event import Event

    key: dict[str, Any] = {"key": pygame.K_RETURN, "mod": 0, "unicode": ""}
    booth.step(Event(pygame.KEYDOWN, **key), Event(pygame.WINDOWFOCUSLOST), Event(pygame.KEYDOWN, **key))
    booth.clock.wind(5.0)
    booth.step(Event(pygame.KEYDOWN, **key))
    assert desk(booth).heard == [1, 1, 1]


def test_typing_fast_loses_nothing(booth: Booth) -> None:
    """All that is typed between two frames stands in the field, in its order."""
    import pygame
    from pygame.event import Event

    booth.click("Name")
    signs = "王小姨0123456"
    booth.step(*(Event(pygame.TEXTINPUT, text=sign) for sign in signs))
    assert desk(booth).text == signs


def test_the_wheel_goes_on_where_a_part_is_at_its_end() -> None:
    """Over a list inside of a longer page the wheel moves the list, and the page when the list is at its end."""
    from pygame import Rect

    from game.desktop.sheet import Sheet, Window

    def under(offset: int, way: int) -> str:
        sheet = Sheet(Rect(0, 0, 200, 200))
        sheet.windows["page"] = Window("page", Rect(0, 0, 200, 200), 900, offset=100)
        sheet.windows["list"] = Window("list", Rect(0, 50, 200, 100), 300, "page", offset)
        window = sheet.window_at((100, 100), way)
        assert window is not None
        return window.key

    assert under(100, 1) == under(100, -1) == "list"
    assert under(200, 1) == "page"
    assert under(0, -1) == "page"


@pytest.mark.parametrize("size", [(1, 1), (40, 1200), (1200, 40), (4096, 2304)])
def test_a_window_of_any_size_is_shown(booth: Booth, size: tuple[int, int]) -> None:
    """A window that a desktop makes tiny, or larger than any screen, shows what it can, and all of it again later."""
    booth.resize(size)
    booth.keys("tab")
    booth.wheel((0, 0), -1)
    booth.resize((1280, 720))
    assert booth.node("No. 1").seen
    assert booth.overflows == []


def test_a_window_that_was_hidden_is_painted_without_being_laid_out_anew(booth: Booth) -> None:
    """What comes to light again when another window goes away is painted as it was."""
    import pygame
    from pygame.event import Event

    painted, sheet = booth.app.painted, booth.app.sheet
    booth.step(Event(pygame.WINDOWMINIMIZED), Event(pygame.WINDOWEXPOSED))
    assert booth.app.painted == painted + 1
    assert booth.app.sheet is sheet
    booth.step(Event(pygame.WINDOWRESTORED))
    assert booth.app.painted == painted + 2


def test_nothing_is_done_in_three_idle_hours(booth: Booth) -> None:
    """A window that is left alone for three hours is painted at most when it looks whether there is anything to do."""
    painted = booth.app.painted
    booth.wind(3 * 3600.0)
    assert booth.app.painted == painted
    booth.click("No. 2")
    assert desk(booth).heard == [2]
