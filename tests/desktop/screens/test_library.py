"""The library: customers to choose from, and whom to meet next."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace as replace_struct

from game.course.database.troubles import StoreTrouble
from game.desktop.screens.file import File
from game.desktop.screens.library import Library
from game.desktop.screens.start import Start
from game.report.casefile import brief
from tests.desktop.booth import Booth, opened, shelf
from tests.desktop.screens.visits import FIXED, LOST, Held, shipped, talked, worked
from tests.terminal.room import BEST

SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))
CASES = list(product(("zh", "en"), SIZES, WINDOWS))
SHOWN = [f"{language}-{size}-{window[0]}" for language, size, window in CASES]
DOMAINS = ("hotel", "ecommerce", "heating", "education", "other")
LEVELS = {one.scenario.level for one in shelf()}


def cards(booth: Booth) -> list[str]:
    """The customers whose cards are on the shelf, in their order."""
    return [node.key.removeprefix("card.") for node in booth.nodes if node.key.startswith("card.")]


def with_worked(booth: Booth) -> None:
    """Put the worked example on the shelf beside the others, and look at it anew."""
    session = booth.sitting.session
    booth.sitting.opened = replace(session, library=(*session.library, worked()))
    booth.show(Library(booth.sitting))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_customer_has_a_card(tmp_path: Path, language: str) -> None:
    """Each customer that comes with the game has a card with title, name, line of business, level and length."""
    with opened(tmp_path, Library, language=language) as booth:
        assert set(cards(booth)) == {one.scenario.id for one in shelf()}
        words = booth.sitting.words
        for entry in shelf():
            scenario = entry.scenario
            card = booth.node(f"card.{scenario.id}")
            assert scenario.title.told(language) in card.label
            assert scenario.customer.name.told(language) in card.label
            assert words(f"domain.{scenario.domain}") in card.label
            assert words("window.library.level_told", level=scenario.level) in card.value
            assert words("library.minutes", minutes=scenario.minutes) in card.value
            assert words("library.new") in card.value


def test_customers_stand_by_line_of_business(tmp_path: Path) -> None:
    """Cards stand by line of business, the easiest first; where there are many, each line has a heading."""
    with opened(tmp_path, Library, language="en") as booth:
        domains = [shipped(one).scenario.domain for one in cards(booth)]
        assert domains == sorted(domains, key=("hotel", "ecommerce", "heating", "education", "other").index)
        booth.click("domain.heating")
        with_worked(booth)
        booth.click("domain.heating")
        found = [(shipped(one).scenario.level or 0) for one in cards(booth) if one != "heating-cold-flat"]
        assert "heating-cold-flat" in cards(booth)
        assert found == sorted(found)
        assert "Heating" in [node.label for node in booth.nodes if node.role == "heading"]


def test_a_single_card_is_as_large_as_among_others(tmp_path: Path) -> None:
    """A card that is found alone keeps its size: one customer does not fill the screen."""
    with opened(tmp_path, Library) as booth:
        among = booth.node("card.burst-pipe").rect.width
        booth.click("level.4")
        assert abs(booth.node("card.burst-pipe").rect.width - among) <= 8


def test_a_card_opens_the_file(tmp_path: Path) -> None:
    """A click on a card opens the customer's file; going back leads to the library again."""
    with opened(tmp_path, Library) as booth:
        booth.press("card.burst-pipe")
        assert booth.screen.name == "file"
        booth.keys("escape")
        assert booth.screen.name == "library"


def test_the_best_result_is_on_the_card(tmp_path: Path) -> None:
    """A card tells the best result so far in stars and words, and learns of a new talk when one comes back to it."""
    with opened(tmp_path, Library, language="en") as booth:
        with_worked(booth)
        talked(booth, LOST)
        booth.click("lessons")
        booth.keys("escape")
        assert "best so far 1 of 5 stars, Best: below expectations" in booth.node("card.heating-cold-flat").value
        talked(booth)
        talked(booth, FIXED)
        booth.click("lessons")
        booth.keys("escape")
        assert "best so far 4 of 5 stars, Best: expectations exceeded" in booth.node("card.heating-cold-flat").value


