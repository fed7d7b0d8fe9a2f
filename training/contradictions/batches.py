"""Pairs side by side, in batches of few shapes.

Kernels are compiled for every new shape, so lengths are rounded up and batches are filled up.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from laying import Laid
from torch import Tensor

from recoupe.reading.attributions.tagging.pieces import UNKNOWN, Pieces

BATCH = 2600  # pieces, padding included
ROWS = 8  # numbers of rows are multiples of these


def width(length: int) -> int:
    """Return how long a row is made: few lengths, little padding."""
    step = 16 if length <= 96 else 32
    return -(-length // step) * step


def batches(rows: Sequence[Laid], rng: random.Random) -> list[list[int]]:
    """Return the numbers of all rows in batches of like length, in a random order.

    The last of each length is filled up with rows that are in another batch too.
    """
    alike: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        alike.setdefault(width(len(row.pieces)), []).append(at)
    found: list[list[int]] = []
    for length, numbers in sorted(alike.items()):
        rng.shuffle(numbers)
        size = max(ROWS, BATCH // length // ROWS * ROWS)
        for at in range(0, len(numbers), size):
            some = numbers[at : at + size]
            found.append(some + (numbers * size)[: size - len(some)])
    rng.shuffle(found)
    return found


def laid_out(pieces: Pieces, rows: Sequence[Laid]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return rows side by side: vectors of pieces, sides, marks, and what attention may not see."""
    longest = width(max(len(row.pieces) for row in rows))
    shape = len(rows), longest
    numbers, marks = np.ones(shape, np.int64), np.zeros(shape, np.int64)
    sides = np.full(shape, -1, np.int64)
    mask = np.full((len(rows), 1, 1, longest), -1e4, np.float32)
    for at, row in enumerate(rows):
        size = len(row.pieces)
        numbers[at, :size], sides[at, :size], marks[at, :size] = row.pieces, row.sides, row.marks
        mask[at, ..., :size] = 0
    arrays = pieces.vectors(numbers), sides, marks, mask
    first, second, third, fourth = (torch.from_numpy(each) for each in arrays)
    return first, second, third, fourth


def swapped(row: Laid) -> Laid:
    """Return a row with its second passage first."""
    cut = int((row.sides == 0).sum())
    one, other = slice(1, cut - 1), slice(cut + 1, len(row.pieces) - 1)

    def turned(values: np.ndarray, begin: int, end: int) -> np.ndarray:
        return np.concatenate([[begin], values[other], [end, end], values[one], [end]])

    first = other.stop - other.start + 2
    sides = np.repeat([0, 1], [first, len(row.pieces) - first])
    return Laid(turned(row.pieces, int(row.pieces[0]), int(row.pieces[-1])), sides,
                turned(row.marks, 0, 0))  # fmt: skip


def hidden(row: Laid, share: float, rng: random.Random) -> Laid:
    """Return a row with the unknown piece in the place of some."""
    drawn = np.random.default_rng(rng.getrandbits(32)).random(len(row.pieces))
    numbers = np.where((drawn < share) & (row.pieces > UNKNOWN), UNKNOWN, row.pieces)
    return Laid(numbers, row.sides, row.marks)
