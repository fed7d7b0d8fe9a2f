"""A word that is looked for, in the stems that it may be indexed by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from recoupe.languages import available
from recoupe.words.stemming import stemmer
from recoupe.words.tokens import search_words, tokens

_SHORTEST_STEM: Final = 2
_LONGEST_ENDING: Final = 8


@dataclass(frozen=True, slots=True)
class Run:
    """Stems that stand in a row in the index; with ``prefix`` the last may go on."""

    stems: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is looked for in all its forms; several in a row where marks join them.

    With ``prefix`` the last may have any end.
    """

    folded: tuple[str, ...]
    prefix: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        """The stems that the word has in the languages of the packs, and as it is in others."""
        if self.prefix:
            return self._ending_in([self.folded[-1]], prefix=True)
        return tuple(dict.fromkeys(Run(_stems(self.folded, code)) for code in _languages()))

    @property
    def shortened(self) -> tuple[Run, ...]:
        """The stems that a word with this beginning may have and that begin otherwise."""
        if not self.prefix:
            return ()
        last = self.folded[-1]
        lengths = range(max(_SHORTEST_STEM, len(last) - _LONGEST_ENDING), len(last))
        ends = [last[:length] + end for length in lengths for end in _restored()]
        ends += [_stems((last,), code)[0] for code in _languages()]
        return self._ending_in([end for end in ends if not end.startswith(last)], prefix=False)

    def begins(self, text: str) -> bool:
        """Whether the words stand in ``text``, by their letters without accents."""
        words = [token.folded for token in tokens(text)]
        size = len(self.folded)
        return any(self.fits(words[at : at + size]) for at in range(len(words) - size + 1))

    def fits(self, words: Sequence[str]) -> bool:
        """Whether these folded words, as many as looked for, are forms of those looked for."""
        if self.prefix and not words[-1].startswith(self.folded[-1]):
            return False
        count = len(words) - self.prefix
        wanted = _stems_of_all(self.folded[:count])
        return any(
            _stems(words[:count], code) == stems
            for code, stems in zip(_languages(), wanted, strict=True)
        )

    def _ending_in(self, ends: Sequence[str], *, prefix: bool) -> tuple[Run, ...]:
        before = [_stems(self.folded[:-1], code) for code in _languages()]
        runs = (Run((*stems, end), prefix) for stems in before for end in ends)
        return tuple(dict.fromkeys(runs))


def _stems(words: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(map(stemmer(language), words))


@lru_cache(maxsize=1 << 10)
def _stems_of_all(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(_stems(words, code) for code in _languages())


@cache
def _restored() -> tuple[str, ...]:
    """Return what stemmers may write behind the letters that they keep: often nothing."""
    tables = (table for code in available() if (table := search_words(code)))
    return ("", *dict.fromkeys(end for table in tables for end in table.restored))


@cache
def _languages() -> tuple[str, ...]:
    return (*available(), "")
