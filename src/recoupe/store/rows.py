"""Records to rows and back: what a reviewed reading looks like in the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Table
from sqlalchemy.engine import Row

from recoupe.model import (
    LISTS,
    Article,
    Block,
    Capture,
    CaptureRecord,
    Declared,
    Entity,
    Event,
    Evidence,
    Figure,
    Link,
    Place,
    RecordKind,
    Reviewed,
    Span,
    Statement,
    Time,
    packed,
)
from recoupe.review import CORRECTABLE, ReviewedReading
from recoupe.store import schema
from recoupe.store.documents import with_published
from recoupe.store.words import tokens


def folded_name(name: str) -> str:
    """Return the words of a name without accents and capitals, a space around each."""
    return f" {' '.join(token.folded for token in tokens(name))} "


Values = dict[str, Any]
"""A row as it is written: the name of each column with its value."""

_NOBODY: Final = Reviewed("statement", "", None, ())
_BETWEEN: Final = " … "
"""What stands between the spans of one field, in the column of its words."""


def record_rows(
    reviewed: ReviewedReading, parties: Mapping[str, str], said_by: Mapping[str, str]
) -> dict[Table, list[Values]]:
    """Return the rows of every record, by table, in the order of the text.

    ``parties`` are the parties of entities, ``said_by`` those of the statements whose speaker is
    only a name, both by id.
    """
    article = reviewed.reading.article.id
    made: dict[Table, list[Values]] = {}
    for kind, table in TABLES.items():
        rows = []
        for record in getattr(reviewed.reading, LISTS[kind]):
            row = _MAKERS[kind](record)
            mark = reviewed.marks.get(record.id, _NOBODY)
            rows.append({"id": record.id, "article": article, **row, **_mark(mark)})
        made[table] = rows
    for row in made[schema.entities]:
        row["party"] = parties[row["id"]]
    for row in made[schema.statements]:
        row["party"] = parties.get(row["speaker"], said_by.get(row["id"]))
    return made


def _mark(mark: Reviewed) -> Values:
    return {
        "review": mark.standing,
        "review_words": None if mark.words == "same" else mark.words,
        "kept": mark.kept,
        "protected": mark.protected,
    }


def _span(span: Span | None, prefix: str = "") -> Values:
    if span is None:
        return {f"{prefix}words": None, f"{prefix}start": None, f"{prefix}end": None}
    return {f"{prefix}words": span.text, f"{prefix}start": span.start, f"{prefix}end": span.end}


def _spans(name: str, spans: Sequence[Span]) -> Values:
    return {
        name: _BETWEEN.join(span.text for span in spans),
        f"{name}_spans": [[span.start, span.end] for span in spans],
    }


def _statement(it: Statement) -> Values:
    return {
        **_spans("content", it.content),
        **_spans("cue", it.cue),
        **_spans("source", it.source),
        **_plain(it, "speaker", "speaker_name", "kind", "stance", "hedged", "within"),
        "via": list(it.via),
        "confidence": it.confidence,
    }


def _entity(it: Entity) -> Values:
    return {
        **_plain(it, "kind", "name", "affiliation", "key"),
        "aliases": list(it.aliases),
        **_spans("roles", it.roles),
        **_spans("mentions", it.mentions),
        **_spans("pronouns", it.pronouns),
        "known": packed(it.known),
    }


def _place(it: Place) -> Values:
    return {
        **_span(it.span),
        **_plain(it, "name", "kind", "lat", "lon", "precision_m", "country", "geonames_id"),
        "name_folded": folded_name(it.name),
        **_plain(it, "within", "confidence"),
    }


def _time(it: Time) -> Values:
    return {
        **_span(it.span),
        **_plain(it, "type", "value", "confidence", "anchor", "anchor_time"),
        "starts": it.start,
        "ends": it.end,
    }


def _figure(it: Figure) -> Values:
    return {
        **_span(it.span),
        **_plain(it, "low", "high", "approximate", "what", "counted", "according_to", "hedged"),
        **_plain(it, "time", "place", "part_of", "revises", "counting"),
    }


def _event(it: Event) -> Values:
    return {
        **_span(it.trigger),
        **_plain(it, "type", "subtype", "plover", "place", "time", "hedged", "negated"),
        **{
            name: list(getattr(it, name))
            for name in ("actors", "targets", "figures", "according_to", "denied_by")
        },
        **_spans("mentions", it.mentions),
    }


def _evidence(it: Evidence) -> Values:
    return {
        **_span(it.span),
        **_plain(it, "medium", "made_with", "published_on", "publisher", "url"),
        **_span(it.shows, "shows_"),
    }


def _plain(record: object, *names: str) -> Values:
    return {name: getattr(record, name) for name in names}


_MAKERS: Final[Mapping[RecordKind, Callable[[Any], Values]]] = {
    "statement": _statement,
    "entity": _entity,
    "place": _place,
    "time": _time,
    "figure": _figure,
    "event": _event,
    "evidence": _evidence,
}

TABLES: Final[Mapping[RecordKind, Table]] = {
    "entity": schema.entities,
    "statement": schema.statements,
    "place": schema.places,
    "time": schema.times,
    "figure": schema.figures,
    "event": schema.events,
    "evidence": schema.evidence,
}
"""The table of each kind of record."""


def article_row(article: Article) -> Values:
    """Return what an article's row holds of the article itself."""
    return {
        **_plain(article, "id", "url", "outlet", "title", "byline", "published", "modified"),
        **_plain(article, "language", "text", "text_sha256"),
        "blocks": [[block.kind, block.start, block.end] for block in article.blocks],
        "links": [[link.kind, link.url, link.start, link.end] for link in article.links],
    }


