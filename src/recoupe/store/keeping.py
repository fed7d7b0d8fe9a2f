"""Keeping a cross-check: what altered, in one transaction, in the place of the one it goes on from.

What is kept says of which state of the casefile it is. Whoever compared meanwhile and comes second
is told so, and looks again: an older cross-check never takes the place of a newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select

from recoupe.model import Story, packed
from recoupe.store import chain, schema
from recoupe.store.checks import (
    Came,
    Rows,
    check_document,
    check_rows,
    counts,
    pack,
    story_document,
    story_rows,
)
from recoupe.store.rows import Values
from recoupe.story.features import Features
from recoupe.story.reviewed import Said
from recoupe.version import __version__

_TOGETHER: Final = 500
"""Rows, or ids, in one statement."""
_STORIES: Final = ("story_reports", "stories")
_CHECKS: Final = ("derivations", "position_words", "positions", "findings", "checks")

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Update:
    """What altered in a cross-check since the one with ``based_on``, which it goes on from.

    ``based_on`` is ``None`` where it begins anew, ``log_number`` the state of the casefile that was
    compared, ``code`` the hash of the program. ``groupings`` are rows by article, ``None`` where a
    report is gone; ``stories`` rows of those that are new or others, ``checks`` of those that were
    compared, both by story; ``gone`` are stories that there are no more.
    """

    based_on: int | None
    log_number: int
    code: str
    said: Said
    anew: bool
    groupings: Mapping[str, Values | None]
    stories: Mapping[str, Rows]
    checks: Mapping[str, Rows]
    gone: frozenset[str] = field(default_factory=frozenset)


def grouping_row(reading: str, features: Features, links: Mapping[str, float]) -> Values:
    """Return the row of what a report is grouped by; ``reading`` is the key of its reading."""
    told, linked = pack(packed(features)), pack(dict(sorted(links.items())))
    return {
        "article": features.report,
        "reading": reading,
        "features": told.content,
        "features_sha256": told.sha256,
        "links": linked.content,
        "links_sha256": linked.sha256,
    }


def rows_of_story(story: Story) -> Rows:
    """Return the rows of a story."""
    return story_rows(story, story_document(story))


def rows_of_check(story: str, key: str, came: Came) -> Rows:
    """Return the rows of what a story came to; ``key`` is of all that this depends on."""
    document = check_document(came)
    row: Values = {
        "story": story,
        "key": key,
        "document": document.content,
        "sha256": document.sha256,
        "checked_at": chain.now(),
        "made_with": __version__,
        **counts(came.findings),
    }
    return {"checks": [row], **check_rows(story, came)}


def keep(connection: Connection, update: Update) -> bool:
    """Keep a cross-check; return whether it was kept, or another one was kept meanwhile."""
    state = schema.cross_check
    number = connection.execute(select(state.c.number)).scalar()
    if number != update.based_on:
        return False
    _take_out(connection, update)
    _put_in(connection, update)
    said = {name: sorted(getattr(update.said, name)) for name in ("together", "apart")}
    connection.execute(delete(state))
    connection.execute(
        insert(state).values(
            number=(number or 0) + 1,
            log_number=update.log_number,
            checked_at=chain.now(),
            made_with=__version__,
            code=update.code,
            said=said,
        )
    )
    return True


def _take_out(connection: Connection, update: Update) -> None:
    if update.anew:
        connection.execute(delete(schema.groupings))
    else:
        _delete(connection, schema.groupings, "article", update.groupings)
    findings, positions = schema.findings, schema.positions
    for some in _parts(sorted(update.gone | update.checks.keys()), _TOGETHER):
        told = select(findings.c.id).where(findings.c.story.in_(some))
        stood = select(positions.c.id).where(positions.c.finding.in_(told))
        words = schema.position_words
        connection.execute(delete(words).where(words.c.position.in_(stood)))
        connection.execute(delete(positions).where(positions.c.finding.in_(told)))
        for table in (findings, schema.derivations, schema.checks):
            connection.execute(delete(table).where(table.c.story.in_(some)))
    altered = update.gone | update.stories.keys()
    _delete(connection, schema.story_reports, "story", altered)
    _delete(connection, schema.stories, "id", altered)


def _delete(connection: Connection, table: Table, column: str, values: Iterable[str]) -> None:
    for some in _parts(sorted(values), _TOGETHER):
        connection.execute(delete(table).where(table.c[column].in_(some)))


def _put_in(connection: Connection, update: Update) -> None:
    rows = [row for row in update.groupings.values() if row is not None]
    _insert(connection, schema.groupings, rows)
    for of_each, tables in ((update.stories, _STORIES), (update.checks, _CHECKS)):
        for some in _parts(of_each, _TOGETHER):
            each = [of_each[story] for story in some]
            for name in reversed(tables):
                table = schema.metadata.tables[name]
                _insert(connection, table, [row for one in each for row in one[name]])


def _insert(connection: Connection, table: Table, rows: list[Values]) -> None:
    """Put rows in, numbered in their order where others name them."""
    numbered: Iterable[dict[str, Any]] = rows
    if "number" in table.c and "id" in table.c:
        newest = connection.execute(select(func.max(table.c.number))).scalar() or 0
        numbered = ({**row, "number": newest + at} for at, row in enumerate(rows, 1))
    for some in _parts(numbered, _TOGETHER):
        connection.execute(insert(table), some)


def _parts(items: Iterable[ItemT], size: int) -> Iterator[list[ItemT]]:
    stream = iter(items)
    while part := list(islice(stream, size)):
        yield part
