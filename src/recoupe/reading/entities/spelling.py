"""One name in several spellings: "Zelensky" and "Zelenskyy", "Poutine" and "Putin"."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from recoupe.words.remembered import REMEMBERED

_VARIANT = 88.0
"""Similarity (rapidfuzz ratio, of 100) from which two surnames are one spelt in two ways."""

_TRANSCRIBED = (
    ("'", ""),
    ("tch", "c"),
    ("tsh", "c"),
    ("ch", "c"),
    ("kh", "h"),
    ("ou", "u"),
    ("oo", "u"),
    ("ph", "f"),
    ("ck", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ii", "i"),
    ("ee", "i"),
    ("ii", "i"),
)
"""What Russian, Ukrainian and Arabic names are spelt with in English and in French newspapers."""

_LIKE = 6
"""Letters: shorter surnames that are only alike are too often other people's."""

_SAME = 4
"""Letters from which words that are equal once transcribed alike are one."""


def is_variant(one: str, other: str) -> bool:
    """Whether two folded words are one name spelt in two ways: "zelensky" and "zelenskiy"."""
    shorter = min(len(one), len(other))
    if one == other or shorter < _SAME or one[0] != other[0]:
        return one == other
    plain, plainer = plainest(one), plainest(other)
    return plain == plainer or (shorter >= _LIKE and fuzz.ratio(plain, plainer) >= _VARIANT)


@lru_cache(maxsize=REMEMBERED)
def plainest(word: str) -> str:
    """Return a folded word without what transcriptions into Latin letters differ in."""
    for one, other in _TRANSCRIBED:
        word = word.replace(one, other)
    if len(word) > _LIKE - 1 and word.endswith("ine"):
        word = word[:-1]  # French writes "Poutine" so that nobody reads a nasal vowel
    return word
