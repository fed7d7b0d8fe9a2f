"""Cells: any value as text that no spreadsheet takes for a formula or a date, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from recoupe.languages import available
from recoupe.model import Span

BETWEEN: Final = " ¦ "
"""Between two stretches of words, or two ids, in one cell."""
_BAR: Final = "¦"
_ACTED_ON: Final = re.compile(
    r"\s*[=+\-@＝＋－＠]"  # what begins a formula
    r"|[\t\r\n']"
    r"|\s*(?:\d+(?:[-/.:,]\d+)+|\d+[eE][+-]?\d+|0\d+|\d{12,})\s*$"  # made a date or another number
)
_DATED: Final = re.compile(
    r"\s*(?:\d{1,2}[^\W\d_]{0,2}[ .\u00a0-]+)?(?P<month>[^\W\d_]{3,9})\.?"
    r"(?:[ .,\u00a0-]+\d{1,4}){0,2}\s*"
)
"""Words that are a date, if the word in them is a month: spreadsheets write them anew."""
_YES: Final = frozenset({"yes", "true", "1", "oui", "vrai"})
_NO: Final = frozenset({"no", "false", "0", "non", "faux"})


def text(value: str | None) -> str:
    """Return words as a cell: an apostrophe stands before what a spreadsheet would act on.

    :func:`said` takes it off again, so that every text comes back as it was.
    """
    if value is None:
        return ""
    acted_on = _ACTED_ON.match(value) or value.lstrip().startswith("'")  # else read as our mark
    return f"'{value}" if acted_on or _is_date(value) else value


def _is_date(value: str) -> bool:
    found = _DATED.fullmatch(value)
    return found is not None and found["month"].casefold() in _months()


@cache
def _months() -> frozenset[str]:
    """Return the names of months in every language that is read, in full and shortened."""
    from babel.dates import get_month_names

    return frozenset(
        name.casefold().rstrip(".")
        for code in available()
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale=code).values()
    )


def said(cell: str) -> str | None:
    """Return the words of a cell that :func:`text` made, ``None`` where it is empty."""
    if not cell:
        return None
    return cell[1:] if cell.startswith("'") else cell


def number(value: float | None) -> str:
    """Return a number as a cell: digits and a full stop, nothing where it is not known."""
    return "" if value is None else str(value)


def flag(value: bool) -> str:
    """Return "yes" or "no"."""
    return "yes" if value else "no"


def flag_said(cell: str) -> bool | None:
    """Return what a cell of yes or no says, ``None`` where it is neither."""
    word = cell.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def words(spans: Sequence[Span]) -> str:
    """Return the words of spans as one cell, a bar between two of them."""
    if not spans:
        return ""
    return text(BETWEEN.join(span.text.replace(_BAR, _BAR * 2) for span in spans))


def parts(cell: str) -> tuple[str, ...]:
    """Return the stretches of words of a cell that :func:`words` made."""
    told = said(cell)
    if told is None or not told.strip():
        return ()
    return tuple(one.replace(_BAR * 2, _BAR) for one in re.split(rf"\s+{_BAR}(?!{_BAR})\s+", told))


def places(spans: Iterable[Span]) -> str:
    """Return where spans stand: ``start-end``, a blank between two of them."""
    return " ".join(f"{span.start}:{span.end}" for span in spans)


def ids(values: Iterable[str]) -> str:
    """Return ids as one cell."""
    return " ".join(values)


def names(values: Iterable[str | None]) -> str:
    """Return names as one cell, a bar between two of them."""
    return text(BETWEEN.join(value.replace(_BAR, _BAR * 2) for value in values if value))
