"""The debrief on the screen: its five parts, what is opened from it, what comes a moment later, how it looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from game.desktop.errands import Errand
from game.desktop.screens.debrief import PARTS, DebriefScreen, Show
from game.desktop.screens.lesson import LessonCard
from game.desktop.screens.plot import palette
from game.desktop.screens.questions import Questions
from game.desktop.screens.talk import GoOn, Pick, Talk
from game.desktop.sitting import Sitting
from game.desktop.theme import THEMES, rgb
from game.engine import Play, begin, choose, look, score
from game.i18n import words
from game.report.debrief import costs, debrief, efficiency
from tests.contrast import contrast
from tests.desktop.booth import SEED, Booth, opened, shelf
from tests.desktop.screens.debriefs import ANSWERS, GOOD, LOST, ended, play, screen

ZH = words("zh")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with opened(tmp_path / "store", ended()) as booth:
        yield booth


# The five parts


def test_the_first_part_says_what_it_came_to(booth: Booth) -> None:
    """Verdict, overall score, stars, the customer's own words, the guess beside the score, the trainee's answers."""
    came = score(play(booth))
    result = debrief(ZH, play(booth), "practice", ANSWERS).result
    assert result is not None
    assert result.own is not None
    assert booth.node(result.overall.label).value == result.told
    assert {result.verdict_told, result.why, *(voice.says for voice in result.survey.answers)} <= set(booth.labels)
    assert result.survey.answers[0].told.rstrip("：") in booth.labels
    assert booth.node(ZH("debrief.answers")).label in booth.labels
    assert f"{came.overall}" in result.own.guess_told
    assert {result.own.guess_told, *result.own.answers} <= set(booth.labels)
    assert all(f"{one.label}：{one.value}，满分 100" in booth.text for one in result.scores)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("picks", [LOST, GOOD], ids=["lost", "good"])
def test_the_ways_on_are_in_sight(language: str, picks: tuple[str, ...], tmp_path: Path) -> None:
    """In a usual window nobody has to scroll to go on from the result; the ways stand in line with the cards."""
    with opened(tmp_path, ended(picks), language=language) as booth:
        booth.wind(1)
        assert all(booth.node(key).seen for key in ("turns", "again", "library"))
        assert not booth.app.sheet.windows["debrief.result"].most
    with opened(tmp_path / "large", ended(picks), language=language, size=115) as booth:
        frame = booth.app.frame()
        assert booth.app.sheet.windows["debrief.result"].most
        card = booth.node(words(language)("window.debrief.five")).rect.left - sum(map(frame.px, (18, 20, 10)))
        assert booth.node("turns").rect.left == card


def test_the_customer_stands_in_a_room(booth: Booth) -> None:
    """A talk that ends on a chat shows the last room that was seen: an empty telephone is no picture."""
    assert play(booth).case.scenario.beats[play(booth).turns[-1].beat].scene == "chat"
    labels = {node.label for node in booth.nodes if node.role == "image"}
    assert ZH("window.scene.call-centre") in labels
    assert ZH("window.scene.chat") not in labels


def test_what_the_talk_cost_the_house_is_told(tmp_path: Path) -> None:
    """Each meter of the case, such as what may be given away, says where it began and where it ended."""
    with opened(tmp_path, ended()) as booth:
        booth.keys("2")
        gauges = look(play(booth)).gauges
        assert gauges.meters
        told = [node.value for node in booth.nodes if node.role == "meter"]
        for meter, value in gauges.meters:
            expected = ZH(
                "window.debrief.meter", label=meter.label, before=meter.start, after=value, low=meter.min, top=meter.max
            )
            assert expected in told


def test_numbers_show_the_five_parts(booth: Booth) -> None:
    """1 to 5 show the parts one after another; the sign of the one that is shown is marked."""
    for number, part in enumerate(PARTS, start=1):
        booth.keys(f"{number}")
        marked = [node.key for node in booth.nodes if node.selected]
        assert marked == [f"part.{part}"]
        assert booth.app.hand.focus == f"part.{part}"


def test_each_score_has_its_formula_with_the_numbers_of_the_play(booth: Booth) -> None:
    """The second part shows how all six scores came about, each component, and SERVQUAL."""
    booth.keys("2")
    result = screen(booth).told.result
    assert result is not None
    for formula in (*result.scores, result.overall):
        assert {formula.label, f"{formula.value}", formula.about, *formula.notes} <= set(booth.labels)
        assert not formula.sums or formula.sums in booth.labels
    assert all(part.told in booth.text for part in result.components)
    assert all(lens.label in booth.text for lens in result.servqual)


def test_charts_tell_their_numbers_in_words(booth: Booth) -> None:
    """The third part has three charts, whose numbers a screen reader can read, and what became of the promises."""
    booth.keys("3")
    told = screen(booth).told
    charts = {node.label: node.value for node in booth.nodes if node.role == "image"}
    heat = charts[ZH("web.heat")]
    assert all(f"{level}" in heat for level in told.heat)
    levels = [ZH("mark.comma").join(map(str, one.perceived)) for one in told.zones]
    assert all(one.label in charts[ZH("web.zones")] for one in told.zones)
    assert all(level in charts[ZH("web.zones")] for level in levels)
    assert all(one.felt_after in charts[ZH("web.touchpoints")] for one in told.touchpoints)
    assert told.pledges
    assert {ZH("gauges.promise", promise=one.promise, fate=one.fate_told) for one in told.pledges} <= set(booth.labels)


def test_each_turn_says_what_was_said_and_what_fired(booth: Booth) -> None:
    """The fourth part has, for each turn, the words of both, each rule with its line, the note and what it cost."""
    booth.keys("4")
    told = screen(booth).told
    lost = costs(ZH, play(booth))
    for turn in told.turns:
        assert {turn.says, turn.said, turn.reply, turn.note} - {""} <= set(booth.labels)
        for one in turn.remarks:
            assert booth.node(f"rule.{turn.number}.{one.number}").label.startswith(one.name)
    assert any(cost.cost for cost in lost)
    assert {cost.told for cost in lost if cost.cost} <= set(booth.labels)
    dearest = max(lost, key=lambda cost: cost.cost)
    assert ZH("window.debrief.dearest", turn=dearest.turn, cost=dearest.cost) in booth.labels


def test_each_number_is_heard_with_its_name(booth: Booth) -> None:
    """What a turn moved is one thing to hear: which number it is, from where to where."""
    booth.keys("4")
    turn = screen(booth).told.turns[0]
    moved = ZH("feedback.moved_told", label=ZH("debrief.heat"), before=turn.before.heat, after=turn.after.heat)
    assert turn.before.heat != turn.after.heat
    assert moved in booth.labels
    assert ZH("debrief.heat") not in booth.labels


def test_who_lost_nothing_is_told_so(tmp_path: Path) -> None:
    """After the best talk there is, no turn has a price, and the customer is glad."""
    with opened(tmp_path, ended(GOOD)) as booth:
        booth.keys("4")
        assert ZH("window.debrief.nothing_lost") in booth.labels
        assert booth.labels.count(ZH("window.debrief.best")) + booth.labels.count(ZH("window.debrief.best_found")) == 10


def test_turns_and_minutes_stand_beside_the_shortest_way(booth: Booth) -> None:
    """The fifth part has the turns and the time of the talk against the shortest good way, and what is said on it."""
    booth.keys("5")
    pace = efficiency(ZH, play(booth), (120_000,))
    assert set(pace.told) <= set(booth.labels)
    assert any("2 分钟" in line for line in pace.told)
    assert set(pace.way) <= set(booth.labels)


def test_the_language_can_be_another_in_between(booth: Booth) -> None:
    """All parts are told in the language that is set, what was worked out too."""
    booth.change(language="en")
    booth.keys("4")
    assert {cost.told for cost in costs(words("en"), play(booth)) if cost.cost} <= set(booth.labels)
    booth.keys("5")
    assert "Shortest way" in booth.text


# What comes a moment later


@dataclass
class Later:
    """Errands that are done when the test says so."""

    waiting: list[Errand[Any]] = field(default_factory=list)

    def send(self, work: Callable[[], Any]) -> Errand[Any]:
        errand = Errand(work)
        self.waiting.append(errand)
        return errand

    def work(self) -> None:
        while self.waiting:
            self.waiting.pop(0).run()


def test_costs_come_a_moment_later(tmp_path: Path) -> None:
    """The debrief is there at once and says what is still being worked out; then it is told without a key."""
    later = Later()

    def first(sitting: Sitting) -> DebriefScreen:
        sitting.errands = later
        return ended()(sitting)

    with opened(tmp_path, first) as booth:
        booth.keys("4")
        assert booth.labels.count(ZH("window.debrief.working")) == 1 + len(LOST)
        later.work()
        booth.step()
        assert ZH("window.debrief.working") not in booth.labels
        assert any("更好的是" in label for label in booth.labels)
        booth.change(language="en")
        assert booth.labels.count(words("en")("window.debrief.working")) == 1 + len(LOST)


def test_a_proof_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing could be worked out, the debrief says so and shows all the rest."""

    def fails(*_: object) -> object:
        raise MemoryError

    monkeypatch.setattr("game.desktop.screens.debrief_findings.costs", fails)
    monkeypatch.setattr("game.desktop.screens.debrief_findings.efficiency", fails)
    with opened(tmp_path, ended()) as booth:
        for key in ("4", "5"):
            booth.keys(key)
            assert ZH("window.debrief.unproved") in booth.labels


