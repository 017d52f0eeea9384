"""Faults of the scores: what cannot be reached, what comes by luck, what no play moves, what is lost to a limit."""

from game.scenario.words import BLOCKERS, NVC
from tests.proof.corpus.faults import (
    AIRPORT,
    ANSWERS,
    HEATING,
    HOTEL,
    SCHOOL,
    SHOP,
    Data,
    fault,
    response,
    responses,
    rivals,
    sign,
    text,
)

FLAT = ("score-fixed", "ending-never", "component-unmoved", "dominated", "siblings-alike", "clipped", "greedy-misleads")


def _expects(data: Data, persona: str | None = None, **numbers: int) -> None:
    """Write the same numbers for every component, of the customer or of a persona."""
    if persona is None:
        for one in data["customer"]["expects"].values():
            one.update(numbers)
    else:
        data["personas"][persona]["expects"] = {one: dict(numbers) for one in data["customer"]["expects"]}


def _untagged(data: Data, *tags: str) -> None:
    for one in responses(data).values():
        one["tags"] = [tag for tag in one.get("tags", ()) if tag not in tags]
        if "need" in tags:
            one.pop("names", None)


@fault(HOTEL, sign("pass-out-of-reach"), brings=FLAT)
def nothing_is_good_enough(data: Data) -> None:
    """She wants the best of everything, and finds all that is less than that beneath her."""
    _expects(data, adequate=9, desired=10, perceived=0)
    data["personas"] = {"polite": {"label": text("客气", "Polite"), "heat": 4}}


@fault(SHOP, sign("pass-out-of-reach"), brings=(*FLAT, "answer-by-empathy"))
def every_way_loses_her(data: Data) -> None:
    """The endings were mixed up: whatever was done, she is lost."""
    for ending in ("warm", "cool"):
        data["endings"][ending]["lost"] = True


@fault(
    HEATING,
    sign("pass-out-of-reach"),
    brings=("overpromise-unbreakable", "promise-never-closed", "answer-by-empathy", *FLAT),
)
def nothing_is_done(data: Data) -> None:
    """Nobody wrote what the responses do: no deed, no word kept, and an old man with nothing in hand."""
    for one in responses(data).values():
        for key in ("deliver", "keeps", "breaks", "frame", "extra"):
            one.pop(key, None)
    _expects(data, perceived=0)


@fault(SCHOOL, sign("pass-out-of-reach"), brings=FLAT)
def out_of_reach_for_the_mother(data: Data) -> None:
    """One persona expects so much that she cannot be satisfied; the father can."""
    data["personas"]["mother"].update({"heat": 9})
    _expects(data, "mother", adequate=9, desired=10, perceived=0)


@fault(AIRPORT, sign("pass-out-of-reach"), brings=FLAT)
def points_but_no_verdict(data: Data) -> None:
    """The points for a pass can be had, the verdict cannot: what counts most is never even adequate."""
    for who in (data["customer"], data["personas"]["worn"]):
        who.setdefault("expects", {})["brand"] = {"weight": 4, "adequate": 9, "desired": 10}


PLAYERS = ("strategy-first", "strategy-longest", "strategy-shortest", "strategy-most-tagged", "strategy-apologise")
LUCKY = (*PLAYERS, "score-fixed", "clipped")


@fault(HOTEL, sign("pass-by-luck"), brings=LUCKY)
def satisfied_from_the_start(data: Data) -> None:
    """She has what she wants before anything is said."""
    for one in data["customer"]["expects"].values():
        one["perceived"] = one["desired"]
    data["customer"]["heat"] = 3


@fault(SHOP, sign("pass-by-luck"), brings=(*LUCKY, "component-unmoved"))
def only_good_answers_left(data: Data) -> None:
    """The worst answers were taken out as unkind, and what is left passes too often."""
    for spot in ("parcel/photos", "parcel/screen", "way/carrier", "friday/sale-time", "sunday/praise-us"):
        beat, id_ = spot.split("/")
        del data["beats"][beat]["responses"][id_]
    response(data, "sunday/coupon")["then"] = [{"if": {"heat": {"max": 2}}, "to": "warm"}, {"to": "cool"}]
    response(data, "way/overnight")["meters"] = {"buzz": 3}


