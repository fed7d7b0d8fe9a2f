"""Schema versions: forwards, whole or not at all, with a backup first, and by one program."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from recoupe.errors import CasefileDamagedError, CasefileVersionError, StorageFullError, StoreError
from recoupe.store import new_casefile, open_casefile, opening
from recoupe.store.database import Database
from recoupe.store.migrations import STEPS, Steps, bring_up_to_date, schema_version
from recoupe.store.place import place_of
from recoupe.store.schema import metadata
from tests.store.building import report
from tests.store.contents import contents
from tests.store.databases import new_database
from tests.store.killing import together
from tests.store.newest import make_newest

ME = "me"
NEWER = f"{int(STEPS.newest) + 1:04}"
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{newer}"
down_revision = "{newest}"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("places", sa.Column("seen", sa.Text))
    op.execute("UPDATE places SET seen = 'at ' || name")
    always = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
    with op.batch_alter_table("failures", recreate=always) as batch:
        batch.add_column(sa.Column("note", sa.Text))
    with op.batch_alter_table("changes", recreate=always) as batch:
        batch.alter_column("noticed_at", nullable=True)
    op.execute("CREATE TABLE notes (id TEXT)")
    {end}
"""


def steps(folder: Path, end: str = "") -> Steps:
    """Return the steps of a newer program, the last of which ends in ``end``."""
    newer = folder / "newer"
    newer.mkdir()
    step = STEP.format(newer=NEWER, newest=STEPS.newest, end=end)
    (newer / f"{NEWER}_newer.py").write_text(step)
    return Steps(NEWER, (*STEPS.folders, newer))


@pytest.fixture
def older(case: str) -> str:
    """The address of a casefile of this program's schema, with two versions of one report."""
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*report(), author=ME)
        casefile.add_report(*report(killed=13, hours=1), author=ME)
    return case


@pytest.fixture(autouse=True)
def own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let backups of casefiles on a server go to a folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def backups(folder: Path) -> list[Path]:
    return [path.parent for path in folder.rglob("backups/*/casefile.db")]


def version_of(case: str) -> str | None:
    database = Database(place_of(case))
    with database.reading() as connection:
        found = schema_version(connection)
    database.close()
    return found


def everything(case: str) -> dict[str, list[Any]]:
    with open_casefile(case) as casefile:
        return contents(casefile)


# The steps of this program


def test_the_newest_version_is_that_of_the_last_step() -> None:
    assert STEPS.directory().get_heads() == [STEPS.newest]


def test_the_steps_lead_to_the_schema_of_this_program(case: str, tmp_path: Path) -> None:
    """Fails when the schema was altered without a step that alters the casefiles there are."""
    new_casefile(case, author=ME).close()
    database = Database(place_of(case))
    with database.reading() as migrated:
        found = catalogue(migrated)
        assert differences(migrated) == []
    database.close()
    if database.on_sqlite:
        (tmp_path / "newest.db").touch()
        assert found == newest_catalogue(str(tmp_path / "newest.db"))
    else:
        with new_database(case) as url:
            assert found == newest_catalogue(url)


def newest_catalogue(case: str) -> dict[str, str]:
    place = place_of(case)
    if place.database is not None:
        place = opening.folder_place(Path(case).parent, Path(case).name)
    database = Database(place)
    with database.writing() as connection:
        make_newest(connection)
    with database.reading() as connection:
        found = catalogue(connection)
    database.close()
    return found


def differences(connection: Connection) -> list[Any]:
    """Return in what the tables differ from those of :mod:`recoupe.store.schema`."""
    on = connection.dialect.name

    def ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
        table = metadata.tables.get(name or "")
        return kind != "table" or (table is not None and table.info.get("only", on) == on)

    options = {"include_object": ours, "compare_type": True, "compare_server_default": True}
    return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def catalogue(connection: Connection) -> dict[str, str]:
    """Return how the database itself says each table, index, view and trigger was made."""
    if connection.dialect.name == "sqlite":
        asked = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    else:
        asked = """
            SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = 'public'
            UNION SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
                WHERE NOT tgisinternal
            UNION SELECT 'function ' || proname, prosrc FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace
            UNION SELECT 'constraint ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace
            UNION SELECT 'column ' || table_name || '.' || column_name, concat_ws(' ', data_type,
                is_nullable, column_default) FROM information_schema.columns
                WHERE table_schema = 'public'
        """
    rows = connection.execute(text(asked.replace("::", "\\:\\:")))
    found = {name: re.sub(r"\s+", " ", made) for name, made in rows}
    return {name: made for name, made in found.items() if "alembic_version" not in name + made}


