"""When a list or a page is asked again: sooner while it alters, later while it does not."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

USUAL: Final = timedelta(minutes=30)
"""Between two looks at a list that says nothing of it."""
SHORTEST: Final = timedelta(minutes=10)
LONGEST: Final = timedelta(days=1)
"""Bounds of what a list may ask for; a list in trouble is asked once in the longest time."""
FIRST: Final = timedelta(hours=1)
"""From the first look at a page, or its last alteration, to the next."""
LAST: Final = timedelta(days=27)
"""A page unaltered for longer is asked for no more: it was, after 1 h, 3 h, 9 h, 27 h, … 30 d."""
RAREST: Final = timedelta(days=9)
"""Between two looks at a page that somebody named: it is asked for until the list is ended."""
_TRY_AGAIN: Final = timedelta(minutes=15)
_TRIES: Final = 20
"""Failures in a row after which a page is given up: some two weeks."""


def list_pause(wanted: float | None, said: timedelta | None) -> timedelta:
    """Return the time to the next look at a list.

    ``wanted`` are the seconds that the list asks for, ``said`` what a person said over it.
    """
    if said is not None:
        return said
    if wanted is None:
        return USUAL
    return min(max(timedelta(seconds=wanted), SHORTEST), LONGEST)


def list_back_off(pause: timedelta, failures: int, wait: float | None) -> timedelta:
    """Return the time to the next try of a list that failed so often in a row.

    ``wait`` are the seconds that the server asked for, if it did.
    """
    longer = min(pause * _doubled(failures), max(LONGEST, pause))
    return max(longer, _seconds(wait))


def page_pause(unaltered: timedelta, *, for_ever: bool) -> timedelta | None:
    """Return the time to the next look at a page unaltered for so long, ``None`` if none is due.

    Each look comes when three times as much time has passed as at the one before.
    """
    if for_ever:
        return min(max(FIRST, 2 * unaltered), RAREST)
    return None if unaltered > LAST else max(FIRST, 2 * unaltered)


def page_back_off(failures: int, wait: float | None) -> timedelta | None:
    """Return the time to the next try of a page that failed so often in a row, ``None`` if none is.

    ``wait`` are the seconds that the server asked for, if it did.
    """
    if failures > _TRIES:
        return None
    return max(min(_TRY_AGAIN * _doubled(failures - 1), LONGEST), _seconds(wait))


def _doubled(times: int) -> int:
    return 1 << min(times, 10)


def _seconds(wait: float | None) -> timedelta:
    """Return what a server asks to wait, which is never more than the longest pause of a page."""
    return min(timedelta(seconds=min(wait or 0.0, 1e6)), RAREST)
