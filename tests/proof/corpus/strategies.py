"""Faults that let a player pass who does not read: always the first, longest, shortest, most tagged or sorry one."""

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
    placed,
    response,
    rivals,
    sign,
)

PLAYERS = ("strategy-first", "strategy-longest", "strategy-shortest", "strategy-most-tagged", "strategy-apologise")
LOOKS = ("answer-by-position", "answer-by-length", "length-tell", "answer-by-empathy")
BESIDE = (*PLAYERS, *LOOKS, "pass-by-luck")


def _cut(data: Data, *spots: str) -> None:
    """Take responses out of the talk."""
    for spot in spots:
        beat, id_ = spot.split("/")
        del data["beats"][beat]["responses"][id_]


@fault(HOTEL, sign("strategy-first"), brings=BESIDE)
def first_is_right(data: Data) -> None:
    """The right answers stand first throughout."""
    placed(data, ANSWERS[HOTEL], 0)


@fault(SHOP, sign("strategy-first"), brings=BESIDE)
def first_is_right_till_the_end(data: Data) -> None:
    """All but the last beat have the right answer first."""
    placed(data, ("parcel/own", "need/ask-when", "way/two-ways", "friday/late-send", "friday/where"), 0)
    placed(data, ("sunday/confirm", "post/reply-open"), 0)


@fault(HEATING, sign("strategy-first"), brings=BESIDE)
def first_is_right_without_the_fact(data: Data) -> None:
    """The good answers that everybody can give stand first."""
    placed(data, ("door/same-sum", "notebook/ask-rooms", "ask-off/seal-it", "four/seal-now", "leave/read-back"), 0)


@fault(SCHOOL, sign("strategy-first"), brings=BESIDE)
def bad_first_answers_cut(data: Data) -> None:
    """What stood before the good answers was cut to make the case shorter."""
    _cut(data, "office/gao-better", "boy-now/drill", "two-weeks/long-road", "friday/next-term")
    placed(data, ("boy-now/ask-class",), 0)


@fault(AIRPORT, sign("strategy-first"), brings=BESIDE)
def first_is_right_where_it_counts(data: Data) -> None:
    """In the beats that count most the answer was left where it was first written."""
    placed(data, ("carousel/you-waited", "inside/what-first", "when/seven", "morning/car", "delay/tell-now"), 0)


ZH, EN = (
    "您看这样安排合不合适，有什么不妥的地方，或者还想到了什么，随时跟我说一声就行。",
    " Please see whether this would suit you, and do tell me if there is anything about it that you "
    "would rather have otherwise.",
)


@fault(HOTEL, sign("strategy-longest"), brings=BESIDE)
def longest_is_right(data: Data) -> None:
    """Good answers are the long ones, in both languages."""
    longer(data, ANSWERS[HOTEL], ZH, EN)


@fault(SHOP, sign("strategy-longest"), brings=BESIDE)
def longest_is_right_in_english(data: Data) -> None:
    """Only in English is the long answer the good one."""
    longer(data, ANSWERS[SHOP], en=EN)


@fault(HEATING, sign("strategy-longest"), brings=BESIDE)
def longest_is_right_in_chinese(data: Data) -> None:
    """Only in Chinese is the long answer the good one."""
    longer(data, tuple(spot for spot in ANSWERS[HEATING] if spot != "four/three-parts"), zh=ZH)


@fault(SCHOOL, sign("strategy-longest"), brings=(*BESIDE, "text-against-tags"))
def long_decoys_cut(data: Data) -> None:
    """The long-winded wrong answers were shortened, the right ones left as they were."""
    first_words(data, tuple(rivals(data, ANSWERS[SCHOOL])))


@fault(AIRPORT, sign("strategy-longest"), brings=BESIDE)
def longest_but_for_one_beat(data: Data) -> None:
    """Good answers are long, but for the first, where the short one is right."""
    longer(data, tuple(spot for spot in ANSWERS[AIRPORT] if not spot.startswith("carousel/")), ZH, EN)


@fault(HOTEL, sign("strategy-shortest"), brings=BESIDE)
def shortest_is_right(data: Data) -> None:
    """Good answers are the short ones, in both languages."""
    first_words(data, ANSWERS[HOTEL])


@fault(SHOP, sign("strategy-shortest"), brings=BESIDE)
def shortest_is_right_in_chinese(data: Data) -> None:
    """Only in Chinese is the short answer the good one."""
    first_words(data, ANSWERS[SHOP], ("zh",))


