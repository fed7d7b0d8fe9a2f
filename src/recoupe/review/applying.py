"""Reviews over a reading: what an article says as people left it."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from recoupe.errors import RecoupeError
from recoupe.model import RECORD_KINDS, Article, Reading, Record, Review, Reviewed
from recoupe.review.anchoring import Anchored, Anchors
from recoupe.review.force import in_force
from recoupe.review.laying import Layers, layers
from recoupe.review.metadata import with_metadata
from recoupe.review.settling import marks, settled

logger = logging.getLogger(__name__)

_ON_RECORDS: Final = frozenset({"confirm", "correct", "reject", "add", "note", "protect"})


@dataclass(frozen=True, slots=True)
class ReviewedReading:
    """A reading as people left it.

    ``reading`` holds no rejected record, and every corrected, added and kept one. ``marks`` says
    what people made of a record, by its id; a record that nobody reviewed has none. ``gone`` are
    the reviews whose words do not stand in this version of the report. ``rejected`` are the records
    that people took out, by id.
    """

    reading: Reading
    marks: Mapping[str, Reviewed]
    gone: tuple[Review, ...]
    rejected: Mapping[str, Record] = field(default_factory=dict)


def apply_reviews(
    reading: Reading, reviews: Sequence[Review], articles: Mapping[str, Article]
) -> ReviewedReading:
    """Return ``reading`` as the reviews in force leave it.

    ``reviews`` are those of the report, of any of its versions, oldest first, undos and what they
    undo among them; a later one outranks an earlier one. ``articles`` are the versions that were
    reviewed, by id; that of the reading need not be among them. A review that cannot be applied,
    for its words or its fields are no longer there, is one of ``gone``. Nothing is raised.
    """
    told_of = in_force(reviews)
    reading = _with_metadata(reading, told_of)
    laid = layers(reading)
    anchors = Anchors(reading.article, articles)
    told = [(review, _anchored(anchors, review)) for review in told_of if _is_on_record(review)]
    for review, anchored in told:
        if anchored is not None:
            laid.prepare(review, anchored)
    gone = tuple(
        review for review, anchored in told if review.in_force and not _laid(laid, review, anchored)
    )
    if not laid.marks:
        return ReviewedReading(reading, {}, gone)
    settled_reading, rejected = settled(laid)
    return ReviewedReading(settled_reading, marks(laid), gone, rejected)


def _with_metadata(reading: Reading, reviews: Sequence[Review]) -> Reading:
    article = with_metadata(reading.article, reviews)
    return reading if article is reading.article else replace(reading, article=article)


def _is_on_record(review: Review) -> bool:
    return review.kind in RECORD_KINDS and review.action in _ON_RECORDS


def _anchored(anchors: Anchors, review: Review) -> Anchored | None:
    try:
        return anchors.of(review)
    except RecoupeError as error:
        logger.debug("review %s cannot be applied: %s", review.id, error)
        return None


def _laid(laid: Layers, review: Review, anchored: Anchored | None) -> bool:
    """Let a review take effect; return whether its words stand here."""
    if anchored is None:
        if review.action == "protect":
            laid.protect_named(review)
        return False
    try:
        laid.lay(review, anchored)
    except RecoupeError as error:
        logger.debug("review %s cannot be applied: %s", review.id, error)
        return False
    return True
