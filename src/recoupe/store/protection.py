"""Which articles say something of somebody who is protected."""

from __future__ import annotations

from sqlalchemy import Connection, select

from recoupe.store import lookup, schema


def protected_articles(connection: Connection) -> frozenset[str]:
    """Return the articles with a protected record or party, and those of protected reports.

    A review that protects counts for every version of its report, found in it or not: the words
    may stand there where no reader sees them.
    """
    found: set[str] = set()
    for table in schema.PROJECTION:
        marked = select(table.c.article).where(table.c.protected).distinct()
        found.update(connection.execute(marked).scalars())
    for table in (schema.entities, schema.statements):
        of_party = select(table.c.article).join(
            schema.parties, schema.parties.c.id == table.c.party
        )
        wanted = of_party.where(schema.parties.c.protected).distinct()
        found.update(connection.execute(wanted).scalars())
    told = lookup.reviews_where(connection, schema.reviews.c.action == "protect")
    reports = {
        review.report
        for review in told
        if review.action == "protect" and review.in_force and review.report
    }
    of_reports = select(schema.articles.c.id).where(schema.articles.c.report.in_(reports))
    found.update(connection.execute(of_reports).scalars())
    return frozenset(found)
