"""Faults of what can be come to: personas, beats, responses, interrupts and endings."""

from tests.proof.corpus.faults import (
    AIRPORT,
    HEATING,
    HOTEL,
    SCHOOL,
    SHOP,
    Data,
    copied,
    fault,
    response,
    responses,
    sign,
    text,
)

IMPOSSIBLE = {"all": [{"heat": {"min": 8}}, {"heat": {"max": 2}}]}


@fault(HOTEL, sign("persona-idle", "personas.night-owl"))
def a_persona_with_a_label_only(data: Data) -> None:
    """A persona was named and never filled in."""
    data["personas"]["night-owl"] = {"label": text("夜猫子", "Night owl")}


@fault(SHOP, sign("persona-idle", "personas.upset"))
def a_persona_with_the_same_heat(data: Data) -> None:
    """A persona repeats the heat of the customer as written."""
    data["personas"]["upset"] = {"label": text("很着急", "Very upset"), "heat": data["customer"]["heat"]}


@fault(HEATING, sign("persona-idle", "personas.stubborn"))
def a_persona_with_the_same_numbers(data: Data) -> None:
    """A persona restates expectations that are already so."""
    expects = {"price": {"weight": 4, "desired": 8}, "brand": {"adequate": 3}}
    data["personas"]["stubborn"] = {"label": text("认死理", "Stands on principle"), "expects": expects}


@fault(SCHOOL, sign("persona-idle", "personas.uncle"))
def a_persona_with_the_same_need(data: Data) -> None:
    """A third persona has the very need, fault and heat of the first."""
    label = text("舅舅来谈", "The uncle comes")
    data["personas"]["uncle"] = {"label": label, "need": "certainty", "fault": "ours", "heat": 6}


@fault(AIRPORT, sign("persona-idle", "personas.worn"))
def a_persona_reset(data: Data) -> None:
    """A persona was balanced back and forth until nothing of it was left; its own line was cut as well."""
    data["personas"]["worn"] = {"label": text("累坏了", "Worn out"), "expects": {"brand": {"desired": 6}}}
    data["beats"]["carousel"]["says"] = data["beats"]["carousel"]["says"][1]["says"]


@fault(HOTEL, sign("ending-never", "endings.upgraded"))
def an_ending_nothing_leads_to(data: Data) -> None:
    """A third ending was written and never wired."""
    data["endings"]["upgraded"] = {"says": text("下次还住这间。", "I will ask for this room again.")}


@fault(SHOP, sign("ending-never", "endings.glowing"))
def an_ending_behind_a_contradiction(data: Data) -> None:
    """The way to an ending asks for two promises of one beat."""
    data["endings"]["glowing"] = {"says": text("我要给你们写表扬信。", "I shall write to your boss to praise you.")}
    both = {"promised": ["saturday", "tomorrow"]}
    response(data, "sunday/card")["then"] = [{"if": both, "to": "glowing"}, {"to": "warm"}]


@fault(HEATING, sign("ending-never", "endings.thrown-out"))
def a_loss_that_cannot_happen(data: Data) -> None:
    """The response that used to lose the customer was sent back to the talk."""
    response(data, "call-in/he-began")["then"] = "back"


@fault(SCHOOL, sign("ending-never", "endings.doubtful"))
def a_middle_ending_cut_off(data: Data) -> None:
    """The ending in the middle hangs on a heat that nobody can have."""
    response(data, "friday/next-term")["then"] = "stays"
    response(data, "friday/fetch-chat")["then"] = [{"if": IMPOSSIBLE, "to": "doubtful"}, {"to": "stays"}]


@fault(AIRPORT, sign("ending-never", "endings.never-again"))
def a_bad_ending_always_spared(data: Data) -> None:
    """A limit was written so wide that the second way is never taken."""
    response(data, "morning/sign-here")["then"] = "made-it"
    response(data, "morning/miles")["then"][0]["if"] = {"heat": {"max": 10}}


