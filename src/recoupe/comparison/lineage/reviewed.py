"""What people said of copies, laid over the derivations that the machine finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from recoupe.comparison.corrections import Corrections
from recoupe.comparison.corrections import Pair as Copy
from recoupe.comparison.lineage.linking import Link, link
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.parts import Part
from recoupe.comparison.lineage.sharing import derived
from recoupe.comparison.lineage.wording import Stretch
from recoupe.model import Derivation, Origin, Passage, Reason

REVIEWED: Final = "reviewed"
"""The code of the reason that a person says so."""


def is_reviewed(derivation: Derivation) -> bool:
    """Whether a person holds that the one report is a copy of the other."""
    return any(reason.code == REVIEWED for reason in derivation.reasons)


def places_of(
    sides: Sequence[Side], copies: Iterable[Copy], *, apart: bool = False
) -> list[tuple[int, int]]:
    """Return the places in ``sides`` of each report and its source, those that are there.

    With ``apart``, the lower place comes first.
    """
    place = {side.reading.article.id: at for at, side in enumerate(sides)}
    found = [
        (place[report], place[source])
        for report, source in copies
        if report in place and source in place
    ]
    return [(min(pair), max(pair)) for pair in found] if apart else found


def not_copied(sides: Sequence[Side], corrections: Corrections) -> Mapping[int, list[Stretch]]:
    """Return what each report shares with those that it is no copy of, by its place in ``sides``.

    These words it has from nobody else either, unless it says so itself.
    """
    found: dict[int, list[Stretch]] = {}
    for report, source in places_of(sides, corrections.no_copies):
        between = link(sides[report], sides[source])
        for part in between.text if between is not None else ():
            found.setdefault(report, []).append(sides[report].wording.stretch(part.here))
    return found


def with_copies(
    sides: Sequence[Side], found: Sequence[Derivation], corrections: Corrections
) -> list[Derivation]:
    """Return derivations as people left them: without what is no copy, with every copy.

    Between two reports of which one is said to be a copy there is what they share, whatever the
    machine took for its direction; where nothing is found, the report derives as a whole.
    """
    between: dict[frozenset[str], list[Derivation]] = {
        frozenset(pair): [] for pair in (*corrections.copies, *corrections.no_copies)
    }
    kept: list[Derivation] = []
    for one in found:
        pair = frozenset((one.report, one.source or ""))
        between.get(pair, kept).append(one)
    for report, source in places_of(sides, corrections.copies):
        ids = frozenset(sides[at].reading.article.id for at in (report, source))
        kept += _copied(sides[report], sides[source], between[ids])
    return kept


def _copied(report: Side, source: Side, machine: Iterable[Derivation]) -> Iterator[Derivation]:
    """Yield the derivations of a copy: the passages found, else those that the machine has."""
    outlet = source.reading.article.outlet
    origin = Origin("outlet", outlet) if outlet else Origin("unknown", None)
    reasons = (Reason(REVIEWED),)
    found = list(derived(report, source, _parts(link(report, source)), origin, reasons))
    found = found or [_turned(one, report, origin) for one in machine]
    yield from found or [
        Derivation(
            report=report.reading.article.id,
            source=source.reading.article.id,
            origin=origin,
            kind="credited",
            share=1.0,
            passages=(),
            reasons=reasons,
        )
    ]


def _parts(between: Link | None) -> tuple[Part, ...]:
    return () if between is None else (*between.text, *between.quoted)


def _turned(one: Derivation, report: Side, origin: Origin) -> Derivation:
    """Return a derivation as one of ``report``, which it may have been the source of."""
    article = report.reading.article
    if one.report == article.id:
        told = (each for each in one.reasons if each.code == "translated")
        return replace(one, origin=origin, reasons=(Reason(REVIEWED), *told))
    passages = tuple(
        Passage(passage.there, passage.here) for passage in one.passages if passage.there
    )
    words = sum(len(report.wording.at(each.here.start, each.here.end)) for each in passages)
    return Derivation(
        report=article.id,
        source=one.report,
        origin=origin,
        kind=one.kind,
        share=min(words / max(len(report.wording), 1), 1.0),
        passages=passages,
        reasons=(Reason(REVIEWED),),
    )
