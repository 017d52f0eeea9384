"""The debrief: the score of the play, each formula with numbers that anyone can check, and the talk turn by turn."""

import re

import pytest

from game.course.attempt import Answers
from game.engine import score
from game.i18n import words
from tests.terminal.room import BEST, BROKEN, PLAYS, debriefed, instead, played, shelved, sit

IDS = [f"{play['persona']}/{','.join(play['picks'])}" for play in PLAYS]
ENDED = [(play["picks"], play["persona"] or "base", play["score"]) for play in PLAYS]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("picks", "persona", "expected"), ENDED, ids=IDS)
def test_the_debrief_has_the_scores_of_the_play(
    picks: list[str], persona: str, expected: dict[str, object], language: str
) -> None:
    """Verdict, overall and the five scores are those of the worked example, whatever was picked by whom."""
    text, told = debriefed(played(picks, persona), language), words(language)
    verdict = told(f"verdict.{expected['verdict']}")
    assert told("debrief.overall", overall=expected["overall"], verdict=verdict) in text
    for name in ("set", "meet", "exceed", "empathy", "nvc"):
        row = told("gauges.of_told", label=told(f"score.{name}"), value=expected[name], top=100)
        assert row in text.splitlines()
    assert told("debrief.satisfaction", satisfaction=expected["satisfaction"]) in text


@pytest.mark.parametrize(("picks", "persona", "expected"), ENDED, ids=IDS)
def test_every_formula_comes_out(
    picks: list[str],
    persona: str,
    expected: dict[str, int],
) -> None:
    """Whoever does the sums of the debrief by hand gets what stands behind the equals sign, and that is the score."""
    lines = debriefed(played(picks, persona)).split("How the scores came about")[1].split("Through another lens")[0]
    title, checked = "", list[str]()
    for line in lines.splitlines():
        if named := re.match(r"(Set|Meet|Exceed|Empathy|NVC|Overall): (.*)", line):
            title = named[1].lower()
            assert "0, because" not in named[2] or expected[title] == 0
        if sum_ := re.fullmatch(r"([-+×/() 0-9minax,]+) ([=≈]) (-?\d+)(?:, counted as (\d+))?", line):
            computed = eval(sum_[1].replace("×", "*"), {"min": min, "max": max})
            assert abs(computed - int(sum_[3])) <= 0.5
            assert (computed == int(sum_[3])) == (sum_[2] == "=")
            assert int(sum_[4] or sum_[3]) == expected[title]
            checked.append(title)
    assert {"meet", "empathy", "nvc", "overall"} <= set(checked)


def test_a_zero_has_its_reason() -> None:
    """Where a score is 0 by rule the debrief says by which: lost, overspent, below adequate."""
    assert "Set: 0, because the customer was lost" in debriefed(played(["calm-down"]))
    assert "Exceed: 0, because something is below adequate (service, product, brand)" in debriefed(played(BROKEN))
    spent = shelved(instead("meters: {budget: -60}", "meters: {budget: -160}"))
    assert "Exceed: 0, because the budget was overspent" in debriefed(played(BEST, entry=spent))
    light = shelved(lambda text: re.sub(r"weight: [34]", "weight: 1", text))
    assert "Exceed: 0, because no component has a weight of 2 or more" in debriefed(played(BEST, entry=light))


def test_what_was_promised_beyond_reach_is_named() -> None:
    """Each expectation that was raised above what can be delivered is named with its numbers."""
    assert "service: raised to 10, while 7 can be delivered: 3 too high" in debriefed(played(BROKEN))


def test_each_component_has_its_verdict_and_its_numbers() -> None:
    """For each component: weight, perceived, adequate, desired, its points and what became of it."""
    lines = debriefed(played()).splitlines()
    assert "product: weight 4, perceived 10, adequate 6, desired 8; points 100; exceeded" in lines
    assert "price: weight 1, perceived 5, adequate 4, desired 6; points 100 - 15×1 = 85; met" in lines
    levels, points = "weight 3, perceived 3, adequate 6, desired 10", "100 - 15×7 - 15×3 = -50, counted as 0"
    assert f"service: {levels}; points {points}; below adequate" in debriefed(played(BROKEN)).splitlines()


