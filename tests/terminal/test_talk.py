"""The talk: picking by number, by id, from a list; looking back; leaving; and nothing shown before it is kept."""

import re

import pytest

from game.engine import begin, choose, look
from game.terminal.keyboard import EndOfInput
from tests.terminal.room import BEST, Kept, instead, played, shelved, sit

LIST = ",".join(BEST)


def numbers(picks: tuple[str, ...] = BEST, seed: int = 7) -> list[str]:
    """What a person types for these picks: their places on the screen."""
    play = begin(shelved().scenario, None, seed)
    typed = []
    for pick in picks:
        typed.append(str([choice.id for choice in look(play).shown].index(pick) + 1))
        choose(play, pick)
    return typed


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_screen_has_the_order_of_the_seed(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """The responses stand in the order that the seed gives, numbered from 1, and a number picks the one beside it."""
    sat = sit(monkeypatch, ["", *numbers(seed=seed), "", "", "", ""], seed=seed, plain=True)
    shown = [choice.say.told("en") for choice in look(begin(shelved().scenario, None, seed)).shown]
    places = [sat.text.index(f"{number}. {say}") for number, say in enumerate(shown, start=1)]
    assert places == sorted(places)
    assert sat.kept.picks == BEST
    assert sat.code == 0


@pytest.mark.parametrize("piped", [True, False])
@pytest.mark.parametrize("lines", [list(BEST), [LIST], ["hear-her， ask-room、honest-time", "close-the-loop"]])
def test_picks_go_by_id_and_by_list(monkeypatch: pytest.MonkeyPatch, lines: list[str], piped: bool) -> None:
    """Picks can be named by their ids, one a line or several with commas, Latin or Chinese."""
    sat = sit(monkeypatch, lines if piped else ["", *lines, "", "", "", ""], piped=piped)
    assert sat.kept.picks == BEST
    assert sat.kept.all("end") == [("attempt-1",)]
    assert "Overall 95" in sat.text
    assert sat.code == 0


def test_numbers_can_be_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piped list may also be one of numbers, by the places on the screen."""
    assert sit(monkeypatch, numbers(), piped=True).kept.picks == BEST


def test_ids_that_look_like_commands_can_be_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a piped list the ids of the scenario go before commands and numbers."""
    entry = shelved(lambda text: text.replace("hear-her:", "b:").replace("fix-first:", "q:").replace("ask-room:", "2:"))
    sat = sit(monkeypatch, ["b", "2", *BEST[2:]], entry=entry, piped=True)
    assert sat.kept.picks == ("b", "2", *BEST[2:])


@pytest.mark.parametrize(
    ("language", "offered"), [("zh", "可以选 1 到 3，或者 s"), ("en", "You can pick 1 to 3, or s")]
)
@pytest.mark.parametrize("typed", ["4", "0", "hello"])
def test_what_is_not_on_offer_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, typed: str, language: str, offered: str
) -> None:
    """Whoever picks what is not on offer reads what is, and picks again; nothing was kept."""
    sat = sit(monkeypatch, ["", typed, *BEST, "", "", "", ""], language=language)
    assert offered in sat.text
    assert sat.kept.picks == BEST


