"""The kept cross-check as a whole."""

from __future__ import annotations

from sqlalchemy import Connection, select

from recoupe.comparison.checking import Checked, cross_check
from recoupe.model import CrossCheck
from recoupe.store import schema
from recoupe.store.freshness import state
from recoupe.store.schema import articles, groupings
from recoupe.store.snapshot import entries, reviews_of_reports
from recoupe.store.stories import came_to, stories_of

__all__ = ["state", "whole"]


def whole(connection: Connection) -> CrossCheck | None:
    """Return the kept cross-check of the reports that are in it, ``None`` where none was kept."""
    if connection.execute(select(schema.cross_check.c.number)).first() is None:
        return None
    found = stories_of(connection, select(schema.stories.c.id))
    told = sorted(found, key=lambda story: (story.start or "", story.id))
    checked = (
        Checked(story, came.lineage, came.findings, came.rejected)
        for story, came in came_to(connection, told)
    )
    grouped = articles.c.id.in_(select(groupings.c.article))
    return cross_check(entries(connection, grouped, reviews_of_reports(connection)), checked)
