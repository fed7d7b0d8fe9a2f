"""Records laid aside on the disk, so that a step over thousands of them holds only a few."""

from __future__ import annotations

import errno
import pickle
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final, Generic, Self, TypeVar

from recoupe.errors import StorageFullError

RecordT = TypeVar("RecordT")

_LEVEL: Final = 1
"""How much is packed: quick, and a third of the size."""
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Spool(Mapping[str, RecordT], Generic[RecordT]):
    """Frozen records by name, in the order in which they were put, each unpacked when asked for.

    They are in a temporary file that goes away with this object, or with the process.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="recoupe-")  # noqa: SIM115 - closed by close
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, name: str, record: RecordT) -> None:
        """Lay a record aside; one of the same name is not found any more.

        Raises :class:`StorageFullError` where there is no room for it.
        """
        content = zlib.compress(pickle.dumps(record, pickle.HIGHEST_PROTOCOL), _LEVEL)
        try:
            self._file.seek(self._end)
            self._file.write(content)
            self._file.flush()
        except OSError as error:
            if error.errno not in _FULL:
                raise
            raise StorageFullError(
                "there is no room left to lay readings aside",
                where=tempfile.gettempdir(),
                remedy="make room, or name a folder on another disk in the variable TMPDIR",
            ) from error
        self._places[name] = (self._end, len(content))
        self._end += len(content)

    def __getitem__(self, name: str) -> RecordT:
        at, length = self._places[name]
        self._file.seek(at)
        record: RecordT = pickle.loads(zlib.decompress(self._file.read(length)))  # noqa: S301
        return record

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        """Give the room back; nothing can be asked for any more."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
