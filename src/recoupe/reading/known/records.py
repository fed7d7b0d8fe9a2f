"""A known person or body, as a list says it, and a row of a list that says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recoupe.model import EntityKind


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody's role: what it is called, in what body or country, and from when until when.

    ``holder`` and ``body_id`` are ids of the list. Days are inclusive, ``None`` is open or unknown.
    """

    holder: str
    title: str
    body: str | None = None
    body_id: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None

    def held(self, day: date) -> bool:
        """Whether the list says that it was held on ``day``; one without any date says nothing."""
        if self.since is None and self.until is None:
            return False
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Party:
    """A known person or body; ``weak`` are names that others have too ("the General").

    ``id`` is what the list's other rows call it, ``external`` the id to publish. Kind ``other`` is
    a person or a body: the list does not say which.
    """

    id: str
    external: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A position of FollowTheMoney that people hold one after the other."""

    id: str
    title: str
    country: str | None = None
    body_id: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """That somebody holds a position: ``post`` is the id of a :class:`Post`."""

    holder: str
    post: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line of the file that could not be taken, and why."""

    line: int
    what: str


Row = Party | Office | Post | Held | BadRow
