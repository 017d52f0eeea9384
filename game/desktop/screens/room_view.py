"""How the talk of a room looks: large letters, a card for each response with the hands it has, and what followed."""

from typing import Literal

from game.desktop.frame import Frame
from game.desktop.screens.meeting import Face
from game.desktop.screens.room import Choose, Hand, Pause, Reveal, Room, Say, StepBack
from game.desktop.screens.talk import GoOn
from game.desktop.screens.talk_choices import promises
from game.desktop.screens.talk_feedback import feedback, said_by
from game.desktop.screens.talk_view import CROWDED, stage, talk_view, tool, usual
from game.desktop.theme import BODY, HEADING, SMALL, TITLE
from game.desktop.widgets import (
    Badge,
    Bar,
    Column,
    Keys,
    Modal,
    Pad,
    Panel,
    Press,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
)
from game.scenario import SILENCE

COUNT: float = 44
"""The width of a count of hands, in units."""
SPOKEN: float = 20
"""The size of what was said, where there is much below it."""
SIGNED: float = 150
"""The width of a letter with what is told of it."""


def room_view(screen: Room, frame: Frame) -> Widget:
    """Return the talk as it is now."""
    words, named = screen.sitting.words, frame.units[0] >= CROWDED
    tools: list[Widget] = [tool("pause", words("window.room.pause"), Pause(), "pause", "P", named)]
    if screen.talk.log:
        tools.insert(0, tool("step-back", words("window.room.step_back"), StepBack(), "replay", "Z", named))
    front = Modal(_paused(screen), 620, keeps=("escape", "p")) if screen.paused else None
    return talk_view(screen, frame, _main(screen, frame), tools, front)


def _main(screen: Room, frame: Frame) -> Widget:
    """Return the scene; while the room chooses, all that can be said has its place, below what was said."""
    if screen.stage == "choosing":
        return Pad(Column([_said(screen), _choices(screen)], 8, stretch=1), 18, 8)
    lower = {"saying": _waiting, "answering": _followed}.get(screen.stage, usual)
    return stage(screen, frame, lower(screen, frame))


def _said(screen: Room) -> Widget:
    """Return who has just spoken, and what they said."""
    speaker, language = screen.speaker, screen.sitting.language
    name = Text(speaker.name.told(language), SMALL, "accent", bold=True, role=None)
    said = Text(screen.words_said or "…", SPOKEN)
    return Panel(Row([Face(speaker.portrait, speaker.heat, 72), Column([name, said], 3)], [None, 1.0], 16), 16, 8)


def _waiting(screen: Room, frame: Frame) -> Widget:
    """Return the way to have all words at once."""
    words = screen.sitting.words
    skip = button("go-on", words("window.talk.skip"), GoOn(), kind="quiet", hint=words("window.key.space"), size=SMALL)
    return Row([Text(words("window.talk.wait"), SMALL, "quiet", role="status"), skip], [1.0, None], 12)


def _choices(screen: Room) -> Widget:
    """Return the question, a card for each response with its hands, and the way to say the one in hand."""
    words, language = screen.sitting.words, screen.sitting.language
    said = [(sign, choice.say.told(language), choice.id) for sign, choice in screen.lettered]
    if screen.talk.silence:
        said.append(("S", words("window.talk.silence"), SILENCE))
    inside = Scroll("responses", Pad(Column([_card(screen, *one) for one in said], 6), 4, 3))
    kind: Literal["main", "plain"] = "main" if screen.chosen is not None else "plain"
    say = button("say-it", words("window.room.say"), Say(), kind=kind, hint=words("window.key.enter"))
    below = Row([Text(words("window.room.ask"), SMALL, "quiet", role="status"), say], [1.0, None], 12)
    owed = promises(screen)
    return Column([*owed, inside, below], 8, stretch=len(owed))


def _card(screen: Room, sign: str, told: str, pick: str) -> Widget:
    """Return a response with its letter, and beside it how many hands there are for it."""
    words, count = screen.sitting.words, screen.hands.get(pick, 0)
    key = "silence" if pick == SILENCE else sign
    selected = screen.chosen == pick
    card = Press(f"say.{key}", Choose(pick), _body(sign, told, quiet=pick == SILENCE), told, sign, selected=selected)
    less = icon_button(f"less.{key}", words("window.room.fewer", sign=sign), Hand(pick, -1), "minus")
    more = icon_button(f"more.{key}", words("window.room.more", sign=sign), Hand(pick, 1), "plus")
    number = Text(f"{count}", BODY, "ink" if count else "quiet", bold=bool(count), align="centre", role="status")
    return Row([card, less, Column([Space(wide=COUNT), number], 0), more], [1.0, None, None, None], 6)


def _body(sign: str, told: str, *, quiet: bool) -> Pad:
    text = Text(told, BODY, "quiet" if quiet else "ink", role=None)
    return Pad(Row([Badge(sign, quiet=quiet), text], [None, 1.0], 14), 12, 6)


def _followed(screen: Room, frame: Frame) -> Widget:
    """Return what was said and how many hands it had; what it changed once that is asked for."""
    words, exchange = screen.sitting.words, screen.exchange
    assert exchange is not None
    back = button("back-a-turn", words("window.room.step_back"), StepBack(), hint="Z", icon="replay")
    if screen.revealed:
        return feedback(screen, frame, _counts(screen), [back])
    said = exchange.said.told(words.language) or words("window.talk.said_nothing")
    asked = Text(words("window.room.guess"), BODY, "quiet")
    inside = Scroll(
        "followed", Pad(Column([said_by(words("window.talk.you"), said), *_counts(screen), asked], 12), 4, 4)
    )
    reveal = button("reveal", words("window.room.reveal"), Reveal(), kind="main", icon="eye", hint="R")
    on = button("go-on", words("window.talk.go_on"), GoOn())
    owed = promises(screen)
    ways = Row([back, Space(), on, reveal], [None, 1.0, None, None], 10)
    return Column([*owed, inside, ways], 8, stretch=len(owed))


def _counts(screen: Room) -> list[Widget]:
    """Return a bar of the hands for each response, that of the one that was said marked."""
    words, exchange = screen.sitting.words, screen.exchange
    assert exchange is not None
    hands, top = screen.hands, max(1, sum(screen.hands.values()))
    if not any(hands.values()):
        return []
    bars: list[Widget] = []
    for id_, sign in screen.signs.items():
        count = hands.get(id_, 0)
        said = words("window.room.said_this", sign=sign) if id_ == exchange.turn.response else sign
        bars.append(Bar(said, count, top, words("window.room.hands", count=count), names=SIGNED))
    return [Column([Text(words("window.room.counted"), SMALL, "quiet"), *bars], 6)]


def _paused(screen: Room) -> Widget:
    words = screen.sitting.words
    title = Text(words("window.room.paused"), TITLE, bold=True, role="heading", align="centre")
    about = Text(words("window.room.paused_about"), HEADING, "quiet", align="centre")
    on = button("resume", words("window.room.resume"), Pause(), kind="main", icon="play", hint="P")
    return Keys(Pad(Column([title, about, Wrap([on])], 18, across="middle"), 8, 10), {"escape": Pause(), "p": Pause()})
