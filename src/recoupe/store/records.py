"""What a store answers: frozen records of a casefile's own book-keeping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recoupe.model import (
    Derivation,
    Failure,
    Finding,
    FindingKind,
    Json,
    PubStatus,
    Reader,
    ReportEntry,
    Review,
    Span,
    Stance,
    StatementChangeKind,
    Story,
    VersionChange,
)
from recoupe.review import ReviewedReading

__all__ = [
    "Added",
    "Altered",
    "CheckState",
    "FailureRecord",
    "FindingPage",
    "Happening",
    "Job",
    "JobProgress",
    "KeptStory",
    "LogEntry",
    "Problem",
    "ReadBy",
    "ReportRecord",
    "ReviewedReading",
    "Status",
    "Stood",
    "StoryFacts",
    "StoryPage",
    "Verification",
    "Version",
]

Outcome = Literal["new", "version", "known"]


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a report: a new one, a new version of one, or one that was known."""

    outcome: Outcome
    report: str
    article: str
    version: int


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report: everything captured at one address. ``article`` is its latest version.

    ``withdrawn`` is the status by which its publisher took it back, ``None`` if it did not.
    """

    id: str
    address: str | None
    article: str
    versions: int
    outlet: str | None
    title: str | None
    published: str | None
    language: str
    withdrawn: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Which readers made the reading of an article.

    ``corrected`` says whether people corrected something of its report since, as its date, or took
    a correction back.
    """

    article: str
    report: str
    language: str
    readers: tuple[Reader, ...]
    corrected: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report; ``change`` says what was altered in it, ``None`` for the first.

    ``status`` is the publishing status that it gives itself.
    """

    report: str
    article: str
    number: int
    captured_at: str
    modified: str | None
    sha256: str
    change: VersionChange | None
    status: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """An input that could not be read, how often it was tried, and when (ISO 8601, UTC).

    ``source`` is where to find it again from anywhere (an address, a file's URI), ``sha256`` the
    bytes that are kept of it, ``job`` the id of the job that tried it last.
    """

    failure: Failure
    source: str
    sha256: str | None
    job: str | None
    attempts: int
    first_at: str
    last_at: str


@dataclass(frozen=True, slots=True)
class JobProgress:
    """What a job did so far, in reports.

    ``added`` is of all its runs, if it was broken off and went on; ``known`` and ``failed`` are of
    the last, which met what earlier ones had added as known.
    """

    added: int
    known: int
    failed: int


@dataclass(frozen=True, slots=True)
class Job:
    """One run of adding; ``finished_at`` is ``None`` while it is not at its end."""

    id: str
    inputs: tuple[str, ...]
    options: Mapping[str, str]
    author: str
    started_at: str
    finished_at: str | None
    progress: JobProgress


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the audit log; ``hash`` is over all of it and the hash of the line before."""

    number: int
    at: str
    author: str
    action: str
    subject: str
    detail: Mapping[str, Json]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was: where (a table and row, a file, a line) and what."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was recomputed (a name and how many of it), the log's head, and what does not fit.

    ``notes`` say what is no problem, but good to know.
    """

    checked: Mapping[str, int]
    head: str
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether everything is as it was kept."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story of the kept cross-check; ``contested`` counts its disputes and denials.

    ``checked_at`` is when its findings were made (ISO 8601, UTC), ``None`` if they were not.
    """

    story: Story
    findings: int
    contested: int
    checked_at: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page of stories; ``more`` says whether there is a page after this one."""

    stories: tuple[KeptStory, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class FindingPage:
    """One page of findings; ``more`` says whether there is a page after this one."""

    findings: tuple[Finding, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Stood:
    """A position of a story, in short: of which finding it is, and where its first words stand.

    ``article``, ``statement``, ``start`` and ``end`` are where, ``words`` which; the rest is as in
    :class:`recoupe.model.Position`.
    """

    finding: str
    kind: FindingKind
    matter: str
    what: str | None
    counted: str | None
    party: str
    party_id: str | None
    stance: Stance
    low: int | None
    high: int | None
    reports: int
    independent_origins: int
    first_said: str | None
    last_said: str | None
    article: str
    statement: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one report tells it, with where and when, as far as it says.

    ``words`` name it in the article ``report``; ``statement`` is the first that vouches for it;
    ``time`` are the words for when, ``start`` and ``end`` the ISO 8601 days or minutes they span.
    """

    id: str
    report: str
    words: Span
    type: str
    statement: str | None
    denied: bool
    hedged: bool
    negated: bool
    place: str | None
    lat: float | None
    lon: float | None
    precision_m: int | None
    time: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What a story is told from, with some of its findings.

    ``state`` tells the state of the casefile that this is of from every other that it ever had;
    ``start``, ``end`` and ``guests`` are as in :class:`recoupe.model.Story`, ``place`` is its name;
    ``findings`` are those that were asked for. ``stood`` are all positions in the order of
    findings. ``turns`` number its parties in the order in which all that take a position came into
    the casefile.
    """

    state: str
    id: str
    title: str | None
    start: str | None
    end: str | None
    place: str | None
    guests: frozenset[str]
    findings: tuple[Finding, ...]
    reports: tuple[ReportEntry, ...]
    lineage: tuple[Derivation, ...]
    stood: tuple[Stood, ...]
    happenings: tuple[Happening, ...]
    turns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CheckState:
    """Of which state of the casefile the kept cross-check is.

    ``log_number`` is the last line of the log that bears on it, ``checked_at`` when it was kept.
    ``missing`` counts reports whose latest version is not in it; ``stale_since`` is when something
    was first added, read again or reviewed after it, ``None`` while it is up to date.
    """

    log_number: int
    checked_at: str
    missing: int
    stale_since: str | None


@dataclass(frozen=True, slots=True)
class Altered:
    """What an outlet altered in a report, in short: ``before`` and ``after`` are articles.

    ``statements`` counts those of the two versions by what became of them.
    """

    report: str
    before: str
    after: str
    noticed_at: str
    outlet: str | None
    title: str | None
    fields: tuple[str, ...]
    passages: int
    statements: Mapping[StatementChangeKind, int]


@dataclass(frozen=True, slots=True)
class Status:
    """What a casefile holds and what waits for a look.

    ``counts`` are by name, ``altered`` the changes of reports noticed last, newest first. ``check``
    is ``None`` where no cross-check was kept.
    """

    name: str
    place: str
    counts: Mapping[str, int]
    altered: tuple[Altered, ...]
    words_gone: tuple[Review, ...]
    failures: int
    retryable: int
    unfinished: tuple[Job, ...]
    head: str
    check: CheckState | None = None
