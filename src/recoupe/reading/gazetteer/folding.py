"""Names as they are compared: without case, accents, hyphens, apostrophes and full stops."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import Final

_MARKS: Final = str.maketrans(
    dict.fromkeys("'’‘`´ʼʻʹ.·״׳ʿʾ") | dict.fromkeys("-‐‑–—/,()_\u00a0\u202f", " ")
)
_WORDS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def fold(name: str) -> str:
    """Return ``name`` as it is compared: "Saint-Étienne" and "St Etienne" are one."""
    text = name.casefold()
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        )
    return " ".join([_WORDS.get(word, word) for word in text.translate(_MARKS).split()])


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> int:
    """Return 64 bits of BLAKE2b over a folded name: the key of the index.

    Among two million names the chance that any two share one is about one in ten million.
    """
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "big")
