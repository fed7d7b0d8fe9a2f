"""Unpack a response as it comes, and stop at the limit: a bomb never fits into memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

from recoupe.capture.limits import Limits
from recoupe.errors import FetchError

ACCEPTED: Final = "gzip, deflate"
_AUTOMATIC: Final = zlib.MAX_WBITS | 32
"""zlib finds the header of gzip or zlib by itself."""


def unpack(stream: Iterable[bytes], encoding: str, *, where: str, limits: Limits) -> bytes:
    """Return the content of a response whose ``Content-Encoding`` is ``encoding``.

    Raises :class:`TooLargeError` as soon as what came, or what it unpacks to, passes the limit;
    :class:`FetchError` where it is packed otherwise or damaged.
    """
    packed = {part.strip().lower() for part in encoding.split(",")} - {"", "identity"}
    if len(packed) > 1 or packed - {"gzip", "x-gzip", "deflate"}:
        raise FetchError(f"is packed with {encoding}, which was not asked for", where=where)
    came, content = 0, bytearray()
    unpacker = zlib.decompressobj(_AUTOMATIC) if packed else None
    for chunk in stream:
        came += len(chunk)
        limits.check_bytes(came, where)
        room = limits.max_bytes - len(content) + 1
        content += chunk if unpacker is None else _more(unpacker, chunk, room, where)
        limits.check_bytes(len(content), where, unpacked=bool(packed))
    return bytes(content)


def _more(unpacker: zlib._Decompress, chunk: bytes, room: int, where: str) -> bytes:
    try:
        return unpacker.decompress(chunk, room)
    except zlib.error as error:
        raise FetchError(f"is packed, and damaged: {error}", where=where) from None
