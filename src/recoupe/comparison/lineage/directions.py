"""Which of two reports has its words from the other: only where something tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from recoupe.comparison.lineage.credits import credited
from recoupe.comparison.lineage.dating import Stood, stood
from recoupe.comparison.lineage.origins import Side
from recoupe.model import Reason

_CREDIT: Final = 4.0
_DATE: Final = 3.0
_ALTERED: Final = 0.75
"""What it counts that one was published first, where it was altered after the other came."""
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


def direction(
    one: Side,
    other: Side,
    shares: tuple[float, float],
    passages: Sequence[tuple[range, range]] = (),
) -> Direction:
    """Return which of two reports the other derives from.

    ``shares`` are the parts of the words of each that stand in the other, ``passages`` those words.
    A credit counts most, then the time at which the words were published. Where one report was
    altered since the other came, the time of publication alone does not decide; nor does it that
    one is wholly contained in the other, as agencies' customers cut and add alike.
    """
    here = _stood(one, [own for own, _ in passages])
    there = _stood(other, [own for _, own in passages])
    clues = [*_credits(one, other), *_dates(here, there), *_contained(one, other, shares)]
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


def _stood(report: Side, passages: Sequence[range]) -> Stood:
    words = report.wording.words if report.versions else ()
    told = [word for passage in passages for word in words[passage.start : passage.stop]]
    return stood(report.reading.article, report.versions, told)


def _dates(here: Stood, there: Stood) -> Iterator[tuple[float, Reason]]:
    """Yield a clue where words were published before others, or their report at least was."""
    for earlier, later, sign in ((here, there, 1.0), (there, here, -1.0)):
        if compare_times(earlier.last, later.first) < 0:
            yield sign * _DATE, _before(earlier.first or earlier.last, later.first)
            return
    order = compare_times(here.first, there.first)
    if order < 0:
        yield _ALTERED, _before(here.first, there.first)
    elif order > 0:
        yield -_ALTERED, _before(there.first, here.first)


def _before(earlier: str | None, later: str | None) -> Reason:
    return Reason("published_before", (("earlier", earlier or "?"), ("later", later or "?")))


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
