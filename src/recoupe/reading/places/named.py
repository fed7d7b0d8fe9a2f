"""What the steps of reading places hand to each other: a name with the place it means."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.reading.gazetteer import Spot
from recoupe.reading.places.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Named:
    """A recognised name. ``spot`` is the place meant, ``None`` where it is not known.

    ``town`` is the name, elsewhere in the report, of the town in which a site lies. ``government``
    says that a capital stands for those who govern there.
    """

    candidate: Candidate
    sure: float
    spot: Spot | None
    town: Candidate | None = None
    government: bool = False
