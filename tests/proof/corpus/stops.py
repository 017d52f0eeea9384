"""Faults of plays that stop where nothing is on offer, and of those that need never end."""

from typing import Any

from tests.proof.corpus.faults import AIRPORT, HEATING, HOTEL, SCHOOL, SHOP, Data, fault, response, responses, sign


@fault(HOTEL, sign("dead-end", "beats.morning"))
def nothing_for_those_who_did_not_ask(data: Data) -> None:
    """Every farewell asks for the fact, and who has not learned it stands there."""
    for spot in ("morning/bye", "morning/stars", "morning/buffet"):
        response(data, spot)["if"] = {"knows": ["fever"]}


@fault(SHOP, sign("dead-end", "beats.friday"), brings=("pass-by-luck", "strategy-shortest"))
def nothing_without_a_promise(data: Data) -> None:
    """On Friday there is something to say for those only who have promised something."""
    for spot in ("friday/sale-time", "friday/late-send", "friday/worry-along"):
        response(data, spot)["if"] = {"promised": ["tomorrow"]}


@fault(HEATING, sign("dead-end", "beats.notebook"), brings=("pass-by-luck", "strategy-most-tagged"))
def a_beat_used_up(data: Data) -> None:
    """Every question leads back to the same beat until none is left."""
    for spot in [spot for spot in responses(data) if spot.startswith("notebook/")]:
        response(data, spot)["then"] = "notebook"
    response(data, "notebook/lecture")["then"] = "ask-off"
    response(data, "notebook/lecture")["if"] = {"heat": {"max": 2}}


@fault(SCHOOL, sign("dead-end", "beats.refund"), brings=("response-never", "ending-never"))
def no_answer_to_the_refund(data: Data) -> None:
    """All answers to the refund wait for a promise that this way has not made."""
    for spot in ("refund/contract", "refund/hear-out", "refund/bonus"):
        response(data, spot)["if"] = {"promised": ["slips"]}


@fault(AIRPORT, sign("dead-end", "beats.shouting"))
def too_angry_for_words(data: Data) -> None:
    """When she shouts there is something to say up to a heat of nine, but not at ten."""
    for spot in ("shouting/hear-anger", "shouting/security", "shouting/supervisor"):
        response(data, spot)["if"] = {"heat": {"max": 9}}


def _again(data: Data, spot: str, **changes: Any) -> None:
    beat, _ = spot.split("/")
    response(data, spot).update({"again": True, "then": beat, **changes})


@fault(HOTEL, sign("endless"), brings=("pass-by-luck",))
def a_question_without_end(data: Data) -> None:
    """A response may be said again and again, and stays where it is."""
    _again(data, "offer/soothe")


@fault(SHOP, sign("endless"), brings=("pass-by-luck", "answer-by-empathy"))
def two_beats_that_send_each_other(data: Data) -> None:
    """Two responses that may be repeated send the play to and fro."""
    _again(data, "need/feel-all", then="way")
    _again(data, "way/with-you", then="need")


@fault(HEATING, sign("endless"), brings=("pass-by-luck",))
def a_farewell_without_end(data: Data) -> None:
    """The last beat can be come back to for ever."""
    _again(data, "leave/flyer")


@fault(SCHOOL, sign("endless"), brings=("pass-by-luck",))
def bonus_upon_bonus(data: Data) -> None:
    """The same bonus can be offered without end."""
    _again(data, "refund/bonus")


@fault(AIRPORT, sign("endless"), brings=("pass-by-luck",))
def silence_on_the_screen(data: Data) -> None:
    """The bad news can be hushed up again and again while she stands there."""
    _again(data, "delay/hush")
