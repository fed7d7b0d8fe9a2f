"""The case: its stories, what is new, and what needs a look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.store import Store


@dataclass(frozen=True, slots=True)
class CasePage:
    """What the first page shows; ``counts`` are what the casefile holds, by name."""

    name: str
    counts: Mapping[str, int]


def case_page(store: Store) -> CasePage:
    """Return the first page of a casefile."""
    status = store.status()
    return CasePage(status.name, status.counts)
