"""The tables of what stands in reports: one row a record, with its words and where they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from recoupe.export.material import ExportedReport
from recoupe.export.tables import cells
from recoupe.model import (
    LISTS,
    Event,
    Figure,
    Place,
    Record,
    RecordKind,
    Span,
    Statement,
    record_json,
)

Row = dict[str, str]

_REPORT: Final = ("report_id", "url", "outlet", "title", "published", "language", "withdrawn")
_REVIEW: Final = ("reviewed", "review", "reason", "masked", "state")


class Context:
    """One report while its rows are made."""

    def __init__(self, report: ExportedReport) -> None:
        self.report = report

    @cached_property
    def by_id(self) -> Mapping[str, Any]:
        """Every record of the report by its id."""
        reading = self.report.reading
        return {one.id: one for name in LISTS.values() for one in getattr(reading, name)}

    def name(self, id_: str | None) -> str | None:
        """Return what an entity or place of the report is called."""
        record = self.by_id.get(id_ or "")
        return None if record is None else record.name

    def speaker(self, id_: str | None) -> str | None:
        """Return who says a statement of the report."""
        record = self.by_id.get(id_ or "")
        return record.speaker_name if isinstance(record, Statement) else None

    def span(self, id_: str | None) -> str | None:
        """Return the words of a record with one span."""
        record = self.by_id.get(id_ or "")
        return None if record is None else record.span.text

    def at(self, *spans: Span) -> str:
        """Return where words stand in the report, nothing where its text is masked."""
        return cells.places(spans) if self.report.whole else ""

    def state(self, record: Record) -> str:
        """Return a hash of a record and its newest review.

        Of a report with masked words it is of the record's place alone: a hash of the words would
        tell whoever guesses them that the guess is right.
        """
        said = str(record_json(record)) if self.report.whole else record.id
        newest = self.report.reviews.get(record.id, "")
        return hashlib.sha256(f"{said} {newest}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table of records of one kind.

    ``row`` makes the columns that are its own. Of these a person may change ``words``, from columns
    to the record's fields of spans; ``named``, to fields of one line of text; ``flags``, ``counts``
    and ``degrees``, which are numbers, and ``codes``. ``links`` are ids of other records of the
    report, which count in a row that is new. All others are only to be read.
    """

    kind: RecordKind
    row: Callable[[Context, Any], Row]
    words: Mapping[str, str]
    named: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    counts: Mapping[str, str] = field(default_factory=dict)
    degrees: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def id_column(self) -> str:
        """The column that holds the record's id."""
        return f"{self.kind}_id"

    @property
    def fields(self) -> Mapping[str, str]:
        """Every column that a person may change, with the record's field."""
        plain = {name: name for name in (*self.flags, *self.codes)}
        return {**self.words, **self.named, **plain, **self.counts, **self.degrees}


def rows(table: RecordTable, report: ExportedReport) -> Iterator[Row]:
    """Yield the rows of one report, in the order of its text."""
    context = Context(report)
    about = _about(report)
    for record in getattr(report.reading, LISTS[table.kind]):
        yield {
            table.id_column: record.id,
            **table.row(context, record),
            **about,
            **_reviewed(context, record),
        }


def columns(table: RecordTable) -> tuple[str, ...]:
    """Return the columns of a table in their order."""
    return (table.id_column, *_OWN[table.kind], *_REPORT, *_REVIEW)


def _about(report: ExportedReport) -> Row:
    article = report.reading.article
    return {
        "report_id": article.id,
        "url": cells.text(article.url),
        "outlet": cells.text(article.outlet),
        "title": cells.text(article.title),
        "published": article.published or "",
        "language": article.language,
        "withdrawn": article.withdrawn.status if article.withdrawn is not None else "",
    }


def _reviewed(context: Context, record: Record) -> Row:
    mark = context.report.marks.get(record.id)
    return {
        "reviewed": (mark.standing or "") if mark is not None else "",
        "review": "",
        "reason": "",
        "masked": "" if context.report.whole else "yes",
        "state": context.state(record),
    }


def _party(context: Context, id_: str | None) -> str:
    party = context.report.parties.get(id_ or "")
    return party.id if party is not None else ""


def _statement(context: Context, one: Statement) -> Row:
    return {
        "words": cells.words(one.content),
        "speaker": cells.text(one.speaker_name),
        "stance": one.stance,
        "hedged": cells.flag(one.hedged),
        "kind": one.kind,
        "cue": cells.words(one.cue),
        "source": cells.words(one.source),
        "reported_by": cells.text(context.speaker(one.within)),
        "via": cells.names(map(context.name, one.via)),
        "confidence": cells.number(one.confidence),
        "at": context.at(*one.content),
        "cue_at": context.at(*one.cue),
        "source_at": context.at(*one.source),
        "within_id": one.within or "",
        "speaker_id": one.speaker or "",
        "party_id": _party(context, one.speaker or one.id),
    }


