"""Faults of what is found out and what is promised."""

from tests.proof.corpus.faults import (
    AIRPORT,
    HEATING,
    HOTEL,
    SCHOOL,
    SHOP,
    Data,
    fault,
    response,
    responses,
    sign,
    text,
)


@fault(HOTEL, sign("fact-unused", "facts.train", "child/ask"))
def a_fact_without_consequence(data: Data) -> None:
    """A second thing comes out of the same question, and nothing ever asks for it."""
    data["facts"]["train"] = text("明早 9:40 的火车", "Their train leaves at 9:40 tomorrow")
    response(data, "child/ask")["learn"].append("train")


@fault(SHOP, sign("fact-unused", "facts.birthday", "need/ask-when"))
def conditions_on_what_was_said(data: Data) -> None:
    """All conditions look at which response was picked, so that the fact itself serves for nothing."""
    response(data, "sunday/card")["if"] = {"said": ["need/ask-when"]}
    data["beats"]["way"]["says"][0]["if"] = {"said": ["need/ask-when"]}


@fault(HEATING, sign("fact-unused", "facts.ledger", "notebook/ask-book"), brings=("pass-by-luck", "dominated"))
def one_of_two_facts_forgotten(data: Data) -> None:
    """Of two facts one has lost its only reader, which now asks for the other one."""
    response(data, "leave/copy-book")["if"] = {"knows": ["balcony"]}


@fault(SCHOOL, sign("fact-unused", "facts.sister", "boy-now/ask-class"))
def a_fact_for_colour(data: Data) -> None:
    """A fact that only adds colour to the family is learned beside the one that counts."""
    data["facts"]["sister"] = text("姐姐当年就是在这儿学的", "His sister studied here years ago")
    response(data, "boy-now/ask-class")["learn"] = ["blackboard", "sister"]


@fault(AIRPORT, sign("fact-unused", "facts.lock", "morning/car"))
def a_fact_too_late(data: Data) -> None:
    """Something is learned in the last turn, when there is nothing left to use it in."""
    data["facts"]["lock"] = text("箱子的锁早就坏了", "The lock of the bag was broken before")
    response(data, "morning/car")["learn"] = ["lock"]


@fault(SHOP, sign("fact-unused", "facts.size", "need/ask-when"))
def a_fact_from_a_wrong_answer(data: Data) -> None:
    """What a clumsy answer brings out is written down as a fact, and read nowhere."""
    data["facts"]["size"] = text("妈妈穿一米六五的号", "Her mother takes a medium")
    response(data, "need/ask-when")["learn"] = ["size", "birthday"]


@fault(HOTEL, sign("fact-never-learned", "facts.allergy"), brings=("fact-unused",))
def a_fact_nobody_tells(data: Data) -> None:
    """A fact stands in the list, no response finds it out and no condition asks for it."""
    data["facts"]["allergy"] = text("孩子对牛奶过敏", "The boy cannot have milk")


@fault(HEATING, sign("fact-never-learned", "facts.pension"))
def a_line_for_a_fact_nobody_tells(data: Data) -> None:
    """The customer has a line for when a fact is known, and nothing makes it known."""
    data["facts"]["pension"] = text("每月退休金三千二", "His pension is three thousand two hundred")
    says = data["beats"]["leave"]["says"]
    line = text("三千二的退休金，三百不是小数。", "On my pension three hundred is no small sum.")
    data["beats"]["leave"]["says"] = [{"if": {"knows": ["pension"]}, "says": line}, {"says": says}]


@fault(
    AIRPORT,
    sign("fact-never-learned", "facts.interview"),
    brings=("response-never", "answer-by-empathy", "meter-unmoved"),
)
def the_learning_left_out(data: Data) -> None:
    """The question is asked, but `learn` was forgotten, and so nothing that needs the fact is ever on offer."""
    del response(data, "inside/what-first")["learn"]


@fault(SHOP, sign("response-never", "need/ask-when"), brings=("fact-never-learned", "response-never"))
def learned_where_nobody_comes(data: Data) -> None:
    """The question that finds the fact waits for a promise that is only made later."""
    response(data, "need/ask-when")["if"] = {"promised": ["saturday"]}


@fault(SCHOOL, sign("fact-never-learned", "facts.cousin"))
def a_reply_for_a_fact_nobody_tells(data: Data) -> None:
    """A reply depends on a fact that got lost when a beat was cut."""
    data["facts"]["cousin"] = text("表哥也在这儿上课", "His cousin is in the class, too")
    reply = response(data, "marks/ninety")["reply"]
    line = text("他表哥也九十？", "Ninety for his cousin, too?")
    response(data, "marks/ninety")["reply"] = [{"if": {"knows": ["cousin"]}, "says": line}, {"says": reply}]


@fault(HEATING, sign("fact-never-learned", "facts.arm"), brings=("response-never",))
def an_answer_for_a_fact_nobody_tells(data: Data) -> None:
    """A fine answer was written for a fact that no question brings out."""
    data["facts"]["arm"] = text("他右胳膊抬不起来", "He cannot raise his right arm")
    response(data, "four/three-parts")["if"] = {"any": [{"knows": ["arm"]}, {"heat": {"max": 10}}]}


def _unclosed(data: Data, *ids: str) -> None:
    """Take promises out of every `keeps` and `breaks`."""
    for one in responses(data).values():
        for key in ("keeps", "breaks"):
            left = [id_ for id_ in one.get(key, ()) if id_ not in ids]
            one.pop(key, None)
            if left:
                one[key] = left


