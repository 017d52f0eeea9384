"""A scenario that changes while it is played: the author keeps the place, and hears what no longer goes."""

import subprocess
import sys

import pytest

from game.draft import Draft, Stop, opened
from game.engine import NotOffered, look
from tests.terminal.room import BEST, FILE, instead

TEXT = FILE.read_text(encoding="utf-8")


def saved(draft: Draft, *changes: tuple[str, str], text: str = TEXT) -> Draft:
    """The draft after its file was saved with these words in place of those."""
    for old, new in changes:
        text = instead(old, new)(text)
    return draft.reloaded(text.encode())


def walked(*picks: str, persona: str | None = None) -> Draft:
    """A draft of the worked example after these picks."""
    draft = opened(TEXT.encode(), FILE.name, persona, seed=7)
    for pick in picks:
        draft = draft.pick(pick)
    return draft


def says(draft: Draft) -> str:
    """What is said where the author stands."""
    play = draft.play()
    text = None if play is None else look(play).says
    return "" if text is None else text.told("en")


def heat(draft: Draft) -> int:
    """How upset the customer is where the author stands."""
    play = draft.play()
    assert play is not None
    return look(play).gauges.heat


def test_a_text_that_was_changed_is_read_where_the_author_stands() -> None:
    """A new wording is there at once, in the middle of the talk, with all that led there."""
    draft = walked(*BEST[:2])
    after = saved(draft, ("So when will it be fixed?", "And when exactly?"))
    assert (says(draft), says(after)) == ("So when will it be fixed?", "And when exactly?")
    assert (after.here, after.place, after.picks, after.stop) == ("when", 2, BEST[:2], None)
    assert (after.problems, after.behind) == ((), False)


def test_effects_that_were_changed_count_from_the_first_turn_on() -> None:
    """The state is that of the new file, not the one that was seen before."""
    draft = walked(*BEST[:2])
    assert heat(saved(draft, ("names: safety", "names: rest"))) > heat(draft)


def test_a_response_that_was_removed_stops_the_picks_before_it() -> None:
    """The author stands where the pick is gone, hears which one it was, and can go on from there in another way."""
    start = TEXT.index("      ask-room:")
    without = TEXT[:start] + TEXT[TEXT.index("      policy:") :]
    without = without.replace(", knows: [newborn]", "")
    after = saved(walked(*BEST[:3]), text=without)
    assert (after.here, after.place, after.stop) == ("facts", 1, Stop(2, "ask-room", "facts", "gone"))
    assert after.held_up
    on = after.pick("policy")
    assert (on.here, on.picks, on.stop, on.held_up) == ("when", ("hear-her", "policy"), None, False)


def test_what_is_put_back_brings_the_author_back() -> None:
    """After an undo in the editor the author stands where they stood, with all picks, unless they have moved on."""
    draft = walked(*BEST)
    renamed = saved(draft, ("      honest-time:", "      plain-time:"))
    assert (renamed.here, renamed.stop) == ("when", Stop(3, "honest-time", "when", "gone"))
    assert saved(renamed) == draft
    assert saved(renamed.back()).place == 1


def test_a_beat_that_was_renamed_keeps_the_place() -> None:
    """Picks are those of responses: another name for a beat changes nothing of the way there."""
    after = saved(walked(*BEST[:1]), ("  facts:\n    channel", "  baby:\n    channel"))
    assert (after.here, after.picks, after.stop) == ("baby", BEST[:1], None)


def test_an_error_leaves_the_last_sound_version_to_play() -> None:
    """While the file has errors they are told with line and column, and the talk goes on as it was; mended, it is the
    new one."""
    draft = walked(*BEST[:2])
    wrong = saved(draft, ("So when will it be fixed?", "And when exactly?"), ("frame: {service: 7}", "frame: {x: 7}"))
    assert wrong.behind
    assert [(one.line, one.code) for one in wrong.problems] == [
        (TEXT[: TEXT.index("frame:")].count("\n") + 1, wrong.problems[0].code)
    ]
    assert (says(wrong), wrong.here) == ("So when will it be fixed?", "when")
    on = wrong.pick("honest-time")
    assert on.here == "evening"
    mended = saved(on, ("So when will it be fixed?", "And when exactly?"))
    assert (mended.here, mended.behind, mended.problems) == ("evening", False, ())
    assert says(mended.back()) == "And when exactly?"


@pytest.mark.parametrize(
    "raw", [b"", b"format: 1\nbeats: [", TEXT.encode()[:2000], "标题：甲".encode("gbk"), b"\x00\xff"]
)
def test_half_a_file_never_takes_the_talk_away(raw: bytes) -> None:
    """Whatever the file is for a moment, there is a problem to read and the talk is still there."""
    draft = walked(*BEST[:2])
    after = draft.reloaded(raw)
    assert after.behind
    assert after.problems
    assert after.play() is not None
    assert saved(after) == draft


def test_a_guard_that_no_longer_holds_closes_the_response() -> None:
    """Where a changed effect shuts a response, the picks stop there, and it is said that it is not on offer."""
    late = ("if: {promised: [call-1730]}", "if: {promised: [call-1730], heat: {max: 1}}")
    after = saved(walked(*BEST), late)
    assert (after.here, after.stop) == ("evening", Stop(4, "close-the-loop", "evening", "closed"))


