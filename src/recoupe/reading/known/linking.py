"""Entities of a report that a list knows: it gives them their name, kind and id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from recoupe.model import Entity, EntityKind, Known, KnownBy, KnownRole, Place, Statement
from recoupe.reading.known.index import Found, KnownList
from recoupe.reading.known.spelt import spelt, title_of

Linked = tuple[tuple[Entity, ...], tuple[Statement, ...]]


def link_known(
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    lists: Sequence[KnownList],
    *,
    published: date | None,
    places: Sequence[Place],
) -> Linked:
    """Return entities and statements with those entities linked that one of ``lists`` knows.

    The first list that knows an entity tells who it is. Entities that turn out to be one party
    become one entity. Offices are looked up for the day of publication, and only if there is one.
    """
    homes = frozenset(place.country for place in places if place.country is not None)
    linker = _Linker(tuple(lists), published, homes)
    told = [linker.told(entity) for entity in entities]
    return _joined(told, statements)


@dataclass(frozen=True, slots=True)
class _Linker:
    """Looks entities up; ``homes`` are the countries in which the report's places lie."""

    lists: tuple[KnownList, ...]
    published: date | None
    homes: frozenset[str]

    def told(self, entity: Entity) -> Entity:
        """Return an entity as the lists know it, or as it is."""
        for known in self.lists:
            found = self._by_name(known, entity)
            by: KnownBy = "name"
            if not found and self.published is not None and _is_office_alone(entity):
                found, by = self._by_office(known, entity, self.published), "office"
            if found:
                return self._with(entity, known, found, by)
        return entity

    def _by_name(self, known: KnownList, entity: Entity) -> dict[str, Found]:
        """Return the parties that the fullest name of an entity means that the list knows.

        A weak name, which others have too, means only the same kind; a person of one word is no
        body of that name.
        """
        if _is_office_alone(entity):
            return {}
        for name in sorted({entity.name, *entity.aliases}, key=lambda n: (-len(n.split()), n)):
            person = entity.kind == "person" and len(spelt(name).split()) < 2
            fits = {
                found.party: found
                for found in known.named(name)
                if _is_kind(entity.kind, found.kind) or not (person or found.weak)
            }
            if fits:
                return fits
        return {}

    def _by_office(self, known: KnownList, entity: Entity, day: date) -> dict[str, Found]:
        """Return who held the only office by which a report calls somebody it does not name."""
        fits: dict[str, Found] = {}
        for role in entity.roles:
            title = title_of(role.text)
            if len(title.words) < 2 and not title.countries:
                continue  # "the president": of whatever
            for found, countries in known.holding(title, day):
                at_home = title.countries <= countries if title.countries else self._here(countries)
                if at_home:
                    fits[found.party] = found
        return fits

    def _here(self, countries: frozenset[str]) -> bool:
        """Whether a report may be about a country, if it is about any."""
        return not countries or not self.homes or bool(countries & self.homes)

    def _with(
        self, entity: Entity, known: KnownList, found: dict[str, Found], by: KnownBy
    ) -> Entity:
        candidates = tuple(sorted(one.external for one in found.values()))
        first = next(iter(found.values()))
        if len(found) > 1:
            said = Known(None, known.name, by, first.matched, candidates, ())
            return replace(entity, known=said)
        roles = self._roles(known, first.party)
        said = Known(first.external, known.name, by, first.matched, candidates, roles)
        aliases = (name for name in (entity.name, *entity.aliases) if name != first.name)
        return replace(
            entity,
            name=first.name,
            kind=entity.kind if first.kind == "other" else first.kind,
            aliases=tuple(dict.fromkeys(aliases)),
            key=f"known:{known.name}:{first.external}",
            known=said,
        )

    def _roles(self, known: KnownList, party: str) -> tuple[KnownRole, ...]:
        offices = known.roles(party, self.published) if self.published is not None else ()
        return tuple(
            KnownRole(office.title, office.body, _iso(office.since), _iso(office.until))
            for office in offices
        )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _is_kind(found: EntityKind, listed: EntityKind) -> bool:
    """Whether a party of the list may be what the report's words say; only people are apart."""
    return listed == "other" or (found == "person") == (listed == "person")


def _is_office_alone(entity: Entity) -> bool:
    """Whether a report calls a person by an office only."""
    return entity.kind == "person" and bool(entity.roles) and entity.key is None


def _joined(told: Iterable[Entity], statements: Sequence[Statement]) -> Linked:
    """Return one entity for each party, and statements that speak of those."""
    kept: dict[str, Entity] = {}
    same: dict[str, str] = {}
    for entity in told:
        known = entity.known.id if entity.known is not None else None
        key = (entity.key or entity.id) if known is not None else entity.id
        same[entity.id] = kept[key].id if key in kept else entity.id
        kept[key] = _merged(kept[key], entity) if key in kept else entity
    entities = tuple(_affiliated(entity, same) for entity in kept.values())
    names = {entity.id: entity.name for entity in entities}
    return entities, tuple(_retold(statements, same, names))


def _affiliated(entity: Entity, same: dict[str, str]) -> Entity:
    body = same.get(entity.affiliation or "", entity.affiliation)
    return replace(entity, affiliation=None if body == entity.id else body)


def _merged(one: Entity, other: Entity) -> Entity:
    """Return two entities of one party as one, which the text's own name tells rather."""
    aliases = dict.fromkeys((*one.aliases, *other.aliases))
    by_name = [e.known for e in (one, other) if e.known is not None and e.known.by == "name"]
    return replace(
        one,
        aliases=tuple(aliases),
        roles=tuple(sorted({*one.roles, *other.roles})),
        affiliation=one.affiliation or other.affiliation,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
        pronouns=tuple(sorted({*one.pronouns, *other.pronouns})),
        known=by_name[0] if by_name else one.known,
    )


def _retold(
    statements: Iterable[Statement], same: dict[str, str], names: dict[str, str]
) -> Iterator[Statement]:
    for statement in statements:
        speaker = same.get(statement.speaker or "", statement.speaker)
        via = dict.fromkeys(same.get(party, party) for party in statement.via)
        via.pop(speaker or "", None)
        name = names.get(speaker or "", statement.speaker_name)
        yield replace(statement, speaker=speaker, speaker_name=name, via=tuple(via))
