"""The kept cross-check as a whole, and of which state of the casefile it is."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from recoupe.comparison.checking import Checked, cross_check
from recoupe.model import CrossCheck
from recoupe.store import schema
from recoupe.store.records import CheckState
from recoupe.store.schema import articles, audit_log, groupings
from recoupe.store.snapshot import bearing, entries, reviews_of_reports
from recoupe.store.stories import came_to, stories_of


def whole(connection: Connection) -> CrossCheck | None:
    """Return the kept cross-check of the reports that are in it, ``None`` where none was kept."""
    if connection.execute(select(schema.cross_check.c.number)).first() is None:
        return None
    found = stories_of(connection, select(schema.stories.c.id))
    told = sorted(found, key=lambda story: (story.start or "", story.id))
    checked = (
        Checked(story, came.lineage, came.findings) for story, came in came_to(connection, told)
    )
    grouped = articles.c.id.in_(select(groupings.c.article))
    return cross_check(entries(connection, grouped, reviews_of_reports(connection)), checked)


def state(connection: Connection) -> CheckState | None:
    """Return of which state of the casefile the kept cross-check is, if there is one."""
    row = connection.execute(select(schema.cross_check)).first()
    if row is None:
        return None
    since = bearing(func.min(audit_log.c.at)).where(audit_log.c.number > row.log_number)
    missing = (
        select(func.count())
        .select_from(articles)
        .where(articles.c.latest, articles.c.id.not_in(select(groupings.c.article)))
    )
    return CheckState(
        log_number=row.log_number,
        checked_at=row.checked_at,
        missing=connection.execute(missing).scalar_one(),
        stale_since=connection.execute(since).scalar(),
    )
