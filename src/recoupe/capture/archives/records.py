"""The records of one archive to captures: its pages, each with the records of its exchange."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime

from recoupe.capture.archives.account import Account, Held
from recoupe.capture.archives.cutting import Broken, Cut, Cutter
from recoupe.capture.archives.digests import check_digests
from recoupe.capture.archives.exchanges import with_requests
from recoupe.capture.archives.heads import archived_at, date_of
from recoupe.capture.archives.keeping import kept, record_name
from recoupe.capture.archives.pages import HOLDING, is_hash, page_type, passed_over
from recoupe.capture.archives.payloads import Payload, bodies_of, opening_of, uncoded
from recoupe.capture.archives.places import Placed, placed, until
from recoupe.capture.archives.revisits import Originals, Reread
from recoupe.capture.archives.streams import Source
from recoupe.capture.limits import Limits
from recoupe.capture.sniffing import MediaType, refuse_binary
from recoupe.errors import BinaryInputError, MalformedInputError, RecoupeError, unforeseen
from recoupe.model import Capture, Declared, Failure, WarcRecord, failure, make_capture

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was found: its own record's number, head and time, and what it holds."""

    cut: Cut
    date: datetime
    payload: Payload
    media_type: MediaType
    body: bytes


@dataclass(slots=True)
class Archive:
    """One archive that is read: ``source`` is its input, ``said`` what a person says of it all.

    ``begun`` is told the number of each record before it is looked into; an error that it returns
    stands in the record's place, which is not looked into then.
    """

    source: str
    said: Declared
    limits: Limits
    account: Account
    originals: Originals = field(default_factory=Originals)
    number: int = 0
    begun: Callable[[int], RecoupeError | None] = lambda _number: None

    def captures(self, source: Source, reread: Reread | None) -> Iterator[Capture | Failure]:
        """Yield the pages of the records in a stream, and a failure for each that is broken.

        Records are numbered on from those that came before. ``reread`` reads one again by its
        place, where that can be done.
        """
        for found in self.placed(source, reread):
            yield found.item

    def placed(
        self, source: Source, reread: Reread | None, last: int | None = None
    ) -> Iterator[Placed]:
        """Yield what :meth:`captures` does with where it stands, up to record number ``last``."""
        cutter = Cutter(source, where=self.source, limits=self.limits, first=self.number)
        for record, request in with_requests(until(cutter, last)):
            if (found := self._looked_at(record, request, reread)) is not None:
                yield found
        self.number = cutter.number

    def is_page(self, cut: Cut) -> bool:
        """Whether a record holds a page that can be read."""
        try:
            return isinstance(self._page(cut, f"{self.source}#{cut.number}"), _Page)
        except Exception:
            logger.debug("a record could not be looked at", exc_info=True)
            return False

    def _looked_at(
        self, record: Cut | Broken, request: Cut | None, reread: Reread | None
    ) -> Placed | None:
        if isinstance(record, Broken):
            return self._failed(record.error, record)
        if (error := self.begun(record.number)) is not None:
            return self._failed(error, record)
        return self._captured(record, request, reread)

    def _failed(self, error: RecoupeError, record: Cut | Broken) -> Placed:
        self.account.held["broken"] += 1
        named = record.head.id if isinstance(record, Cut) else None
        where = f"{self.source}#{record.number}"
        return Placed(failure(error, where, named), record.number)

    def first(self, source: Source) -> Cut | None:
        """Return the first record of a stream, ``None`` where it is broken."""
        cutter = Cutter(source, where=self.source, limits=self.limits)
        found = next(iter(cutter), None)
        return found if isinstance(found, Cut) else None

    def _captured(self, cut: Cut, request: Cut | None, reread: Reread | None) -> Placed | None:
        """Return the capture of a record, or its failure; nothing where it is passed over."""
        where = f"{self.source}#{cut.number}"
        try:
            original = self.originals.of(cut.head) if cut.head.type == "revisit" else None
            found = self._page(original or cut, where)
            if isinstance(found, _Page):
                self.account.held["known" if original else "page"] += 1
                self.originals.note(cut, reread)
                return placed(self._made(found, cut, request, where), cut, request, original)
        except RecoupeError as error:
            return self._failed(error, cut)
        except Exception as error:
            logger.debug("a record could not be captured", exc_info=True)
            return self._failed(unforeseen(error, where), cut)
        self.account.held[found] += 1
        logger.debug("%s is passed over: %s", where, found)
        return None

    def _page(self, cut: Cut, where: str) -> _Page | Held:
        """Return the page that a record holds, or why it is passed over."""
        holds = cut.head.type in HOLDING
        opening = opening_of(cut, where=where, limits=self.limits) if holds else None
        why = passed_over(cut, opening)
        if why is not None or opening is None:
            return why or "other"
        if not cut.whole:
            if not opening.coded and _is_binary(opening.content, where):
                return "data"
            self.limits.check_bytes(cut.block + cut.head.length, where)
        payload = uncoded(opening, cut, where=where, limits=self.limits)
        media_type, held = page_type(payload, cut.head.url, where=where)
        if media_type is None:
            return held
        bodies = bodies_of(cut, where=where, limits=self.limits)
        check_digests(cut.head, cut.content[cut.block :], bodies, where=where)
        return _Page(cut, date_of(cut.head, where=where), payload, media_type, opening.content)

    def _made(self, page: _Page, cut: Cut, request: Cut | None, where: str) -> Capture:
        """Return the capture of a page that ``cut`` found, itself or once more."""
        found = date_of(cut.head, where=where)
        own = Declared(url=None if is_hash(cut.head.url) else cut.head.url)
        told = {one.name: getattr(self.said, one.name) for one in fields(Declared)}
        return make_capture(
            page.payload.content,
            source=where,
            media_type=page.media_type,
            captured_at=found,
            declared=replace(own, **{name: one for name, one in told.items() if one is not None}),
            charset=page.payload.charset,
            records=_records(page, cut, request, found),
            record=record_name(page.cut),
            archived_at=archived_at(page.payload.memento),
        )


def _records(page: _Page, cut: Cut, request: Cut | None, found: datetime) -> tuple[WarcRecord, ...]:
    asked = () if request is None else (kept(request, _stamp(_date_or(request, found))),)
    again = () if cut is page.cut else (kept(cut, _stamp(found)),)
    return (*asked, *again, kept(page.cut, _stamp(page.date), page.payload, page.body))


def _date_or(cut: Cut, other: datetime) -> datetime:
    try:
        return date_of(cut.head, where="")
    except MalformedInputError:
        return other


def _stamp(found: datetime) -> str:
    return found.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _is_binary(content: bytes, where: str) -> bool:
    try:
        refuse_binary(content, where=where)
    except BinaryInputError:
        return True
    return False
