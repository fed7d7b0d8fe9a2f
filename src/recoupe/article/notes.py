"""Notes that a report carries of itself: that it was corrected, that it is taken back.

They are found by the words that open them, which are tables of the packs. A note is told in its own
words, never in ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from recoupe.article.furniture import plain
from recoupe.article.stamps import days_in
from recoupe.languages import available, pack
from recoupe.languages.furniture import FurnitureWords
from recoupe.model import Article, Correction, Metadata

_LONGEST: Final = 2_000
"""Code points of a block that can be a note."""
_MOST: Final = 10
_FIRST: Final = 2
"""Blocks at the start of a text in which an agency says that it takes a report back."""


@dataclass(frozen=True, slots=True)
class _Openings:
    """What notes open with: a correction, a kill, a report put in the place of another."""

    corrected: re.Pattern[str]
    killed: re.Pattern[str]
    replacing: re.Pattern[str]


def tells_correction(words: str) -> bool:
    """Whether a block opens as the note of a correction does."""
    return _openings().corrected.match(words) is not None


def corrections_in(article: Article, beside: Iterable[str] = ()) -> tuple[Correction, ...]:
    """Return the corrections that a report tells of, with where they stand in its text.

    ``beside`` are notes of its page that may not stand in the text, as those at its foot.
    """
    opening = _openings().corrected
    found: dict[str, Correction] = {}
    for block in article.blocks:
        if opening.match(article.text, block.start, block.end):
            span = article.span(block.start, min(block.end, block.start + _LONGEST))
            words = " ".join(span.text.split())
            found[words] = Correction(words, _day(words), span)
    for note in beside:
        words = " ".join(note[:_LONGEST].split())
        found.setdefault(words, Correction(words, _day(words)))
    return tuple(found.values())[:_MOST]


def _day(words: str) -> str | None:
    """Return the one date that a note gives, ``None`` where it gives none, or several."""
    days = days_in(words)
    return next(iter(days)) if len(days) == 1 else None


def wire_notice(article: Article) -> Metadata | None:
    """Return that bare text says of itself that it takes a report back, or replaces one.

    Only the first lines can say so, in the capitals of the wire: nothing is guessed from prose.
    What was found is kept with its words, so that everybody sees by what it was read.
    """
    openings = _openings()
    for block in article.blocks[:_FIRST]:
        if found := openings.replacing.match(article.text, block.start, block.end):
            return Metadata(replaces=True, status_words=article.span(*found.span(1)))
        if found := openings.killed.match(article.text, block.start, block.end):
            line = " ".join(article.text[block.start : block.end].split())
            said = article.span(*found.span(1))
            return Metadata(status="canceled", status_words=said, note=line[:_LONGEST])
    return None


@cache
def _openings() -> _Openings:
    tables = [pack(code).table("furniture", FurnitureWords) for code in available()]
    corrected = [word for table in tables for word in table.correction]
    killed = [word for table in tables for word in table.killed]
    replacing = [word for table in tables for word in table.replacing]
    return _Openings(
        re.compile(rf"\W{{0,6}}(?:{_any(corrected)})(?!\w)", re.IGNORECASE),
        _capitals(killed),
        _capitals(replacing),
    )


def _any(words: Iterable[str]) -> str:
    """Return the pattern of some words in any spelling of apostrophes and spaces."""
    forms = []
    for word in sorted(set(map(plain, words)), key=len, reverse=True):
        form = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’ʼ]")
        forms.append(re.sub(r"\s*:$", r"\\s*:", form))
    return "|".join(forms)


def _capitals(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of words in capitals with nothing but a mark or the line's end behind."""
    forms = "|".join(
        re.escape(word.upper()).replace(r"\ ", r"\s+")
        for word in sorted(set(words), key=len, reverse=True)
    )
    return re.compile(rf"\W{{0,6}}({forms})(?=\s*(?:[-–—:=.!)\]*/]|\n|$))")
