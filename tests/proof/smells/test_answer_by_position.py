"""answer-by-position: best answers at the same place of the file."""

from tests.proof.smells.bike import SOUND, bad, hints, ordered
from tests.proof.smells.noses import codes, lines, told

CODE = "answer-by-position"


def test_best_answers_that_all_stand_last_are_told_with_the_place_and_how_often() -> None:
    """At all four beats the third response is the best."""
    assert told(bad(CODE), CODE) == ["At 4 of 4 beats the best response is the 3rd one in the file."]
    assert told(bad(CODE), CODE, "zh") == ["4 个节点里有 4 个，最好的回应都是文件里的第 3 个。"]
    assert lines(bad(CODE), CODE) == ["beats:"]
    assert hints(bad(CODE), CODE)[0].endswith("pickup, tomorrow, offer, noon.")


def test_last_is_a_place_also_where_beats_have_different_sizes() -> None:
    """One beat has a fourth response; the best still stands last everywhere."""
    more = """      later:
        say: {zh: 行，知道了，您先坐会儿，我把手上这辆弄完再给您看，麻烦您稍微等一下下就好。, en: 'Right, noted. Do have a seat, I will finish the one in my hands and then have a look at yours, it will not be long.'}
        tags: [generic]
        reply: {zh: 我可没空坐。, en: I have no time to sit.}
        note: {zh: 一句话也没接。, en: Nothing was met.}
"""  # noqa: E501
    source = bad(CODE).replace("    responses:\n      ticket:", "    responses:\n" + more + "      ticket:")
    assert told(source, CODE) == ["At 4 of 4 beats the best response is the last one in the file."]


def test_three_of_four_may_be_chance() -> None:
    """With three responses a beat that is nothing unusual."""
    assert CODE not in codes(ordered(bad(CODE), "noon", "hand-over", "try-it", "receipt"))


def test_answers_at_all_places_tell_nothing() -> None:
    """Second, first, third, second."""
    assert CODE not in codes(SOUND)
