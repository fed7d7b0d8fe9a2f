"""What can be asked of a casefile, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model import FigureSubject, PubStatus, Span, Stance, StatementKind

SearchKind = Literal["report", "statement", "figure", "event", "place", "evidence"]
Order = Literal["newest", "oldest", "best"]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: ``words`` and filters, all of which must fit.

    ``words`` in quotation marks are exact: those words in that order, accents and all, though not
    capitals; other words are found in all their forms, and a final ``*`` stands for any end.
    Names (``speaker``, ``outlet``, ``place``) are compared without accents and capitals; ``place``
    also finds what lies within it. ``since`` and ``until`` are ISO 8601 days of publication,
    inclusive. ``kind`` is the kind of statement, ``figure`` what is counted, with ``low`` and
    ``high`` as bounds that a figure must meet. ``look_for`` is what the results are.
    """

    words: str = ""
    look_for: SearchKind = "statement"
    speaker: str | None = None
    stance: Stance | None = None
    kind: StatementKind | None = None
    outlet: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    figure: FigureSubject | None = None
    low: int | None = None
    high: int | None = None
    language: str | None = None
    older_versions: bool = False
    order: Order = "newest"
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: the record, and its words in their context.

    ``context`` is a stretch of the article's text, ``words`` the spans of the record in the
    article, ``found`` the spans that the query's words matched within the context. ``withdrawn`` is
    the status by which its report was taken back, if it was.
    """

    kind: SearchKind
    id: str
    article: str
    report: str
    outlet: str | None
    title: str | None
    published: str | None
    speaker: str | None
    stance: Stance | None
    context: Span
    words: tuple[Span, ...]
    found: tuple[Span, ...]
    withdrawn: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits; ``total`` counts all that fit, ``None`` where counting was left off.

    ``more`` says whether there is a page after this one.
    """

    hits: tuple[Hit, ...]
    total: int | None
    more: bool
