"""The published form of a reading (CONTRACT section 1), as pydantic models.

These say what others may rely on; the records in ``recoupe.model`` are ours to change. Adding a
field is free; changing one needs a new schema number and a line in the changelog.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, Field

from recoupe.model import (
    BlockKind,
    EntityKind,
    FigureCounting,
    FigureSubject,
    KnownBy,
    LinkKind,
    Medium,
    PlaceKind,
    PubStatus,
    Stance,
    StatementKind,
    TimeAnchor,
    TimeType,
)

ReadingSchema = Literal["recoupe.reading/1"]
FailureSchema = Literal["recoupe.failure/1"]
READING_SCHEMA: Final[ReadingSchema] = "recoupe.reading/1"
FAILURE_SCHEMA: Final[FailureSchema] = "recoupe.failure/1"


class SpanForm(BaseModel):
    """Half-open [start, end) in Unicode code points of article.text, and the words there."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str = Field(min_length=1)


class CaptureForm(BaseModel):
    """The bytes the article was made from."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    bytes: int = Field(ge=0)
    media_type: str
    captured_at: str = Field(description="ISO 8601, UTC")


class BlockForm(BaseModel):
    """A stretch of article.text with one function on the page."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class LinkForm(BaseModel):
    """An address tied to words of article.text, to a caption, or (no width) to where it stands."""

    kind: LinkKind
    url: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class AuthorForm(BaseModel):
    """Who wrote the report, as the page or item names them."""

    name: str
    url: str | None
    organisation: str | None
    kind: Literal["person", "organisation"] | None


class DatelineForm(BaseModel):
    """Where the report says that it was written."""

    text: str | None
    place: str | None


class CorrectionForm(BaseModel):
    """What the outlet says that it corrected; span is null where the words are not in the text."""

    text: str
    at: str | None = Field(description="ISO 8601 date or date and time")
    span: SpanForm | None


class ClaimReviewForm(BaseModel):
    """What a fact-checker made of a claim: the publisher's verdict, in the publisher's words."""

    claim: str
    claimant: str | None
    claimed_at: str | None = Field(description="ISO 8601")
    appearance: str | None = Field(description="an address where the claim was made")
    rating: str | None
    reviewer: str | None
    reviewed_at: str | None = Field(description="ISO 8601")
    url: str | None


class CredentialsForm(BaseModel):
    """A C2PA manifest in a picture; reader is null where no program here could check it."""

    image: str
    reader: str | None
    valid: bool | None
    signer: str | None
    tool: str | None


class MetadataForm(BaseModel):
    """What the page or item says of its own report, as published."""

    authors: list[AuthorForm]
    dateline: DatelineForm | None
    corrections: list[CorrectionForm]
    claims: list[ClaimReviewForm]
    status: PubStatus | None = Field(description="publishing status, as in IPTC ninjs")
    status_at: str | None = Field(description="ISO 8601")
    status_words: SpanForm | None = Field(description="words that say the status, if no field does")
    note: str | None = Field(description="to editors")
    replaces: bool
    section: str | None
    keywords: list[str]
    canonical: str | None
    free: bool | None = Field(description="said to be read without paying")
    usage: str | None = Field(description="terms of use")
    version: str | None = Field(description="the publisher's own number")
    credentials: list[CredentialsForm]


class WithdrawalForm(BaseModel):
    """That the publisher took the report back."""

    status: PubStatus
    at: str | None = Field(description="ISO 8601")
    note: str | None


class ArticleForm(BaseModel):
    """The canonical text and what is known about it."""

    id: str
    input: str
    input_id: str | None
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None = Field(description="ISO 8601 date or date and time")
    modified: str | None = Field(description="ISO 8601 date or date and time")
    language: str = Field(description="ISO 639-1")
    capture: CaptureForm
    text: str
    text_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    blocks: list[BlockForm]
    links: list[LinkForm]
    metadata: MetadataForm | None = Field(
        default=None, description="as published; null: nothing is said, or nobody looked"
    )
    withdrawn: WithdrawalForm | None = Field(
        default=None, description="by this version, or by another one that is known"
    )


class StatementForm(BaseModel):
    """Who says what, in which exact words."""

    id: str
    content: list[SpanForm] = Field(min_length=1)
    cue: list[SpanForm]
    source: list[SpanForm]
    speaker: str | None = Field(description="id of an entity")
    speaker_name: str | None
    kind: StatementKind
    stance: Stance
    hedged: bool
    within: str | None = Field(description="id of the statement that reports this one")
    via: list[str] = Field(description="ids of entities, nearest first")
    confidence: float = Field(ge=0, le=1)


class KnownRoleForm(BaseModel):
    """An office that a list of known people says somebody held at publication."""

    title: str
    body: str | None
    since: str | None = Field(description="ISO 8601 date, inclusive")
    until: str | None = Field(description="ISO 8601 date, inclusive")


