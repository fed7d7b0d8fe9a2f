"""What people and spreadsheets make of a cell, understood, or refused with the reason."""

from __future__ import annotations

import re
from typing import Final

from recoupe.errors import RecordError
from recoupe.export.tables import cells

_LONGEST: Final = 32_767
"""Characters that a spreadsheet keeps of a cell."""
_BLANKS: Final = re.compile(r"[\s\u00a0\u202f\u2009']+")
_WHOLE: Final = re.compile(r"-?\d+")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_NOTHING_AFTER: Final = re.compile(r"(\d+)[.,]0*")
_DEGREES: Final = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")
_POWER: Final = re.compile(r"\d+(?:[.,]\d+)?[eE][+-]?\d+")
_DATE: Final = re.compile(
    r"\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}"
    r"|\d{1,2}[- .](?:[^\W\d_]{3,9})\.?(?:[- .]\d{2,4})?"
    r"|(?:[^\W\d_]{3,9})\.?[- .]\d{2,4}"
)


def same(cell: str, before: str) -> bool:
    """Whether a cell says what it said, whatever a spreadsheet did to blanks and line ends."""
    return _even(cell) == _even(before) or _even(cells.said(cell) or "") == _even(
        cells.said(before) or ""
    )


def cut_off(cell: str, before: str) -> bool:
    """Whether a cell is the beginning of what it was, as far as a spreadsheet keeps it."""
    return len(before) > _LONGEST - 1 and before.startswith(cell.rstrip())


def blank(cell: str) -> bool:
    """Whether a cell says nothing."""
    return not cell.strip()


def count(cell: str) -> int | None:
    """Return a whole number, ``None`` for an empty cell.

    "1 200", "1,200", "1.200" and "1200.0" are 1200. Raises :class:`RecordError` for anything else,
    a date that was made of a number above all.
    """
    plain = _BLANKS.sub("", cell)
    if not plain:
        return None
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if _GROUPED.fullmatch(plain):
        return int(re.sub(r"[.,]", "", plain))
    if found := _NOTHING_AFTER.fullmatch(plain):
        return int(found[1])
    raise _refused(cell, "a whole number")


def degrees(cell: str) -> float | None:
    """Return a number with a full stop or a comma, ``None`` for an empty cell.

    Raises :class:`RecordError` for anything else.
    """
    plain = _BLANKS.sub("", cell)
    if not plain:
        return None
    if _DEGREES.fullmatch(plain):
        return float(plain.replace(",", ".").replace("−", "-"))
    raise _refused(cell, "a number")


def flag(cell: str) -> bool:
    """Return what yes or no says; raise :class:`RecordError` for anything else."""
    said = cells.flag_said(cell)
    if said is None:
        raise RecordError(f"{cell!r} is neither yes nor no", remedy="write yes or no")
    return said


def line(cell: str) -> str | None:
    """Return one line of text without blanks at its ends, ``None`` for an empty cell."""
    told = cells.said(cell.strip())
    return " ".join(told.split()) if told and told.strip() else None


def _even(cell: str) -> str:
    return " ".join(cell.split())


def _refused(cell: str, wanted: str) -> RecordError:
    if _POWER.fullmatch(cell.strip()):
        return RecordError(
            f"{cell!r} is a rounded number",
            remedy="the spreadsheet shortened it: write all digits, in a column of text",
        )
    if _DATE.fullmatch(cell.strip()):
        return RecordError(
            f"{cell!r} is a date",
            remedy="the spreadsheet made it of a number: write it anew, in a column of text",
        )
    return RecordError(f"{cell!r} is not {wanted}")
