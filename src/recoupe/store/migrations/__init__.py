"""Schema versions: from every released one to the newest, forwards only, in one transaction.

Each file in ``versions`` is a step; a casefile names the last step it went through in its table
``alembic_version``. A step that was released is never changed: it makes its tables by its own
words, and not from :mod:`recoupe.store.schema`, which is always the newest.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from recoupe.errors import CasefileVersionError, RecoupeError, StorageFullError
from recoupe.store.database import Database
from recoupe.store.faults import told

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory


@dataclass(frozen=True, slots=True)
class Steps:
    """Folders of steps, and the version that the last of them leads to.

    The version is said here so that a casefile can be opened without reading the steps.
    """

    newest: str
    folders: tuple[Path, ...] = (Path(__file__).parent / "versions",)

    def known(self) -> frozenset[str]:
        """Return every version that the steps lead through."""
        return frozenset(step.revision for step in self.directory().walk_revisions())

    def directory(self) -> ScriptDirectory:
        """Return the steps as Alembic takes them."""
        from alembic.script import ScriptDirectory

        here = Path(__file__).parent
        return ScriptDirectory(str(here), version_locations=[str(one) for one in self.folders])


STEPS: Final = Steps(newest="0004")
"""The steps of this program."""


def schema_version(connection: Connection) -> str | None:
    """Return the schema version of a casefile, ``None`` where there is no casefile."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def create(connection: Connection, steps: Steps = STEPS, *, version: str = "head") -> None:
    """Make the newest schema in an empty database, or an older one, as a part of a transaction."""
    _upgrade(connection, steps, version)


def bring_up_to_date(database: Database, steps: Steps = STEPS) -> None:
    """Bring an older casefile to the newest schema, after a backup; leave a newest one alone.

    Two programs may do so at once: one does it. Raises :class:`CasefileVersionError` where a newer
    program made the casefile. Where a step fails, nothing is changed.
    """
    with database.reading() as connection:
        version = schema_version(connection)
    if version == steps.newest:
        return
    if version not in steps.known():
        raise CasefileVersionError(
            f"was made by a newer Recoupe (its schema is {version}, this one's {steps.newest})",
            where=database.place.name,
            remedy="open it with that version, or install it here: pip install --upgrade recoupe",
        )
    with database.altering() as connection:  # from here on nobody else writes
        if schema_version(connection) == version:
            _back_up_and_upgrade(database, connection, steps)


def _back_up_and_upgrade(database: Database, connection: Connection, steps: Steps) -> None:
    from recoupe.store.backup import back_up_before

    version = schema_version(connection)
    kept = back_up_before(database, f"schema-{version}")
    try:
        with told(database.place.name):
            _upgrade(connection, steps)
            database.check_references(connection)
    except StorageFullError:
        raise
    except Exception as error:
        said = error.what if isinstance(error, RecoupeError) else error
        raise CasefileVersionError(
            f"could not be brought from schema {version} to {steps.newest} ({said}): "
            f"it is as it was, and a backup is {kept}",
            where=database.place.name,
            remedy="go on with the Recoupe that made it, and report this",
        ) from error


def _upgrade(connection: Connection, steps: Steps, version: str = "head") -> None:
    """Run every step to a version that is still to do, as a part of a transaction."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    directory = steps.directory()

    def to_do(revision: object, _context: object) -> object:
        return directory._upgrade_revs(version, revision)  # type: ignore[arg-type]

    context = MigrationContext.configure(
        connection, opts={"fn": to_do, "transactional_ddl": True, "as_sql": False}
    )
    with Operations.context(context):
        context.run_migrations()
