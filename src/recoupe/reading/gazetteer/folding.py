"""Names as they are compared: without case, accents, hyphens, apostrophes and full stops."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from recoupe.words.remembered import REMEMBERED

_COMBINING: Final = (*range(0x300, 0x370), *range(0x591, 0x5C8), *range(0x64B, 0x660), 0x670)
"""Accents, and the vowel points of Hebrew and Arabic."""
_MARKS: Final = {
    **dict.fromkeys(_COMBINING),
    **dict.fromkeys(map(ord, "'’‘`´ʼʻʹ.·״׳ʿʾ")),
    **dict.fromkeys(map(ord, "-‐‑–—/,()_"), " "),
}
_WORDS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


_SHORT: Final = re.compile(r"(?<!\S)(?:" + "|".join(_WORDS) + r")(?!\S)")
_SPACES: Final = re.compile(r"[^\S\n]+")


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """Return ``name`` as it is compared: "Saint-Étienne" and "St Etienne" are one."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return " ".join([_WORDS.get(word, word) for word in text.translate(_MARKS).split()])


def fold_all(names: Iterable[str]) -> list[str]:
    """Return :func:`fold` of every name, several times as fast: all are folded as one text."""
    text = "\n".join([name.replace("\n", " ") for name in names])
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_MARKS)
    text = _SHORT.sub(lambda found: _WORDS[found[0]], text)
    return [line.strip() for line in _SPACES.sub(" ", text).split("\n")]


def hashed(folded: str) -> int:
    """Return 64 bits of BLAKE2b over a folded name: the key of the index.

    Among two million names the chance that any two share one is about one in ten million.
    """
    data = folded.encode("utf-8", "replace")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


key_of: Final = lru_cache(maxsize=REMEMBERED)(hashed)
"""The same, remembered: a report asks for the same names again and again."""
