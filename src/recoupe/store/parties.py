"""Who is one party across reports: by name, and above that by what people joined and parted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, literal, or_, select, update
from sqlalchemy.engine import Row

from recoupe.model import Reading, Review
from recoupe.review import Grouping, grouping, own_party, party_of_name
from recoupe.store import lookup
from recoupe.store.rows import Values, folded_name
from recoupe.store.schema import entities, parties, statements

_THERE: Final = select(parties.c.id).where(parties.c.id.in_(bindparam("ids", expanding=True)))
_ADD: Final = insert(parties)
_CALLED_SO: Final = (
    select(entities.c.id)
    .where(
        entities.c.party == bindparam("party"),
        entities.c.name == bindparam("name"),
        entities.c.kind == bindparam("kind"),
    )
    .limit(1)
)
_FIRST_ENTITY: Final = (
    select(entities.c.name, entities.c.kind)
    .where(entities.c.party == bindparam("party"))
    .order_by(entities.c.number)
    .limit(1)
)
_FIRST_SPEAKER: Final = (
    select(statements.c.speaker_name.label("name"), literal("other").label("kind"))
    .where(statements.c.party == bindparam("party"), statements.c.speaker.is_(None))
    .order_by(statements.c.number)
    .limit(1)
)
_MANY: Final = 500
"""Ids in one question: far below what any database takes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The parties of one reading.

    ``of_entities`` are those of entities by id, ``of_statements`` those of the statements that
    only name their speaker, ``own`` the party of either by name alone, whatever people made of it.
    ``rows`` are the parties as rows, by id.
    """

    of_entities: Mapping[str, str]
    of_statements: Mapping[str, str]
    own: Mapping[str, str]
    rows: Mapping[str, Values]


class Parties:
    """Says which party each entity of a reading belongs to, under the reviews of parties."""

    def __init__(self, reviews: Sequence[Review]) -> None:
        self.grouping = grouping(reviews)
        self._corrected = _corrected(reviews, self.grouping)

    def placed(self, reading: Reading) -> Placed:
        """Return the parties of a reading's entities and of the speakers it only names."""
        own = {entity.id: own_party(entity) for entity in reading.entities}
        of_entities = {id_: self.grouping.party(party, id_) for id_, party in own.items()}
        rows: dict[str, Values] = {}
        for entity in reading.entities:
            party = of_entities[entity.id]
            rows.setdefault(party, self.row(party, entity.name, entity.kind))
        of_statements = {}
        for statement in reading.statements:
            if statement.speaker is not None:
                own[statement.id] = own[statement.speaker]
            elif (name := statement.speaker_name) is not None:
                own[statement.id] = party_of_name(name, language=reading.article.language)
                party = self.grouping.party(own[statement.id])
                of_statements[statement.id] = party
                rows.setdefault(party, self.row(party, name, "other"))
        return Placed(of_entities, of_statements, own, rows)

    def row(self, party: str, name: str, kind: str) -> Values:
        """Return the row of a party that was first met under this name."""
        corrected = self._corrected.get(party, {})
        name = str(corrected.get("name", name))
        return {
            "id": party,
            "name": name,
            "name_folded": folded_name(name),
            "kind": corrected.get("kind", kind),
            "protected": party in self.grouping.protected,
        }


def put(connection: Connection, wanted: Mapping[str, Values]) -> None:
    """Add the parties that are not there yet; those that are keep their rows."""
    there: set[str] = set()
    for some in _parts(wanted):
        there.update(connection.execute(_THERE, {"ids": some}).scalars())
    if fresh := [row for party, row in wanted.items() if party not in there]:
        connection.execute(_ADD, fresh)


def drop_unused(connection: Connection, candidates: Iterable[str]) -> None:
    """Take out those of the parties that no entity and no statement belongs to any more."""
    for some in _parts(candidates):
        connection.execute(
            delete(parties).where(
                parties.c.id.in_(some),
                ~select(entities.c.id).where(entities.c.party == parties.c.id).exists(),
                ~select(statements.c.id).where(statements.c.party == parties.c.id).exists(),
            )
        )


