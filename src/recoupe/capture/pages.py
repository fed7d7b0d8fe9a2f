"""A page that was fetched to its capture, with the records of every exchange on the way."""

from __future__ import annotations

from recoupe.capture.fetching import Page
from recoupe.capture.mementos import memento_of
from recoupe.capture.warc.writing import records_of, response_id
from recoupe.model import Capture, Declared, make_capture


def capture_of(page: Page, source: str, media_type: str) -> Capture:
    """Return the capture of a page that ``source`` asked for, captured when it was asked for.

    Where a web archive sent it, the address it declares is that of the original, and
    ``archived_at`` says when the archive captured it; the archive's own address is in ``input``
    and in the records.
    """
    exchange = page.exchange
    memento = memento_of(exchange.head, page.url)
    original = memento.original if memento else None
    return make_capture(
        page.content,
        source=source,
        media_type=media_type,
        captured_at=exchange.at,
        declared=Declared(url=original or page.url),
        charset=exchange.charset,
        records=records_of(page.exchanges),
        record=response_id(exchange),
        archived_at=memento.archived_at if memento else None,
    )
