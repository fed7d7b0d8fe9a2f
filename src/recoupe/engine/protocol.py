"""The engine seam: four verbs, and the same output whatever runs them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, Self, TypeVar

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
        """Yield ``step(item)`` for each item, in order; an item that raises yields a failure.

        So does one that its worker process dies of, or hangs on, each time it is tried. Items are
        taken as they are needed: only a few for each worker are held.
        """
        ...

    def as_done(
        self, step: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[tuple[ItemT, ResultT | Failure]]:
        """Yield each item with what :meth:`each` yields for it, as it is done, in any order.

        For steps that put what they make in its place themselves: one that takes long, or hangs,
        holds up no other.
        """
        ...

    def group(
        self, key: Callable[[ItemT], KeyT], items: Iterable[ItemT]
    ) -> Iterator[tuple[KeyT, tuple[ItemT, ...]]]:
        """Yield the items that share a key together, keys in the order they first appear."""
        ...

    def collect(self, items: Iterable[ItemT]) -> tuple[ItemT, ...]:
        """Return the items, in order."""
        ...

    def close(self) -> None:
        """End all processes of this engine."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class Verbs:
    """What engines share: the verbs that need no workers, and closing at the end of a block."""

    def group(
        self, key: Callable[[ItemT], KeyT], items: Iterable[ItemT]
    ) -> Iterator[tuple[KeyT, tuple[ItemT, ...]]]:
        """Yield the items that share a key together, keys in the order they first appear."""
        groups: dict[KeyT, list[ItemT]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        for value, members in groups.items():
            yield value, tuple(members)

    def collect(self, items: Iterable[ItemT]) -> tuple[ItemT, ...]:
        """Return the items, in order."""
        return tuple(items)

    def close(self) -> None:
        """End all processes of this engine."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def failed(item: object, error: Exception) -> Failure:
    """Return the record of what went wrong with ``item``."""
    where = named(item)
    known = error if isinstance(error, RecoupeError) else unforeseen(error, where)
    return failure(known, where or type(item).__name__)


def named(item: object) -> str:
    """Return the input that an item comes from, or a batch of one; else the empty string."""
    if isinstance(item, tuple) and len(item) == 1:
        return named(item[0])
    return str(getattr(item, "input", ""))