# What is opened from it


def test_a_chip_opens_its_lesson_and_the_way_back_leads_to_the_same_place(booth: Booth) -> None:
    """A rule's card opens in front; closed, the long part is scrolled to where it was, with the focus on the chip."""
    booth.keys("4")
    last = [node.key for node in booth.nodes if node.key.startswith("rule.")][-1]
    booth.press(last)
    assert isinstance(booth.screen, LessonCard)
    booth.keys("escape")
    assert screen(booth).part == "turns"
    assert booth.app.hand.focus == last
    assert booth.node(last).seen


def test_keys_alone_scroll_what_has_nothing_to_press(booth: Booth) -> None:
    """In a part with nothing but text the arrows, End and Home move what is seen."""
    booth.keys("2", "down")
    (window,) = booth.app.sheet.windows.values()
    assert 0 < window.offset < window.most
    booth.keys("end")
    assert booth.app.sheet.windows[window.key].offset == window.most
    booth.keys("home")
    assert booth.app.sheet.windows[window.key].offset == 0


def test_a_talk_can_be_taken_up_from_any_of_its_turns(booth: Booth) -> None:
    """The talk opens where that turn began, as an attempt of its own; the old one stays as it was."""
    booth.keys("4")
    booth.press("replay.3")
    assert isinstance(booth.screen, Talk)
    assert booth.screen.talk.play.picks == LOST[:2]
    said = booth.screen.talk.moment.says
    assert said is not None
    assert said.told("zh") == debrief(ZH, begun(LOST), "practice").turns[2].says
    notebook = booth.sitting.session.notebook
    assert [one.picks for one in notebook.unfinished()] == [LOST[:2]]
    assert [one.play.picks for one in notebook.past()] == [LOST]


