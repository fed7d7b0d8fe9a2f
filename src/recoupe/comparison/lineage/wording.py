"""The words of a report as they are compared: folded, with where they stand and who says them."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from zlib import crc32

from recoupe.languages import Pack, pack
from recoupe.languages.lineage import LineageWords
from recoupe.languages.quotes import QuoteWords
from recoupe.model import Article, Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TELLING: Final = 4
"""Letters from which a word says something of its own; figures always do."""
GRAM: Final = 3
"""Words that have to be equal in a row to be seen as shared."""

_WORD: Final = re.compile(r"\w+")
_END: Final = re.compile(r"[.!?…]")
_LINE_HEAD: Final = 60

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one report, without site furniture, bylines and sign-offs.

    Word ``i`` stands at ``[starts[i], ends[i])`` of the article's text, and ``words[i]`` is its
    form in lower case without accents. The others are flags of each word: ``quoted`` between
    quotation marks, ``telling`` long or a figure and in no stock phrase, ``figures`` part of a
    figure, ``named`` written with a capital. ``sentence`` is the number of its sentence. ``grams``
    are keys of three words in a row, sorted, and ``gram_at`` the first word of each.
    """

    article: Article
    words: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    sentence: array[int]
    quoted: bytes
    telling: bytes
    figures: bytes
    named: bytes
    grams: NDArray[np.int64]
    gram_at: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.words)

    def says(self, word: int) -> bool:
        """Whether a word is a long one, and neither name nor figure."""
        return bool(self.telling[word]) and not (self.named[word] or self.figures[word])

    def at(self, start: int, end: int) -> range:
        """Return the numbers of the words that ``[start, end)`` of the text touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def stretch(self, words: range) -> Stretch:
        """Return where a series of words stands in the text."""
        return self.starts[words[0]], self.ends[words[-1]]


def wording(reading: Reading, without: Sequence[Stretch] = ()) -> Wording:
    """Return the words of what was read, but those in the sorted stretches ``without``."""
    article = reading.article
    language = pack(article.language)
    kept = [
        found
        for start, end in _shown(article, language)
        for found in _WORD.finditer(article.text, start, end)
    ]
    if without:
        hidden = _flags([found.start() for found in kept], without)
        kept = [found for found, flag in zip(kept, hidden, strict=True) if not flag]
    starts = array("I", (found.start() for found in kept))
    ends = array("I", (found.end() for found in kept))
    words = tuple(fold(found.group()) for found in kept)
    counted = sorted((item.span.start, item.span.end) for item in reading.figures)
    formulas = [found.span() for found in _formulas(language).finditer(article.text)]
    grams, gram_at = _grams(words)
    return Wording(
        article,
        words,
        starts,
        ends,
        array("I", _numbered(starts, ends, article.text)),
        _flags(starts, quotations(article.text, language)).tobytes(),
        bytes(
            (len(word) >= TELLING or word.isdigit()) and not dull
            for word, dull in zip(words, _flags(starts, formulas).tolist(), strict=True)
        ),
        bytes(
            inside or word[0].isdigit()
            for inside, word in zip(_flags(starts, counted).tolist(), words, strict=True)
        ),
        bytes(found.group()[0].isupper() for found in kept),
        grams,
        gram_at,
    )


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word in lower case without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)) or word


@lru_cache(maxsize=200_000)
def word_key(word: str) -> int:
    """Return a number for a word, the same on every machine: 31 bits."""
    return crc32(word.encode("utf-8", "surrogatepass")) & 0x7FFFFFFF


def row_keys(words: Sequence[str], length: int) -> NDArray[np.int64]:
    """Return a key for each ``length`` words in a row, in their order."""
    import numpy as np

    numbers = np.fromiter(map(word_key, words), dtype=np.int64, count=len(words))
    count = max(len(words) - length + 1, 0)
    keys = np.zeros(count, dtype=np.int64)
    for at in range(length):
        keys = keys * np.int64(1_000_003) + numbers[at : at + count]
    return keys


def folded_words(text: str) -> list[str]:
    """Return every word of ``text``, folded as :func:`wording` folds those of a report."""
    return [fold(word) for word in _WORD.findall(text)]


def _grams(words: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    import numpy as np

    keys = row_keys(words, GRAM)
    order = np.argsort(keys, kind="stable")
    return keys[order], order.astype(np.int32)


def quotations(text: str, language: Pack) -> list[Stretch]:
    """Return the stretches between quotation marks, as offsets, in order and without overlap.

    A line ends a quotation that was not closed on it.
    """
    marks = language.table("quotes", QuoteWords)
    found: list[Stretch] = []
    opened: int | None = None
    family = -1
    for match in _marks(language).finditer(text):
        mark = match.group()
        if mark == "\n":
            opened = None
        elif opened is None:
            if mark in marks.openers or mark in marks.either:
                opened, family = match.end(), marks.families[mark]
        elif marks.families[mark] == family and mark not in marks.nesting:
            found.append((opened, match.start()))
            opened = None
    return found


@cache
def _marks(language: Pack) -> re.Pattern[str]:
    words = language.table("quotes", QuoteWords)
    outer = {mark for pair in words.pairs for mark in pair} | set(words.either)
    chosen = sorted((outer | {"\n"}) - set(words.apostrophes))
    return re.compile("|".join(re.escape(mark) for mark in chosen))


@cache
def _formulas(language: Pack) -> re.Pattern[str]:
    phrases = language.table("lineage", LineageWords).formulas
    marks = language.table("quotes", QuoteWords).apostrophes
    either = f"[{re.escape(''.join(marks))}]"
    parts = (
        re.escape(phrase).replace("'", either).replace(r"\ ", r"\s+")
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def _shown(article: Article, language: Pack) -> list[Stretch]:
    """Return the stretches of the text that are compared: blocks that speak, but no sign-offs."""
    blocks = [(b.start, b.end) for b in article.blocks if not b.silent]
    closing = language.table("lineage", LineageWords).closing
    found: list[Stretch] = []
    for start, end in blocks:
        at = start
        for line in article.text[start:end].splitlines(keepends=True):
            head = " ".join(line[:_LINE_HEAD].casefold().split()).lstrip("(-–— ")
            if head and not head.startswith(closing):
                found.append((at, at + len(line)))
            at += len(line)
    return found


def _flags(starts: Sequence[int], stretches: Sequence[Stretch]) -> NDArray[np.bool_]:
    """Return whether each of ``starts`` lies in one of the sorted stretches."""
    import numpy as np

    if not stretches:
        return np.zeros(len(starts), dtype=bool)
    places = np.asarray(starts, dtype=np.int64)
    firsts, lasts = np.asarray(stretches, dtype=np.int64).T
    index = np.searchsorted(firsts, places, side="right") - 1
    inside: NDArray[np.bool_] = (index >= 0) & (places < lasts[np.maximum(index, 0)])
    return inside


def _numbered(starts: Sequence[int], ends: Sequence[int], text: str) -> Iterator[int]:
    """Yield the number of each word's sentence; pages often lose the space between two."""
    at = 0
    for i, start in enumerate(starts):
        if i:
            between = text[ends[i - 1] : start]
            at += "\n" in between or (text[start].isupper() and bool(_END.search(between)))
        yield at


def sentence_words(wording_: Wording) -> Iterator[range]:
    """Yield the numbers of the words of each sentence that has any."""
    first = 0
    for at in range(1, len(wording_) + 1):
        if at == len(wording_) or wording_.sentence[at] != wording_.sentence[first]:
            yield range(first, at)
            first = at
