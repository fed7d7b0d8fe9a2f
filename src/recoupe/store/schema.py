"""The tables of a casefile, the same on SQLite and PostgreSQL.

Three kinds of table. What is kept and never changed: captures, articles, reviews, the audit log.
What a machine said last: readings, each as one packed document. What is made anew from these two
whenever either changes, so that it can be looked up and faceted: statements, entities, places,
times, figures, events, evidence, parties and changes. Names that end in ``_folded`` are without
accents and capitals.
"""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect

_ESCAPE: Final = "\x1b"
_NUL: Final = "\x00"
_GREATEST: Final = 2**63 - 1


class Words(TypeDecorator[str]):
    """Text to the letter; PostgreSQL cannot hold U+0000, so it is written as ESC 0 everywhere."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as the database holds it."""
        if value is None or (_NUL not in value and _ESCAPE not in value):
            return value
        return value.replace(_ESCAPE, _ESCAPE + _ESCAPE).replace(_NUL, _ESCAPE + "0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as it was given."""
        if value is None or _ESCAPE not in value:
            return value
        parts = value.split(_ESCAPE + _ESCAPE)
        return _ESCAPE.join(part.replace(_ESCAPE + "0", _NUL) for part in parts)


class Places(TypeDecorator[list[list[int]]]):
    """Places in a text as JSON, ``[[120,134],[140,150]]``: there are many, so it is quick."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[list[int]] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the JSON, which for lists of numbers is what Python writes."""
        return None if value is None else str(value).replace(" ", "")

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[list[int]] | None:  # noqa: ARG002
        """Return the places."""
        return None if value is None else json.loads(value)


class Count(TypeDecorator[int]):
    """A number of people; one too great for a database's integer is its greatest."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Return the number as the database holds it."""
        return None if value is None else max(-_GREATEST, min(value, _GREATEST))


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")


def _number() -> Column[int]:
    """Return a row's own number; unlike SQLite's rowid it stays when the file is packed."""
    return Column("number", _NUMBER, primary_key=True)


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _key(table: str) -> tuple[Column[Any], ...]:
    """Return the number and id of rows that others name; who follows a name looks for the key."""
    newest = text(f"(COALESCE((SELECT MAX(number) FROM {table}), 0) + 1)")  # noqa: S608 - our own
    return (
        Column("number", BigInteger, nullable=False, unique=True, default=newest),
        Column("id", Text, primary_key=True),
    )


def _to(name: str, target: str, **options: Any) -> Column[str]:  # noqa: ANN401 - Column's own
    """Return a column that names a row of another table; checked when the transaction ends."""
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, key, **options)


def _article() -> Column[str]:
    return _to("article", "articles.id", nullable=False, index=True)


def _span(prefix: str = "") -> tuple[Column[Any], ...]:
    """Return columns of one span: its words, and its place in the article's text in code points."""
    return (
        Column(f"{prefix}words", Words, nullable=prefix != ""),
        Column(f"{prefix}start", Integer, nullable=prefix != ""),
        Column(f"{prefix}end", Integer, nullable=prefix != ""),
    )


def _spans(name: str) -> tuple[Column[Any], ...]:
    """Return columns of several spans: their words in one line, and their places as JSON."""
    return (
        Column(name, Words, nullable=False),
        Column(f"{name}_spans", Places, nullable=False),
    )


def _reviewed() -> tuple[Column[Any], ...]:
    """Return columns of what people made of a record: see :class:`recoupe.model.Reviewed`."""
    return (
        Column("review", Text),
        Column("review_words", Text),
        Column("kept", Boolean, nullable=False, default=False),
        Column("protected", Boolean, nullable=False, default=False),
    )


casefile = Table(
    "casefile",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Words, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("made_with", Text, nullable=False),
)

# What is kept and never changed

