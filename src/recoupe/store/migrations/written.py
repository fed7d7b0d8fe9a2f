"""Steps that are written down as SQL: one file for each database, beside the step."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

BETWEEN: Final = "\n;\n\n"
"""What stands between two statements; a trigger has semicolons of its own, at ends of lines."""


def run_written(connection: Connection, step: Path) -> None:
    """Run the statements of a step, whose files are ``NAME_sqlite.sql`` and so on, in its turn."""
    path = step.with_name(f"{step.stem}_{connection.dialect.name}.sql")
    for statement in path.read_text("utf-8").removesuffix(BETWEEN).split(BETWEEN):
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
