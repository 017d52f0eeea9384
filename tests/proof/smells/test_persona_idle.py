"""persona-idle: the same customer under another name."""

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

CODE = "persona-idle"
WORN_OUT = "  worn-out: {label: {zh: 熬了一夜, en: Up all night}, heat: 7, feels: [tired, angry]}\n"
LINE = "      - if: {persona: [worn-out]}\n        says: {zh: 卡刷不开！昨晚说好晚退的，我一宿没睡，你们怎么回事？！, en: 'The card is dead! You said we could stay on. I have been up all night, so what is this?!'}\n"  # noqa: E501 (as in the file)


def test_a_persona_that_only_has_another_label_is_told() -> None:
    """Another name and other feelings on the card, and the same talk."""
    source = changed(SOUND, (WORN_OUT, "  calm: {label: {zh: 平静, en: Calm}, feels: [hopeful]}\n" + WORN_OUT))
    assert told(source, CODE) == [
        "The persona “calm” makes no difference to the customer as written: the same words and the same scores."
    ]
    assert lines(source, CODE) == ["calm: {label: {zh: 平静, en: Calm}, feels: [hopeful]}"]


def test_a_persona_like_another_one_is_told() -> None:
    """Two personas with the same numbers are one."""
    twin = WORN_OUT.replace("worn-out", "sleepless").replace("Up all night", "Sleepless")
    source = changed(SOUND, (LINE, ""), (WORN_OUT, WORN_OUT + twin))
    assert told(source, CODE) == [
        "The persona “sleepless” makes no difference to “worn-out”: the same words and the same scores."
    ]


def test_a_persona_whose_numbers_never_come_to_bear_is_told() -> None:
    """Another need is behind the words, and nobody ever names one."""
    source = changed(
        SOUND,
        ("        tags: [reaction, interpretation, exploration, feeling, need]\n        names: respect\n",
         "        tags: [reaction, interpretation, exploration, feeling]\n"),
        ("        tags: [advice]\n", ""),
        (WORN_OUT, "  needy: {label: {zh: 要面子, en: Proud}, need: respect}\n" + WORN_OUT),
    )  # fmt: skip
    assert told(source, CODE) == [
        "The persona “needy” makes no difference to the customer as written: the same words and the same scores."
    ]


def test_other_words_alone_make_a_persona() -> None:
    """The numbers are the same, but the customer speaks differently."""
    source = changed(SOUND, (WORN_OUT, WORN_OUT.replace(" heat: 7,", "")))
    assert CODE not in codes(source)


def test_other_numbers_alone_make_a_persona() -> None:
    """The words are the same, but more is expected."""
    source = changed(
        SOUND, (LINE, ""), (WORN_OUT, "  strict: {label: {zh: 要求高, en: Strict}, expects: {service: {weight: 5}}}\n")
    )
    assert CODE not in codes(source)


THRIFTY = "  thrifty: {label: {zh: 爱算账, en: Thrifty}, expects: {price: {desired: 9, perceived: 2}}}\n"
PRICE = ("  expects:\n", "  expects:\n    price: {weight: 0, adequate: 4, desired: 6, perceived: 5, can: 7}\n")


def test_a_persona_that_differs_only_in_what_does_not_count_is_told() -> None:
    """The price has no weight, so that what she expects of it moves no score."""
    source = changed(SOUND, PRICE, (WORN_OUT, THRIFTY + WORN_OUT))
    assert told(source, CODE) == [
        "The persona “thrifty” makes no difference to the customer as written: the same words and the same scores."
    ]


def test_what_does_not_count_and_is_asked_for_makes_a_persona() -> None:
    """A line of the customer depends on it: the talk is another one."""
    line = "      - if: {perceived: {price: {max: 3}}}\n        says: {zh: 还要加钱？！, en: And it costs more?!}\n"
    source = changed(SOUND, PRICE, (WORN_OUT, THRIFTY + WORN_OUT), (LINE, line + LINE))
    assert not [message for message in told(source, CODE) if "thrifty" in message]
