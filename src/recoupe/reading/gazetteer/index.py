"""The compiled index: sorted keys of names, and columns of places, in plain numpy arrays."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from recoupe.reading.gazetteer.folding import fold_all, hashed, key_of
from recoupe.reading.gazetteer.sources import Row
from recoupe.reading.gazetteer.spot import SPOT_KINDS, Spot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Columns = dict[str, NDArray[Any]]


class Index:
    """Names to places. ``columns`` may be memory-mapped files or arrays.

    ``own`` says that the places are a person's own list, which wins over any other; ``firsts`` are
    the keys of the words with which its names of several words begin.
    """

    def __init__(
        self, columns: Columns, *, own: bool = False, firsts: frozenset[int] = frozenset()
    ) -> None:
        self._columns = columns
        self._keys = columns["keys"]
        self._texts = columns["texts"]
        self._own = own
        self.firsts = firsts

    def __len__(self) -> int:
        return len(self._columns["geonames_id"])

    @property
    def names(self) -> int:
        """How many pairs of a name and a place there are."""
        return len(self._keys)

    def find(self, folded: str) -> tuple[Spot, ...]:
        """Return every place that goes by a folded name, the most populous first."""
        import numpy as np

        key = np.uint64(key_of(folded))
        first = int(self._keys.searchsorted(key, "left"))
        found = []
        while first < len(self._keys) and self._keys[first] == key:
            packed = int(self._columns["rows"][first])
            found.append(self._spot(packed >> 1, bool(packed & 1)))
            first += 1
        return tuple(found)

    def divisions(self, country: str) -> tuple[Spot, ...]:
        """Return the first divisions of a country, by its ISO 3166-1 alpha-2 code."""
        import numpy as np

        kind = self._columns["kind"] == SPOT_KINDS.index("admin1")
        wanted = kind & (self._columns["country"] == country.encode())
        return tuple(self._spot(int(row), primary=True) for row in np.flatnonzero(wanted))

    def _spot(self, row: int, primary: bool) -> Spot:
        columns = self._columns
        name, division = self._strings(row)
        return Spot(
            int(columns["geonames_id"][row]) or None,
            name,
            SPOT_KINDS[int(columns["kind"][row])],
            round(float(columns["lat"][row]), 5),
            round(float(columns["lon"][row]), 5),
            bytes(columns["country"][row]).decode() or None,
            division,
            int(columns["population"][row]),
            int(columns["radius"][row]),
            primary,
            self._own,
        )

    def row(self, number: int) -> Row:
        """Return one place as it was compiled, under its first name alone."""
        spot = self._spot(number, primary=True)
        return Row(
            spot.geonames_id or 0,
            spot.kind,
            (spot.name,),
            spot.country or "",
            spot.division,
            spot.lat,
            spot.lon,
            spot.population,
            spot.radius,
        )

    @property
    def ids(self) -> NDArray[Any]:
        """The GeoNames id of each place, in the order of their numbers, 0 where there is none."""
        return self._columns["geonames_id"]

    def _strings(self, row: int) -> tuple[str, str]:
        start, end = (int(at) for at in self._columns["offsets"][row : row + 2])
        name, division = self._texts[start:end].tobytes().decode().split("\t")
        return name, division


def compile_index(source: Iterable[Row]) -> Columns:
    """Return the columns of an :class:`Index` over these places."""
    import numpy as np

    rows = list(source)
    keys, owners = keys_of(rows)
    order = np.lexsort((-np.array([r.population for r in rows], np.int64)[owners >> 1], keys))
    texts = [f"{row.names[0]}\t{row.division}".encode() for row in rows]
    offsets = np.zeros(len(rows) + 1, np.uint32)
    offsets[1:] = np.cumsum([len(text) for text in texts])
    return {
        "keys": keys[order],
        "rows": owners[order],
        "texts": np.frombuffer(b"".join(texts), np.uint8),
        "offsets": offsets,
        "geonames_id": np.array([row.geonames_id for row in rows], np.uint32),
        "kind": np.array([SPOT_KINDS.index(row.kind) for row in rows], np.uint8),
        "lat": np.array([row.lat for row in rows], np.float32),
        "lon": np.array([row.lon for row in rows], np.float32),
        "country": np.array([row.country.encode() for row in rows], "S2"),
        "population": np.array([row.population for row in rows], np.uint64),
        "radius": np.array([row.radius for row in rows], np.uint32),
    }


def keys_of(rows: list[Row], first: int = 0) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """Return the key of each name with its place's row, whose lowest bit marks its own name.

    The rows are numbered from ``first``.
    """
    import numpy as np

    folded = iter(fold_all(name for row in rows for name in row.names))
    keys: list[int] = []
    owners: list[int] = []
    for number, row in enumerate(rows, first):
        names = dict.fromkeys(islice(folded, len(row.names)))
        own = number << 1 | 1
        for name in names:
            if name:
                keys.append(hashed(name))
                owners.append(own)
            own = number << 1
    return np.array(keys, np.uint64), np.array(owners, np.uint32)


def save(columns: Columns, folder: Path) -> None:
    """Write each column to a file of its own in ``folder``."""
    import numpy as np

    for name, column in columns.items():
        np.save(folder / f"{name}.npy", column, allow_pickle=False)


COLUMNS: Final = frozenset(
    (
        "keys",
        "rows",
        "texts",
        "offsets",
        "geonames_id",
        "kind",
        "lat",
        "lon",
        "country",
        "population",
        "radius",
    )
)


def load(folder: Path) -> Columns:
    """Return the columns in ``folder``, memory-mapped: nothing is read before it is asked for.

    Raises :class:`ValueError` where a column is missing or damaged, OSError where one cannot be
    read.
    """
    import numpy as np

    missing = COLUMNS - {file.stem for file in folder.glob("*.npy")}
    if missing:
        raise ValueError(f"no {', '.join(sorted(missing))} in {folder}")
    return {
        file.stem: np.load(file, mmap_mode="r", allow_pickle=False) for file in folder.glob("*.npy")
    }
