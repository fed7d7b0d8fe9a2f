"""Dates as pages and people write them, to ISO 8601; and which of them can be."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from recoupe.errors import DateError
from recoupe.model.capture import calendar_day


def iso(stamp: str | None) -> str | None:
    """Return a stamp as an ISO 8601 date, or date and time with its zone where it states one.

    Reads ISO 8601 and the dates of mail and feeds (RFC 2822); ``None`` for anything else.
    """
    text = (stamp or "").strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            found = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
    if len(text) <= 10:
        return found.date().isoformat()
    return found.isoformat(timespec="minutes" if not found.second else "seconds")


def declared_date(stamp: str | None, *, today: date, where: str) -> str | None:
    """Return a publication date that a person or an input declares, in ISO 8601.

    Raises :class:`DateError` where it is no date, or later than ``today``: what is declared is
    meant, so a wrong one is not passed over.
    """
    if stamp is None:
        return None
    found = iso(stamp)
    if found is None:
        raise DateError(
            f"{stamp!r} is not a date",
            where=where,
            remedy="write it as YYYY-MM-DD, for instance 2022-05-05",
        )
    if calendar_day(found) > today:
        raise DateError(
            f"its publication date {found} is in the future", where=where, remedy="correct the date"
        )
    return found


def stated_date(stamp: str | None, *, today: date) -> str | None:
    """Return a date scraped from a page in ISO 8601; ``None`` where it is none, or to come.

    Mark-up is full of faults, so a date that cannot be is disregarded rather than an error.
    """
    found = iso(stamp)
    return found if found is not None and calendar_day(found) <= today else None
