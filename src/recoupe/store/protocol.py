"""The store seam: a few verbs in our own words. Doing a thing twice is harmless.

Every verb that writes does so in one transaction, and returns when what it wrote is safe. Every
error is one of the :class:`~recoupe.errors.StoreError` tree: no database's own error passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, Self

from recoupe.model import (
    Capture,
    CrossCheck,
    Draft,
    Failure,
    Proof,
    Reading,
    Review,
    WarcRecord,
)
from recoupe.model.media import MediaFile, ShownMedia
from recoupe.store.answers import KeptRecord
from recoupe.store.asked import Choosing
from recoupe.store.readable import Readable
from recoupe.store.records import (
    Added,
    Job,
    JobProgress,
    LogEntry,
    ReadBy,
    Verification,
)
from recoupe.store.watched import Watching

if TYPE_CHECKING:
    from recoupe.store.keeping import Update
    from recoupe.store.snapshot import Snapshot


class Store(Readable, Choosing, Watching, Protocol):
    """A casefile: keeps everything, forgets nothing, and lets people correct the machine."""

    # Reports and their readings

    def knows(self, capture: Capture) -> Added | None:
        """Return where these bytes of this address are kept with a reading, ``None`` if not."""
        ...

    def note_known(self, inputs: Sequence[str], *, job: str | None = None) -> None:
        """Note that inputs were met again whose bytes are kept with a reading.

        They are counted as known, and failures kept for them are settled.
        """
        ...

    def add_report(
        self, capture: Capture, reading: Reading, *, author: str, job: str | None = None
    ) -> Added:
        """Keep a report with all that was read in it; of a report that is kept, change nothing.

        New bytes of an address that is kept become a new version of its report. A failure kept for
        the same input is settled. Raises :class:`StoreError` where the reading was not made from
        this capture.
        """
        ...

    def add_media(
        self,
        article: str,
        shown: Sequence[ShownMedia],
        files: Mapping[str, tuple[MediaFile, bytes]],
        *,
        author: str,
        records: Sequence[WarcRecord] = (),
    ) -> None:
        """Keep what an article shows, and its files with their bytes, by hash; what is there stays.

        Of what was kept without a file, the file is noted once it is given. ``records`` are those
        of the web archive in which the files stood; they are kept behind those of the capture.
        """
        ...

    def replace_reading(self, reading: Reading, *, author: str) -> bool:
        """Put a newer reading of a kept article in the place of the older; reviews stay in force.

        Return whether it says anything else than the one that was kept, whoever read it.
        Raises :class:`StoreError` where the article is not kept, or has another text.
        """
        ...

    def readers(self) -> Iterator[ReadBy]:
        """Yield which readers read each article, of all versions, in the order of adding."""
        ...

    def machine_reading(self, article: str) -> Reading:
        """Return what the machine read in an article, untouched by reviews.

        Raises :class:`StoreError` if there is no such article.
        """
        ...

    def protected(self) -> frozenset[str]:
        """Return the ids of the articles that say something of somebody or something protected."""
        ...

    def record(self, id_: str) -> WarcRecord:
        """Return a web archive record with its bytes; raise :class:`StoreError` if not kept."""
        ...

    def records(self, articles: frozenset[str] | None = None) -> Iterator[KeptRecord]:
        """Yield the web archive records, without their bytes, in the order of keeping.

        ``articles`` are the ids of those whose captures are wanted, ``None`` for all.
        """
        ...

    def refusals(self) -> Iterator[tuple[str, KeptRecord]]:
        """Yield the web archive records of what failed, settled or not, in the order of keeping.

        Each comes with the source that was asked for.
        """
        ...

    # What went wrong, and jobs

    def add_failure(
        self,
        failure: Failure,
        *,
        author: str,
        capture: Capture | None = None,
        job: str | None = None,
    ) -> None:
        """Keep the record of an input that could not be read, and its bytes if there are any."""
        ...

    def begin_job(self, inputs: Sequence[str], options: Mapping[str, str], *, author: str) -> Job:
        """Return the unfinished job of the same inputs and options, or a new one."""
        ...

    def end_job(self, job: str) -> JobProgress:
        """Note that a job came to its end; return what it did."""
        ...

    def jobs(self) -> Iterator[Job]:
        """Yield the jobs, newest first."""
        ...

    # What people say

    def add_review(self, draft: Draft) -> Review:
        """Append a review and let it take effect everywhere.

        Raises :class:`RecordError` where it asks for what cannot be, :class:`StaleReviewError`
        where ``draft.seen`` is not the newest review of its target, :class:`StoreError` where there
        is no such target.
        """
        ...

    # The cross-check

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """Open one state of the casefile as it is to be checked, whatever others write."""
        ...

    def keep_check(self, update: Update) -> bool:
        """Keep what altered in the cross-check, all or nothing.

        Return whether it was kept: if another one was kept since ``update.based_on``, nothing is.
        """
        ...

    def crosscheck(self) -> CrossCheck | None:
        """Return the kept cross-check, ``None`` where none was kept."""
        ...

    # Finding

    # Trust

    def log(self) -> Iterator[LogEntry]:
        """Yield the audit log, oldest first."""
        ...

    def log_head(self) -> LogEntry | None:
        """Return the last line of the audit log, ``None`` while there is none."""
        ...

    def log_line(self, hash_: str) -> LogEntry | None:
        """Return the line of the audit log with a hash, ``None`` where there is none."""
        ...

    def add_proof(self, proof: Proof, *, author: str) -> None:
        """Keep a proof of time for a line of the log; one that is kept already changes nothing."""
        ...

    def note_export(self, what: str, detail: dict[str, str], *, author: str) -> LogEntry:
        """Write an export into the audit log."""
        ...

    def verify(self, *, head: str | None = None) -> Verification:
        """Recompute every hash, span and row, and the log's chain; say what does not fit.

        ``head`` is a hash that somebody noted earlier: it must still be in the chain.
        """
        ...

    def close(self) -> None:
        """Give the database back."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
