"""The pages of a preview: where the author is, the talk as trainees see it, the file's problems, the state."""

from pathlib import PurePath
from typing import Final

from game import engine
from game.draft import Draft, Stop
from game.draft_file import Trouble
from game.engine import Gauges, Moment, Play, look
from game.i18n import Words
from game.scenario import Persona, Problem
from game.terminal import talk_pages
from game.terminal.blocks import Block, Chart, Entry, Gap, Heading, Page, Para, Section
from game.terminal.desk import help_line, speech
from game.terminal.feedback import feedback_page
from game.terminal.gauges import FULL, gauges_page, need_name, number_row
from game.terminal.turns import cut, said_at

MOST_PROBLEMS: Final = 8
MOST_PLACES: Final = 40
LEAST_PLACES: Final = 8
ROUND_PLACES: Final = 10
"""Lines that a screen keeps for what stands above and below a list of places."""
SCORES: Final = ("set", "meet", "exceed", "empathy", "nvc")
KEYS: Final = ("b", "f", "j", "p", "s", "r", "q")


def top_page(words: Words, draft: Draft) -> Page:
    """Return the line that says which file this is."""
    return [Heading(words("preview.title", file=draft.file))]


def where_page(words: Words, draft: Draft, play: Play | None, trouble: Trouble | None) -> Page:
    """Return the lines that say who is talked to, where one stands, and how it is with the file."""
    persona = draft.customer
    if play is None or persona is None or draft.scenario is None:
        return ()
    who = words("preview.as_written") if persona.id is None else words("preview.who", persona=persona.label)
    parts = [who, _where(words, draft, play)]
    parts.append(words("preview.step", step=draft.place, steps=len(draft.path) - 1))
    if not draft.problems and trouble is None:
        parts.append(words("preview.sound"))
    page: list[Block] = [Para(words("mark.comma").join(parts), "quiet")]
    if draft.missing:
        page.append(Para(words("preview.no_persona", persona=draft.persona), "bad"))
    if draft.held_up and draft.stop is not None:
        page.append(Para(stopped(words, draft.stop), "bad"))
    return page


def _where(words: Words, draft: Draft, play: Play) -> str:
    scenario = play.case.scenario
    if draft.here in scenario.beats:
        return words("preview.beat", beat=draft.here, line=scenario.beats[draft.here].line)
    if draft.here in scenario.endings:
        return words("preview.ending", ending=draft.here, line=scenario.endings[draft.here].line)
    beat = play.turns[-1].beat if play.turns else scenario.start
    return words("preview.dead_end", beat=beat)


def stopped(words: Words, stop: Stop) -> str:
    """Return which of the picks no longer goes, and why."""
    return words(f"preview.stop.{stop.why}", turn=stop.turn, pick=words.id(stop.pick), beat=words.id(stop.beat))


def talk_page(words: Words, play: Play | None) -> Page:
    """Return the last turn, as in practice."""
    return () if play is None else _exchange(words, play)


def now_page(words: Words, play: Play | None) -> Page:
    """Return what is said now and what can be said, as in practice; at the end the score."""
    if play is None:
        return [Gap(), Para(words("preview.no_talk"), "strong")]
    moment = look(play)
    if moment.over:
        return _end(words, play, moment)
    beat = moment.beat
    page: list[Block] = [Section(talk_pages.status(words, moment, "practice"))]
    if beat is not None and moment.says is not None:
        name = talk_pages.speaker(moment, play.case.scenario).told(words.language)
        page.append(speech(words, name, moment.says.told(words.language), beat.mood))
    return [*page, Gap(), *_offers(words, moment)]


