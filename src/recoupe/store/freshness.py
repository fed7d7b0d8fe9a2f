"""Of which state of the casefile the kept cross-check is, and whether anything came since."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Select, and_, func, or_, select

from recoupe.store import chain
from recoupe.store.records import CheckState
from recoupe.store.schema import articles, audit_log, cross_check, groupings, reviews

_BEARING: Final = ("article", "reading", "review")
"""What is done to a casefile that a cross-check depends on, as the log calls it."""
BESIDE: Final = ("note", "protect")
"""Reviews that alter nothing of what is compared."""


def bearing(*columns: Any) -> Select[Any]:  # noqa: ANN401 - columns
    """Return the question for columns of the lines of the log that bear on a cross-check."""
    of_review = and_(audit_log.c.action == "review", reviews.c.id == audit_log.c.subject)
    bears = or_(audit_log.c.action != "review", reviews.c.action.not_in(BESIDE))
    return (
        select(*columns)
        .select_from(audit_log.outerjoin(reviews, of_review))
        .where(audit_log.c.action.in_(_BEARING), bears)
    )


def exactly(connection: Connection) -> str:
    """Return what tells this state of the casefile from every other that it ever had.

    It is made of the head of the log, which is another after whatever is kept or said, and of how
    often a cross-check was kept.
    """
    head = chain.head(connection)
    return f"{head.hash if head else chain.START} {kept(connection)}"


def kept(connection: Connection) -> int:
    """Return how often a cross-check was kept: another number tells that it may be another one."""
    return connection.execute(select(cross_check.c.number)).scalar() or 0


def state(connection: Connection) -> CheckState | None:
    """Return of which state of the casefile the kept cross-check is, if there is one."""
    row = connection.execute(select(cross_check)).first()
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
