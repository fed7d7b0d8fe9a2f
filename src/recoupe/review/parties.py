"""Who is one party across reports: by name, and above that by what people joined and parted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model import Entity, EntityKind, Review, content_id
from recoupe.review.force import in_force

_MOST_NAMES = 4
"""Words of the longest name that is taken for a person's where nothing tells."""


@dataclass(frozen=True, slots=True)
class Split:
    """Entities taken out of a party, and who was joined with whom when they were."""

    party: str
    entities: frozenset[str]
    new: str
    joined: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grouping:
    """What people made of parties.

    ``joined`` leads from a party to the one that it was merged into, ``splits`` are oldest first,
    ``protected`` are the parties shown by a role alone, as they are now joined. One who was taken
    out of a protected party stays protected.
    """

    joined: Mapping[str, str]
    splits: tuple[Split, ...]
    protected: frozenset[str]

    def party(self, own: str, entity: str | None = None) -> str:
        """Return the party of an entity that is ``own`` by its name; of ``own`` itself without."""
        at = own
        for split in self.splits:
            there = split.joined.get(at, at) == split.joined.get(split.party, split.party)
            if entity in split.entities and there:
                at = split.new
        return self.joined.get(at, at)

    def parties(self, entities: Iterable[Entity]) -> dict[str, str]:
        """Return the party of each entity, by the ids of both."""
        return {entity.id: self.party(own_party(entity), entity.id) for entity in entities}


def parties(entities: Iterable[Entity], reviews: Sequence[Review]) -> dict[str, str]:
    """Return the party of each entity under the reviews of parties and their undos, by ids."""
    return grouping(reviews).parties(entities)


def grouping(reviews: Sequence[Review]) -> Grouping:
    """Return what the reviews of parties in force, oldest first, make of parties.

    Merged parties have the id of the target of the earliest merge among them; entities that were
    taken out of a party are one of their own, until a later merge.
    """
    joined: dict[str, str] = {}
    rank: dict[str, int] = {}
    splits: list[Split] = []
    protected: set[str] = set()
    for place, review in enumerate(in_force(reviews)):
        if review.kind != "party" or not review.in_force:
            continue
        target = joined.get(review.target, review.target)
        if review.action == "merge":
            _merge(review, place, joined, rank)
            protected = {joined.get(party, party) for party in protected}
        elif review.action == "split":
            new = content_id("party", review.id)
            splits.append(Split(review.target, frozenset(review.others), new, dict(joined)))
            protected |= {new} if target in protected else set()
        elif review.action == "protect":
            protected.add(target)
    return Grouping(joined, tuple(splits), frozenset(protected))


def _merge(review: Review, place: int, joined: dict[str, str], rank: dict[str, int]) -> None:
    """Join the parties that a merge names, and all that were joined with them before."""
    named = [joined.get(party, party) for party in (review.target, *review.others)]
    into = min(named, key=lambda party: rank.get(party, place))  # the first named, of equals
    rank.setdefault(into, place)
    for party in {*named, *(one for one, other in joined.items() if other in named)}:
        joined[party] = into


def own_party(entity: Entity) -> str:
    """Return the party of an entity that nobody merged or split: all with its key are one."""
    return content_id("party", entity.key or entity.id)


def party_of_name(name: str, *, language: str, kind: EntityKind | None = None) -> str:
    """Return the party of somebody of whom only a name is known, in a report of ``language``."""
    return content_id("party", name_key(name, kind, language) or name)


def name_key(name: str, kind: EntityKind | None, language: str) -> str | None:
    """Return :attr:`Entity.key` of a party with this name, ``None`` if it has no letters.

    Titles and articles before a name are left out. Where the kind is not known, two to four words
    that all have a capital are taken for a person's.
    """
    from recoupe.languages import available, pack
    from recoupe.reading.entities.lexicon import lexicon, words_of
    from recoupe.reading.speakers.keys import party_key

    words = lexicon(pack(language)) if language in available() else None
    phrase = tuple(word for word in words_of(name) if any(map(str.isalnum, word)))
    before = {*words.titles, *words.articles} if words is not None else set()
    while len(phrase) > 1 and phrase[0] in before:
        phrase = phrase[1:]
    return party_key(
        kind if kind is not None else _kind_of_name(name),
        [phrase],
        words.articles if words is not None else (),
    )


def _kind_of_name(name: str) -> EntityKind:
    words = name.split()
    capitals = all(word[0].isupper() for word in words)
    return "person" if capitals and 2 <= len(words) <= _MOST_NAMES else "organisation"
