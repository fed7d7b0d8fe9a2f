"""Entities: the people, organisations, groups and media that a report names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

EntityKind = Literal["person", "organisation", "group", "medium", "other"]


KnownBy = Literal["name", "office"]


@dataclass(frozen=True, slots=True)
class KnownRole:
    """An office that a list says somebody held when the report was published; days inclusive."""

    title: str
    body: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a list of known people and bodies says of an entity, and on what ground.

    ``id`` is the party's id in the list called ``source``, ``None`` where several parties fit:
    ``candidates`` are the ids of all that do. ``by`` says whether a name or an office of the
    report matched the list's words ``matched``. Who held the office is what the list says, and
    not the report.
    """

    id: str | None
    source: str
    by: KnownBy
    matched: str
    candidates: tuple[str, ...]
    roles: tuple[KnownRole, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One named or described party, with every span that names it.

    ``name`` is the fullest form the report gives; ``aliases`` the other forms; ``roles`` the spans
    that say what it is ("porte-parole officiel du Kremlin"); ``pronouns`` the spans that stand for
    it; ``affiliation`` the id of the entity it speaks for or belongs to. ``key`` is the same for
    one name in every report, whatever its spelling and script, and for a state and its government
    ("Ukraine", "le gouvernement ukrainien"); ``None`` for others without a name. ``known`` is what
    a list says of it.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[Span, ...]
    affiliation: str | None
    mentions: tuple[Span, ...]
    pronouns: tuple[Span, ...]
    key: str | None = None
    known: Known | None = None
