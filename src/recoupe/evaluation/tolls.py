"""From the figures of one report to what its incident came to, as a casualty recorder codes it.

Recorders code an incident, readers read figures one by one. Until comparison does this over many
reports, evaluation needs one plain rule, the same for every text and fixed before measuring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model import Figure


@dataclass(frozen=True, slots=True)
class Toll:
    """The bounds of an incident's toll, and the words they rest on."""

    low: int | None
    high: int | None
    words: str


def toll(figures: Sequence[Figure], what: str) -> Toll | None:
    """Return the toll that a report gives for ``what``, or ``None`` where it gives none.

    News and incident summaries open with the toll and break it down afterwards, so it is the first
    figure of that kind.
    """
    counted = [figure for figure in figures if figure.what == what]
    if not counted:
        return None
    first = counted[0]
    return Toll(first.low, first.high, first.span.text)
