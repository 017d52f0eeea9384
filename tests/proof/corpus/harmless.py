"""Changes that look like faults and are none: nothing may be told of them."""

from typing import Any

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
    text,
)


def _say(data: Data, spot: str, zh: str, en: str) -> None:
    response(data, spot)["say"] = text(zh, en)


@fault(HOTEL)
def a_fact_for_an_interrupt(data: Data) -> None:
    """A fact that only an interrupt asks for is used."""
    response(data, "morning/congee")["if"] = {"said": ["child/ask"]}
    data["beats"]["offer"]["says"] = data["beats"]["offer"]["says"][1]["says"]
    data["interrupts"] = [
        {"if": {"heat": {"min": 9}, "not": {"knows": ["fever"]}}, "to": "leaving"},
        {"if": {"heat": {"min": 9}, "knows": ["fever"]}, "to": "leaving"},
    ]


@fault(SCHOOL)
def a_fact_for_a_reply(data: Data) -> None:
    """A fact that only a reply asks for is used."""
    data["facts"]["grandmother"] = text("平时是奶奶接送", "His grandmother fetches him")
    response(data, "boy-now/ask-class")["learn"].append("grandmother")
    reply = response(data, "marks/ninety")["reply"]
    line = text("好，我跟他奶奶也这么说。", "Good. I will tell his grandmother.")
    response(data, "marks/ninety")["reply"] = [{"if": {"knows": ["grandmother"]}, "says": line}, {"says": reply}]


@fault(HEATING)
def a_promise_that_can_only_be_broken(data: Data) -> None:
    """An impossible promise that is broken somewhere need not be kept anywhere."""
    for spot in ("four/drop-strips", "four/three-parts"):
        response(data, spot).pop("breaks")


@fault(HOTEL)
def a_persona_of_another_need(data: Data) -> None:
    """A persona that differs in what it needs only is another customer."""
    data["personas"]["lonely"] = {"label": text("想有人搭把手", "Wants a hand"), "need": "care"}


@fault(SHOP)
def a_persona_of_another_weight(data: Data) -> None:
    """A persona that minds one thing more is another customer."""
    data["personas"]["upset"] = {"label": text("看重时间", "Minds the time"), "expects": {"service": {"weight": 4}}}


@fault(AIRPORT)
def a_scenario_in_chinese_only(data: Data) -> None:
    """Who declares one language may write plain texts in it."""
    data["languages"] = ["zh"]
    for key, value in list(data.items()):
        data[key] = _in_chinese(value)


def _in_chinese(node: Any) -> Any:
    if isinstance(node, dict):
        if node and node.keys() <= {"zh", "en"}:
            return node["zh"]
        return {key: _in_chinese(value) for key, value in node.items()}
    return [_in_chinese(one) for one in node] if isinstance(node, list) else node


@fault(HOTEL)
def names_that_are_the_same(data: Data) -> None:
    """A name, a number, a time or a sign reads alike in both languages."""
    data["customer"]["name"] = text("Anna", "Anna")
    response(data, "room/key")["reply"] = "？！"
    data["meters"]["budget"]["label"] = text("VIP 额度", "VIP allowance")


@fault(SHOP)
def a_name_in_latin_letters(data: Data) -> None:
    """A Chinese sentence may hold foreign words, and an English one a Chinese name."""
    response(data, "friday/where")["note"] = text(
        "先问了 SF Express 再来说，APP 上的 ETA 也对过。",
        "Asked the courier (顺丰) first and then told her: where it is, and when it comes.",
    )


@fault(HEATING)
def a_few_replies_less(data: Data) -> None:
    """Where most responses have a reply, some may do without."""
    for spot in ("leave/off-now", "leave/flyer", "four/tick-boxes", "door/thanks", "call-in/hotline"):
        response(data, spot).pop("reply")


@fault(SCHOOL)
def a_response_that_can_be_repeated(data: Data) -> None:
    """A response that may be said again, in a beat that is not come back to, makes no play endless."""
    response(data, "boy-now/drill")["again"] = True


@fault(HOTEL)
def a_component_without_weight(data: Data) -> None:
    """A component of weight nothing is there to be seen, and need not be moved."""
    data["customer"]["expects"]["price"] = {"weight": 0, "adequate": 4, "desired": 6, "perceived": 6}


