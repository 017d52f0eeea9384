"""strategy-longest: a pass for always picking the longest response."""

import re

from tests.proof.smells.bike import SOUND, altered, bad
from tests.proof.smells.noses import changed, codes, lines, told

CODE = "strategy-longest"


def test_a_pass_by_the_longest_words_is_told_with_the_language() -> None:
    """Who plays in Chinese passes by it, who plays in English does not."""
    assert told(bad(CODE), CODE) == [
        "Always picking the longest response passes: As written (Chinese), with 77 at most."
    ]
    assert lines(bad(CODE), CODE) == ["customer:"]


def test_one_good_answer_put_more_briefly_is_enough() -> None:
    """The way back is one sentence shorter."""
    assert CODE not in codes(
        altered(bad(CODE), "offer", "lend", ("明早您先骑店里的备用车，或者", "您先骑备用车，或者"))
    )
    assert CODE not in codes(SOUND)


def test_a_talk_in_one_language_does_not_name_it() -> None:
    """There is only one."""
    source = re.sub(r"\{zh: ([^{}]*?), en: (?:'(?:[^']|'')*'|[^{}]*?)\}", r"'\1'", bad(CODE))
    source = re.sub(r"  zh: (.*)\n  en: .*\n", r"  zh: \1\n", source)
    source = changed(source, ("domain: other\n", "domain: other\nlanguages: [zh]\n"))
    assert told(source, CODE) == ["Always picking the longest response passes: As written, with 77 at most."]
