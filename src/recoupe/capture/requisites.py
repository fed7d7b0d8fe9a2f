"""Pictures, films and recordings that a page shows, fetched beside it and kept with its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from recoupe.capture.network import Network
from recoupe.errors import BinaryInputError, ReportError, TooLargeError
from recoupe.model import Capture, Failure, WarcRecord, failure

if TYPE_CHECKING:
    from recoupe.capture.exchanges import Exchange

_ACCEPT: Final = "image/*,video/*,audio/*;q=0.9,*/*;q=0.1"
_FAMILIES: Final = frozenset({"image", "video", "audio"})
_ANY: Final = "application/octet-stream"
"""What servers call a file that they know nothing of."""


def with_requisites(
    capture: Capture, urls: Sequence[str], network: Network
) -> tuple[Capture, tuple[Failure, ...]]:
    """Return a capture with the records of what its page shows; and what could not be fetched.

    They are fetched like pages, under the same guard, and stand behind the page's own records in
    the order of ``urls``, each once. Of one that could not be fetched there is what its server
    answered, and a metadata record that says why.
    """
    records: list[WarcRecord] = []
    failures: list[Failure] = []
    for found, failed in _fetched(capture, tuple(dict.fromkeys(urls)), network):
        records += found
        failures += [failed] if failed else []
    return replace(capture, records=(*capture.records, *records)), tuple(failures)


def _fetched(
    capture: Capture, urls: Sequence[str], network: Network
) -> Iterator[tuple[Sequence[WarcRecord], Failure | None]]:
    from recoupe.capture.warc.writing import records_of

    limits = network.limits
    left = limits.max_media_total
    for url in urls[: limits.max_media]:
        exchanges: list[Exchange] = []
        try:
            _fetch(url, left, exchanges, network)
        except ReportError as error:
            failed = failure(error, url)
            yield (*records_of(exchanges), _note(capture, url, error)), failed
        else:
            yield records_of(exchanges), None
        left -= sum(len(exchange.body) for exchange in exchanges)
    if len(urls) > limits.max_media:
        more = TooLargeError(
            f"shows {len(urls)} pictures, films and recordings, of which "
            f"{limits.max_media} are fetched",
            where=capture.input,
            remedy="raise the limit with RECOUPE_MAX_MEDIA",
        )
        yield (), failure(more, capture.input)


def _fetch(url: str, left: int, exchanges: list[Exchange], network: Network) -> None:
    """Fetch one; raise the :class:`ReportError` that fits where it is none of these, or too big."""
    limits = network.limits
    within = limits.of_media(left)
    if left <= 0:
        within.check_bytes(1, url)
    page = network.fetcher.fetch(url, into=exchanges, accept=_ACCEPT, limits=within)
    media_type = page.exchange.media_type or _ANY
    if media_type.partition("/")[0] not in _FAMILIES and media_type != _ANY:
        raise BinaryInputError(
            f"is {media_type}, no picture, film or recording",
            where=url,
            remedy="open it in a browser and add what it shows by hand",
        )


def _note(capture: Capture, url: str, error: ReportError) -> WarcRecord:
    from recoupe.capture.warc.writing import note_of

    told = (("via", capture.declared.url or capture.input), ("hopsFromSeed", "E"))
    return note_of(url, datetime.now(UTC), (*told, ("error", str(error))))
