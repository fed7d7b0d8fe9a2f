"""Entities: the people, organisations, groups and media that a report names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

EntityKind = Literal["person", "organisation", "group", "medium", "other"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One named or described party, with every span that names it.

    ``name`` is the fullest form the report gives; ``aliases`` the other forms; ``roles`` the spans
    that say what it is ("porte-parole officiel du Kremlin"); ``pronouns`` the spans that stand for
    it; ``affiliation`` the id of the entity it speaks for or belongs to. ``key`` is the same for
    one name in every report, whatever its spelling and script, ``None`` for one without a name.
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
