"""The engine seam: three verbs, and the same output whatever runs them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

from recoupe.errors import RecoupeError, unforeseen
from recoupe.model import Failure, failure

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
KeyT = TypeVar("KeyT", bound=Hashable)


class Engine(Protocol):
    """Runs steps over many items.

    A step is a module-level function (or a ``functools.partial`` of one) of frozen records: it
    pickles, and opens no store and no network. Output is equal byte for byte whatever the engine,
    the order of completion and the number of workers.
    """

    def each(
        self, step: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield ``step(item)`` for each item, in order; an item that raises yields a failure."""
        ...

    def group(
        self, key: Callable[[ItemT], KeyT], items: Iterable[ItemT]
    ) -> Iterator[tuple[KeyT, tuple[ItemT, ...]]]:
        """Yield the items that share a key together, keys in the order they first appear."""
        ...

    def collect(self, items: Iterable[ItemT]) -> tuple[ItemT, ...]:
        """Return the items, in order."""
        ...


def failed(item: object, error: Exception) -> Failure:
    """Return the record of what went wrong with ``item``."""
    source = str(getattr(item, "input", type(item).__name__))
    known = error if isinstance(error, RecoupeError) else unforeseen(error, source)
    return failure(known, source)
