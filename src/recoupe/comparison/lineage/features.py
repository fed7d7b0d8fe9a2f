"""What is measured of two reports to tell how one relates to the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from itertools import chain, pairwise
from math import log1p

from recoupe.comparison.lineage.tiling import Match
from recoupe.comparison.lineage.wording import Wording, sentence_words

STEM = 6
"""Letters by which two forms of a word are taken as one."""
_HALF = 0.5
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Features:
    """Numbers about two reports; the shorter one is what all shares are of.

    ``share`` is the part of its words that stand in the other, ``narrated`` the same of its words
    outside quotation marks, ``alike`` the part of its words in sentences half of whose words stand
    close together in the other. ``quoted`` is the part of the shared words that are between
    quotation marks in either. ``told`` is the logarithm of the number of shared words of narration
    that are no names, ``longest`` that of the longest series of equal words, ``longest_told`` that
    of the longest outside quotation marks, ``passages`` that of the number of shared passages.
    """

    share: float
    narrated: float
    alike: float
    quoted: float
    told: float
    longest: float
    longest_told: float
    passages: float

    @property
    def numbers(self) -> tuple[float, ...]:
        """The features in the order of :data:`NAMES`."""
        return astuple(self)


NAMES = tuple(field.name for field in fields(Features))


def features(one: Wording, other: Wording, matches: Sequence[Match]) -> Features:
    """Return the features of two reports, given the passages ``one`` shares with ``other``.

    Which of the two is called ``one`` makes no difference but for the passages.
    """
    pairs = [pair for match in matches for pair in match.pairs]
    narration = [(i, j) for i, j in pairs if not (one.quoted[i] or other.quoted[j])]
    shorter = min((one, other), key=len)
    plain = len(shorter) - sum(shorter.quoted)
    return Features(
        share=len(pairs) / max(len(shorter), 1),
        narrated=min(len(narration) / max(plain, 1), 1.0),
        alike=_alike(shorter, other if shorter is one else one),
        quoted=1 - len(narration) / len(pairs) if pairs else 0.0,
        told=log1p(sum(one.telling[i] and not one.named[i] for i, _ in narration)),
        longest=log1p(max((match.longest for match in matches), default=0)),
        longest_told=log1p(_longest(narration)),
        passages=log1p(len(matches)),
    )


def _longest(pairs: Sequence[tuple[int, int]]) -> int:
    """Return the length of the longest series of pairs that follow each other in both."""
    best = run = 1 if pairs else 0
    for (i, j), (k, m) in pairwise(pairs):
        run = run + 1 if (k, m) == (i + 1, j + 1) else 1
        best = max(best, run)
    return best


def _alike(shorter: Wording, longer: Wording) -> float:
    """Return the share of telling words in sentences that are half told in the longer one."""
    windows = _windows(longer)
    whole = told = 0
    for stems in _sentences(shorter):
        if len(stems) < _LEAST:
            continue
        whole += len(stems)
        met = Counter(chain.from_iterable(windows.get(stem, ()) for stem in stems))
        if max(met.values(), default=0) >= _HALF * len(stems):
            told += len(stems)
    return told / whole if whole else 0.0


@lru_cache(maxsize=1024)
def _sentences(wording: Wording) -> tuple[frozenset[str], ...]:
    """Return the beginnings of the telling words of each sentence."""
    return tuple(
        frozenset(wording.words[i][:STEM] for i in words if wording.telling[i])
        for words in sentence_words(wording)
    )


@lru_cache(maxsize=1024)
def _windows(wording: Wording) -> dict[str, tuple[int, ...]]:
    """Return for each beginning of a word the places of it: two sentences in a row are one."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for at, stems in enumerate(_sentences(wording)):
        for stem in stems:
            found[stem] |= {at, at - 1}
    return {stem: tuple(places) for stem, places in found.items()}
