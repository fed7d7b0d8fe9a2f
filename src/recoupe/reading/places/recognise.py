"""Recognition: which candidates are names of places, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

WEIGHTS: Final = {
    "bias": 0.3,
    "called place": 1.7,
    "called place part": 0.4,
    "called place elsewhere": 1.1,
    "called people": 1.1,
    "called none": -0.3,
    "called organisation": -0.3,
    "called organisation part": -0.8,
    "called thing": -0.9,
    "called thing part": -1.0,
    "is capital": 2.2,
    "is country": 1.9,
    "is admin1": 1.2,
    "is continent": 1.1,
    "is land": 0.9,
    "is water": 0.7,
    "over 500000": 1.3,
    "over 500000 called none": 1.2,
    "over 500000 called organisation": 1.8,
    "over 500000 called person": 0.7,
    "over 500000 called thing": 1.0,
    "over 500000 called people": 1.1,
    "over 50000": -0.2,
    "over 50000 called none": -1.2,
    "over 50000 called organisation": 1.0,
    "over 50000 called person": 0.3,
    "over 50000 called thing": -0.8,
    "over 10000": -0.9,
    "over 10000 called none": -1.2,
    "over 10000 called organisation": -0.8,
    "over 10000 called person": -0.8,
    "over 10000 called thing": -1.3,
    "small": -1.2,
    "small called none": -0.9,
    "small called organisation": -1.0,
    "small called person": -1.2,
    "small called thing": -0.9,
    "not in gazetteer": -3.2,
    "other spelling": -1.5,
    "other script": 3.0,
    "several words": -0.7,
    "in or around another": 2.6,
    "after locating word": 1.1,
    "after leading word": 0.3,
    "beside noun": 1.3,
    "opening": -0.1,
    "before body": -1.7,
    "before name": -1.2,
    "before candidate": -2.9,
    "before hyphen": -1.0,
    "after title": -6.0,
    "after office": -1.8,
    "after name": -1.8,
    "surname": -3.4,
    "common word opening": -2.4,
    "common word inside": -2.1,
    "common word elsewhere": -2.2,
}
"""Log odds of each clue: a logistic regression over the development halves of TR-News and
GeoVirus (training/places), rounded. Two are set by hand, because they hardly occur there: "other script"
(a place's name in Cyrillic or Arabic letters inside a French report) and "after title" ("Mr"). A clue
that is not listed weighs nothing."""


def probability(clues: Iterable[str]) -> float:
    """Return how likely a candidate with these clues is the name of a place."""
    odds = WEIGHTS["bias"] + sum(WEIGHTS.get(clue, 0.0) for clue in clues)
    return 1 / (1 + math.exp(-odds))
