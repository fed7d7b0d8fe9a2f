"""A dossier as a folder: pages that open from any disk, the data, the bytes, and their hashes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Final

from recoupe.dossier.files.checked import shown_check
from recoupe.dossier.files.making import STATIC, Dossier, Progress, pages_of
from recoupe.dossier.files.names import OURS
from recoupe.dossier.files.written import Written
from recoupe.dossier.owning import OwnFolder, capture_name
from recoupe.dossier.rendering import static
from recoupe.errors import StoreError
from recoupe.export import crosscheck_document
from recoupe.store import Readable

DATA: Final = "dossier.json"
SUMS: Final = "SHA256SUMS"
_TITLE: Final = "A dossier of Recoupe; it may remove these of its files:"
_STATIC: Final = ("page.css", "dossier.css", "dossier.js", "page.js", "charts.js")


def write_folder(path: Path, dossier: Dossier, *, captures: bool, progress: Progress) -> Written:
    """Write a dossier into a folder, new or of an earlier one, which loses what is stale.

    With ``captures`` the bytes that reports were made from come with it, except such as the store
    does not give. ``SHA256SUMS`` is written last, and names every other file: where there is none,
    the dossier is not whole. Raises :class:`UsageError` where the folder holds anything else, or
    cannot be written.
    """
    files = _Files(path)
    kept = _Captures(dossier.store, files)
    whole = replace(dossier, keep=kept.keep) if captures else dossier
    for name in _STATIC:
        files.write(STATIC + name, static(name).encode())
    pages = set()
    for page, html in pages_of(whole, progress):
        pages.add(page)
        files.write(page.path, html.encode())
    data = crosscheck_document(shown_check(dossier.store), dossier.language)
    files.write(DATA, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
    return Written(len(pages), files.size, kept.count, files.finish())


class _Files:
    """Writes files, and knows the hash of each."""

    def __init__(self, path: Path) -> None:
        self._folder = OwnFolder(path, title=_TITLE, ours=OURS)
        (path / SUMS).unlink(missing_ok=True)
        self._sums: dict[str, tuple[str, int]] = {}

    @property
    def size(self) -> int:
        """How many bytes were written."""
        return sum(size for _, size in self._sums.values())

    def write(self, name: str, content: bytes) -> None:
        """Write a whole file."""
        self._folder.write(name, content)
        self._sums[name] = hashlib.sha256(content).hexdigest(), len(content)

    def finish(self) -> str:
        """Write the list of hashes, remove what is stale, and return the hash of the list."""
        rows = "".join(f"{hash_}  {name}\n" for name, (hash_, _) in sorted(self._sums.items()))
        self._folder.write(SUMS, rows.encode())
        self._folder.finish()
        return hashlib.sha256(rows.encode()).hexdigest()


class _Captures:
    """Writes captured bytes when a page first leads to them."""

    def __init__(self, store: Readable, files: _Files) -> None:
        self._store = store
        self._files = files
        self._kept: dict[str, str | None] = {}

    @property
    def count(self) -> int:
        """How many were written."""
        return sum(1 for name in self._kept.values() if name)

    def keep(self, sha256: str) -> str | None:
        """Write bytes, once; return the path of their file, ``None`` if the store gives none."""
        if sha256 not in self._kept:
            self._kept[sha256] = self._write(sha256)
        return self._kept[sha256]

    def _write(self, sha256: str) -> str | None:
        try:
            capture = self._store.capture(sha256)
        except StoreError:  # somebody who is protected is named in them
            return None
        name = f"captures/{capture_name(sha256, capture.media_type)}"
        self._files.write(name, capture.content)
        return name
