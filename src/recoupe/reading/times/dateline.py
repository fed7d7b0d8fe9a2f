"""The dateline: the day that opens a dispatch, from which its "today" and "Tuesday" are reckoned.

"KYIV, May 5 (Agency) - ..." of a paper of 7 May: its Wednesday is the one before 5 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from recoupe.reading.parse import Parse
from recoupe.reading.times.grammar import Found

_WITHIN: Final = 60
"""Code points before the day: a city or two, a country."""
_OLDEST: Final = timedelta(days=31)
_TOLD: Final = frozenset({"lead", "paragraph"})
_NAMES: Final = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ ,/-]+(?:[a-zà-ÿ]{1,3} )?|$))+")
"""Names with capitals, commas, and a small word between them or before the day ("Kyiv, le")."""
_AFTER: Final = re.compile(r",?\s*(?:\([^)\n]{2,40}\)\s*(?:[-–—:.]|$|(?=[A-ZÀ-ÖØ-Þ]))|[-–—]+\s)")


def dateline(parse: Parse, found: Iterable[Found]) -> Found | None:
    """Return the day of the dateline that opens the story, ``None`` where there is none."""
    block = next((block for block in parse.article.blocks if block.kind in _TOLD), None)
    if block is None:
        return None
    text = parse.article.text
    for one in found:
        if one.start - block.start > _WITHIN:
            return None
        if one.start > block.start and one.rule.kind == "date" and "month" in one.caught:
            before = text[block.start : one.start]
            if _NAMES.fullmatch(before) and _AFTER.match(text, one.end, block.end):
                return one
    return None


def fits(day: date, published: date | None) -> bool:
    """Whether a dispatch of ``day`` can have been published then: not before it, not long after."""
    return published is None or published - _OLDEST <= day < published