captures = Table(
    "captures",
    metadata,
    *_key("captures"),
    Column("sha256", Text, nullable=False, index=True),
    Column("bytes", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("charset", Text),
    Column("captured_at", Text, nullable=False),
    Column("input", Words, nullable=False),
    Column("declared", JSON, nullable=False),
)

captured_bytes = Table(
    "captured_bytes",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    info={"only": "postgresql"},
)
"""The bytes themselves, where they are not files in a folder."""

reports = Table(
    "reports",
    metadata,
    *_key("reports"),
    Column("address", Words),
    Column("added_at", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    *_key("articles"),
    _to("report", "reports.id", nullable=False),
    Column("version", Integer, nullable=False),
    Column("latest", Boolean, nullable=False),
    _to("capture", "captures.id", nullable=False, index=True),
    Column("url", Words),
    Column("outlet", Words),
    Column("outlet_folded", Words),
    Column("title", Words),
    Column("byline", Words),
    Column("published", Text),
    Column("published_day", Text),
    Column("modified", Text),
    Column("corrected_outlet", Words),
    Column("corrected_title", Words),
    Column("corrected_byline", Words),
    Column("corrected_published", Text),
    Column("language", Text, nullable=False),
    Column("text", Words, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("links", JSON, nullable=False),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("report", "version"),
    Index("ix_articles_published_day_latest", "published_day", "latest"),
)

reviews = Table(
    "reviews",
    metadata,
    _number(),
    _id(),
    Column("made_at", Text, nullable=False),
    Column("author", Words, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("target", Text, nullable=False, index=True),
    _to("report", "reports.id", index=True),
    _to("article", "articles.id"),
    Column("reason", Words, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("others", JSON, nullable=False),
    Column("record", JSON(none_as_null=True)),
)

audit_log = Table(
    "audit_log",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("author", Words, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Words, nullable=False, index=True),
    Column("detail", JSON, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

# What a machine said last

readings = Table(
    "readings",
    metadata,
    _to("article", "articles.id", primary_key=True),
    Column("read_at", Text, nullable=False),
    Column("made_with", Text, nullable=False),
    Column("readers", JSON, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
)

# What is made anew from the two

parties = Table(
    "parties",
    metadata,
    *_key("parties"),
    Column("name", Words, nullable=False),
    Column("name_folded", Words, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("protected", Boolean, nullable=False, default=False),
)

entities = Table(
    "entities",
    metadata,
    *_key("entities"),
    _article(),
    _to("party", "parties.id", nullable=False, index=True),
    Column("own_party", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("aliases", JSON, nullable=False),
    *_spans("roles"),
    _to("affiliation", "entities.id"),
    *_spans("mentions"),
    *_spans("pronouns"),
    Column("key", Words),
    Column("known", JSON(none_as_null=True)),
    *_reviewed(),
)

statements = Table(
    "statements",
    metadata,
    *_key("statements"),
    _article(),
    *_spans("content"),
    *_spans("cue"),
    *_spans("source"),
    _to("speaker", "entities.id"),
    Column("speaker_name", Words),
    _to("party", "parties.id", index=True),
    Column("own_party", Text, index=True),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("hedged", Boolean, nullable=False),
    _to("within", "statements.id"),
    Column("via", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    *_reviewed(),
    Index(
        "ix_statements_moved",
        "party",
        "own_party",
        sqlite_where=text("party <> own_party"),
        postgresql_where=text("party <> own_party"),
    ),
)


places = Table(
    "places",
    metadata,
    *_key("places"),
    _article(),
    *_span(),
    Column("name", Words, nullable=False),
    Column("name_folded", Words, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision_m", Integer),
    Column("country", Text, index=True),
    Column("geonames_id", Integer),
    _to("within", "places.id"),
    Column("confidence", Float, nullable=False),
    *_reviewed(),
)

times = Table(
    "times",
    metadata,
    *_key("times"),
    _article(),
    *_span(),
    Column("type", Text, nullable=False),
    Column("value", Text),
    Column("starts", Text),
    Column("ends", Text),
    Column("confidence", Float, nullable=False),
    Column("anchor", Text),
    _to("anchor_time", "times.id"),
    *_reviewed(),
)

figures = Table(
    "figures",
    metadata,
    *_key("figures"),
    _article(),
    *_span(),
    Column("low", Count),
    Column("high", Count),
    Column("approximate", Boolean, nullable=False),
    Column("what", Text, nullable=False, index=True),
    Column("counted", Words),
    _to("according_to", "statements.id"),
    Column("hedged", Boolean, nullable=False),
    _to("time", "times.id"),
    _to("place", "places.id"),
    _to("part_of", "figures.id"),
    _to("revises", "figures.id"),
    Column("counting", Text),
    *_reviewed(),
)

events = Table(
    "events",
    metadata,
    _number(),
    _id(),
    _article(),
    *_span(),
    Column("type", Text, nullable=False),
    Column("subtype", Text),
    Column("plover", Text),
    Column("actors", JSON, nullable=False),
    Column("targets", JSON, nullable=False),
    _to("place", "places.id"),
    _to("time", "times.id"),
    Column("figures", JSON, nullable=False),
    Column("according_to", JSON, nullable=False),
    Column("denied_by", JSON, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    *_spans("mentions"),
    *_reviewed(),
)

evidence = Table(
    "evidence",
    metadata,
    _number(),
    _id(),
    _article(),
    *_span(),
    Column("medium", Text, nullable=False),
    Column("made_with", Text),
    Column("published_on", Words),
    _to("publisher", "entities.id"),
    Column("url", Words),
    *_span("shows_"),
    *_reviewed(),
)

changes = Table(
    "changes",
    metadata,
    _to("report", "reports.id", nullable=False, index=True),
    _to("before", "articles.id", nullable=False),
    _to("after", "articles.id", primary_key=True),
    Column("noticed_at", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("passages", JSON, nullable=False),
)
"""What an outlet altered from one version to the next."""

statement_changes = Table(
    "statement_changes",
    metadata,
    _number(),
    _to("after", "changes.after", nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("statement_before", Text),
    Column("statement_after", Text),
    Column("words_before", Words),
    Column("words_after", Words),
)

# Work

jobs = Table(
    "jobs",
    metadata,
    *_key("jobs"),
    Column("inputs", JSON, nullable=False),
    Column("options", JSON, nullable=False),
    Column("author", Words, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
    Column("added", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    _number(),
    _id(),
    Column("input", Words, nullable=False),
    Column("input_id", Words),
    Column("source", Words, nullable=False),
    _to("capture", "captures.id"),
    _to("job", "jobs.id"),
    Column("kind", Text, nullable=False),
    Column("message", Words, nullable=False),
    Column("retryable", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("first_at", Text, nullable=False),
    Column("last_at", Text, nullable=False),
    Column("settled_at", Text),
)

PROJECTION: Final = (statements, entities, places, times, figures, events, evidence)
"""The tables with one row for each record of a reading, in the order of RECORD_KINDS."""


def _index_names() -> None:
    """Index every column that names a record.

    Both databases look through it for each record that is put in or taken out: without an index
    that is the whole table, and a report costs the more the more there are.
    """
    for table in PROJECTION:
        for column in table.columns:
            if column.foreign_keys and not column.index:
                there = column.is_not(None)
                Index(None, column, sqlite_where=there, postgresql_where=there)


_index_names()