def _all_end_in(data: Data, ending: str) -> None:
    for one in responses(data).values():
        then = one.get("then")
        if isinstance(then, list) or then in data["endings"]:
            one["then"] = ending


@fault(HOTEL, sign("ending-always", "endings"), brings=("ending-never",))
def every_way_ends_well(data: Data) -> None:
    """All routes lead to the good ending, whatever was said; the others are left standing."""
    _all_end_in(data, "rested")


@fault(SHOP, sign("ending-always", "endings"), brings=("ending-never",))
def every_way_ends_coolly(data: Data) -> None:
    """However well it went, she says the same in the end."""
    _all_end_in(data, "cool")


@fault(HEATING, sign("ending-always", "endings"))
def one_ending_only(data: Data) -> None:
    """The scenario has one ending."""
    _all_end_in(data, "settled")
    data["endings"] = {"settled": data["endings"]["settled"]}


@fault(SCHOOL, sign("ending-always", "endings"), brings=("ending-never",))
def conditions_that_always_hold(data: Data) -> None:
    """The last routes ask for what is always so."""
    _all_end_in(data, "stays")
    always = {"heat": {"max": 10}}
    response(data, "friday/fetch-chat")["then"] = [{"if": always, "to": "stays"}, {"to": "doubtful"}]


@fault(AIRPORT, sign("ending-always", "endings"), brings=("ending-never",))
def nobody_is_satisfied(data: Data) -> None:
    """Both lines of the end and the loss were merged into one, by routes."""
    _all_end_in(data, "never-again")
    del data["endings"]["gone"]


GONE = ("response-never", "ending-never", "fact-never-learned", "interrupt-never", "promise-never-closed")


def _aside(data: Data, model: str, then: str) -> None:
    """Add a beat that nothing leads to, its answers those of another beat without what they give."""
    kept = ("say", "tags", "names", "reply", "note")
    held = data["beats"][model]["responses"]
    plain = {id_: {key: one[key] for key in kept if key in one} | {"then": then} for id_, one in held.items()}
    data["beats"]["aside"] = data["beats"][model] | {"responses": plain}


@fault(HOTEL, sign("beat-never", "beats.aside"), brings=GONE)
def a_beat_without_a_way(data: Data) -> None:
    """A beat was written and nothing leads there."""
    _aside(data, "child", "offer")


@fault(SHOP, sign("beat-never", "beats.aside"), brings=GONE)
def a_beat_behind_a_contradiction(data: Data) -> None:
    """The only way to a beat asks for what cannot be."""
    _aside(data, "post", "friday")
    response(data, "way/carrier")["then"] = [{"if": IMPOSSIBLE, "to": "aside"}, {"to": "friday"}]


@fault(SCHOOL, sign("beat-never", "beats.refund"), brings=GONE)
def a_side_way_cut_off(data: Data) -> None:
    """The one response that led to the refund goes straight on."""
    response(data, "marks/no-one-can")["then"] = "two-weeks"


@fault(HEATING, sign("beat-never", "beats.door"), brings=(*GONE, "answer-by-empathy", "pass-by-luck"))
def started_one_beat_too_late(data: Data) -> None:
    """`start` names the second beat."""
    data["start"] = "notebook"


@fault(AIRPORT, sign("beat-never", "beats.delay"), brings=GONE)
def an_interrupt_to_the_wrong_beat(data: Data) -> None:
    """The first interrupt names the beat of the second."""
    data["interrupts"][0]["to"] = "shouting"


@fault(HOTEL, sign("response-never", "morning/congee"), brings=("answer-by-empathy", "score-fixed"))
def two_picks_of_one_beat(data: Data) -> None:
    """A response asks for two picks of a beat in which one has only one."""
    response(data, "morning/congee")["if"] = {"said": ["child/ask", "child/embrace"]}


@fault(SHOP, sign("response-never", "friday/late-send"))
def a_mistyped_condition(data: Data) -> None:
    """A condition that should have been either-or became both."""
    response(data, "friday/late-send")["if"] = {"promised": ["tomorrow", "saturday"]}


