"""The published form of a cross-check (CONTRACT section 2), as pydantic models."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, Field

from recoupe.export.contract import SpanForm
from recoupe.model import (
    Compatible,
    FindingKind,
    FindingStanding,
    GradingName,
    LineageKind,
    OriginKind,
    PubStatus,
    Stance,
)

CrossCheckSchema = Literal["recoupe.crosscheck/1"]
CROSSCHECK_SCHEMA: Final[CrossCheckSchema] = "recoupe.crosscheck/1"


class ReportForm(BaseModel):
    """A report that was checked, in input order."""

    id: str
    input: str
    input_id: str | None
    outlet: str | None
    title: str | None
    published: str | None = Field(description="ISO 8601 date or date and time")
    language: str = Field(description="ISO 639-1")
    stories: list[str] = Field(description="ids of stories")
    withdrawn: PubStatus | None = Field(
        default=None, description="how the publisher took it back; null: it did not"
    )


class StoryPlaceForm(BaseModel):
    """Where an incident was; lat, lon and precision_m are null where it is unresolved."""

    name: str
    lat: float | None = Field(ge=-90, le=90, description="WGS 84 degrees")
    lon: float | None = Field(ge=-180, le=180, description="WGS 84 degrees")
    precision_m: int | None = Field(ge=0, description="metres")
    country: str | None = Field(description="ISO 3166-1 alpha-2")
    geonames_id: int | None


class StoryLinkForm(BaseModel):
    """Two reports held to be of one incident, and why."""

    one: str = Field(description="id of a report")
    other: str = Field(description="id of a report")
    weight: float = Field(ge=0, le=1)
    reasons: list[str]


class StoryForm(BaseModel):
    """The reports of one incident."""

    id: str
    title: str | None
    reports: list[str] = Field(description="ids of reports, by date of publication")
    start: str | None = Field(description="ISO 8601, inclusive")
    end: str | None = Field(description="ISO 8601, inclusive")
    place: StoryPlaceForm | None
    links: list[StoryLinkForm]


class OriginForm(BaseModel):
    """Where words come from in the end."""

    kind: OriginKind
    name: str | None


class PassageForm(BaseModel):
    """Words here that derive from words there."""

    here: SpanForm
    there: SpanForm | None = Field(description="null: from outside the reports")


class DerivationForm(BaseModel):
    """That a report derives, wholly or in part, from another or from an origin outside."""

    report: str
    from_: str | None = Field(alias="from", description="id of a report; null: not among them")
    origin: OriginForm
    kind: LineageKind
    share: float = Field(ge=0, le=1, description="part of the report's words that derive")
    passages: list[PassageForm]
    reasons: list[str]


class SaidForm(BaseModel):
    """Words that bear out a position."""

    report: str
    statement: str | None = Field(description="null: the report's own voice")
    span: SpanForm
    at: str | None = Field(description="ISO 8601 day of publication")


class PositionForm(BaseModel):
    """A party's stance on one matter."""

    party: str
    party_id: str | None
    stance: Stance
    low: float | None
    high: float | None
    statements: list[SaidForm] = Field(min_length=1)
    reports: int = Field(ge=1)
    independent_origins: int = Field(
        ge=0, description="roots of copy chains; 0: it stands on withdrawn reports alone"
    )
    first_said: str | None
    last_said: str | None


class AboutForm(BaseModel):
    """What a matter is about."""

    what: str | None
    place: str | None
    time: str | None
    counted: str | None


class GradingForm(BaseModel):
    """A suggestion in Airwars' terms with its reasons; never a verdict."""

    name: GradingName
    reasons: list[str]


class FindingForm(BaseModel):
    """What was found on one matter of a story."""

    id: str
    story: str
    kind: FindingKind
    matter: str
    about: AboutForm
    positions: list[PositionForm] = Field(min_length=1)
    reasons: list[str]
    compatible_if: Compatible | None
    suggested_grading: GradingForm | None
    standing: FindingStanding | None = Field(
        description="what a person made of it; null: the machine's own"
    )


class CrossCheckForm(BaseModel):
    """Everything that several reports come to (`recoupe check --format json`)."""

    schema_: CrossCheckSchema = Field(alias="schema")
    reports: list[ReportForm]
    stories: list[StoryForm]
    lineage: list[DerivationForm]
    findings: list[FindingForm]
