"""The store seam: a few verbs in our own words. Doing a thing twice is harmless.

Every verb that writes does so in one transaction, and returns when what it wrote is safe. Every
error is one of the :class:`~recoupe.errors.StoreError` tree: no database's own error passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from recoupe.model import (
    Article,
    Capture,
    CrossCheck,
    Derivation,
    Draft,
    Failure,
    Finding,
    FindingKind,
    Reading,
    Review,
)
from recoupe.store.asked import Asked
from recoupe.store.locating import Target
from recoupe.store.records import (
    Added,
    CheckState,
    FailureRecord,
    FindingPage,
    Job,
    JobProgress,
    KeptStory,
    LogEntry,
    ReadBy,
    ReportRecord,
    ReviewedReading,
    Status,
    StoryFacts,
    StoryPage,
    Verification,
    Version,
)
from recoupe.store.search import Query, Results

if TYPE_CHECKING:
    from recoupe.store.keeping import Update
    from recoupe.store.snapshot import Snapshot


class Store(Asked, Protocol):
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

    def replace_reading(self, reading: Reading, *, author: str) -> bool:
        """Put a newer reading of a kept article in the place of the older; reviews stay in force.

        Return whether it says anything else than the one that was kept, whoever read it.
        Raises :class:`StoreError` where the article is not kept, or has another text.
        """
        ...

    def article(self, article: str) -> Article:
        """Return an article with what people corrected of it.

        It is what is to be read again: a corrected date makes another "Wednesday". Its reading is
        not touched, and may be damaged. Raises :class:`StoreError` if it is not kept.
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

    def reading(self, article: str) -> ReviewedReading:
        """Return what an article says as people left it; raise :class:`StoreError` if not kept."""
        ...

    def readings(self, *, latest: bool = True) -> Iterator[ReviewedReading]:
        """Yield the readings, in the order of adding; of the latest versions, or of all."""
        ...

    def reports(self) -> Iterator[ReportRecord]:
        """Yield the reports, in the order of adding."""
        ...

    def protected(self) -> frozenset[str]:
        """Return the ids of the articles that say something of somebody or something protected."""
        ...

    def versions(self, report: str) -> tuple[Version, ...]:
        """Return the versions of a report, oldest first, each with what was altered in it.

        Raises :class:`StoreError` if there is no such report.
        """
        ...

    def capture(self, sha256: str) -> Capture:
        """Return the bytes with this hash; raise :class:`StoreError` if they are not kept."""
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

    def failures(self) -> Iterator[FailureRecord]:
        """Yield the inputs that could not be read and are not settled, oldest first."""
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

    def locate(self, id_: str) -> Target:
        """Return what an id is of, and in which report and article it stands.

        Raises :class:`StoreError` where nothing has this id.
        """
        ...

    def reviews(self, target: str | None = None) -> Iterator[Review]:
        """Yield the reviews, oldest first: all, or those of one record, report or party."""
        ...

    # The cross-check

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """Open one state of the casefile as it is to be checked, whatever others write."""
        ...

    @property
    def may_write(self) -> bool:
        """Whether anything can be kept here."""
        ...

    def keep_check(self, update: Update) -> bool:
        """Keep what altered in the cross-check, all or nothing.

        Return whether it was kept: if another one was kept since ``update.based_on``, nothing is.
        """
        ...

    def check_state(self) -> CheckState | None:
        """Return of which state of the casefile the kept cross-check is, ``None`` if none was."""
        ...

    def crosscheck(self) -> CrossCheck | None:
        """Return the kept cross-check, ``None`` where none was kept."""
        ...

    def stories(self, *, report: str | None = None, limit: int = 20, offset: int = 0) -> StoryPage:
        """Return one page of the stories, newest first: all, or those that a report is in.

        ``report`` is the id of a report, or of one of its articles.
        """
        ...

    def story(self, story: str) -> KeptStory:
        """Return a story of the kept cross-check; raise :class:`StoreError` if there is none."""
        ...

    def findings(
        self,
        *,
        story: str | None = None,
        report: str | None = None,
        party: str | None = None,
        kind: FindingKind | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> FindingPage:
        """Return one page of the findings that fit all that is asked for.

        They are of a story, have words of a report, a position of a party, or are of a kind. Those
        of the newest story come first, and of one story the most pressing.
        """
        ...

    def finding(self, finding: str) -> Finding:
        """Return a finding of the kept cross-check, one that people rejected among them.

        Raises :class:`StoreError` where there is none with this id now, :class:`RecordError` where
        it is the id of something else.
        """
        ...

    def story_facts(self, story: str, *, findings: range) -> StoryFacts:
        """Return what a story is told from, with the findings at these places of their order.

        Raises :class:`StoreError` if there is no such story.
        """
        ...

    def findings_before(self, story: str, finding: str) -> int | None:
        """Return how many findings of a story come before one, ``None`` if it has none such."""
        ...

    def lineage(self, report: str) -> tuple[Derivation, ...]:
        """Return what a report has from others or from outside, and others from it, each once."""
        ...

    # Finding

    def search(self, query: Query) -> Results:
        """Return one page of what fits ``query``, with the words in their context."""
        ...

    # Trust

    def log(self) -> Iterator[LogEntry]:
        """Yield the audit log, oldest first."""
        ...

    def note_export(self, what: str, detail: dict[str, str], *, author: str) -> LogEntry:
        """Write an export into the audit log."""
        ...

    def verify(self, *, head: str | None = None) -> Verification:
        """Recompute every hash, span and row, and the log's chain; say what does not fit.

        ``head`` is a hash that somebody noted earlier: it must still be in the chain.
        """
        ...

    def status(self) -> Status:
        """Return what the casefile holds, what waits and what failed."""
        ...

    def close(self) -> None:
        """Give the database back."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
