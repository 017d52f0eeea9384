"""Faults of words: answers that say something else than their tags, as phrases tell."""

from tests.proof.corpus.faults import AIRPORT, HEATING, HOTEL, SCHOOL, SHOP, Data, fault, response, sign, text


def _say(data: Data, spot: str, zh: str, en: str) -> None:
    response(data, spot)["say"] = text(zh, en)


@fault(HOTEL, sign("text-against-tags", "offer/move"), brings=("strategy-shortest",))
def a_demand_for_a_request(data: Data) -> None:
    """A request that makes a condition of it."""
    _say(
        data,
        "offer/move",
        "婚宴签到 22:30，停不了。书吧和 1106 都行，不过您得先把押金交了，才能给您换。",
        "They have the hall till 22:30. The library or room 1106, but you will have to pay a deposit "
        "first, before I can move you.",
    )


@fault(SHOP, sign("text-against-tags", "parcel/own"))
def a_contractor_to_blame(data: Data) -> None:
    """Owning it, and then it was somebody else."""
    _say(
        data,
        "parcel/own",
        "看到照片了，对不起。不过说实话，这是仓库外包公司的事，跟我们没有关系，您挺扫兴的吧？",
        "I see it in the photo, and I am sorry it is a letdown. To be honest, though, that is down "
        "to our contractor and has nothing to do with us.",
    )


@fault(HEATING, sign("text-against-tags", "door/same-sum"))
def a_verdict_on_his_character(data: Data) -> None:
    """A verdict on his character goes for an observation."""
    _say(
        data,
        "door/same-sum",
        "大爷，您就是太固执了，二十年的老黄历还抱着不放。您是怕收得不公道，心里有气，对吧？",
        "You are just too stubborn, sir, holding on to twenty years ago. You are upset and want it "
        "to be fair, don't you?",
    )


@fault(SCHOOL, sign("text-against-tags", "office/we-missed"))
def an_attack_for_a_feeling(data: Data) -> None:
    """What he is said to do goes for what one feels."""
    _say(
        data,
        "office/we-missed",
        "换老师没通知您，是我们漏了，对不起。我觉得您在针对高老师，您这是担心他教不好吧？",
        "We failed to tell you, and I am sorry. I feel like you are attacking Mr Gao. Are you "
        "worried that he cannot teach?",
    )


@fault(AIRPORT, sign("text-against-tags", "inside/what-first"))
def why_not_sooner(data: Data) -> None:
    """The question why she did not say so goes for exploring."""
    _say(
        data,
        "inside/what-first",
        "您怎么不早说？这么要紧的东西，为什么要放在托运的箱子里呢？",
        "Why did you not say so before? Why would you put such important things in checked baggage?",
    )


@fault(HOTEL, sign("text-against-tags", "leaving/listen"))
def so_small_a_thing(data: Data) -> None:
    """What hurts her is called small in an answer that is tagged as listening."""
    _say(
        data,
        "leaving/listen",
        "就这么点小事，您至于发这么大的火吗？别的客人都没说什么。您到底想怎么样？",
        "It is only a small thing, is it worth getting so angry? No other guest has complained. What "
        "is it that you want?",
    )


@fault(SHOP, sign("text-against-tags", "friday/where"))
def slower_parcels_elsewhere(data: Data) -> None:
    """Other customers wait longer, says an update."""
    _say(
        data,
        "friday/where",
        "刚跟司机通过电话：货今早六点到了市里。别的顾客都等一个星期，您催什么，明天几点在家？",
        "I have just had the driver on the line: it reached the city at six. Other customers wait a "
        "week, so stop chasing. When are you in?",
    )


@fault(SCHOOL, sign("text-against-tags", "boy-now/ask-class"))
def a_parent_should_know(data: Data) -> None:
    """A question with contempt in it goes for exploring."""
    _say(
        data,
        "boy-now/ask-class",
        "他是从哪节课开始不愿意的？这么简单的事您当家长的都不知道吗？想到什么就说。",
        "Since which lesson? How can a parent not even know something that simple? Tell me whatever comes to mind.",
    )


@fault(AIRPORT, sign("text-against-tags", "delay/tell-now"))
def the_weather_is_to_blame(data: Data) -> None:
    """Ownership that blames the weather."""
    _say(
        data,
        "delay/tell-now",
        "刚收到：那班改到 23:30 了。这是天气的原因，不归我们管，您要怪就怪老天爷，行吗？",
        "This has just come in: the flight leaves at 23:30. That is the weather and out of our "
        "control; blame heaven if you like, will you?",
    )


@fault(HEATING, sign("text-against-tags", "four/seal-now"))
def stand_over_there(data: Data) -> None:
    """Orders go for a request."""
    _say(
        data,
        "four/seal-now",
        "材料取来了，我现在就装。您给我站那边去，别挡着，按我说的试，听明白没有？",
        "I have the seals here and am fitting them now. Stand over there and do as I say. Do you understand?",
    )


@fault(HOTEL, sign("text-against-tags", "call/hear"))
def the_bright_side(data: Data) -> None:
    """She is told to look on the bright side by an answer tagged with her feelings."""
    _say(
        data,
        "call/hear",
        "孩子睡不着很正常，您想开点就好了。排房没说是我们的错。您就盼他睡个整觉吧？",
        "It is quite normal that he cannot sleep, you should look on the bright side. Not telling "
        "you was our fault. You want him to rest?",
    )


@fault(SHOP, sign("text-against-tags", "need/ask-when"))
def from_the_start_again(data: Data) -> None:
    """He has to tell it all again, and it is tagged as exploring."""
    _say(
        data,
        "need/ask-when",
        "麻烦您把事情从头到尾再说一遍，是哪天要用、给谁穿的？",
        "Please tell me the whole story again from the start: when is it for, and who will wear it?",
    )


@fault(SCHOOL, sign("text-against-tags", "refund/hear-out"))
def read_before_you_sign(data: Data) -> None:
    """He should have read what he signed, says an answer tagged as understanding him."""
    _say(
        data,
        "refund/hear-out",
        "您当初签字的时候怎么不看清楚？剩下的课时可以退；先让他试一次周日小班再定，行吗？",
        "You should have read what you signed. The rest can be refunded. Would you let him try the small class once?",
    )
