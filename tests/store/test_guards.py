"""What is kept is not altered by a stray hand."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from recoupe.store.guards import guards
from tests.store.tampering import filled


def test_nothing_that_is_kept_is_altered_or_taken_out(case: str) -> None:
    with filled(case) as casefile:
        for table, column in (
            ("captures", "input"),
            ("reviews", "reason"),
            ("audit_log", "author"),
            ("reports", "address"),
            ("articles", "text"),
            ("articles", "added_at"),
            ("casefile", "name"),
        ):
            for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):  # noqa: S608
                with (
                    casefile.database.engine.connect() as connection,
                    pytest.raises(DBAPIError, match=f"{table} only grows"),
                ):
                    connection.execute(text(statement))
        assert casefile.verify().clean


def test_a_server_keeps_its_bytes_and_refuses_to_empty_tables(postgresql: str) -> None:
    with filled(postgresql) as casefile:
        for statement in (
            "UPDATE captured_bytes SET content = ''",
            "DELETE FROM captured_bytes",
            "TRUNCATE audit_log",
            "TRUNCATE articles CASCADE",
        ):
            with (
                casefile.database.engine.connect() as connection,
                pytest.raises(DBAPIError, match="only grows"),
            ):
                connection.execute(text(statement))


def test_every_guard_has_a_name_of_its_own() -> None:
    for dialect in ("sqlite", "postgresql"):
        names = [guard.name for guard in guards(dialect)]
        assert len(names) == len(set(names)) >= 12
