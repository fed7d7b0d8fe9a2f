"""A list on disk: one SQLite file, written whole or not at all, and looked up by every process."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from recoupe.errors import KnownListError
from recoupe.model import EntityKind
from recoupe.reading.known.folder import FOLDER_VARIABLE, name_of
from recoupe.reading.known.records import BadRow, Held, Office, Party, Post, Row
from recoupe.reading.known.spelt import Title, spelt, title_of

_FORMAT: Final = 1
"""Raised whenever the code writes other tables, or other keys into them."""

_TABLES: Final = """
CREATE TABLE about (format INTEGER, parties INTEGER, offices INTEGER, source TEXT, digest TEXT);
CREATE TABLE party (id TEXT PRIMARY KEY, external TEXT, kind TEXT, name TEXT, country TEXT);
CREATE TABLE name (key TEXT, party TEXT, name TEXT, weak INTEGER, PRIMARY KEY (key, party));
CREATE TABLE post (id TEXT PRIMARY KEY, title TEXT, country TEXT, body_id TEXT);
CREATE TABLE held (line INTEGER, holder TEXT, post TEXT, since TEXT, until TEXT);
CREATE TABLE office (line INTEGER, holder TEXT, title TEXT, body TEXT, body_id TEXT, country TEXT,
                     since TEXT, until TEXT);
CREATE TABLE called (key TEXT, office INTEGER, countries TEXT);
"""


@dataclass(frozen=True, slots=True)
class Built:
    """What an import came to, and the rows that could not be taken."""

    parties: int
    offices: int
    bad: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A party that a name or an office means, and which of the list's words matched."""

    party: str
    external: str
    kind: EntityKind
    name: str
    matched: str
    weak: bool = False


