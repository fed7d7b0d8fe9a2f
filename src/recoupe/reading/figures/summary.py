"""From the figures of one report to what its incident came to, as a casualty recorder codes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.languages import pack
from recoupe.languages.numbers import NumberWords
from recoupe.model import Article, Figure, FigureSubject

_BETWEEN: Final = 2
"""How many words join two figures that add up: "and", "and her"."""


@dataclass(frozen=True, slots=True)
class Toll:
    """The bounds of an incident's toll, both inclusive, and the words they rest on."""

    low: int | None
    high: int | None
    words: str


def toll(article: Article, figures: Sequence[Figure], what: FigureSubject) -> Toll | None:
    """Return the toll that a report gives for ``what``, or ``None`` where it gives none.

    Reports open with the toll and break it down afterwards, so it is the first figure of that
    kind, with those coordinated with it ("a woman and her four sons"). An end that it leaves open
    ("at least 7") is closed by the furthest number that the report gives for the same on that
    side, as recorders code the lowest and the highest claim; or else by its other end.
    """
    counted = [figure for figure in figures if figure.what == what]
    if not counted:
        return None
    first = _added(article, counted)
    numbers = [n for f in counted[len(first) :] for n in (f.low, f.high) if n is not None]
    low, high = _sum([f.low for f in first]), _sum([f.high for f in first])
    if low is None and high is not None:
        low = max((n for n in numbers if n < high), default=high)
    elif high is None and low is not None:
        high = max((n for n in numbers if n >= low), default=low)
    return Toll(low, high, article.text[first[0].span.start : first[-1].span.end])


def _added(article: Article, counted: Sequence[Figure]) -> list[Figure]:
    """Return the first figure and those that a word for "and" adds to it."""
    joiners = pack(article.language).table("numbers", NumberWords).joiners
    first = [counted[0]]
    for figure in counted[1:]:
        between = article.text[first[-1].span.end : figure.span.start].split()
        if not 0 < len(between) <= _BETWEEN or between[0] not in joiners:
            break
        first.append(figure)
    return first


def _sum(ends: Sequence[int | None]) -> int | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None
