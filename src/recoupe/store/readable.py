"""What can be read of a casefile: all that pages and the JSON interface ask, and nothing else.

A casefile answers it, and so does one that is shown masked (:mod:`recoupe.export.masking`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from recoupe.capture.warc.heads import HttpHead
from recoupe.model import Article, Capture, Derivation, Finding, FindingKind, Proof, Review
from recoupe.store.asked import Asked
from recoupe.store.locating import Target
from recoupe.store.media import Shows
from recoupe.store.records import (
    CheckState,
    FailureRecord,
    FindingPage,
    KeptStory,
    ReportRecord,
    ReviewedReading,
    Status,
    StoryFacts,
    StoryPage,
    Version,
)
from recoupe.store.search import Query, Results
from recoupe.store.watched import Watches


class Readable(Asked, Watches, Shows, Protocol):
    """The verbs of a casefile that write nothing.

    They raise :class:`StoreError` where there is nothing with the id that is asked for.
    """

    def article(self, article: str) -> Article:
        """Return an article with what people corrected of it.

        It is what is to be read again: a corrected date makes another "Wednesday". Its reading is
        not touched, and may be damaged. Raises :class:`StoreError` if it is not kept.
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

    def versions(self, report: str) -> tuple[Version, ...]:
        """Return the versions of a report, oldest first, each with what was altered in it.

        Raises :class:`StoreError` if there is no such report.
        """
        ...

    def capture(self, sha256: str) -> Capture:
        """Return the bytes with this hash; raise :class:`StoreError` if they are not kept."""
        ...

    def heads(self, article: str) -> Mapping[str, HttpHead]:
        """Return the HTTP heads of the exchanges that an article came by, by the records' ids."""
        ...

    def proofs(self) -> Iterator[Proof]:
        """Yield the proofs of time, oldest first."""
        ...

    def failures(self) -> Iterator[FailureRecord]:
        """Yield the inputs that could not be read and are not settled, oldest first."""
        ...

    def locate(self, id_: str) -> Target:
        """Return what an id is of, and in which report and article it stands.

        Raises :class:`StoreError` where nothing has this id.
        """
        ...

    def reviews(self, target: str | None = None) -> Iterator[Review]:
        """Yield the reviews, oldest first: all, or those of one record, report or party."""
        ...

    @property
    def may_write(self) -> bool:
        """Whether anything can be kept here."""
        ...

    def check_state(self) -> CheckState | None:
        """Return of which state of the casefile the kept cross-check is, ``None`` if none was."""
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

    def search(self, query: Query) -> Results:
        """Return one page of what fits ``query``, with the words in their context."""
        ...

    def status(self) -> Status:
        """Return what the casefile holds, what waits and what failed."""
        ...

    def log_number(self) -> int:
        """Return the number of the last line of the audit log: another one after every change."""
        ...
