"""What screen readers are told of the window, and what they can do in it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import accesskit
import pygame
import pytest

from game.desktop import access
from game.desktop.access import Readers, update
from game.desktop.screens.settings import SettingsScreen
from game.desktop.screens.start import Start
from game.desktop.sheet import Node, Role
from game.desktop.telling import ROLES, View, changed, view
from tests.desktop.booth import Booth, opened


class Reader:
    """A screen reader that has come: `tree` is what it knows, by number; what it is told is taken in as it comes."""

    def __init__(self, whole: Callable[[], Any], ask: Callable[[Any], None], deaf: Callable[[], None]) -> None:
        self.whole, self.ask, self.deaf = whole, ask, deaf
        self.tree: dict[int, Any] = {}
        self.focus = 0
        self.updates: list[Any] = []

    def come(self) -> None:
        """Begin to listen."""
        self._take(self.whole())

    def update_if_active(self, told: Callable[[], Any]) -> None:
        """Take in what has changed."""
        self.updates.append(told())
        self._take(self.updates[-1])

    def update_window_focus_state(self, in_front: bool) -> None:
        """Hear that the window has the keyboard, or not."""

    def _take(self, told: Any) -> None:
        self.tree |= dict(told.nodes)
        self.focus = told.focus

    @property
    def names(self) -> list[str]:
        """What can be found in the window, in reading order."""
        return [self.tree[number].label or self.tree[number].value for number in self.tree[0].children]

    def numbered(self, name: str) -> int:
        """The number of what has this name or this key."""
        children: list[int] = self.tree[0].children
        return next(number for number in children if name in (self.tree[number].label, self.tree[number].author_id))

    def act(self, action: Any, name: str, data: Any = None) -> None:
        """Ask for something to be done."""
        self.ask(SimpleNamespace(action=action, target=self.numbered(name), data=data))


class Heard:
    """A booth with a reader in it."""

    def __init__(self, booth: Booth, readers: Readers, reader: Reader) -> None:
        self.booth, self.readers, self.reader = booth, readers, reader

    def turn(self) -> None:
        """One turn of the window's loop."""
        self.readers.obey(self.booth.app)
        self.booth.step()
        self.readers.tell(self.booth.app)


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """The first screen of the game, listened to."""
    monkeypatch.setattr(access, "_adapter", Reader)
    with opened(tmp_path, Start, language="en") as booth:
        readers = Readers("Yuqi", "en", lambda: None)
        readers.tell(booth.app)
        reader: Reader = readers._adapter
        reader.come()
        yield Heard(booth, readers, reader)


def test_a_reader_finds_all_that_the_screen_says(heard: Heard) -> None:
    """Whoever hears the first screen finds in it, in the same order, all that others see."""
    assert heard.reader.names == heard.booth.labels
    told = {node.author_id: node for node in heard.reader.tree.values() if node.author_id}
    for node in heard.booth.nodes:
        if node.key:
            assert told[node.key].role == getattr(accesskit.Role, ROLES[node.role])
            assert told[node.key].supports_action(accesskit.Action.FOCUS)
            bounds = told[node.key].bounds
            assert (bounds.x0, bounds.y0, bounds.x1, bounds.y1) == (*node.rect.topleft, *node.rect.bottomright)
    root = heard.reader.tree[0]
    assert (root.role, root.language) == (accesskit.Role.WINDOW, "en")
    assert root.label.startswith(heard.booth.app.caption)


def test_a_reader_is_where_the_keyboard_is(heard: Heard) -> None:
    """Tab moves what is read out, and nothing else is told anew."""
    heard.booth.keys("tab", "tab")
    heard.turn()
    key = heard.booth.app.hand.focus
    assert key
    assert heard.reader.tree[heard.reader.focus].author_id == key


def test_pressing_by_voice_is_pressing(heard: Heard) -> None:
    """A reader's user opens the settings like anybody else, hears the new screen, and changes the colours."""
    heard.reader.act(accesskit.Action.CLICK, "Settings")
    heard.turn()
    assert heard.booth.screen.name == "settings"
    assert heard.reader.names == heard.booth.labels
    dark = heard.reader.numbered("Dark")
    assert heard.reader.tree[dark].toggled == accesskit.Toggled.FALSE
    heard.reader.act(accesskit.Action.CLICK, "Dark")
    heard.turn()
    assert heard.booth.sitting.settings.theme == "dark"
    assert heard.reader.tree[heard.reader.numbered("Dark")].toggled == accesskit.Toggled.TRUE
    assert heard.reader.numbered("Dark") == dark


