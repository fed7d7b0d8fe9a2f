"""What a store answers of who says what: a statement, a party, a position, a copy; a page each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.model import (
    Declared,
    EntityKind,
    FindingKind,
    LineageKind,
    Origin,
    Passage,
    PubStatus,
    Reason,
    RecordType,
    Span,
    Stance,
    Standing,
    StatementKind,
)


@dataclass(frozen=True, slots=True)
class Source:
    """The version of a report in which words stand; ``day`` is the ISO 8601 day of publication.

    ``withdrawn`` is the status by which the publisher took the report back, ``None`` if it did not.
    """

    article: str
    report: str
    outlet: str | None
    title: str | None
    day: str | None
    language: str
    withdrawn: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A version of a report and when it was added (ISO 8601, UTC); versions count from 1."""

    source: Source
    version: int
    address: str | None
    added_at: str


@dataclass(frozen=True, slots=True)
class ArrivalPage:
    """One page of versions of reports; ``more`` says whether there is a page after this one."""

    arrivals: tuple[Arrival, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record of a web archive without its bytes: see :class:`recoupe.model.WarcRecord`.

    ``bytes`` are those of its gzip member; ``holds`` says whether it is the one that holds the
    bytes of its capture.
    """

    id: str
    type: RecordType
    date: str
    url: str | None
    concurrent_to: str | None
    status: int | None
    media_type: str | None
    payload_sha256: str | None
    sha256: str
    bytes: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Captured:
    """The capture of an article without its bytes (``bytes`` is their number).

    ``declared`` is what the input itself, or who gave it, says of the report; ``times`` are all the
    moments when the same bytes came (ISO 8601, UTC). ``records`` are those of the web archive that
    it came in, or that was made when it was fetched.
    """

    sha256: str
    bytes: int
    media_type: str
    charset: str | None
    captured_at: str
    input: str
    declared: Declared
    times: tuple[str, ...]
    records: tuple[KeptRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with the report that has it.

    ``context`` is the stretch of the text that holds ``content``, ``standing`` what people made of
    it, ``party`` who says it across reports.
    """

    id: str
    source: Source
    party: str | None
    speaker: str | None
    stance: Stance
    hedged: bool
    kind: StatementKind
    confidence: float
    content: tuple[Span, ...]
    context: Span
    standing: Standing | None
    protected: bool


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """One page of statements; ``more`` says whether there is a page after this one."""

    statements: tuple[Spoken, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its id and name, and how often it was met; the name may not be known."""

    id: str
    name: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body across the latest versions of reports.

    ``statements`` counts what it says, by stance in ``stances``; ``heard_in`` and ``named_in`` are
    numbers of reports. ``names`` are the forms of its name and ``roles`` the words that say what
    it is, each with how often reports give it. ``bodies`` are whom it speaks for or belongs to,
    ``voices`` who speaks for it, ``joined`` the parties by name alone that people made one of (with
    that of its own name; empty where nobody joined any), ``stories`` those in which it is heard.
    """

    id: str
    name: str
    kind: EntityKind
    protected: bool
    statements: int
    heard_in: int
    named_in: int
    stances: Mapping[Stance, int]
    names: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    bodies: tuple[Named, ...]
    voices: tuple[Named, ...]
    joined: tuple[Named, ...]
    stories: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A position of the kept cross-check, and the finding and story that it is part of.

    ``party`` is ``None`` for reports in their own voice, whose name is then ``party_name``.
    """

    id: str
    finding: str
    story: str
    story_title: str | None
    kind: FindingKind
    matter: str
    party_name: str
    party: str | None
    stance: Stance
    low: int | None
    high: int | None
    reports: int
    origins: int
    first_said: str | None
    last_said: str | None


@dataclass(frozen=True, slots=True)
class HeldPage:
    """One page of positions; ``more`` says whether there is a page after this one."""

    positions: tuple[Held, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class HeldWords:
    """Words ``[start, end)`` that bear out a position, and the statement they are of, if any."""

    source: Source
    statement: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """A position with the first words of each report that bears it out; ``more`` are left out."""

    position: Held
    words: tuple[HeldWords, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Copy:
    """That a report has words from another, or from an origin outside (``there`` is ``None``)."""

    story: str
    here: Source
    there: Source | None
    kind: LineageKind
    origin: Origin
    share: float
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CopyPage:
    """One page of copies; ``more`` says whether there is a page after this one."""

    copies: tuple[Copy, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity of one report: what it is called there, and how much is said by it.

    ``roles`` are the report's words for what it is, in one line.
    """

    id: str
    source: Source
    name: str
    aliases: tuple[str, ...]
    roles: str
    statements: int


@dataclass(frozen=True, slots=True)
class MentionPage:
    """One page of entities; ``more`` says whether there is a page after this one."""

    mentions: tuple[Mention, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Support:
    """How many reports, and of how many independent origins they are."""

    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line; ``guest`` says whether the report asked for is beside its matter."""

    id: str
    title: str | None
    starts: str | None
    ends: str | None
    place: str | None
    findings: int
    contested: int
    guest: bool
    support: Support
