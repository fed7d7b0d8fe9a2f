"""The file of a list, line by line, whatever its size: FollowTheMoney or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recoupe.errors import KnownListError
from recoupe.reading.known.follow_the_money import parties_of_ftm
from recoupe.reading.known.index import Built, build
from recoupe.reading.known.records import BadRow, Row
from recoupe.reading.known.table import parties_of_table

LONGEST: Final = 4_000_000
"""Bytes of the longest line that is read."""


def import_list(source: Path, path: Path) -> Built:
    """Import the list in the file ``source`` to ``path``.

    Raises :class:`KnownListError` where the file cannot be read, the list cannot be written, or
    the file names nobody.
    """
    try:
        file = source.open("rb")
    except OSError as error:
        raise KnownListError(
            f"cannot be read ({error.strerror})", where=str(source), remedy="check the path"
        ) from None
    with file:
        first = file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
        file.seek(0)
        bad: list[tuple[int, Row]] = []
        lines = _lines(iter(lambda: file.readline(LONGEST + 1), b""), bad)
        read = parties_of_ftm if _is_json(first) else parties_of_table
        built = build(_and_bad(read(lines), bad), path, source.name)
    if not built.parties:
        why = f" (line {built.bad[0].line}: {built.bad[0].what})" if built.bad else ""
        raise KnownListError(
            f"it names nobody{why}",
            where=str(source),
            remedy="give FollowTheMoney entities, one a line, or a CSV with a column `name`",
        )
    return built


def _is_json(first: bytes) -> bool:
    return first.startswith(b"{")


def _and_bad(
    rows: Iterator[tuple[int, Row]], bad: list[tuple[int, Row]]
) -> Iterator[tuple[int, Row]]:
    """Yield the rows, and the lines that were bad before anybody read them."""
    yield from rows
    yield from bad


def _lines(raw: Iterator[bytes], bad: list[tuple[int, Row]]) -> Iterator[tuple[int, str]]:
    """Yield numbered lines as text; a line that is none is put on ``bad`` and left out."""
    number, cut = 0, False
    for line in raw:
        if cut:  # the rest of a line that is too long
            cut = not line.endswith(b"\n")
            continue
        number += 1
        if len(line) > LONGEST:
            bad.append((number, BadRow(number, f"the line has more than {LONGEST:,} bytes")))
            cut = not line.endswith(b"\n")
            continue
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").replace("\0", "")
        except UnicodeDecodeError as error:
            bad.append((number, BadRow(number, f"the line is not UTF-8 (byte {error.start})")))
