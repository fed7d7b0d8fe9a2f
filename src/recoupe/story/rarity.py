"""How rare a term is among the reports at hand: what few reports share says most."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log
from typing import Final

from recoupe.languages import available, pack
from recoupe.languages.stories import StoryWords

BACKGROUND: Final = 1024
"""Reports of everyday news that are thought to lie beside those at hand.

Without them a word that both of two reports have would count as frequent.
"""

FREQUENT: Final = 6
"""Level from which a term is no key: 64 reports have it, those of everyday news among them."""

_UNIT: Final = log(2)


def level(reports: int, share: float = 0.0) -> int:
    """Return how frequent a term is that ``reports`` have, in powers of two.

    ``share`` is the share of everyday news that has it. The level never falls while reports are
    added, and rises ever more seldom: so only few reports are compared anew when one is added.
    """
    return (reports + int(share * BACKGROUND)).bit_length() - 1


def level_of_all(reports: int) -> int:
    """Return the level of the number of all reports, those of everyday news among them."""
    return (reports + BACKGROUND).bit_length() - 1


def weight(term_level: int, all_level: int) -> float:
    """Return the weight of a term of this level among reports whose number has ``all_level``."""
    return _UNIT * max(0, all_level - term_level)


@cache
def everyday() -> Mapping[str, float]:
    """Return the share of everyday news that has a stem, by the pack where it is largest."""
    shares: dict[str, float] = {}
    for code in available():
        for percent, stems in pack(code).table("stories", StoryWords).everyday.items():
            for stem in stems:
                shares[stem] = max(shares.get(stem, 0.0), float(percent) / 100)
    return shares
