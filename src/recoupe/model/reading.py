"""The reading: everything read in one article; and the failure that takes its place."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.errors import RecoupeError
from recoupe.model.archiving import WarcRecord
from recoupe.model.article import Article
from recoupe.model.entities import Entity
from recoupe.model.events import Event
from recoupe.model.evidence import Evidence
from recoupe.model.figures import Figure
from recoupe.model.places import Place
from recoupe.model.statements import Statement
from recoupe.model.times import Time


@dataclass(frozen=True, slots=True)
class Reader:
    """The name and version of what read, so that a record can be traced to its maker."""

    reader: str
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one article, each list in the order of the text."""

    article: Article
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]
    readers: tuple[Reader, ...]

    def statement(self, statement_id: str) -> Statement:
        """Return the statement with this id; raise :class:`KeyError` if there is none."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)


@dataclass(frozen=True, slots=True)
class Failure:
    """One report that could not be read, in the place where its reading would stand.

    ``records`` are those of the web archive that tell what a server answered instead, if it did.
    ``passed`` is true of a page in a web archive that is no report, as most are none: it is counted
    and passed over.
    """

    input: str
    input_id: str | None
    kind: str
    message: str
    retryable: bool
    records: tuple[WarcRecord, ...] = ()
    passed: bool = False


def failure(
    error: RecoupeError,
    source: str,
    input_id: str | None = None,
    *,
    records: tuple[WarcRecord, ...] = (),
) -> Failure:
    """Return the record of ``error`` for the input called ``source``."""
    return Failure(source, input_id, error.kind, str(error), error.retryable, records)
