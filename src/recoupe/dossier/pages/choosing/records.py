"""Reviewing one record of a report that has no page of its own: a figure, place, time and so on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recoupe.dossier.pages.choosing.fields import Field, fields_of
from recoupe.dossier.pages.history import ReviewLine, history, newest, of_record
from recoupe.dossier.pages.view import View
from recoupe.dossier.wording import title_of
from recoupe.errors import StoreError
from recoupe.model import (
    LISTS,
    RECORD_KINDS,
    Article,
    Entity,
    Event,
    Record,
    RecordKind,
    Reviewed,
    Span,
    Statement,
)
from recoupe.store import Store
from recoupe.store.records import ReviewedReading

_AROUND: Final = 300
"""Characters of the text that are shown on either side of the words."""


@dataclass(frozen=True, slots=True)
class RecordWork:
    """What can be done with a record; ``before`` and ``after`` are the text round its ``words``.

    ``gone`` says that people took it out, ``party`` who it is across reports, if it is somebody.
    """

    kind: RecordKind
    id: str
    article: Article
    title: str
    before: str
    words: str
    after: str
    fields: tuple[Field, ...]
    mark: Reviewed | None
    gone: bool
    party: str | None
    reviews: tuple[ReviewLine, ...]
    newest_review: str


def record_work(store: Store, view: View, id_: str) -> RecordWork:
    """Return what can be done with a record of a report.

    Raises :class:`StoreError` where there is no such record, or nobody finds it any more.
    """
    target = store.locate(id_)
    kind = next((one for one in RECORD_KINDS if one == target.kind), None)
    if kind is None or target.article is None or target.report is None:
        raise StoreError("this is no record of a report", where=id_)
    kept = store.reading(target.article)
    record = _record(kept, kind, id_)
    article = kept.reading.article
    span = _span(record)
    reviews = tuple(store.reviews(target.report))
    mark = kept.marks.get(id_)
    return RecordWork(
        kind=kind,
        id=id_,
        article=article,
        title=title_of(article),
        before=article.text[max(0, span.start - _AROUND) : span.start],
        words=span.text,
        after=article.text[span.end : span.end + _AROUND],
        fields=fields_of(kind, kept.reading, view.language, record),
        mark=mark,
        gone=id_ in kept.rejected,
        party=store.parties_of(article.id).get(id_) if kind == "entity" else None,
        reviews=history(of_record(reviews, id_, mark.reviews if mark else ()), article),
        newest_review=newest(reviews, id_),
    )


def _record(kept: ReviewedReading, kind: RecordKind, id_: str) -> Record:
    records: tuple[Record, ...] = getattr(kept.reading, LISTS[kind])
    found = next((one for one in records if one.id == id_), kept.rejected.get(id_))
    if found is None:
        raise StoreError(
            f"nobody finds this {kind} any more",
            where=id_,
            remedy="open its report: what was reviewed there is in its review history",
        )
    return found


def _span(record: Record) -> Span:
    """Return the first words of a record."""
    if isinstance(record, Statement):
        return record.content[0]
    if isinstance(record, Entity):
        return min((*record.mentions, *record.pronouns))
    return record.trigger if isinstance(record, Event) else record.span
