"""What was left unfinished: offered again at the start, to be picked up at the very beat or put aside."""

from collections.abc import Sequence

from game.i18n import Words
from game.session import Unfinished
from game.terminal.blocks import Block, Entry, Page, Para, Section
from game.terminal.desk import Desk, Question


def offer(desk: Desk) -> Unfinished | None:
    """Return the attempt that the trainee wants to go on with, None to begin anew."""
    session = desk.session
    # What a room began is gone on with in the window, where hands are counted and no patience runs.
    waiting = [one for one in session.notebook.unfinished() if not (one.members or one.hands)]
    if session.piped and session.chosen is not None:
        # What comes through the pipe are picks for a play of its own.
        for one in waiting:
            if one.entry.scenario.id == session.chosen.scenario.id:
                desk.show([Para(desk.words("resume.left_there", attempt=one.attempt), "quiet")])
        return None
    if not waiting:
        return None
    return _one(desk, waiting[0]) if len(waiting) == 1 else _many(desk, waiting)


def waiting_page(words: Words, waiting: Sequence[Unfinished]) -> Page:
    """Return what can be resumed: title, who, which turn, since when."""
    if len(waiting) == 1:
        return [Section(words("resume.one")), Para(_told(words, waiting[0]), indent=2)]
    items: list[Block] = [Entry(f"{n}. ", _told(words, one), indent=2) for n, one in enumerate(waiting, start=1)]
    return [Section(words("resume.many")), *items]


def _told(words: Words, one: Unfinished) -> str:
    scenario = one.entry.scenario
    about = {
        "title": scenario.title,
        "mode": words(f"file.mode.{one.mode}"),
        "turn": len(one.picks) + 1,
        "when": f"{one.started.astimezone():%Y-%m-%d %H:%M}",
    }
    if len(scenario.personas) == 1:
        return words("resume.item_plain", **about)
    return words("resume.item", persona=scenario.persona(one.persona).label, **about)


def _one(desk: Desk, one: Unfinished) -> Unfinished | None:
    def screen(words: Words) -> Page:
        return waiting_page(words, [one])

    desk.show(screen(desk.words))
    go_on = Question(lambda words: words("resume.ask"), screen, lambda words: [Para(words("resume.help"))])
    if desk.yes(go_on, otherwise="n"):
        return one
    aside = Question(lambda words: words("resume.aside"), screen, lambda words: [Para(words("resume.aside_help"))])
    if not desk.yes(aside, otherwise="y"):
        desk.session.notebook.abandon(one.attempt)
        desk.show([Para(desk.words("resume.put_aside"))])
    return None


def _many(desk: Desk, waiting: Sequence[Unfinished]) -> Unfinished | None:
    def screen(words: Words) -> Page:
        return waiting_page(words, waiting)

    desk.show(screen(desk.words))
    question = Question(lambda words: words("resume.ask_many"), screen, lambda words: [Para(words("resume.help_many"))])
    number = desk.number(question, len(waiting), 0)
    return _one(desk, waiting[number - 1]) if number else None
