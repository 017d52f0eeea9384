"""What can stand in front of a talk: all that was said so far, and the question whether to leave."""

from game.desktop.frame import Frame
from game.desktop.screens.talk import Leave, Talk, Toggle
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import Column, Keys, Panel, Row, Scroll, Space, Text, Widget, Wrap, button

ROOMY: float = 560
"""From so many units on, what one said oneself stands further to the right."""


def log(screen: Talk, frame: Frame) -> Widget:
    """Return all that was said so far, what is in the bubble now too; it opens at its end."""
    words = screen.sitting.words
    lines = _lines(screen, frame) or [Text(words("talk.log_empty"), BODY, "quiet")]
    title = Text(words("window.talk.log"), HEADING, bold=True, role="heading")
    close = button("close", words("window.close"), Toggle("log"), hint=screen.log_key.upper())
    inside = Column(
        [Row([title, close], [1.0, None]), Scroll("log", Column(lines, 10), end=True)], 12, stretch=1
    )  # fmt: skip
    return Keys(inside, {"escape": Toggle("log"), screen.log_key: Toggle("log")})


def _lines(screen: Talk, frame: Frame) -> list[Widget]:
    words = screen.sitting.words
    told, you, aside = words.language, words("window.talk.you"), 60 if frame.units[0] >= ROOMY else 0
    lines: list[Widget] = []
    for exchange in screen.talk.log:
        name = exchange.speaker.name.told(told)
        if exchange.says is not None:
            lines.append(_line(name, exchange.says.told(told), right=aside))
        said = exchange.said.told(told) or words("window.talk.said_nothing")
        lines.append(_line(you, said, left=aside))
        if exchange.reply is not None:
            lines.append(_line(name, exchange.reply.told(told), right=aside))
    says = screen.talk.moment.says
    if screen.stage in ("choosing", "ending") and says is not None:
        lines.append(_line(screen.talk.speaker().name.told(told), says.told(told), right=aside))
    return lines


def _line(name: str, text: str, *, left: float = 0, right: float = 0) -> Widget:
    own = bool(left) or not right
    inside = Column([Text(name, SMALL, "accent" if own else "quiet", bold=True), Text(text, BODY)], 2)
    said = Panel(inside, 14, 8, "raised" if own else "panel", radius=14)
    return Row([Space(wide=left), said, Space(wide=right)], [None, 1.0, None], 0)


def leaving(screen: Talk) -> Widget:
    """Return the question whether to leave now, and what is kept."""
    words = screen.sitting.words
    stay = button("stay", words("window.talk.stay"), Leave(), kind="main")
    go = button("go", words("window.talk.go"), Leave(sure=True))
    title = Text(words("window.talk.leave"), HEADING, bold=True, role="heading")
    inside = Column([title, Text(words(screen.leave_about), BODY), Wrap([stay, go], 10)], 14)
    return Keys(inside, {"escape": Leave()})
