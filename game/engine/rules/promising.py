"""Promises: what they are worth when they are made, and when they are closed."""

from typing import Final

from game.scenario.records import Promise

MADE: Final = ("overpromise", "give-a-when", "vague-promise")
CLOSED: Final = ("promise-kept", "promise-thin", "promise-broken", "promise-forgotten")


def overpromise(promise: Promise, can: int) -> bool:
    """Return whether more is promised than can be delivered."""
    return promise.level > can


def give_a_when(promise: Promise, adequate: int, can: int) -> bool:
    """Return whether the promise has a time, helps, and can be kept."""
    return promise.by is not None and adequate <= promise.level <= can


def vague_promise(promise: Promise) -> bool:
    """Return whether nobody can check when the promise falls due."""
    return promise.by is None


def kept(promise: Promise, perceived: int, adequate: int) -> str:
    """Return the rule that keeping a promise fires: kept if what was promised is felt and was worth promising."""
    return "promise-kept" if perceived >= promise.level >= adequate else "promise-thin"
