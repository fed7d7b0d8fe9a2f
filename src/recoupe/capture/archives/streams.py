"""The bytes of a web archive, unpacked as they come, piece by piece.

A ``.warc.gz`` is gzip members one after the other, by the standard's recommendation one for each
record. Their borders are kept: a record's own member can then be kept byte for byte, and after
damage the reading goes on with the next member.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol, cast

from recoupe.capture.archives.kinds import ArchiveKind
from recoupe.capture.limits import Limits

PIECE: Final = 1 << 18
"""Bytes that are unpacked at most at once."""
_FEED: Final = 1 << 16
_MEMBER: Final = b"\x1f\x8b\x08"
_GZIP: Final = zlib.MAX_WBITS | 16
_SHORTEST: Final = 512
"""Packed bytes after which a member that holds a record has given its first five."""
_STEP: Final = 512
_AGAIN: Final = 8
"""How often the bytes of a file may be unpacked again in search of members behind damage."""


class DamagedError(Exception):
    """What is packed cannot be unpacked any further; ``str`` says why, as part of a sentence."""


class Source(Protocol):
    """Unpacked bytes, member by member; all bytes of an archive that is not packed are one."""

    def read(self) -> bytes:
        """Return the next piece of this member, nothing at its end; may raise DamagedError."""

    def advance(self) -> bool:
        """Go to the next member; return whether there is one."""

    def recover(self) -> bool:
        """Go to the next member behind damage; return whether there is one."""

    @property
    def member(self) -> bytes | None:
        """The packed bytes of this member, when all of it was read, if it is not too large."""

    def place(self, at: int) -> int | None:
        """Return where in the file to read again from byte ``at`` of this member, if anywhere."""

    @property
    def left(self) -> int | None:
        """How many bytes are still to come, where that is known."""


class Plain:
    """An archive that is not packed, read from byte ``start`` on.

    ``size`` is how many bytes come, where that is known.
    """

    member: bytes | None = None

    def __init__(self, chunks: Iterator[bytes], size: int | None = None, start: int = 0) -> None:
        self._chunks = chunks
        self._left = size
        self._start = start

    def read(self) -> bytes:
        """Return the next chunk."""
        chunk = next(self._chunks, b"")
        if self._left is not None:
            self._left = max(0, self._left - len(chunk))
        return chunk

    def advance(self) -> bool:
        """Return that there is no other member."""
        return False

    def recover(self) -> bool:
        """Return that there is no other member."""
        return False

    def place(self, at: int) -> int | None:
        """Return where byte ``at`` is: there."""
        return self._start + at

    @property
    def left(self) -> int | None:
        """How many bytes are still to come, where that is known."""
        return self._left


class Gzipped:
    """The members of a gzip file from byte ``start`` on, where one begins.

    Packed bytes of a member are held up to ``most``.
    """

    left: int | None = None

    def __init__(self, chunks: Iterator[bytes], most: int, start: int = 0) -> None:
        self._chunks = _cut(chunks)
        self._queue: deque[bytes] = deque()
        self._most = most
        self._waiting = b""
        self._taken = start
        self._begin()
        self._again = 0

    def _next(self) -> bytes:
        return self._queue.popleft() if self._queue else next(self._chunks, b"")

    def _begin(self) -> None:
        self._unpacker = zlib.decompressobj(_GZIP)
        self._start = self._taken
        self._raw = bytearray()
        self._whole = True
        self._damage: DamagedError | None = None

    def read(self) -> bytes:
        """Return the next piece of this member, nothing at its end.

        Raises :class:`DamagedError`.
        """
        if self._damage is not None:
            raise self._damage
        unpacker = self._unpacker
        while not unpacker.eof:
            feed = self._waiting or self._next()
            self._waiting = b""
            if not feed:
                raise DamagedError("the file ends within it")
            before = unpacker.copy()
            try:
                piece = unpacker.decompress(feed, PIECE)
            except zlib.error as error:
                self._waiting = feed
                self._damage = DamagedError(f"it is packed, and damaged ({error})")
                if piece := before_damage(before, feed):
                    return piece
                raise self._damage from None
            self._waiting = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            self._note(feed[: len(feed) - len(self._waiting)])
            if piece:
                return piece
        return b""

    def _note(self, taken: bytes) -> None:
        self._taken += len(taken)
        self._whole = self._whole and len(self._raw) + len(taken) <= self._most
        if self._whole:
            self._raw += taken
        else:
            self._raw = bytearray(taken)

    def advance(self) -> bool:
        """Go to the next member, over zeros that pad the file."""
        while True:
            self._waiting = self._waiting or self._next()
            if not self._waiting:
                return False
            held = self._waiting.lstrip(b"\x00")
            self._taken += len(self._waiting) - len(held)
            self._waiting = held
            if held:
                self._begin()
                return True

    def recover(self) -> bool:
        """Go to the next member behind damage that holds a record.

        The damaged one may have been cut short, and the next one taken for more of it: so what
        was taken is looked through again, unless the file makes us do that over and over.
        """
        self._again += len(self._raw)
        again = self._again <= _AGAIN * self._taken + self._most
        data = bytes(self._raw) + self._waiting if again else self._waiting
        base = self._taken - (len(self._raw) if again else 0)
        start = 1
        while True:
            at = data.find(_MEMBER, start)
            if at >= 0 and opens_record(data[at : at + _SHORTEST]):
                break
            whole = at < 0 or len(data) - at >= _SHORTEST
            kept = max(0, len(data) - 2) if at < 0 else at
            if whole and at >= 0:
                start = at + 1
            elif more := self._next():
                data, base, start = data[kept:] + more, base + kept, 0
            elif at < 0:
                self._waiting = b""
                return False
            else:
                start = at + 1
        self._taken = base + at
        self._waiting = b""
        self._queue.extendleft(reversed(list(_cut(iter((data[at:],))))))
        self._begin()
        return True

    @property
    def member(self) -> bytes | None:
        """The packed bytes of this member, when all of it was read, if it is not too large."""
        return bytes(self._raw) if self._whole and self._unpacker.eof else None

    def place(self, at: int) -> int | None:
        """Return where this member begins; from within it nothing can be unpacked."""
        return None if at else self._start


def before_damage(unpacker: zlib._Decompress, feed: bytes) -> bytes:
    """Return what the bytes before damage unpack to; zlib gives nothing of what it fails in."""
    found = bytearray()
    for step in (_STEP, 1):
        for at in range(0, len(feed), step):
            tried = unpacker.copy()
            try:
                found += tried.decompress(feed[at : at + step], PIECE)
            except zlib.error:
                feed = feed[at : at + step]
                break
            unpacker = tried
            if unpacker.unconsumed_tail:
                return bytes(found)
    return bytes(found)


def opens_record(held: bytes) -> bool:
    """Whether packed bytes are the beginning of a gzip member that begins with a record."""
    try:
        return zlib.decompressobj(_GZIP).decompress(held[:_SHORTEST], 5) == b"WARC/"
    except zlib.error:
        return False


class Zstandard:
    """An archive packed with zstd, with its dictionary if it has one at its beginning."""

    member: bytes | None = None
    left: int | None = None

    def __init__(self, chunks: Iterator[bytes]) -> None:
        from fastwarc.stream_io import ZstdReader

        self._reader = ZstdReader(cast("BinaryIO", _File(chunks)))

    def read(self) -> bytes:
        """Return the next piece; raise :class:`DamagedError`."""
        try:
            return self._reader.read(PIECE)
        except OSError as error:
            raise DamagedError(f"it is packed, and damaged ({error})") from None

    def advance(self) -> bool:
        """Return that there is no other member."""
        return False

    def recover(self) -> bool:
        """Return that nothing behind damage can be found again."""
        return False

    def place(self, at: int) -> int | None:  # noqa: ARG002
        """Return that it can be read from its beginning only."""
        return None


class _File:
    """Chunks as a file to read from."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._at = 0

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        if not self._held:
            self._held = next(self._chunks, b"")
        taken = self._held if size < 0 else self._held[:size]
        self._held = self._held[len(taken) :]
        self._at += len(taken)
        return taken


def _cut(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for at in range(0, len(chunk), _FEED):
            yield chunk[at : at + _FEED]


def opened(
    chunks: Iterator[bytes],
    kind: ArchiveKind,
    limits: Limits,
    size: int | None = None,
    start: int = 0,
) -> Source:
    """Return the unpacked bytes of a WARC of this kind, which is read from byte ``start`` on.

    ``size`` is how many bytes come, where that is known. What is packed with zstd is read from its
    beginning only.
    """
    if kind == "warc.gz":
        return Gzipped(chunks, limits.max_bytes, start)
    return Zstandard(chunks) if kind == "warc.zst" else Plain(chunks, size, start)
