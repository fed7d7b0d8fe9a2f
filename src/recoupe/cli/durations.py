"""Lengths of time as people type them: 90s, 30m, 2h, 1d."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from recoupe.errors import UsageError

_TYPED: Final = re.compile(r"(\d{1,6})\s*([smhdw])", re.I)
_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def duration(text: str, *, option: str, least: timedelta = timedelta(seconds=1)) -> timedelta:
    """Return the length of time that somebody typed; raise :class:`UsageError` where it is none."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise UsageError(
            f"{text!r} is no length of time", where=option, remedy="write 90s, 30m, 2h or 1d"
        )
    length = timedelta(**{_UNITS[found.group(2).lower()]: int(found.group(1))})
    if length < least:
        raise UsageError(
            f"is less than {least.total_seconds():g} seconds",
            where=option,
            remedy="leave servers more time",
        )
    return length
