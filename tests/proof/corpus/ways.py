"""Faults of the way through a talk: what looks best now and is not, and best plays that need a blocker."""

from typing import Any

from tests.proof.corpus.faults import AIRPORT, HEATING, HOTEL, SCHOOL, SHOP, Data, fault, response, sign, text

BESIDE = ("dominated", "answer-by-empathy", "answer-by-position", "pass-by-luck", "strategy-most-tagged", "clipped")


def _offered(data: Data, spot: str, zh: str, en: str, **does: Any) -> None:
    """Add a response that looks good at the end of a beat."""
    beat, id_ = spot.split("/")
    said = {
        "say": text(zh, en),
        "reply": text("那就谢谢了。", "Thank you, then."),
        "note": text("看着周到。", "It looks thoughtful."),
    }
    data["beats"][beat]["responses"][id_] = said | does


@fault(HOTEL, sign("greedy-misleads", "beats.child"), brings=BESIDE)
def a_toy_that_ends_the_talk(data: Data) -> None:
    """A kind deed wins much at once, skips the room altogether, and no note or rule says why it is a mistake."""
    _offered(
        data,
        "child/toy",
        "我这就拿一盏小夜灯、一只毛绒熊上来，陪您把他哄睡，您别一个人撑着，好吗？",
        "I will bring a night light and a teddy bear up now and help you settle him. You need not do it all "
        "alone, all right?",
        tags=["reaction", "exploration", "observation", "request"],
        deliver={"personal": 3, "service": 3, "brand": 2},
        then="morning",
    )


@fault(SHOP, sign("greedy-misleads", "beats.way"), brings=BESIDE)
def money_back_at_once(data: Data) -> None:
    """A quick settlement beats everything in the moment, and Friday with all its deeds is skipped."""
    _offered(
        data,
        "way/refund-now",
        "钱我现在就原路退给您，再赔您一张无门槛的券，货不用退，留着给家里人穿，您看行吗？",
        "I am sending all your money back now, with a voucher on top, and you may keep the black one. Would "
        "that be all right?",
        tags=["exploration", "observation", "request"],
        deliver={"service": 4, "personal": 4, "price": 2},
        then="sunday",
    )


@fault(HEATING, sign("greedy-misleads", "beats.notebook"), brings=BESIDE)
def tea_instead_of_sums(data: Data) -> None:
    """A pleasant hour wins more than any question, and then it is time to leave."""
    _offered(
        data,
        "notebook/tea",
        "大爷，咱们坐下喝口水慢慢聊。您这阳台的花养得真好，平时都是您自己侍弄吗？",
        "Let us sit down over some tea, sir. What fine flowers you have on the balcony. Do you look after "
        "them yourself?",
        tags=["reaction", "exploration", "observation", "request"],
        deliver={"service": 3, "brand": 3, "personal": 3},
        then="leave",
    )


@fault(SCHOOL, sign("greedy-misleads", "beats.boy-now"), brings=BESIDE)
def a_trial_lesson_first(data: Data) -> None:
    """A trial lesson pleases more than any question, and with it the talk of marks and promises is skipped."""
    _offered(
        data,
        "boy-now/trial",
        "我这就请高老师给他单独上一次课，您在后头坐着听，上完咱们仨一块儿聊聊，您看行吗？",
        "Let me ask Mr Gao to give him a lesson alone now, and you sit in at the back. Shall the three of us "
        "talk afterwards?",
        tags=["reaction", "exploration", "observation", "request"],
        deliver={"product": 2, "personal": 2, "service": 3},
        then="two-weeks",
    )


@fault(AIRPORT, sign("greedy-misleads", "beats.inside"), brings=BESIDE)
def comfort_for_all_the_allowance(data: Data) -> None:
    """A night in the best hotel pleases at once and leads past all that would have brought the bag."""
    _offered(
        data,
        "inside/suite",
        "我先送您去五星酒店住下，热水澡、晚餐都安排好了，您好好歇一晚，别的都不用想，行吗？",
        "First let me take you to a five-star hotel, with a hot bath and dinner arranged. Have a good rest "
        "and think of nothing else. All right?",
        tags=["reaction", "exploration", "observation", "request"],
        deliver={"personal": 4, "service": 3, "brand": 2},
        then="morning",
    )


def _tag(data: Data, tag: str, *spots: str) -> None:
    for spot in spots:
        response(data, spot).setdefault("tags", []).append(tag)


@fault(HOTEL, sign("best-through-blocker"), brings=BESIDE)
def orders_on_the_best_way(data: Data) -> None:
    """The deed that makes the play also orders her about."""
    _tag(data, "demand", "room/carry")


@fault(SHOP, sign("best-through-blocker"), brings=BESIDE)
def a_comparison_on_the_best_way(data: Data) -> None:
    """The honest offer also compares her with other customers."""
    _tag(data, "comparison", "way/two-ways")


@fault(HEATING, sign("best-through-blocker"), brings=BESIDE)
def a_verdict_on_the_best_way(data: Data) -> None:
    """The one offer with a time in it comes with a verdict on him."""
    _tag(data, "evaluation", "ask-off/seal-it")


@fault(SCHOOL, sign("best-through-blocker"), brings=BESIDE)
def every_farewell_hurts(data: Data) -> None:
    """Each of the two good farewells sets the boy against the others."""
    _tag(data, "comparison", "friday/letter", "friday/count-up")


@fault(AIRPORT, sign("best-through-blocker"), brings=BESIDE)
def questions_like_a_hearing(data: Data) -> None:
    """The question that finds the fact was tagged as an interrogation."""
    _tag(data, "interrogation", "inside/what-first")


@fault(HEATING, sign("greedy-misleads", "notebook/old-photo"), brings=BESIDE)
def a_kindness_in_the_place_of_the_question(data: Data) -> None:
    """A warm deed looks best, and the fact that the good answer later needs is not found out."""
    _offered(
        data,
        "notebook/old-photo",
        "您这么细心，一笔一笔都记着，真不容易。我先陪您坐会儿，这暖气片我给您摸一遍，好吗？",
        "You have written down every single sum, that is no small thing. Let me sit with you first and go round "
        "the radiators, all right?",
        tags=["reaction", "interpretation", "observation", "request"],
        deliver={"personal": 3, "service": 2, "brand": 2},
        then="ask-off",
    )
    for spot in ("four/seal-now", "four/three-parts", "ask-off/seal-it"):
        response(data, spot)["if"] = {"knows": ["balcony"]}
