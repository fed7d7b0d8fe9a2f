"""Captures into a casefile: what is known is passed over, the rest read and kept as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from recoupe.capture.archives import Accounts
from recoupe.engine import Engine
from recoupe.filing.crediting import with_credentials
from recoupe.filing.media import Media
from recoupe.filing.showing import keep_shown
from recoupe.flow import ReadOptions, Result, read_captures
from recoupe.model import Capture, Failure
from recoupe.store import Store
from recoupe.store.records import Added

TOGETHER: Final = 64
"""Known inputs noted in one transaction: those noted last may be noted again after a crash."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one input: where it is kept, or why it could not be read.

    ``beside`` is what its page shows and could not be fetched.
    """

    input: str
    result: Added | Failure
    beside: tuple[Failure, ...] = ()


def file_reports(
    captures: Iterable[Capture | Failure],
    store: Store,
    options: ReadOptions,
    engine: Engine,
    *,
    author: str,
    job: str | None = None,
    accounts: Accounts | None = None,
    media: Media | None = None,
    beside: bool = False,
) -> Iterator[Filed]:
    """Yield what became of each capture, in order, when it is kept.

    What the store knows is not read. Each of the others is kept in a transaction of its own when it
    has been read, or the failure with its bytes; no more are held than the engine reads at once.
    Broken off anywhere and run again, it goes on: what was read and not yet kept is read again.
    Pages of a web archive that are no reports are counted in ``accounts``, and not kept.
    What pages show is kept with them where there is a ``media`` that fetches it, and what lies
    ``beside`` the files of reports, where a person named those by their paths.
    Raises :class:`StoreError` where something cannot be kept; nothing is half kept then.
    """
    filing = _Filing(store, author, job, accounts or Accounts(), media=media, beside=beside)
    stream = iter(captures)
    for item in stream:
        if (filed := filing.known(item)) is None:
            yield from filing.read(chain((item,), stream), options, engine)
            break
        yield filed
    filing.note()


class _Filing:
    """One run: what is met in the order of captures, and what waits to be noted."""

    def __init__(
        self,
        store: Store,
        author: str,
        job: str | None,
        accounts: Accounts,
        *,
        media: Media | None = None,
        beside: bool = False,
    ) -> None:
        self._store = store
        self._media = media
        self._beside = beside
        self._accounts = accounts
        self._author = author
        self._job = job
        self._met: deque[Filed | None] = deque()
        self._passed: list[str] = []

    def known(self, item: Capture | Failure) -> Filed | None:
        """Return where a capture is kept already, if it is."""
        if isinstance(item, Failure) or (added := self._store.knows(item)) is None:
            return None
        self._passed.append(item.input)
        if len(self._passed) == TOGETHER:
            self.note()
        return Filed(item.input, added)

    def note(self) -> None:
        """Let the store note what was known."""
        if self._passed:
            self._store.note_known(self._passed, job=self._job)
            self._passed.clear()

    def read(
        self, items: Iterable[Capture | Failure], options: ReadOptions, engine: Engine
    ) -> Iterator[Filed]:
        """Yield what became of each item, in order."""
        for result in read_captures(self._unknown(items), options, engine):
            yield from self._known_before()
            self._met.popleft()
            if (filed := self._kept(result)) is not None:
                yield filed
        yield from self._known_before()

    def _unknown(self, items: Iterable[Capture | Failure]) -> Iterator[Capture | Failure]:
        """Pass on what is to be read; it leaves a gap among what was met."""
        for item in items:
            filed = self.known(item)
            self._met.append(filed)
            if filed is None:
                yield item

    def _known_before(self) -> Iterator[Filed]:
        while self._met and (filed := self._met[0]) is not None:
            self._met.popleft()
            yield filed

    def _kept(self, result: Result) -> Filed | None:
        """Keep what became of an item, and return it; what is passed over is counted alone."""
        capture, read = result
        if isinstance(read, Failure):
            if read.passed:
                self._accounts.passed(read.input, read.kind)
                return None
            self._store.add_failure(read, author=self._author, capture=capture, job=self._job)
            return Filed(read.input, read)
        assert capture is not None  # noqa: S101 - only failures have none
        beside: tuple[Failure, ...] = ()
        if self._media is not None:
            capture, beside = self._media(capture, read)
        read = with_credentials(capture, read)
        added = self._store.add_report(capture, read, author=self._author, job=self._job)
        keep_shown(self._store, capture, read.article, author=self._author, beside=self._beside)
        return Filed(capture.input, added, beside)
