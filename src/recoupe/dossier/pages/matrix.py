"""The matrix of a story: matters in rows, parties in columns, in each cell who stands how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.dossier.crosscheck import ShownFinding, ShownPosition
from recoupe.store.records import Stood

COLUMNS: Final = 5
"""Parties with a column of their own; the others share one."""
_CELL: Final = 8
"""Positions that one cell opens; its finding has the rest."""

PartyKey = tuple[str | None, str]
"""What tells parties apart: the id, or where there is none the name."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a story: how many matters it has a position on, and where it is shown."""

    key: PartyKey
    name: str
    matters: int
    style: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A matter with a cell for each column; the last cell is that of the folded parties."""

    finding: ShownFinding
    cells: tuple[tuple[ShownPosition, ...], ...]
    folded: tuple[ShownPosition, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matters of one page; ``folded`` are parties without a column."""

    columns: tuple[Party, ...]
    folded: tuple[Party, ...]
    rows: tuple[Row, ...]


def party_key(party_id: str | None, name: str) -> PartyKey:
    """Return what tells a party from others."""
    return party_id, "" if party_id else name


def involved(stood: Iterable[Stood]) -> tuple[Stood, ...]:
    """Return one position of each party, the most involved first.

    That is the party with a position on most matters of several parties, then on most matters of
    any kind; where two are equal, the one that comes first.
    """
    of: dict[PartyKey, Stood] = {}
    several: defaultdict[PartyKey, set[str]] = defaultdict(set)
    alone: defaultdict[PartyKey, set[str]] = defaultdict(set)
    for one in stood:
        key = party_key(one.party_id, one.party)
        of.setdefault(key, one)
        (alone if one.kind == "single_source" else several)[key].add(one.finding)
    ranked = sorted(of, key=lambda key: (-len(several[key]), -len(alone[key])))
    return tuple(of[key] for key in ranked)


def matrix(parties: Sequence[Party], findings: Sequence[ShownFinding]) -> Matrix | None:
    """Return the matrix of some findings, ``None`` where there are none.

    Columns are the first of ``parties`` that have a position on any of these; the others are
    folded.
    """
    here = {
        party_key(position.party_id, position.party)
        for finding in findings
        for position in finding.positions
    }
    speaking = [party for party in parties if party.key in here]
    columns = tuple(speaking[:COLUMNS])
    rows = tuple(_row(finding, columns) for finding in findings)
    return Matrix(columns, tuple(speaking[COLUMNS:]), rows) if rows else None


def _row(finding: ShownFinding, columns: Sequence[Party]) -> Row:
    of: defaultdict[PartyKey, list[ShownPosition]] = defaultdict(list)
    for position in finding.positions:
        of[party_key(position.party_id, position.party)].append(position)
    cells = tuple(tuple(of.pop(party.key, ())[:_CELL]) for party in columns)
    rest = tuple(position for positions in of.values() for position in positions)
    return Row(finding, cells, rest[:_CELL])
