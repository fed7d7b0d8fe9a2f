"""Several reviews in one transaction: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.model import Draft, Review
from recoupe.store import reviewing
from recoupe.store.casefile import Casefile


class _TakenBack(Exception):  # noqa: N818 - no error: it ends a transaction
    """Ends the transaction of a rehearsal."""


def add_reviews(casefile: Casefile, drafts: Iterable[Draft], *, rehearse: bool = False) -> int:
    """Append reviews and let them take effect, all or none; return how many.

    With ``rehearse`` everything is done and then taken back, so that whatever would be refused is
    refused, and nothing is kept. Raises what ``add_review`` of a casefile raises, with nothing
    kept.
    """
    made: list[Review] = []
    try:
        with casefile.database.writing() as connection:
            for draft in drafts:
                made.append(reviewing.add_review(connection, casefile.index, draft))  # noqa: PERF401
            if rehearse:
                raise _TakenBack
    except _TakenBack:
        pass  # what was to be rehearsed was
    return len(made)
