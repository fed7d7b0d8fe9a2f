"""Frozen records of everything Recoupe knows; nothing but errors is imported here."""

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
from recoupe.model.entities import Entity, EntityKind, Known, KnownBy, KnownRole
from recoupe.model.events import Event
from recoupe.model.evidence import Evidence, Medium
from recoupe.model.figures import Figure, FigureCounting, FigureSubject
from recoupe.model.ids import content_id
from recoupe.model.mode import MODES, Mode
from recoupe.model.places import Place, PlaceKind
from recoupe.model.reading import Failure, Reader, Reading, failure
from recoupe.model.span import Span
from recoupe.model.statements import Stance, Statement, StatementKind
from recoupe.model.times import Time, TimeAnchor, TimeType

__all__ = [
    "MODES",
    "SILENT_BLOCKS",
    "Article",
    "Block",
    "BlockKind",
    "Capture",
    "CaptureRecord",
    "Declared",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Failure",
    "Figure",
    "FigureCounting",
    "FigureSubject",
    "Known",
    "KnownBy",
    "KnownRole",
    "Link",
    "LinkKind",
    "Medium",
    "Mode",
    "Place",
    "PlaceKind",
    "Reader",
    "Reading",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Time",
    "TimeAnchor",
    "TimeType",
    "calendar_day",
    "content_id",
    "failure",
    "make_article",
    "make_capture",
]
