"""Happenings: which of the numbers of a story are of another attack or accident than the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from recoupe.comparison.figures.bounds import exclusive
from recoupe.comparison.figures.claims import Claim

_HARM: Final = frozenset({"killed", "injured"})


def happenings(found: Sequence[Claim]) -> dict[str, str]:
    """Return the type of happening of each claim that is not of the story's main one, by figure id.

    Where one report gives two numbers of the same people that cannot both hold, and ties them to
    happenings of two types, it tells of two: the rarer type of the story is one of its own. A
    number that is tied to none is of the only type that its report has.
    """
    types = _types(found)
    reports: dict[str, set[str]] = defaultdict(set)
    for claim in found:
        if (kind := types.get(claim.figure.id)) is not None:
            reports[kind].add(claim.report)
    if not reports:
        return {}
    main = min(reports, key=lambda kind: (-len(reports[kind]), kind))
    apart = {one for pair in _rivals(found, types) if main in pair for one in pair} - {main}
    return {figure: kind for figure, kind in types.items() if kind in apart}


def _types(found: Iterable[Claim]) -> dict[str, str]:
    """Return the type of happening that each number of people harmed is of, by figure id."""
    of_report: dict[str, Counter[str]] = defaultdict(Counter)
    harmed = [claim for claim in found if claim.figure.what in _HARM]
    for claim in harmed:
        if claim.event is not None:
            of_report[claim.report][claim.event] += 1
    types: dict[str, str] = {}
    for claim in harmed:
        only = of_report[claim.report]
        kind = claim.event or (next(iter(only)) if len(only) == 1 else None)
        if kind is not None:
            types[claim.figure.id] = kind
    return types


def _rivals(found: Sequence[Claim], types: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of types for which one report gives numbers that are not of one happening."""
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.figure.id in types and claim.numbered and claim.exact:
            grouped[claim.report, claim.figure.what, claim.scope].append(claim)
    for claims in grouped.values():
        for one, other in combinations(claims, 2):
            kinds = types[one.figure.id], types[other.figure.id]
            clash = kinds[0] != kinds[1] and exclusive(one.bounds, other.bounds)
            if clash and not _tied(one, other):
                yield kinds


def _tied(one: Claim, other: Claim) -> bool:
    """Whether the report itself says that one number is part of the other, or replaces it."""
    ids = {one.figure.id, other.figure.id}
    return not ids.isdisjoint(
        {one.figure.part_of, other.figure.part_of, one.figure.revises, other.figure.revises}
    )