@pytest.mark.parametrize(
    ("picks", "zh", "en"),
    [
        (BEST, ("4 颗星", "8 分（中立者）", "还会再来"), ("4 of 5 stars", "8 of 10 (passive)", "Comes back")),
        (
            BROKEN,
            ("1 颗星", "1 分（贬损者）", "不打算再来"),
            ("1 of 5 stars", "1 of 10 (detractor)", "Does not come back"),
        ),
    ],
)
def test_the_customer_answers_a_survey(picks: tuple[str, ...], zh: tuple[str, ...], en: tuple[str, ...]) -> None:
    """Stars, recommendation and whether they come back are told in numbers and in the customer's own words."""
    for language, expected in (("zh", zh), ("en", en)):
        text = debriefed(played(picks), language)
        assert all(words in text for words in expected)


@pytest.mark.parametrize(
    ("guess", "told"),
    [
        (99, "You gave yourself 99; it was 95, so you were 4 too generous."),
        (0, "You gave yourself 0; it was 95, so you were 95 too hard on yourself."),
        (95, "You gave yourself 95, and 95 it was."),
        (None, ""),
    ],
)
def test_the_guess_stands_beside_the_score(guess: int | None, told: str) -> None:
    """What the trainee guessed is set beside what it was, with the difference, next to the other two answers."""
    text = debriefed(played(), answers=Answers("after the promise", guess, "ask first"))
    assert told in text
    assert ("You gave yourself" in text) == (guess is not None)
    assert "after the promise" in text
    assert "ask first" in text


def test_servqual_is_a_lens_on_the_same_numbers() -> None:
    """SERVQUAL: reliability is set, assurance ten times brand, tangibles ten times product, then empathy, and
    responsiveness ten times service; a component that plays no part is said to play none."""
    lens = debriefed(played()).split("SERVQUAL")[1].splitlines()
    expected = {"reliability": 100, "assurance": 80, "tangibles": 100, "empathy": 100, "responsiveness": 70}
    assert lens[1:6] == [f"{name}: {value} of 100" for name, value in expected.items()]
    gone = shelved(lambda text: re.sub(r"    brand: .*\n", "", text).replace(", brand: 1,", ","))
    assert "assurance: plays no part here" in debriefed(played(entry=gone))


def test_promises_are_accounted_for() -> None:
    """The ledger says of each promise what became of it, and says so when there was none."""
    assert "A call by 17:30, the crew by 18:00 (17:30): kept" in debriefed(played())
    assert "warm at once: broken" in debriefed(played(BROKEN))
    assert "Nothing was promised." in debriefed(played(["calm-down"]))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("plain", [True, False])
def test_every_turn_is_told(language: str, plain: bool) -> None:
    """The table has for each turn its beat, what was said, the state after it, the rules and the author's note."""
    play = played(BROKEN)
    text = debriefed(play, language, plain=plain).split(words(language)("debrief.turns"))[1]
    flat = "".join(text.split())
    for turn in play.turns:
        response = next(one for one in shelved().scenario.beats[turn.beat].responses if one.id == turn.response)
        assert response.note is not None
        assert "".join(response.note.told(language).split()) in flat
        assert "".join(response.say.told(language).split())[:15] in flat
        assert turn.beat in text
        for id_ in turn.rules:
            assert "".join(play.case.rulebook.rules[id_].name.told(language).split()) in flat
    if plain:
        assert words(language)("debrief.turn_numbers", heat=8, empathy=100, nvc=74, points=-60) in text.splitlines()
    else:
        assert re.search(r"4 +8 +100 +74 +-60 ", text)


def test_the_need_is_revealed_in_the_end() -> None:
    """The debrief tells the need behind the words, and whether it was named."""
    assert "The need behind the words was safety, and you named it." in debriefed(played())
    assert "was safety. It was not named this time." in debriefed(played(["calm-down"]))


def test_a_talk_that_has_not_ended_is_told_without_scores() -> None:
    """The debrief of an unfinished attempt has its turns and no score."""
    text = debriefed(played(BEST[:2]))
    assert "has not ended yet" in text
    assert "Overall" not in text
    assert "Turn 2 (facts)" in text


