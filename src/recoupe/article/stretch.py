"""What can be seen of one stretch of a report without parsing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recoupe.article.furniture import furniture, plain

_WORD: Final = re.compile(r"\w+(?:['’.-]\w+)*")
_ENDED: Final = re.compile(r"""[.!?…]["'»“”’)\]\s]*$""")
_QUOTED: Final = re.compile(r"[«»“”„\"‹›]")
_STOP: Final = re.compile(r"[.!?…]")
_MARKS: Final = "»›>→/|"
_SEPARATED: Final = re.compile(rf"\s+[{_MARKS}]\s+")
_CREDIT_MARKS: Final = re.compile(r"[©®(/|]|:|\bvia\b")
_SHOWN: Final = 600
"""Code points looked at: what tells furniture from prose is in the first lines."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of text, ``[start, end)``, and its features.

    ``plain`` is its beginning in lower case; ``words`` their number; ``ended`` whether it closes
    like a sentence; ``quoted`` whether it has a quotation mark; ``steps`` the parts that a
    breadcrumb's marks cut it into, none where there are no such marks; ``mark`` what the page's own
    mark-up says it is, where there is one.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    ended: bool
    quoted: bool
    steps: tuple[str, ...]
    mark: str | None = None

    @property
    def finite(self) -> bool:
        """Whether there is a clue of a finite verb: dear to know, and of most not asked."""
        return _finite(self.plain)

    @property
    def prose(self) -> bool:
        """Whether it reads like a paragraph of a report."""
        if self.quoted and self.words >= 5 and (self.ended or self.finite):
            return True
        if self.words >= 30:
            return _STOP.search(self.text) is not None
        return self.ended and self.words >= 12 and self.finite

    @property
    def bare(self) -> str:
        """The plain text without punctuation around it, as furniture is listed."""
        return self.plain.strip(" .:;,!?-|*•#=>»«<[](){}\"'“”+→›…")


def seen(text: str, start: int, end: int, mark: str | None = None) -> Stretch:
    """Return the features of ``text[start:end]``."""
    whole = text[start:end]
    shown = plain(whole[:_SHOWN])
    marked = any(mark in whole for mark in _MARKS)
    parts = _SEPARATED.split(whole[:_SHOWN]) if marked else ()
    french_quotes = "«" in whole and "»" in whole
    return Stretch(
        start=start,
        end=end,
        text=whole,
        plain=shown,
        words=len(_WORD.findall(whole)),
        ended=_ENDED.search(whole[-12:]) is not None,
        quoted=_QUOTED.search(_SEPARATED.sub(" ", whole) if marked else whole) is not None,
        steps=() if french_quotes or len(parts) < 2 else tuple(map(plain, parts)),
        mark=mark,
    )


@lru_cache(maxsize=256)
def _finite(shown: str) -> bool:
    words = furniture()
    return words.finite.search(shown) is not None or words.finite_ending.search(shown) is not None


def credited(stretch: Stretch) -> bool:
    """Whether it names the maker of a picture, beside a mark that credits stand behind."""
    tail = stretch.plain[-80:]
    return (
        furniture().credit.search(stretch.plain) is not None
        and _CREDIT_MARKS.search(tail) is not None
    ) or "©" in tail
