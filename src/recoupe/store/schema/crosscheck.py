"""The tables of the kept cross-check.

What it goes on from: groupings, stories and checks, packed documents with their hashes. And what is
made anew from these, so that it can be looked up and faceted: findings, positions with their words,
derivations. A statement or party that they name may be gone until it is checked again: so they name
none by a reference that the database looks after.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, Index, Integer, LargeBinary, Table, Text

from recoupe.store.columns import Count, Places, Words, article, key, number, to
from recoupe.store.schema.records import metadata

cross_check = Table(
    "cross_check",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("log_number", Integer, nullable=False),
    Column("checked_at", Text, nullable=False),
    Column("made_with", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("said", JSON, nullable=False),
)
"""One row: how often it was kept, of which state of the casefile it is, and what made it.

``log_number`` is the last line of the log that bears on it, ``code`` a hash of the program that
compared, ``said`` the pairs of articles that people had joined and parted.
"""

groupings = Table(
    "groupings",
    metadata,
    to("article", "articles.id", primary_key=True),
    Column("reading", Text, nullable=False),
    Column("features", LargeBinary, nullable=False),
    Column("features_sha256", Text, nullable=False),
    Column("links", LargeBinary, nullable=False),
    Column("links_sha256", Text, nullable=False),
)
"""What a report is grouped by, and its links; ``reading`` is the key of what it was made from."""

stories = Table(
    "stories",
    metadata,
    *key("stories"),
    Column("document", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("title", Words),
    Column("starts", Text),
    Column("ends", Text),
    Column("place", Words),
    Column("lat", Float),
    Column("lon", Float),
    Column("reports", Integer, nullable=False),
    Index("ix_stories_starts_id", "starts", "id"),
)

story_reports = Table(
    "story_reports",
    metadata,
    number(),
    to("story", "stories.id", nullable=False, index=True),
    article(),
    Column("turn", Integer, nullable=False),
    Column("guest", Boolean, nullable=False),
)

checks = Table(
    "checks",
    metadata,
    to("story", "stories.id", primary_key=True),
    Column("key", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("checked_at", Text, nullable=False),
    Column("made_with", Text, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
)
"""What a story comes to; ``key`` is a hash of all that this depends on."""

findings = Table(
    "findings",
    metadata,
    *key("findings"),
    to("story", "stories.id", nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("matter", Words, nullable=False),
    Column("what", Text),
    Column("place", Words),
    Column("time", Text),
    Column("counted", Words),
    Column("low", Count),
    Column("high", Count),
    Column("parties", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first_said", Text),
    Column("last_said", Text),
    Column("reasons", JSON, nullable=False),
    Column("compatible_if", Text),
    Column("grading", Text),
    Column("review", Text),
)

positions = Table(
    "positions",
    metadata,
    *key("positions"),
    to("finding", "findings.id", nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("party_name", Words, nullable=False),
    Column("party", Text, index=True),
    Column("stance", Text, nullable=False),
    Column("low", Count),
    Column("high", Count),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first_said", Text),
    Column("last_said", Text),
)

position_words = Table(
    "position_words",
    metadata,
    number(),
    to("position", "positions.id", nullable=False, index=True),
    article(),
    Column("statement", Text),
    Column("words", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("at", Text),
)

derivations = Table(
    "derivations",
    metadata,
    number(),
    to("story", "stories.id", nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    article(),
    to("source", "articles.id", index=True),
    Column("kind", Text, nullable=False),
    Column("origin_kind", Text, nullable=False),
    Column("origin", Words),
    Column("share", Float, nullable=False),
    Column("passages", Places, nullable=False),
)
"""What a report has from another, or from an origin outside.

``passages`` are ``[start, end]`` of the report's text, with ``[start, end]`` of the source's after
it where there is one.
"""

CROSS_CHECK = (
    cross_check,
    groupings,
    stories,
    story_reports,
    checks,
    findings,
    positions,
    position_words,
    derivations,
)
"""All of these, those first that others name."""
