"""There are words for all that statistics and results can say."""

import re
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from msgspec import structs

from game.course.file import ALL
from game.course.grading import items
from game.course.grading.results import Gain, Guess, Item, ItemAnalysis, Share, State, Uncounted
from game.engine.passing import SCORES
from game.i18n import LANGUAGES, words
from game.report.course.beats import item_sheet
from game.report.course.marks import GRAVE
from game.report.course.naming import phase_title
from game.report.course.numbers import gain, guess
from tests.report.course.classes import course

SCENARIO = course(2, 0).programme.tasks[0].scenario


def analysis(verdict: str) -> ItemAnalysis:
    """Return an analysis whose one beat, with one response and silence, has a verdict."""
    beat = SCENARIO.beats[SCENARIO.start]
    shares = (Share(beat.responses[0].id, 60, 1.0, 60, 1.0, 5.0), Share("silence", 0, 0.0, 60, None, None))
    item = Item(beat.id, 60, shares, 0.95, (0.91, 0.98), 0.4, (0.2, 0.6), 60, 5.0, 4.5, (verdict,))
    return ItemAnalysis(SCENARIO, SCENARIO.sha256, "base", None, None, 60, True, True, (item,))


def verdicts() -> list[str]:
    """Return every verdict that the item analysis can come to, as its source writes them."""
    source = Path(items.__file__).read_text(encoding="utf-8")
    known = {"too-easy", "too-hard", "does-not-discriminate", "works-backwards", "all-alike", "too-few"}
    assert known == {code for code in known if f'"{code}"' in source}
    return [*sorted(known), "nobody-picks:silence", f"nobody-picks:{SCENARIO.beats[SCENARIO.start].responses[0].id}"]


@pytest.mark.parametrize(("language", "verdict"), [*product(LANGUAGES, verdicts())])
def test_every_verdict_on_a_beat_is_said(language: str, verdict: str) -> None:
    """A trainer reads each verdict as a sentence; one about a response quotes what is said there."""
    finding = item_sheet(words(language), analysis(verdict)).items[0].findings[0]
    assert len(finding.told) > 4
    assert not re.search(r"[{}]", finding.told)
    if verdict.startswith("nobody-picks:") and not verdict.endswith("silence"):
        assert SCENARIO.beats[SCENARIO.start].responses[0].say.told(language) in finding.told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_mark_and_condition_is_said(language: str) -> None:
    """There are words for each state, for each reason not to count, for each grave mark, and for each condition."""
    said = words(language)
    wanted = [f"report.attempt.{state}" for state in get_args(State)]
    codes = {*(why for why in get_args(Uncounted) if why), *GRAVE}
    wanted += [f"report.{room}.{code}" for room in ("mark", "marked") for code in codes]
    wanted += [f"report.short.{name}" for name in (*SCORES, "verdict", "missing")]
    assert [key for key in wanted if key not in said] == []


@pytest.mark.parametrize(
    ("interval", "said"),
    [((1.0, 9.0), "gain beyond chance"), ((-9.0, -1.0), "loss beyond chance"), ((-3.0, 9.0), "may be chance")],
)
def test_a_gain_is_called_real_only_where_the_interval_says_so(interval: tuple[float, float], said: str) -> None:
    """A gain whose interval spans 0 may be chance, and is told so."""
    mean = sum(interval) / 2
    assert said in gain(words("en"), Gain("after", "before", 12, 60.0, 60.0 + mean, mean, interval, 0.4)).told


@pytest.mark.parametrize(("language", "said"), [("zh", "从“学之前”到“学之后”"), ("en", "Before")])
def test_phases_are_called_what_trainees_saw(language: str, said: str) -> None:
    """The usual phases have the names of the assigned list, others the author's own; a course without any has none."""
    told = gain(words(language), Gain("after", "before", 12, 60.0, 65.0, 5.0, (1.0, 9.0), 0.4)).told
    assert said in told
    assert phase_title(words(language), "week-2") == "week-2"
    assert phase_title(words(language), ALL) == ""


def test_of_few_pairs_a_gain_has_an_interval_but_no_verdict() -> None:
    """Two trainees who happen to fall back alike are no loss beyond chance."""
    told = gain(words("en"), Gain("after", "before", 2, 56.0, 30.0, -26.0, (-32.0, -20.0), -36.0)).told
    assert "-32.0 to -20.0" in told
    assert not any(word in told for word in ("beyond", "dz", "chance"))


@pytest.mark.parametrize(
    ("reached", "said"), [(0, "Nobody came"), (9, "too few to say anything"), (45, "strong from weak")]
)
def test_too_few_says_what_there_are_too_few_for(reached: int, said: str) -> None:
    """Of forty-five trainees much is told; only whether the beat tells strong from weak may be open."""
    found = analysis("too-few")
    item = structs.replace(found.items[0], reached=reached)
    sheet = item_sheet(words("en"), structs.replace(found, items=(item,)))
    assert said in sheet.items[0].findings[0].told


@pytest.mark.parametrize(("error", "said"), [(7.0, "too high"), (-7.0, "too low"), (1.0, "all but even out")])
def test_guesses_are_told_as_too_high_too_low_or_even(error: float, said: str) -> None:
    """A class that thinks too well of itself is told so; where both kinds even out, nobody is said to judge well."""
    assert said in guess(words("en"), Guess(20, error, 8.0, 0.3), ()).told
