"""Paging: which part of long lists one page has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """The page at hand, counted from 1, and how many there are."""

    page: int
    last: int

    @classmethod
    def of(cls, page: int, *lists: tuple[int, int]) -> Paging:
        """Return the page asked for, or the nearest there is, of lists with so many items each.

        ``lists`` are the number of items, and how many of them one page has.
        """
        last = max([1, *(ceil(items / size) for items, size in lists)])
        return cls(max(1, min(page, last)), last)

    def part(self, items: Sequence[T], size: int) -> Sequence[T]:
        """Return the items of this page."""
        return items[self.offset(size) : self.offset(size) + size]

    def offset(self, size: int) -> int:
        """Return how many items come before this page."""
        return (self.page - 1) * size
