"""Content credentials: whether a picture or film holds a manifest of C2PA, and who signed it.

That one is there is seen from the bytes, as the C2PA specification embeds manifests in each format.
It is checked by ``c2pa-python``, where somebody installed it, without the network. A valid
signature says that the bytes are those that were signed, and by which certificate; not that the
picture shows what it is said to show.
"""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, Literal

from recoupe.capture.media.kinds import format_of
from recoupe.model import Credentials

logger = logging.getLogger(__name__)

_STORE: Final = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
"""The UUID of the box that holds a manifest in MP4, MOV and AVIF."""
_MOST: Final = 100_000
"""Segments, chunks or boxes of one file that are looked at."""
_OFFLINE: Final = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}
_GOOD: Final = frozenset({"Valid", "Trusted"})


def credentials_of(image: str, content: bytes) -> Credentials | None:
    """Return what is known of the manifest in a picture or film at the address ``image``.

    ``None`` where there is none. Where no reader is installed, that there is one is all.
    """
    if not has_manifest(content):
        return None
    try:
        c2pa: Any = import_module("c2pa")
    except ImportError:
        return Credentials(image)
    reader = f"c2pa {c2pa.sdk_version()}"
    found = format_of(content)
    try:
        context = c2pa.Context(c2pa.Settings.from_dict(_OFFLINE))
        told = c2pa.Reader(
            found.media_type if found else None, io.BytesIO(content), context=context
        )
        return _read(image, reader, json.loads(told.json()), told.get_validation_state())
    except Exception:
        logger.debug("a manifest could not be read", exc_info=True)
        return Credentials(image, reader, valid=False)


def _read(image: str, reader: str, document: dict[str, Any], state: str | None) -> Credentials:
    manifest = document["manifests"][document["active_manifest"]]
    signed = manifest.get("signature_info") or {}
    names = [name for key in ("common_name", "issuer") if (name := signed.get(key))]
    tools = manifest.get("claim_generator_info") or [{"name": manifest.get("claim_generator")}]
    tool = " ".join(str(tools[0][key]) for key in ("name", "version") if tools[0].get(key))
    return Credentials(
        image,
        reader,
        valid=None if state is None else state in _GOOD,
        signer=", ".join(dict.fromkeys(map(str, names))) or None,
        tool=tool or None,
    )


def has_manifest(content: bytes) -> bool:
    """Whether the bytes of a picture or film hold a manifest of C2PA."""
    if content.startswith(b"\xff\xd8"):
        return any(
            marker == 0xEB and b"jumb" in block and b"c2pa" in block
            for marker, block in _segments(content)
        )
    if content.startswith(b"\x89PNG"):
        return any(name == b"caBX" for name in _chunks(content, 8, "big", 12))
    if content.startswith(b"RIFF"):
        return any(name == b"C2PA" for name in _chunks(content, 12, "little", 8))
    return content[4:8] == b"ftyp" and any(uuid == _STORE for uuid in _uuids(content))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments before the image of a JPEG: each its marker and what is in it."""
    at = 2
    for _ in range(_MOST):
        if content[at : at + 1] != b"\xff" or content[at + 1 : at + 2] in {b"", b"\xda", b"\xd9"}:
            return
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        yield content[at + 1], content[at + 4 : at + 2 + size]
        at += 2 + max(size, 2)


def _chunks(
    content: bytes, at: int, order: Literal["big", "little"], beside: int
) -> Iterator[bytes]:
    """Yield the names of the chunks of a PNG or WebP; ``beside`` are bytes that no size counts."""
    named = 4 if order == "big" else 0
    for _ in range(_MOST):
        name = content[at + named : at + named + 4]
        if len(name) < 4:
            return
        size = int.from_bytes(content[at + 4 - named : at + 8 - named], order)
        yield name
        at += beside + size + (size % 2 if order == "little" else 0)


def _uuids(content: bytes) -> Iterator[bytes]:
    """Yield the UUIDs of the boxes at the top of an MP4, MOV or AVIF that have one."""
    at = 0
    for _ in range(_MOST):
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        name = content[at + 4 : at + 8]
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        if name == b"uuid":
            yield content[at + head : at + head + 16]
        if size < head:
            return
        at += size
