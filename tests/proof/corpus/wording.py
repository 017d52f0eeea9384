"""Faults of words: notes, replies, lengths, and texts that say something else than their tags."""

from tests.proof.corpus.faults import (
    AIRPORT,
    ANSWERS,
    HEATING,
    HOTEL,
    SCHOOL,
    SHOP,
    Data,
    fault,
    first_words,
    longer,
    response,
    responses,
    rivals,
    sign,
    text,
)


def _without(data: Data, key: str, *spots: str) -> None:
    for spot in spots:
        response(data, spot).pop(key, None)


@fault(HOTEL, sign("no-note", "child/ask"))
def one_note_missing(data: Data) -> None:
    """One response has no note."""
    _without(data, "note", "child/ask")


@fault(SHOP, sign("no-note", "beats.parcel"), sign("no-note", "beats.sunday"))
def notes_missing_of_bad_answers(data: Data) -> None:
    """Two answers that nobody should give are left without a word why."""
    _without(data, "note", "parcel/dear", "sunday/praise-us")


@fault(HEATING, sign("no-note", "beats.call-in"))
def an_interrupt_without_notes(data: Data) -> None:
    """The beat that comes in between was never annotated."""
    _without(data, "note", "call-in/own-tone", "call-in/he-began", "call-in/hotline")


@fault(SCHOOL, sign("no-note"))
def no_notes_at_all(data: Data) -> None:
    """Nobody has written a single note yet."""
    _without(data, "note", *responses(data))


@fault(AIRPORT, sign("no-note", "morning/car"))
def the_last_note_missing(data: Data) -> None:
    """The best last answer has no note."""
    _without(data, "note", "morning/car")


@fault(HOTEL, sign("few-replies"))
def a_customer_who_never_answers(data: Data) -> None:
    """No response has a reply."""
    _without(data, "reply", *responses(data))


@fault(SHOP, sign("few-replies"))
def replies_in_one_beat_only(data: Data) -> None:
    """Only the first beat got its replies."""
    _without(data, "reply", *[spot for spot in responses(data) if not spot.startswith("parcel/")])


@fault(HEATING, sign("few-replies"))
def replies_to_good_answers_only(data: Data) -> None:
    """The customer answers only those who do well."""
    _without(data, "reply", *rivals(data, ANSWERS[HEATING]))


@fault(SCHOOL, sign("few-replies"))
def every_third_reply(data: Data) -> None:
    """Two replies of three were left for later."""
    _without(data, "reply", *[spot for number, spot in enumerate(responses(data)) if number % 3])


@fault(AIRPORT, sign("few-replies"))
def replies_end_halfway(data: Data) -> None:
    """From the second beat on the customer says nothing in between."""
    late = ("inside/", "when/", "night/", "morning/")
    _without(data, "reply", *[spot for spot in responses(data) if spot.startswith(late)])


def _say(data: Data, spot: str, zh: str, en: str) -> None:
    response(data, spot)["say"] = text(zh, en)


@fault(HOTEL, sign("text-against-tags", "offer/move"))
def an_order_tagged_as_a_request(data: Data) -> None:
    """What is tagged as a request leaves no choice."""
    _say(
        data,
        "offer/move",
        "婚宴签到 22:30，停不了。要么去书吧，要么换到 1106；您必须 21:45 到前台来办，过时不候。",
        "They have the hall till 22:30. It is the library or room 1106, and you must be at the desk by 21:45 "
        "to change, or the room is gone.",
    )


@fault(SHOP, sign("text-against-tags", "parcel/own"))
def a_denial_tagged_as_ownership(data: Data) -> None:
    """What is tagged as ownership points at the carrier."""
    _say(
        data,
        "parcel/own",
        "照片看到了，对不起，让您扫兴了吧？不过这真不是我们的问题，是快递那边把两单的面单贴反了。",
        "I see the photo and I am sorry, it must be a letdown. But it is not our fault, the carrier mixed up "
        "the labels of two parcels.",
    )


@fault(HEATING, sign("text-against-tags", "door/same-sum"))
def a_verdict_tagged_as_an_observation(data: Data) -> None:
    """What is tagged as an observation says what he always does."""
    _say(
        data,
        "door/same-sum",
        "大爷，您总是这样，一来单子就嚷，从来不肯先听人讲。您是嫌不公道，心里憋着气，对吧？",
        "You always do this, sir: you shout as soon as a bill comes and never listen first. You are upset "
        "because you want it to be fair, right?",
    )


