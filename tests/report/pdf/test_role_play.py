"""The cards and the observer's sheet: what is on them for whom, in both languages, and that nothing is cut off."""

from functools import cache
from typing import Final

import pytest

from game import library
from game.engine import Rulebook, read_rulebook, standard
from game.i18n import words
from game.report.debrief.naming import need_name
from game.report.pdf.role_play import role_play
from game.report.pdf.watch import fireable
from game.scenario import Scenario, read
from tests.report.pdf.sheets import beyond, pages, size, whole
from tests.report.scenes import SHIPPED, TALK, loaded

LANGUAGES: Final = ("zh", "en")


@cache
def case(id_: str = "burst-pipe") -> Scenario:
    """A scenario that comes with the game."""
    found, _ = library.load(library.find(id_))
    assert found is not None
    return found.scenario


@cache
def printed(id_: str, persona: str | None) -> bytes:
    """The PDF of one customer in both languages: what can fire is worked out once for both."""
    return role_play(case(id_), persona, LANGUAGES)


def cards(raw: bytes, language: str) -> dict[str, str]:
    """The text of customer's card, server's card and observer's sheet in a language; each page is one of these."""
    found = {(kind, one): "" for one in LANGUAGES for kind in ("customer", "server", "observer")}
    for page in pages(raw):
        kind = next(at for at in found if page.startswith(whole(words(at[1])(f"print.card.{at[0]}"))))
        found[kind] += page
    return {kind: text for (kind, one), text in found.items() if one == language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_plays_the_customer_learns_all_about_them(language: str) -> None:
    """The customer's card has the first words, the need, every fact and expectation, and what the other side knows."""
    scenario, voice = case(), words(language)
    card = cards(printed("burst-pipe", "again"), language)["customer"]
    customer = scenario.persona("again").customer
    wanted = [fact.told(language) for fact in scenario.facts.values()]
    wanted += [feeling.told(language) for feeling in customer.feels]
    wanted += [expected.why.told(language).rstrip("。.") for expected in customer.expects.values() if expected.why]
    wanted += [need_name(voice, scenario, customer.need or ""), customer.name.told(language)]
    wanted += ["又爆了！去年就是这根管" if language == "zh" else "The same pipe as last winter"]
    wanted += (scenario.brief.told(language) if scenario.brief else "").split("\n")
    low = card.lower()
    missing = [text for text in wanted if whole(text).replace("’", "'").lower() not in low.replace("’", "'")]
    assert not missing


def test_the_customers_own_first_words_are_on_the_card() -> None:
    """Where a colleague opens the talk, the card has what the customer says first, not what the colleague says."""
    scenario = case("late-parcel")
    opens = scenario.beats[scenario.start]
    assert opens.speaker is not None
    card = cards(printed("late-parcel", None), "zh")["customer"]
    own = next(beat for beat in scenario.beats.values() if beat.speaker is None)
    assert whole(own.says[-1].text.told("zh")) in card
    assert whole(words("zh")("print.channel", channel=words("zh")(f"channel.{own.channel}"))) in card
    assert whole(opens.says[-1].text.told("zh")) not in card


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_serves_sees_what_can_be_done_and_no_secret(language: str) -> None:
    """The server's card has the case and what can be delivered, not need, facts, hopes, nor the customer's words."""
    scenario = case()
    customer = scenario.customer
    card = cards(printed("burst-pipe", None), language)["server"].lower()
    can = [dict(one.scale).get(one.can) for one in customer.expects.values()]
    for text in (
        *(one.told(language) for one in can if one),
        *(scenario.brief or customer.name).told(language).split("\n"),
    ):
        assert whole(text).lower() in card
    hidden = [fact.told(language) for fact in scenario.facts.values()]
    hidden += [one.why.told(language) for one in customer.expects.values() if one.why]
    hidden += [words(language)(f"print.{key}") for key in ("need", "scale.desired", "scale.adequate", "secrets")]
    hidden += [scenario.beats[scenario.start].says[-1].text.told(language)]
    assert [text for text in hidden if whole(text).lower() in card] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_observers_listen_for_the_rules_that_can_fire(language: str) -> None:
    """The observer's sheet names each rule that can fire with this customer, and none of the others."""
    scenario, book = case(), standard()
    sheet = cards(printed("burst-pipe", None), language)["observer"]
    can = fireable(scenario, None, book)
    for id_, rule in book.rules.items():
        assert (whole(rule.name.told(language)) in sheet) == (id_ in can), id_
    assert 20 < len(can) < len(book.rules)


def gentle(id_: str) -> Rulebook:
    """The rulebook of a course that switches a rule off."""
    overlay = f"format: 1\nid: gentle\nversion: 1\ntitle: Gentle\nrules:\n  {id_}: {{off: true}}\n"
    book, problems = read_rulebook(overlay.encode(), "gentle.yaml", standard())
    assert book is not None, problems
    return book


def test_a_rule_that_a_course_has_switched_off_is_not_listened_for() -> None:
    """With a course's rulebook, nobody is asked to listen for what it has switched off."""
    book = gentle("minimising")
    told = "".join(pages(role_play(case(), None, ["zh"], book)))
    name = standard().rules["minimising"].name.told("zh")
    assert name not in told
    assert name in "".join(pages(printed("burst-pipe", None)))


def test_where_plays_are_too_many_all_that_the_file_allows_is_listened_for() -> None:
    """A scenario that cannot be gone through still has a sheet: with rules for all that its responses could do."""
    tags = ("reaction", "blame", "request")
    beats = ""
    for at in range(40):
        beats += f"  b{at}:\n    says: Hm\n    responses:\n"
        for n, tag in enumerate(tags):
            beats += f"      r{n}: {{say: A, tags: [{tag}], again: true, then: b{(at * 7 + n) % 40}}}\n"
        beats += f"      out: {{say: Bye, heat: {at % 3 - 1}, meters: {{m: {at % 5}}}, then: end}}\n"
    head = "format: 1\nid: big\ntitle: Big\ndomain: other\nlanguages: [en]\nbrief: B\n"
    who = "customer: {name: Ann, heat: 5, expects: {service: {}}}\nmeters: {m: {start: 0, max: 1000}}\n"
    scenario, problems = read(f"{head}{who}beats:\n{beats}endings: {{end: {{says: Bye}}}}\n".encode(), "big.yaml")
    assert scenario is not None, problems
    found = fireable(scenario, None, standard())
    assert {"specific-empathy", "blame", "loop-left-open"} <= set(found)
    assert {"silence", "contempt", "give-a-when", "honest-framing"} & set(found) == set()
    assert fireable(scenario, None, gentle("blame")) == tuple(id_ for id_ in found if id_ != "blame")


@pytest.mark.parametrize("id_", SHIPPED)
def test_nothing_runs_over_the_edge_of_the_paper(id_: str) -> None:
    """No case that comes with the game has a word on its sheets that the printer would cut off, in either language."""
    raw = role_play(case(id_), case(id_).personas[-1].id, LANGUAGES)
    assert beyond(raw, least=21) == []


def test_a_long_case_goes_on_over_more_sheets() -> None:
    """However long the case, all of it is printed, on as many sheets as it takes."""
    parts = [f"第 {number} 段：" + "水管冻裂之后，先关总闸，再打热线。" * 12 for number in range(60)]
    source = (
        "format: 1\nid: long\ntitle: 长\ndomain: heating\nlanguages: [zh]\nbrief: |-\n  "
        + "\n  ".join(parts)
        + "\ncustomer: {name: 王姐, heat: 5, expects: {service: {}}}\n"
        "beats:\n  a:\n    says: 喂\n    responses:\n      x: {say: 您好, then: end}\nendings: {end: {says: 再见}}\n"
    )
    scenario, problems = read(source.encode(), "long.yaml")
    assert scenario is not None, problems
    raw = role_play(scenario, None, ["zh"])
    told = cards(raw, "zh")
    assert beyond(raw, least=21) == []
    for kind in ("server", "customer"):
        assert told[kind].count("冻") == 12 * len(parts)
        assert [number for number in range(60) if f"第{number}段：" not in told[kind]] == []


def test_both_languages_come_one_after_the_other() -> None:
    """Asked for both, the room gets the Chinese sheets first and then the English ones, each whole."""
    small = loaded(TALK)
    raw = role_play(small, None, LANGUAGES)
    apart = [size(role_play(small, None, [language])) for language in LANGUAGES]
    assert size(raw) == sum(apart)
    assert pages(raw)[0].startswith("客户卡")
    assert pages(raw)[apart[0]].startswith("Customer")
