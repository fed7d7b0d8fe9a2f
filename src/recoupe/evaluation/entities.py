"""Scoring entities: parties found, their kinds, every name linked, roles and affiliations.

Only parties that the text names are annotated; who is described alone is neither wanted nor made
up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from recoupe.evaluation.gold_records import GoldParty, GoldReport
from recoupe.evaluation.match import name_words, same_party
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Entity, Reading

PINNED: Final = frozenset({"found", "kind", "names linked", "roles", "affiliation"})


def score(report: GoldReport, reading: Reading | None, tally: Tally) -> None:
    """Add one report's parties to ``tally``; one whose parties were not annotated adds nothing."""
    if report.parties is None:
        return
    named = [e for e in (reading.entities if reading else ()) if e.key is not None]
    names = {entity.id: entity.name for entity in (reading.entities if reading else ())}
    pairs, optional = _paired(report.parties, named)
    wanted = [party for party in report.parties if not party.optional]
    right = sum(party in wanted for party, _ in pairs)
    tally.count("found", Count(right, len(named) - optional, len(wanted)))
    found = {id(party): entity for party, entity in pairs}
    for party in wanted:
        _judge(report, party, found.get(id(party)), names, tally)
    paired = {entity.id for _, entity in pairs}
    for entity in named:
        if entity.id not in paired:
            tally.case(Case("made up", report.id, "-", entity.name, entity.mentions[0].text, 1.0))


def _paired(
    parties: Sequence[GoldParty], named: Sequence[Entity]
) -> tuple[list[tuple[GoldParty, Entity]], int]:
    """Return each party with the entity that has most of its names, and how many are optional."""
    pairs: list[tuple[GoldParty, Entity]] = []
    free = list(named)
    for party in parties:
        best = max(free, key=partial(_shared, party), default=None)
        if best is not None and _shared(party, best):
            free.remove(best)
            pairs.append((party, best))
    return pairs, sum(party.optional for party, _ in pairs)


def _shared(party: GoldParty, entity: Entity) -> int:
    """Return how many names of a party an entity has among its own."""
    return sum(_has(entity, name) for name in party.names)


def _has(entity: Entity, name: str) -> bool:
    words = {span.text for span in entity.mentions}
    forms = (entity.name, *entity.aliases, *words)
    return any(name_words(form) == name_words(name) for form in forms)


def _judge(
    report: GoldReport,
    party: GoldParty,
    entity: Entity | None,
    names: dict[str, str],
    tally: Tally,
) -> None:
    if entity is None:
        tally.count("names linked", Count(0, 0, len(party.names)))
        tally.count("roles", Count(0, 0, len(party.roles)))
        if party.affiliation is not None:
            tally.count("affiliation", Count(0, 0, 1))
        tally.case(Case("missed", report.id, party.names[0], "-", party.names[0], 1.0))
        return
    tally.count("kind", judged(entity.kind == party.kind))
    if entity.kind != party.kind:
        tally.case(Case("kind", report.id, party.kind, entity.kind, entity.name, 1.0))
    linked = _shared(party, entity)
    tally.count("names linked", Count(linked, linked, len(party.names)))
    if linked < len(party.names):
        shown = ", ".join((entity.name, *entity.aliases))
        tally.case(Case("not linked", report.id, ", ".join(party.names), shown, entity.name, 1.0))
    _judge_roles(report, party, entity, tally)
    body = names.get(entity.affiliation or "")
    fits = body is not None and party.affiliation is not None
    gold = next((p for p in report.parties or () if party.affiliation in p.names), None)
    wanted = gold.names if gold is not None else (party.affiliation or "",)
    right = fits and any(same_party(body or "", name) for name in wanted)
    tally.count("affiliation", Count(right, body is not None, party.affiliation is not None))
    if not right and (body is not None or party.affiliation is not None):
        told = (party.affiliation or "-", body or "-", entity.name)
        tally.case(Case("affiliation", report.id, *told, 1.0))


def _judge_roles(report: GoldReport, party: GoldParty, entity: Entity, tally: Tally) -> None:
    roles = {role.text.casefold() for role in entity.roles}
    wanted = {role.casefold() for role in party.roles}
    tally.count("roles", Count(len(roles & wanted), len(roles), len(wanted)))
    if roles != wanted:
        told = ("; ".join(sorted(wanted)), "; ".join(sorted(roles)), entity.name)
        tally.case(Case("roles", report.id, *told, 1.0))
