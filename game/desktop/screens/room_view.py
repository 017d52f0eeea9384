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
    Grid,
    Keys,
    Largest,
    Modal,
    Pad,
    Panel,
    Press,
    Row,
    Scroll,
    Space,
    Tall,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
)
from game.scenario import SILENCE

COUNT: float = 44
"""The width of a count of hands, in units."""
LETTERS: tuple[tuple[float, float], ...] = ((20, BODY), (19, BODY - 1), (18, BODY - 2), (17, BODY - 3), (16, BODY - 4))
"""The sizes of what was said and of the responses below it, from the largest on: all responses have to be in sight."""
SPOKEN: float = 0.32
"""What was said takes so much of the height at most; more of it scrolls."""
SIGNED: float = 90
"""The width of a letter with what is told of it."""
PAIRED: float = 200
"""From this width on, in units, counts stand beside each other: the room sees them all at once."""


def room_view(screen: Room, frame: Frame) -> Widget:
    """Return the talk as it is now."""
    words, named = screen.sitting.words, frame.units[0] >= CROWDED
    tools: list[Widget] = [tool("pause", words("window.room.pause"), Pause(), "pause", "P", named)]
    if screen.talk.log:
        tools.insert(0, tool("step-back", words("window.room.step_back"), StepBack(), "replay", "Z", named))
    front = Modal(_paused(screen), 620, keeps=("escape", "p")) if screen.paused else None
    return talk_view(screen, frame, _main(screen, frame), tools, front)


def _main(screen: Room, frame: Frame) -> Widget:
    """Return the scene; while the room chooses, and when it is told what changed and why, all of that has its place,
    below what was said."""
    if screen.stage == "choosing":
        return Pad(Largest([_choosing(screen, frame, *letters) for letters in LETTERS]), 18, 8)
    if screen.stage == "answering" and screen.revealed:
        return Pad(Column([_said(screen, frame, LETTERS[0][0]), _revealed(screen, frame)], 8, stretch=1), 18, 8)
    lower = {"saying": _waiting, "answering": _followed}.get(screen.stage)
    return stage(screen, frame, usual(screen, frame) if lower is None else lower(screen))


def _choosing(screen: Room, frame: Frame, spoken: float, size: float) -> Widget:
    """Return what was said and what can be said, in letters of these sizes."""
    return Column([_said(screen, frame, spoken), _choices(screen, size)], 8, stretch=1)


def _said(screen: Room, frame: Frame, size: float) -> Widget:
    """Return who has just spoken, and what they said."""
    speaker, language = screen.speaker, screen.sitting.language
    name = Text(speaker.name.told(language), SMALL, "accent", bold=True, role=None)
    said = Text(screen.words_said or "…", size)
    told = Tall(Scroll("said", Column([name, said], 3)), 0, frame.units[1] * SPOKEN)
    return Panel(Row([Face(speaker.portrait, speaker.heat, 72), told], [None, 1.0], 16), 16, 8)


def _waiting(screen: Room) -> Widget:
    """Return the way to have all words at once."""
    words = screen.sitting.words
    skip = button("go-on", words("window.talk.skip"), GoOn(), kind="quiet", hint=words("window.key.space"), size=SMALL)
    return Row([Text(words("window.talk.wait"), SMALL, "quiet", role="status"), skip], [1.0, None], 12)


def _choices(screen: Room, size: float) -> Widget:
    """Return the question, a card for each response with its hands, and the way to say the one in hand."""
    words, language = screen.sitting.words, screen.sitting.language
    said = [(sign, choice.say.told(language), choice.id) for sign, choice in screen.lettered]
    if screen.talk.silence:
        said.append(("S", words("window.talk.silence"), SILENCE))
    inside = Scroll("responses", Pad(Column([_card(screen, size, *one) for one in said], 6), 4, 3))
    kind: Literal["main", "plain"] = "main" if screen.chosen is not None else "plain"
    say = button("say-it", words("window.room.say"), Say(), kind=kind, hint=words("window.key.enter"))
    below = Row([Text(_asked(screen), SMALL, "quiet", role="status"), say], [1.0, None], 12)
    owed = promises(screen)
    return Column([*owed, inside, below], 8, stretch=len(owed))