class KnownForm(BaseModel):
    """What a list of known people and bodies says of an entity; the report itself does not."""

    id: str | None = Field(description="id in the list; null where several parties fit")
    source: str = Field(description="name of the list")
    by: KnownBy
    matched: str = Field(description="the list's words that a name or an office matched")
    candidates: list[str] = Field(description="ids of all that fit")
    roles: list[KnownRoleForm]


class EntityForm(BaseModel):
    """A party that the report names or describes."""

    id: str
    kind: EntityKind
    name: str
    aliases: list[str]
    roles: list[SpanForm]
    affiliation: str | None = Field(description="id of an entity")
    mentions: list[SpanForm]
    pronouns: list[SpanForm]
    key: str | None = Field(
        description="the same for one name in every report, spelling and script; null without one"
    )
    known: KnownForm | None


class PlaceForm(BaseModel):
    """A toponym; lat, lon and precision_m are null where it is unresolved."""

    id: str
    span: SpanForm
    name: str
    kind: PlaceKind
    lat: float | None = Field(ge=-90, le=90, description="WGS 84 degrees")
    lon: float | None = Field(ge=-180, le=180, description="WGS 84 degrees")
    precision_m: int | None = Field(ge=0, description="metres")
    country: str | None = Field(description="ISO 3166-1 alpha-2")
    geonames_id: int | None
    within: str | None = Field(description="id of a place")
    confidence: float = Field(ge=0, le=1)


class TimeForm(BaseModel):
    """A temporal expression; value is null where it cannot be known."""

    id: str
    span: SpanForm
    type: TimeType
    value: str | None = Field(description="TIMEX3 value")
    start: str | None = Field(description="ISO 8601, inclusive")
    end: str | None = Field(description="ISO 8601, inclusive")
    confidence: float = Field(ge=0, le=1)
    anchor: TimeAnchor | None = Field(
        description="what the value was reckoned from; null: from nothing, or not known"
    )
    anchor_time: str | None = Field(
        description="id of the earlier time, or of the dateline, that it was reckoned from"
    )


class FigureForm(BaseModel):
    """A number of people; a null bound is open."""

    id: str
    span: SpanForm
    low: float | None
    high: float | None
    approximate: bool
    what: FigureSubject
    counted: str | None
    according_to: str | None = Field(description="id of a statement")
    hedged: bool
    time: str | None = Field(description="id of a time")
    place: str | None = Field(description="id of a place")
    part_of: str | None = Field(description="id of the figure that this one is a part of")
    revises: str | None = Field(
        description="id of the figure, an earlier count of the same, that this one replaces"
    )
    counting: FigureCounting | None = Field(
        description="cumulative, or added to what was counted; null: the words do not say"
    )


class EventForm(BaseModel):
    """A happening; types are ACLED's and PLOVER's."""

    id: str
    trigger: SpanForm
    type: str
    subtype: str | None
    plover: str | None
    actors: list[str] = Field(description="ids of entities")
    targets: list[str] = Field(description="ids of entities")
    place: str | None = Field(description="id of a place")
    time: str | None = Field(description="id of a time")
    figures: list[str] = Field(description="ids of figures")
    according_to: list[str] = Field(description="ids of statements")
    denied_by: list[str] = Field(description="ids of statements")
    hedged: bool
    negated: bool
    mentions: list[SpanForm] = Field(description="all that names it, the trigger among it")


class EvidenceForm(BaseModel):
    """Something the report leans on that can be looked at."""

    id: str
    span: SpanForm
    medium: Medium
    made_with: str | None
    published_on: str | None
    publisher: str | None = Field(description="id of an entity")
    url: str | None
    shows: SpanForm | None


class ReaderForm(BaseModel):
    """What read this part, and in which version."""

    name: str
    version: str


class ProvenanceForm(BaseModel):
    """Which program and readers made the document."""

    recoupe: str
    readers: dict[str, ReaderForm]


class ReadingForm(BaseModel):
    """Everything read in one article (`recoupe read --format jsonl`, one object a line)."""

    schema_: ReadingSchema = Field(alias="schema")
    article: ArticleForm
    statements: list[StatementForm]
    entities: list[EntityForm]
    places: list[PlaceForm]
    times: list[TimeForm]
    figures: list[FigureForm]
    events: list[EventForm]
    evidence: list[EvidenceForm]
    provenance: ProvenanceForm


class ErrorForm(BaseModel):
    """What went wrong, for a program (kind, retryable) and for a person (message)."""

    kind: str
    message: str
    retryable: bool


class FailureForm(BaseModel):
    """Stands in the place of the reading of a report that could not be read."""

    schema_: FailureSchema = Field(alias="schema")
    input: str
    input_id: str | None
    error: ErrorForm
