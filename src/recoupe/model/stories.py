"""The story: the reports of one incident; a report may belong to several."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.places import Place
from recoupe.model.reasons import Reason


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Two reports held to be of one incident: article ids in their order, and why.

    ``weight`` is between 0 and 1: how sure the link is.
    """

    one: str
    other: str
    weight: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one incident.

    ``reports`` are article ids, by date of publication. ``title`` is the headline of the report
    most like all others. ``start`` and ``end`` are ISO 8601 days of the incident as far as reports
    tell, ``place`` where it was. ``guests`` are those of ``reports`` that are about another
    incident in the first place, such as round-ups.
    """

    id: str
    title: str | None
    reports: tuple[str, ...]
    start: str | None
    end: str | None
    place: Place | None
    links: tuple[StoryLink, ...]
    guests: tuple[str, ...] = ()
