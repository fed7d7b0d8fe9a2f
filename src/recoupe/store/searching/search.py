"""One page of what fits a query."""

from __future__ import annotations

from itertools import islice
from typing import Final

from sqlalchemy import Connection

from recoupe.store.search import Query, Results
from recoupe.store.searching.asking import wanted
from recoupe.store.searching.checking import matches, slow_to_count
from recoupe.store.searching.finding import FEW, candidates, prepare
from recoupe.store.searching.showing import shown

_FEW_TO_LOOK_AT: Final = 100
"""So many are counted although each must be looked at."""


def search(connection: Connection, query: Query) -> Results:
    """Return one page of what fits ``query``.

    The total is counted where at most a thousand rows are to be looked at, and where the
    last page is reached. ``connection`` sees one state of the casefile throughout.
    """
    prepare(connection)
    asked = wanted(connection, query)
    by_index = candidates(connection, asked)
    fitting = matches(connection, asked, by_index.parts)
    before = sum(1 for _ in islice(fitting, max(0, query.offset)))
    limit = max(0, query.limit)
    page = list(islice(fitting, limit + 1))
    more = len(page) > limit
    total: int | None = before + len(page)
    if more:
        most = _FEW_TO_LOOK_AT if slow_to_count(asked) else FEW
        countable = by_index.count is not None and by_index.count <= most
        total = before + len(page) + sum(1 for _ in fitting) if countable else None
    return Results(shown(connection, asked, page[:limit]), total, more)