def test_after_the_second_talk_the_first_debrief_is_still_there(booth: Booth) -> None:
    """A talk taken up again ends in a debrief of its own; the way back leads to the one before."""
    first = screen(booth)
    booth.keys("4")
    booth.press("replay.6")
    while isinstance(booth.screen, Talk):
        booth.wind(20)
        offered = booth.screen.talk.moment.offered
        booth.app.send(Pick(offered[0].id) if booth.screen.stage == "choosing" else GoOn())
        booth.step()
    assert isinstance(booth.screen, Questions)
    booth.press("skip")
    assert screen(booth) is not first
    assert play(booth).picks[:5] == LOST[:5]
    booth.keys("escape")
    assert screen(booth) is first


def test_what_is_scrolled_into_sight_can_be_clicked(booth: Booth) -> None:
    """The wheel moves a long part, and a click hits what is seen there now."""
    booth.keys("4")
    far = booth.node("rule.4.1")
    assert not far.seen
    while not booth.node("rule.4.1").seen:
        booth.wheel((640, 500), -3)
    booth.wheel((640, 500), -3)
    booth.click("rule.4.1")
    assert isinstance(booth.screen, LessonCard)
    assert booth.screen.rule.id == screen_of(booth).told.turns[3].remarks[0].rule


def screen_of(booth: Booth) -> DebriefScreen:
    """The debrief behind the screen in front."""
    behind = booth.sitting.flow.stack[-2]
    assert isinstance(behind, DebriefScreen)
    return behind


def begun(picks: tuple[str, ...]) -> Play:
    """A play of the burst pipe with these picks."""
    one = begin(next(entry for entry in shelf() if entry.scenario.id == "burst-pipe").scenario, None, SEED)
    for pick in picks:
        choose(one, pick)
    return one


def test_an_exam_cannot_be_taken_up_again(tmp_path: Path) -> None:
    """The debrief of an exam has no way back into the talk."""
    with opened(tmp_path, ended(mode="exam")) as booth:
        booth.keys("4")
        assert not [node.key for node in booth.nodes if node.key.startswith("replay.")]


def test_an_old_talk_opens_the_same_debrief(booth: Booth) -> None:
    """The debrief of an attempt that lies in the store says what it said on the day."""
    before = booth.text
    past = booth.sitting.session.notebook.past()[0]
    booth.show(DebriefScreen(booth.sitting, past.play, past.attempt, past.mode, ANSWERS, past=past))
    assert booth.text == before


def test_there_is_a_way_on_to_other_customers(booth: Booth) -> None:
    """From the first part one comes to the customers, and to this one's file."""
    booth.press("again")
    assert booth.screen.name == "file"
    booth.show(ended()(booth.sitting))
    booth.press("library")
    assert booth.screen.name == "library"


# How it looks


@pytest.mark.parametrize("name", THEMES)
def test_charts_can_be_read(name: str) -> None:
    """What is written in charts has 4.5:1 on the panel and on the zone, 7:1 in high contrast."""
    theme, colours = THEMES[name], palette(THEMES[name])
    least = 7.0 if name == "contrast" else 4.5
    assert contrast(theme.ink, rgb(colours.band)) >= least
    assert all(contrast(rgb(getattr(colours, ink)), theme.panel) >= least for ink in ("ink", "quiet", "good", "bad"))


CASES = list(product(("zh", "en"), (80, 100, 150, 200), ((1024, 600), (1280, 720), (1920, 1080))))


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=[f"{a}-{b}-{c[0]}" for a, b, c in CASES])
def test_every_part_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """No text of the debrief is cut off or leaves its place, at any size of letters and of the window."""
    with opened(tmp_path, ended(GOOD), window, language=language, size=size, motion=False) as booth:
        for part in PARTS:
            booth.app.send(Show(part))
            booth.step()
            assert booth.overflows == [], part
