"""Captured bytes, addressed by their SHA-256; never changed once they are there."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from sqlalchemy import Connection, insert, select

from recoupe.errors import StoreError
from recoupe.store.database import Database
from recoupe.store.faults import told
from recoupe.store.schema import captured_bytes

_NAME: Final = re.compile(r"[0-9a-f]{64}")


class Vault(Protocol):
    """Where captured bytes are."""

    def put(self, sha256: str, content: bytes) -> None:
        """Keep bytes before the transaction that names them; those that are there stay."""
        ...

    def put_within(self, connection: Connection, sha256: str, content: bytes) -> None:
        """Keep bytes as a part of the transaction that names them."""
        ...

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raise :class:`StoreError` where they are not kept."""
        ...

    def names(self) -> Iterator[str]:
        """Yield the hash of everything kept, sorted."""
        ...


class FolderVault:
    """Files in a folder, each under its hash: ``captures/ab/abcd…``.

    ``sha256sum`` checks them without Recoupe. A file is written beside its place, made safe on the
    disk and moved there, so that none is ever half there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, sha256: str, content: bytes) -> None:
        """Keep bytes under their hash."""
        path = self.path(sha256)
        with told(str(self._folder)):
            if path.exists() and path.stat().st_size == len(content):
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{sha256[:16]}.{uuid.uuid4().hex}.part")
            try:
                with part.open("wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)

    def put_within(self, connection: Connection, sha256: str, content: bytes) -> None:
        """Do nothing: files are kept before the transaction."""

    def get(self, sha256: str) -> bytes:
        """Return the bytes of a file."""
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise StoreError(
                "the captured bytes are not there",
                where=str(self.path(sha256)),
                remedy="put the file back from a backup",
            ) from None
        except OSError as error:
            raise StoreError(
                f"the captured bytes cannot be read: {error.strerror}",
                where=str(self.path(sha256)),
            ) from error

    def names(self) -> Iterator[str]:
        """Yield the names of the files that are hashes, sorted."""
        for shelf in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(path.name for path in shelf.iterdir() if _NAME.fullmatch(path.name))

    def unfinished(self) -> Iterator[Path]:
        """Yield the files that a writer was stopped in, which nothing names and nobody needs."""
        yield from self._folder.glob("[0-9a-f][0-9a-f]/.*.part")

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are, or would be."""
        return self._folder / sha256[:2] / sha256


class TableVault:
    """Rows of the table ``captured_bytes``, so that a team shares them with the rest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, sha256: str, content: bytes) -> None:
        """Do nothing: rows are kept within the transaction."""

    def put_within(self, connection: Connection, sha256: str, content: bytes) -> None:
        """Keep bytes as a row."""
        there = select(captured_bytes.c.sha256).where(captured_bytes.c.sha256 == sha256)
        if connection.execute(there).first() is None:
            connection.execute(insert(captured_bytes).values(sha256=sha256, content=content))

    def get(self, sha256: str) -> bytes:
        """Return the bytes of a row."""
        wanted = select(captured_bytes.c.content).where(captured_bytes.c.sha256 == sha256)
        with self._database.reading() as connection:
            found = connection.execute(wanted).scalar()
        if found is None:
            raise StoreError("the captured bytes are not there", where=sha256)
        return bytes(found)

    def names(self) -> Iterator[str]:
        """Yield the hashes of the rows, sorted."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(captured_bytes.c.sha256).order_by(captured_bytes.c.sha256)
            )
            yield from rows.scalars()


def vault_of(database: Database) -> Vault:
    """Return where the captured bytes of a casefile are."""
    captures = database.place.captures
    return TableVault(database) if captures is None else FolderVault(captures)
