"""Which words two reports share: equal runs laid over both like tiles, the longest first.

Runs of three words or more are seeds (Wise 1993: greedy string tiling). Runs that follow each other
in both reports with few words between them are one passage, as tools for text reuse do (passim);
equal words in the gaps are then found in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.lineage.wording import GRAM, Wording

GAP: Final = 14
"""Words that may stand between two runs of one passage, in either report."""
LEAST: Final = 4
"""Telling words that a passage has in common; fewer are chance."""
_COMMON: Final = 6
"""Places of three words in one report from which they seed nothing."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Equal words: ``length`` of them from word ``here`` of one and ``there`` of the other."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of two reports: words ``here`` and ``there``, and the equal ones among them."""

    here: range
    there: range
    pairs: tuple[tuple[int, int], ...]
    longest: int

    @property
    def density(self) -> float:
        """The share of equal words in the longer side, 0 to 1."""
        return len(self.pairs) / max(len(self.here), len(self.there))


def shared(one: Wording, other: Wording) -> tuple[Match, ...]:
    """Return the passages that two reports share, in the order of ``one``."""
    tiles = sorted(_laid(one, other), key=lambda tile: tile.here)
    found = (_matched(one, other, chain) for chain in _chains(tiles))
    return tuple(match for match in found if _tells(one, match))


def _tells(one: Wording, match: Match) -> bool:
    return sum(one.telling[i] for i, _ in match.pairs) >= LEAST


def _laid(one: Wording, other: Wording) -> list[Tile]:
    """Return equal runs that overlap in neither report, the longest laid first."""
    laid: list[Tile] = []
    used_here, used_there = bytearray(len(one)), bytearray(len(other))
    runs = sorted(_runs(one, other), key=lambda run: (-run.length, run.here, run.there))
    for run in runs:
        for tile in _free(run, used_here, used_there):
            if tile.length < GRAM or not any(one.telling[tile.here : tile.here + tile.length]):
                continue
            laid.append(tile)
            used_here[tile.here : tile.here + tile.length] = b"\1" * tile.length
            used_there[tile.there : tile.there + tile.length] = b"\1" * tile.length
    return laid


def _runs(one: Wording, other: Wording) -> Iterator[Tile]:
    """Yield the longest equal runs of each diagonal."""
    a, b = one.words, other.words
    ended: dict[int, int] = {}
    for i, j in _seeds(one, other):
        if ended.get(j - i, 0) > i or a[i : i + GRAM] != b[j : j + GRAM]:
            continue
        length = GRAM
        while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
            length += 1
        ended[j - i] = i + length - GRAM + 1
        yield Tile(i, j, length)


def _seeds(one: Wording, other: Wording) -> list[tuple[int, int]]:
    """Return where three words in a row are the same, in order; those often said seed nothing."""
    import numpy as np

    first = np.searchsorted(other.grams, one.grams, side="left")
    last = np.searchsorted(other.grams, one.grams, side="right")
    times = last - first
    hits = np.flatnonzero((times > 0) & (times <= _COMMON))
    found = [
        (int(one.gram_at[hit]), int(other.gram_at[at]))
        for hit in hits
        for at in range(first[hit], last[hit])
    ]
    found.sort()
    return found


def _free(run: Tile, here: bytearray, there: bytearray) -> Iterator[Tile]:
    """Yield the parts of a run that no tile lies on yet."""
    first = 0
    for at in range(run.length + 1):
        ends = at == run.length or here[run.here + at] or there[run.there + at]
        if ends:
            if at > first:
                yield Tile(run.here + first, run.there + first, at - first)
            first = at + 1


def _chains(tiles: Sequence[Tile]) -> list[list[Tile]]:
    """Return tiles grouped into passages: each follows the last in both reports, near by."""
    chains: list[list[Tile]] = []
    for tile in tiles:
        best: list[Tile] | None = None
        nearest = 2 * GAP + 1
        for chain in chains[-8:]:
            last = chain[-1]
            here = tile.here - last.here - last.length
            there = tile.there - last.there - last.length
            if 0 <= here <= GAP and 0 <= there <= GAP and here + there < nearest:
                best, nearest = chain, here + there
        if best is None:
            chains.append([tile])
        else:
            best.append(tile)
    return chains


def _matched(one: Wording, other: Wording, chain: Sequence[Tile]) -> Match:
    pairs: list[tuple[int, int]] = []
    for number, tile in enumerate(chain):
        if number:
            last = chain[number - 1]
            here = range(last.here + last.length, tile.here)
            there = range(last.there + last.length, tile.there)
            pairs.extend(_in_order(one, other, here, there))
        pairs.extend((tile.here + at, tile.there + at) for at in range(tile.length))
    first, last = chain[0], chain[-1]
    return Match(
        range(first.here, last.here + last.length),
        range(first.there, last.there + last.length),
        tuple(pairs),
        max(tile.length for tile in chain),
    )


def _in_order(one: Wording, other: Wording, here: range, there: range) -> list[tuple[int, int]]:
    """Return equal telling words of a gap, in one order: the longest such series."""
    if not here or not there:
        return []
    best: list[list[int]] = [[0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for i in range(len(here) - 1, -1, -1):
        for j in range(len(there) - 1, -1, -1):
            equal = one.words[here[i]] == other.words[there[j]] and one.telling[here[i]]
            best[i][j] = best[i + 1][j + 1] + 1 if equal else max(best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(here) and j < len(there):
        equal = one.words[here[i]] == other.words[there[j]] and one.telling[here[i]]
        if equal and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((here[i], there[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