# The machinery, with a step of a newer program


def test_a_step_alters_tables_and_rows_and_keeps_the_rest(
    older: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(older)
    monkeypatch.setattr(opening, "STEPS", steps(tmp_path))
    with open_casefile(older) as casefile:
        assert contents(casefile) == before
        assert casefile.verify().clean
        with casefile.database.reading() as connection:
            seen = connection.execute(text("SELECT seen, name FROM places")).all()
        assert [one.seen for one in seen] == [f"at {one.name}" for one in seen]
        assert casefile.add_report(*report(killed=14, hours=2), author=ME).version == 3
    assert version_of(older) == NEWER
    assert len(backups(tmp_path)) == 1


def test_a_backup_of_the_older_casefile_is_made_first(older: str, tmp_path: Path) -> None:
    before = everything(older)
    database = Database(place_of(older))
    bring_up_to_date(database, steps(tmp_path))
    bring_up_to_date(database, Steps(NEWER, STEPS.folders))  # nothing is left to do
    database.close()
    (backup,) = backups(tmp_path)
    assert f"schema-{STEPS.newest}" in backup.name
    assert version_of(str(backup)) == STEPS.newest
    assert everything(str(backup)) == before


@pytest.mark.parametrize(
    "end",
    [
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        'raise RuntimeError("on purpose")',
        "op.execute(\"UPDATE places SET within = 'nowhere'\")",
    ],
)
def test_a_step_that_fails_half_way_changes_nothing(older: str, tmp_path: Path, end: str) -> None:
    before = everything(older)
    database = Database(place_of(older))
    with database.reading() as connection:
        made = catalogue(connection)
    said = rf"from schema {STEPS.newest} to {NEWER} .* a backup is"
    failed = pytest.raises(CasefileVersionError, match=said)
    with failed:
        bring_up_to_date(database, steps(tmp_path, end))
    with database.reading() as connection:
        assert catalogue(connection) == made
        assert schema_version(connection) == STEPS.newest
    database.close()
    assert everything(older) == before
    assert len(backups(tmp_path)) == 1


def test_without_a_backup_nothing_is_altered(
    older: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageFullError("there is no room left to write")

    monkeypatch.setattr("recoupe.store.backup.back_up_before", full)
    database = Database(place_of(older))
    with pytest.raises(StorageFullError):
        bring_up_to_date(database, steps(tmp_path))
    database.close()
    assert version_of(older) == STEPS.newest


def test_a_version_that_no_step_leads_through_is_refused(older: str, tmp_path: Path) -> None:
    database = Database(place_of(older))
    bring_up_to_date(database, steps(tmp_path))
    with pytest.raises(CasefileVersionError, match=rf"newer Recoupe \(its schema is {NEWER}"):
        bring_up_to_date(database)
    database.close()
    with pytest.raises(CasefileVersionError, match="newer Recoupe"):
        open_casefile(older)


def upgrade(case: str, newer: Steps, data: str) -> str | None:
    os.environ["XDG_DATA_HOME"] = data  # of a process that does not have the test's own
    database = Database(place_of(case))
    bring_up_to_date(database, newer)
    with database.reading() as connection:
        return schema_version(connection)


@pytest.mark.process
def test_of_two_programs_that_bring_it_up_to_date_one_does(older: str, tmp_path: Path) -> None:
    newer = steps(tmp_path)
    each = (older, newer, os.environ["XDG_DATA_HOME"])
    assert together(upgrade, *[each] * 3) == [NEWER] * 3
    assert len(backups(tmp_path)) == 1


def test_references_are_looked_after_again_after_a_step(older: str, tmp_path: Path) -> None:
    database = Database(place_of(older))
    bring_up_to_date(database, steps(tmp_path))
    with pytest.raises(StoreError, match=r"(?i)foreign key"), database.writing() as connection:
        connection.execute(text("UPDATE places SET within = 'nowhere'"))
    damaged = CasefileDamagedError if database.on_sqlite else StoreError
    with database.altering() as connection:
        connection.execute(text("UPDATE places SET within = 'nowhere'"))
        with pytest.raises(damaged):
            database.check_references(connection)
        connection.rollback()
    database.close()
