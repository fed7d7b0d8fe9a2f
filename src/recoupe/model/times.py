"""Times: expressions with a TIMEX3 value and an interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

TimeAnchor = Literal["published", "dateline", "time"]
"""What a value was reckoned from: the day of publication, the dateline, an earlier time."""


@dataclass(frozen=True, slots=True)
class Time:
    """One temporal expression.

    ``value`` is a TIMEX3 value (``2022-05-04``, ``2022-W17-WE``, ``2022-05-04TEV``, ``P3D``) or
    ``None`` where it cannot be known; ``start`` and ``end`` are the ISO 8601 days or minutes that
    it spans, both inclusive.

    ``anchor`` says what the value was reckoned from, ``None`` where from nothing (a date in full, a
    duration) or where it is not known; ``anchor_time`` is the id of the earlier time or of the
    dateline.
    """

    id: str
    span: Span
    type: TimeType
    value: str | None
    start: str | None
    end: str | None
    confidence: float
    anchor: TimeAnchor | None = None
    anchor_time: str | None = None
