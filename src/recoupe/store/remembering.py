"""Remembering: what took long to make, while nothing alters of what it is made from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """The things used last, up to a weight of all together; for several threads at once.

    Each is known by a name and by the state of what it was made from. Of one name a single state
    is kept, so nothing out of date is ever given, and nothing stays that nobody can ask for.
    """

    def __init__(self, most: int, weigh: Callable[[T], int] = lambda _thing: 1) -> None:
        """``most`` is the weight of all that is kept; a thing that weighs more is not kept."""
        self._most = most
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, tuple[Hashable, T, int]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, name: Hashable, state: Hashable, make: Callable[[], T]) -> T:
        """Return the thing of a name in a state: the one that is kept, or else made now."""
        with self._lock:
            kept = self._kept.get(name)
            if kept is not None and kept[0] == state:
                self._kept.move_to_end(name)
                return kept[1]
        made = make()
        self._keep(name, state, made)
        return made

    @property
    def weight(self) -> int:
        """The weight of all that is kept."""
        return self._weight

    def _keep(self, name: Hashable, state: Hashable, made: T) -> None:
        weight = self._weigh(made)
        with self._lock:
            self._drop(name)
            if weight > self._most:
                return
            self._kept[name] = state, made, weight
            self._weight += weight
            while self._weight > self._most:
                self._drop(next(iter(self._kept)))

    def _drop(self, name: Hashable) -> None:
        if (dropped := self._kept.pop(name, None)) is not None:
            self._weight -= dropped[2]
