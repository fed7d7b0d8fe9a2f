"""Which reviews hold: an undo takes a review back, and an undo of that undo restores it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.errors import RecordError, StoreError
from recoupe.model import Draft, Review


def in_force(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return the reviews in their order, each with the undo in force that took it back, if any.

    ``reviews`` are oldest first. An undo takes back only what is older than itself. A review that
    says it was undone by one that is not among ``reviews`` stays undone.
    """
    given = {review.id for review in reviews}
    undone: dict[str, str] = {}
    told: list[Review] = []
    for review in reversed(reviews):
        by = undone.get(review.id)
        if by is None and review.undone_by not in given:
            by = review.undone_by
        told.append(review if by == review.undone_by else replace(review, undone_by=by))
        if by is None and review.action == "undo":
            undone[review.target] = review.id
    return tuple(reversed(told))


def check_undo(draft: Draft, reviews: Sequence[Review]) -> Review:
    """Return the review that an undo takes back.

    Raises :class:`StoreError` if there is none with this id, :class:`RecordError` if it is undone
    already.
    """
    found = next((one for one in in_force(reviews) if one.id == draft.target), None)
    if found is None:
        raise StoreError("no such review", where=draft.target, remedy="list them, and take an id")
    if not found.in_force:
        raise RecordError(
            f"it was undone by {found.undone_by}", where=draft.target, remedy="undo that one"
        )
    return found