def shown_row(article: Article, reviewed: Article) -> Values:
    """Return what an article's row holds of what people corrected, and what is looked up in it."""
    corrected = {
        f"corrected_{name}": getattr(reviewed, name)
        for name in CORRECTABLE
        if getattr(reviewed, name) != getattr(article, name)
    }
    return {
        **{f"corrected_{name}": None for name in CORRECTABLE},
        **corrected,
        "outlet_folded": None if reviewed.outlet is None else folded_name(reviewed.outlet),
        "published_day": None if reviewed.published is None else reviewed.published[:10],
    }


def capture_row(capture: Capture, capture_id: str) -> Values:
    """Return the row of a capture: all but its bytes."""
    return {
        "id": capture_id,
        **_plain(capture, "sha256", "media_type", "charset", "captured_at", "input"),
        "bytes": len(capture.content),
        "declared": packed(capture.declared),
    }


def article_of(row: Row[Any]) -> Article:
    """Return the article of a row of ``articles`` joined with its capture.

    The capture's columns are named ``capture_sha256``, ``capture_bytes`` and so on;
    ``metadata_document`` and ``recall_document`` are what pages said of the report.
    Raises :class:`CasefileDamagedError` where these are not of this article.
    """
    declared = row.capture_declared
    article = Article(
        **_plain(row, "id", "url", "outlet", "title", "byline", "published", "modified"),
        **_plain(row, "language", "text", "text_sha256"),
        input=row.capture_input,
        input_id=declared["input_id"],
        capture=CaptureRecord(
            row.capture_sha256, row.capture_bytes, row.capture_media_type, row.capture_captured_at
        ),
        blocks=tuple(Block(*block) for block in row.blocks),
        links=tuple(Link(*link) for link in row.links),
    )
    if row.metadata_document is None and row.recall_document is None:
        return article
    return with_published(article, row.metadata_document, row.recall_document)


def capture_of(row: Row[Any], content: bytes) -> Capture:
    """Return the capture of a row of ``captures``, with its bytes."""
    return Capture(
        content=content,
        **_plain(row, "sha256", "media_type", "captured_at", "input", "charset"),
        declared=Declared(**row.declared),
    )
