"""Flash: what was just done, said at the top of the page that comes back, with its undo.

The address of that page carries the id of a review, and nothing else: what is said of it comes
from the casefile, so that a link made by somebody else can only tell what is so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from recoupe.dossier.pages.history import ReviewLine, history
from recoupe.errors import StoreError
from recoupe.model import Article, Review
from recoupe.store import Readable

DONE: Final = "done"
"""The name by which an address carries a review, and the fragment where it is shown."""


@dataclass(frozen=True, slots=True)
class Done:
    """A review that was just made; ``undone`` is what it took back, if it did."""

    line: ReviewLine
    undone: ReviewLine | None

    @property
    def later(self) -> bool:
        """Whether it takes effect with the next check."""
        return (self.undone or self.line).later


def done(store: Readable, id_: str | None) -> Done | None:
    """Return the review of an address, ``None`` where it names none."""
    if not id_:
        return None
    review = _review(store, id_)
    if review is None:
        return None
    taken = _review(store, review.target) if review.action == "undo" else None
    return Done(_line(store, review), _line(store, taken) if taken else None)


def without(address: str) -> str:
    """Return the address of a page of ours without what was done."""
    parts = urlsplit(address)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != DONE]
    return urlunsplit(("", "", parts.path, urlencode(asked), parts.fragment))


def telling(address: str, review: str) -> str:
    """Return the address of a page of ours that says what was done, at its fragment or there."""
    parts = urlsplit(without(address))
    asked = [*parse_qsl(parts.query), (DONE, review)]
    return urlunsplit(("", "", parts.path, urlencode(asked), parts.fragment or DONE))


def _review(store: Readable, id_: str) -> Review | None:
    return next((one for one in store.reviews(id_) if one.id == id_), None)


def _line(store: Readable, review: Review) -> ReviewLine:
    return history([review], _article(store, review))[0]


def _article(store: Readable, review: Review) -> Article | None:
    try:
        return store.article(review.article) if review.article else None
    except StoreError:
        return None