def test_silence_has_a_place_in_the_table() -> None:
    """A turn in which nothing was said is told as that."""
    assert '"(says nothing)"' in debriefed(played(["silence"]))
    assert "“（不说话）”" in debriefed(played(["silence"]), "zh")


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_the_three_questions_come_before_the_score(monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    """The attempt is closed, then the three questions are asked, kept with it, and only then the score is shown."""
    lines = ["", *BEST, "after the call", "eighty", "101", "80", "the same", ""]
    sat = sit(monkeypatch, lines, mode=mode)
    assert [told[0] for told in sat.kept.told][-2:] == ["end", "answer"]
    assert sat.kept.all("answer") == [("attempt-1", "after the call", 80, "the same")]
    assert sat.text.count("Type a whole number from 0 to 100") == 2
    assert sat.text.index("What will you say next time?") < sat.text.index("Overall 95")
    assert "so you were 15 too hard on yourself" in sat.text


def test_questions_can_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty lines skip the questions: nothing is kept, the debrief comes all the same."""
    sat = sit(monkeypatch, ["", *BEST, "", "", "", ""])
    assert sat.kept.all("answer") == []
    assert "Overall 95" in sat.text
    assert "How you saw it" not in sat.text


@pytest.mark.parametrize("piped", [True, False])
def test_without_input_the_questions_are_skipped(monkeypatch: pytest.MonkeyPatch, piped: bool) -> None:
    """When the input has ended the questions are skipped with a notice, and the debrief is there, exit code 0."""
    sat = sit(monkeypatch, [*BEST] if piped else ["", *BEST], piped=piped)
    assert (sat.code, sat.kept.all("end")) == (0, [("attempt-1",)])
    assert "the three questions are skipped" in sat.text
    assert "Overall 95" in sat.text
    assert "is saved" not in sat.text


def test_the_debrief_can_be_read_in_the_other_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """l after the debrief tells it again in the other language, and lessons of every rule can be opened there."""
    sat = sit(monkeypatch, ["", *BEST, "", "", "", "l", "i 1", "what?", ""])
    assert sat.text.index("Overall 95") < sat.text.index("总分 95")
    assert "出处：" in sat.text


def test_the_attempt_is_named_for_replay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The id under which the debrief can be shown again stands below it."""
    assert "attempt attempt-1" in sit(monkeypatch, list(BEST), piped=True).text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_printed_later_is_what_was_shown(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """The debrief of a stored attempt is word for word the one that was shown after the talk."""
    sat = sit(monkeypatch, list(BEST), piped=True, language=language, plain=True)
    assert debriefed(played(), language).strip() in sat.text


def test_the_verdict_says_why() -> None:
    """Each verdict comes with the limits that it passed or missed."""
    by_verdict = {
        score(played(picks, persona)).verdict: debriefed(played(picks, persona)) for picks, persona, _ in ENDED
    }
    assert "Overall reached 80" in by_verdict["exceeded"]
    assert "Overall reached 65" in by_verdict["met"]
    assert "Overall reached 50" in by_verdict["acceptable"]
    assert "Overall stayed below 50" in debriefed(played(BROKEN))
    assert "The customer was lost" in debriefed(played(["calm-down"]))


@pytest.mark.parametrize(
    ("language", "told", "better"),
    [
        ("zh", "少了 16 分：往后最多 79，本来能到 95", "对不起，三天了"),
        ("en", "16 points: 79 at most", "I am sorry. Three days"),
    ],
)
def test_a_pick_that_cost_points_says_how_many_and_what_was_better(language: str, told: str, better: str) -> None:
    """After fix-first the best that can be had falls from 95 to 79; the turns that cost nothing stay silent."""
    text = debriefed(played(["fix-first", "ask-room", "honest-time", "close-the-loop"], "base"), language)
    costs = [line for line in text.splitlines() if words(language)("debrief.cost_mark") in line]
    assert len(costs) == 1
    assert told in costs[0]
    assert better in costs[0]


def test_a_play_without_a_slip_has_no_costs() -> None:
    """The best way costs nothing."""
    assert "Cost:" not in debriefed(played(list(BEST), "base"), "en")
