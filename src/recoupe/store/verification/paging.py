"""Rows page by page, and round those that cannot be read: memory stays flat, nothing is skipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, select
from sqlalchemy.engine import Row
from sqlalchemy.exc import SQLAlchemyError

from recoupe.store.verification.findings import Findings, said

PAGE: Final = 100
"""Rows that are looked at together."""


def pages(
    connection: Connection, wanted: Select[Any], number: ColumnElement[Any], findings: Findings
) -> Iterator[list[Row[Any]]]:
    """Yield the rows of a question in the order of ``number``, a column that no two share.

    A row that cannot be read is a problem, and the others come all the same.
    """
    last: object = None
    while True:
        here = select(number).order_by(number).limit(PAGE)
        if last is not None:
            here = here.where(number > last)
        numbers = connection.execute(here).scalars().all()
        if not numbers:
            return
        last = numbers[-1]
        if found := rows_of(connection, wanted, (number, numbers), findings):
            yield found


def rows_of(
    connection: Connection,
    wanted: Select[Any],
    which: tuple[ColumnElement[Any], Sequence[object]],
    findings: Findings,
) -> list[Row[Any]]:
    """Return the rows whose column is one of some values, without those that cannot be read."""
    column, values = which
    asked = wanted.where(column.in_(values)).order_by(column)
    try:
        return list(connection.execute(asked))
    except Exception as error:
        if isinstance(error, SQLAlchemyError) and not findings.goes_on:
            raise
    return _one_by_one(connection, wanted, which, findings)


def _one_by_one(
    connection: Connection,
    wanted: Select[Any],
    which: tuple[ColumnElement[Any], Sequence[object]],
    findings: Findings,
) -> list[Row[Any]]:
    column, values = which
    table = getattr(column, "table", None)
    name = getattr(table, "name", "rows")
    found: list[Row[Any]] = []
    for value in values:
        try:
            found += connection.execute(wanted.where(column == value))
        except Exception as error:
            findings.add(
                f"{name} row {column.name}={value}",
                f"cannot be read: {said(error)}",
                kind=f"{name}: unreadable",
            )
    return found