def _exchange(words: Words, play: Play) -> list[Block]:
    """Return the last turn: what was said, what was answered, what it did, and the instructor's note on it."""
    if not play.turns:
        return []
    turn, scenario, told = play.turns[-1], play.case.scenario, words.language
    said, note = said_at(turn, turn.response)
    page: list[Block] = [Gap(), talk_pages.said_by_you(words, said)]
    if turn.reply is not None:
        speaker = scenario.beats[turn.beat].speaker
        name = play.case.customer.name if speaker is None else scenario.cast[speaker].name
        page.append(speech(words, name.told(told), turn.reply.told(told)))
    page += feedback_page(words, turn)
    if note is not None:
        page.append(Entry(words("debrief.note"), note.told(told), "good", 2))
    return page


def _offers(words: Words, moment: Moment) -> list[Block]:
    """Return what can be said, by number, and by id what cannot be said now."""
    told, beat = words.language, moment.beat
    page: list[Block] = [Entry(f"{n}. ", one.say.told(told), "trainee", 1) for n, one in enumerate(moment.shown, 1)]
    if talk_pages.silence_offered(moment):
        page.append(Para(words("preview.silence"), "quiet", 1))
    offered = {choice.id for choice in moment.offered}
    responses = () if beat is None else beat.responses
    shut = [words("preview.response", id=one.id, line=one.line) for one in responses if one.id not in offered]
    return [*page, Para(words("preview.shut", responses=words.list(shut)), "quiet", 1)] if shut else page


def _end(words: Words, play: Play, moment: Moment) -> Page:
    """Return the last words and the score."""
    score = engine.score(play)
    bars = [number_row(words, "gauges.of_told", words(f"score.{one}"), getattr(score, one), FULL) for one in SCORES]
    overall = words("debrief.overall", overall=score.overall, verdict=words(f"verdict.{score.verdict}"))
    last = talk_pages.last_words_page(words, moment, play.case.customer.name)
    return [*last, Section(overall), Chart(tuple(bars))]


def file_page(words: Words, draft: Draft, trouble: Trouble | None) -> Page:
    """Return what is wrong with the file: that it cannot be read, and its problems, errors first."""
    if not draft.problems and trouble is None:
        return ()
    page: list[Block] = [Section(words("preview.problems"))]
    if trouble is not None:
        page.append(Para(words(f"preview.trouble.{trouble.reason}", detail=trouble.detail), "bad", 2))
    if draft.behind and draft.scenario is not None:
        page.append(Para(words("preview.behind"), "bad", 2))
    found = sorted(draft.problems, key=lambda one: one.level != "error")
    page += [_problem(words, one) for one in found[:MOST_PROBLEMS]]
    if len(found) > MOST_PROBLEMS:
        page.append(Para(words("preview.more", count=len(found) - MOST_PROBLEMS), "quiet", 2))
    return page


def _problem(words: Words, problem: Problem) -> Entry:
    """Return a problem as `check` prints it, with no more of the path than the file's name."""
    told = problem.told(words.language).removeprefix(problem.file)
    place, _, rest = told.partition(f" {problem.level} ")
    mark = f"{PurePath(problem.file).name}{place} "
    return Entry(mark, f"{problem.level} {rest}", "bad" if problem.level == "error" else "strong", 2, 4)


def state_page(words: Words, play: Play, short: bool = False) -> Page:
    """Return the whole state: the gauges, and what only the author may see of it; `short` has numbers for the bars."""
    moment, scenario = look(play), play.case.scenario
    gauges, need = moment.gauges, play.case.customer.need
    page: list[Block] = [*gauges_page(words, gauges, scenario), Section(words("preview.hidden"))]
    if short:
        page[1:2] = _numbers(words, gauges)
        if not gauges.facts and not gauges.ledger:
            page.pop()
    page.append(Para(words("preview.set_points", points=gauges.set_points), indent=2))
    if need is not None and gauges.need is None:
        page.append(Para(words("preview.need", need=need_name(words, scenario, need)), indent=2))
    known = {id_ for id_, _ in gauges.facts}
    unknown = [fact for id_, fact in scenario.facts.items() if id_ not in known]
    page += [Para(words("preview.unknown", fact=fact), indent=2) for fact in unknown]
    picks = ",".join(play.picks)
    page.append(Para(words("preview.picks", picks=picks) if picks else words("preview.no_picks"), indent=2))
    return page


