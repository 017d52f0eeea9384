"""Faults of the choice itself: answers all alike, worse in everything, misleading, or known by their looks."""

from game.scenario.words import EMPATHY
from tests.proof.corpus.faults import (
    AIRPORT,
    ANSWERS,
    HEATING,
    HOTEL,
    SCHOOL,
    SHOP,
    Data,
    copied,
    fault,
    longer,
    placed,
    response,
    rivals,
    sign,
    text,
)


def _same(data: Data, beat: str, **does: object) -> None:
    """Give all responses of a beat the same effects."""
    for id_, one in data["beats"][beat]["responses"].items():
        words = {key: one[key] for key in ("say", "reply", "note") if key in one}
        data["beats"][beat]["responses"][id_] = words | does


@fault(SCHOOL, sign("siblings-alike", "beats.refund"), brings=("text-against-tags", "pass-by-luck"))
def three_ways_to_say_it(data: Data) -> None:
    """The three answers to the refund differ in words only."""
    _same(data, "refund", tags=["observation"], deliver={"price": 1})
    del data["endings"]["leaves"]


@fault(AIRPORT, sign("siblings-alike", "beats.delay"))
def bad_news_without_effect(data: Data) -> None:
    """Whether the delay is told or hidden makes no difference."""
    _same(data, "delay", then="back")


@fault(HEATING, sign("siblings-alike", "beats.call-in"), brings=("text-against-tags",))
def the_daughter_hears_the_same(data: Data) -> None:
    """All three answers to the daughter do the same, and none loses the case any more."""
    _same(data, "call-in", then="back", tags=["interpretation"], meters={"trust": 2})
    del data["endings"]["thrown-out"]


@fault(HOTEL, sign("siblings-alike", "beats.chat"))
def a_chat_for_its_own_sake(data: Data) -> None:
    """A beat was added so that the talk flows; what is picked in it does not matter."""
    said = {
        "street": ("楼下这条街，白天挺安静的。", "The street is quiet by day, you know."),
        "lift": ("电梯就在您右手边。", "The lift is on your right, by the plant."),
        "weather": ("外头好像要下雨了。", "It looks like rain out there tonight."),
    }
    held = {
        id_: {"say": text(*words), "reply": text("嗯。", "Right."), "note": text("闲聊。", "Small talk.")}
        for id_, words in said.items()
    }
    chat = {
        "channel": "counter",
        "says": text("（她抱着孩子等电梯。）", "(She waits for the lift with him in her arms.)"),
        "responses": held,
    }
    ordered = {}
    for id_, beat in data["beats"].items():
        if id_ == "morning":
            ordered["chat"] = chat
        ordered[id_] = beat
    data["beats"] = ordered


@fault(SHOP, sign("siblings-alike", "beats.post"), brings=("text-against-tags",))
def the_public_reply_is_no_choice(data: Data) -> None:
    """All answers to the post were set to the same while testing and left so."""
    _same(data, "post", tags=["observation"], then="back")
    del data["endings"]["lost-her"]


MORE = ("pass-by-luck",)
"""One more answer that is not bad makes it a little easier for a random player."""


@fault(HOTEL, sign("dominated", "leaving/listen-half"), brings=MORE)
def the_same_hearing_with_a_sting(data: Data) -> None:
    """A second answer hears her anger with the same tags, and leaves her hotter for no reason that one could see."""
    say = text(
        "折腾了一晚上，换谁都得火，是我们没安排好。您最生气的是哪一样？我听着呢，您说。",
        "After such an evening anyone would be angry, we did not look after you. What upset you most? I am "
        "listening, do tell me.",
    )
    copied(data, "leaving/listen", "listen-half", say=say, heat=1, deliver={"service": -1, "brand": -1})


