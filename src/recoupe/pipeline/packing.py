"""How the columns of a file are packed: what was measured to be small, and quick to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pyarrow as pa

_LEVEL: Final = 6
"""Of zstd. Level 12 takes three times as long for two per cent."""
_FEW: Final = frozenset({
    "archive", "country", "day", "kind", "language", "media_type", "medium", "mode", "outlet",
    "plover", "reader", "stance", "subtype", "type", "version", "what",
})  # fmt: skip
"""Columns whose values come again and again: only they are packed with a dictionary."""
_OFFSETS: Final = frozenset({"start", "end"})
"""Columns of places in a text: each is packed as what it adds to the one before."""


def packing(schema: pa.Schema) -> dict[str, Any]:
    """Return how pyarrow packs the columns of a schema.

    Least and greatest values are noted of columns that stand alone: rows are chosen by those.
    """
    import pyarrow as pa

    leaves = [leaf for field in schema for leaf in _leaves(field.name, field.type)]
    offsets = [path for path, kind in leaves if _last(path) in _OFFSETS and pa.types.is_int64(kind)]
    return {
        "compression": "zstd",
        "compression_level": _LEVEL,
        "use_dictionary": [path for path, _ in leaves if _last(path) in _FEW],
        "column_encoding": dict.fromkeys(offsets, "DELTA_BINARY_PACKED"),
        "write_statistics": [path for path, _ in leaves if "." not in path],
    }


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _leaves(path: str, kind: pa.DataType) -> Iterator[tuple[str, pa.DataType]]:
    """Yield the columns of Parquet that a column of this type comes to, with their types."""
    import pyarrow as pa

    if pa.types.is_list(kind):
        yield from _leaves(f"{path}.list.element", kind.value_type)
    elif pa.types.is_struct(kind):
        for field in kind:
            yield from _leaves(f"{path}.{field.name}", field.type)
    else:
        yield path, kind
