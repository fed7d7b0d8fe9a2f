"""Who and what is protected in a casefile, under which names, and what they are called instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from recoupe.export.masking.names import key_of, labels_apart
from recoupe.languages import available, pack
from recoupe.languages.export import MaskLabels
from recoupe.model import Entity, EntityKind, Json, Place, Reading, Review, content_id
from recoupe.review import in_force
from recoupe.store.parties import Parties, Placed
from recoupe.store.records import ReviewedReading

_LONGEST_ROLE: Final = 60
"""Code points of the longest role that is shown in the place of a name."""


@dataclass(slots=True)
class Person:
    """A protected party: what it is called anywhere, and what may be said of it."""

    kind: EntityKind = "other"
    names: dict[str, str] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)
    named: bool = False

    @property
    def is_person(self) -> bool:
        """Whether each word of its name may tell who it is."""
        return self.kind == "person" and self.named

    def call(self, name: str) -> None:
        """Note a name."""
        if key := key_of(name):
            self.names.setdefault(key, name)


@dataclass(slots=True)
class Protection:
    """Everything protected.

    ``people`` are by party, ``joined`` the parties that people made one with any of them,
    ``spots`` the protected places as reports have them, ``entities`` the party of each entity that
    is protected, ``speakers`` that of each statement that only names such a speaker, ``records``
    the protected records of each article, ``reports`` the protected reports, ``spot_names`` the
    names by which places were protected.
    """

    people: dict[str, Person] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)
    spots: dict[str, Place] = field(default_factory=dict)
    entities: dict[str, str] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    records: dict[str, set[str]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    spot_names: set[str] = field(default_factory=set)

    def is_named(self, place: Place) -> bool:
        """Whether a place is a protected one itself, and not only within or near one."""
        return place.id in self.spots or any(same_spot(place, one) for one in self.spots.values())

    def spots_of(self, reading: Reading) -> Mapping[str, Place]:
        """Return the places of a reading that are protected or lie within one, by id."""
        held = {place.id: place for place in reading.places}
        if not self.spots:
            return {}
        return {id_: one for id_, one in held.items() if self._is_protected(one, held)}

    def _is_protected(self, place: Place, held: Mapping[str, Place]) -> bool:
        seen: set[str] = set()
        at: Place | None = place
        while at is not None and at.id not in seen:
            if self.is_named(at):
                return True
            seen.add(at.id)
            at = held.get(at.within or "")
        return any(_lies_in(place, one) for one in self.spots.values())


def is_any(reviews: Iterable[Review]) -> bool:
    """Whether anything is protected at all."""
    return any(review.action == "protect" for review in _standing(reviews))


def gathered(
    read: Callable[[], Iterable[ReviewedReading]], reviews: tuple[Review, ...]
) -> Protection:
    """Return what is protected in readings under the reviews of a casefile, oldest first.

    Whoever is protected in one report is so in all, under every name that any report gives, or
    that people took from one. ``read`` yields the readings anew with each call.
    """
    parties = Parties([review for review in reviews if review.kind == "party"])
    found = Protection()
    wanted = set(parties.grouping.protected) | set(_parties_reviewed(reviews, parties))
    for review in _standing(reviews):
        if review.action != "protect":
            continue
        if review.kind == "report":
            found.reports.add(review.report or review.target)
        name = review.record.get("name") if review.record is not None else None
        if review.kind == "place" and isinstance(name, str):
            found.spot_names.add(name)
        if review.kind == "entity" and isinstance(name, str):
            party = next(iter(_parties_reviewed((review,), parties)), review.target)
            found.people.setdefault(party, Person()).call(name)
    known = -1
    while known < len(wanted):  # whom a later report protects, an earlier one may have named
        known = len(wanted)
        for reviewed in read():
            _gather(reviewed, parties.placed(reviewed.reading), wanted, found)
    _call_as_before(reviews, parties, found)
    found.joined = {
        own
        for own, party in parties.grouping.joined.items()
        if party in found.people and own not in found.people
    }
    return found


def _call_as_before(reviews: Iterable[Review], parties: Parties, found: Protection) -> None:
    """Note the names that protected parties and places had before people corrected them."""
    for review in reviews:
        told = [*_names_in(review.record or {}), *_names_in(review.changes)]
        if review.kind == "party":
            party = parties.grouping.joined.get(review.target, review.target)
        else:
            party = found.entities.get(review.target, "")
        for name in told if party in found.people else ():
            found.people[party].call(name)
        if review.kind == "place" and review.target in found.spots:
            found.spot_names.update(told)


def _names_in(values: Mapping[str, Json]) -> Iterator[str]:
    aliases = values.get("aliases")
    for name in (values.get("name"), *(aliases if isinstance(aliases, list | tuple) else ())):
        if isinstance(name, str):
            yield name


def labels(found: Protection, words: MaskLabels) -> dict[str, str]:
    """Return what each protected party is called instead, by party; no two the same."""
    before = set(map(key_of, titles_and_articles()))
    for label in words.parties.values():  # "a person" may stand for "a woman from the mill"
        before.update(key_of(label).split()[:-1])
    told = {key for person in found.people.values() for key in person.names}
    said = {word for key in told for word in key.split()} - before
    return labels_apart(
        {party: _label(one, said, words) for party, one in found.people.items()}, words.another
    )


def titles_and_articles() -> frozenset[str]:
    """Return the words of every language that stand before a name and name nobody."""
    from recoupe.reading.entities.lexicon import lexicon

    found: set[str] = set()
    for code in available():
        words = lexicon(pack(code))
        found.update(words.titles, words.articles)
    return frozenset(found)


def same_spot(one: Place, other: Place) -> bool:
    """Whether two places of reports are one place: by number, else by name and country."""
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    near = one.country is None or other.country is None or one.country == other.country
    return near and key_of(one.name) == key_of(other.name)


def _lies_in(place: Place, around: Place) -> bool:
    """Whether the point of a place is within the reach of a protected one, and no coarser."""
    from recoupe.export.masking.places import COARSE, metres_between

    if place.kind in COARSE or around.kind in COARSE or around.precision_m is None:
        return False
    apart = metres_between(place, around)
    return apart is not None and apart <= around.precision_m


def _standing(reviews: Iterable[Review]) -> Iterator[Review]:
    return (review for review in in_force(tuple(reviews)) if review.in_force)


def _parties_reviewed(reviews: Iterable[Review], parties: Parties) -> Iterator[str]:
    """Yield the parties of the entities and speakers that are protected in one report."""
    for review in _standing(reviews):
        if review.action != "protect" or review.record is None:
            continue
        if review.kind == "entity":
            own = content_id("party", review.record.get("key") or review.target)
            yield parties.grouping.party(own, review.target)


def _gather(reviewed: ReviewedReading, placed: Placed, wanted: set[str], found: Protection) -> None:
    reading = reviewed.reading
    marked = {id_ for id_, mark in reviewed.marks.items() if mark.protected}
    marked |= {one.speaker for one in reading.statements if one.id in marked and one.speaker}
    for entity in reading.entities:
        party = placed.of_entities[entity.id]
        if entity.id in marked:
            wanted.add(party)
        if party in wanted:
            found.entities[entity.id] = party
            _note(found.people.setdefault(party, Person()), entity)
    _gather_speakers(reading, placed, wanted, marked, found)
    for party, row in placed.rows.items():
        if party in found.people:  # what people corrected its name to
            found.people[party].call(row["name"])
    found.spots |= {place.id: place for place in reading.places if place.id in marked}
    if marked:
        found.records.setdefault(reading.article.id, set()).update(marked)


def _gather_speakers(
    reading: Reading, placed: Placed, wanted: set[str], marked: set[str], found: Protection
) -> None:
    for statement in reading.statements:
        named = placed.of_statements.get(statement.id)
        party = named or found.entities.get(statement.speaker or "")
        if party is not None and (party in wanted or statement.id in marked):
            wanted.add(party)
            found.people.setdefault(party, Person()).call(statement.speaker_name or "")
            if named is not None:
                found.speakers[statement.id] = party


def _note(person: Person, entity: Entity) -> None:
    if entity.kind != "other" or not person.names:
        person.kind = entity.kind
    person.named = person.named or entity.key is not None
    for name in (entity.name, *entity.aliases):
        person.call(name)
    person.roles += [span.text for span in entity.roles if span.text not in person.roles]


def _label(person: Person, names: Set[str], words: MaskLabels) -> str:
    """Return the first role that has no word of a name, else the word for what kind it is."""
    for role in person.roles:
        told = " ".join(role.split())
        keys = set(key_of(told).split())
        plain = not any(map(str.isdigit, told)) and not any(
            w[0].isupper() for w in told.split()[1:]
        )
        if told and len(told) <= _LONGEST_ROLE and plain and told[0].islower() and not keys & names:
            return told
    label = words.parties[person.kind]
    return words.record if names & set(key_of(label).split()) else label