def _asked(screen: Room) -> str:
    """Return what the room is asked; once a response is in hand, which one it is and how many hands it has."""
    words, chosen = screen.sitting.words, screen.chosen
    if chosen is None:
        return words("window.room.ask")
    sign = next((sign for sign, choice in screen.lettered if choice.id == chosen), "S")
    return words("window.room.in_hand", sign=sign, count=screen.hands.get(chosen, 0))


def _card(screen: Room, size: float, sign: str, told: str, pick: str) -> Widget:
    """Return a response with its letter, and beside it how many hands there are for it."""
    words, count = screen.sitting.words, screen.hands.get(pick, 0)
    key = "silence" if pick == SILENCE else sign
    tried = [words("window.room.tried")] if pick in screen.tried.get(screen.turn, ()) else []
    heard = words("mark.comma").join([sign, *([words("window.room.hands", count=count)] if count else []), *tried])
    text = Text(told, size, "quiet" if pick == SILENCE else "ink", role=None)
    marks: list[Widget] = [Text(one, SMALL, "quiet", role=None) for one in tried]
    body = Pad(Row([Badge(sign, quiet=pick == SILENCE), text, *marks], [None, 1.0, *[None] * len(marks)], 14), 12, 6)
    card = Press(f"say.{key}", Choose(pick), body, told, heard, selected=screen.chosen == pick)
    less = icon_button(f"less.{key}", words("window.room.fewer", sign=sign), Hand(pick, -1), "minus")
    more = icon_button(f"more.{key}", words("window.room.more", sign=sign), Hand(pick, 1), "plus")
    number = Text(f"{count}", BODY, "ink" if count else "quiet", bold=bool(count), align="centre", role=None)
    return Row([card, less, Column([Space(wide=COUNT), number], 0), more], [1.0, None, None, None], 6)


def _back(screen: Room) -> Widget:
    return button("back-a-turn", screen.sitting.words("window.room.step_back"), StepBack(), hint="Z", icon="replay")


def _revealed(screen: Room, frame: Frame) -> Widget:
    """Return what the response changed, and why."""
    return feedback(screen, frame, _counts(screen), [_back(screen)])


def _followed(screen: Room) -> Widget:
    """Return what was said and how many hands it had, and ask for a guess."""
    words, exchange = screen.sitting.words, screen.exchange
    assert exchange is not None
    said = exchange.said.told(words.language) or words("window.talk.said_nothing")
    asked = Pad(Text(words("window.room.guess"), BODY, role="status"), 4, 0)
    inside = Scroll("followed", Pad(Column([said_by(words("window.talk.you"), said), *_counts(screen)], 12), 4, 4))
    reveal = button("reveal", words("window.room.reveal"), Reveal(), kind="main", icon="eye", hint="R")
    on = button("go-on", words("window.talk.go_on"), GoOn())
    owed = promises(screen)
    ways = Row([_back(screen), Space(), on, reveal], [None, 1.0, None, None], 10)
    return Column([*owed, inside, asked, ways], 8, stretch=len(owed))


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
    return [Column([Text(words("window.room.counted"), SMALL, "quiet"), Grid(bars, PAIRED, 20)], 6)]


def _paused(screen: Room) -> Widget:
    words = screen.sitting.words
    title = Text(words("window.room.paused"), TITLE, bold=True, role="heading", align="centre")
    about = Text(words("window.room.paused_about"), HEADING, "quiet", align="centre")
    on = button("resume", words("window.room.resume"), Pause(), kind="main", icon="play", hint="P")
    return Keys(Pad(Column([title, about, Wrap([on])], 18, across="middle"), 8, 10), {"escape": Pause(), "p": Pause()})
