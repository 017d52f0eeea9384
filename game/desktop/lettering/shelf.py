"""What has been made once and may be wanted again, within a bound of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Shelf(Generic[Thing]):
    """Things by key; what was not asked for longest goes first when they weigh more than `most` bytes together."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.bytes = 0
        self._things: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Hashable, make: Callable[[], Thing], weigh: Callable[[Thing], int]) -> Thing:
        """Return the thing of a key, made where it is not there. What is heavier than the whole shelf is not kept."""
        if held := self._things.get(key):
            self._things.move_to_end(key)
            return held[0]
        thing = make()
        weight = weigh(thing)
        if weight <= self.most:
            self._things[key] = thing, weight
            self.bytes += weight
        while self.bytes > self.most:
            self.bytes -= self._things.popitem(last=False)[1][1]
        return thing
