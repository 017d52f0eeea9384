"""The lesson cards by what they are about."""

from typing import Final

from game.engine import Rule, Rulebook

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "listening": (
        "connect-before-correct",
        "paraphrase-first",
        "specific-empathy",
        "generic-empathy",
        "bare-apology",
        "ask-first",
        "warmth-in-time",
    ),
    "nvc": ("evaluation", "pseudo-feeling", "name-the-need", "wrong-need", "demand"),
    "promises": (
        "give-a-when",
        "vague-promise",
        "overpromise",
        "honest-framing",
        "bare-limit",
        "frame-unheard",
        "needless-limit",
        "sandbagging",
        "promise-kept",
        "promise-thin",
        "promise-broken",
        "promise-forgotten",
    ),
    "following": ("own-the-failure", "update-before-asked", "recap", "close-the-loop", "loop-left-open"),
    "surprises": ("salient-surprise", "surprise-off-target"),
    "blockers": (
        "minimising",
        "advice",
        "interrogation",
        "retelling",
        "denial",
        "blame",
        "comparison",
        "contempt",
        "silence",
    ),
}
"""Which rules a lesson of each group is about, in the order in which one would teach them."""


def grouped(rulebook: Rulebook) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return the groups with their rules; those that a course has switched off are left out."""
    rules = rulebook.rules
    groups = ((group, tuple(rules[id_] for id_ in ids if not rules[id_].off)) for group, ids in GROUPS.items())
    return tuple((group, found) for group, found in groups if found)
