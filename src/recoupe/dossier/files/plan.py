"""Plan: which pages are still to be written, as links ask for them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterator

from recoupe.dossier.files.names import PageFile

Words = tuple[int, int]
"""The start and end of words of a text."""


class Plan:
    """A work list that grows while it is worked off: a page is wanted when a link leads to it.

    So every linked page is written, and once. Only a report is written again at the end, where a
    link to words of it was met too late for them to have an anchor.
    """

    def __init__(self) -> None:
        self._known: set[PageFile] = set()
        self._soon: deque[PageFile] = deque()
        self._late: deque[PageFile] = deque()
        self._again: dict[PageFile, None] = {}
        self._written: set[PageFile] = set()
        self._words: defaultdict[str, set[Words]] = defaultdict(set)

    @property
    def wanted(self) -> int:
        """How many pages are known so far."""
        return len(self._known)

    @property
    def written(self) -> int:
        """How many pages were written so far."""
        return len(self._written)

    def want(self, page: PageFile, words: Words | None = None) -> None:
        """Note that a link leads to a page, or to words of the report on it."""
        if page not in self._known:
            self._known.add(page)
            (self._late if page.kind == "report" else self._soon).append(page)
        if words is not None and words not in self._words[page.id]:
            self._words[page.id].add(words)
            if page in self._written:
                self._again[page] = None

    def words_of(self, article: str) -> Collection[Words]:
        """Return the words of a text that links lead to, as far as they were met."""
        return self._words.get(article, ())

    def pages(self) -> Iterator[PageFile]:
        """Yield each page when it is to be written; it counts as written when the next is asked.

        Reports come last: most links to words of them are known then.
        """
        while (page := self._next()) is not None:
            self._written.add(page)
            self._again.pop(page, None)
            yield page

    def _next(self) -> PageFile | None:
        for waiting in (self._soon, self._late):
            if waiting:
                return waiting.popleft()
        return next(iter(self._again), None)