def call(connection: Connection, grouped: Parties, which: Iterable[str]) -> None:
    """Call parties what people corrected, else as they are called while one of them is called so.

    A party whose name nobody in it has any more is called as the first of them.
    """
    for some in _parts(which):
        for row in connection.execute(select(parties).where(parties.c.id.in_(some))).all():
            named = row if _has(connection, row) else _first(connection, row.id) or row
            values = grouped.row(row.id, named.name, named.kind)
            if any(row._mapping[column] != value for column, value in values.items()):
                connection.execute(update(parties).where(parties.c.id == row.id).values(**values))


def _has(connection: Connection, party: Row[Any]) -> bool:
    """Whether an entity of a party has its name and its kind."""
    asked = {"party": party.id, "name": party.name, "kind": party.kind}
    return connection.execute(_CALLED_SO, asked).first() is not None


def _first(connection: Connection, party: str) -> Row[str, str] | None:
    """Return the name and kind of the first entity of a party, else of a speaker only named."""
    asked = {"party": party}
    return (
        connection.execute(_FIRST_ENTITY, asked).first()
        or connection.execute(_FIRST_SPEAKER, asked).first()
    )


def regroup(connection: Connection) -> None:
    """Give the entities and speakers that any review of parties bears on their party anew."""
    said = lookup.reviews_of_parties(connection)
    now = Parties(said)
    touched = _touched(said, now)
    members = _members(connection, said, touched)
    rows: dict[str, Values] = {}
    moved: dict[str, list[str]] = {}
    for member in members:
        party = now.grouping.party(member.own_party, member.id)
        rows.setdefault(party, now.row(party, member.name, member.kind))
        if party != member.party:
            moved.setdefault(party, []).append(member.id)
    put(connection, rows)
    for party, ids in moved.items():
        for some in _parts(ids):
            for table, column in ((entities, entities.c.id), (statements, statements.c.speaker)):
                connection.execute(update(table).where(column.in_(some)).values(party=party))
            named = statements.c.id.in_(some)
            connection.execute(update(statements).where(named).values(party=party))
    drop_unused(connection, touched | {member.party for member in members})
    call(connection, now, rows)


def _touched(said: Iterable[Review], now: Parties) -> frozenset[str]:
    named = {party for review in said for party in (review.target, *review.others)}
    return frozenset(named | {split.new for split in now.grouping.splits})


def _members(connection: Connection, said: Iterable[Review], touched: frozenset[str]) -> list[Any]:
    """Return the entities, and the statements that only name their speaker, of these parties."""
    taken_out = {one for review in said if review.action == "split" for one in review.others}
    found: dict[str, Any] = {}
    for some in _parts(touched | taken_out):
        here = select(
            entities.c.id, entities.c.own_party, entities.c.party, entities.c.name, entities.c.kind
        ).where(
            or_(
                entities.c.own_party.in_(some),
                entities.c.party.in_(some),
                entities.c.id.in_(some),
            )
        )
        found.update((row.id, row) for row in connection.execute(here.order_by(entities.c.number)))
        named = select(
            statements.c.id,
            statements.c.own_party,
            statements.c.party,
            statements.c.speaker_name.label("name"),
            parties.c.kind,
        ).where(
            statements.c.speaker.is_(None),
            statements.c.party == parties.c.id,
            or_(statements.c.own_party.in_(some), statements.c.party.in_(some)),
        )
        found.update(
            (row.id, row) for row in connection.execute(named.order_by(statements.c.number))
        )
    return list(found.values())


def _corrected(said: Iterable[Review], now: Grouping) -> dict[str, dict[str, object]]:
    """Return the fields of parties that people corrected, the latest above the earlier."""
    found: dict[str, dict[str, object]] = {}
    for review in said:
        if review.kind == "party" and review.action == "correct" and review.in_force:
            party = now.joined.get(review.target, review.target)
            found.setdefault(party, {}).update(review.changes)
    return found


def _parts(ids: Iterable[str]) -> Iterable[list[str]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), _MANY):
        yield ordered[at : at + _MANY]
