"""Following lists: those due are asked, the pages they name are asked, again and again.

All state is in the casefile. What is due is claimed for :data:`LEASE`: no other watcher asks for it
meanwhile, and should this one die, anybody does after that.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from recoupe.capture import Network
from recoupe.capture.watching import Came, Entry, ask_list
from recoupe.engine import Engine
from recoupe.errors import RecoupeError, ReportError, ServerBusyError, unforeseen
from recoupe.filing.following import Following, following_of
from recoupe.filing.noticing import Clock, Noticed, Run, Waiting, now_in_utc, stamp
from recoupe.filing.schedule import LONGEST, SHORTEST, list_back_off, list_pause
from recoupe.filing.visiting import visited
from recoupe.store import Store
from recoupe.store.addresses import input_of
from recoupe.store.watched import Listed, Seen, Trouble, Watch

logger = logging.getLogger(__name__)

LEASE: Final = timedelta(minutes=30)
"""For how long what is due is claimed."""
TOGETHER: Final = 64
"""Pages claimed at once: fetched and read well within the time of a claim."""
NEVER: Final = "9999-12-31T00:00:00.000000+00:00"
"""When the list is due that is one page itself: only the page is asked again."""
_LOOK: Final = 60.0
"""Seconds after which a watcher that waits looks whether something new is due."""


class Watcher:
    """Follows the lists of one casefile."""

    def __init__(
        self,
        store: Store,
        engine: Engine,
        *,
        author: str,
        today: Callable[[], date],
        clock: Clock = now_in_utc,
    ) -> None:
        networks = Network(), Network(allow_private=True)
        self._run = Run(store, engine, author, today, clock, *networks)

    def round(self, *, limit: int) -> Iterator[Noticed]:
        """Ask all lists that are due, then at most ``limit`` pages; yield what is noticed.

        Broken off anywhere, the next round goes on. Raises :class:`StoreError` where something
        cannot be kept.
        """
        yield from self.lists()
        at, left = self._run.clock(), limit
        while left > 0:
            most = min(left, TOGETHER)
            pages = self._run.store.claim_pages(stamp(at), stamp(at + LEASE), limit=most)
            if not pages:
                return
            left -= len(pages)
            yield from visited(self._run, pages)

    def lists(self) -> Iterator[Noticed]:
        """Ask all lists that are due; yield what is noticed of each."""
        at = self._run.clock()
        while (watch := self._run.store.claim_list(stamp(at), stamp(at + LEASE))) is not None:
            following = following_of(watch.options)
            try:
                came = self._asked(watch, following)
                yield self._noted(watch, following, came)
            except ReportError as error:
                yield self._failed(watch, following, error)

    def _asked(self, watch: Watch, following: Following) -> Came:
        address = input_of(watch.address)
        try:
            came = ask_list(
                address,
                self._run.network(following.asked),
                etag=watch.etag,
                modified=watch.modified,
                since=watch.seen_at,
            )
        except RecoupeError:
            raise
        except Exception as error:
            logger.debug("a list could not be read", exc_info=True)
            raise ReportError(unforeseen(error, address).what, where=address) from error
        if came.listing is not None and came.listing.kind == "page" and _was_list(watch):
            raise ReportError("names no articles any more", where=address)
        return came

    def _noted(self, watch: Watch, following: Following, came: Came) -> Noticed:
        at = self._run.clock()
        listing = came.listing
        wanted = listing.every if listing is not None else _paused(watch)
        due = stamp(at + list_pause(wanted, following.every))
        trouble = _left_out(came, self._run.network(following.asked).limits.max_entries)
        seen = Seen(
            stamp(at),
            NEVER if listing is not None and listing.kind == "page" else due,
            came.etag,
            came.modified,
            trouble=watch.trouble if listing is None and not watch.failures else trouble,
        )
        entries = (
            [] if listing is None else [one for one in listing.entries if following.wants(one)]
        )
        kind = None if listing is None else listing.kind
        new = self._run.store.note_list(watch, seen, kind=kind, entries=_listed(entries))
        return Noticed(input_of(watch.address), "listed", new, trouble.what if trouble else "")

    def _failed(self, watch: Watch, following: Following, error: ReportError) -> Noticed:
        at = self._run.clock()
        wait = error.wait if isinstance(error, ServerBusyError) else None
        pause = list_back_off(list_pause(_paused(watch), following.every), watch.failures + 1, wait)
        seen = Seen(
            stamp(at),
            stamp(at + pause),
            watch.etag,
            watch.modified,
            failures=watch.failures + 1,
            trouble=Trouble("failed", error.what),
            there=False,
        )
        self._run.store.note_list(watch, seen)
        return Noticed(input_of(watch.address), "failed", message=error.what)


def follow(
    watcher: Watcher,
    store: Store,
    *,
    limit: int,
    until: datetime | None = None,
    clock: Clock = now_in_utc,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Noticed | Waiting]:
    """Yield what is noticed in one round after the other, and for what is waited between them.

    It ends when nothing will ever be due, or nothing before ``until``.
    """
    told = None
    while True:
        yield from watcher.round(limit=limit)
        due = store.next_due()
        now = clock()
        at = None if due is None or due == NEVER else datetime.fromisoformat(due)
        if at is None or (until is not None and max(at, now) >= until):
            return
        if at > now:
            if due != told:
                told = due
                yield Waiting(at)
            sleep(min((at - now).total_seconds(), _LOOK))


def add_lists(
    store: Store, addresses: Sequence[str], following: Following, *, author: str, at: datetime
) -> tuple[Watch, ...]:
    """Follow lists from now on; those that are followed already are as ``following`` says now."""
    options = following.to_options()
    return tuple(
        store.watch(address, options, author=author, at=stamp(at))[0] for address in addresses
    )


def _was_list(watch: Watch) -> bool:
    return watch.kind is not None and watch.kind != "page"


def _paused(watch: Watch) -> float | None:
    """Return the seconds between the last look at a list and this one, as they were to be."""
    if watch.seen_at is None or watch.failures:
        return None
    due, seen = datetime.fromisoformat(watch.due_at), datetime.fromisoformat(watch.seen_at)
    return (due - seen).total_seconds() if SHORTEST <= due - seen <= LONGEST else None


def _left_out(came: Came, most: int) -> Trouble | None:
    if came.trouble:
        first = came.trouble[0]
        more = f", and {len(came.trouble) - 1} more" if len(came.trouble) > 1 else ""
        return Trouble("failed", f"{first.where}: {first.what}{more}")
    if came.listing is not None and came.listing.left_out:
        what = f"names more than {most:,} addresses, or sitemaps too many or too deep: the rest is"
        settings = "RECOUPE_MAX_ENTRIES and RECOUPE_MAX_SITEMAPS"
        return Trouble("failed", f"{what} left out; raise the limits with {settings}")
    return None


def _listed(entries: Sequence[Entry]) -> list[Listed]:
    """Return what to keep of entries, the newest first; of those without a time, in their order."""
    ordered = sorted(entries, key=lambda one: one.told_at or "", reverse=True)
    return [Listed(one.url, one.told_at) for one in ordered]