@fault(SHOP, sign("dominated", "parcel/own-sharply"), brings=MORE)
def the_same_with_a_sting(data: Data) -> None:
    """Beside the best answer stands another with the same tags that heats her up, and nothing says why."""
    say = text(
        "照片我看了，红的发成黑的，仓库拣错了，对不起。白等三天，拆开还不对，扫兴吧？",
        "I looked at the photo: black for red, our warehouse got it wrong, sorry. Three days for nothing, "
        "and then the wrong colour. A letdown?",
    )
    copied(data, "parcel/own", "own-sharply", say=say, heat=1)


@fault(HEATING, sign("dominated", "notebook/ask-kindly"), brings=MORE)
def a_question_that_finds_nothing(data: Data) -> None:
    """A second question sounds like the first, and nothing comes of it."""
    say = text(
        "大爷，这些年的热费您都还记得吗？方便说说吗？",
        "Do you still remember what you paid in other years? Would you tell me?",
    )
    copied(data, "notebook/ask-book", "ask-kindly", say=say, learn=None, meters=None)


@fault(SCHOOL, sign("dominated", "two-weeks/short-sheet"), brings=MORE)
def the_same_deed_halved(data: Data) -> None:
    """Two answers report on the tests, one of them with half the deed."""
    say = text(
        "小测的卷子发您了，错题都圈出来了，一次比一次少，高老师课后陪他改过，您有空看看。",
        "I have sent you his tests with the errors marked. They get fewer each time, and Mr Gao mends them "
        "with him after class.",
    )
    copied(data, "two-weeks/test-sheet", "short-sheet", say=say, deliver={"product": 1, "service": 1})


@fault(AIRPORT, sign("dominated", "delay/tell-plainly"), brings=MORE)
def the_same_news_with_a_loss(data: Data) -> None:
    """The delay is told in two ways with the same tags, one of which costs what we are thought of."""
    say = text(
        "刚收到：那班改到 23:30 了，晚五十分钟。送货我另想办法，七点前照样到。有变化就发您，行吗？",
        "This has just come in: the flight leaves at 23:30, fifty minutes late. I will find another way to "
        "have it there by seven. May I text you if anything moves?",
    )
    copied(data, "delay/tell-now", "tell-plainly", say=say, deliver={"service": -1, "brand": -2, "personal": -1})


LOOKS = ("strategy-first", "strategy-longest", "strategy-shortest", "strategy-most-tagged", "length-tell")


@fault(HOTEL, sign("answer-by-position"), brings=LOOKS)
def the_answer_comes_first(data: Data) -> None:
    """The author writes the right answer first, then the others."""
    placed(data, (*ANSWERS[HOTEL], "morning/buffet"), 0)


@fault(SHOP, sign("answer-by-position"), brings=LOOKS)
def the_answer_comes_last(data: Data) -> None:
    """The right answer always closes the list."""
    placed(data, (*ANSWERS[SHOP], "friday/late-send", "sunday/confirm"), -1)


@fault(HEATING, sign("answer-by-position"), brings=LOOKS)
def the_answer_comes_second(data: Data) -> None:
    """The right answer is hidden behind one wrong one, in every beat."""
    placed(data, ("door/same-sum", "notebook/ask-book", "notebook/ask-rooms", "ask-off/seal-it", "four/seal-now"), 1)
    placed(data, ("four/three-parts", "leave/copy-book", "leave/read-back", "call-in/own-tone"), 1)


@fault(SCHOOL, sign("answer-by-position"), brings=LOOKS)
def the_answer_comes_first_again(data: Data) -> None:
    """All beats but a side one begin with the right answer."""
    placed(data, tuple(spot for spot in ANSWERS[SCHOOL] if not spot.startswith("refund/")), 0)


@fault(AIRPORT, sign("answer-by-position"), brings=LOOKS)
def the_answer_comes_last_again(data: Data) -> None:
    """The right answer is put off to the end of every beat."""
    placed(data, ANSWERS[AIRPORT], -1)
    placed(data, ("morning/check-all", "night/kit"), -1)


