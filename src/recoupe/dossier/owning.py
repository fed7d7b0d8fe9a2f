"""Folders that we write: what of them is ours, whole files, and names that any disk takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from recoupe.errors import UsageError

MARKER: Final = ".recoupe-folder"
"""Says that a folder is ours and, a line each, which files of it a new run may remove."""

_ENDINGS: Final = {
    "text/html": ".html.txt",
    "application/xhtml+xml": ".html.txt",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
}
"""A captured page gets the ending ``.html.txt``: the bytes are the same, but a click shows them as
text, and none of the scripts and trackers of the page run (DESIGN section 8)."""


class OwnFolder:
    """A folder in which we write files and remove those of an earlier run.

    ``title`` is the first line of its marker: what kind of folder it is. Only files whose whole
    name fits ``ours`` are ever removed: a marker that someone edited must not make us remove
    anything else; without ``ours`` nothing is. Raises :class:`UsageError` for a folder that holds
    anything Recoupe did not put there, or what another command of Recoupe did, and where the folder
    cannot be written.
    """

    def __init__(self, path: Path, *, title: str, ours: re.Pattern[str] | None = None) -> None:
        self.path = path
        self._title = title
        self._written: set[str] = set()
        with writing(path):
            self._old = {name for name in self._claim() if ours and ours.fullmatch(name)}

    def write(self, name: str, content: bytes) -> None:
        """Write a whole file that a later run may remove, or replace the one there is."""
        with writing(self.path):
            if name not in self._written:
                with (self.path / MARKER).open("a", encoding="utf-8") as marker:
                    marker.write(f"{name}\n")  # first, so that no run leaves a file nobody knows
                self._written.add(name)
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)

    def finish(self) -> None:
        """Remove what an earlier run wrote and this one did not."""
        with writing(self.path):
            for stale in self._old - self._written:
                (self.path / stale).unlink(missing_ok=True)
                _remove_empty(self.path, stale)
            self._mark(self._written)

    def _claim(self) -> list[str]:
        """Make the folder, or see that it is ours; return what an earlier run left in it."""
        self.path.mkdir(parents=True, exist_ok=True)
        marker = self.path / MARKER
        if not marker.exists():
            if any(self.path.iterdir()):
                raise UsageError(
                    "the folder holds files that Recoupe did not write",
                    where=str(self.path),
                    remedy="give a new folder, or empty this one",
                )
            self._mark(set())
        title, *names = marker.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
        if title != self._title:
            raise UsageError(
                "the folder holds what another command of Recoupe wrote",
                where=str(self.path),
                remedy="give a new folder, or empty this one",
            )
        return names

    def _mark(self, names: set[str]) -> None:
        text = "\n".join([self._title, *sorted(names)]) + "\n"
        write_whole(self.path / MARKER, text.encode())


def capture_name(sha256: str, media_type: str) -> str:
    """Return what the file of captured bytes is called: no click on it runs anything."""
    return f"{sha256}{_ENDINGS.get(media_type, '.bin')}"


def slug(title: str, longest: int = 60) -> str:
    """Return a title as part of a file name in ASCII: lower case, words joined by hyphens."""
    from anyascii import anyascii

    words = re.findall("[a-z0-9]+", anyascii(title[:200]).lower())
    return "-".join(words)[:longest].strip("-")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there, in the place of any that was."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    part.replace(path)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Let every trouble with the disk be a :class:`UsageError` that says which file it was."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write: {error.strerror}", where=str(error.filename or folder)
        ) from error


def _remove_empty(folder: Path, name: str) -> None:
    """Remove the folders within ``folder`` that a file left empty."""
    for parent in list(Path(name).parents)[:-1]:
        if not (folder / parent).is_dir() or any((folder / parent).iterdir()):
            return
        (folder / parent).rmdir()
