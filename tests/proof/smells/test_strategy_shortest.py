"""strategy-shortest: a pass for always picking the shortest response."""

from tests.proof.smells.bike import SOUND, altered, bad
from tests.proof.smells.noses import codes, lines, told

CODE = "strategy-shortest"


def test_a_pass_by_the_shortest_words_is_told_with_its_picks() -> None:
    """Whoever reads least passes, in Chinese."""
    assert told(bad(CODE), CODE) == [
        "Always picking the shortest response passes: As written (Chinese), with 81 at most."
    ]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_one_short_poor_answer_is_enough() -> None:
    """At noon a poor answer is the shortest."""
    source = altered(
        bad(CODE), "noon", "hand-over", ("工时费我已经给您免了，这次就不用再付了，您慢走，路上小心点骑。", "您慢走。")
    )
    assert CODE not in codes(source)
    assert CODE not in codes(SOUND)