def _figure(context: Context, one: Figure) -> Row:
    said = context.by_id.get(one.according_to or "")
    time = context.by_id.get(one.time or "")
    return {
        "words": cells.words((one.span,)),
        "low": cells.number(one.low),
        "high": cells.number(one.high),
        "approximate": cells.flag(one.approximate),
        "what": one.what,
        "counted": cells.text(one.counted),
        "hedged": cells.flag(one.hedged),
        "counting": one.counting or "",
        "according_to": cells.text(context.speaker(one.according_to)),
        "place": cells.text(context.name(one.place)),
        "time": cells.text(context.span(one.time)),
        "starts": (time.start or "") if time is not None else "",
        "ends": (time.end or "") if time is not None else "",
        "at": context.at(one.span),
        "statement_id": one.according_to or "",
        "party_id": _party(context, (said.speaker or said.id) if said is not None else None),
        "place_id": one.place or "",
        "part_of_id": one.part_of or "",
        "revises_id": one.revises or "",
    }


def _event(context: Context, one: Event) -> Row:
    place, time = context.by_id.get(one.place or ""), context.by_id.get(one.time or "")
    return {
        "words": cells.words((one.trigger,)),
        "type": one.type,
        "subtype": one.subtype or "",
        "plover": one.plover or "",
        "hedged": cells.flag(one.hedged),
        "negated": cells.flag(one.negated),
        "actors": cells.names(map(context.name, one.actors)),
        "targets": cells.names(map(context.name, one.targets)),
        "place": cells.text(context.name(one.place)),
        "latitude": cells.number(place.lat) if place is not None else "",
        "longitude": cells.number(place.lon) if place is not None else "",
        "precision_m": cells.number(place.precision_m) if place is not None else "",
        "time": cells.text(context.span(one.time)),
        "starts": (time.start or "") if time is not None else "",
        "ends": (time.end or "") if time is not None else "",
        "according_to": cells.names(map(context.speaker, one.according_to)),
        "denied_by": cells.names(map(context.speaker, one.denied_by)),
        "at": context.at(one.trigger),
        "figure_ids": cells.ids(one.figures),
        "statement_ids": cells.ids(one.according_to),
        "denial_ids": cells.ids(one.denied_by),
        "place_id": one.place or "",
    }


def _place(context: Context, one: Place) -> Row:
    return {
        "words": cells.words((one.span,)),
        "name": cells.text(one.name),
        "kind": one.kind,
        "latitude": cells.number(one.lat),
        "longitude": cells.number(one.lon),
        "precision_m": cells.number(one.precision_m),
        "country": one.country or "",
        "within": cells.text(context.name(one.within)),
        "geonames_id": cells.number(one.geonames_id),
        "confidence": cells.number(one.confidence),
        "at": context.at(one.span),
        "within_id": one.within or "",
    }


TABLES: Final[Mapping[str, RecordTable]] = {
    "statements": RecordTable(
        "statement",
        _statement,
        words={"words": "content", "cue": "cue", "source": "source"},
        named={"speaker": "speaker_name"},
        flags=("hedged",),
        codes=("stance",),
    ),
    "figures": RecordTable(
        "figure",
        _figure,
        words={"words": "span"},
        named={"counted": "counted"},
        flags=("approximate", "hedged"),
        counts={"low": "low", "high": "high"},
        codes=("what",),
        links={"statement_id": "according_to", "place_id": "place"},
    ),
    "events": RecordTable(
        "event",
        _event,
        words={"words": "trigger"},
        flags=("hedged", "negated"),
        codes=("type", "subtype", "plover"),
        links={"place_id": "place"},
    ),
    "places": RecordTable(
        "place",
        _place,
        words={"words": "span"},
        named={"name": "name"},
        counts={"precision_m": "precision_m"},
        degrees={"latitude": "lat", "longitude": "lon"},
        codes=("kind", "country"),
    ),
}
"""The tables that can be edited and brought back, by the name of their file."""

_OWN: Final[Mapping[RecordKind, tuple[str, ...]]] = {
    "statement": (
        "words", "speaker", "stance", "hedged", "kind", "cue", "source", "reported_by", "via",
        "confidence", "at", "cue_at", "source_at", "within_id", "speaker_id", "party_id",
    ),
    "figure": (
        "words", "low", "high", "approximate", "what", "counted", "hedged", "counting",
        "according_to", "place", "time", "starts", "ends", "at", "statement_id", "party_id",
        "place_id", "part_of_id", "revises_id",
    ),
    "event": (
        "words", "type", "subtype", "plover", "hedged", "negated", "actors", "targets", "place",
        "latitude", "longitude", "precision_m", "time", "starts", "ends", "according_to",
        "denied_by", "at", "figure_ids", "statement_ids", "denial_ids", "place_id",
    ),
    "place": (
        "words", "name", "kind", "latitude", "longitude", "precision_m", "country", "within",
        "geonames_id", "confidence", "at", "within_id",
    ),
}  # fmt: skip
"""The columns between the id and the report's, in their order."""
