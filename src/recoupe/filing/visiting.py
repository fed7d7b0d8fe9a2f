"""Pages that lists named: asked for, told from what is kept of them, filed where they altered."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from recoupe.article import to_article
from recoupe.capture.addresses import plain
from recoupe.capture.inputs import captures_of_page
from recoupe.errors import (
    HttpStatusError,
    RecoupeError,
    RedirectError,
    ReportError,
    ServerBusyError,
    StoreError,
    unforeseen,
)
from recoupe.filing.adding import Filed, file_reports
from recoupe.filing.asked import Asked
from recoupe.filing.following import following_of
from recoupe.filing.media import media_over
from recoupe.filing.noticing import Noticed, Outcome, Run, stamp
from recoupe.filing.schedule import LONGEST, page_back_off, page_pause
from recoupe.filing.witnessing import keep_answer, settle
from recoupe.model import Article, Capture, Failure
from recoupe.store.addresses import page_address, report_address, report_id
from recoupe.store.watched import Seen, Trouble, WatchedPage

if TYPE_CHECKING:
    from recoupe.capture.exchanges import Exchange
    from recoupe.capture.fetching import Known, NotModified, Page

logger = logging.getLogger(__name__)

_GONE: Final = frozenset({404, 410, 451})
_FOR_EVER: Final = frozenset({"page", "address_list"})
"""Kinds of list whose pages a person named: they are asked for until the list is ended."""


def visited(run: Run, pages: Sequence[WatchedPage]) -> Iterator[Noticed]:
    """Ask for pages that were claimed; yield what is noticed of each.

    Those that it does not come to, whyever it ends, are given back.
    """
    watches = {watch.id: watch for watch in run.store.watches()}
    grouped: dict[Asked, list[_Page]] = {}
    for page in _by_turns(pages):
        watch = watches.get(page.watch)
        asked = following_of(watch.options).asked if watch else Asked()
        grouped.setdefault(asked, []).append(
            _Page(page, for_ever=watch is not None and watch.kind in _FOR_EVER)
        )
    left = {page.url: page for page in pages}
    try:
        for asked, some in grouped.items():
            for noticed in _Visit(run, asked, some).noticed():
                left.pop(noticed.address, None)
                yield noticed
    finally:
        with suppress(StoreError):  # what is not given back is due when the claim is over
            run.store.release(tuple(left.values()))


def _by_turns(pages: Sequence[WatchedPage]) -> list[WatchedPage]:
    """Return pages so that one host after the other is asked, and none is waited for in vain."""
    hosts: dict[str, int] = {}
    turns = []
    for page in pages:
        host = urlsplit(page.url).netloc
        turns.append(hosts.get(host, 0))
        hosts[host] = turns[-1] + 1
    order = sorted(range(len(pages)), key=turns.__getitem__)
    return [pages[at] for at in order]


@dataclass(slots=True)
class _Page:
    """A page that is asked for; ``came`` is what to ask with next time, ``left`` its captures."""

    kept: WatchedPage
    for_ever: bool
    came: Known | None = None
    leads_to: str | None = None
    left: int = 0

    def due(self, at: datetime, *, altered: bool) -> str | None:
        """Return when it is asked for next, as it altered now or did not."""
        last = datetime.fromisoformat(max(self.kept.altered_at or "", self.kept.listed_at))
        unaltered = timedelta() if altered else max(at - last, timedelta())
        pause = page_pause(unaltered, for_ever=self.for_ever)
        return None if pause is None else stamp(at + pause)


class _Visit:
    """One going round of pages that are captured and read alike."""

    def __init__(self, run: Run, asked: Asked, pages: Sequence[_Page]) -> None:
        self._run = run
        self._asked = asked
        self._pages = pages
        self._network = run.network(asked)
        self._filed: deque[_Page] = deque()
        self._noticed: deque[Noticed] = deque()

    def noticed(self) -> Iterator[Noticed]:
        """Yield what is noticed of each page."""
        media = media_over(self._network) if self._asked.with_media else None
        filed = file_reports(
            self._captures(),
            self._run.store,
            self._asked.reading(self._run.today()),
            self._run.engine,
            author=self._run.author,
            media=media,
        )
        for one in filed:
            self._settle(one)
            yield from self._told()
        yield from self._told()

    def _told(self) -> Iterator[Noticed]:
        while self._noticed:
            yield self._noticed.popleft()

    def _captures(self) -> Iterator[Capture]:
        """Yield the captures of pages that are new or altered; note the others."""
        for page in self._pages:
            exchanges: list[Exchange] = []
            try:
                captures = self._ask(page, exchanges)
            except ReportError as error:
                self._failed(page, error, exchanges)
                continue
            page.left = len(captures)
            self._filed.extend([page] * page.left)
            yield from captures

    def _ask(self, page: _Page, exchanges: list[Exchange]) -> Sequence[Capture]:
        """Ask for a page; return what is to be filed of it, nothing where it is as it was."""
        from recoupe.capture.fetching import NotModified

        try:
            came = self._fetched(page, exchanges)
            if isinstance(came, NotModified):
                self._unaltered(page)
                return ()
            return self._of(page, came)
        except RecoupeError:
            raise
        except Exception as error:
            logger.debug("a page could not be asked for", exc_info=True)
            what = unforeseen(error, "").what
            raise ReportError(what, where=page.kept.url) from error

    def _fetched(self, page: _Page, exchanges: list[Exchange]) -> Page | NotModified:
        from recoupe.capture.fetching import Known

        kept = page.kept
        known = Known(plain(kept.url, where=kept.url), kept.etag, kept.modified)
        return self._network.fetcher.fetch_changed(kept.url, known, into=exchanges)

    def _of(self, page: _Page, came: Page) -> Sequence[Capture]:
        """Return what is to be filed of a page that came."""
        here, there = page.kept.url, page_address(came.url)
        page.came = came.known
        if there != here:
            if page.kept.seen_at is not None or _leads_up(here, there):
                self._led_away(page, came)
                return ()
            page.leads_to = there
        found = list(
            captures_of_page(came, here, declared=self._asked.declared, network=self._network)
        )
        captures = [one for one in found if isinstance(one, Capture)]
        if not captures:
            told = next((_why(one) for one in found if isinstance(one, Failure)), "is empty")
            raise ReportError(told, where=here)
        if len(captures) == 1 and self._is_kept(captures[0]):
            self._unaltered(page)
            return ()
        return captures

    def _is_kept(self, capture: Capture) -> bool:
        """Whether these bytes are kept, or others of the same page with the same words.

        Many pages are other bytes each time (a number for a form, an advertisement): that is no
        alteration.
        """
        store = self._run.store
        if store.knows(capture) is not None:
            return True
        with suppress(StoreError, ReportError):
            report = report_id(report_address(capture), "")
            latest = store.versions(report)[-1].article
            article = to_article(capture, today=self._run.today())
            return _said(article) == _said(store.machine_reading(latest).article)
        return False

    def _settle(self, filed: Filed) -> None:
        """Note what became of a capture, when it is the last of its page."""
        page = self._filed.popleft()
        page.left -= 1
        if page.left:
            return
        if isinstance(filed.result, Failure):
            self._note(page, "failed", Trouble("failed", _why(filed.result)))
        elif filed.result.outcome == "known":
            self._unaltered(page)
        else:
            self._note(page, filed.result.outcome)

    def _unaltered(self, page: _Page) -> None:
        if page.kept.failures:
            settle(self._run, page.kept)
        self._note(page, "unaltered")

    def _note(self, page: _Page, outcome: Outcome, trouble: Trouble | None = None) -> None:
        """Note that a page was there."""
        at, kept, came = self._run.clock(), page.kept, page.came
        altered = outcome == "version" or kept.taken_down
        seen = Seen(
            stamp(at),
            page.due(at, altered=altered),
            came.etag if came else kept.etag,
            came.modified if came else kept.modified,
            trouble=trouble,
            altered=altered,
        )
        if page.leads_to is not None:
            self._run.store.note_leads(kept, page.leads_to, seen)
        else:
            self._run.store.note_page(kept, seen, author=self._run.author)
        message = trouble.what if trouble else ""
        self._noticed.append(Noticed(kept.url, outcome, message=message))

    def _led_away(self, page: _Page, came: Page) -> None:
        """Note that the address of a page leads elsewhere now: to a page above it, or another."""
        here, there = page.kept.url, page_address(came.url)
        up = _leads_up(here, there)
        kind: Literal["gone", "moved"] = "gone" if up else "moved"
        trouble = Trouble(kind, f"its address leads to {there}")
        error = RedirectError(trouble.what, where=here)
        keep_answer(self._run, page.kept, trouble, error, came.exchanges)
        self._down(page, trouble, None if up else there)

    def _down(self, page: _Page, trouble: Trouble, leads_to: str | None = None) -> None:
        """Note that a page is not there; that is news only of one that was."""
        at, kept = self._run.clock(), page.kept
        altered = not kept.taken_down
        seen = Seen(
            stamp(at),
            None if leads_to else page.due(at, altered=altered),
            trouble=trouble,
            there=False,
            altered=altered and kept.seen_at is not None,
            leads_to=leads_to,
        )
        self._run.store.note_page(kept, seen, author=self._run.author)
        outcome: Outcome = "moved" if leads_to else "gone"
        told = outcome if kept.seen_at is not None else "failed"
        self._noticed.append(Noticed(kept.url, told, message=trouble.what))

    def _failed(self, page: _Page, error: ReportError, exchanges: Sequence[Exchange]) -> None:
        """Note that a page could not be had: it is gone, or worth another try later."""
        at, kept = self._run.clock(), page.kept
        status = exchanges[-1].status if exchanges else None
        if isinstance(error, HttpStatusError) and status in _GONE:
            gone = Trouble("gone", f"the server answers {status}")
            keep_answer(self._run, kept, gone, error, exchanges)
            self._down(page, gone)
            return
        trouble = Trouble("failed", error.what)
        keep_answer(self._run, kept, trouble, error, exchanges)
        wait = error.wait if isinstance(error, ServerBusyError) else None
        if not error.retryable:
            wait = LONGEST.total_seconds()
        pause = page_back_off(kept.failures + 1, wait)
        seen = Seen(
            stamp(at),
            None if pause is None else stamp(at + pause),
            kept.etag,
            kept.modified,
            failures=kept.failures + 1,
            trouble=kept.trouble if kept.taken_down else trouble,
            there=False,
        )
        self._run.store.note_page(kept, seen, author=self._run.author)
        self._noticed.append(Noticed(kept.url, "failed", message=error.what))


def _said(article: Article) -> tuple[object, ...]:
    """Return what makes two captures of a page the same to a reader."""
    return (
        article.text,
        article.title,
        article.outlet,
        article.byline,
        article.published,
        article.modified,
        article.withdrawn,
    )


def _leads_up(here: str, there: str) -> bool:
    """Whether an address leads to a page above it, as those of pages do that were taken down."""
    path, above = urlsplit(here).path.strip("/"), urlsplit(there).path.strip("/")
    return not above or (f"{path}/".startswith(f"{above}/") and path != above)


def _why(failure: Failure) -> str:
    """Return what is wrong, without where."""
    return failure.message.removeprefix(f"{failure.input}: ")
