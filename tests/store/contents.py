"""Everything that a casefile keeps, so that two of them can be compared."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from recoupe.store import Casefile
from recoupe.store.schema import metadata

_OTHER_EACH_TIME: Final = {"number", "made_with"}
_LOG: Final = "audit_log"


def contents(casefile: Casefile) -> dict[str, list[Any]]:
    """Return the rows of every table and the names of the captured bytes, without the log.

    What says when a thing was done or in which turn is left out, and ids that come from it; so
    two casefiles in which the same was done have the same contents, whatever else differs.
    """
    found: dict[str, list[Any]] = {"bytes": list(casefile.vault.names())}
    reasons = {one.id: one.reason for one in casefile.reviews()}
    with casefile.database.reading() as connection:
        there = [t for t in metadata.sorted_tables if t.info.get("only") != "postgresql"]
        for table in there:
            if table.name in {_LOG, "casefile", "jobs"}:
                continue
            columns = [
                column
                for column in table.columns
                if column.name not in _OTHER_EACH_TIME and not column.name.endswith("_at")
            ]
            rows = connection.execute(select(*columns)).mappings()
            found[table.name] = sorted(
                (_row(dict(row), table.name, reasons) for row in rows), key=repr
            )
    return found


def _row(row: dict[str, Any], table: str, reasons: dict[str, str]) -> dict[str, Any]:
    if table == "reviews":
        row["id"] = reasons[row["id"]]
        row["target"] = reasons.get(row["target"], row["target"])
    return row
