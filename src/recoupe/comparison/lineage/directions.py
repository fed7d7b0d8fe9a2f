"""Which of two reports has its words from the other: only where something tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from recoupe.comparison.lineage.credits import credited
from recoupe.comparison.lineage.origins import Side
from recoupe.model import Reason

_CREDIT: Final = 4.0
_DATE: Final = 3.0
_CONTAINED: Final = 0.5
_ENOUGH: Final = 1.0
_WHOLE: Final = 0.9
_LONGER: Final = 1.3
_DAY: Final = len("2022-05-05")


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether ``one`` is the earlier (``True``), the later (``False``), or nobody can tell."""

    first_is_source: bool | None
    reasons: tuple[Reason, ...]


def direction(one: Side, other: Side, shares: tuple[float, float]) -> Direction:
    """Return which of two reports the other derives from.

    ``shares`` are the parts of the words of each that stand in the other. A credit counts most,
    then the time of publication; that one is wholly contained in the other is said, but does not
    decide, as agencies' customers cut and add alike.
    """
    clues = [*_credits(one, other), *_dates(one, other), *_contained(one, other, shares)]
    total = sum(points for points, _ in clues)
    if abs(total) < _ENOUGH:
        return Direction(None, (Reason("direction_unknown"),))
    reasons = tuple(reason for points, reason in clues if points * total > 0)
    return Direction(total > 0, reasons)


def _credits(one: Side, other: Side) -> Iterator[tuple[float, Reason]]:
    """Yield a clue for a report that names the other's outlet."""
    for source, report, sign in ((one, other, 1.0), (other, one, -1.0)):
        name = credited_outlet(report, source)
        if name is not None:
            yield sign * _CREDIT, Reason("credits_outlet", (("outlet", name),))


def credited_outlet(report: Side, source: Side) -> str | None:
    """Return the outlet of ``source`` if ``report`` credits it, as it is named there."""
    outlet = source.reading.article.outlet
    if not outlet or outlet == report.reading.article.outlet:
        return None
    span = credited(report.reading.article, outlet)
    return span.text if span is not None else None


def _dates(one: Side, other: Side) -> Iterator[tuple[float, Reason]]:
    here, there = one.reading.article.published, other.reading.article.published
    order = compare_times(here, there)
    if order and here and there:
        earlier, later = (here, there) if order < 0 else (there, here)
        yield -order * _DATE, Reason("published_before", (("earlier", earlier), ("later", later)))


def compare_times(one: str | None, other: str | None) -> int:
    """Return -1 where ``one`` is the earlier, 1 where it is the later, 0 where nobody can tell.

    Times are ISO 8601; a day and an hour of that day cannot be told apart.
    """
    here, there = _time(one), _time(other)
    hours = min(len(one or ""), len(other or "")) > _DAY
    if hours and here and there and (here.tzinfo is None) == (there.tzinfo is None):
        return (here > there) - (here < there)
    day, other_day = day_of(one), day_of(other)
    if day is None or other_day is None:
        return 0
    return (day > other_day) - (day < other_day)


def day_of(published: str | None) -> int | None:
    """Return the number of the day of publication; ``None`` where there is none that is ISO."""
    time = _time(published)
    return time.toordinal() if time is not None else None


def _time(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None


def _contained(
    one: Side, other: Side, shares: tuple[float, float]
) -> Iterator[tuple[float, Reason]]:
    lengths = len(one.wording), len(other.wording)
    if shares[1] >= _WHOLE and lengths[0] > _LONGER * lengths[1]:
        yield _CONTAINED, Reason("contained_in_longer")
    elif shares[0] >= _WHOLE and lengths[1] > _LONGER * lengths[0]:
        yield -_CONTAINED, Reason("contained_in_longer")
