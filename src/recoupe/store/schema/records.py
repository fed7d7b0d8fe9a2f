"""The tables of captures, readings and reviews, and of what is made of the last two."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from recoupe.store.columns import (
    NUMBER,
    Count,
    Words,
    article,
    id_,
    key,
    number,
    reviewed,
    span,
    spans,
    to,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
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
    *key("captures"),
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
    *key("reports"),
    Column("address", Words),
    Column("added_at", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    *key("articles"),
    to("report", "reports.id", nullable=False),
    Column("version", Integer, nullable=False),
    Column("latest", Boolean, nullable=False),
    to("capture", "captures.id", nullable=False, index=True),
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
    number(),
    id_(),
    Column("made_at", Text, nullable=False),
    Column("author", Words, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("target", Text, nullable=False, index=True),
    to("report", "reports.id", index=True),
    to("article", "articles.id"),
    Column("reason", Words, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("others", JSON, nullable=False),
    Column("record", JSON(none_as_null=True)),
)

audit_log = Table(
    "audit_log",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
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
    to("article", "articles.id", primary_key=True),
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
    *key("parties"),
    Column("name", Words, nullable=False),
    Column("name_folded", Words, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("protected", Boolean, nullable=False, default=False),
)

entities = Table(
    "entities",
    metadata,
    *key("entities"),
    article(),
    to("party", "parties.id", nullable=False, index=True),
    Column("own_party", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("aliases", JSON, nullable=False),
    *spans("roles"),
    to("affiliation", "entities.id"),
    *spans("mentions"),
    *spans("pronouns"),
    Column("key", Words),
    Column("known", JSON(none_as_null=True)),
    *reviewed(),
)

statements = Table(
    "statements",
    metadata,
    *key("statements"),
    article(),
    *spans("content"),
    *spans("cue"),
    *spans("source"),
    to("speaker", "entities.id"),
    Column("speaker_name", Words),
    to("party", "parties.id", index=True),
    Column("own_party", Text, index=True),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("hedged", Boolean, nullable=False),
    to("within", "statements.id"),
    Column("via", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    *reviewed(),
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
    *key("places"),
    article(),
    *span(),
    Column("name", Words, nullable=False),
    Column("name_folded", Words, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision_m", Integer),
    Column("country", Text, index=True),
    Column("geonames_id", Integer),
    to("within", "places.id"),
    Column("confidence", Float, nullable=False),
    *reviewed(),
)

times = Table(
    "times",
    metadata,
    *key("times"),
    article(),
    *span(),
    Column("type", Text, nullable=False),
    Column("value", Text),
    Column("starts", Text),
    Column("ends", Text),
    Column("confidence", Float, nullable=False),
    Column("anchor", Text),
    to("anchor_time", "times.id"),
    *reviewed(),
)

figures = Table(
    "figures",
    metadata,
    *key("figures"),
    article(),
    *span(),
    Column("low", Count),
    Column("high", Count),
    Column("approximate", Boolean, nullable=False),
    Column("what", Text, nullable=False, index=True),
    Column("counted", Words),
    to("according_to", "statements.id"),
    Column("hedged", Boolean, nullable=False),
    to("time", "times.id"),
    to("place", "places.id"),
    to("part_of", "figures.id"),
    to("revises", "figures.id"),
    Column("counting", Text),
    *reviewed(),
)

events = Table(
    "events",
    metadata,
    number(),
    id_(),
    article(),
    *span(),
    Column("type", Text, nullable=False),
    Column("subtype", Text),
    Column("plover", Text),
    Column("actors", JSON, nullable=False),
    Column("targets", JSON, nullable=False),
    to("place", "places.id"),
    to("time", "times.id"),
    Column("figures", JSON, nullable=False),
    Column("according_to", JSON, nullable=False),
    Column("denied_by", JSON, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    *spans("mentions"),
    *reviewed(),
)

evidence = Table(
    "evidence",
    metadata,
    number(),
    id_(),
    article(),
    *span(),
    Column("medium", Text, nullable=False),
    Column("made_with", Text),
    Column("published_on", Words),
    to("publisher", "entities.id"),
    Column("url", Words),
    *span("shows_"),
    *reviewed(),
)

changes = Table(
    "changes",
    metadata,
    to("report", "reports.id", nullable=False, index=True),
    to("before", "articles.id", nullable=False),
    to("after", "articles.id", primary_key=True),
    Column("noticed_at", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("passages", JSON, nullable=False),
)
"""What an outlet altered from one version to the next."""

statement_changes = Table(
    "statement_changes",
    metadata,
    number(),
    to("after", "changes.after", nullable=False, index=True),
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
    *key("jobs"),
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
    number(),
    id_(),
    Column("input", Words, nullable=False),
    Column("input_id", Words),
    Column("source", Words, nullable=False),
    to("capture", "captures.id"),
    to("job", "jobs.id"),
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
