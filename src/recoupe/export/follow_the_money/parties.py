"""Who speaks in the reports and is named in them: parties, and whom they belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from recoupe.export.follow_the_money.making import Line, Maker
from recoupe.export.material import ExportedReport, Party
from recoupe.languages import Pack
from recoupe.languages.page import PageWords
from recoupe.model import Entity, EntityKind, content_id

_SCHEMATA: Final[dict[EntityKind, str]] = {
    "person": "Person",
    "organisation": "Organization",
    "medium": "Organization",
    "group": "LegalEntity",
    "other": "LegalEntity",
}
_STATE: Final = re.compile(r"state:([A-Z]{2})")
"""Keys of states, which speak as their country, their capital or their government."""
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")


@dataclass(slots=True)
class Gathered:
    """One party as the reports so far have it; ``proof`` are the ids of those that name it."""

    party: Party
    country: str | None = None
    names: dict[str, None] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    wikidata: dict[str, None] = field(default_factory=dict)
    proof: dict[str, None] = field(default_factory=dict)

    @property
    def schema(self) -> str:
        """The schema that is honest for it: a state is a public body, a crowd no organisation."""
        return "PublicBody" if self.country is not None else _SCHEMATA[self.party.kind]


@dataclass(slots=True)
class Belonging:
    """That reports let one party speak for another or belong to it, by their roles."""

    roles: dict[str, None] = field(default_factory=dict)
    proof: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Parties:
    """All named parties of the reports taken so far, by id, and whom they belong to.

    Somebody who is only described ("a witness") is none of them: as an entity of its own, a
    description would be matched with others' names. Whoever is protected is never one.
    """

    found: dict[str, Gathered] = field(default_factory=dict)
    belonging: defaultdict[tuple[str, str], Belonging] = field(
        default_factory=lambda: defaultdict(Belonging)
    )

    def take(self, report: ExportedReport) -> None:
        """Take the parties of one more report."""
        article = report.reading.article.id
        named = named_in(report)
        for entity in report.reading.entities:
            if (party := named.get(entity.id)) is None:
                continue
            gathered = self.found.setdefault(party.id, Gathered(party))
            _note(gathered, entity, article)
            body = named.get(entity.affiliation or "")
            if body is not None and body.id != party.id:
                tie = self.belonging[party.id, body.id]
                tie.roles.update((span.text, None) for span in entity.roles)
                tie.proof[article] = None

    def lines(self, make: Maker, pack: Pack) -> Iterator[Line]:
        """Yield an entity for each party, then the ties between them."""
        for gathered in self.found.values():
            yield _party(gathered, make)
        role = pack.table("page", PageWords).labels.affiliation
        for (party, body), tie in self.belonging.items():
            yield make(
                "UnknownLink",
                content_id("link", party, body),
                subject=party,
                object=body,
                role=role,
                description=map(_quoted, tie.roles),
                proof=tie.proof,
            )


def named_in(report: ExportedReport) -> dict[str, Party]:
    """Return the parties that a report names, by the id of each of their entities in it."""
    return {
        entity.id: party
        for entity in report.reading.entities
        if entity.key is not None
        and (party := report.parties.get(entity.id)) is not None
        and not party.protected
    }


def forms(entity: Entity) -> list[str]:
    """Return how a report writes the name of a party: without descriptions ("the regiment")."""
    return [entity.name, *(one for one in entity.aliases if any(map(str.isupper, one)))]


def _note(gathered: Gathered, entity: Entity, article: str) -> None:
    gathered.names.update(dict.fromkeys(forms(entity)))
    gathered.roles.update((span.text, None) for span in entity.roles)
    gathered.proof[article] = None
    if (state := _STATE.fullmatch(entity.key or "")) is not None:
        gathered.country = state[1]
    known = entity.known
    if known is not None and known.by == "name" and _WIKIDATA.fullmatch(known.id or ""):
        gathered.wikidata[known.id or ""] = None


def _party(gathered: Gathered, make: Maker) -> Line:
    name = gathered.party.name
    others = [one for one in gathered.names if one != name]
    weak = [one for one in others if gathered.schema == "Person" and len(one.split()) == 1]
    return make(
        gathered.schema,
        gathered.party.id,
        name=name,
        alias=[one for one in others if one not in weak],
        weakAlias=weak,
        country=gathered.country,
        wikidataId=gathered.wikidata,
        summary=map(_quoted, gathered.roles),
        proof=gathered.proof,
    )


def _quoted(words: str) -> str:
    return f"“{words}”"
