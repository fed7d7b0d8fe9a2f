"""The gate: scores that must not fall, pinned in ``floors.toml`` a little below what was measured.

The margin is for the last digits of floating-point arithmetic on other machines, not for trades.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from recoupe.errors import FloorError
from recoupe.evaluation.score import Score

FLOORS: Final = Path(__file__).with_name("floors.toml")
MARGIN: Final = 0.005

Key = tuple[str, str, str]
"""Subject, corpus, measure."""

_HEADER: Final = """\
# Scores below which `recoupe evaluate` fails, by reader, corpus and measure (0 to 1).
# Written by `recoupe evaluate all --pin`: what was measured, less 0.005. Lower one only with a
# reason in the commit.
"""


def key(score: Score) -> Key:
    """Return what names a score's floor."""
    return score.subject, score.corpus, score.measure


def read_floors(path: Path | None = None) -> dict[Key, float]:
    """Return the floors pinned in ``path``, by default the package's own file.

    Raises :class:`FloorError` where the file is not what it must be.
    """
    path = path or FLOORS
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            (subject, corpus, measure): float(floor)
            for subject, by_corpus in tables.items()
            for corpus, measures in by_corpus.items()
            for measure, floor in measures.items()
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise FloorError(
            f"no floors can be read ({error})",
            where=str(path),
            remedy="run `recoupe evaluate all --pin`",
        ) from None


def fallen(
    scores: Sequence[Score], floors: Mapping[Key, float], *, whole: bool
) -> Iterator[FloorError]:
    """Yield an error for each score below its floor.

    Where all of a corpus was read (``whole``), a floor that no score answers is an error as well:
    a measure that was renamed or lost must not pass unseen. A subset is never compared.
    """
    if not whole:
        return
    values = {key(score): score.value for score in scores}
    measured = {(subject, corpus) for subject, corpus, _ in values}
    for (subject, corpus, measure), floor in floors.items():
        where = f"{subject} on {corpus}"
        value = values.get((subject, corpus, measure))
        if value is not None and value < floor:
            yield FloorError(
                f"{measure} is {value:.3f}, below its floor {floor:.3f}",
                where=where,
                remedy=f"see `recoupe evaluate {subject} --worst 10`",
            )
        elif value is None and (subject, corpus) in measured:
            yield FloorError(
                f"{measure} was not measured, and its floor is {floor:.3f}",
                where=where,
                remedy="pin the floors again if the measure has another name now",
            )


def pinned(scores: Iterable[Score], earlier: Mapping[Key, float]) -> dict[Key, float]:
    """Return the floors after pinning ``scores``; what was not measured keeps its floor."""
    fresh = {
        key(score): max(0.0, round(score.value - MARGIN, 4)) for score in scores if score.pinned
    }
    measured = {name[:2] for name in fresh}
    kept = {name: floor for name, floor in earlier.items() if name[:2] not in measured}
    return kept | fresh


def write_floors(floors: Mapping[Key, float], path: Path | None = None) -> None:
    """Write the floors in order of reader, corpus and measure, by default where they are read."""
    parts = [_HEADER]
    for subject, corpus in sorted({name[:2] for name in floors}):
        parts.append(f"\n[{subject}.{corpus}]\n")
        parts.extend(
            f'"{measure}" = {floor:.4f}\n'
            for (*table, measure), floor in sorted(floors.items())
            if table == [subject, corpus]
        )
    (path or FLOORS).write_text("".join(parts), encoding="utf-8")
