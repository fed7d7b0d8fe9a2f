"""The reports that came last."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from recoupe.store.answers import Arrival, ArrivalPage, Source
from recoupe.store.published import WITHDRAWN_AS
from recoupe.store.schema import articles, reports


def arrivals(connection: Connection, *, limit: int, offset: int) -> ArrivalPage:
    """Return one page of the versions of reports, those that were added last first."""
    total = connection.execute(select(func.count()).select_from(articles)).scalar_one()
    wanted = (
        select(articles, reports.c.address, WITHDRAWN_AS.label("withdrawn"))
        .join(reports, reports.c.id == articles.c.report)
        .order_by(articles.c.number.desc())
        .limit(limit)
        .offset(offset)
    )
    found = tuple(
        Arrival(
            source=Source(
                article=row.id,
                report=row.report,
                outlet=row.outlet,
                title=row.title,
                day=row.published_day,
                language=row.language,
                withdrawn=row.withdrawn,
            ),
            version=row.version,
            address=row.address,
            added_at=row.added_at,
        )
        for row in connection.execute(wanted)
    )
    return ArrivalPage(found, total, offset + len(found) < total)
