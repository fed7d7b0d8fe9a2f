"""The tables of captures as evidence: web archive records, proofs, metadata, media, watches.

``records``, ``proofs`` and ``article_metadata`` are kept and never changed; ``media`` and
``article_media`` are made of kept bytes; ``watches`` and ``watched_pages`` are book-keeping.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from recoupe.store.columns import Words, article, key, number, to
from recoupe.store.schema.records import metadata

records = Table(
    "records",
    metadata,
    *key("records"),
    to("capture", "captures.id", index=True),
    Column("failure", Text, index=True),
    Column("turn", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("url", Words),
    Column("concurrent_to", Text),
    Column("status", Integer),
    Column("media_type", Text),
    Column("payload_sha256", Text),
    Column("sha256", Text, nullable=False, index=True),
    Column("bytes", Integer, nullable=False),
    Column("holds", Boolean, nullable=False),
)
"""Records of web archives: the exchanges by which a capture or a failure (its id) came, by turns.

``sha256`` and ``bytes`` are of the gzip member, kept with the captured bytes; ``holds`` marks the
record that holds the bytes of the capture.
"""

proofs = Table(
    "proofs",
    metadata,
    *key("proofs"),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("authority", Words, nullable=False),
    Column("token", LargeBinary, nullable=False),
    Column("made_at", Text, nullable=False),
)
"""Proofs that something was there at a time: tokens of RFC 3161, OpenTimestamps.

``subject`` says of what: ``capture`` or ``log``; ``sha256`` is what was stamped, the hash of a
capture or of a line of the log.
"""

article_metadata = Table(
    "article_metadata",
    metadata,
    to("article", "articles.id", primary_key=True),
    Column("status", Text, index=True),
    Column("document", JSON, nullable=False),
)
"""Metadata as published (:class:`recoupe.model.Metadata`); ``status`` is that of ninjs."""

media = Table(
    "media",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("duration", Float),
    Column("hashes", JSON, nullable=False),
    Column("exif", JSON, nullable=False),
    Column("made_with", Text, nullable=False),
)
"""Images and films whose bytes are kept: their measures (pixels, seconds), perceptual hashes, EXIF.

The bytes are with the captured ones, under ``sha256``.
"""

article_media = Table(
    "article_media",
    metadata,
    number(),
    article(),
    Column("turn", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("url", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    to("media", "media.sha256", index=True),
    UniqueConstraint("article", "turn"),
)
"""What a page shows or links to; ``media`` names the bytes, where they are kept."""

watches = Table(
    "watches",
    metadata,
    *key("watches"),
    Column("address", Words, nullable=False),
    Column("kind", Text),
    Column("added_at", Text, nullable=False),
    Column("author", Words, nullable=False),
    Column("ended_at", Text),
    Column("etag", Words),
    Column("modified", Words),
    Column("seen_at", Text),
    Column("due_at", Text, nullable=False, index=True),
    Column("failures", Integer, nullable=False),
    Column("trouble", Words),
)
"""Lists of addresses that are followed: feeds, sitemaps, pages of links."""

watched_pages = Table(
    "watched_pages",
    metadata,
    number(),
    to("watch", "watches.id", nullable=False),
    Column("url", Words, nullable=False),
    Column("listed_at", Text, nullable=False),
    Column("etag", Words),
    Column("modified", Words),
    Column("seen_at", Text),
    Column("altered_at", Text),
    Column("due_at", Text, index=True),
    Column("failures", Integer, nullable=False),
    Column("trouble", Words),
    UniqueConstraint("watch", "url"),
    Index("ix_watched_pages_url", "url"),
)
"""Pages that a list named: asked for again when due, less and less often while nothing alters."""

EVIDENCE = (records, proofs, article_metadata, media, article_media, watches, watched_pages)
"""All of these, those first that others name."""
