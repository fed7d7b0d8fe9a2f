"""The search: what fits, with its words in context, and by what it can be narrowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.model import Span
from recoupe.store import Readable
from recoupe.store.search import Hit, Query

HITS: Final = 20
"""Results on a page."""
LOOKED_AT: Final = 200
"""Results, from the first on, among which facets are counted."""
_VALUES: Final = 8
"""Values of a facet that are offered."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a context; ``found`` tells whether the query's words matched them."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A result and its context in stretches."""

    hit: Hit
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which the results can be narrowed, and how many of those looked at have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page of a search shows.

    ``facets`` go from a parameter of the query to values; they are counted among the ``looked_at``
    first results. ``total`` is ``None`` where nobody counted.
    """

    asked: Query
    hits: tuple[ShownHit, ...]
    total: int | None
    more: bool
    facets: dict[str, tuple[FacetValue, ...]]
    looked_at: int
    limit: int = HITS


def search_page(store: Readable, asked: Query) -> SearchPage:
    """Return one page of what fits, and the facets of the first results."""
    first = store.search(replace(asked, limit=LOOKED_AT, offset=0))
    end = asked.offset + HITS
    if end <= LOOKED_AT:  # the page is among the first results: nobody looks twice
        hits, more = first.hits[asked.offset : end], first.more or len(first.hits) > end
    else:
        found = store.search(replace(asked, limit=HITS))
        hits, more = found.hits, found.more
    return SearchPage(
        asked,
        tuple(ShownHit(hit, tuple(_stretches(hit))) for hit in hits),
        first.total,
        more,
        {name: values for name, values in _facets(first.hits, asked) if len(values) > 1},
        len(first.hits),
    )


def _facets(hits: Sequence[Hit], asked: Query) -> Iterator[tuple[str, tuple[FacetValue, ...]]]:
    """Yield each facet that the query does not name yet, the most frequent values first."""
    for name in ("outlet", "speaker", "stance"):
        if getattr(asked, name) is None:
            yield name, _values(getattr(hit, name) for hit in hits)
    if asked.since is None and asked.until is None:
        yield "since", _values(hit.published[:7] if hit.published else None for hit in hits)


def _values(found: Iterator[str | None]) -> tuple[FacetValue, ...]:
    counted = Counter(value for value in found if value)
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_VALUES]
    return tuple(FacetValue(value, count) for value, count in most)


def _stretches(hit: Hit) -> Iterator[Stretch]:
    """Yield the context of a result, cut where the words that were found begin and end."""
    at, text = hit.context.start, hit.context.text
    for span in sorted(hit.found):
        start, end = _within(span, hit.context)
        if start < end and at <= start:
            yield Stretch(_part(text, hit.context, at, start), found=False)
            yield Stretch(_part(text, hit.context, start, end), found=True)
            at = end
    yield Stretch(_part(text, hit.context, at, hit.context.end), found=False)


def _within(span: Span, context: Span) -> tuple[int, int]:
    return max(span.start, context.start), min(span.end, context.end)


def _part(text: str, context: Span, start: int, end: int) -> str:
    return text[start - context.start : end - context.start]
