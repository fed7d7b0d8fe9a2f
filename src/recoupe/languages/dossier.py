"""``dossier.toml``: what the pages of a casefile say in their own voice, page by page."""

from __future__ import annotations

from recoupe.languages.words import Words
from recoupe.languages.working import AddingLabels, WorkingLabels
from recoupe.model import (
    LinkKind,
    PassageChangeKind,
    ReviewAction,
    Standing,
    StatementChangeKind,
    TargetKind,
)
from recoupe.model.media import MediaKind
from recoupe.model.reviews import Words as ReviewedWords


class DossierLabels(Words):
    """What every page says: where one can go, who works, what went wrong."""

    skip: str
    pages: str
    case: str
    search: str
    quality: str
    find: str
    you_are: str
    language: str
    set: str
    log_in: str
    password: str
    wrong_password: str
    not_done: str
    at: str
    what_is_wrong: str
    what_to_do: str


class CaseLabels(Words):
    """The first page; ``counts`` names what the casefile holds, ``waiting`` what needs a look."""

    needs_a_look: str
    stories: str
    checked_at: str
    no_stories: str
    lately: str
    added_at: str
    new: str
    version: str
    empty: str
    altered: str
    noticed_at: str
    passages: str
    words_gone: str
    words_gone_means: str
    failures: str
    retryable: str
    holds: str
    counts: dict[str, str]
    waiting: dict[str, str]


class StoryLabels(Words):
    """The page of a story; ``{…}`` stands for what is filled in."""

    findings: str
    matrix: str
    matrix_how: str
    figures: str
    timeline: str
    more_rows: str
    map: str
    matter: str
    others: str
    who: str
    last_said: str
    compared: str
    stale: str
    missing: str
    pages: str
    page: str
    previous: str
    next: str
    since: str
    until: str
    undated: str
    unplaced: str
    within: str
    denied: str
    happened: str
    numbers: str
    revised: str
    logarithmic: str
    left_out: str
    guest: str
    root: str
    no_lineage: str
    outlines: str
    map_keys: str
    nearer: str
    farther: str
    whole: str
    figures_drawn: str
    timeline_drawn: str
    map_drawn: str
    lineage_drawn: str


class ToldLabels(Words):
    """What several pages say of reviews, stories and pages of lists."""

    history: str
    nobody: str
    older: str
    when: str
    who: str
    did: str
    of: str
    reason: str
    undone: str
    before: str
    after: str
    range: str
    findings: str
    contested: str
    guest: str
    actions: dict[ReviewAction, str]
    kinds: dict[TargetKind, str]


class ReportLabels(Words):
    """The page of a report."""

    standings: dict[Standing, str]
    protected: str
    open_statement: str
    looked_at: str
    gone: str
    version: str
    versions: str
    not_latest: str
    own_voice: str
    stories: str
    parts: str
    part: str
    number: str
    shown: str
    first_version: str
    altered: str
    field: str
    was: str
    became: str
    what: str
    passages: str
    fields: dict[str, str]
    passage_kinds: dict[PassageChangeKind, str]
    statement_kinds: dict[StatementChangeKind, str]
    more_passages: str
    more_statements: str
    taken: str
    given: str
    took_nothing: str
    gave_nothing: str
    outside: str
    share: str
    origin: str
    here: str
    there: str
    download: str
    declared: str
    nothing_declared: str
    exchanges: str
    exchanges_mean: str
    record_types: dict[str, str]
    archive_record: str
    archived_at: str


class MediaLabels(Words):
    """Pictures and films.

    ``kinds`` names what is shown, ``how`` in which way, ``fields`` those of EXIF. ``{…}`` stands
    for what is filled in.
    """

    evidence: str
    evidence_means: str
    shown: str
    kinds: dict[LinkKind, str]
    file: dict[MediaKind, str]
    how: dict[str, str]
    share: str
    first_published: str
    first_captured: str
    elsewhere: str
    also: str
    not_kept: str
    kept: str
    pixels: str
    seconds: str
    hash: str
    trouble: str
    exif: str
    forged: str
    fields: dict[str, str]
    drawn: str
    more: str


class StatementLabels(Words):
    """The page of a statement."""

    numbered: str
    rejected: str
    by_machine: str
    words_of_review: dict[ReviewedWords, str]
    context: str
    open_report: str
    previous: str
    following: str
    parts: str
    speaker: str
    stance: str
    within: str
    via: str
    confidence: str
    holds: str
    denied_by: str
    denies: str
    matters: str
    no_matters: str
    here: str
    relations: dict[str, str]
    elsewhere: str
    only_version: str
    version: str
    became: str


class SpeakerLabels(Words):
    """The page of a person or body, and that of an outlet's own voice."""

    heard: str
    named: str
    not_origins: str
    names: str
    bodies: str
    voices: str
    joined: str
    turns: str
    more_turns: str
    said: str
    by_stance: str
    by_story: str
    everything: str
    named_here: str
    otherwise: str
    silent: str
    own_voice: str
    silent_outlet: str


class QualityLabels(Words):
    """The page on how good this is; ``readers`` names what was measured, by subject."""

    opening: str
    proof: str
    proves: tuple[str, ...]
    not_proved: str
    proves_not: tuple[str, ...]
    proofs: str
    no_proofs: str
    proofs_mean: str
    stamped_line: str
    stamped_at: str
    stamped_block: str
    promised_by: str
    checked_with: str
    measured: str
    measuring: str
    corpus: str
    measure: str
    at_least: str
    readers: dict[str, str]


class ApiLabels(Words):
    """The page that describes the JSON interface."""

    title: str
    opening: str
    parameter: str
    values: str
    meaning: str
    answers: str


class SearchingLabels(Words):
    """The page of the search; ``facets`` names what results can be narrowed by."""

    words: str
    look_for: str
    speaker: str
    stance: str
    place: str
    further: str
    since: str
    until: str
    kind: str
    order: str
    older_versions: str
    any: str
    narrow: str
    among: str
    found: str
    nothing: str
    kinds: dict[str, str]
    orders: dict[str, str]
    facets: dict[str, str]


class MaskingLabels(Words):
    """What pages say where names and places are masked; ``nothing`` where none had to be."""

    note: str
    nothing: str
    read_only: str


class WatchingLabels(Words):
    """What pages say of lists that are followed, and of pages that were taken down."""

    lists: str
    pages: str
    last_seen: str
    last_read: str
    not_seen: str
    trouble: str
    taken_down: str
    is_down: str
    unaltered: str


class FilesLabels(Words):
    """What stands at the foot of pages that are written into files."""

    handed_over: str
    one_story: str
    unmasked: str


class DossierWords(Words):
    """The words of the dossier, by page."""

    labels: DossierLabels
    errors: dict[str, str]
    case: CaseLabels
    quality: QualityLabels
    api: ApiLabels
    working: WorkingLabels
    adding: AddingLabels
    masking: MaskingLabels
    files: FilesLabels
    watching: WatchingLabels
    searching: SearchingLabels
    told: ToldLabels
    report: ReportLabels
    media: MediaLabels
    statement: StatementLabels
    speaker: SpeakerLabels
    story: StoryLabels