def test_the_first_recommendation_is_the_easiest(tmp_path: Path) -> None:
    """Whoever has not talked to anyone is sent to the easiest customer, told why, and Enter leads there."""
    with opened(tmp_path, Library, language="en") as booth:
        assert any("easiest to talk to" in label for label in booth.labels)
        assert booth.app.hand.focus == "next"
        booth.keys("return")
        assert isinstance(booth.screen, File)
        assert booth.screen.scenario.level == min(one.scenario.level or 0 for one in shelf())


def test_the_next_customer_is_for_the_weakest_score(tmp_path: Path) -> None:
    """After a talk, whom to meet next is told with the weakest score, its mean and the reason."""
    with opened(tmp_path, Library, language="en") as booth:
        talked(booth, FIXED)
        booth.show(Library(booth.sitting))
        assert any("“Empathy” is what to work on, at 55 on average lately." in label for label in booth.labels)


def test_the_search_finds_by_title_name_and_line(tmp_path: Path) -> None:
    """What is typed is looked for in titles, names and lines of business, in either language, all words of it."""
    with opened(tmp_path, Library, language="zh") as booth:
        pipe, room = {"burst-pipe"}, {"room-not-ready"}
        hotel = {one.scenario.id for one in shelf() if one.scenario.domain == "hotel"}
        cases = {"爆了": pipe, "沈先生": room, "RED-EYE": room, "爆了 供热": pipe, "爆了 电商": set()}
        for typed, found in cases.items():
            booth.keys("/")
            booth.type(typed)
            assert set(cards(booth)) == found, typed
            booth.keys("escape")
            assert len(cards(booth)) == len(shelf())
        booth.keys("/")
        booth.type("酒店")
        assert hotel <= set(cards(booth))


def test_the_search_is_reached_by_the_keyboard(tmp_path: Path) -> None:
    """The stroke and Ctrl-F lead to the search from anywhere; what is typed there is text, whatever its keys are."""
    with opened(tmp_path, Library) as booth:
        for keys in ("/", "ctrl+f"):
            booth.app.hands.focus("settings", booth.app.sheet)
            booth.keys(keys)
            assert booth.app.hand.focus == "search"
        booth.keys("/")
        booth.type("/f")
        assert booth.node("search").value == "/f"
        booth.keys("backspace", "backspace")
        assert booth.node("search").value == ""


def test_an_empty_result_has_words_and_a_way_back(tmp_path: Path) -> None:
    """Where nothing is found, the screen says for what, and one press shows all customers again."""
    with opened(tmp_path, Library, language="en") as booth:
        booth.keys("/")
        booth.type("unicorn")
        assert cards(booth) == []
        assert any("Nothing found for “unicorn”" in label for label in booth.labels)
        booth.click("clear")
        assert len(cards(booth)) == len(shelf())
        assert booth.node("search").value == ""


def test_level_and_line_narrow_the_shelf(tmp_path: Path) -> None:
    """A line of business and a level each narrow the shelf; together they may leave nobody, and that is said."""
    with opened(tmp_path, Library, language="en") as booth:
        scenarios = [one.scenario for one in shelf()]
        booth.click("level.4")
        assert set(cards(booth)) == {one.id for one in scenarios if one.level == 4}
        assert booth.node("level.4").selected
        booth.click("domain.hotel")
        assert set(cards(booth)) == {one.id for one in scenarios if (one.level, one.domain) == (4, "hotel")}
        booth.click("domain.all")
        there = {(one.level, one.domain) for one in scenarios}
        level, line = next(pair for pair in product(range(1, 6), DOMAINS) if pair[0] in LEVELS and pair not in there)
        booth.click(f"level.{level}")
        booth.click(f"domain.{line}")
        assert cards(booth) == []
        assert any("No customer is like that" in label for label in booth.labels)
        booth.click("domain.all")
        booth.click("level.all")
        assert len(cards(booth)) == len(shelf())


