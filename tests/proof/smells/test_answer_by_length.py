"""answer-by-length: best answers that are nearly always the longest or the shortest."""

from tests.proof.smells.bike import SOUND, altered, bad, hints
from tests.proof.smells.noses import codes, lines, told

CODE = "answer-by-length"


def test_best_answers_that_are_all_the_longest_are_told_with_the_language() -> None:
    """The English words give nothing away, the Chinese ones do."""
    assert told(bad(CODE), CODE) == ["At 4 of 4 beats the best response is the longest in Chinese."]
    assert told(bad(CODE), CODE, "zh") == ["4 个节点里有 4 个，最好的回应都是中文里最长的一个。"]
    assert lines(bad(CODE), CODE) == ["beats:"]
    assert hints(bad(CODE), CODE)[0].endswith("pickup, tomorrow, offer, noon.")


def test_one_good_answer_put_more_briefly_is_enough() -> None:
    """Three of four may be chance."""
    source = altered(
        bad(CODE), "tomorrow", "ask", ("回来还用不用，都方便跟我说说吗？弄清楚了我才好给您安排。", "方便说说吗？")
    )
    assert CODE not in codes(source)


def test_the_shortest_gives_answers_away_as_well() -> None:
    """All good answers are put in a few words, in English."""
    source = SOUND
    for beat, id_ in (("pickup", "hear"), ("tomorrow", "ask"), ("offer", "lend"), ("noon", "try-it")):
        start = source.index(
            "en: ", source.index("say:", source.index(f"      {id_}:\n", source.index(f"  {beat}:\n")))
        )
        end = source.index("}\n", start)
        source = source[:start] + "en: 'Would that be all right?'" + source[end:]
    assert told(source, CODE) == ["At 4 of 4 beats the best response is the shortest in English."]


def test_answers_of_all_lengths_tell_nothing() -> None:
    """The sound talk has long and short ones."""
    assert CODE not in codes(SOUND)