@fault(SCHOOL, sign("response-never", "friday/count-up"))
def more_than_the_meter_holds(data: Data) -> None:
    """A response waits for more of a meter than a play can ever gather."""
    response(data, "friday/count-up")["if"] = {"meters": {"courage": {"min": 8}}}


@fault(AIRPORT, sign("response-never", "carousel/own-words"))
def a_need_known_too_soon(data: Data) -> None:
    """In the first beat a response asks for the need to be known."""
    copied(data, "carousel/you-waited", "own-words", **{"if": {"need_known": True}})


@fault(HEATING, sign("response-never", "leave/valve"))
def kept_before_it_can_be(data: Data) -> None:
    """A response waits for a promise to be kept that every way breaks."""
    response(data, "leave/valve")["if"] = {"kept": ["struck"]}


@fault(HOTEL, sign("interrupt-never", "interrupts"))
def a_second_interrupt_too_many(data: Data) -> None:
    """A second interrupt waits for a promise to be kept that cannot be."""
    data["interrupts"].append({"if": {"kept": ["hush"]}, "to": "leaving"})


@fault(SHOP, sign("interrupt-never", "interrupts"), brings=("beat-never", *GONE))
def a_limit_out_of_reach(data: Data) -> None:
    """The stir that would bring her post can never get so high."""
    response(data, "parcel/screen")["meters"] = {"buzz": 2}
    data["interrupts"][0]["if"] = {"meters": {"buzz": {"min": 10}}}


@fault(HEATING, sign("interrupt-never", "interrupts"), brings=("beat-never", *GONE))
def a_limit_below_the_meter(data: Data) -> None:
    """The daughter calls when trust falls below what the meter holds."""
    data["interrupts"][0]["if"] = {"meters": {"trust": {"max": -1}}}


@fault(SCHOOL, sign("interrupt-never", "interrupts"))
def an_interrupt_that_knows_too_much(data: Data) -> None:
    """An interrupt asks for a fact together with the response that cannot have found it."""
    case = {"knows": ["blackboard"], "said": ["boy-now/drill"]}
    data["interrupts"] = [{"if": case, "to": "refund"}]


@fault(AIRPORT, sign("interrupt-never", "interrupts"))
def an_interrupt_always_behind_another(data: Data) -> None:
    """A third interrupt asks for what ends the talk at once."""
    data["interrupts"].append({"if": {"said": ["morning/miles"]}, "to": "shouting"})


@fault(HOTEL, sign("persona-idle", "personas.thrifty"))
def a_persona_of_no_weight(data: Data) -> None:
    """What a persona expects differs in a component that does not count."""
    data["customer"]["expects"]["price"] = {"weight": 0, "adequate": 4, "desired": 6, "perceived": 5, "can": 7}
    expects = {"price": {"desired": 9, "perceived": 2}}
    data["personas"]["thrifty"] = {"label": text("爱算账", "Thrifty"), "expects": expects}


@fault(SCHOOL, sign("ending-never", "endings.prize"), sign("response-never", "friday/letter-two"))
def an_ending_behind_a_closed_response(data: Data) -> None:
    """A third ending hangs on a response whose condition nobody can meet."""
    data["endings"]["prize"] = {"says": text("他上台领奖了。", "He went up on stage for a prize.")}
    copied(data, "friday/letter", "letter-two", **{"if": IMPOSSIBLE}, then="prize", promise=None)


@fault(SHOP, sign("interrupt-never", "interrupts"), sign("response-never", "need/ask-twice"))
def an_interrupt_behind_a_closed_response(data: Data) -> None:
    """An interrupt waits for a response that is never on offer."""
    copied(data, "need/ask-when", "ask-twice", **{"if": IMPOSSIBLE}, learn=None, promise=None)
    data["interrupts"].append({"if": {"said": ["need/ask-twice"]}, "to": "sunday"})
