"""Reviews over a reading: what an article says as people left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.model import Reading, Review, Reviewed


@dataclass(frozen=True, slots=True)
class ReviewedReading:
    """A reading as people left it.

    ``reading`` holds no rejected record, and every corrected, added and kept one. ``marks`` says
    what people made of a record, by its id; a record that nobody reviewed has none. ``gone`` are
    the reviews whose words do not stand in this version of the report.
    """

    reading: Reading
    marks: Mapping[str, Reviewed]
    gone: tuple[Review, ...]


def apply_reviews(reading: Reading, reviews: Sequence[Review]) -> ReviewedReading:
    """Return ``reading`` as the reviews in force leave it.

    ``reviews`` are those of the report, of any of its versions, oldest first.
    """
    raise NotImplementedError
