"""The words of page furniture, of all packs at once, made ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from recoupe.languages import available, pack
from recoupe.languages.furniture import FurnitureWords
from recoupe.languages.times import TimeWords

_PLAIN: Final = (
    *(("’", "'"), ("‘", "'"), ("ʼ", "'"), ("–", "-"), ("—", "-")),
    *((blank, " ") for blank in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
)
"""What is set in other ways than it is typed, and blanks of no width."""
_NEVER: Final = re.compile(r"(?!)")


def plain(text: str) -> str:
    """Return ``text`` in lower case, with plain apostrophes and single spaces."""
    if not text.isascii():
        for odd, usual in _PLAIN:
            text = text.replace(odd, usual)
    return " ".join(text.lower().split())


class Furniture:
    """Patterns over plain text, each from one key of ``furniture.toml`` of every pack."""

    def __init__(self) -> None:
        tables = [pack(code).table("furniture", FurnitureWords) for code in available()]
        times = [pack(code).table("times", TimeWords) for code in available()]

        def words(key: str) -> list[str]:
            return [word for table in tables for word in getattr(table, key)]

        self.whole = frozenset(words("whole"))
        self.related = frozenset(words("related"))
        self.home = frozenset(words("home"))
        self.day_first = {
            code: table.day_first for code, table in zip(available(), tables, strict=True)
        }
        self.opening = _anywhere(words("opening"), before=r"^[\W_]*")
        self.by = _anywhere(words("by"), before=r"^\W*", after=r"(?![\w'])")
        self.dated = _anywhere(words("dated"))
        self.changed = _anywhere(words("changed"))
        self.staff = _anywhere(words("staff"))
        self.staff_named = re.compile(self.staff.pattern, re.IGNORECASE)
        small = "|".join(re.escape(word) for word in words("small"))
        self.with_staff = re.compile(
            rf"(?:\b(?:{small})\s+|[/,]\s*)(?:{self.staff.pattern})\W*$", re.IGNORECASE
        )
        self.telling = _anywhere(words("telling"))
        self.address = _anywhere(words("address"))
        self.credit = _anywhere(words("credit"))
        self.small = frozenset(words("small"))
        self.day_endings = tuple(words("day_endings"))
        self.clock = _anywhere(words("clock"))
        self.finite = _anywhere(words("finite"))
        endings = [re.escape(ending) for ending in words("finite_endings")]
        self.finite_ending = re.compile(rf"(?:{'|'.join(endings)})\b") if endings else _NEVER
        self.calendar = _anywhere(
            [name.strip(".") for table in times for name in (*table.months, *table.weekdays)]
        )


def _anywhere(
    words: Iterable[str], before: str = r"(?<!\w)", after: str = r"(?!\w)"
) -> re.Pattern[str]:
    """Return a pattern of whole words; the longest of those that begin alike wins."""
    escaped = (
        re.escape(word) + (after if word[-1:].isalnum() else "")
        for word in sorted(set(words), key=len, reverse=True)
    )
    return re.compile(f"{before}(?:{'|'.join(escaped)})")


@cache
def furniture() -> Furniture:
    """Return the words of furniture of all packs, compiled once a process."""
    return Furniture()
