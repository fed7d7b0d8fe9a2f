"""Lineage: which passages of a report derive from another, and from what origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.reasons import Reason
from recoupe.model.span import Span

LineageKind = Literal["verbatim", "rewrite", "quoted", "credited"]
OriginKind = Literal["agency", "outlet", "statement", "post", "unknown"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from in the end; ``name`` as the credit or the report gives it."""

    kind: OriginKind
    name: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words ``here`` that derive from words ``there``; one span each, of different reports.

    ``there`` is ``None`` where the words come from outside the reports.
    """

    here: Span
    there: Span | None


@dataclass(frozen=True, slots=True)
class Derivation:
    """That a report derives, wholly or in part, from another or from an origin outside.

    ``report`` and ``source`` are article ids; ``source`` is ``None`` where the words come from
    something that is not among the reports, such as an agency's dispatch. ``share`` is the part of
    the report's words that derive, 0 to 1.
    """

    report: str
    source: str | None
    origin: Origin
    kind: LineageKind
    share: float
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]
