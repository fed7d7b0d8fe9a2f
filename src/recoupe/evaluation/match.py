"""When two spans are the same words, and when two names are the same party: pure comparisons."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from recoupe.evaluation.gold_records import Range
from recoupe.model import Span

WantedT = TypeVar("WantedT")
FoundT = TypeVar("FoundT")

_SHOWN: Final = 40

_TOKEN = re.compile(r"\w+|[^\w\s]")

_EMPTY_WORDS: Final = frozenset(
    {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "the", "a", "an", "of"}
    | {"m", "mm", "mme", "mlle", "mr", "mrs", "ms", "dr"}
)
"""What names of one party may differ in: articles, "of", and civil titles."""


def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    """Return the offsets of ``spans``."""
    return tuple((span.start, span.end) for span in spans)


def shared(one: Sequence[Range], other: Sequence[Range]) -> int:
    """Return how many code points two sets of disjoint ranges share."""
    return sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in one for begin, stop in other
    )


def length(spans: Sequence[Range]) -> int:
    """Return how many code points disjoint ranges hold together."""
    return sum(end - start for start, end in spans)


def overlap(wanted: Sequence[Range], found: Sequence[Range]) -> float:
    """Return the share of ``wanted`` that ``found`` covers, by code points (0.0 for no words)."""
    size = length(wanted)
    return shared(wanted, found) / size if size else 0.0


def jaccard(one: Sequence[Range], other: Sequence[Range]) -> float:
    """Return the code points shared over those in either (0.0 where both are empty)."""
    both = shared(one, other)
    either = length(one) + length(other) - both
    return both / either if either else 0.0


class Tokens:
    """The words and marks of a text, to measure spans by tokens rather than by letters."""

    def __init__(self, text: str) -> None:
        self._starts = [match.start() for match in _TOKEN.finditer(text)]

    def of(self, span: Range) -> range:
        """Return the numbers of the tokens that begin inside ``span``."""
        return range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1]))

    def jaccard(self, one: Range, other: Range) -> float:
        """Return the tokens shared over those in either (0.0 where there are none)."""
        here, there = self.of(one), self.of(other)
        both = max(0, min(here.stop, there.stop) - max(here.start, there.start))
        either = len(here) + len(there) - both
        return both / either if either else 0.0


def one_to_one(
    wanted: Sequence[WantedT],
    found: Sequence[FoundT],
    likeness: Callable[[WantedT, FoundT], float],
) -> list[tuple[int, int]]:
    """Return pairs of places, each used once, the most alike first; likeness 0 never pairs.

    Ties go to the pair that stands earlier, so the result does not depend on anything else.
    """
    scored = [
        (-value, at, to)
        for at, one in enumerate(wanted)
        for to, other in enumerate(found)
        if (value := likeness(one, other)) > 0
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, at, to in sorted(scored):
        if at not in taken[0] and to not in taken[1]:
            taken[0].add(at)
            taken[1].add(to)
            pairs.append((at, to))
    return sorted(pairs)


def touching(wanted: Range, found: Range) -> float:
    """Return the Jaccard likeness of two ranges: above 0 where they share a code point."""
    return jaccard((wanted,), (found,))


def around(text: str, span: Range) -> str:
    """Return the words of ``span`` with 40 code points on each side, to show a case."""
    return text[max(0, span[0] - _SHOWN) : span[1] + _SHOWN]


def name_words(name: str) -> tuple[str, ...]:
    """Return a name's words without case, accents, punctuation, articles and civil titles."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = re.findall(r"\w+", plain)
    return tuple(word for word in words if word not in _EMPTY_WORDS) or tuple(words)


def same_name(wanted: str | None, found: str | None) -> bool:
    """Whether two names are the same but for case, accents, articles and civil titles."""
    if wanted is None or found is None:
        return wanted is found
    return name_words(wanted) == name_words(found)


def same_party(wanted: str | None, found: str | None) -> bool:
    """Whether two names of one report stand for the same party.

    Besides :func:`same_name`, the shorter name may be part of the longer one if they begin or end
    with the same word: "Zelensky" and "le Président Zelensky", "the ministry" and "the ministry of
    defence". "Unknown" (``None``) is only ever the same as "unknown".
    """
    if wanted is None or found is None:
        return wanted is found
    one, other = name_words(wanted), name_words(found)
    if not one or not other:
        return one == other
    short, long = sorted((one, other), key=len)
    ends = short[0] == long[0] or short[-1] == long[-1]
    return ends and set(short) <= set(long)
