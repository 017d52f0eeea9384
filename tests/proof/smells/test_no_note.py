"""no-note: a response about which the debrief has nothing to say."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

NOTE = "        note: {zh: 一句套话，门的事没人管。, en: 'A stock phrase; nobody sees to the door.'}\n"


def test_a_response_without_a_note_is_told_where_the_scenario_is_graded() -> None:
    """Whoever gets marks should be told for what."""
    source = changed(SOUND, (NOTE, ""))
    assert told(source, "no-note", graded=True) == ["“card/so-sorry” has no note, and this scenario is graded."]
    assert lines(source, "no-note", graded=True)[0].startswith("so-sorry:")


def test_practice_needs_no_notes() -> None:
    """Outside a course the same file is left alone."""
    assert "no-note" not in codes(changed(SOUND, (NOTE, "")))
    assert "no-note" not in codes(SOUND, graded=True)
