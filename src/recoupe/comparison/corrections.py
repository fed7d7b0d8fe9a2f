"""Corrections: what people said of copies, matters and findings, as it stands above the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recoupe.model import FindingStanding

Pair = tuple[str, str]
"""Article ids: the report, and the one that its words are said to come from."""


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Where words stand: in code points, half-open, of the text of the article ``report``."""

    report: str
    start: int
    end: int

    def like(self, other: Words) -> bool:
        """Whether both are the same stretch of words: half of the longer one at least.

        So a number is not the statement that it stands in, and another reader's edges do no harm.
        """
        shared = min(self.end, other.end) - max(self.start, other.start)
        longer = max(self.end - self.start, other.end - other.start)
        return self.report == other.report and shared > 0 and 2 * shared >= longer


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody said of a finding as a whole, which is known again by its words."""

    words: tuple[Words, ...]
    standing: FindingStanding


@dataclass(frozen=True, slots=True)
class Corrections:
    """What reviews in force say of one comparison; every one stands above what is computed.

    ``copies`` and ``no_copies`` are reports that derive from another, or do not; no pair is in
    both. ``one_matter`` are groups of words that are about one matter, or that give one number, the
    first of which says what it is called; ``two_matters`` are words that are not, none of them of
    one group. ``judged`` has what was said last at its end.
    """

    copies: tuple[Pair, ...] = ()
    no_copies: tuple[Pair, ...] = ()
    one_matter: tuple[tuple[Words, ...], ...] = ()
    two_matters: tuple[tuple[Words, Words], ...] = ()
    judged: tuple[Judged, ...] = ()

    def within(self, reports: frozenset[str]) -> Corrections:
        """Return those that are about these reports alone.

        Of a group those words are left that are of them, and of what was judged most must be.
        """
        groups = (_of(group, reports) for group in self.one_matter)
        return Corrections(
            copies=tuple(pair for pair in self.copies if reports.issuperset(pair)),
            no_copies=tuple(pair for pair in self.no_copies if reports.issuperset(pair)),
            one_matter=tuple(group for group in groups if len(group) > 1),
            two_matters=tuple(
                pair for pair in self.two_matters if len(_of(pair, reports)) == len(pair)
            ),
            judged=tuple(
                one for one in self.judged if most(len(_of(one.words, reports)), len(one.words))
            ),
        )


NOBODY: Final = Corrections()
"""Nobody said anything."""


def most(some: int, of: int) -> bool:
    """Whether ``some`` are more than half."""
    return 2 * some > of


def _of(words: tuple[Words, ...], reports: frozenset[str]) -> tuple[Words, ...]:
    return tuple(one for one in words if one.report in reports)