@fault(HEATING, sign("pass-by-luck"), brings=LUCKY)
def an_easy_old_man(data: Data) -> None:
    """He was made easy to please: little is adequate, little is desired, and he is calm."""
    _expects(data, adequate=1, desired=4)
    data["customer"]["expects"]["price"]["perceived"] = 4
    data["customer"]["heat"] = 2
    data["personas"]["stubborn"]["expects"] = {"brand": {"weight": 3}}


@fault(SCHOOL, sign("pass-by-luck", "personas"), brings=LUCKY)
def luck_for_one_persona(data: Data) -> None:
    """One persona is so content that anything passes with her."""
    data["personas"]["mother"]["heat"] = 1
    _expects(data, "mother", adequate=2, desired=4, perceived=5)


@fault(
    AIRPORT,
    sign("pass-by-luck"),
    brings=(
        *LUCKY,
        "interrupt-never",
        "beat-never",
        "response-never",
        "ending-never",
        "text-against-tags",
        "dominated",
    ),
)
def nothing_is_held_against_it(data: Data) -> None:
    """The tags of the bad answers were never set, and every answer delivers."""
    for one in rivals(data, ANSWERS[AIRPORT]).values():
        one["tags"] = ["observation"]
        one["deliver"] = {"service": 2, "personal": 2, "brand": 1} | one.get("deliver", {})


@fault(HOTEL, sign("score-fixed"), brings=("pass-out-of-reach", "dominated", "greedy-misleads"))
def nothing_to_exceed_with(data: Data) -> None:
    """All is desired at ten, so that no deed can go beyond it."""
    for one in data["customer"]["expects"].values():
        one["desired"] = 10
    data["personas"]["polite"] = {"label": text("客气", "Polite"), "heat": 4}
    data["personas"]["burning"] = {"label": text("火大", "At boiling point"), "heat": 8}


@fault(AIRPORT, sign("score-fixed"))
def a_budget_overspent_from_the_start(data: Data) -> None:
    """The budget starts below nothing, and who has overspent cannot exceed."""
    data["meters"]["budget"]["start"] = -10


@fault(SCHOOL, sign("score-fixed"), brings=("strategy-most-tagged", "pass-by-luck", *FLAT))
def weights_too_light(data: Data) -> None:
    """With every weight at one, no surprise is worth anything and exceed stays at nothing."""
    for who in (data["customer"], data["personas"]["mother"]):
        for one in who["expects"].values():
            one["weight"] = 1


@fault(SHOP, sign("score-fixed"), brings=("answer-by-empathy", "text-against-tags", *FLAT))
def words_without_tags(data: Data) -> None:
    """No response carries a tag of nonviolent communication or a blocker, so that NVC is one number."""
    _untagged(data, *NVC, *BLOCKERS)


@fault(HEATING, sign("score-fixed"), brings=("pass-out-of-reach", "answer-by-empathy", *FLAT))
def lost_either_way(data: Data) -> None:
    """All three endings lose him, and who has lost the customer has set nothing and exceeded nothing."""
    for ending in data["endings"].values():
        ending["lost"] = True


@fault(HOTEL, sign("component-unmoved", "customer"))
def a_price_nobody_talks_of(data: Data) -> None:
    """A fifth component was added for the sake of completeness."""
    data["customer"]["expects"]["price"] = {"weight": 1, "adequate": 4, "desired": 6, "perceived": 5, "can": 7}


@fault(SHOP, sign("component-unmoved", "customer"), brings=("pass-by-luck",))
def only_surprises_off_target(data: Data) -> None:
    """All that is ever done about the price is a coupon that she does not care for."""
    response(data, "need/return-first").pop("deliver")
    data["personas"]["thrifty"]["expects"]["price"] = {"desired": 7}


@fault(HEATING, sign("component-unmoved", "customer"), brings=("pass-by-luck",))
def a_product_without_deeds(data: Data) -> None:
    """The warmth of the flat counts, and no response makes it warmer."""
    data["customer"]["expects"]["product"] = {"weight": 2, "adequate": 4, "desired": 6, "perceived": 6, "can": 7}


