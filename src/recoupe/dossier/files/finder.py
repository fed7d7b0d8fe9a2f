"""Finder: on which page, and where on it, what a link leads to is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recoupe.dossier.pages.reading import starts_of
from recoupe.dossier.pages.story import FINDINGS
from recoupe.dossier.pages.stretches import Stretch, stretch_at, stretches
from recoupe.store import Readable

_TEXTS: Final = 500
"""Texts that are remembered: a page leads to several places of few of them."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The parts and blocks of a text, and where each record of it begins."""

    parts: tuple[Stretch, ...]
    blocks: tuple[tuple[int, int], ...]
    starts: dict[str, int]


class Finder:
    """Looks things up in a store, and remembers them."""

    def __init__(self, store: Readable) -> None:
        self._store = store
        self._text = lru_cache(_TEXTS)(self._look_up)
        self._pages: dict[tuple[str, str], int | None] = {}
        self._parties: dict[str, tuple[int, dict[str, int]]] = {}

    def page_of(self, story: str, finding: str) -> int | None:
        """Return the page of a story that has a finding, ``None`` where none has."""
        key = story, finding
        if key not in self._pages:
            before = self._store.findings_before(story, finding)
            self._pages[key] = None if before is None else before // FINDINGS + 1
        return self._pages[key]

    def part_of(self, article: str, record: str) -> int | None:
        """Return the part of a text that shows a record, ``None`` where nobody finds it now."""
        text = self._text(article)
        start = text.starts.get(record)
        return None if start is None else stretch_at(text.parts, start).number

    def words(self, article: str, words: tuple[int, int]) -> tuple[int, tuple[int, int] | None]:
        """Return the part of a text that shows words of it, and the words as far as it shows them.

        Those are ``None`` where all of them stand in what was left out as furniture of the page.
        """
        text = self._text(article)
        start, end = words
        number = stretch_at(text.parts, start).number
        for first, last in text.blocks:
            if last > start:
                begins = max(first, start)
                if begins >= min(end, last):
                    break
                return stretch_at(text.parts, begins).number, (begins, end)
        return number, None

    def narrows(self, party: str, *, stance: str | None, story: str | None) -> bool:
        """Return whether a party says anything without a stance, or outside a story."""
        if party not in self._parties:
            told = self._store.party(party)
            counts: dict[str, int] = {one.id: one.count for one in told.stories}
            counts |= {str(stance): count for stance, count in told.stances.items()}
            self._parties[party] = told.statements, counts
        every, of = self._parties[party]
        return of.get(stance or story or "", 0) < every

    def _look_up(self, article: str) -> _Text:
        reading = self._store.reading(article).reading
        blocks = tuple((block.start, block.end) for block in reading.article.blocks)
        return _Text(stretches(reading), blocks, starts_of(reading))