def _just_longest(data: Data, answers: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Make every answer a little longer than all its rivals."""
    fill = {"zh": "您看这样是不是更好一些呢", "en": " and that is how I would like to go about it for you here"}
    for spot in answers:
        beat, _ = spot.split("/")
        others = [one for other, one in rivals(data, answers).items() if other.startswith(f"{beat}/")]
        say = response(data, spot)["say"]
        for language in languages:
            missing = max(len(one["say"][language]) for one in others) + 2 - len(say[language])
            say[language] += (fill[language] * 3)[: max(missing, 0)]


@fault(HOTEL, sign("answer-by-length"), brings=LOOKS)
def always_a_little_longer(data: Data) -> None:
    """The right answer is always the longest, if only by a word."""
    _just_longest(data, (*ANSWERS[HOTEL], "morning/buffet"), ("zh", "en"))


@fault(SHOP, sign("answer-by-length"), brings=LOOKS)
def always_longer_in_chinese(data: Data) -> None:
    """In Chinese the right answer is always the longest."""
    _just_longest(data, ANSWERS[SHOP], ("zh",))


@fault(HEATING, sign("answer-by-length"), brings=LOOKS)
def always_longer_in_english(data: Data) -> None:
    """In English the right answer is always the longest."""
    _just_longest(data, ANSWERS[HEATING], ("en",))


@fault(SCHOOL, sign("answer-by-length"), brings=LOOKS)
def always_longer_but_once(data: Data) -> None:
    """The right answer is the longest in all beats but the first."""
    spots = tuple(spot for spot in ANSWERS[SCHOOL] if not spot.startswith("office/"))
    _just_longest(data, spots, ("zh", "en"))


@fault(AIRPORT, sign("answer-by-length"), brings=LOOKS)
def always_a_good_deal_longer(data: Data) -> None:
    """Every right answer gets one more sentence."""
    longer(
        data,
        ANSWERS[AIRPORT],
        "这件事我从头跟到底，有消息先告诉您。",
        " I will follow this through myself and tell you first.",
    )


WARM = ("strategy-most-tagged", "dominated", "greedy-misleads", "pass-by-luck", "best-through-blocker")


def _warmest(data: Data, answers: tuple[str, ...], *tags: str) -> None:
    """Give the answers empathy tags and take those of their rivals away."""
    for one in rivals(data, answers).values():
        one["tags"] = [tag for tag in one.get("tags", ()) if tag not in EMPATHY] or ["generic"]
    for spot in answers:
        own = response(data, spot)
        own["tags"] = list(dict.fromkeys([*own.get("tags", ()), *tags]))


@fault(HOTEL, sign("answer-by-empathy"), brings=WARM)
def warmth_is_the_answer(data: Data) -> None:
    """The decoys lost their warmth and the answers gained it: who counts tags need not read."""
    _warmest(data, (*ANSWERS[HOTEL], "morning/buffet"), "reaction")


@fault(SHOP, sign("answer-by-empathy"), brings=WARM)
def only_answers_are_warm(data: Data) -> None:
    """Only the right answers carry tags of empathy at all."""
    _warmest(data, ANSWERS[SHOP], "interpretation")


@fault(HEATING, sign("answer-by-empathy"), brings=WARM)
def every_answer_asks(data: Data) -> None:
    """Every right answer explores, and no other does."""
    _warmest(data, ANSWERS[HEATING], "exploration")


@fault(SCHOOL, sign("answer-by-empathy"), brings=WARM)
def warm_answers_cold_rivals(data: Data) -> None:
    """In school, too, the right answer is the only warm one."""
    _warmest(data, ANSWERS[SCHOOL], "reaction")


@fault(AIRPORT, sign("answer-by-empathy"), brings=WARM)
def doubly_warm_answers(data: Data) -> None:
    """The right answers carry two tags of empathy, the others none."""
    _warmest(data, ANSWERS[AIRPORT], "reaction", "interpretation")