def build(rows: Iterable[tuple[int, Row]], path: Path, source: str) -> Built:
    """Write the list at ``path``; an older one there stays until the new one is whole.

    Raises :class:`KnownListError` where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=".draft-", dir=path.parent)
    except OSError as error:
        raise _unwritten(path, error.strerror or str(error)) from None
    os.close(handle)
    try:
        with closing(sqlite3.connect(draft)) as database:
            database.executescript(_TABLES)
            digest = blake2b(digest_size=6)
            bad = [*_fill(database, _hashed(rows, digest)), *_finish(database)]
            built = Built(_count(database, "party"), _count(database, "office"), tuple(bad))
            about = (_FORMAT, built.parties, built.offices, source, digest.hexdigest())
            database.execute("INSERT INTO about VALUES (?, ?, ?, ?, ?)", about)
            database.commit()
        if built.parties:
            Path(draft).replace(path)
        return built
    except sqlite3.Error as error:
        raise _unwritten(path, str(error)) from error
    finally:
        Path(draft).unlink(missing_ok=True)


def _unwritten(path: Path, why: str) -> KnownListError:
    return KnownListError(
        f"the list cannot be written ({why})",
        where=str(path),
        remedy=f"make room there, or name another folder in {FOLDER_VARIABLE}",
    )


def _hashed(rows: Iterable[tuple[int, Row]], digest: blake2b) -> Iterator[tuple[int, Row]]:
    """Yield the rows, their contents added to ``digest``, which names this state of the list."""
    for line, row in rows:
        digest.update(repr(row).encode("utf-8", "replace"))
        yield line, row


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def _fill(database: sqlite3.Connection, rows: Iterable[tuple[int, Row]]) -> Iterator[BadRow]:
    for line, row in rows:
        if isinstance(row, BadRow):
            yield row
        elif isinstance(row, Party):
            _add_party(database, row)
        elif isinstance(row, Post):
            values = (row.id, row.title, row.country, row.body_id)
            database.execute("INSERT OR REPLACE INTO post VALUES (?, ?, ?, ?)", values)
        elif isinstance(row, Held):
            dates = (_written(row.since), _written(row.until))
            held = (line, row.holder, row.post, *dates)
            database.execute("INSERT INTO held VALUES (?, ?, ?, ?, ?)", held)
        else:
            _add_office(database, line, row)


def _add_party(database: sqlite3.Connection, party: Party) -> None:
    """Keep a party; another row of the same one adds its names."""
    values = (party.id, party.external, party.kind, party.name, party.country)
    database.execute("INSERT OR IGNORE INTO party VALUES (?, ?, ?, ?, ?)", values)
    strong = [(name, 0) for name in (party.name, *party.aliases)]
    for name, weak in (*strong, *((name, 1) for name in party.weak)):
        key = spelt(name)
        if key:
            row = (key, party.id, name, weak)
            database.execute("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", row)


def _add_office(database: sqlite3.Connection, line: int, office: Office) -> None:
    place = (office.title, office.body, office.body_id, office.country)
    values = (line, office.holder, *place, _written(office.since), _written(office.until))
    database.execute("INSERT INTO office VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _finish(database: sqlite3.Connection) -> Iterator[BadRow]:
    """Turn posts held into offices, name each by its body, and yield those that hang in the air."""
    database.execute(
        "INSERT INTO office SELECT held.line, holder, title, NULL, body_id, country, since, until"
        " FROM held JOIN post ON post.id = held.post"
    )
    lost = (
        ("held", "post", "SELECT id FROM post", "a position"),
        ("held", "holder", "SELECT id FROM party", "a person"),
        ("office", "holder", "SELECT id FROM party", "a person"),
    )
    for table, column, known, what in lost:
        query = f"SELECT line, {column} FROM {table} WHERE {column} NOT IN ({known})"  # noqa: S608
        for line, missing in database.execute(query):
            yield BadRow(line, f"it names {what} that the file does not have ({missing})")
    database.execute("DELETE FROM office WHERE holder NOT IN (SELECT id FROM party)")
    database.execute("CREATE INDEX name_by_party ON name (party)")
    for row in database.execute("SELECT rowid, title, body, body_id, country FROM office"):
        for title in _titles(database, *row[1:]):
            countries = " ".join(sorted(title.countries))
            values = (" ".join(title.words), row[0], countries)
            database.execute("INSERT INTO called VALUES (?, ?, ?)", values)
    database.execute("CREATE INDEX called_by_key ON called (key)")
    database.execute("CREATE INDEX office_by_holder ON office (holder)")


def _titles(
    database: sqlite3.Connection, title: str, body: str | None, body_id: str | None, country: str
) -> set[Title]:
    """Return every form of an office: alone, and with each name of its body."""
    bodies = [body] if body else []
    home: str | None = country
    if body:
        same = "SELECT party FROM name WHERE key = ? AND NOT weak"
        parties = {party for (party,) in database.execute(same, [spelt(body)])}
        body_id = parties.pop() if len(parties) == 1 else body_id
    if body_id is not None:
        bodies += [
            n for (n,) in database.execute("SELECT name FROM name WHERE party = ?", [body_id])
        ]
        row = database.execute("SELECT country FROM party WHERE id = ?", [body_id]).fetchone()
        home = home or (row[0] if row else None)
    made = {title_of(title), *(title_of(title, name) for name in bodies)}
    return {Title(t.words, t.countries | ({home} if home else set())) for t in made}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


class KnownList:
    """A list opened for looking up; ``name`` is what a reading calls it."""

    def __init__(self, path: Path) -> None:
        self.name = name_of(path)
        try:
            self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            about = self._database.execute("SELECT * FROM about").fetchone()
        except sqlite3.Error as error:
            raise KnownListError(
                f"no list can be read ({error})", where=str(path), remedy=_AGAIN
            ) from None
        if about is None or about[0] != _FORMAT:
            raise KnownListError("the list is in another format", where=str(path), remedy=_AGAIN)
        self.parties, self.offices, self.source = int(about[1]), int(about[2]), str(about[3])
        self.version = str(about[4])

    def named(self, name: str) -> tuple[Found, ...]:
        """Return the parties that are called so, in any spelling and script."""
        query = (
            "SELECT party.id, external, kind, party.name, name.name, weak"
            " FROM name JOIN party ON party.id = name.party WHERE key = ? ORDER BY party.id"
        )
        key = spelt(name)
        rows = self._database.execute(query, [key]) if key else ()
        return tuple(Found(*row) for row in rows)

    def holding(self, title: Title, day: date) -> Iterator[tuple[Found, frozenset[str]]]:
        """Yield who held an office on ``day``, each with the countries that it is of."""
        query = (
            "SELECT DISTINCT party.id, external, kind, name, title, countries, since, until"
            " FROM called JOIN office ON office.rowid = called.office"
            " JOIN party ON party.id = holder WHERE key = ? ORDER BY party.id"
        )
        for row in self._database.execute(query, [" ".join(title.words)]):
            if _office(row[0], row[4], None, row[6:]).held(day):
                yield Found(*row[:5]), frozenset(row[5].split())

    def roles(self, party: str, day: date) -> tuple[Office, ...]:
        """Return the offices that a party held on ``day``, in the order of the list."""
        query = (
            "SELECT title, coalesce(body, party.name), since, until FROM office"
            " LEFT JOIN party ON party.id = body_id WHERE holder = ? ORDER BY office.rowid"
        )
        rows = self._database.execute(query, [party])
        offices = (_office(party, row[0], row[1], row[2:]) for row in rows)
        return tuple(office for office in offices if office.held(day))


def _office(holder: str, title: str, body: str | None, dates: tuple[str | None, ...]) -> Office:
    since, until = (date.fromisoformat(day) if day else None for day in dates)
    return Office(holder, title, body, since=since, until=until)


_AGAIN: Final = "import the list again with `recoupe known import`"


@cache
def open_list(path: str) -> KnownList:
    """Return the list at ``path``, opened once in each process."""
    return KnownList(Path(path))


def consulted(paths: Iterable[str]) -> tuple[str, str]:
    """Return the names and the versions of the lists at ``paths``, for the reading's provenance."""
    lists = [open_list(path) for path in paths]
    return ", ".join(one.name for one in lists), ", ".join(one.version for one in lists)
