"""How the talk looks: the bar, the stage with whoever speaks, what there is to do, and what can stand in front."""

from collections.abc import Sequence

from game.desktop.drawings import expression
from game.desktop.frame import Frame
from game.desktop.screens.common import top_bar
from game.desktop.screens.talk import GoOn, Talk, Toggle
from game.desktop.screens.talk_choices import choices, promises
from game.desktop.screens.talk_feedback import feedback
from game.desktop.screens.talk_front import leaving, log
from game.desktop.screens.talk_gauges import gauges_panel
from game.desktop.screens.talk_stage import Person, Stage
from game.desktop.theme import BODY, HEADING, SMALL, SPEECH
from game.desktop.widgets import (
    Appearing,
    Bubble,
    Column,
    Icon,
    Keys,
    Layers,
    Modal,
    Pad,
    Press,
    Row,
    Scroll,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
)

BESIDE: float = 330
"""The width of the whole picture where it stands beside the talk, in units."""
ROOMY: float = 940
"""From so many units on it does."""
CROWDED: float = 1240
"""From so many units on there is room for the names of what can be pressed in the bar where that is much."""


def talk_view(
    screen: Talk, frame: Frame, main: Widget | None = None, tools: Sequence[Widget] = (), front: Widget | None = None
) -> Widget:
    """Return the talk as it is now.

    `main` is what stands below the bar where it is another than usual, `tools` what else can be pressed in the bar,
    `front` what stands in front of all.
    """
    roomy = frame.units[0] >= ROOMY
    main = stage(screen, frame) if main is None else main
    if screen.sitting.settings.gauges and not screen.talk.exam and roomy:
        shares = [frame.units[0] - BESIDE, BESIDE]
        main = Row([main, gauges_panel(screen, Toggle("gauges"))], shares, 0, "fill")
    whole: Widget = Column([_bar(screen, frame, tools), main], gap=0, stretch=1)
    if not roomy and not screen.talk.exam:
        whole = Keys(whole, {"g": Toggle("over")})
    if front is not None:
        return Layers([whole, front])
    if screen.log:
        return Layers([whole, Modal(log(screen, frame), 860, keeps=("escape", screen.log_key))])
    if screen.leaving:
        return Layers([whole, Modal(leaving(screen), 560)])
    if screen.over and not screen.talk.exam:
        return Layers([whole, Modal(gauges_panel(screen, Toggle("over"), over=True), 620, 0.96, ("escape", "g"))])
    return whole


def _bar(screen: Talk, frame: Frame, tools: Sequence[Widget]) -> Widget:
    words, talk, roomy = screen.sitting.words, screen.talk, frame.units[0] >= ROOMY
    named = frame.units[0] >= (CROWDED if tools else ROOMY)
    right: list[Widget] = [
        Text(status(screen), SMALL, "quiet", role="status"),
        *tools,
        tool("log", words("window.talk.log"), Toggle("log"), "speech", screen.log_key.upper(), named),
    ]
    if not talk.exam:
        on = screen.sitting.settings.gauges and roomy
        part = Toggle("gauges" if roomy else "over")
        right.append(tool("gauges", words("window.talk.gauges"), part, "chart", "G", named, on))
    return top_bar(screen.sitting, talk.play.case.scenario.title.told(words.language), right=right)


def tool(key: str, label: str, message: object, icon: str, hint: str, named: bool, selected: bool = False) -> Press:
    """Return something to press in the bar: with its name and key where there is room, else as a sign."""
    if not named:
        return icon_button(key, label, message, icon, selected=selected)
    return button(key, label, message, kind="quiet", icon=icon, hint=hint, size=16, selected=selected)


def status(screen: Talk) -> str:
    """Return which turn it is, how one talks, before or after the talk itself, and that it is an exam."""
    words, moment, case = screen.sitting.words, screen.talk.moment, screen.talk.play.case
    answered = screen.exchange if screen.stage == "answering" else None
    beat = moment.beat if answered is None else case.scenario.beats[answered.turn.beat]
    number = moment.turn + (1 if screen.stage in ("saying", "choosing") else 0)
    parts = [words("talk.turn", turn=max(1, number))]
    if beat is not None and beat.channel is not None:
        parts.append(words(f"channel.{beat.channel}"))
    if beat is not None and beat.kind != "talk":
        parts.append(words(f"talk.stage.{beat.kind}"))
    if screen.talk.exam:
        parts.append(words("file.mode.exam"))
    return words("mark.comma").join(parts)


# The stage


def stage(screen: Talk, frame: Frame, lower: Widget | None = None) -> Stage:
    """Return the room, whoever speaks in it, what they say, and what there is to do."""
    words, speaker, said = screen.sitting.words, screen.speaker, screen.appearing
    name = speaker.name.told(words.language)
    look = words(f"window.face.{expression(speaker.heat, speaker.mood).name}")
    label = words("window.talk.person", name=name, face=look)
    exchange = screen.exchange if screen.stage == "answering" else None
    stir = 0 if exchange is None else exchange.turn.after.heat - exchange.turn.before.heat
    person = Person(
        speaker.portrait, speaker.heat, speaker.mood, screen.since, said.done_at if said.text else 0.0, label, stir
    )  # fmt: skip
    place = f"window.scene.{screen.scene}"
    told = words(place) if place in words else ""
    bubble, below = _bubble(screen, name, look), usual(screen, frame) if lower is None else lower
    return Stage(screen.scene, told, person, bubble, below, not screen.said, screen.scenes_ahead)


def _bubble(screen: Talk, name: str, look: str) -> Bubble:
    said = screen.appearing
    head = Wrap([Text(name, BODY, "accent", bold=True, most=1, role=None), Text(look, SMALL, "quiet", role=None)], 10)
    shown: Widget = Appearing(said.text, said.since, said.speed, SPEECH) if said.text else _silent(screen)
    return Bubble("bubble", None if screen.said else GoOn(), head, shown)


def _silent(screen: Talk) -> Widget:
    """Return what stands in the bubble where nothing is said."""
    words = screen.sitting.words
    key = {"answering": "window.talk.no_reply", "ending": "window.talk.no_last_words"}.get(screen.stage)
    return Text("…" if key is None else words(key, name=screen.speaker.name), BODY, "quiet")


def usual(screen: Talk, frame: Frame) -> Widget:
    """Return what there is to do: to choose, to look at what changed, or to go on to the end."""
    if screen.stage in ("saying", "choosing"):
        return choices(screen, frame)
    if screen.stage == "answering":
        return feedback(screen, frame)
    return _ending(screen)


def _ending(screen: Talk) -> Widget:
    words, talk = screen.sitting.words, screen.talk
    ending = talk.moment.last_words
    title = Text(words("end.title"), HEADING, bold=True, role="heading")
    if ending is None:
        how: Widget = _sad(words("end.expired" if talk.moment.expired else "end.dead"))
    elif ending.lost:
        how = _sad(words("end.lost", name=talk.play.case.customer.name))
    else:
        how = Text(words(screen.ended), BODY, "quiet")
    on = button("go-on", words(screen.look_back), GoOn(), kind="main", hint=words("window.key.enter"))
    inside = Scroll("ending", Pad(Column([title, how], 8), 4, 2))
    owed = promises(screen)
    return Column([*owed, inside, Row([Text("", SMALL, role=None), on], [1.0, None])], 12, stretch=len(owed))


def _sad(text: str) -> Widget:
    return Row([Icon("warning", 22, "bad"), Text(text, BODY, "bad")], [None, 1.0], 10)
