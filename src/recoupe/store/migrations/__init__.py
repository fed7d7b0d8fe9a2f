"""Schema versions: from every released one to the newest, forwards only, in one transaction.

Each file in ``versions`` is a step; a casefile names the last step it went through in its table
``alembic_version``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from recoupe.errors import CasefileVersionError
from recoupe.store.database import Database

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

_STEPS: Final = Path(__file__).parent


def create(database: Database) -> None:
    """Make the newest schema in an empty database."""
    with database.writing() as connection:
        _upgrade(connection)


def schema_version(database: Database) -> str | None:
    """Return the schema version of a casefile, ``None`` where there is no casefile."""
    from alembic.runtime.migration import MigrationContext

    with database.reading() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """Return the newest schema version that this program knows."""
    head = _steps().get_current_head()
    assert head is not None  # noqa: S101 - there is a first step
    return head


def bring_up_to_date(database: Database) -> None:
    """Bring an older casefile to the newest schema, after a backup; leave a newest one alone.

    Raises :class:`CasefileVersionError` where a newer program made the casefile.
    """
    version = schema_version(database)
    if version == newest():
        return
    if version not in {step.revision for step in _steps().walk_revisions()}:
        raise CasefileVersionError(
            f"was made by a newer Recoupe (its schema is {version}, this one's {newest()})",
            where=database.place.name,
            remedy="open it with that version, or bring this one up to date",
        )
    from recoupe.store.backup import back_up_before

    back_up_before(database, f"schema-{version}")
    with database.writing() as connection:
        _upgrade(connection)


def _steps() -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(_STEPS))


def _upgrade(connection: Connection) -> None:
    """Run every step that is still to do, within the transaction of ``connection``."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    steps = _steps()

    def to_do(revision: object, _context: object) -> object:
        return steps._upgrade_revs("head", revision)  # type: ignore[arg-type]

    context = MigrationContext.configure(
        connection, opts={"fn": to_do, "transactional_ddl": True, "as_sql": False}
    )
    with Operations.context(context):
        context.run_migrations()
