"""Content-derived ids: the same content has the same id on every machine and in every run."""

from __future__ import annotations

import hashlib

ID_HEX_DIGITS = 16
"""64 bits: at ten million records of one kind the chance of any collision is about 3 in a million
(birthday bound), and the ids stay short enough to read out loud."""


def content_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-`` and 16 hex digits of the SHA-256 over ``parts``.

    ``None`` and the empty string differ, and so do ``("ab", "c")`` and ``("a", "bc")``: each part
    is written with its length.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{'n' if part is None else len(data)}:".encode())
        digest.update(data)
    return f"{prefix}-{digest.hexdigest()[:ID_HEX_DIGITS]}"
