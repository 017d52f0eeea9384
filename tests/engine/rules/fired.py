"""For each rule of the standard rulebook one small talk in whose last turn it fires."""

from typing import Any

from game.engine import Play, Rulebook
from tests.engine.staged import talk

Data = dict[str, Any]
_PRICE = {"about": "price", "level": 5, "by": "17:30"}
_MADE: Data = {"promise": {"p": {**_PRICE, "level": 4}}}
_HIGH: Data = {"price": {"desired": 9, "can": 7}}
_HONEST = ["reason", "option"]

FIRES: dict[str, tuple[list[Data], Data]] = {
    **{
        tag: ([{"tags": [tag]}], {"heat": 4})
        for tag in (
            "evaluation", "pseudo-feeling", "demand", "comparison", "interrogation", "denial", "blame", "retelling",
            "contempt", "minimising", "advice",
        )
    },
    "connect-before-correct": ([{"deliver": {"price": 3}}], {"heat": 7}),
    "specific-empathy": ([{"tags": ["reaction"]}], {}),
    "generic-empathy": ([{"tags": ["generic"]}], {}),
    "bare-apology": ([{"tags": ["apology"]}], {}),
    "warmth-in-time": ([{"tags": ["reaction", "interpretation"]}], {"heat": 2}),
    "paraphrase-first": ([{"tags": ["paraphrase"]}], {}),
    "ask-first": ([{"learn": ["f1"]}], {}),
    "name-the-need": ([{"names": "safety"}], {"need": "safety"}),
    "wrong-need": ([{"names": "rest", "tags": ["need"]}], {"need": "safety"}),
    "own-the-failure": ([{"tags": ["ownership"]}], {"fault": "ours"}),
    "update-before-asked": ([{"tags": ["update"]}], {}),
    "overpromise": ([{"promise": {"p": {**_PRICE, "level": 9}}}], {}),
    "give-a-when": ([{"promise": {"p": _PRICE}}], {}),
    "vague-promise": ([{"promise": {"p": {"about": "price", "level": 5}}}], {}),
    "promise-kept": ([{"promise": {"p": _PRICE}}, {"keeps": ["p"]}], {}),
    "promise-thin": ([_MADE, {"keeps": ["p"]}], {}),
    "promise-broken": ([_MADE, {"breaks": ["p"]}], {}),
    "sandbagging": ([{"frame": {"price": 5}}], _HIGH),
    "needless-limit": ([{"frame": {"price": 7}}], {}),
    "frame-unheard": ([{"frame": {"price": 7}, "tags": _HONEST}], {"heat": 7, **_HIGH}),
    "honest-framing": ([{"frame": {"price": 7}, "tags": _HONEST}], _HIGH),
    "bare-limit": ([{"frame": {"price": 7}}], _HIGH),
    "recap": ([_MADE, {"tags": ["recap"]}], {}),
    "salient-surprise": ([{"extra": {"about": "price"}}], {}),
    "surprise-off-target": ([{"extra": {"about": "price"}}], {"price": {"weight": 1}}),
    "close-the-loop": ([{"tags": ["next-step"]}], {"ends": "end"}),
    "loop-left-open": ([{}], {"ends": "end"}),
    "promise-forgotten": ([_MADE, {}], {"ends": "end"}),
}  # fmt: skip
"""Of all rules but silence, which no file can write: the responses, and who the customer is."""


def fired(rule: str, rulebook: Rulebook | None = None) -> Play:
    """Return the talk in whose last turn a rule fires, under a rulebook."""
    responses, who = FIRES[rule]
    return talk(*responses, rulebook=rulebook, **{"heat": 4, **who})
