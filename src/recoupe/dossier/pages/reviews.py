"""Everything that people reviewed in a case, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recoupe.dossier.pages.history import ReviewLine, history
from recoupe.model import Article, Review
from recoupe.store import Readable

LINES: Final = 50
"""Reviews on a page."""


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """One page of the reviews of a case; ``offset`` is how many newer ones stand before it."""

    lines: tuple[ReviewLine, ...]
    offset: int
    limit: int
    total: int


def reviews_page(store: Readable, *, offset: int = 0) -> ReviewsPage:
    """Return one page of what people reviewed, the newest first."""
    told = list(store.reviews())
    last = max(0, len(told) - offset)
    shown = reversed(told[max(0, last - LINES) : last])
    lines = tuple(line for one in shown for line in history([one], _article(store, one)))
    return ReviewsPage(lines, offset, LINES, len(told))


def _article(store: Readable, review: Review) -> Article | None:
    """Return the text that the spans of a review are of, if it sets any."""
    changes = review.changes and review.action == "correct"
    return store.article(review.article) if changes and review.article else None
