"""From the figures of one report to what its incident came to, as a casualty recorder codes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.languages import pack
from recoupe.languages.figures import FigureWords
from recoupe.languages.numbers import NumberWords
from recoupe.model import Article, Figure, FigureSubject
from recoupe.reading.numbers import alternatives

_BETWEEN: Final = 120
"""How many code points may stand between two figures of one sentence that add up."""

_OPENING: Final = 200
"""How many code points a report opens with: its first sentence or two."""
_FURTHEST: Final = 2
"""How many times a claim another may be that is still of the same incident."""


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
    side, as recorders code the lowest and the highest claim; or else by its other end. A report
    that does not open with a toll may say first what happened to some ("two children"): there the
    first figure of more than those counts, and the highest claim up to twice as many.
    """
    counted = [figure for figure in figures if figure.what == what]
    if not counted:
        return None
    first = _added(article, counted)
    wide = [figure for figure in counted[len(first) :] if not _breaks_down(article, figure)]
    late = first[0].span.start >= _OPENING
    if late and (wider := _wider(article, first, wide)):
        first = [wider]
    numbers = [n for f in wide for n in (f.low, f.high) if n is not None]
    low, high = _sum([f.low for f in first]), _sum([f.high for f in first])
    if low is None and high is not None:
        low = max((n for n in numbers if n < high), default=high)
    elif high is None and low is not None:
        high = max((n for n in numbers if n >= low), default=low)
    if late and high is not None:
        high = max(n for n in (high, *numbers) if n <= _FURTHEST * high)
    return Toll(low, high, article.text[first[0].span.start : first[-1].span.end])


def _breaks_down(article: Article, figure: Figure) -> bool:
    """Whether a figure counts but some of the dead: "four children"."""
    nouns = pack(article.language).table("figures", FigureWords).breakdown
    return figure.counted is not None and figure.counted.lower().split()[-1] in nouns


def _wider(article: Article, first: Sequence[Figure], rest: Sequence[Figure]) -> Figure | None:
    """Return the first figure of all that stands behind figures of some."""
    if not all(_breaks_down(article, figure) or figure.high == 1 for figure in first):
        return None
    most = _sum([figure.high for figure in first]) or 0
    return next((figure for figure in rest if (figure.low or 0) > most), None)


def _added(article: Article, counted: Sequence[Figure]) -> list[Figure]:
    """Return the first figure and those of its sentence that "and" or "along with" adds to it.

    After a comma only those who belong to one person do ("a nurse, Ann Smith, and her two sons"):
    others are a list of those counted already.
    """
    words = pack(article.language)
    figures = words.table("figures", FigureWords)
    joiners = words.table("numbers", NumberWords).joiners
    adding = re.compile(
        rf"(?<!\w)(?:{alternatives((*joiners, *figures.along))})"
        rf"(?:\s+(?P<whose>{alternatives(figures.possessives)}))?\s*\Z"
    )
    breaks = re.compile(rf"[.;:!?]\s|\n|(?<!\w)(?:{alternatives(figures.part)})(?!\w)")
    first = [counted[0]]
    for figure in counted[1:]:
        between = article.text[first[-1].span.end : figure.span.start].lower()
        added = adding.search(between)
        if len(between) > _BETWEEN or breaks.search(between) or added is None:
            break
        if "," in between and (first[-1].high != 1 or not added["whose"]):
            break
        first.append(figure)
    return first


def _sum(ends: Sequence[int | None]) -> int | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None