def test_a_name_can_be_dictated(heard: Heard) -> None:
    """What a reader writes into a field stands in it, without a line break that no field of one line can hold."""
    field = next(node for node in heard.booth.nodes if node.role == "field")
    heard.reader.act(accesskit.Action.SET_VALUE, field.key, (accesskit.ActionDataKind.VALUE, "小\n李"))
    heard.turn()
    assert heard.booth.app.hand.focus == field.key
    assert heard.reader.tree[heard.reader.numbered(field.key)].value == "小李"


def test_what_is_asked_too_late_does_nothing(heard: Heard) -> None:
    """A press on what has gone with its screen presses nothing on the next one."""
    heard.reader.act(accesskit.Action.CLICK, "Settings")
    heard.reader.act(accesskit.Action.CLICK, "Quit")
    heard.turn()
    assert heard.booth.screen.name == "settings"
    assert not heard.booth.sitting.leave


def test_a_screen_that_stays_the_same_says_nothing(heard: Heard) -> None:
    """As long as nothing changes, a reader is left in peace; so is one for which nobody listens any more."""
    heard.turn()
    heard.reader.updates.clear()
    heard.booth.wind(2)
    heard.turn()
    assert heard.reader.updates == []
    heard.reader.deaf()
    heard.booth.show(SettingsScreen(heard.booth.sitting))
    heard.turn()
    assert heard.reader.updates == []


def test_a_reader_that_is_still_coming_is_not_told_more(heard: Heard) -> None:
    """While a reader's thread is still taking in the whole, the game does not wait for it: both would wait for ever."""
    heard.reader.deaf()
    heard.reader.updates.clear()
    inside, go_on = threading.Event(), threading.Event()
    heard.readers._wake = lambda: (inside.set(), go_on.wait(60))[0]  # type: ignore[func-returns-value]
    thread = threading.Thread(target=heard.reader.come)
    thread.start()
    assert inside.wait(60)
    heard.readers._wake = lambda: None
    heard.booth.show(SettingsScreen(heard.booth.sitting))
    heard.turn()
    assert heard.reader.updates == []
    go_on.set()
    thread.join()
    heard.turn()
    assert heard.reader.names == heard.booth.labels


def shown(*nodes: tuple[Role, str, str], focus: str = "", before: View | None = None) -> View:
    """A view of nodes: role, label and key of each."""
    made = [Node(role, label, pygame.Rect(0, 0, 9, 9), key=key) for role, label, key in nodes]
    return view(made, focus, {}, "Yuqi", "zh", before)


def test_only_what_has_changed_is_told() -> None:
    """A word that changes is told alone; what comes is told with the window that it comes into; what stays keeps its
    number."""
    one = shown(("heading", "王阿姨", ""), ("button", "看看", "look"))
    other = shown(("heading", "王阿姨", ""), ("button", "别看", "look"), before=one)
    assert [told.id for told in changed(other, one)] == [one.nodes[1].id]
    more = shown(("heading", "王阿姨", ""), ("status", "好了", ""), ("button", "别看", "look"), before=other)
    new = {told.id for told in more.nodes} - {told.id for told in other.nodes}
    assert {told.id for told in changed(more, other)} == {0} | new
    assert changed(more, more) == ()


def test_no_number_means_two_things() -> None:
    """Two that are called the same have two numbers, and a number is not given again to something else."""
    one = shown(("text", "是", ""), ("text", "是", ""))
    assert len({told.id for told in one.nodes}) == 2
    other = shown(("text", "不是", ""), before=one)
    assert other.nodes[0].id not in {told.id for told in one.nodes}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_everything_can_be_said_in_accesskit_s_words(role: Role) -> None:
    """AccessKit takes every kind of thing that a screen of ours has, by its name, and what it says at once is live."""
    told = update(shown((role, "等一下", "key"), focus="key"), None)
    (_, root), (number, node) = told.nodes
    assert root.language == "zh-Hans"
    assert told.focus == number
    assert told.tree.root == 0
    assert node.label == "等一下" or node.value == "等一下"
    assert (node.live == accesskit.Live.POLITE) is (role in ("status", "speech"))


def test_without_accesskit_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed it plays as before."""
    monkeypatch.setattr(access, "find_spec", lambda name: None)
    assert access.readers("Yuqi", "zh", lambda: None) is None


def test_an_accesskit_that_breaks_does_not_break_the_game(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has nothing for screen readers, the game goes on without a word."""

    def broken(*_: object) -> None:
        raise BaseException("panic")

    monkeypatch.setattr(access, "_adapter", broken)
    with opened(tmp_path, Start) as booth:
        readers = Readers("Yuqi", "zh", lambda: None)
        readers.tell(booth.app)
        readers.obey(booth.app)
        booth.keys("tab")
        readers.tell(booth.app)
        assert booth.app.hand.focus
