"""Numbers found by keys of some words; what is new is asked about once."""

from collections.abc import Callable
from typing import Final

import numpy as np

from game.proof.columns import Ints, Table, Words
from game.proof.rows import hashed

LOAD: Final = 4
"""Slots for each key."""

Ask = Callable[[tuple[int, ...]], int]
"""Gives the number of a key that was never met."""


class Lookup:
    """Finds the number that belongs to a key of some words; a key never met before is asked about once.

    A slot holds the last key that fell into it, compared word for word, so that no two keys are ever taken for one.
    """

    def __init__(self, words: int) -> None:
        self.keys = [Table(np.uint64) for _ in range(words)]
        self.answers = Table(np.int64)
        self._known: dict[tuple[int, ...], int] = {}
        self._slots: Ints = np.zeros(0, np.int64)
        self._grow()

    def _grow(self) -> None:
        size = max(1024, 2 * len(self._slots))
        self._slots = np.full(size, -1, np.int64)
        if self.answers.size:
            self._slots[self._at(hashed([key.view for key in self.keys]))] = np.arange(self.answers.size)

    def _at(self, mixed: Words) -> Ints:
        return (mixed >> np.uint64(64 - (len(self._slots).bit_length() - 1))).astype(np.int64)

    def find(self, key: list[Words], ask: Ask) -> Ints:
        """Return the number for the key of each row."""
        mixed = hashed(key)
        which = self._slots[self._at(mixed)]
        missed = which < 0
        if self.answers.size:
            for word, table in zip(key, self.keys, strict=True):
                missed |= table.view[which] != word
        at = np.flatnonzero(missed)
        if len(at):
            which[at] = self._learn([word[at] for word in key], mixed[at], ask)
        found: Ints = self.answers.view[which]
        return found

    def _learn(self, key: list[Words], mixed: Words, ask: Ask) -> Ints:
        _, first, which = np.unique(mixed, return_index=True, return_inverse=True)
        found = np.array([self._one(tuple(int(word[row]) for word in key), ask) for row in first.tolist()])[which]
        for word, table in zip(key, self.keys, strict=True):
            for row in np.flatnonzero(table.view[found] != word).tolist():
                found[row] = self._one(tuple(int(word[row]) for word in key), ask)
        while self.answers.size * LOAD > len(self._slots):
            self._grow()
        self._slots[self._at(mixed)] = found
        return found

    def _one(self, key: tuple[int, ...], ask: Ask) -> int:
        known = self._known.get(key)
        if known is None:
            answer = ask(key)
            for word, table in zip(key, self.keys, strict=True):
                table.add(word)
            known = self._known[key] = self.answers.add(answer)
        return known
