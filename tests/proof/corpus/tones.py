"""Faults of words: answers whose tone belies their tags."""

from tests.proof.corpus.faults import AIRPORT, HEATING, HOTEL, SCHOOL, SHOP, Data, fault, response, sign, text


def _say(data: Data, spot: str, zh: str, en: str) -> None:
    response(data, spot)["say"] = text(zh, en)


@fault(HOTEL, sign("text-against-tags", "offer/move"), brings=("strategy-shortest",))
def at_once_or_never(data: Data) -> None:
    """She is to pack and come at once, and it is tagged as a request."""
    _say(
        data,
        "offer/move",
        "婚宴签到 22:30，停不了。想换 1106 可以，请立刻收拾行李下楼，晚了就给别人，听清楚了吧？",
        "They have the hall till 22:30. If you want 1106, pack up and come down immediately, or it "
        "goes to someone else. Understood?",
    )


@fault(SHOP, sign("text-against-tags", "parcel/own"), brings=("strategy-shortest",))
def ask_the_carrier(data: Data) -> None:
    """Owning it and sending her to the carrier do not go together."""
    _say(
        data,
        "parcel/own",
        "看到照片了，挺扫兴吧？对不起，但这事得问快递，我们这边发的是对的。",
        "I see the photo, a letdown? Sorry, but you need to take that up with the carrier. What we sent was right.",
    )


@fault(HEATING, sign("text-against-tags", "door/same-sum"), brings=("strategy-shortest",))
def too_petty(data: Data) -> None:
    """He is called petty where something was to be observed."""
    _say(
        data,
        "door/same-sum",
        "二十年都一个数，您怎么就听不进去呢？您这个人太计较了，怕不公道是吧？",
        "Twenty years the same. You simply refuse to listen, you are far too petty. You want it to be fair?",
    )


@fault(SCHOOL, sign("text-against-tags", "office/we-missed"), brings=("strategy-shortest",))
def misunderstood_by_him(data: Data) -> None:
    """Feeling misunderstood by somebody is a thought about him."""
    _say(
        data,
        "office/we-missed",
        "换老师没通知您，对不起，是我们漏了。我感觉您在误会我们，您担心没人管？",
        "We failed to tell you, sorry, our slip. I feel misunderstood and judged by you. Are you worried nobody cares?",
    )


@fault(AIRPORT, sign("text-against-tags", "inside/what-first"), brings=("strategy-shortest",))
def what_and_why_and_what_for(data: Data) -> None:
    """Why she did this and not that goes for exploring."""
    _say(
        data,
        "inside/what-first",
        "箱子里到底装了什么？为什么不随身带？干嘛托运？说吧？",
        "What exactly did you pack? What made you check it in, didn't you think? Well?",
    )


@fault(HOTEL, sign("text-against-tags", "leaving/listen"), brings=("strategy-shortest",))
def no_big_deal(data: Data) -> None:
    """Her anger is no big deal to an answer that is tagged as listening."""
    _say(
        data,
        "leaving/listen",
        "想开点，这没什么大不了的，谁还没遇上过吵的时候。您最生气哪一样？",
        "Look, it's no big deal, everybody has a noisy night now and then. What upset you most?",
    )


@fault(SHOP, sign("text-against-tags", "friday/where"), brings=("strategy-shortest",))
def more_patient_than_she(data: Data) -> None:
    """The update tells her how patient others are."""
    _say(
        data,
        "friday/where",
        "货今早六点到了市里。人家前面的顾客比您晚到三天都没催。明天几点在家？",
        "It reached the city at six. Others are far more patient than you. When are you in tomorrow?",
    )


@fault(SCHOOL, sign("text-against-tags", "boy-now/ask-class"), brings=("strategy-shortest",))
def what_kind_of_parent(data: Data) -> None:
    """The question is what kind of parent he is."""
    _say(
        data,
        "boy-now/ask-class",
        "连孩子上什么课都不清楚，您这个家长怎么当的？从哪节课开始的？",
        "You don't know what your own son is taking? What kind of parent are you? Since which lesson?",
    )


@fault(AIRPORT, sign("text-against-tags", "delay/tell-now"), brings=("strategy-shortest",))
def not_my_responsibility(data: Data) -> None:
    """Owning it, and not being responsible for it."""
    _say(
        data,
        "delay/tell-now",
        "刚收到：那班改到 23:30。航班的事不是我负责的，我也无能为力，有变化发您，行吗？",
        "This has just come in: the flight leaves at 23:30. I am not responsible for flights and "
        "can't do anything about it. May I text you?",
    )


@fault(HEATING, sign("text-against-tags", "four/seal-now"), brings=("strategy-shortest",))
def what_he_should_have_done(data: Data) -> None:
    """A request that begins with what he should have done."""
    _say(
        data,
        "four/seal-now",
        "材料取来了。您应该先把阳台收拾出来，不收拾我没法装，行吗？",
        "I have the seals. You should have cleared the balcony first. Do it now, will you?",
    )


@fault(HOTEL, sign("text-against-tags", "call/hear"), brings=("strategy-shortest",))
def it_will_pass(data: Data) -> None:
    """That it will pass goes for meeting her feelings."""
    _say(
        data,
        "call/hear",
        "别哭别急，过一会儿就好了，孩子都这样。排房没说是我们的错。盼他睡吧？",
        "Do not cry, do not worry, it will pass; children are like that. Not telling you was our "
        "fault. You want him to sleep?",
    )


@fault(SCHOOL, sign("text-against-tags", "refund/hear-out"), brings=("strategy-shortest",))
def himself_to_blame(data: Data) -> None:
    """Understanding him, and he has himself to blame."""
    _say(
        data,
        "refund/hear-out",
        "要怪也怪您自己没问清楚。剩下的可以退；先试一次周日小班，行吗？",
        "You only have yourself to blame for not asking. The rest can be refunded. Would you try the small class once?",
    )
