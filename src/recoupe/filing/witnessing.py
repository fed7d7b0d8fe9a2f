"""What a server answered instead of a page that is followed: kept, as evidence that it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.errors import ReportError, StoreError
from recoupe.filing.noticing import Run
from recoupe.model import failure
from recoupe.store.addresses import report_id
from recoupe.store.watched import TAKEN_DOWN, Trouble, WatchedPage

if TYPE_CHECKING:
    from recoupe.capture.exchanges import Exchange


def keep_answer(
    run: Run,
    page: WatchedPage,
    trouble: Trouble,
    error: ReportError,
    exchanges: Sequence[Exchange],
) -> None:
    """Keep the records of exchanges that brought no page, with the failure ``error``.

    They are kept once for each trouble: nothing is kept where a server answers what it answered
    last time, or nothing. The failure of a page that was taken down is settled: there is a copy of
    it, and nobody has to try it again.
    """
    again = trouble == page.trouble or (page.taken_down and page.failures > 0)
    if again or not exchanges:
        return
    from recoupe.capture.warc.writing import records_of

    failed = failure(error, page.url, records=records_of(exchanges))
    run.store.add_failure(failed, author=run.author)
    if trouble.kind in TAKEN_DOWN and page.seen_at is not None:
        settle(run, page)


def settle(run: Run, page: WatchedPage) -> None:
    """Note that there is nothing to try again at the address of a page, if its report is kept."""
    try:
        run.store.versions(report_id(page.url, ""))
    except StoreError:
        return
    run.store.note_known([page.url])
