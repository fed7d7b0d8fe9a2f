"""Comparing the claims of one count: whether they agree, differ, rise or cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from recoupe.comparison.figures.bounds import exclusive
from recoupe.comparison.figures.claims import Claim
from recoupe.comparison.figures.counts import Count
from recoupe.comparison.positions.parties import Party
from recoupe.model import Compatible, FindingKind, Reason

_TWICE: Final = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the claims of a count stand to one another, and why."""

    kind: FindingKind
    reasons: tuple[Reason, ...]
    compatible_if: Compatible | None


def compare(count: Count, origins: int) -> Comparison:
    """Return what the claims of ``count`` come to; ``origins`` are the independent ones behind all.

    A party that gives a higher number later has revised it, and only its last number is held
    against those of others. Numbers that rise from day to day are a revision too; those of one day
    that no number fits are a dispute, unless one party raised its own twice; different ones that
    fit are a range.
    """
    told = [claim for claim in count.claims if claim.exact] or list(count.claims)
    revised = list(_revisions(told))
    clash = _clash(_last(told))
    rising = _rises(told)
    values = {(claim.bounds.low, claim.bounds.high) for claim in told}
    if clash is not None and not rising and not _series(told):
        reasons = (_excluded(*clash), *_ends(told), *revised)
        return Comparison("dispute", reasons, _compatible(*clash))
    if revised or (rising and len(values) > 1):
        rose = (Reason("rose_over_time"),) if rising else ()
        return Comparison("revision", (*revised, *rose, *_ends(told)), None)
    if len(values) > 1:
        return Comparison("range", (*_together(told), *_ends(told)), None)
    if origins > 1 and len({claim.report for claim in told}) > 1:
        return Comparison("agreement", (Reason("same_number"),), None)
    return Comparison("single_source", (), None)


def _together(told: Sequence[Claim]) -> Iterator[Reason]:
    """Yield why different numbers are no dispute."""
    apart = next(
        (
            pair
            for pair in combinations(_last(told), 2)
            if exclusive(pair[0].bounds, pair[1].bounds)
        ),
        None,
    )
    if apart is None:
        yield Reason("bounds_fit")
    elif not _apart(*apart):
        passing = min(apart, key=lambda claim: claim.prominent)
        values = (("number", passing.figure.span.text), ("party", passing.party.name))
        yield Reason("in_passing", values)
    else:
        types = (("one", apart[0].event or ""), ("other", apart[1].event or ""))
        yield Reason("different_events", types)


def who(party: Party) -> str:
    """Return what tells a party from others."""
    return party.id or f"={party.name}"


def in_time(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims by day; of one day the lower first, since what is counted only ever rises."""
    return sorted(
        claims,
        key=lambda claim: (
            claim.at or "",
            claim.bounds.told,
            claim.party.name,
            claim.report,
            claim.figure.span,
        ),
    )


def _by_party(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    parties: dict[str, list[Claim]] = {}
    for claim in in_time(claims):
        parties.setdefault(who(claim.party), []).append(claim)
    return dict(sorted(parties.items()))


def _last(claims: Iterable[Claim]) -> list[Claim]:
    """Return the last number of each party."""
    return [group[-1] for group in _by_party(claims).values()]


def _revisions(claims: Sequence[Claim]) -> Iterator[Reason]:
    """Yield each change of a party's number, and each that a report tells of."""
    ids = {claim.figure.id: claim for claim in claims}
    for claim in in_time(claims):
        before = ids.get(claim.figure.revises or "")
        if before is not None:
            values = (("new", claim.figure.span.text), ("old", before.figure.span.text))
            yield Reason("replaced", values)
    for group in _by_party(claims).values():
        for before, after in pairwise(group):
            if before.report == after.report or not exclusive(before.bounds, after.bounds):
                continue
            raised = after.bounds.told > before.bounds.told
            yield Reason(
                "raised" if raised else "lowered",
                (
                    ("party", after.party.name),
                    ("old", before.bounds.told),
                    ("new", after.bounds.told),
                    ("date", after.at or "?"),
                ),
            )


def _told_apart(one: Claim, other: Claim) -> bool:
    """Whether two numbers are no rivals: of two happenings, or one told only in passing."""
    return _apart(one, other) or not (one.prominent and other.prominent)


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two reports tie their numbers to happenings of different types."""
    return one.event is not None and other.event is not None and one.event != other.event


def _series(claims: Iterable[Claim]) -> bool:
    """Whether one party gave three numbers or more that cannot all hold at once."""
    return any(
        sum(exclusive(one.bounds, other.bounds) for one, other in pairwise(group)) >= _TWICE
        for group in _by_party(claims).values()
    )


def _clash(claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """Return two claims of different parties that cannot both hold, those furthest apart."""
    pairs = [
        (one, other) if one.bounds.told < other.bounds.told else (other, one)
        for one, other in combinations(claims, 2)
        if exclusive(one.bounds, other.bounds) and not _told_apart(one, other)
    ]
    return max(
        pairs,
        key=lambda pair: (
            pair[1].bounds.told - pair[0].bounds.told,
            pair[0].party.name,
            pair[1].party.name,
        ),
        default=None,
    )


def _rises(claims: Sequence[Claim]) -> bool:
    """Whether no later day has a lower number than an earlier one, over two days at least."""
    days: dict[str, list[int]] = {}
    for claim in claims:
        if claim.at is None:
            return False
        days.setdefault(claim.at, []).append(claim.bounds.told)
    ordered = [days[day] for day in sorted(days)]
    steps = list(pairwise(ordered))
    return (
        bool(steps)
        and all(max(before) <= min(after) for before, after in steps)
        and all(len(set(numbers)) == 1 for numbers in ordered)
    )


def _ends(claims: Sequence[Claim]) -> Iterator[Reason]:
    lowest = min(claims, key=lambda claim: (claim.bounds.told, claim.party.name))
    highest = max(claims, key=lambda claim: (_top(claim), claim.party.name))
    if lowest.bounds.told == _top(highest):
        return
    yield Reason("lowest", (("number", lowest.bounds.told), ("party", lowest.party.name)))
    code = "highest_open" if highest.bounds.high is None else "highest"
    yield Reason(code, (("number", _top(highest)), ("party", highest.party.name)))


def _top(claim: Claim) -> int:
    return claim.bounds.high if claim.bounds.high is not None else claim.bounds.told


def _excluded(low: Claim, high: Claim) -> Reason:
    values: tuple[tuple[str, str | int | float], ...] = (
        ("low", low.figure.span.text),
        ("party", low.party.name),
        ("high", high.figure.span.text),
        ("other", high.party.name),
    )
    return Reason("bounds_exclude", values)


def _compatible(one: Claim, other: Claim) -> Compatible | None:
    """Return what would have to differ for both to hold, as far as their words leave it open."""
    if _place(one) != _place(other):
        return "place"
    if one.at != other.at or (one.days and other.days and one.days != other.days):
        return "time"
    if (one.figure.counted or "") != (other.figure.counted or ""):
        return "scope"
    return None


def _place(claim: Claim) -> str | None:
    return claim.place.name if claim.place is not None else None
