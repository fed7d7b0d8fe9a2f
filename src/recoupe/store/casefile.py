"""The casefile: every verb of the store, over one database and its captured bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import select

from recoupe.capture.warc.heads import HttpHead
from recoupe.errors import StoreError
from recoupe.model import (
    LISTS,
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
    WarcRecord,
)
from recoupe.store import (
    adding,
    archived,
    chain,
    freshness,
    jobs,
    lookup,
    reviewing,
    stories,
    versions,
)
from recoupe.store.answers import KeptRecord
from recoupe.store.asked import Asking
from recoupe.store.connecting import may_write
from recoupe.store.database import Database
from recoupe.store.index import Index
from recoupe.store.media import Showing
from recoupe.store.proofs import Proving
from recoupe.store.protection import protected_articles
from recoupe.store.records import (
    Added,
    CheckState,
    FailureRecord,
    FindingPage,
    Job,
    JobProgress,
    KeptStory,
    ReadBy,
    ReportRecord,
    ReviewedReading,
    Status,
    StoryFacts,
    StoryPage,
    Verification,
    Version,
)
from recoupe.store.remembering import Remembered
from recoupe.store.rows import article_of, capture_of
from recoupe.store.schema import captures
from recoupe.store.search import Query, Results
from recoupe.store.vault import Vault
from recoupe.store.watches import Followed

if TYPE_CHECKING:
    from recoupe.store.keeping import Update
    from recoupe.store.snapshot import Snapshot
    from recoupe.store.telling import Compared

_READ: Final = 40_000
"""Records of readings that are remembered: some 40 MB."""
_HELD: Final = 100_000
"""Positions, derivations and reports of stories that are remembered, and as many events: some
150 MB of both."""


def _records(kept: ReviewedReading) -> int:
    return sum(len(getattr(kept.reading, name)) for name in LISTS.values())


class Casefile(Asking, Proving, Followed, Showing):
    """Keeps everything in one database; see :class:`recoupe.store.Store` for what is promised.

    Made by :func:`recoupe.store.new_casefile` and :func:`recoupe.store.open_casefile`. A casefile
    may be used by several threads at once, and by as many processes as there are: each opens it.
    """

    def __init__(self, database: Database, vault: Vault, index: Index) -> None:
        self.database = database
        self.vault = vault
        self.index = index
        self._read: Remembered[ReviewedReading] = Remembered(_READ, _records)
        self._compared: Remembered[Compared] = Remembered(_HELD, lambda one: one.weight)
        self._told: Remembered[StoryFacts] = Remembered(_HELD, lambda one: len(one.happenings))

    @property
    def place(self) -> str:
        """Where the casefile is, without a password."""
        return self.database.place.name

    def knows(self, capture: Capture) -> Added | None:
        """Return where these bytes of this address are kept with a reading, if they are."""
        with self.database.reading() as connection:
            return adding.known(connection, capture)

    def note_known(self, inputs: Sequence[str], *, job: str | None = None) -> None:
        """Note that inputs were met again whose bytes are kept with a reading."""
        with self.database.writing(lasting=False) as connection:
            jobs.count(connection, job, "known", len(inputs))
            jobs.settle(connection, inputs)

    def add_report(
        self, capture: Capture, reading: Reading, *, author: str, job: str | None = None
    ) -> Added:
        """Keep a report with all that was read in it; of a report that is kept, change nothing."""
        if reading.article.capture.sha256 != capture.sha256:
            raise StoreError("the reading was made from another capture", where=reading.article.id)
        self._put(capture)
        with self.database.writing(lasting=False) as connection:
            kept = adding.known(connection, capture)
            jobs.count(connection, job, "added" if kept is None else "known")
            jobs.settle(connection, [capture.input])
            if kept is not None:
                return kept
            added, done = adding.add_report(connection, self.vault, self.index, capture, reading)
            chain.append(connection, author, done)
        return added

    def replace_reading(self, reading: Reading, *, author: str) -> bool:
        """Put a newer reading of a kept article in the place of the older; reviews stay."""
        with self.database.writing(lasting=False) as connection:
            done = adding.replace_reading(connection, self.index, reading)
            if done:
                chain.append(connection, author, done)
        return any(one.detail["sha256"] != one.detail["replaces"] for one in done)

    def article(self, article: str) -> Article:
        """Return an article with what people corrected of its outlet, headline and date."""
        with self.database.reading() as connection:
            return versions.shown_article(connection, lookup.article_row_of(connection, article))

    def readers(self) -> Iterator[ReadBy]:
        """Yield which readers read each article, of all versions, in the order of adding."""
        with self.database.reading() as connection:
            yield from lookup.readers_kept(connection)

    def machine_reading(self, article: str) -> Reading:
        """Return what the machine read in an article, untouched by reviews."""
        with self.database.reading() as connection:
            row = lookup.article_row_of(connection, article)
            return lookup.machine_reading(connection, article_of(row))

    def reading(self, article: str) -> ReviewedReading:
        """Return what an article says as people left it."""
        with self.database.reading() as connection:
            return self._read.get(
                article,
                freshness.exactly(connection),
                lambda: versions.reviewed(connection, lookup.article_row_of(connection, article)),
            )

    def readings(self, *, latest: bool = True) -> Iterator[ReviewedReading]:
        """Yield the readings, in the order of adding; of the latest versions, or of all."""
        with self.database.reading() as connection:
            for row in lookup.all_articles(connection, latest=latest):
                yield versions.reviewed(connection, row)

    def reports(self) -> Iterator[ReportRecord]:
        """Yield the reports, in the order of adding."""
        with self.database.reading() as connection:
            yield from versions.reports_kept(connection)

    def protected(self) -> frozenset[str]:
        """Return the ids of the articles that say something of somebody or something protected."""
        with self.database.reading() as connection:
            return protected_articles(connection)

    def versions(self, report: str) -> tuple[Version, ...]:
        """Return the versions of a report, oldest first, each with what was altered in it."""
        with self.database.reading() as connection:
            return versions.versions_of(connection, report)

    def capture(self, sha256: str) -> Capture:
        """Return the bytes with this hash."""
        with self.database.reading() as connection:
            wanted = select(captures).where(captures.c.sha256 == sha256)
            row = connection.execute(wanted.order_by(captures.c.number)).first()
        if row is None:
            raise StoreError("no such capture is kept", where=sha256)
        return capture_of(row, self.vault.get(sha256))

    def record(self, id_: str) -> WarcRecord:
        """Return a web archive record with its bytes."""
        with self.database.reading() as connection:
            return archived.record(connection, self.vault, id_)

    def records(self, articles: frozenset[str] | None = None) -> Iterator[KeptRecord]:
        """Yield the web archive records, in the order of keeping."""
        with self.database.reading() as connection:
            yield from archived.every(connection, articles)

    def refusals(self) -> Iterator[tuple[str, KeptRecord]]:
        """Yield the web archive records of what failed, in the order of keeping."""
        with self.database.reading() as connection:
            yield from archived.of_failures(connection)

    def heads(self, article: str) -> Mapping[str, HttpHead]:
        """Return the HTTP heads of the exchanges that an article came by, by the records' ids."""
        with self.database.reading() as connection:
            return archived.heads(connection, self.vault, article)

    def _put(self, capture: Capture) -> None:
        """Keep the bytes of a capture before the transaction that names them."""
        self.vault.put(capture.sha256, capture.content)
        archived.put(self.vault, capture.records)

    def add_failure(
        self,
        failure: Failure,
        *,
        author: str,
        capture: Capture | None = None,
        job: str | None = None,
    ) -> None:
        """Keep the record of an input that could not be read, and its bytes if there are any."""
        if capture is not None:
            self._put(capture)
        archived.put(self.vault, failure.records)
        with self.database.writing(lasting=False) as connection:
            captured: str | None = None
            done: list[chain.Done] = []
            if capture is not None:
                captured, done = adding.add_capture(connection, self.vault, capture)
            failed = jobs.add_failure(connection, failure, captured, job)
            done.append(failed)
            if failure.records:
                done += archived.keep_failed(
                    connection, self.vault, failure.records, failed.subject
                )
            jobs.count(connection, job, "failed")
            chain.append(connection, author, done)

    def failures(self) -> Iterator[FailureRecord]:
        """Yield the inputs that could not be read and are not settled, oldest first."""
        with self.database.reading() as connection:
            yield from jobs.open_failures(connection)

    def begin_job(self, inputs: Sequence[str], options: Mapping[str, str], *, author: str) -> Job:
        """Return the unfinished job of the same inputs and options, or a new one."""
        with self.database.writing() as connection:
            return jobs.begin(connection, inputs, options, author)

    def end_job(self, job: str) -> JobProgress:
        """Note that a job came to its end; return what it did."""
        with self.database.writing() as connection:
            return jobs.end(connection, job)

    def jobs(self) -> Iterator[Job]:
        """Yield the jobs, newest first."""
        with self.database.reading() as connection:
            yield from jobs.all_jobs(connection)

    def add_review(self, draft: Draft) -> Review:
        """Append a review and let it take effect everywhere."""
        with self.database.writing() as connection:
            return reviewing.add_review(connection, self.index, draft)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Yield one state of the casefile as it is to be checked, whatever others write."""
        from recoupe.store.snapshot import Snapshot

        with self.database.reading() as connection:
            yield Snapshot(connection)

    @property
    def may_write(self) -> bool:
        """Whether anything can be kept here."""
        return may_write(self.database.place)

    def keep_check(self, update: Update) -> bool:
        """Keep what altered in the cross-check; return whether nobody else kept one meanwhile."""
        from recoupe.store.keeping import keep

        with self.database.writing() as connection:
            return keep(connection, update)

    def check_state(self) -> CheckState | None:
        """Return of which state of the casefile the kept cross-check is, if there is one."""
        with self.database.reading() as connection:
            return freshness.state(connection)

    def crosscheck(self) -> CrossCheck | None:
        """Return the kept cross-check, ``None`` where none was kept."""
        from recoupe.store.crosscheck import whole

        with self.database.reading() as connection:
            return whole(connection)

    def stories(self, *, report: str | None = None, limit: int = 20, offset: int = 0) -> StoryPage:
        """Return one page of the stories, newest first: all, or those that a report is in."""
        with self.database.reading() as connection:
            return stories.story_page(connection, report=report, limit=limit, offset=offset)

    def story(self, story: str) -> KeptStory:
        """Return a story of the kept cross-check."""
        with self.database.reading() as connection:
            return stories.story(connection, story)

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
        """Return one page of the findings that fit, the most pressing of a story first."""
        with self.database.reading() as connection:
            return stories.finding_page(
                connection,
                story=story,
                report=report,
                party=party,
                kind=kind,
                limit=limit,
                offset=offset,
            )

    def finding(self, finding: str) -> Finding:
        """Return a finding of the kept cross-check, one that people rejected among them."""
        from recoupe.store import compared

        with self.database.reading() as connection:
            return compared.finding(connection, finding)

    def story_facts(self, story: str, *, findings: range) -> StoryFacts:
        """Return what a story is told from, with the findings at these places of their order."""
        from recoupe.store.telling import facts

        with self.database.reading() as connection:
            return facts(connection, story, findings, self._compared, self._told)

    def findings_before(self, story: str, finding: str) -> int | None:
        """Return how many findings of a story come before one."""
        from recoupe.store.telling import findings_before

        with self.database.reading() as connection:
            return findings_before(connection, story, finding)

    def lineage(self, report: str) -> tuple[Derivation, ...]:
        """Return what a report has from others or from outside, and others from it."""
        with self.database.reading() as connection:
            return stories.lineage_of(connection, report)

    def search(self, query: Query) -> Results:
        """Return one page of what fits ``query``, with the words in their context."""
        from recoupe.store.searching import search

        with self.database.reading() as connection:
            return search(connection, query)

    def verify(self, *, head: str | None = None) -> Verification:
        """Recompute every hash, span and row, and the log's chain; say what does not fit."""
        from recoupe.store.verification import verify

        return verify(self.database, self.vault, head=head)

    def status(self) -> Status:
        """Return what the casefile holds, what waits and what failed."""
        from recoupe.store.summary import status

        with self.database.reading() as connection:
            return status(connection, self.place)

    def close(self) -> None:
        """Give the database back."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
