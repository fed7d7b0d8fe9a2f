"""A web archive read once more, for what its pages show: after them it is known what that is."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote, urldefrag

from recoupe.capture.archives.account import Account, Accounts
from recoupe.capture.archives.cutting import Cut, Cutter
from recoupe.capture.archives.digests import check_digests
from recoupe.capture.archives.packages import package_sources
from recoupe.capture.archives.payloads import bodies_of, opening_of, uncoded
from recoupe.capture.archives.streams import Source, opened
from recoupe.capture.limits import Limits

logger = logging.getLogger(__name__)

_CHUNK: Final = 1 << 16
_HOLDING: Final = frozenset({"response", "resource"})
_AS_IT_IS: Final = "!#$%&'()*+,/:;=?@[]~"
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


def asked_as(url: str) -> str:
    """Return an address as a browser asks for it: without a fragment, other letters encoded."""
    return quote(urldefrag(url).url, safe=_AS_IT_IS)


def shown_in(
    account: Account, wanted: Collection[str], limits: Limits, accounts: Accounts
) -> Iterator[tuple[str, bytes]]:
    """Yield what an archive holds at ``wanted`` addresses that is no page, one at a time, in order.

    Addresses are as :func:`asked_as` makes them; the caller takes out those that it has, and
    reading ends where none are left. What is broken or larger than a picture or film may be is left
    out. How far it is read is told as for its pages; what was not looked for, because the file
    cannot be read a second time, is counted in the account.
    """
    if account.path is None or not account.path.is_file():
        account.unsought += len(wanted)
        return
    before, account.read, account.again = account.read, 0, True
    try:
        counted = partial(_counted, account=account, accounts=accounts)
        for source in _sources(account.path, account, counted, limits):
            yield from _of_source(source, wanted, limits.of_media(limits.max_media_total))
    except OSError:
        logger.debug("an archive could not be read again", exc_info=True)
        account.unsought += len(wanted)
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


def _of_source(
    source: Source, wanted: Collection[str], limits: Limits
) -> Iterator[tuple[str, bytes]]:
    for cut in Cutter(source, where="", limits=limits):
        if not wanted:
            return
        if not isinstance(cut, Cut) or not cut.whole or cut.head.url is None:
            continue
        url = asked_as(cut.head.url)
        if cut.head.type not in _HOLDING or url not in wanted:
            continue
        try:
            content = _content(cut, url, limits)
        except Exception:
            logger.debug("what a page shows is broken: %s", url, exc_info=True)
            continue
        if content:
            yield url, content


def _content(cut: Cut, url: str, limits: Limits) -> bytes | None:
    """Return what a record holds, checked and without its codings; ``None`` of what is a page.

    Raises an error where it is broken, or unpacks to more than the limit.
    """
    opening = opening_of(cut, where=url, limits=limits)
    if opening.status not in {None, 200} or opening.media_type in _PAGES:
        return None
    bodies = bodies_of(cut, where=url, limits=limits)
    check_digests(cut.head, cut.content[cut.block :], bodies, where=url)
    return uncoded(opening, cut, where=url, limits=limits).content


def _counted(stream: Iterator[bytes], *, account: Account, accounts: Accounts) -> Iterator[bytes]:
    for chunk in stream:
        account.read += len(chunk)
        accounts.moved(account)
        yield chunk
