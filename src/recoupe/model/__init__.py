"""Frozen records of everything Recoupe knows; nothing but errors is imported here."""

from recoupe.model.archiving import RecordType, WarcRecord, warc_record
from recoupe.model.article import (
    SILENT_BLOCKS,
    Article,
    Block,
    BlockKind,
    Link,
    LinkKind,
    make_article,
)
from recoupe.model.capture import Capture, CaptureRecord, Declared, calendar_day, make_capture
from recoupe.model.crosscheck import CrossCheck, ReportEntry
from recoupe.model.encoding import (
    LISTS,
    RECORDS,
    Record,
    packed,
    record_json,
    record_of,
    spans_of,
)
from recoupe.model.entities import Entity, EntityKind, Known, KnownBy, KnownRole
from recoupe.model.events import Event
from recoupe.model.evidence import Evidence, Medium
from recoupe.model.figures import Figure, FigureCounting, FigureSubject
from recoupe.model.findings import (
    About,
    Compatible,
    ContradictionScore,
    Finding,
    FindingKind,
    FindingStanding,
    Grading,
    GradingName,
    Position,
    Said,
)
from recoupe.model.ids import content_id
from recoupe.model.lineage import Derivation, LineageKind, Origin, OriginKind, Passage
from recoupe.model.mode import MODES, Mode
from recoupe.model.places import Place, PlaceKind, decimals
from recoupe.model.reading import Failure, Reader, Reading, failure
from recoupe.model.reasons import Reason
from recoupe.model.reviews import (
    RECORD_KINDS,
    REVIEW_ACTIONS,
    Draft,
    Json,
    RecordKind,
    Review,
    ReviewAction,
    Reviewed,
    Standing,
    TargetKind,
    Words,
)
from recoupe.model.span import Span
from recoupe.model.statements import Stance, Statement, StatementKind
from recoupe.model.stories import Story, StoryLink
from recoupe.model.times import Time, TimeAnchor, TimeType
from recoupe.model.unpacking import packed_story, unpacked
from recoupe.model.versions import (
    FieldChange,
    PassageChange,
    PassageChangeKind,
    StatementChange,
    StatementChangeKind,
    VersionChange,
)

__all__ = [
    "LISTS",
    "MODES",
    "RECORDS",
    "RECORD_KINDS",
    "REVIEW_ACTIONS",
    "SILENT_BLOCKS",
    "About",
    "Article",
    "Block",
    "BlockKind",
    "Capture",
    "CaptureRecord",
    "Compatible",
    "ContradictionScore",
    "CrossCheck",
    "Declared",
    "Derivation",
    "Draft",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Failure",
    "FieldChange",
    "Figure",
    "FigureCounting",
    "FigureSubject",
    "Finding",
    "FindingKind",
    "FindingStanding",
    "Grading",
    "GradingName",
    "Json",
    "Known",
    "KnownBy",
    "KnownRole",
    "LineageKind",
    "Link",
    "LinkKind",
    "Medium",
    "Mode",
    "Origin",
    "OriginKind",
    "Passage",
    "PassageChange",
    "PassageChangeKind",
    "Place",
    "PlaceKind",
    "Position",
    "Reader",
    "Reading",
    "Reason",
    "Record",
    "RecordKind",
    "RecordType",
    "ReportEntry",
    "Review",
    "ReviewAction",
    "Reviewed",
    "Said",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "StatementChange",
    "StatementChangeKind",
    "StatementKind",
    "Story",
    "StoryLink",
    "TargetKind",
    "Time",
    "TimeAnchor",
    "TimeType",
    "VersionChange",
    "WarcRecord",
    "Words",
    "calendar_day",
    "content_id",
    "decimals",
    "failure",
    "make_article",
    "make_capture",
    "packed",
    "packed_story",
    "record_json",
    "record_of",
    "spans_of",
    "unpacked",
    "warc_record",
]
