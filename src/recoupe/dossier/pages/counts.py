"""Numbers over time on the page of a story: each matter's drawing, with its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.charts.figures import FiguresChart, Given, figures_chart
from recoupe.dossier.pages.happened import Telling, support_of
from recoupe.dossier.pages.matrix import Party, PartyKey, party_key
from recoupe.dossier.voices import NOBODY
from recoupe.store.records import Stood

MATTERS: Final = 6
"""Matters that are drawn: those with most numbers; the findings have all."""
_ROWS: Final = 40
"""Numbers of one matter that are drawn and listed."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """A number as a party gave it; ``revises`` where the same party gave another before."""

    party: Party
    number: str
    revises: bool
    first_said: str
    last_said: str
    support: str
    place: str


@dataclass(frozen=True, slots=True)
class CountedMatter:
    """A matter of numbers: ``chart`` is ``None`` where time has nothing to show."""

    finding: str
    matter: str
    what: str
    rows: tuple[CountRow, ...]
    left_out: int
    parties: tuple[Party, ...]
    chart: FiguresChart | None


def counts_of(telling: Telling, parties: Sequence[Party]) -> tuple[CountedMatter, ...]:
    """Return the matters with most numbers, those with most parties first."""
    of: defaultdict[str, list[Stood]] = defaultdict(list)
    for one in telling.facts.stood:
        if one.kind != "single_source" and (one.low is not None or one.high is not None):
            of[one.finding].append(one)
    known = {party.key: party for party in parties}
    ranked = sorted(of.values(), key=len, reverse=True)[:MATTERS]
    return tuple(_matter(group, telling, known) for group in ranked)


def _matter(
    group: Sequence[Stood], telling: Telling, of: Mapping[PartyKey, Party]
) -> CountedMatter:
    words = telling.words
    first = group[0]
    ordered = sorted(group, key=lambda one: (one.first_said is None, one.first_said or ""))[:_ROWS]
    rows = tuple(_rows(ordered, telling, of))
    given = [
        Given(
            party=row.party.name,
            style=row.party.style or NOBODY,
            low=one.low,
            high=one.high,
            first=one.first_said,
            last=one.last_said,
            label=f"{row.party.name}: {row.number} ({row.first_said}; {row.support})",
            place=row.place,
        )
        for one, row in zip(ordered, rows, strict=True)
    ]
    subjects = {str(key): name for key, name in wording.words(words.language).subjects.items()}
    return CountedMatter(
        finding=first.finding,
        matter=wording.plain_line(first.matter),
        what=" · ".join(part for part in (subjects.get(first.what or ""), first.counted) if part),
        rows=rows,
        left_out=len(group) - len(ordered),
        parties=tuple(dict.fromkeys(row.party for row in rows)),
        chart=figures_chart(given, words.language),
    )


def _rows(
    ordered: Sequence[Stood], telling: Telling, of: Mapping[PartyKey, Party]
) -> Iterator[CountRow]:
    last: dict[Party, str] = {}
    for one in ordered:
        party = of[party_key(one.party_id, one.party)]
        number = wording.bounds_of(one.low, one.high, telling.words.language)
        yield CountRow(
            party=party,
            number=number,
            revises=last.get(party, number) != number,
            first_said=wording.day(one.first_said, telling.words.language),
            last_said=wording.day(one.last_said, telling.words.language),
            support=support_of(one, telling.words),
            place=telling.of(one),
        )
        last[party] = number
