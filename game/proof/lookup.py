"""Numbers found by keys of some words; what is new is asked about once."""

from collections.abc import Callable
from typing import Final

import numpy as np

from game.proof.columns import Array, Ints, Table, Words, drawn
from game.proof.rows import hashed

LOAD: Final = 4
"""Slots for each key."""

Ask = Callable[[tuple[int, ...]], int]
"""Gives the number of a key that was never met."""


class Places:
    """Finds the number that belongs to a small number, by its place in a table; asked about once."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self._held: Ints = np.full(64, -1, np.int64)

    def find(self, keys: Ints) -> Ints:
        """Return the number for each row's key, which is 0 or more."""
        most = int(keys.max(initial=0))
        if most >= len(self._held):
            more = np.full(max(most + 1, 2 * len(self._held)) - len(self._held), -1, np.int64)
            self._held = np.concatenate([self._held, more])
        found: Ints = drawn(self._held, keys)
        if len(found) and int(found.min()) < 0:
            for key in np.unique(keys[found < 0]).tolist():
                self._held[key] = self.ask((key,))
            found = drawn(self._held, keys)
        return found


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
        size = max(256, 2 * len(self._slots))
        self._slots = np.full(size, -1, np.int64)
        if self.answers.size:
            self._slots[self._at(hashed([key.view for key in self.keys]))] = np.arange(self.answers.size)

    def _at(self, mixed: Words) -> Ints:
        return (mixed >> np.uint64(64 - (len(self._slots).bit_length() - 1))).astype(np.int64)

    def find(self, key: list[Words], ask: Ask) -> Ints:
        """Return the number for the key of each row."""
        mixed = hashed(key)
        which, missed = self._look(key, mixed)
        at = np.flatnonzero(missed)
        while len(at):
            some, rest = mixed[at], [word[at] for word in key]
            self._learn(rest, some, ask)
            which[at], missed = self._look(rest, some)
            at = at[missed]
        found: Ints = drawn(self.answers.view, which)
        return found

    def _look(self, key: list[Words], mixed: Words) -> tuple[Ints, Array]:
        """Return the place of each row's key, and which rows have to be asked about because their slot holds none."""
        which = drawn(self._slots, self._at(mixed))
        missed = which < 0
        if self.answers.size:
            for word, table in zip(key, self.keys, strict=True):
                missed |= drawn(table.view, which) != word
        return which, missed

    def _learn(self, key: list[Words], mixed: Words, ask: Ask) -> None:
        """Ask about one row for each slot, and let the slot hold its key."""
        slots, rows = self._at(mixed), np.arange(len(mixed))
        last = np.empty(len(self._slots), np.int64)
        last[slots] = rows
        asked = np.flatnonzero(last[slots] == rows)
        found = [self._one(one, ask) for one in zip(*(word[asked].tolist() for word in key), strict=True)]
        while self.answers.size * LOAD > len(self._slots):
            self._grow()
        self._slots[self._at(mixed[asked])] = found

    def _one(self, key: tuple[int, ...], ask: Ask) -> int:
        known = self._known.get(key)
        if known is None:
            answer = ask(key)
            for word, table in zip(key, self.keys, strict=True):
                table.add(word)
            known = self._known[key] = self.answers.add(answer)
        return known
