"""``page.toml``: what the pages and tables that a person reads say in their own voice."""

from __future__ import annotations

from typing import get_args

from pydantic import model_validator

from recoupe.languages.words import Words
from recoupe.model import (
    BlockKind,
    EntityKind,
    FigureCounting,
    FigureSubject,
    Medium,
    PlaceKind,
    PubStatus,
    Stance,
    StatementKind,
    TimeType,
)


class Labels(Words):
    """Headings, column heads and short phrases; ``{…}`` stands for what is filled in."""

    semicolon: str
    colon: str
    skip: str
    contents: str
    report: str
    statements: str
    speakers: str
    places: str
    times: str
    figures: str
    events: str
    evidence: str
    entities: str
    origin: str
    legend: str
    legend_content: str
    legend_cue: str
    legend_source: str
    legend_inferred: str
    keys: str
    none_found: str
    unknown: str
    unknown_speaker: str
    own_voice: str
    left_out: str
    published: str
    modified: str
    by: str
    read_by_machine: str
    outlet: str
    date: str
    language: str
    title: str
    words: str
    cue: str
    source: str
    inferred: str
    inferred_alone: str
    hedged: str
    negated: str
    uncertain: str
    confidence: str
    within: str
    via: str
    kind: str
    coordinates: str
    precision: str
    unresolved: str
    contained: str
    value: str
    interval: str
    low: str
    high: str
    open: str
    range: str
    what: str
    counted: str
    part_of: str
    revises: str
    according_to: str
    denied_by: str
    when: str
    where: str
    event: str
    actors: str
    targets: str
    medium: str
    made_with: str
    published_on: str
    publisher: str
    shows: str
    name: str
    aliases: str
    roles: str
    affiliation: str
    mentions: str
    address: str
    input: str
    capture: str
    sha256: str
    captured_at: str
    text_sha256: str
    readers: str
    reports: str
    failed: str
    all_reports: str
    no_verdict: str


class Published(Words):
    """The words for what a page or item says of its own report, and for its being taken back."""

    heading: str
    means: str
    withdrawn: dict[PubStatus, str]
    taken_back: str
    no_origin: str
    words_say: str
    replaces: str
    note: str
    authors: str
    works_for: str
    dateline: str
    section: str
    keywords: str
    canonical: str
    access: str
    free: str
    not_free: str
    usage: str
    version: str
    status: str
    statuses: dict[PubStatus, str]
    corrections: str
    claims: str
    claims_mean: str
    claimed_by: str
    rated: str
    rated_by: str
    no_rating: str
    credentials: str
    manifest: str
    checked_by: str
    valid: str
    not_valid: str


class PageWords(Words):
    """The words of the interface in one language, and its names for what the records hold.

    Every value that a record may have has its name: a missing one is refused on loading.
    """

    labels: Labels
    stances: dict[Stance, str]
    statement_kinds: dict[StatementKind, str]
    entity_kinds: dict[EntityKind, str]
    place_kinds: dict[PlaceKind, str]
    time_types: dict[TimeType, str]
    subjects: dict[FigureSubject, str]
    countings: dict[FigureCounting, str]
    media: dict[Medium, str]
    block_kinds: dict[BlockKind, str]
    published: Published

    @model_validator(mode="after")
    def _names_everything(self) -> PageWords:
        for field, values in (
            ("stances", Stance),
            ("statement_kinds", StatementKind),
            ("entity_kinds", EntityKind),
            ("place_kinds", PlaceKind),
            ("time_types", TimeType),
            ("subjects", FigureSubject),
            ("countings", FigureCounting),
            ("media", Medium),
            ("block_kinds", BlockKind),
        ):
            if missing := set(get_args(values)) - set(getattr(self, field)):
                raise ValueError(f"{field} does not name {', '.join(sorted(missing))}")
        return self