def _numbers(words: Words, gauges: Gauges) -> list[Block]:
    """Return the gauges in two paragraphs."""
    zones = [
        words(
            "preview.zone",
            component=words(f"component.{zone.component}"),
            perceived=zone.perceived,
            adequate=zone.adequate,
            desired=zone.desired,
        )
        for zone in gauges.zones
    ]
    named = {words(f"gauges.{name}"): getattr(gauges, name) for name in ("heat", "empathy", "nvc")}
    named |= {meter.label.told(words.language): value for meter, value in gauges.meters}
    numbers = [words("preview.number", name=name, value=value) for name, value in named.items()]
    return [Para(words("preview.zones", zones=words.list(zones)), indent=2), Para(words.list(numbers), indent=2)]


def places_page(words: Words, draft: Draft, places: tuple[str, ...], height: int | None = None) -> Page:
    """Return a numbered list of beats and endings to jump to, each with the first words said there.

    It is no longer than can be seen at once in a terminal of so many lines as `height` says.
    """
    most = MOST_PLACES if height is None else min(MOST_PLACES, max(LEAST_PLACES, height - ROUND_PLACES))
    page: list[Block] = [Section(words("preview.places", here=words.id(draft.here)))]
    endings = () if draft.scenario is None else draft.scenario.endings
    for number, place in enumerate(places[:most], 1):
        said = next(iter(said_there(draft, place, words.language)), "")
        mark = words("preview.place_end", place=place) if place in endings else place
        page.append(Entry(words("preview.place", number=number, place=mark), cut(said), "strong", 2))
    if len(places) > most:
        page.append(Para(words("preview.more_places", count=len(places) - most), "quiet", 2))
    return page


def said_there(draft: Draft, place: str, language: str) -> tuple[str, ...]:
    """Return what can be said at a beat or an ending, what is said when no condition holds first."""
    scenario = draft.scenario
    at = None if scenario is None else scenario.beats.get(place) or scenario.endings.get(place)
    return () if at is None else tuple(line.text.told(language) for line in reversed(at.says))


def personas_page(words: Words, draft: Draft) -> Page:
    """Return a numbered list of the customers of the case."""
    now = draft.customer
    here = words.id("base" if now is None or now.id is None else now.id)
    page: list[Block] = [Section(words("preview.personas", here=here))]
    for number, persona in enumerate(() if draft.scenario is None else draft.scenario.personas, 1):
        mark = words("preview.place", number=number, place=words.id(persona.id or "base"))
        page.append(Entry(mark, told_of(persona, words.language), "strong", 2))
    return page


def told_of(persona: Persona, language: str) -> str:
    """Return what a list says of a customer: the persona's label, or the name of the customer as written."""
    return (persona.customer.name if persona.id is None else persona.label).told(language)


def keys_line(words: Words, play: Play | None, listed: bool = False) -> Para:
    """Return the keys in one line; where something is to be chosen from a list, numbers and letters are for that."""
    if listed:
        return Para(words("preview.key.q"), "quiet")
    keys = [words(f"preview.key.{key}") for key in KEYS]
    if play is not None and not play.over:
        moment = look(play)
        most = len(moment.shown)
        if talk_pages.silence_offered(moment):
            keys.insert(0, words("preview.key.silence"))
        if most:
            keys.insert(0, words("preview.key.pick", most=most) if most > 1 else words("preview.key.pick_one"))
    return Para(words("preview.between").join(keys), "quiet")


def help_page(words: Words) -> Page:
    """Return what each key does."""
    keys = ("pick", "b", "j", "p", "s", "r", "i", "l", "q")
    lines = [help_line(words(f"preview.help.{key}")) for key in keys]
    return [Section(words("preview.help")), Para(words("preview.help.file"), indent=2), *lines]
