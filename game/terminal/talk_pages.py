"""The screens of a talk: a moment with its responses, what came back, and all that was said so far."""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine import Moment
from game.i18n import Words
from game.scenario import Scenario, Text
from game.session import Mode
from game.terminal.blocks import Block, Entry, Gap, Heading, Page, Para, Section
from game.terminal.desk import help_line, speech

Ticking = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said in one turn: by the customer (or another speaker), by the trainee, and at once in answer."""

    speaker: Text
    says: Text | None
    said: Text
    reply: Text | None


def speaker(moment: Moment, scenario: Scenario) -> Text:
    """Return the name of whoever speaks at this beat."""
    beat = moment.beat
    if beat is not None and beat.speaker is not None:
        return scenario.cast[beat.speaker].name
    return moment.case.customer.name


def moment_page(words: Words, moment: Moment, scenario: Scenario, mode: Mode) -> Page:
    """Return what is said now and what can be answered; the state in numbers only in practice."""
    beat = moment.beat
    page: list[Block] = [Section(status(words, moment, mode))]
    if moment.says is not None:
        mood = None if beat is None else beat.mood
        name = speaker(moment, scenario).told(words.language)
        page.append(speech(words, name, moment.says.told(words.language), mood))
    return [*page, Gap(), *offers(words, moment)]


def status(words: Words, moment: Moment, mode: Mode) -> str:
    """Return the line that says where in the talk this is."""
    beat, gauges = moment.beat, moment.gauges
    parts = [words("talk.turn", turn=moment.turn + 1)]
    if beat is not None and beat.channel is not None:
        parts.append(words(f"channel.{beat.channel}"))
    if beat is not None and beat.kind != "talk":
        parts.append(words(f"talk.stage.{beat.kind}"))
    if mode == "practice":
        parts.append(words("talk.heat", heat=gauges.heat))
        parts.append(words("talk.empathy", empathy=gauges.empathy))
        parts.append(words("talk.nvc", nvc=gauges.nvc))
    return words("mark.comma").join(parts)


def offers(words: Words, moment: Moment) -> list[Block]:
    """Return the responses on offer, numbered in the order in which they are shown, silence last."""
    told = words.language
    lines: list[Block] = [
        Entry(f"{number}. ", choice.say.told(told), "trainee", 1) for number, choice in enumerate(moment.shown, start=1)
    ]
    return [*lines, Para(words("talk.silence_offer"), "quiet", 1)] if silence_offered(moment) else lines


def silence_offered(moment: Moment) -> bool:
    """Whether saying nothing is on offer."""
    return any(choice.id == "silence" for choice in moment.offered)


def asked(words: Words, moment: Moment) -> str:
    """Return the prompt of a moment."""
    most = len(moment.shown)
    if not most:
        return words("talk.ask_silence")
    return words("talk.ask_one") if most == 1 else words("talk.ask", most=most)


def patience_told(words: Words, moment: Moment, scenario: Scenario, left: float) -> str:
    """Return how long the customer will wait."""
    return words("talk.patience", name=speaker(moment, scenario), seconds=max(1, round(left)))


def hurry_told(words: Words, moment: Moment, scenario: Scenario, left: float) -> str:
    """Return how little time is left."""
    return words("talk.hurry", name=speaker(moment, scenario), seconds=max(1, round(left)))


def not_offered(words: Words, typed: str, moment: Moment, by_id: bool) -> str:
    """Return that what was typed is not on offer, and what is: by number, or by id where ids were typed."""
    if by_id:
        offered = words.list(words.id(choice.id) for choice in moment.offered)
        return words("talk.not_offered_ids", typed=typed, turn=moment.turn + 1, offered=offered)
    if not typed:
        return words("wrong.nothing", most=len(moment.shown))
    key = "talk.not_offered_silence" if silence_offered(moment) else "talk.not_offered"
    return words(key, typed=typed, most=len(moment.shown))


def help_lines(words: Words, moment: Moment, practice: bool) -> Page:
    """Return what can be typed at a moment."""
    keys = ["talk.help_log"]
    if silence_offered(moment):
        keys.insert(0, "talk.help_silence")
    if practice:
        keys += ["talk.help_gauges", "talk.help_lesson"]
    return [Para(words("talk.help")), *(help_line(words(key)) for key in keys)]


def said_by_you(words: Words, said: Text) -> Entry:
    """Return what the trainee said."""
    return Entry(words("talk.you"), said.told(words.language), "trainee", hang=2)


def reply(words: Words, exchange: Exchange) -> list[Block]:
    """Return what was answered at once."""
    if exchange.reply is None:
        return []
    return [speech(words, exchange.speaker.told(words.language), exchange.reply.told(words.language))]


def log_page(words: Words, log: list[Exchange]) -> Page:
    """Return all that was said so far, in the language of the moment."""
    page: list[Block] = [Section(words("talk.log"))]
    for exchange in log:
        if exchange.says is not None:
            name = exchange.speaker.told(words.language)
            page.append(speech(words, name, exchange.says.told(words.language)))
        page += [said_by_you(words, exchange.said), *reply(words, exchange)]
    return [*page, Gap()] if log else [Para(words("talk.log_empty"), "quiet")]


def last_words_page(words: Words, moment: Moment, customer: Text) -> Page:
    """Return how the talk ended: the last words, or that there were none."""
    page: list[Block] = [Heading(words("end.title"))]
    ending = moment.last_words
    if moment.says is not None:
        page.append(speech(words, customer.told(words.language), moment.says.told(words.language)))
    if ending is None:
        page.append(Para(words("end.expired" if moment.expired else "end.dead"), "bad"))
    elif ending.lost:
        page.append(Para(words("end.lost", name=customer), "bad"))
    return page
