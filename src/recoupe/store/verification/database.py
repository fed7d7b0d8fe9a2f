"""What the database itself can say: whether its file is whole, and every row names one that is."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Table, TypeDecorator, func, select, text

from recoupe.store import lookup, schema
from recoupe.store.guards import guards
from recoupe.store.parties import Parties
from recoupe.store.verification.findings import Findings, short

_KINDS: Final[dict[type, tuple[str, ...]]] = {
    int: ("integer",),
    bool: ("integer",),
    float: ("real", "integer"),
    bytes: ("blob",),
}
"""What SQLite says a column holds, by what it is to Python; everything else is text."""
_MANY: Final = 100
"""Lines that SQLite's own check gives at most."""


def check_database(connection: Connection, findings: Findings) -> None:
    """Ask the database for its own check, and check that rows name rows that are there."""
    if connection.dialect.name == "sqlite":
        said = connection.execute(text(f"PRAGMA integrity_check({_MANY})")).scalars().all()
        for line in said if said != ["ok"] else ():
            findings.add("database", str(line), kind="database: damaged")
    findings.count("checks of the database")


def check_kinds(connection: Connection, findings: Findings) -> None:
    """Check on SQLite, which takes anything anywhere, that columns hold what they are to hold."""
    if connection.dialect.name != "sqlite":
        return
    for table in schema.metadata.sorted_tables:
        if table.info.get("only", "sqlite") != "sqlite":
            continue
        key = next(iter(table.primary_key.columns))
        for column in table.columns:
            kind = column.type
            plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
            kinds = _KINDS.get(plain.python_type, ("text",))
            odd = select(key, func.typeof(column).label("kind")).where(
                func.typeof(column).not_in([*kinds, "null"])
            )
            for row in connection.execute(odd):
                findings.add(
                    f"{table.name} {row[0]}",
                    f"{column.name} holds {row.kind}, and is to hold {kinds[0]}",
                    kind=f"{table.name}.{column.name}: kind",
                )


def check_guards(connection: Connection, findings: Findings) -> None:
    """Check that the triggers are there which keep rows from being altered by accident."""
    on_sqlite = connection.dialect.name == "sqlite"
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if on_sqlite
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    there = set(connection.execute(text(asked)).scalars())
    for guard in guards(connection.dialect.name):
        if guard.name not in there:
            findings.add(f"trigger {guard.name}", "is not there: somebody took the guard away")


def check_names(connection: Connection, findings: Findings) -> None:
    """Check that every column that names a row of another table names one that is there."""
    for table in schema.metadata.sorted_tables:
        if table.info.get("only", connection.dialect.name) == connection.dialect.name:
            _check_names_of(connection, findings, table)


def _check_names_of(connection: Connection, findings: Findings, table: Table) -> None:
    key = next(iter(table.primary_key.columns))
    shown = table.c.id if "id" in table.c else key
    for foreign in table.foreign_keys:
        other = foreign.column.table.alias()
        named = select(other.c[foreign.column.name]).where(
            other.c[foreign.column.name] == foreign.parent
        )
        lost = select(shown, foreign.parent).where(foreign.parent.is_not(None), ~named.exists())
        for id_, name in connection.execute(lost):
            findings.add(
                f"{table.name} {id_}",
                f"{foreign.parent.name} names {name}, which is not in {foreign.column.table.name}",
                kind=f"{table.name}.{foreign.parent.name}: named",
            )


def check_parties(connection: Connection, findings: Findings) -> None:
    """Check that every party has somebody in it, and one of them its name and its kind."""
    parties, entities, statements = schema.parties, schema.entities, schema.statements
    member = select(entities.c.id).where(entities.c.party == parties.c.id)
    speaker = select(statements.c.id).where(statements.c.party == parties.c.id)
    empty = ~member.exists() & ~speaker.exists()
    for id_ in connection.execute(select(parties.c.id).where(empty)).scalars():
        findings.add(f"parties {id_}", "has nobody in it", kind="parties: empty")
    nameless = (
        ~member.where(entities.c.name == parties.c.name).exists()
        & ~speaker.where(statements.c.speaker_name == parties.c.name).exists()
    )
    odd = ~member.where(entities.c.kind == parties.c.kind).exists() & (parties.c.kind != "other")
    grouped = Parties(lookup.reviews_of_parties(connection))
    for column, wrong in (("name", nameless), ("kind", odd)):
        for row in connection.execute(select(parties).where(~empty, wrong)):
            said = row._mapping[column]
            if grouped.row(row.id, "", "")[column] != said:  # people did not correct it so
                findings.add(
                    f"parties {row.id}",
                    f"{column} is {short(said)}, which nobody in it has",
                    kind=f"parties: {column}",
                )
    findings.count("parties", connection.execute(select(func.count(parties.c.id))).scalar_one())
