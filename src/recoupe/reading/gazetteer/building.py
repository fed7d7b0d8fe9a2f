"""Compiling an index of any size: rows stream through, and only a part of the keys is in memory.

A key is a hash, so that its first bits spread names evenly: names are dealt out to files by these,
and each file is sorted by itself. GeoNames' twelve million places need no more memory than a few
thousand do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from recoupe.reading.gazetteer.index import keys_of
from recoupe.reading.gazetteer.sources import Row
from recoupe.reading.gazetteer.spot import SPOT_KINDS

if TYPE_CHECKING:
    from recoupe.reading.gazetteer.index import Columns

_BATCH: Final = 20_000
_PARTS: Final = 64
_PART_BITS: Final = 6
_PAIR: Final = [("key", "<u8"), ("row", "<u4")]
COLUMN_TYPES: Final = {
    "keys": "<u8",
    "rows": "<u4",
    "texts": "u1",
    "offsets": "<u8",
    "geonames_id": "<u4",
    "kind": "u1",
    "lat": "<f4",
    "lon": "<f4",
    "country": "S2",
    "population": "<u8",
    "radius": "<u4",
}
"""The columns of an :class:`~recoupe.reading.gazetteer.index.Index`, each a bare file."""


def build(rows: Iterable[Row], folder: Path) -> tuple[int, int]:
    """Write the index of ``rows`` into ``folder``; return how many places and names it holds."""
    places = 0
    with ExitStack() as open_files:
        files = {
            name: open_files.enter_context((folder / f"{name}.bin").open("wb"))
            for name in COLUMN_TYPES
        }
        parts = [
            open_files.enter_context((folder / f"part-{at}").open("wb")) for at in range(_PARTS)
        ]
        files["offsets"].write(bytes(8))
        end = 0
        for batch in _batches(rows):
            end = _append(batch, files, end)
            _deal(batch, places, parts)
            places += len(batch)
    return places, _gather(folder, places)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        yield batch


def _append(batch: list[Row], files: Mapping[str, IO[bytes]], end: int) -> int:
    """Write the columns of a batch of places; return where the texts end now."""
    import numpy as np

    texts = [f"{row.names[0]}\t{row.division}".encode() for row in batch]
    ends = end + np.cumsum([len(text) for text in texts], dtype=np.uint64)
    files["texts"].write(b"".join(texts))
    files["offsets"].write(ends.astype("<u8").tobytes())
    columns = {
        "geonames_id": [row.geonames_id for row in batch],
        "kind": [SPOT_KINDS.index(row.kind) for row in batch],
        "lat": [row.lat for row in batch],
        "lon": [row.lon for row in batch],
        "country": [row.country.encode() for row in batch],
        "population": [row.population for row in batch],
        "radius": [row.radius for row in batch],
    }
    for name, values in columns.items():
        files[name].write(np.array(values, COLUMN_TYPES[name]).tobytes())
    return int(ends[-1])


def _deal(batch: list[Row], first: int, parts: Sequence[IO[bytes]]) -> None:
    """Write the names of a batch, whose places are numbered from ``first``, each to its part."""
    import numpy as np

    keys, owners = keys_of(batch, first)
    pairs = np.empty(len(keys), _PAIR)
    pairs["key"], pairs["row"] = keys, owners
    part = (keys >> np.uint64(64 - _PART_BITS)).astype(np.uint8)
    order = np.argsort(part, kind="stable")
    starts = np.searchsorted(part[order], np.arange(_PARTS + 1))
    for at in range(_PARTS):
        parts[at].write(pairs[order[starts[at] : starts[at + 1]]].tobytes())


def _gather(folder: Path, places: int) -> int:
    """Sort each part, by key and the most populous first, and string them together."""
    import numpy as np

    population = np.fromfile(folder / "population.bin", "<u8").astype(np.int64)
    names = 0
    with (folder / "keys.bin").open("wb") as keys, (folder / "rows.bin").open("wb") as owners:
        for at in range(_PARTS if places else 0):
            pairs = np.fromfile(folder / f"part-{at}", _PAIR)
            order = np.lexsort((pairs["row"], -population[pairs["row"] >> 1], pairs["key"]))
            keys.write(pairs["key"][order].tobytes())
            owners.write(pairs["row"][order].tobytes())
            names += len(pairs)
    for part in folder.glob("part-*"):
        part.unlink()
    return names


def mapped(folder: Path) -> Columns:
    """Return the columns that :func:`build` wrote, memory-mapped.

    Raises OSError or :class:`ValueError` where a file is missing or cut off.
    """
    import numpy as np

    return {
        name: np.memmap(folder / f"{name}.bin", dtype=kind, mode="r")
        for name, kind in COLUMN_TYPES.items()
    }
