"""The kept cross-check: documents against their hashes, rows against what documents say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.engine import Row

from recoupe.model import Article, Story
from recoupe.store import schema
from recoupe.store.checks import Packed, came_of, check_rows, counts, json_of, record, story_rows
from recoupe.store.columns import Count
from recoupe.store.freshness import state
from recoupe.store.rows import Values, article_of
from recoupe.store.schema import checks, groupings, position_words, positions, stories
from recoupe.store.snapshot import grouped_rows
from recoupe.store.stories import texts_of
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.paging import pages, rows_of

_OF_STORY: Final = ("findings", "derivations")
"""Tables whose rows name their story."""

Kept = Mapping[str, list[Row[Any]]]
"""Rows by the name of their table, in the order of writing."""


def check_cross_check(connection: Connection, findings: Findings) -> None:
    """Check everything that is kept of a cross-check."""
    number = connection.execute(select(func.count()).select_from(schema.cross_check)).scalar_one()
    if number > 1:
        findings.add("cross_check", f"has {number} rows, and is to have one at most")
    _check_groupings(connection, findings)
    _check_homes(connection, findings)
    for page in pages(connection, select(stories), stories.c.number, findings):
        ids = [row.id for row in page]
        texts = texts_of(connection, ids)
        came = {
            row.story: row
            for row in rows_of(connection, select(checks), (checks.c.story, ids), findings)
        }
        kept = _rows_of_stories(connection, findings, ids)
        for row in page:
            with findings.checking(f"stories {row.id}"):
                _check_story(findings, row, texts, kept[row.id])
            with findings.checking(f"checks {row.id}"):
                _check_check(findings, came.get(row.id), row.id, texts, kept[row.id])
        findings.count("stories", len(page))


def out_of_date(connection: Connection) -> tuple[str, ...]:
    """Return what is to be said of a kept cross-check that is not up to date, which is no error."""
    now = state(connection)
    if now is None or now.stale_since is None:
        return ()
    return (
        f"The cross-check is of {now.checked_at[:16]}; something was added or reviewed since "
        f"{now.stale_since[:16]}. recoupe check CASE brings it up to date.",
    )


def _check_groupings(connection: Connection, findings: Findings) -> None:
    """Check what every report is grouped by, and that its links name reports that are grouped."""
    from recoupe.story.features import Features

    there = set(connection.execute(select(groupings.c.article)).scalars())
    for page in pages(connection, grouped_rows(), schema.articles.c.number, findings):
        for row in page:
            where = f"groupings {row.id}"
            with findings.checking(where):
                told = json_of(row.features, row.features_sha256, where)
                record(Features, told, article_of(row), where)
                links: Any = json_of(row.linked, row.links_sha256, where)
                for other in sorted(set(links) - there):
                    findings.add(where, f"is linked to {other}, which is not grouped")
                findings.count("reports grouped")


def _check_homes(connection: Connection, findings: Findings) -> None:
    """Check that every report that was grouped is at home in one story, and every other in none."""
    table = schema.story_reports
    at_home = (
        select(groupings.c.article, func.count(table.c.number).label("homes"))
        .outerjoin(table, (table.c.article == groupings.c.article) & ~table.c.guest)
        .group_by(groupings.c.article)
        .having(func.count(table.c.number) != 1)
    )
    for row in connection.execute(at_home):
        findings.add(
            f"groupings {row.article}",
            f"is at home in {row.homes} stories, and is to be in one",
            kind="groupings: homes",
        )
    grouped = select(groupings.c.article)
    strays = select(table.c.article).where(table.c.article.not_in(grouped)).distinct()
    for article in connection.execute(strays).scalars():
        findings.add(f"story_reports {article}", "is of a report that is not grouped")


def _check_story(
    findings: Findings, row: Row[Any], texts: Mapping[str, Article], kept: Kept
) -> None:
    where = f"stories {row.id}"
    value = json_of(row.document, row.sha256, where)
    story = record(Story, value, texts, where)
    wanted = story_rows(story, Packed(row.document, row.sha256))
    _compare(findings, schema.stories, where, row, wanted["stories"][0])
    _compare_all(findings, schema.story_reports, row.id, kept, wanted["story_reports"])


def _check_check(
    findings: Findings,
    row: Row[Any] | None,
    story: str,
    texts: Mapping[str, Article],
    kept: Kept,
) -> None:
    where = f"checks {story}"
    if row is None:
        findings.add(where, "is not there", kind="checks: lost")
        return
    came = came_of(json_of(row.document, row.sha256, where), texts, where)
    _compare(findings, checks, where, row, counts(came.findings))
    for name, wanted in check_rows(story, came).items():
        _compare_all(findings, schema.metadata.tables[name], story, kept, wanted)
    findings.count("findings", len(came.findings))


def _rows_of_stories(
    connection: Connection, findings: Findings, ids: Sequence[str]
) -> dict[str, dict[str, list[Row[Any]]]]:
    """Return the rows that are made of some stories and their checks, by story and table."""
    kept: dict[str, dict[str, list[Row[Any]]]] = {
        id_: {name: [] for name in ("story_reports", "positions", "position_words", *_OF_STORY)}
        for id_ in ids
    }
    for name in ("story_reports", *_OF_STORY):
        table = schema.metadata.tables[name]
        wanted = select(table).order_by(table.c.number)
        for row in rows_of(connection, wanted, (table.c.story, ids), findings):
            kept[row.story][name].append(row)
    of = {row.id: id_ for id_ in ids for row in kept[id_]["findings"]}
    for row in rows_of(connection, select(positions), (positions.c.finding, list(of)), findings):
        kept[of[row.finding]]["positions"].append(row)
    stood = {row.id: id_ for id_ in ids for row in kept[id_]["positions"]}
    which = (position_words.c.position, list(stood))
    for row in rows_of(connection, select(position_words), which, findings):
        kept[stood[row.position]]["position_words"].append(row)
    for tables in kept.values():
        for rows in tables.values():
            rows.sort(key=lambda row: row.number)
    return kept


def _compare_all(
    findings: Findings, table: Table, story: str, kept: Kept, wanted: Sequence[Values]
) -> None:
    rows = kept[table.name]
    if len(rows) != len(wanted):
        where = f"{table.name} of {story}"
        findings.differs(where, "number", len(rows), len(wanted))
        return
    for row, values in zip(rows, wanted, strict=True):
        shown = row.id if "id" in table.c else f"row {row.number}"
        _compare(findings, table, f"{table.name} {shown}", row, values)


def _compare(findings: Findings, table: Table, where: str, row: Row[Any], wanted: Values) -> None:
    for column, value in wanted.items():
        kept = row._mapping[table.c[column]]
        is_count = isinstance(table.c[column].type, Count)
        told = Count.as_kept(value) if is_count else value
        if kept != told:
            findings.differs(where, column, kept, told)
