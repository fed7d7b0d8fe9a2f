"""Reviewed words in another version of their report: found to the letter, or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final

from recoupe.errors import RecordError, RecoupeError
from recoupe.model import (
    LISTS,
    RECORD_KINDS,
    Article,
    Json,
    Record,
    RecordKind,
    Review,
    Span,
    Words,
    record_json,
    record_of,
)
from recoupe.review.identity import primary_spans

if TYPE_CHECKING:
    from recoupe.comparison.alignment import Alignment

_LOOSE: Final[Mapping[RecordKind, frozenset[str]]] = {
    "entity": frozenset({"mentions", "pronouns", "roles"}),
    "event": frozenset({"mentions"}),
}
"""Fields that name one thing many times: it is still there as long as one of the words is."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A review as it stands in an article.

    ``subject`` is the id of the record as the review knows it. ``before`` is the record without
    the review's changes (``None`` where only the changed words stand in this version), ``after``
    the record with them, ``cited`` those that they refer to; all have spans of this article.
    """

    kind: RecordKind
    subject: str
    before: Record | None
    after: Record
    words: Words
    cited: Mapping[str, Record]


@dataclass(slots=True)
class Anchors:
    """Finds the words of reviews in ``article``; ``versions`` are its report's articles by id."""

    article: Article
    versions: Mapping[str, Article]
    _alignments: dict[str, Alignment] = field(default_factory=dict)

    def of(self, review: Review) -> Anchored | None:
        """Return a review of a record as it stands here, ``None`` where its words do not.

        Raises :class:`RecordError` or :class:`SpanError` where what is kept of it fits no record
        of this program or no text of the report.
        """
        kind = record_kind(review)
        old = self._text(review)
        if not isinstance(review.record, Mapping) or "id" in review.changes:
            raise RecordError("the review keeps no record", where=review.id)
        before = record_of(kind, _alone(review.record), old)
        after = record_of(kind, {**record_json(before), **review.changes}, old)
        here = self._moved(kind, after, old, review.changes)
        if here is None:
            return None
        was = self._moved(kind, before, old, ())
        words: Words = "same" if _positions(here) == _positions(after) else "moved"
        cited = self._cited(review.record.get("cited"), old)
        return Anchored(kind, after.id, was, here, words, cited)

    def _cited(self, cited: Json, old: Article) -> dict[str, Record]:
        """Return those of the records kept beside a reviewed one whose words stand here."""
        found: dict[str, Record] = {}
        for kind, name in LISTS.items():
            said = cited.get(name) if isinstance(cited, Mapping) else ()
            for one in said if isinstance(said, list | tuple) else ():
                try:
                    record = record_of(kind, one, old)
                except RecoupeError:  # of another program version: the reference leads nowhere
                    continue
                here = self._moved(kind, record, old, ())
                if here is not None:
                    found[record.id] = here
        return found

    def _text(self, review: Review) -> Article:
        if review.article == self.article.id:
            return self.article
        if review.article is None or review.article not in self.versions:
            raise RecordError("the reviewed version is not among those given", where=review.id)
        return self.versions[review.article]

    def _moved(
        self, kind: RecordKind, record: Record, old: Article, strict: Collection[str]
    ) -> Record | None:
        """Return a record of the article ``old`` with the spans it has here, ``None`` if any lacks.

        Of the loose fields that are not ``strict`` the words that stand here are enough.
        """
        if old.id == self.article.id:
            return record
        loose = _LOOSE.get(kind, frozenset()) - set(strict)
        changed: dict[str, Any] = {}
        for each in fields(record):
            value = getattr(record, each.name)
            if isinstance(value, Span):
                changed[each.name] = here = self._here(value, old)
                if here is None:
                    return None
            elif isinstance(value, tuple) and value and isinstance(value[0], Span):
                found = [span for one in value if (span := self._here(one, old)) is not None]
                if len(found) < len(value) and each.name not in loose:
                    return None
                changed[each.name] = tuple(found)
        moved = replace(record, **changed)
        return moved if primary_spans(moved) or not primary_spans(record) else None

    def _here(self, span: Span, old: Article) -> Span | None:
        """Return the same words in this article, ``None`` where they were changed or taken out."""
        if old.id not in self._alignments:
            from recoupe.comparison.alignment import align

            self._alignments[old.id] = align(old.text, self.article.text)
        found = self._alignments[old.id].locate(span.start, span.end)
        if found.kind not in {"same", "moved"} or found.start is None or found.end is None:
            return None
        here = self.article.span(found.start, found.end)
        return here if here.text == span.text else None


def record_kind(review: Review) -> RecordKind:
    """Return the kind of record that a review is of; raise :class:`RecordError` if of none."""
    for kind in RECORD_KINDS:
        if review.kind == kind:
            return kind
    raise RecordError(f"a {review.kind} is no record of a reading", where=review.id)


def _alone(record: Mapping[str, Json]) -> dict[str, Json]:
    """Return a record as a review keeps it without those that it cites."""
    return {name: value for name, value in record.items() if name != "cited"}


def _positions(record: Record) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in primary_spans(record)]
