"""Recognition: which candidates are names of places, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

WEIGHTS: Final = {
    "bias": 0.6,
    "called place": 1.8,
    "called place elsewhere": 1.5,
    "called people": 1.3,
    "in or around another": 2.5,
    "is country": 1.2,
    "is admin1": 0.8,
    "is area": -1.0,
    "is continent": -0.5,
    "after locating word": 0.9,
    "after leading word": 0.25,
    "beside noun": 0.1,
    "several words": -0.3,
    "called none": -0.75,
    "called thing": -0.8,
    "called thing part": -1.4,
    "called place part": -0.25,
    "called organisation part": -0.25,
    "before body": -1.0,
    "before name": -1.5,
    "before candidate": -3.0,
    "after title": -2.0,
    "after name": -2.4,
    "surname": -3.3,
    "common word": -3.0,
}
"""Log odds of each clue, a logistic regression over the development halves of TR-News and
GeoVirus, rounded; a clue that is not listed weighs nothing. See docs/places.md."""


def probability(clues: Iterable[str]) -> float:
    """Return how likely a candidate with these clues is the name of a place."""
    odds = WEIGHTS["bias"] + sum(WEIGHTS.get(clue, 0.0) for clue in clues)
    return 1 / (1 + math.exp(-odds))