def test_escape_first_leaves_the_search_and_then_the_library(tmp_path: Path) -> None:
    """Esc clears what the shelf is narrowed by; a second Esc goes back, and nobody is asked."""
    with opened(tmp_path, Start) as booth:
        booth.step()
        booth.press("begin")
        assert booth.screen.name == "library"
        booth.click("level.4")
        booth.keys("escape")
        assert booth.screen.name == "library"
        booth.keys("escape")
        assert booth.screen.name == "start"


def test_progress_and_lessons_are_one_press_away(tmp_path: Path) -> None:
    """Progress, lessons and settings open from the library and lead back to it."""
    with opened(tmp_path, Library) as booth:
        for key in ("profile", "lessons", "settings"):
            booth.click(key)
            assert booth.screen.name == key
            booth.keys("escape")
            assert booth.screen.name == "library"


def test_the_library_does_not_wait_for_the_record(tmp_path: Path) -> None:
    """The cards are there at once; whom to meet next appears when the record has been read."""
    held = Held()
    with opened(tmp_path, Library) as booth:
        booth.sitting.errands = held
        booth.show(Library(booth.sitting))
        assert len(cards(booth)) == len(shelf())
        assert "next" not in booth.app.sheet.keys
        held.done()
        booth.step()
        assert "next" in booth.app.sheet.keys


def test_a_record_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A trouble with the record is told in words on a screen of its own, with a way on."""
    with opened(tmp_path, Library, language="en") as booth:

        def broken() -> None:
            raise StoreTrouble("damaged", tmp_path, "page 3")

        booth.sitting.session.notebook.past = broken  # type: ignore[method-assign, assignment]
        booth.show(Library(booth.sitting))
        assert booth.screen.name == "trouble"


def test_who_came_for_one_customer_finds_the_talk_on_the_shelf(tmp_path: Path) -> None:
    """The library that waited behind a talk that was asked for by name knows of it when the trainee gets there."""
    with opened(tmp_path, Start, chosen="late-parcel", language="en", toured=True) as booth:
        booth.wind(1)
        booth.keys("return")
        assert booth.screen.name == "file"
        talked(booth, BEST)
        booth.keys("escape")
        assert isinstance(booth.screen, Library)
        booth.wind(0.1)
        assert [one.play.picks for one in booth.screen.before.past] == [BEST]


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_the_library_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """The shelf, a search without a result and the recommendation after a talk fit in every window."""
    with opened(tmp_path, Library, window, language=language, size=size) as booth:
        wrong = list(booth.overflows)
        talked(booth, FIXED)
        with_worked(booth)
        wrong += booth.overflows
        booth.keys("/")
        booth.type("no such customer anywhere")
        assert wrong + booth.overflows == []


def test_two_of_the_same_title_are_told_apart(tmp_path: Path) -> None:
    """Where two customers have the same title, each card says which file it is; the others do not."""
    with opened(tmp_path, Library) as booth:
        session, one = booth.sitting.session, shipped("burst-pipe")
        twin = one.__class__(replace_struct(one.scenario, id="burst-pipe-2"), one.source, "burst-pipe-2.yaml")
        booth.sitting.opened = replace(session, library=(*session.library, twin))
        booth.show(Library(booth.sitting))
        labels = {key: booth.node(f"card.{key}").label for key in cards(booth)}
        assert "burst-pipe-2" in labels["burst-pipe-2"]
        assert labels["burst-pipe"] != labels["burst-pipe-2"]
        assert "late-parcel" not in labels["late-parcel"]


def test_whom_to_meet_next_says_what_it_is_about(tmp_path: Path) -> None:
    """The customer to meet next is shown with the beginning of the case, so that one knows what one goes into."""
    with opened(tmp_path, Library) as booth:
        booth.wind(1)
        library = booth.screen
        assert isinstance(library, Library)
        assert library.next is not None
        scenario = library.next[0].scenario
        assert brief(booth.sitting.words, scenario) in booth.labels
