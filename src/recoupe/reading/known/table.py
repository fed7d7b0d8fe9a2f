"""Known people and bodies out of a CSV table: one role a row, the same party on several rows.

The columns are ``name`` and, where the table has them, ``kind``, ``aliases`` and ``weak_aliases``
(several parted by ";"), ``role``, ``organisation``, ``country``, ``from``, ``until``, and ``id``
or ``wikidata``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Final

from recoupe.model import EntityKind, content_id
from recoupe.reading.known.dates import first_day, last_day
from recoupe.reading.known.records import BadRow, Office, Party, Row

_KINDS: Final[dict[str, EntityKind]] = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "group": "group",
    "medium": "medium",
    "": "other",
    "other": "other",
}

_COLUMNS: Final = frozenset(
    {
        *("name", "kind", "aliases", "weak_aliases", "role", "organisation", "organization"),
        *("country", "from", "until", "id", "wikidata"),
    }
)


class _Counted:
    """Lines for the csv module, which knows no numbers but its own; ``at`` is the last one's."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        self._lines = iter(lines)
        self.at = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.at, line = next(self._lines)
        return line


def parties_of_table(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Row]]:
    """Yield what each row says, with the number of its last line; a bad header ends the table."""
    source = _Counted(lines)
    reader = csv.reader(source, delimiter=",", strict=True)
    header: list[str] | None = None
    while True:
        try:
            cells = next(reader, None)
            if cells is None:
                return
            if header is None:
                header = _header(cells)
            elif any(cell.strip() for cell in cells):
                yield from ((source.at, row) for row in _rows(header, cells))
        except (csv.Error, ValueError) as error:
            yield source.at, BadRow(source.at, f"not read: {error}")
            if header is None:
                return


def _header(cells: list[str]) -> list[str]:
    header = [cell.strip().lower().lstrip("\ufeff") for cell in cells]
    unknown = [name for name in header if name not in _COLUMNS]
    if "name" not in header or unknown:
        what = f"unknown columns {', '.join(unknown)}" if unknown else "no column called name"
        raise ValueError(f"{what}; the columns are {', '.join(sorted(_COLUMNS))}")
    return header


def _rows(header: list[str], cells: list[str]) -> Iterator[Row]:
    if len(cells) > len(header):
        raise ValueError(f"{len(cells)} cells under {len(header)} columns")
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    name, kind = row.get("name", ""), row.get("kind", "").lower()
    if not name:
        raise ValueError("no name")
    if kind not in _KINDS:
        raise ValueError(f"unknown kind {kind!r}; the kinds are {', '.join(filter(None, _KINDS))}")
    own = row.get("wikidata") or row.get("id") or content_id("known", name, _KINDS[kind])
    country = row.get("country", "").upper() or None
    since, until = first_day(row.get("from")), last_day(row.get("until"))
    if since is not None and until is not None and until < since:
        raise ValueError(f"it ends ({until}) before it begins ({since})")
    aliases, weak = _several(row.get("aliases", "")), _several(row.get("weak_aliases", ""))
    yield Party(own, own, _KINDS[kind], name, aliases, weak, country)
    if row.get("role"):
        body = row.get("organisation") or row.get("organization") or None
        yield Office(own, row["role"], body, None, country, since, until)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
