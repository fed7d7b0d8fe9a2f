"""A few bytes to a server that somebody named, and what it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from recoupe.capture.addresses import parsed, target
from recoupe.capture.asking import ask
from recoupe.capture.connecting import Wire
from recoupe.capture.limits import Limits
from recoupe.capture.trips import Trip
from recoupe.errors import HttpStatusError, UnreachableError
from recoupe.version import __version__

_MOST: Final = 200_000
"""Bytes of an answer; tokens have some thousands."""


def answer(
    url: str,
    content: bytes | None = None,
    *,
    media_type: str = "application/octet-stream",
    accept: str = "*/*",
    allow_private: bool = False,
) -> bytes:
    """Return what the server at ``url`` answers to ``content``, or where that is ``None``, to GET.

    No redirect is followed. Raises the :class:`FetchError` that fits: the address is private, the
    server cannot be reached, takes too long or answers anything but 200.
    """
    limits = replace(Limits.from_environment(), max_bytes=_MOST)
    trip = Trip(url, limits, [])
    here = parsed(url, where=url)
    goal = target(url, where=url, allow_private=allow_private, seconds=trip.left())
    fields = [("User-Agent", f"recoupe/{__version__}"), ("Accept", accept)]
    if content is not None:
        fields.append(("Content-Type", media_type))
    wire = Wire(goal, trip.left, where=url, limits=limits)
    exchange, error = ask(here, fields, wire, limits, content=content)
    if error is not None:
        raise error
    if exchange is None:
        raise UnreachableError("gave no answer", where=url, remedy="try again later")
    if exchange.status != 200:
        raise HttpStatusError(
            f"the server answers {exchange.status}",
            where=url,
            remedy="check its address, or try again later",
        )
    return exchange.payload
