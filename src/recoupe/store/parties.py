"""Who is one party across reports: by name, and above that by what people joined and parted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from recoupe.model import Reading, Review, content_id
from recoupe.store.rows import Values, folded_name


@dataclass(frozen=True, slots=True)
class Placed:
    """The parties of one reading: by entity, by statement that only names its speaker, as rows."""

    of_entities: Mapping[str, str]
    of_statements: Mapping[str, str]
    own: Mapping[str, str]
    parties: Mapping[str, Values]


class Parties:
    """Says which party each entity of a reading belongs to, under the reviews of parties."""

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._reviews = tuple(reviews)

    def placed(self, reading: Reading) -> Placed:
        """Return the parties of a reading's entities and of the speakers it only names."""
        of = {}
        rows = {}
        for e in reading.entities:
            party = content_id("party", e.key or e.id)
            of[e.id] = party
            rows.setdefault(
                party,
                {
                    "id": party,
                    "name": e.name,
                    "name_folded": folded_name(e.name),
                    "kind": e.kind,
                    "protected": False,
                },
            )
        own = dict(of)
        for s in reading.statements:
            if s.speaker:
                own[s.id] = of[s.speaker]
        return Placed(of, {}, own, rows)


def regroup(connection: Connection) -> None:
    """Give every entity its party anew."""
