"""length-tell: answers that stick out by their length."""

import json
from typing import Any

from tests.proof.smells.noses import ROOT, SOUND, changed, codes, lines, told

CODE = "length-tell"
BAD = (ROOT / "docs" / "smells" / CODE / "bad.yaml").read_text(encoding="utf-8")


def test_answers_far_longer_or_shorter_than_their_rivals_are_told_with_their_beats() -> None:
    """At three of four beats the odd length out is the answer."""
    assert told(BAD, CODE) == [
        "At 3 of 4 beats the good answer is far longer or shorter than all others in Chinese and English: "
        "card, packing, until."
    ]
    assert lines(BAD, CODE)[0].startswith("zh: 昨晚答应了您")


def test_one_language_is_enough() -> None:
    """The English answer is as long as the others; who plays in Chinese sees the odd ones out."""
    long = " You have not slept since yesterday, and there you stand with your arms full after two trips up and down, "
    source = changed(BAD, (f"{long}and the light is still red.", ""))
    assert told(source, CODE) == [
        "At 3 of 4 beats the good answer is far longer or shorter than all others in Chinese: card, packing, until."
    ]


def test_somewhat_longer_at_most_beats_is_no_tell() -> None:
    """Good answers may well need a few words more."""
    assert CODE not in codes(SOUND)
    longer = changed(SOUND, ("又累又急吧？", "心里又累又急吧？"), ("最晚到 14:00", "房间最晚可以留到 14:00"))
    assert CODE not in codes(longer)


def six_beats(odd: int) -> str:
    """Return a talk of six beats, at so many of which the good answer is twice as long as the poor one."""
    responses: dict[str, dict[str, Any]] = {}
    for beat in range(6):
        good = "我这就去问，问到什么告诉您什么。" * (2 if beat < odd else 1)
        poor = {"say": "这事您得去问别的部门，我管不了。", "tags": ["denial"]}
        responses[f"b{beat}"] = {"good": {"say": good, "tags": ["reaction"], "deliver": {"service": 2}}, "poor": poor}
    for response in responses["b5"].values():
        response["then"] = "end"
    return json.dumps(
        {
            "format": 1,
            "id": "six",
            "title": "六步",
            "domain": "other",
            "languages": ["zh"],
            "customer": {"name": "王先生", "heat": 5, "expects": {"service": {"perceived": 2}}},
            "beats": {id_: {"says": "怎么样了？", "responses": listed} for id_, listed in responses.items()},
            "endings": {"end": {"says": "再见。"}},
        },
        ensure_ascii=False,
    )


def test_half_of_the_beats_is_not_most() -> None:
    """At three of six beats length tells the answer, at the other three it does not: that is no pattern yet."""
    assert CODE not in codes(six_beats(3))
    assert told(six_beats(4), CODE) == [
        "At 4 of 6 beats the good answer is far longer or shorter than all others in Chinese: b0, b1, b2, b3."
    ]
