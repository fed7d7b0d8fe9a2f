"""A text cut into words, in the same way whatever its language and whatever the database."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from recoupe.languages import available, pack
from recoupe.languages.search import SearchWords
from recoupe.words.folding import APOSTROPHES, folded, literal, number

_JOINT: Final = f"[{APOSTROPHES}]"
# Accents that stand apart from their letter, soft hyphens, joiners; the blocks of Indic scripts.
_INNER: Final = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0970-\u0dff"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u00ad\u200b-\u200d\u2060\ufeff"
)
# Scripts that put no spaces between words: each letter is a word, so that phrases find them.
_ALONE: Final = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_DIGITS: Final = r"\d⁰¹²³⁴-⁹₀-₉"

_THOUSANDS: Final = "|".join(
    [r"(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)"]
    + [rf"(?:{mark}\d{{3}})+(?!{mark}?\d)" for mark in ("[.]", "[,\u066c]", _JOINT)]
)
NUMBER: Final = rf"(?!0)\d{{1,3}}(?:{_THOUSANDS})"
"""A number of thousands with a mark between them, always the same."""

_NO_LETTER: Final = rf"\W_{APOSTROPHES}"
_RUN: Final = rf"[^{_NO_LETTER}{_INNER}]*(?:[{_INNER}][^{_NO_LETTER}{_INNER}]*)*"
CHUNK: Final = re.compile(rf"{NUMBER}|[^{_NO_LETTER}]{_RUN}(?:{_JOINT}[^{_NO_LETTER}\d]{_RUN})*")
"""What spaces and marks stand around: a number, or letters that apostrophes join."""

_ONE_NUMBER: Final = re.compile(NUMBER)
_PIECE: Final = re.compile(rf"[{_DIGITS}]+|[{_ALONE}]|[^{_DIGITS}{_ALONE}]+")
_IS_DIGITS: Final = re.compile(rf"[{_DIGITS}]")
_PART: Final = re.compile(rf"[^{APOSTROPHES}]+")
_CACHED: Final = 64


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: half-open ``[start, end)`` in code points, and its letters made alike."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A word within a chunk. ``folded`` is empty where the index leaves it out ("l'").

    ``literal`` is the word as a phrase in quotation marks compares it.
    """

    start: int
    end: int
    folded: str
    literal: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words that lie in ``text[start:end]``, in order, with their places in ``text``.

    A particle that an apostrophe ties to a word is left out; words joined by hyphens are words of
    their own, and so are the digits and the letters of "covid19".
    """
    for at, piece in placed(text, start, len(text) if end is None else end):
        if piece.folded:
            yield Token(at + piece.start, at + piece.end, piece.folded)


def placed(text: str, start: int, end: int) -> Iterator[tuple[int, Piece]]:
    """Yield every piece of ``text[start:end]``, each with the place in ``text`` of its chunk."""
    for match in CHUNK.finditer(text, start, end):
        for piece in pieces(match.group()):
            yield match.start(), piece


def pieces(chunk: str) -> tuple[Piece, ...]:
    """Return the words of one chunk, in order."""
    return _kept_pieces(chunk) if len(chunk) <= _CACHED else _pieces(chunk)


@cache
def search_words(language: str) -> SearchWords | None:
    """Return how a language's words are made alike; ``None`` where no pack knows it."""
    if language not in available():
        return None
    return pack(language).table("search", SearchWords)


def _pieces(chunk: str) -> tuple[Piece, ...]:
    if _ONE_NUMBER.fullmatch(chunk):
        return (Piece(0, len(chunk), number(chunk), number(chunk)),)
    if chunk.isascii() and chunk.isalpha():
        return (Piece(0, len(chunk), folded(chunk), literal(chunk)),)
    parts = [match.span() for match in _PART.finditer(chunk)]
    first, last = _core([folded(chunk[start:end]) for start, end in parts])
    return (
        *(_left_out(chunk, part) for part in parts[:first]),
        *_plain(chunk, parts[first][0], parts[last - 1][1]),
        *(_left_out(chunk, part) for part in parts[last:]),
    )


_kept_pieces = lru_cache(maxsize=1 << 16)(_pieces)


def _core(parts: Sequence[str]) -> tuple[int, int]:
    """Return which of the parts between apostrophes are the word, without what is tied to it."""
    elided, endings, whole = _tied()
    first, last = 0, len(parts)
    while last - first > 1 and parts[first] in elided and tuple(parts[first:last]) not in whole:
        first += 1
    if last - first > 1 and parts[-1] in endings and tuple(parts[first:last]) not in whole:
        last -= 1
    return first, last


@cache
def _tied() -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, ...]]]:
    """Return what apostrophes tie to a word before and behind, and the words that are whole."""
    tables = [table for code in available() if (table := search_words(code))]
    return (
        frozenset(folded(word) for table in tables for word in table.elided),
        frozenset(folded(word) for table in tables for word in table.endings),
        frozenset(
            tuple(folded(part) for part in _PART.findall(word))
            for table in tables
            for word in table.whole
        ),
    )


def _left_out(chunk: str, part: tuple[int, int]) -> Piece:
    return Piece(*part, "", literal(chunk[slice(*part)]))


def _plain(chunk: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the letters and the digits of a word, each by themselves."""
    for match in _PIECE.finditer(chunk, start, end):
        words = match.group()
        alike = number(words) if _IS_DIGITS.match(words) else folded(words)
        yield Piece(match.start(), match.end(), alike, literal(words))
