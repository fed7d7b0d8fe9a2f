"""Stories, lineage and findings over chosen readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.engine import Engine
from recoupe.errors import RecordError, SpanError
from recoupe.flow import Progress, check_readings
from recoupe.model import CrossCheck, Failure, Reading, failure
from recoupe.pipeline.again import input_of
from recoupe.pipeline.columns import Row, reading_of
from recoupe.pipeline.folder import Folder
from recoupe.pipeline.selecting import selected


@dataclass(frozen=True, slots=True)
class CheckedSelection:
    """What chosen readings come to, and what failed: rows that are none, and stories."""

    found: CrossCheck
    failures: tuple[Failure, ...]


def check_selected(
    folder: Folder,
    where: str | None,
    engine: Engine,
    *,
    progress: Progress = lambda _what, _done, _all: None,
) -> CheckedSelection:
    """Check the readings in a pipeline's folder for which ``where`` holds, as ``recoupe check``.

    They are laid aside on the disk as they come; a few are held. Raises what
    :func:`~recoupe.pipeline.selecting.selected` raises.
    """
    unread: list[Failure] = []
    readings = _readings(selected(folder, where), unread)
    found, failures = check_readings(readings, engine, progress=progress)
    return CheckedSelection(found, (*unread, *failures))


def _readings(rows: Iterable[Row], unread: list[Failure]) -> Iterator[Reading]:
    """Yield the readings of rows; those of which none can be made are added to ``unread``."""
    for row in rows:
        try:
            yield reading_of(row)
        except (RecordError, SpanError) as error:
            unread.append(failure(error, input_of(row)))
