"""Two passages as the network takes them: pieces side by side, the longer passage first."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from recoupe.reading.attributions.tagging.pieces import BEGIN, END, Pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

LONGEST: Final = 120
"""Pieces of a passage that are looked at: about 90 words."""
ANSWERED: Final = 1
ALIKE: Final = 2
"""Marks of a word that is in the other passage, or that begins like one there; others have 0."""

_WORD: Final = re.compile(r"(\s*)(\w+|[^\w\s])")
_STEM: Final = 5
"""Letters in which words that begin alike agree."""
_REMEMBERED: Final = 50_000


@dataclass(frozen=True, slots=True)
class Laid:
    """A pair: the number of each piece, 0 or 1 for its passage, and its word's mark."""

    pieces: Numbers
    sides: Numbers
    marks: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """A passage: its pieces, the word that each is of, and the words without case and accents."""

    text: str
    pieces: Numbers
    owners: Numbers
    words: tuple[str, ...]


class Laying:
    """Lays out pairs with the pieces of one vocabulary; each passage is cut once."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._cut = lru_cache(maxsize=_REMEMBERED)(self._cut_anew)

    def pair(self, one: str, other: str) -> Laid:
        """Return two passages as one row, the same whichever comes first."""
        first, second = self._cut(one.strip()), self._cut(other.strip())
        if (len(first.pieces), first.text) < (len(second.pieces), second.text):
            first, second = second, first
        return Laid(
            np.concatenate([[BEGIN], first.pieces, [END, END], second.pieces, [END]]),
            np.repeat([0, 1], [len(first.pieces) + 2, len(second.pieces) + 2]),
            np.concatenate([[0], _marks(first, second), [0, 0], _marks(second, first), [0]]),
        )

    def vectors(self, laid: Laid) -> NDArray[np.float32]:
        """Return what its pieces begin with, pieces by width."""
        return self._pieces.vectors(laid.pieces)

    def _cut_anew(self, text: str) -> _Cut:
        numbers: list[int] = []
        owners: list[int] = []
        words: list[str] = []
        for space, word in _WORD.findall(" " + text):
            found = self._pieces.of_word(word, bool(space))
            if len(numbers) + len(found) > LONGEST:
                break
            numbers.extend(found)
            owners.extend([len(words)] * len(found))
            words.append(_plain(word))
        return _Cut(text, np.array(numbers, np.int64), np.array(owners, np.int64), tuple(words))


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))


def _marks(own: _Cut, other: _Cut) -> Numbers:
    """Return the marks of the words that the pieces of ``own`` are of."""
    there = set(other.words)
    stems = {word[:_STEM] for word in other.words if len(word) >= _STEM}
    marks = [ANSWERED if word in there else ALIKE * (word[:_STEM] in stems) for word in own.words]
    return np.array(marks, np.int64)[own.owners]
