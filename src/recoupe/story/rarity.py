"""How rare a term is, among the reports at hand and in everyday news: the rare ones say most."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import floor, inf, log, log2
from typing import Final

from recoupe.languages import available, pack
from recoupe.languages.stories import StoryWords

BACKGROUND: Final = 16
"""Reports that are thought to lie beside those at hand, and to have none of their rare terms.

Without them a word that both of two reports have would count as frequent.
"""

FREQUENT: Final = 6
"""Level from which a term is no key: 64 reports have it."""

EVERYDAY: Final = 3
"""Rareness in everyday news up to which a word is no key: one report of eight has it."""

_UNIT: Final = log(2)


def level(reports: int) -> int:
    """Return how frequent a term is that ``reports`` (1 or more) have, in powers of two.

    The level never falls while reports are added, and rises ever more seldom: so only few reports
    are compared anew when one is added.
    """
    return reports.bit_length() - 1


def level_of_all(reports: int) -> int:
    """Return the level of the number of all reports, those thought beside them included."""
    return (reports + BACKGROUND).bit_length() - 1


def weight(term_level: int, all_level: int, everyday: float) -> float:
    """Return the weight of a term of this level among reports whose number has ``all_level``.

    ``everyday`` is its rareness in everyday news: no term weighs more than that.
    """
    return _UNIT * max(0.0, min(all_level - term_level, everyday))


def rareness(stem: str) -> float:
    """Return how often the share of everyday news that has a stem halves; endless for rare ones."""
    return _everyday().get(stem, inf)


@cache
def _everyday() -> Mapping[str, float]:
    """Return the rareness of each stem, by the pack where most reports have it."""
    found: dict[str, float] = {}
    for code in available():
        for percent, stems in pack(code).table("stories", StoryWords).everyday.items():
            halvings = float(floor(-log2(float(percent) / 100)))
            for stem in stems:
                found[stem] = min(found.get(stem, inf), halvings)
    return found
