"""Unpack a response and stop at the limit: a bomb never fits into memory."""

from __future__ import annotations

import zlib
from typing import Final

from recoupe.capture.limits import Limits
from recoupe.errors import FetchError

ACCEPTED: Final = "gzip, deflate"
_NONE: Final = frozenset({"", "identity", "none", "utf-8"})
"""What servers write that have not packed anything."""
_GZIP: Final = zlib.MAX_WBITS | 16
_PACKED: Final = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}
_MOST: Final = 3
"""Codings one over the other."""
_MEMBER: Final = b"\x1f\x8b"
_MEMBERS: Final = 64
"""Members of one gzip: each is copied with all that is behind it."""


def unpack(content: bytes, encoding: str, *, where: str, limits: Limits) -> bytes:
    """Return the content of a response whose ``Content-Encoding`` is ``encoding``.

    Raises :class:`TooLargeError` as soon as what it unpacks to passes the limit;
    :class:`FetchError` where it is packed otherwise, damaged, or ends too soon.
    """
    codings = [part for each in encoding.split(",") if (part := each.strip().lower()) not in _NONE]
    if len(codings) > _MOST or set(codings) - set(_PACKED):
        raise FetchError(
            f"is packed with {encoding}, which was not asked for",
            where=where,
            remedy="save the page from a browser and give the file",
        )
    for coding in reversed(codings):
        if content:
            content = _unpacked(content, _PACKED[coding], where, limits)
    return content


def _unpacked(content: bytes, kind: int, where: str, limits: Limits) -> bytes:
    """Unpack one coding: gzip with all its members, or deflate in either of its two forms."""
    if kind != _GZIP and not _has_zlib_head(content):
        kind = -zlib.MAX_WBITS
    unpacked = b""
    for _ in range(_MEMBERS):
        unpacker = zlib.decompressobj(kind)
        try:
            unpacked += unpacker.decompress(content, limits.max_bytes - len(unpacked) + 1)
        except zlib.error as error:
            raise _damaged(str(error), where) from None
        limits.check_bytes(len(unpacked), where, unpacked=True)
        if not unpacker.eof:
            raise _damaged("it ends too soon", where)
        content = unpacker.unused_data
        if kind != _GZIP or not content.startswith(_MEMBER):  # what is behind is no member
            return unpacked
    raise _damaged(f"it has more than {_MEMBERS} members", where)


def _has_zlib_head(content: bytes) -> bool:
    return len(content) > 1 and content[0] & 15 == 8 and (content[0] << 8 | content[1]) % 31 == 0


def _damaged(reason: str, where: str) -> FetchError:
    return FetchError(
        f"is packed, and damaged: {reason}",
        where=where,
        remedy="try again later, or save the page from a browser and give the file",
    )
