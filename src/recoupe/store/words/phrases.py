"""Phrases in quotation marks: found by their stems, and then held against the very words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.words.tokens import CHUNK, Piece, pieces, placed

_BETWEEN: Final = "\n"


def holds(text: str, phrase: str) -> bool:
    """Whether the words of ``phrase`` stand in ``text``, those very words in that order.

    Accents count; capitals, kinds of apostrophes, white space, and marks between words do not. A
    phrase begins and ends where words do: "usine" is in "l'usine", and not in "usines". A phrase
    without words is in every text.
    """
    return _words(phrase) in _words(text)


def standing(text: str, phrase: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where in ``text[start:end]`` the words of ``phrase`` stand."""
    wanted = literals(phrase)
    placed_pieces = list(placed(text, start, end))
    words = [piece.literal for _, piece in placed_pieces]
    for first in range(len(words) - len(wanted) + 1) if wanted else ():
        if words[first : first + len(wanted)] == wanted:
            yield _extent(placed_pieces[first : first + len(wanted)])


def literals(text: str) -> list[str]:
    """Return the words of ``text`` as phrases compare them."""
    return [piece.literal for chunk in CHUNK.findall(text) for piece in pieces(chunk)]


def _words(text: str) -> str:
    return "".join([_BETWEEN, *(word + _BETWEEN for word in literals(text))])


def _extent(run: list[tuple[int, Piece]]) -> tuple[int, int]:
    (first_at, first), (last_at, last) = run[0], run[-1]
    return first_at + first.start, last_at + last.end
