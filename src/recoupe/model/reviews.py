"""The review: what a person says of a record; appended, never changed, and above the machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

ReviewAction = Literal[
    "confirm", "correct", "reject", "add", "merge", "split", "note", "protect", "undo"
]

RecordKind = Literal["statement", "entity", "place", "time", "figure", "event", "evidence"]
"""The kinds of record that a reading holds."""

TargetKind = Literal[
    "report",
    "statement",
    "entity",
    "place",
    "time",
    "figure",
    "event",
    "evidence",
    "party",
    "story",
    "finding",
    "lineage",
    "review",
]
"""What a review can be of: ``lineage`` is of a report, and says which others it comes from."""

RECORD_KINDS: Final[tuple[RecordKind, ...]] = get_args(RecordKind)
REVIEW_ACTIONS: Final[tuple[ReviewAction, ...]] = get_args(ReviewAction)


@dataclass(frozen=True, slots=True)
class Draft:
    """A review as a person gives it.

    ``target`` is the id of a record, report, party, story, finding or review; for ``add`` that of
    the article in which words were selected, and ``kind`` that of the record to add. ``changes``
    are the fields that ``correct`` and ``add`` set, in the JSON of CONTRACT section 1, spans as
    ``[start, end]``. ``others`` are the ids that ``merge`` joins to the target, or what ``split``
    takes out of it: entities, the reports of a story, words of a finding (by statement, figure or
    report). Of kind ``lineage``, ``merge`` says that the report ``target`` is a copy of
    ``others``, ``split`` that it is none. ``seen`` is the id of the newest review of the target
    that the author had before their eyes: ``""`` for none, ``None`` where nobody looked.
    """

    action: ReviewAction
    kind: TargetKind
    target: str
    author: str
    reason: str = ""
    changes: Mapping[str, Json] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it is kept.

    ``number`` is its place among all reviews of the casefile, from 1. ``made_at`` is ISO 8601 in
    UTC. ``report`` and ``article`` say where the reviewed words stand (``None`` for what is of
    several reports). ``record`` is the record as it was when it was reviewed, before ``changes``
    (for ``add``: as it was added), in the JSON of CONTRACT section 1 with the words of every span,
    so that it outlives every reading. Its field "cited" holds the records that it and the changes
    refer to, in the same form and in the lists of a reading ("entities", "places", ...). Of a
    finding it is what names it, with all of its words; of a lineage, the reports.
    ``undone_by`` is the review that took it back, if one is in force.
    """

    number: int
    id: str
    made_at: str
    author: str
    action: ReviewAction
    kind: TargetKind
    target: str
    report: str | None
    article: str | None
    reason: str
    changes: Mapping[str, Json]
    others: tuple[str, ...]
    record: Mapping[str, Json] | None
    undone_by: str | None = None

    @property
    def in_force(self) -> bool:
        """Whether nobody took it back."""
        return self.undone_by is None


Standing = Literal["confirmed", "corrected", "rejected", "added"]
"""What people made of a record; the machine's own has none."""

Words = Literal["same", "moved", "gone"]
"""Whether reviewed words still stand in a text: at the same place, at another, or not at all."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What reviews make of one record of a reading.

    ``reviews`` are the ids of the reviews in force, oldest first. ``words`` says where the reviewed
    words stand in this version of the report. ``kept`` is true for a record that the machine no
    longer finds and a person's review keeps.
    """

    kind: RecordKind
    id: str
    standing: Standing | None
    reviews: tuple[str, ...]
    words: Words = "same"
    kept: bool = False
    protected: bool = False
