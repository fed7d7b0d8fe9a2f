"""Days of a list, which may give the month or the year alone."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")


def first_day(written: str | None) -> date | None:
    """Return the first day that ``written`` (ISO 8601, whole or in part) means.

    Raises :class:`ValueError` for what is no date.
    """
    parts = _parts(written)
    return date(parts[0], parts[1] or 1, parts[2] or 1) if parts is not None else None


def last_day(written: str | None) -> date | None:
    """Return the last day that ``written`` means; raise :class:`ValueError` for no date."""
    parts = _parts(written)
    if parts is None:
        return None
    year, month, day = parts[0], parts[1] or 12, parts[2]
    return date(year, month, day or monthrange(year, month)[1])


def _parts(written: str | None) -> tuple[int, int, int] | None:
    if written is None or not written.strip():
        return None
    found = _DAY.fullmatch(written.strip())
    if found is None:
        raise ValueError(f"{written.strip()[:40]!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = (int(part or 0) for part in found.groups())
    if month > 12:
        raise ValueError(f"{written.strip()!r} has no such month")
    return year, month, day
