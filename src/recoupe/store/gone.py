"""Reviews whose words no longer stand: of records in their reports, and of findings."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from recoupe.model import Review
from recoupe.store import lookup, schema


def findings_gone(connection: Connection) -> Iterator[Review]:
    """Yield the reviews of findings in force that say nothing any more, oldest first.

    They are looked for in the latest versions of the reports that they name, to the letter.
    """
    told = lookup.reviews_where(connection, schema.reviews.c.kind == "finding")
    standing = [one for one in told if one.in_force and one.kind == "finding"]
    if not standing:
        return
    from recoupe.comparison.reviewed import in_checked, is_lost
    from recoupe.store.snapshot import Snapshot

    now = Snapshot(connection)
    here = in_checked(now.articles, now.text)
    yield from (one for one in standing if is_lost(one, here))
