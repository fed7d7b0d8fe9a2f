"""The digests that a crawler wrote down, checked against the bytes that are there."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from typing import Final

from recoupe.capture.archives.heads import Head
from recoupe.errors import MalformedInputError

_ALGORITHMS: Final = {
    name.replace("-", ""): name.replace("-", "") for name in ("md5", "sha-1", "sha-256", "sha-512")
}


def check_digests(head: Head, block: bytes, payloads: Iterable[bytes], *, where: str) -> None:
    """Raise :class:`MalformedInputError` where a record's bytes are not those of its digests.

    A payload's digest must be of one of ``payloads``, since crawlers take it before or after the
    transfer coding is off, or the content coding; where that of the block holds, the bytes are
    what the crawler wrote, and the payload's is not looked at. What crawlers cut off has none.
    """
    stated = _digest(head.fields.get("warc-block-digest"))
    if stated is not None:
        if not _is_of(stated, block):
            raise MalformedInputError(
                "its bytes are not those of its WARC-Block-Digest", where=where
            )
        return
    stated = _digest(head.fields.get("warc-payload-digest"))
    if stated is None or head.truncated:
        return
    if not any(_is_of(stated, payload) for payload in payloads):
        raise MalformedInputError("its bytes are not those of its WARC-Payload-Digest", where=where)


def _digest(stated: str | None) -> tuple[str, bytes] | None:
    """Return the algorithm and the value of a digest, ``None`` where it is none that we know.

    Values are in base32 by custom, in hex digits with some, in base64 with few; their lengths tell.
    """
    name, colon, value = (stated or "").partition(":")
    algorithm = _ALGORITHMS.get(name.strip().lower().replace("-", ""))
    if not colon or algorithm is None:
        return None
    value = value.strip()
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    try:
        if len(value) == 2 * size and "=" not in value:
            return algorithm, bytes.fromhex(value)
        if len(value.rstrip("=")) == -(-size * 8 // 5):
            padded = value.rstrip("=").upper()
            return algorithm, base64.b32decode(padded + "=" * (-len(padded) % 8))
        return algorithm, base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error):
        return None


def _is_of(stated: tuple[str, bytes], content: bytes) -> bool:
    algorithm, value = stated
    return hashlib.new(algorithm, content, usedforsecurity=False).digest() == value