@fault(HOTEL, sign("promise-never-closed", "offer/move"))
def the_room_never_handed_over(data: Data) -> None:
    """The room is promised, found and handed over, but no response says that the promise is kept."""
    _unclosed(data, "new-room")


@fault(SCHOOL, sign("promise-never-closed", "marks/three-slips"))
def the_test_never_counted(data: Data) -> None:
    """What was promised on the tests is neither kept nor broken when the tests come in."""
    _unclosed(data, "slips")


@fault(HEATING, sign("promise-never-closed", "ask-off/seal-it"), brings=("dominated", "pass-out-of-reach"))
def the_door_never_ticked_off(data: Data) -> None:
    """The door is sealed on time, and the file does not know."""
    _unclosed(data, "sealed")


@fault(AIRPORT, sign("promise-never-closed", "inside/what-first"))
def a_promise_in_passing(data: Data) -> None:
    """A call is promised in passing, and nothing ever comes of it."""
    say = text("半小时内给您回电话", "A call within half an hour")
    promise = {"about": "personal", "level": 5, "by": text("半小时内", "within half an hour"), "say": say}
    response(data, "inside/what-first")["promise"] = {"ring-back": promise}


@fault(SHOP, sign("promise-never-closed", "friday/late-send"))
def a_second_promise_left_open(data: Data) -> None:
    """The late parcel gets a new date, and Sunday's answers know only the old promise."""
    say = text("周日上午送到", "There on Sunday morning")
    promise = {"about": "service", "level": 6, "by": text("周日上午", "Sunday morning"), "say": say}
    response(data, "friday/late-send")["promise"] = {"sunday-am": promise}


@fault(SCHOOL, sign("promise-never-closed", "friday/count-up"))
def a_promise_with_the_last_words(data: Data) -> None:
    """The farewell holds a promise that no later beat can keep."""
    say = text("下周五再发一份小结", "A summary next Friday")
    promise = {"about": "service", "level": 6, "by": text("下周五", "next Friday"), "say": say}
    response(data, "friday/count-up")["promise"] = {"summary": promise}


OPEN = ("promise-never-closed",)


@fault(HOTEL, sign("overpromise-unbreakable", "offer/silence-now"), brings=OPEN)
def the_hush_never_missed(data: Data) -> None:
    """Silence in ten minutes is promised, and when it does not come nobody is said to have broken his word."""
    _unclosed(data, "hush")


@fault(SHOP, sign("overpromise-unbreakable", "way/overnight"))
def only_ever_kept(data: Data) -> None:
    """The impossible delivery is listed under `keeps` wherever it should be broken."""
    for one in responses(data).values():
        if "tomorrow" in one.get("breaks", ()):
            one["keeps"] = one.pop("breaks")


@fault(SCHOOL, sign("overpromise-unbreakable", "marks/ninety"), brings=OPEN)
def the_marks_never_missed(data: Data) -> None:
    """Ninety marks are promised, seventy-six come, and the promise just stays open."""
    _unclosed(data, "ninety-marks")


@fault(AIRPORT, sign("overpromise-unbreakable", "when/seven"))
def the_honest_time_set_too_high(data: Data) -> None:
    """The honest promise is written with a level that cannot be delivered, and can only be kept."""
    response(data, "when/seven")["promise"]["by-seven"]["level"] = 9


@fault(HEATING, sign("overpromise-unbreakable", "four/three-parts"), brings=OPEN)
def a_second_overpromise(data: Data) -> None:
    """The way out holds another promise that nobody can keep, and the file stops there."""
    say = text("多的部分下月退回来", "The extra paid back next month")
    promise = {"about": "price", "level": 9, "by": text("下月 5 号", "the 5th of next month"), "say": say}
    response(data, "four/three-parts")["promise"] = {"paid-back": promise}


@fault(HOTEL, sign("overpromise-unbreakable", "offer/move"))
def less_can_be_had(data: Data) -> None:
    """What can be delivered was corrected downwards, and the promise above it can only be kept."""
    data["customer"]["expects"]["product"]["can"] = 6
    response(data, "room/half-hour")["breaks"] = ["hush"]


@fault(SCHOOL, sign("fact-unused", "facts.sister", "friday/count-up"), brings=("pass-by-luck",))
def a_fact_asked_for_too_early(data: Data) -> None:
    """The only line that knows a fact is said before anybody can have found it out."""
    data["facts"]["sister"] = text("姐姐当年就是在这儿学的", "His sister studied here years ago")
    response(data, "friday/count-up")["learn"] = ["sister"]
    says = data["beats"]["office"]["says"]
    early = {"if": {"knows": ["sister"]}, "says": text("他姐姐也是您教的。", "You taught his sister, too.")}
    data["beats"]["office"]["says"] = [early, *(says if isinstance(says, list) else [{"says": says}])]


@fault(AIRPORT, sign("overpromise-unbreakable", "when/tonight"), sign("promise-never-closed", "when/tonight"),
       brings=("pass-by-luck", "greedy-misleads", "strategy-most-tagged", "strategy-longest"))  # fmt: skip
def big_words_and_no_closing(data: Data) -> None:
    """Nothing keeps or breaks what was promised too boldly: the author has both to think of."""
    (promise,) = response(data, "when/tonight")["promise"]
    for one in responses(data).values():
        for key in ("keeps", "breaks"):
            one[key] = [id_ for id_ in one.get(key, ()) if id_ != promise]
