"""What people said of numbers, laid over the counts that the machine makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.comparison.corrections import Corrections, Words
from recoupe.comparison.figures.claims import Claim
from recoupe.comparison.figures.counts import Count, main_first, parts_of
from recoupe.comparison.together import TOGETHER, Held, Item, held, regrouped


def as_said(
    made: Sequence[Count], found: Sequence[Claim], corrections: Corrections
) -> tuple[Count, ...]:
    """Return counts as people left them, those of the whole incident first.

    Numbers that people hold to be of one count are compared, though reports tie them to other
    places, times, people or happenings. Such a count is of what the number is of by which people
    call it, else of what most of its numbers are of.
    """
    if not corrections.one_matter and not corrections.two_matters:
        return tuple(made)
    items = [
        Item(
            (Words(claim.report, claim.figure.span.start, claim.figure.span.end),),
            f"{claim.figure.what} {claim.scope}",
        )
        for claim in found
    ]
    said = held(items, corrections)
    number = {_key(claim): at for at, claim in enumerate(found)}
    groups = [[number[_key(claim)] for claim in count.claims] for count in made]
    of = {at: count for group, count in zip(groups, made, strict=True) for at in group}
    left = [
        _count(group, of, found, said)
        for group in regrouped(groups, said)
        if any(at in of for at in group)
    ]
    return tuple(sorted(left, key=main_first))


def _count(group: Sequence[int], of: dict[int, Count], found: Sequence[Claim], said: Held) -> Count:
    """Return a count of the claims with these numbers."""
    lead, codes = said.lead(group), said.codes(group)
    before = [of[at] for at in group if at in of]
    base = min(before, key=lambda count: (-_times(count, before), main_first(count)))
    base = base if lead is None else of.get(lead, base)
    claims = tuple(found[at] for at in group)
    if TOGETHER in codes:  # a person knows better than the reports' types of what happened
        claims = tuple(replace(claim, event=None) for claim in claims)
    return replace(base, claims=claims, parts=parts_of(claims, found), reviewed=codes)


def _times(count: Count, among: Iterable[Count]) -> int:
    return sum(one is count for one in among)


def _key(claim: Claim) -> tuple[str, str, str]:
    return claim.report, claim.figure.id, claim.scope