@fault(HEATING, sign("strategy-shortest"), brings=BESIDE)
def shortest_is_right_in_english(data: Data) -> None:
    """Only in English is the short answer the good one."""
    first_words(data, ANSWERS[HEATING], ("en",))


@fault(SCHOOL, sign("strategy-shortest"), brings=BESIDE)
def chatty_rivals(data: Data) -> None:
    """All wrong answers talk on and on."""
    longer(data, tuple(rivals(data, ANSWERS[SCHOOL])), ZH, EN)


@fault(AIRPORT, sign("strategy-shortest"), brings=BESIDE)
def short_but_for_one_beat(data: Data) -> None:
    """Good answers are short, but for the last."""
    first_words(data, tuple(spot for spot in ANSWERS[AIRPORT] if not spot.startswith("morning/")))


def _tagged(data: Data, spots: tuple[str, ...], *tags: str) -> None:
    for spot in spots:
        own = response(data, spot)
        own["tags"] = list(dict.fromkeys([*own.get("tags", ()), *tags]))


@fault(HOTEL, sign("strategy-most-tagged"), brings=BESIDE)
def decoys_out_of_tags(data: Data) -> None:
    """The warm decoys lost their tags, and the answers alone look careful in the file."""
    for spot in ("child/embrace", "offer/soothe"):
        response(data, spot)["tags"] = ["generic"]
        response(data, spot).pop("names", None)


@fault(SHOP, sign("strategy-most-tagged"), brings=BESIDE)
def warm_decoys_cut(data: Data) -> None:
    """The warm decoys were cut for being too good."""
    _cut(data, "need/feel-all", "way/with-you", "friday/worry-along")


@fault(HEATING, sign("strategy-most-tagged"), brings=(*BESIDE, "dominated"))
def everything_ticked(data: Data) -> None:
    """Every tag that could be defended was set on the good answers."""
    _tagged(data, ANSWERS[HEATING], "observation", "request", "recap", "next-step", "check-back", "option")


@fault(SCHOOL, sign("strategy-most-tagged"), brings=BESIDE)
def one_tag_each(data: Data) -> None:
    """Wrong answers carry a single tag, whatever they say."""
    for one in rivals(data, ANSWERS[SCHOOL]).values():
        one["tags"] = one.get("tags", [])[:1] or ["generic"]
        one.pop("names", None)


@fault(AIRPORT, sign("strategy-most-tagged"), brings=BESIDE)
def answers_tagged_for_the_course(data: Data) -> None:
    """For a course on tags the good answers got the four steps, and the others were left alone."""
    for spot in ("inside/alone-out", "when/with-heart"):
        response(data, spot)["tags"] = ["generic"]
        response(data, spot).pop("names", None)
    _tagged(data, ANSWERS[AIRPORT], "observation", "request", "next-step")


def _sorry(data: Data, spots: tuple[str, ...]) -> None:
    """Let these responses apologise, and take out the others that do."""
    _cut(data, *[spot for spot, one in rivals(data, spots).items() if "apology" in one.get("tags", ())])
    for spot in spots:
        own = response(data, spot)
        if "apology" not in own.setdefault("tags", []):
            own["tags"].append("apology")
            own["say"]["zh"] = "对不起，" + own["say"]["zh"]
            own["say"]["en"] = "I am sorry. " + own["say"]["en"]


@fault(HOTEL, sign("strategy-apologise"), brings=BESIDE)
def sorry_in_every_answer(data: Data) -> None:
    """Every good answer begins with an apology, and no other has one."""
    _sorry(data, ANSWERS[HOTEL])


@fault(SHOP, sign("strategy-apologise"), brings=BESIDE)
def sorry_and_nothing_else_wrong(data: Data) -> None:
    """The house style wants an apology in each good answer."""
    _sorry(data, ANSWERS[SHOP])


@fault(HEATING, sign("strategy-apologise"), brings=BESIDE)
def sorry_though_nobody_is_at_fault(data: Data) -> None:
    """Nobody is at fault, and every good answer is sorry all the same."""
    _sorry(data, ANSWERS[HEATING])


@fault(SCHOOL, sign("strategy-apologise"), brings=BESIDE)
def sorry_to_the_father(data: Data) -> None:
    """The adviser is sorry in all right answers but the side way."""
    _sorry(data, tuple(spot for spot in ANSWERS[SCHOOL] if not spot.startswith("refund/")))


@fault(AIRPORT, sign("strategy-apologise"), brings=BESIDE)
def sorry_at_the_desk(data: Data) -> None:
    """The desk is sorry in all right answers, the shouting one left out."""
    _sorry(data, tuple(spot for spot in ANSWERS[AIRPORT] if not spot.startswith("shouting/")))