@fault(SCHOOL, sign("text-against-tags", "office/we-missed"))
def a_pseudo_feeling_tagged_as_a_feeling(data: Data) -> None:
    """What is tagged as a feeling is a thought about him."""
    _say(
        data,
        "office/we-missed",
        "换老师没通知到您，是我们漏了，对不起。可我觉得您有点不信任我们，觉得您在故意挑毛病，是不是？",
        "We failed to tell you about the change, and I am sorry. But I feel that you do not trust us and "
        "feel that you look for faults. Isn't it so?",
    )


@fault(AIRPORT, sign("text-against-tags", "inside/what-first"))
def orders_tagged_as_exploring(data: Data) -> None:
    """What is tagged as exploring asks nothing."""
    _say(
        data,
        "inside/what-first",
        "把里面的东西从头到尾报一遍，一件也别漏，报完我再看怎么办。",
        "List everything in it from first to last and leave nothing out. Then I will see.",
    )


@fault(HOTEL, sign("text-against-tags", "leaving/listen"))
def calming_down_tagged_as_empathy(data: Data) -> None:
    """What is tagged as meeting her feelings tells her to calm down."""
    _say(
        data,
        "leaving/listen",
        "您先冷静冷静，别激动，多大点事啊，犯不着生这么大的气。有什么不满意，您坐下慢慢说？",
        "Calm down, please, do not get worked up. It is not a big deal and not worth such anger. What is it "
        "that you are unhappy with?",
    )


@fault(SHOP, sign("text-against-tags", "friday/where"))
def an_order_in_english_only(data: Data) -> None:
    """The Chinese asks; the English, written in a hurry, orders."""
    response(data, "friday/where")["say"]["en"] = (
        "I have just had the driver on the line: it reached the city at six and is on tomorrow's van. You "
        "must be in after two, and you have to keep your phone on."
    )


@fault(AIRPORT, sign("text-against-tags", "when/seven"))
def one_way_tagged_as_a_choice(data: Data) -> None:
    """What is tagged as giving a choice says that there is none."""
    _say(
        data,
        "when/seven",
        "箱子在成都，22:40 那班带来，明早 7:00 前到酒店。就这一个办法，没得选，您必须等着。",
        "It is in Chengdu. The 22:40 brings it, and it is at your hotel by 7:00. There is no other way and "
        "no choice; you have to wait.",
    )


LONG = ("answer-by-length", "strategy-longest")
SHORT = ("answer-by-length", "strategy-shortest")
ZH = "我把来龙去脉跟您从头到尾说清楚，一步一步都交代明白，绝不让您心里没有底。"
EN = (
    " Let me go through it with you step by step, from the beginning to the end, so that you know at "
    "every point where you stand and what comes next."
)


@fault(HOTEL, sign("length-tell"), brings=LONG)
def answers_that_explain_themselves(data: Data) -> None:
    """Every good answer is twice as long as the others."""
    longer(data, ANSWERS[HOTEL], ZH, EN)


@fault(SHOP, sign("length-tell"), brings=LONG)
def careless_rivals(data: Data) -> None:
    """The wrong answers were dashed off in three words."""
    first_words(data, tuple(rivals(data, ANSWERS[SHOP])))


@fault(HEATING, sign("length-tell"), brings=LONG)
def long_in_chinese_only(data: Data) -> None:
    """Only the Chinese of the good answers is long-winded."""
    longer(data, ANSWERS[HEATING], zh=ZH)


@fault(SCHOOL, sign("length-tell"), brings=LONG)
def long_in_english_only(data: Data) -> None:
    """Only the English of the good answers is long-winded."""
    longer(data, ANSWERS[SCHOOL], en=EN)


@fault(AIRPORT, sign("length-tell"), brings=SHORT)
def answers_in_a_few_words(data: Data) -> None:
    """Every good answer is a curt one among speeches."""
    first_words(data, ANSWERS[AIRPORT])


@fault(SCHOOL, sign("length-tell"), brings=LONG)
def long_in_most_beats(data: Data) -> None:
    """All but one of the good answers are speeches."""
    longer(data, tuple(spot for spot in ANSWERS[SCHOOL] if not spot.startswith("office/")), ZH, EN)
