"""Pieces of words, and the vectors they begin with: the vocabulary of the encoder, cut to news."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from recoupe.words.remembered import REMEMBERED

if TYPE_CHECKING:
    from numpy.typing import NDArray

BEGIN: Final = 0
END: Final = 2
UNKNOWN: Final = 3

SPACE: Final = "\N{LOWER ONE EIGHTH BLOCK}"
"""How SentencePiece writes the space before a word."""
_MOST: Final = 8
"""Pieces of one word that are kept: addresses and hashes have no end."""
_BLOCK: Final = 32
"""Weights that share one scale, as in the 4-bit format the vectors come in."""


class Pieces:
    """A unigram vocabulary (Kudo 2018) in SentencePiece's format, and its pieces' 4-bit vectors."""

    def __init__(self, folder: Path) -> None:
        from sentencepiece import SentencePieceProcessor

        self._model = SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        with np.load(folder / "vectors.npz") as stored:
            self._codes = stored["codes"]
            self._scales = stored["scales"]
        self.of_word = lru_cache(maxsize=REMEMBERED)(self._of_word)

    def _of_word(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, eight at most."""
        plain = unicodedata.normalize("NFKC", word)
        numbers = self._model.encode((SPACE if spaced else "") + plain)
        return tuple(numbers[:_MOST]) or (UNKNOWN,)

    def vectors(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of pieces, in an array of one dimension more."""
        return dequantise(self._codes[numbers], self._scales[numbers])


def dequantise(codes: NDArray[np.uint8], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return the weights of 4-bit rows (ggml's Q4_0).

    Of each byte of a block of 32 weights the low half is one of the first 16, the high half the one
    16 behind it; 8 stands for nought.
    """
    blocks = codes.reshape(*codes.shape[:-1], -1, _BLOCK // 2)
    halves = np.concatenate([blocks & 15, blocks >> 4], axis=-1).astype(np.float32) - 8
    weights: NDArray[np.float32] = halves * scales[..., None].astype(np.float32)
    return weights.reshape(*codes.shape[:-1], -1)