@fault(SCHOOL, sign("component-unmoved", "customer"))
def a_deed_taken_out(data: Data) -> None:
    """The one response that did something about the price was changed to words."""
    response(data, "refund/bonus").pop("deliver")
    response(data, "refund/bonus").pop("extra")


@fault(AIRPORT, sign("component-unmoved", "customer"), brings=("pass-by-luck",))
def a_deed_where_nobody_comes(data: Data) -> None:
    """The price is moved by a response that is never on offer."""
    response(data, "inside/buy-new").pop("deliver")
    data["customer"]["expects"]["product"] = {"weight": 1, "perceived": 6, "adequate": 4, "desired": 6}


@fault(HOTEL, sign("meter-unmoved", "meters.sleep"))
def a_meter_for_show(data: Data) -> None:
    """A second meter was set up, and nothing moves it."""
    data["meters"]["sleep"] = {"start": 2, "min": 0, "max": 5, "label": text("孩子的睡意", "How sleepy he is")}


@fault(SHOP, sign("meter-unmoved", "meters.buzz"), brings=("interrupt-never", "beat-never", "response-never"))
def stir_that_nobody_stirs(data: Data) -> None:
    """The meter is watched by an interrupt, but its changes were lost."""
    data["endings"].pop("lost-her")
    response(data, "post/take-down")["then"] = "cool"
    for one in responses(data).values():
        one.pop("meters", None)


@fault(HEATING, sign("meter-unmoved", "meters.trust"), brings=("interrupt-never", "beat-never", "response-never"))
def changes_of_nothing(data: Data) -> None:
    """Every change of the meter is written as nothing."""
    for one in responses(data).values():
        if "meters" in one:
            one["meters"] = {"trust": 0}
    response(data, "call-in/he-began")["then"] = "grumbling"
    data["endings"].pop("thrown-out")


@fault(SCHOOL, sign("meter-unmoved", "meters.courage"), brings=("clipped",))
def a_meter_without_room(data: Data) -> None:
    """The bounds of the meter are where it starts."""
    data["meters"]["courage"] |= {"min": 3, "max": 3}


@fault(AIRPORT, sign("meter-unmoved", "meters.budget"))
def a_budget_never_spent(data: Data) -> None:
    """There is a budget in the brief, and no response costs anything."""
    for one in responses(data).values():
        one.pop("meters", None)


@fault(HOTEL, sign("clipped", "morning/congee"))
def more_than_ten(data: Data) -> None:
    """A deed is written as if the scale went further than ten."""
    response(data, "morning/congee")["deliver"]["personal"] = 10


@fault(SHOP, sign("clipped", "parcel/own"))
def less_than_nothing(data: Data) -> None:
    """The first answer takes more from the meter than there can be in it."""
    response(data, "parcel/own")["meters"] = {"buzz": -5}


@fault(HEATING, sign("clipped", "leave/copy-book"))
def more_trust_than_fits(data: Data) -> None:
    """The last kindness adds more to the meter than it can hold."""
    response(data, "leave/copy-book")["meters"] = {"trust": 9}


@fault(SCHOOL, sign("clipped", "office/we-missed"), brings=("pass-by-luck",))
def calmer_than_calm(data: Data) -> None:
    """One good answer cools him by more than there is heat."""
    response(data, "office/we-missed")["heat"] = -9


@fault(AIRPORT, sign("clipped", "morning/sign-here"))
def worse_than_nothing(data: Data) -> None:
    """A bad answer takes away more of what she thinks of us than there is."""
    response(data, "morning/sign-here")["deliver"] = {"brand": -10, "service": 2}


@fault(AIRPORT, sign("clipped", "night/suit"), brings=("score-fixed", "dominated"))
def dearer_than_the_purse(data: Data) -> None:
    """The price of a deed is written in another currency."""
    response(data, "night/suit")["meters"] = {"budget": -1200}


@fault(AIRPORT, sign("score-fixed"), brings=("pass-out-of-reach", "strategy-longest", *FLAT))
def kind_words_and_no_deed(data: Data) -> None:
    """All deeds were cut: nobody passes any more, and that nothing can exceed is a fault beside that."""
    for one in responses(data).values():
        for key in ("deliver", "extra"):
            one.pop(key, None)
