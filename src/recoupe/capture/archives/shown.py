"""A web archive read once more, for what its pages show: after them it is known what that is."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote, urldefrag, urljoin

from recoupe.capture.archives.account import Account, Accounts
from recoupe.capture.archives.cutting import Broken, Cut, Cutter
from recoupe.capture.archives.digests import check_digests
from recoupe.capture.archives.exchanges import with_requests
from recoupe.capture.archives.heads import date_of
from recoupe.capture.archives.keeping import kept
from recoupe.capture.archives.packages import package_sources
from recoupe.capture.archives.payloads import Payload, bodies_of, opening_of, uncoded
from recoupe.capture.archives.streams import Source, opened
from recoupe.capture.limits import Limits
from recoupe.capture.warc.heads import http_head
from recoupe.model import WarcRecord

logger = logging.getLogger(__name__)

_CHUNK: Final = 1 << 16
_HOLDING: Final = frozenset({"response", "resource"})
_AS_IT_IS: Final = "!#$%&'()*+,/:;=?@[]~"
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_LEADING: Final = frozenset({301, 302, 303, 307, 308})
_READINGS: Final = 3
"""How often an archive is read for what its pages show: redirects may lead back in it."""
_HOPS: Final = 10


@dataclass(frozen=True, slots=True)
class Held:
    """What an archive holds at an address: its bytes without codings, and the records of the way.

    ``records`` are those of redirects first, requests before their answers.
    """

    url: str
    content: bytes
    records: tuple[WarcRecord, ...]


def asked_as(url: str) -> str:
    """Return an address as a browser asks for it: without a fragment, other letters encoded."""
    return quote(urldefrag(url).url, safe=_AS_IT_IS)


def shown_in(
    account: Account, wanted: Collection[str], limits: Limits, accounts: Accounts
) -> Iterator[Held]:
    """Yield what an archive holds at ``wanted`` addresses that is no page, one at a time, in order.

    Addresses are as :func:`asked_as` makes them; the caller takes out those that it has, and
    reading ends where none are left. Redirects are followed within the archive: where one leads to
    a record that stands before it, the archive is read again for that. What is broken or larger
    than a picture or film may be is left out. How far it is read is told as for its pages. Raises
    :class:`OSError` where the file cannot be read a second time.
    """
    if account.path is None:
        raise FileNotFoundError("it was piped in")
    looking = _Looking(wanted, limits.of_media(limits.max_media_total))
    before, account.read, account.again = account.read, 0, True
    try:
        for _ in range(_READINGS):
            account.read = 0
            counted = partial(_counted, account=account, accounts=accounts)
            for source in _sources(account.path, account, counted, limits):
                yield from looking.through(source)
            if not looking.again():
                return
    finally:
        account.read, account.again = before, False


def _sources(
    path: Path,
    account: Account,
    counted: Callable[[Iterator[bytes]], Iterator[bytes]],
    limits: Limits,
) -> Iterator[Source]:
    if account.kind == "wacz":
        yield from package_sources(path, str(path), counted, limits)
    elif account.kind is not None:
        with path.open("rb") as file:
            chunks = counted(iter(partial(file.read, _CHUNK), b""))
            yield opened(chunks, account.kind, limits, account.size)


@dataclass(slots=True)
class _Looking:
    """What is looked for: ``wanted``, and where redirects of it lead.

    ``led`` are the wanted addresses that lead to another one, by that one; ``ways`` the records of
    the redirects on the way of each; ``new`` where redirects lead that were met in this reading.
    """

    wanted: Collection[str]
    limits: Limits
    led: dict[str, set[str]] = field(default_factory=dict)
    ways: dict[str, tuple[WarcRecord, ...]] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)

    def through(self, source: Source) -> Iterator[Held]:
        """Yield what a stream of records holds of what is looked for."""
        cutter = Cutter(source, where="", limits=self.limits)
        for cut, request in with_requests(self._near(cutter)):
            if not self.wanted:
                return
            if not isinstance(cut, Cut) or cut.head.url is None or cut.head.type == "request":
                continue
            url = asked_as(cut.head.url)
            if not (asked := self._asked(url)):
                continue
            try:
                found = self._found(cut, request, url, asked)
            except Exception:
                logger.debug("what a page shows is broken: %s", url, exc_info=True)
                continue
            if found is not None:
                content, records = found
                for one in asked:
                    way = () if one == url else self.ways[one]
                    yield Held(one, content, (*way, *records))

    def again(self) -> bool:
        """Whether there is somewhere to look that nobody looked at; it is looked at next."""
        left = any(self._asked(url) for url in self.new)
        self.new.clear()
        return left

    def _near(self, cutter: Cutter) -> Iterator[Cut | Broken]:
        """Yield the records at addresses that are looked for, so that no others are held."""
        for cut in cutter:
            if not self.wanted:
                return
            if isinstance(cut, Cut) and cut.whole and cut.head.url is not None:
                holds = cut.head.type in _HOLDING or cut.head.type == "request"
                if holds and self._asked(asked_as(cut.head.url)):
                    yield cut

    def _asked(self, url: str) -> list[str]:
        """Return the wanted addresses that a record at an address is of."""
        led = sorted(one for one in self.led.get(url, ()) if one in self.wanted)
        return [url, *led] if url in self.wanted else led

    def _found(
        self, cut: Cut, request: Cut | None, url: str, asked: list[str]
    ) -> tuple[bytes, tuple[WarcRecord, ...]] | None:
        """Return what a record holds, with its records; ``None`` of what is a page, or leads on."""
        opening = opening_of(cut, where=url, limits=self.limits)
        if opening.status in _LEADING:
            self._follow(_records(cut, request, opening, opening.content), url, asked)
            return None
        if opening.status not in {None, 200} or opening.media_type in _PAGES:
            return None
        bodies = bodies_of(cut, where=url, limits=self.limits)
        check_digests(cut.head, cut.content[cut.block :], bodies, where=url)
        payload = uncoded(opening, cut, where=url, limits=self.limits)
        if not payload.content:
            return None
        return payload.content, _records(cut, request, payload, opening.content)

    def _follow(self, records: tuple[WarcRecord, ...], url: str, asked: list[str]) -> None:
        """Look from now on where a redirect leads, too; the first of an address counts."""
        head = http_head(records[-1])
        location = (head.field("Location") if head else None) or ""
        there = asked_as(urljoin(url, location))
        for one in asked:
            way = self.ways.get(one, ())
            known = any(asked_as(each.url or "") in {url, there} for each in way)
            if location and there != one and not known and len(way) < 2 * _HOPS:
                self.ways[one] = (*way, *records)
                self.led.setdefault(there, set()).add(one)
                self.new.add(there)


def _records(
    cut: Cut, request: Cut | None, payload: Payload, body: bytes
) -> tuple[WarcRecord, ...]:
    """Return an answer as it is kept, behind the request that it answers."""
    asked = () if request is None else (kept(request, _stamp(request)),)
    return (*asked, kept(cut, _stamp(cut), payload, body))


def _stamp(cut: Cut) -> str:
    """Return when a record was made; raise :class:`MalformedInputError` where it does not say."""
    return date_of(cut.head, where="").isoformat().replace("+00:00", "Z")


def _counted(stream: Iterator[bytes], *, account: Account, accounts: Accounts) -> Iterator[bytes]:
    for chunk in stream:
        account.read += len(chunk)
        accounts.moved(account)
        yield chunk
