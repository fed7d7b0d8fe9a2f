"""Recognition: which candidates are names of places, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

WEIGHTS: Final = {
    "bias": 0.4,
    "after leading word": 0.3,
    "after locating word": 1.0,
    "after name": -1.7,
    "after office": -2.0,
    "after title": -6.0,
    "before body": -1.4,
    "before candidate": -2.9,
    "before hyphen": -0.9,
    "before name": -1.2,
    "beside noun": 1.2,
    "called none": -0.2,
    "called organisation": -0.3,
    "called organisation part": -0.8,
    "called people": 1.2,
    "called person part": 0.1,
    "called place": 1.7,
    "called place elsewhere": 0.9,
    "called place part": 0.2,
    "called thing": -0.9,
    "called thing part": -1.1,
    "common word elsewhere": -1.8,
    "common word inside": -2.2,
    "common word opening": -2.3,
    "in or around another": 2.5,
    "is admin1": 1.1,
    "is capital": 2.2,
    "is continent": 1.1,
    "is country": 1.9,
    "is land": 0.8,
    "is site": -0.3,
    "is water": 0.8,
    "listed by a person": 5.0,
    "not in gazetteer": -3.3,
    "opening": -0.2,
    "other script": 3.0,
    "other spelling": -1.3,
    "over 10000": -0.9,
    "over 10000 called none": -1.4,
    "over 10000 called organisation": -0.5,
    "over 10000 called person": -0.9,
    "over 10000 called thing": -1.3,
    "over 50000": -0.2,
    "over 50000 called none": -0.9,
    "over 50000 called organisation": 0.9,
    "over 50000 called people": -0.1,
    "over 50000 called person": 0.4,
    "over 50000 called thing": -0.8,
    "over 500000": 1.2,
    "over 500000 called none": 1.0,
    "over 500000 called organisation": 2.1,
    "over 500000 called people": 1.1,
    "over 500000 called person": 0.7,
    "over 500000 called thing": 0.9,
    "several words": -0.7,
    "small": -1.3,
    "small called none": -0.7,
    "small called organisation": -0.9,
    "small called people": -0.6,
    "small called person": -1.3,
    "small called thing": -0.9,
    "surname": -3.4,
    "unit": -4.5,
}
"""Log odds of each clue: a logistic regression over the development halves of TR-News and
GeoVirus (training/places), rounded. Five are set by hand, because these news hardly have them:
"other script" (a place's name in Cyrillic or Arabic letters inside a French report), "after title"
("Mr"), "after office", which in French stands right before the name of its bearer ("le régiment
Azov"), "unit" (a name that is a unit's somewhere in the report: "the Azov regiment"), and "listed
by a person" (somebody imported a list because these names are places). A clue that
is not among these weighs nothing."""


def probability(clues: Iterable[str]) -> float:
    """Return how likely a candidate with these clues is the name of a place."""
    odds = WEIGHTS["bias"] + sum(WEIGHTS.get(clue, 0.0) for clue in clues)
    return 1 / (1 + math.exp(-odds))
