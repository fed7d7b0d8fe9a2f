"""Corrections: what people said of copies, matters and findings, in the order they said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Pair = tuple[str, str]
"""Article ids: the report, and the one that its words are said to come from."""


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Where words stand: in code points, half-open, of the text of the article ``report``."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody said of a finding as a whole, which is known again by its words."""

    words: tuple[Words, ...]
    standing: Literal["confirmed", "rejected"]


@dataclass(frozen=True, slots=True)
class Corrections:
    """What reviews in force say of one comparison; every one stands above what is computed.

    ``copies`` and ``no_copies`` are reports that derive from another, or do not. ``one_matter``
    are words that are about one matter, or that give one number; ``two_matters`` are not.
    """

    copies: tuple[Pair, ...] = ()
    no_copies: tuple[Pair, ...] = ()
    one_matter: tuple[tuple[Words, Words], ...] = ()
    two_matters: tuple[tuple[Words, Words], ...] = ()
    judged: tuple[Judged, ...] = ()

    def within(self, reports: frozenset[str]) -> Corrections:
        """Return those that are about these reports alone."""
        return Corrections(
            copies=tuple(pair for pair in self.copies if reports.issuperset(pair)),
            no_copies=tuple(pair for pair in self.no_copies if reports.issuperset(pair)),
            one_matter=tuple(pair for pair in self.one_matter if _inside(pair, reports)),
            two_matters=tuple(pair for pair in self.two_matters if _inside(pair, reports)),
            judged=tuple(one for one in self.judged if _inside(one.words, reports)),
        )


NOBODY: Final = Corrections()
"""Nobody said anything."""


def _inside(words: tuple[Words, ...], reports: frozenset[str]) -> bool:
    return reports.issuperset(one.report for one in words)