def test_a_talk_that_goes_elsewhere_or_ends_earlier_says_so() -> None:
    """A pick that belongs to another beat now, and a pick after the end, are told apart."""
    to_when = ("        names: safety\n", "        names: safety\n        then: when\n")
    assert saved(walked(*BEST), to_when).stop == Stop(2, "ask-room", "when", "elsewhere")
    to_end = ("        names: safety\n", "        names: safety\n        then: settled\n")
    after = saved(walked(*BEST), to_end)
    assert (after.stop, after.here) == (Stop(2, "ask-room", "settled", "over"), "settled")


def test_back_and_forth_over_the_picks() -> None:
    """Stepping back keeps what follows; the same pick goes forward, another one replaces it."""
    draft = walked(*BEST)
    back = draft.back().back()
    assert (back.here, back.picks) == ("when", BEST)
    assert back.forward().forward() == draft
    assert draft.forward() == draft
    assert back.pick("honest-time").pick("close-the-loop") == draft
    assert back.pick("honest-time").picks == BEST
    other = back.pick("half-hour")
    assert (other.picks, other.here) == ((*BEST[:2], "half-hour"), "evening")
    assert draft.restarted().back().place == 0
    assert draft.restarted().forward().here == "facts"
    with pytest.raises(NotOffered):
        draft.back().pick("hear-her")


def test_another_customer_keeps_the_place() -> None:
    """The same picks with another persona: another state, the same beat."""
    draft = walked(*BEST[:1])
    calm = draft.met("calm")
    assert (calm.here, calm.picks) == ("facts", BEST[:1])
    assert heat(calm) < heat(draft)
    assert calm.met(None) == draft


def test_a_persona_that_was_taken_out_is_the_customer_as_written_until_it_is_back() -> None:
    """The talk goes on with the customer as written, and it is known that somebody else was asked for."""
    draft = walked(*BEST[:1], persona="calm")
    without = saved(draft, ("  calm:    {", "  softer:  {"), ("persona: [calm]", "persona: [softer]"))
    assert without.missing
    assert without.customer is not None
    assert without.customer.id is None
    assert without.place == 1
    assert saved(without) == draft


def test_a_jump_stands_on_the_beat_in_a_state_that_a_play_comes_to() -> None:
    """Every beat and ending can be jumped to; along the author's own picks where they come there."""
    draft = walked("fix-first", "policy")
    for place in draft.places:
        there, found = draft.jumped(place)
        assert (there.here, found.why, found.picks) == (place, "there", there.picks[: there.place])
        assert there.play() is not None
    own, _ = draft.jumped("facts")
    assert (own.picks, own.place) == (("fix-first", "policy"), 1)
    assert draft.jumped("evening")[0].picks == BEST[:3]
    with pytest.raises(KeyError):
        draft.jumped("nowhere")


def test_a_jump_to_where_no_play_gets_leaves_the_author_in_place() -> None:
    """A beat that nothing leads to is told as one that no play comes to."""
    cut_off = (
        ("        then: settled\n", "        then: grudging\n"),
        ("          - {if: {heat: {max: 4}, knows: [newborn]}, to: settled}\n", ""),
    )
    draft = saved(walked(*BEST[:1]), *cut_off)
    there, found = draft.jumped("settled")
    assert (there, found.why, found.picks) == (draft, "never", None)


def test_a_file_that_never_was_sound_has_problems_and_no_talk() -> None:
    """Opened with an error there is nothing to pick, and nothing breaks; once mended, the talk begins."""
    draft = opened(b"format: 1\n", "new.yaml", "calm", 7)
    assert draft.problems
    assert (draft.play(), draft.here, draft.place, draft.places, draft.customer) == (None, "", 0, (), None)
    assert draft.back() == draft.forward() == draft.restarted() == draft
    with pytest.raises(NotOffered):
        draft.pick("hear-her")
    assert saved(draft).here == "complaint"


def test_a_talk_that_gets_stuck_at_once_can_be_opened() -> None:
    """A first beat with nothing on offer is a dead end, not a crash."""
    stuck = instead("      hear-her:\n", "      hear-her:\n        if: {heat: {max: 0}}\n")(TEXT)
    for response in ("fix-first", "calm-down"):
        stuck = instead(f"      {response}:\n", f"      {response}:\n        if: {{heat: {{max: 0}}}}\n")(stuck)
    after = saved(walked(*BEST[:1]), ("    patience: 40\n", ""), text=stuck)
    assert (after.here, after.stop) == ("dead-end", Stop(1, "hear-her", "dead-end", "over"))


def test_a_draft_is_pure() -> None:
    """Whoever opens a draft loads neither a screen nor a store, and NumPy only when jumping."""
    code = "import sys, game.draft; print(sorted({'numpy', 'rich', 'sqlalchemy', 'pygame'} & sys.modules.keys()))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FILE.parents[2])
    assert told.stdout.strip() == "[]"
