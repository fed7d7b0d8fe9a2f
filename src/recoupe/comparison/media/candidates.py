"""Which pictures may show the same: an index of their windows and hashes, never all pairs.

Each hash is cut into bands; what has a band in common stands together when bands are sorted, and is
compared with those that follow it, with no more of them than a limit. The order is that of the
files' own hashes, so that it changes nothing in which order they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from recoupe.comparison.media.agreeing import ALIKE, NEAR
from recoupe.comparison.media.shown import Numbers, Shown, Words

_FOLLOWING: Final = 48
"""What stands behind a hash in a band that it is compared with. What stands in a larger crowd is
either one picture in many copies, which hold together all the same, or a mark that pictures share,
such as a channel's."""
_NARROW: Final = 16
_WIDE: Final = 21
"""Bits of a band of a window, up to ``_MANY`` windows and beyond."""
_MANY: Final = 1_000_000
_WHOLE: Final = 16
"""Bits of a band of a whole hash."""


@dataclass(slots=True)
class Pair:
    """Two of what is shown, by number, and the windows of both that are alike."""

    here: list[Numbers] = field(default_factory=list)
    there: list[Numbers] = field(default_factory=list)

    def windows(self) -> tuple[Numbers, Numbers]:
        """Return each pair of windows once, in order."""
        if not self.here:
            return np.zeros(0, np.intp), np.zeros(0, np.intp)
        both = np.unique(np.stack([np.concatenate(self.here), np.concatenate(self.there)]), axis=1)
        return both[0], both[1]


Key = tuple[int, int, bool]
"""Two of what is shown, the lower number first, and whether the second is to be mirrored."""


def candidates(shown: Sequence[Shown]) -> dict[Key, Pair]:
    """Return which pictures may show the same, sorted.

    Those of one file are not compared with each other.
    """
    found: dict[Key, Pair] = {}
    files = np.array([one.file for one in shown], np.intp)
    for here, there, mirrored in _by_windows(shown, files):
        _note(found, here, there, mirrored)
    for key in _by_whole(shown, files):
        found.setdefault(key, Pair())
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _Hits:
    """Windows that are alike: whose they are, and which of its own."""

    owner: Numbers
    window: Numbers


def _note(found: dict[Key, Pair], here: _Hits, there: _Hits, mirrored: bool) -> None:
    """Put pairs of windows to the pairs of pictures that they are of."""
    if not len(here.owner):
        return
    order = np.lexsort((there.owner, here.owner))
    one, other = here.owner[order], there.owner[order]
    starts = np.flatnonzero(np.diff(one, prepend=-1) | np.diff(other, prepend=-1))
    for start, end in zip(starts, [*starts[1:], len(order)], strict=True):
        rows = order[start:end]
        pair = found.setdefault((int(one[start]), int(other[start]), mirrored), Pair())
        pair.here.append(here.window[rows])
        pair.there.append(there.window[rows])


def _by_windows(shown: Sequence[Shown], files: Numbers) -> Iterator[tuple[_Hits, _Hits, bool]]:
    """Yield windows of two pictures that are alike, those of the first picture first."""
    counts = np.array([len(one.words) for one in shown], np.intp)
    owner = np.repeat(np.arange(len(shown)), counts)
    window = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    words = _joined([one.words for one in shown])
    turned = _joined([one.turned().words for one in shown])
    width = _NARROW if len(words) < _MANY else _WIDE
    for band in range(64 // width):
        shift, mask = np.uint64(band * width), np.uint64((1 << width) - 1)
        for mirrored, others in ((False, words), (True, turned)):
            yield from _alike(
                words, others, (shift, mask), (owner, window, files), mirrored=mirrored
            )


def _joined(parts: Sequence[Words]) -> Words:
    return np.concatenate(parts) if parts else np.zeros(0, np.uint64)


def _alike(
    words: Words,
    others: Words,
    band: tuple[np.uint64, np.uint64],
    of: tuple[Numbers, Numbers, Numbers],
    *,
    mirrored: bool,
) -> Iterator[tuple[_Hits, _Hits, bool]]:
    """Yield words that have a band in common with one of the others, and are near it as a whole."""
    shift, mask = band
    owner, window, files = of
    both = np.concatenate([words, others]) if mirrored else words
    number = np.arange(len(both)) % max(len(words), 1)
    second = np.arange(len(both)) >= len(words)
    keys = (both >> shift) & mask
    order = np.lexsort((number, keys))
    keys, both, number, second = keys[order], both[order], number[order], second[order]
    for step in range(1, min(_FOLLOWING * (1 + mirrored), len(keys) - 1) + 1):
        same = np.flatnonzero(keys[:-step] == keys[step:])
        if not len(same):
            return
        one, other = number[same], number[same + step]
        fits = files[owner[one]] != files[owner[other]]
        if mirrored:
            fits &= second[same] != second[same + step]
        fits &= np.bitwise_count(both[same] ^ both[same + step]) <= NEAR
        one, other = one[fits], other[fits]
        later = owner[one] > owner[other]
        one, other = np.where(later, other, one), np.where(later, one, other)
        yield _Hits(owner[one], window[one]), _Hits(owner[other], window[other]), mirrored


def _by_whole(shown: Sequence[Shown], files: Numbers) -> Iterator[Key]:
    """Yield pictures whose whole hashes are near, in a band of which they are the same."""
    plain = np.array([one.pdq for one in shown], np.uint64).reshape(-1, 4)
    turned = np.array([one.mirrored for one in shown], np.uint64).reshape(-1, 4)
    for band in range(256 // _WHOLE):
        part, shift = band * _WHOLE // 64, np.uint64(band * _WHOLE % 64)
        mask = np.uint64((1 << _WHOLE) - 1)
        for mirrored, others in ((False, plain), (True, turned)):
            both = np.concatenate([plain, others]) if mirrored else plain
            number = np.arange(len(both)) % max(len(plain), 1)
            second = np.arange(len(both)) >= len(plain)
            keys = (both[:, part] >> shift) & mask
            order = np.lexsort((number, keys))
            for step in range(1, min(_FOLLOWING * (1 + mirrored), len(order) - 1) + 1):
                one, other = order[:-step], order[step:]
                fits = (keys[one] == keys[other]) & (files[number[one]] != files[number[other]])
                if mirrored:
                    fits &= second[one] != second[other]
                one, other = one[fits], other[fits]
                near = np.bitwise_count(both[one] ^ both[other]).sum(axis=1) <= ALIKE
                for a, b in zip(
                    number[one[near]].tolist(), number[other[near]].tolist(), strict=True
                ):
                    yield min(a, b), max(a, b), mirrored
