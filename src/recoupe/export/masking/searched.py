"""A search in what is shown: what is masked is found by nothing that it says.

An index of true words would tell by what it finds, and by how much, where a name stands. So the
reports in which anything is masked are left out of the casefile's own results, and looked for in an
index of their masked texts, which is thrown away at the end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from heapq import merge
from itertools import count, islice
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, Final

from recoupe.export.masking.state import State
from recoupe.model import CaptureRecord, Declared, Reading, make_capture
from recoupe.store import Casefile, Store, new_casefile
from recoupe.store.search import Hit, Query, Results

_AT_ONCE: Final = 200
"""Results that are asked for at once."""
_AUTHOR: Final = "recoupe"
_PAGE: Final = "https://masked.invalid/"

Search = Callable[[Query], Results]


class Searched:
    """The search of a masked casefile; ``store`` is the true one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._held = ExitStack()
        self._copy: tuple[int, Casefile] | None = None

    def search(self, now: State, query: Query) -> Results:
        """Return one page of what fits, the total only where the page is the last one."""
        veils = now.masker.veils
        if not veils:
            found = self._store.search(query)
            return replace(found, hits=tuple(map(now.answers.hit, found.hits)))
        with self._lock:  # the copy is not taken away while it is asked
            copy = self._masked(now)
            both = (
                (now.answers.hit(one) for one in _all(self._store.search, query, veils, of=False)),
                (self._known(one) for one in _all(copy.search, query, veils, of=True)),
            )
            fitting = _in_order(now, query, both)
            before = sum(1 for _ in islice(fitting, max(0, query.offset)))
            page = list(islice(fitting, max(0, query.limit) + 1))
        more = len(page) > query.limit
        total = None if more else before + len(page)
        return Results(tuple(page[: max(0, query.limit)]), total, more)

    def close(self) -> None:
        """Throw the index of masked texts away."""
        with self._lock:
            self._copy = None
            self._held.close()

    def _known(self, hit: Hit) -> Hit:
        """Return a result with the report that it is of in the true casefile."""
        report = self._store.locate(hit.article).report or hit.report
        return replace(hit, report=report, id=report if hit.kind == "report" else hit.id)

    def _masked(self, now: State) -> Casefile:
        if self._copy is None or self._copy[0] != now.number:
            self._copy = None
            self._held.close()
            folder = self._held.enter_context(TemporaryDirectory(prefix="recoupe-masked-"))
            made = new_casefile(f"{folder}/case", author=_AUTHOR)
            self._held.enter_context(made)
            for reading, report in self._readings(now):
                _add(made, reading, report)
            self._copy = now.number, made
        return self._copy[1]

    def _readings(self, now: State) -> Iterator[tuple[Reading, str]]:
        """Yield every version of each report of which any version is masked, with the report."""
        seen: set[str] = set()
        for article in now.masker.order:
            if article not in now.masker.veils:
                continue
            report = self._store.locate(article).report or article
            if report in seen:
                continue
            seen.add(report)
            for version in self._store.versions(report):
                kept = self._store.reading(version.article).reading
                yield now.masker.reading(kept), report


def _all(search: Search, query: Query, veils: Iterable[str], *, of: bool) -> Iterator[Hit]:
    """Yield everything that fits, of articles with a veil (``of``) or of the others."""
    for offset in count(0, _AT_ONCE):
        found = search(replace(query, limit=_AT_ONCE, offset=offset))
        yield from (hit for hit in found.hits if (hit.article in veils) is of)
        if not found.more:
            return


def _in_order(now: State, query: Query, both: Iterable[Iterable[Hit]]) -> Iterator[Hit]:
    """Yield both kinds of results in the order asked for; the best of each in turn."""
    if query.order == "best":
        ranked = (enumerate(hits) for hits in both)
        return (hit for _, hit in merge(*ranked, key=lambda one: one[0]))
    sign = 1 if query.order == "oldest" else -1

    def place(hit: Hit) -> tuple[Any, ...]:
        day = (hit.published or "")[:10]
        known = day[:4].isdigit()
        number = int(day.replace("-", "").ljust(8, "0")) if known and _is_day(day) else 0
        return hit.published is None, sign * number, sign * now.places[hit.article]

    return merge(*both, key=place)


def _is_day(day: str) -> bool:
    return day.replace("-", "").isdigit()


def _add(made: Casefile, reading: Reading, report: str) -> None:
    """Keep a masked reading as a version of its report."""
    article = reading.article
    content = f"{article.id}\n{article.text}".encode("utf-8", "replace")
    capture = make_capture(
        content,
        source=f"{_PAGE}{report}",
        media_type="text/plain",
        captured_at=datetime.fromisoformat(article.capture.captured_at),
        declared=Declared(url=f"{_PAGE}{report}"),
    )
    record = CaptureRecord(
        hashlib.sha256(content).hexdigest(),
        len(content),
        capture.media_type,
        capture.captured_at,
    )
    shown = replace(article, capture=record)
    made.add_report(capture, replace(reading, article=shown), author=_AUTHOR)
