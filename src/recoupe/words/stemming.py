"""The stream that a database indexes: the words of a text, each cut down to its stem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock
from typing import Final

from recoupe.words.folding import folded
from recoupe.words.tokens import CHUNK, pieces, search_words

_CACHED: Final = 1 << 16
_LAST_PLACE: Final = 16_383
_MOST_PLACES: Final = 256
_LONGEST_CACHED: Final = 64


def stems(text: str, language: str) -> str:
    """Return the words of ``text`` as stems with a space between, in ``a`` to ``z`` and digits.

    All words are in it, short ones and frequent ones too, for phrases need them. Stems are taken
    from words without accents by the pack's Snowball algorithm: "évacuer", "évacuées" and
    "évacuation" are all ``evacu``; but "arme" and "armée" are both ``arm``, too. Of a language
    without a pack the words stand as they are. At most 64 letters of a word are kept.
    """
    streams = _streams(language)
    return " ".join([stream for chunk in CHUNK.findall(text) if (stream := streams[chunk])])


def crowded(stream: str) -> bool:
    """Whether PostgreSQL forgets where words of ``stream`` stand: phrases then go unfound.

    It keeps 256 places of one word, and none after 16,383.
    """
    words = stream.split()
    return len(words) > _LAST_PLACE or max(Counter(words).values(), default=0) > _MOST_PLACES


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return what makes a stem of a folded word in one language; words without a pack stay."""
    table = search_words(language)
    if table is None:
        return str
    import Stemmer  # type: ignore[import-not-found]  # it ships no types

    algorithm, lock = Stemmer.Stemmer(table.stemmer), Lock()
    respelled = sorted(table.respelled.items(), key=lambda pair: -len(pair[0]))

    @lru_cache(maxsize=_CACHED)
    def stem(word: str) -> str:
        for old, new in respelled:
            if word.endswith(old):
                word = word.removesuffix(old) + new
                break
        with lock:  # a Snowball stemmer works in a buffer of its own
            return str(algorithm.stemWord(word)) or word

    return stem


class _Streams(dict[str, str]):
    """The stems of the chunks met lately, made when asked for; emptied when it is full."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, chunk: str) -> str:
        if chunk.isascii() and chunk.isalpha():
            stream = self._stem(folded(chunk))
        else:
            words = (piece.folded for piece in pieces(chunk))
            stream = " ".join([self._stem(word) for word in words if word])
        if len(chunk) <= _LONGEST_CACHED:
            if len(self) >= _CACHED:
                self.clear()
            self[chunk] = stream
        return stream


@cache
def _streams(language: str) -> _Streams:
    return _Streams(stemmer(language))