@fault(AIRPORT)
def a_deed_sometimes_too_large(data: Data) -> None:
    """What is lost to a limit in some plays only is not lost."""
    response(data, "morning/car")["deliver"]["service"] = 4


@fault(SHOP)
def a_rare_ending(data: Data) -> None:
    """An ending that few come to is reached."""
    data["endings"]["glowing"] = {"says": text("我要给你们写表扬信。", "I shall write to your boss to praise you.")}
    both = {"knows": ["birthday"], "promised": ["saturday"], "heat": {"max": 0}}
    response(data, "sunday/card")["then"] = [{"if": both, "to": "glowing"}, {"to": "warm"}]


@fault(SCHOOL)
def two_ways_to_the_side(data: Data) -> None:
    """A side beat that is come to by one response under a condition is reached."""
    way = [{"if": {"heat": {"min": 4}}, "to": "refund"}, {"to": "two-weeks"}]
    response(data, "marks/no-one-can")["then"] = way


@fault(HEATING)
def a_meter_for_one_line(data: Data) -> None:
    """A meter that moves and decides only what is said is used."""
    data["interrupts"] = []
    del data["beats"]["call-in"], data["endings"]["thrown-out"], data["cast"]
    low = text("闺女让我别跟你们多说。", "My daughter says not to talk to you.")
    says = data["beats"]["leave"]["says"]
    data["beats"]["leave"]["says"] = [{"if": {"meters": {"trust": {"max": 2}}}, "says": low}, {"says": says}]


@fault(HOTEL)
def must_that_is_a_guess(data: Data) -> None:
    """A guess may say that she must be tired, and an answer that owns up what was never said."""
    zh = "孩子睡不着，您一定累坏了吧。排房时我们从来没提过婚宴，是我们的错。您就盼他睡个整觉吧？"
    en = "He cannot sleep, you must be exhausted. We never told you about the hall; our fault. You want him to rest?"
    _say(data, "call/hear", zh, en)


@fault(HEATING)
def always_that_is_a_fact(data: Data) -> None:
    """What has always been so may be observed."""
    zh = "二十年都是一个数，今年多三百，您心里不平静，我听得出来。怕收得不公道，对吧？"
    en = "It was always the same sum, then three hundred more: I can hear that it troubles you. You want it to be fair?"
    _say(data, "door/same-sum", zh, en)


@fault(SCHOOL)
def not_his_fault_but_ours(data: Data) -> None:
    """Who says whose fault it is not may still own it."""
    zh = "没通知到您，这不是高老师的问题，是学校的错，对不起。您这是担心孩子没人管了吧？"
    en = (
        "We did not tell you of the change. It is not Mr Gao's fault, it is ours, and I am sorry. "
        "Are you worried now that nobody looks after him?"
    )
    _say(data, "office/we-missed", zh, en)


@fault(SHOP)
def must_that_binds_ourselves(data: Data) -> None:
    """What we must do is no order to the customer."""
    zh = "照片收到了。红的必须发红的，拣成黑的是我们的错，对不起。等了三天，挺扫兴的吧？"
    en = "I have your photo. Red must be red, and picking black was our mistake; I am sorry. Was it a letdown?"
    _say(data, "parcel/own", zh, en)


@fault(AIRPORT)
def sorry_that_is_sympathy(data: Data) -> None:
    """To be sorry for what has happened to her is no apology."""
    zh = "到了就行。听说您没睡好，真让人心疼。签收单上签个字，拍照发回来，我要结案，八点前必须发。"
    en = "Right. I am sorry to hear that you slept badly. You must sign the receipt and send me a photo before eight."
    _say(data, "morning/sign-here", zh, en)


@fault(SCHOOL)
def compared_with_himself(data: Data) -> None:
    """To set somebody beside what he was himself is no comparison."""
    zh = "说好三道以内，今天两道，比他自己上月少了五道。哪类题还爱抄错，咱们听他说说，行吗？"
    en = (
        "Three slips at most, we said; today it was two, five fewer than he had himself a month ago. "
        "Shall we hear from him which he still gets wrong?"
    )
    _say(data, "friday/count-up", zh, en)


@fault(HOTEL)
def silent_responses(data: Data) -> None:
    """A third of the responses without a reply leaves a talk a talk."""
    for number, one in enumerate(responses(data).values()):
        if number % 5 == 0:
            one.pop("reply", None)