@pytest.mark.parametrize("wrong", ["honest-time", "nonsense", "9"])
def test_a_pipe_that_picks_what_is_not_on_offer_ends_with_1(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    """A script that picks what is not on offer reads what is, by ids; what came before stays and can be resumed."""
    sat = sit(monkeypatch, ["hear-her", wrong, "ask-room"], piped=True)
    assert sat.code == 1
    assert sat.kept.picks == ("hear-her",)
    assert "On offer: ask-room, policy." in sat.text
    assert "is saved" in sat.text
    assert sat.kept.all("end") == []


@pytest.mark.parametrize("typed", ["s", "S", "", "silence"])
def test_nothing_can_be_said_where_silence_is_on_offer(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """s or an empty line says nothing where the customer has patience, and only there."""
    calm = sit(monkeypatch, ["", typed, "q"], persona="calm")
    assert calm.kept.picks == ("silence",)
    later = sit(monkeypatch, ["", "hear-her", typed, "q"], persona="calm")
    assert later.kept.picks == ("hear-her",)
    assert "say nothing" not in later.text.split("Turn 2")[1]


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_a_pick_is_kept_before_anything_is_shown(monkeypatch: pytest.MonkeyPatch, mode: str, plain: bool) -> None:
    """When the notebook is asked to keep a pick, neither its reply nor what it did nor the next words are on screen."""
    sat = sit(monkeypatch, list(BEST), piped=True, plain=plain, mode=mode)
    play = begin(shelved().scenario, None, 7)
    for pick, seen in zip(BEST, sat.kept.seen, strict=True):
        before = flat(seen)
        turn = choose(play, pick)
        said = look(play).says
        assert turn.reply is None or flat(turn.reply.told("en")) not in before
        assert said is not None
        assert flat(said.told("en")) not in before
        assert before.count("What changed") == (turn.number - 1 if mode == "practice" else 0)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_trouble_of_the_notebook_passes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a pick cannot be kept the talk stops there: the trouble reaches whoever can tell it."""
    kept = Kept()
    kept.trouble = OSError("disk full")
    with pytest.raises(OSError, match="disk full"):
        sit(monkeypatch, ["hear-her"], kept, piped=True)


@pytest.mark.parametrize("way", ["q", EndOfInput, KeyboardInterrupt])
@pytest.mark.parametrize(("language", "saved"), [("zh", "存好了"), ("en", "This talk is saved")])
def test_whoever_leaves_hears_that_it_is_saved(
    monkeypatch: pytest.MonkeyPatch, way: str | type[BaseException], language: str, saved: str
) -> None:
    """q, the end of input and Ctrl-C close politely in mid-talk: saved, to be resumed, exit code 0."""
    sat = sit(monkeypatch, ["", "hear-her", way], language=language)
    assert (sat.code, sat.kept.picks, sat.kept.all("end")) == (0, ("hear-her",), [])
    assert saved in sat.text.split("1.")[-1]


def test_a_pipe_that_ends_early_can_be_resumed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piped list that stops before the end leaves an attempt to go on with, exit code 0."""
    sat = sit(monkeypatch, ["hear-her"], piped=True)
    assert (sat.code, "is saved" in sat.text, sat.kept.all("end")) == (0, True, [])


def test_picks_after_the_end_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Picks that are left over in a list when the talk is over are named as not used."""
    assert "were not used: policy" in sit(monkeypatch, [f"{LIST},policy"], piped=True).text


def test_the_language_changes_in_mid_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    """l says the customer's words and the responses again in the other language, and the same numbers still hold."""
    sat = sit(monkeypatch, ["", "l", *numbers(), "", "", "", ""], language="en")
    assert sat.text.index("Three days I have been calling") < sat.text.index("打了三天电话了")
    assert "复盘：家里不热" in sat.text
    assert sat.kept.picks == BEST


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_talk_can_be_read_again(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """b shows all that was said so far by both sides, in the language of the moment."""
    sat = sit(monkeypatch, ["", *BEST[:2], "b", "q"], language=language, mode="exam", plain=True)
    log = sat.text.split("前面谈过的" if language == "zh" else "What was said so far")[1]
    for turn in played(BEST[:2]).turns:
        beat = shelved().scenario.beats[turn.beat]
        said = next(response.say for response in beat.responses if response.id == turn.response)
        assert said.told(language) in log
        assert turn.reply is not None
        assert turn.reply.told(language) in log
        assert beat.says[-1].text.told(language) in log


def test_before_the_first_pick_there_is_nothing_to_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """b before the first pick says that nothing has been said."""
    assert "Nothing has been said yet" in sit(monkeypatch, ["", "b", "q"]).text


def test_where_and_who_is_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each moment says its turn, the channel, whether it is after the talk, and the speaker with the mood written."""
    who = instead("  evening:\n    kind: after", "  evening:\n    mood: grateful\n    speaker: niece\n    kind: after")
    cast = instead("meters:\n", "cast: {niece: {name: {zh: 侄女, en: Niece}}}\nmeters:\n")
    sat = sit(monkeypatch, list(BEST[:3]), entry=shelved(lambda text: cast(who(text))), piped=True)
    assert "Turn 4, phone, afterwards" in sat.text
    assert "Niece (grateful): The crew was here" in sat.text


def test_the_first_pick_may_be_typed_at_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types a pick where Enter would begin has made that pick."""
    assert sit(monkeypatch, ["hear-her", "q"]).kept.picks == ("hear-her",)


def test_a_lost_customer_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the customer is lost, the last words are followed by saying so."""
    sat = sit(monkeypatch, ["calm-down"], piped=True)
    assert "I am calling the newspaper!" in sat.text
    assert "Mrs Wang is gone for good." in sat.text


def test_a_dead_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A talk in which nothing more can be said ends with words that say so, and is debriefed."""
    stuck = shelved(
        lambda text: text.replace(
            "      done:\n        say:", "      done:\n        if: {knows: [newborn]}\n        say:"
        )
    )
    sat = sit(monkeypatch, ["fix-first", "policy", "half-hour"], entry=stuck, piped=True, persona="calm")
    assert "Nobody knew how to go on from here." in sat.text
    assert "below expectations" in sat.text
