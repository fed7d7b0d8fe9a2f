"""Lineage of many reports: every derivation among them, and from origins outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from recoupe.comparison.corrections import NOBODY, Corrections
from recoupe.comparison.lineage.candidates import Pair, candidate_pairs
from recoupe.comparison.lineage.corpus import NOTHING, Stock
from recoupe.comparison.lineage.crediting import declared
from recoupe.comparison.lineage.credits import agency_named
from recoupe.comparison.lineage.dating import Version
from recoupe.comparison.lineage.furniture import without_furniture
from recoupe.comparison.lineage.linking import Link, link, side
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.parts import Part, PartKind, joined
from recoupe.comparison.lineage.reviewed import not_copied, places_of, with_copies
from recoupe.comparison.lineage.sharing import derived
from recoupe.comparison.lineage.translations import translated
from recoupe.comparison.lineage.wording import Stretch
from recoupe.model import Derivation, LineageKind, Origin, Passage, Reading, Reason

_UNDATED: Final = "9999"


@dataclass(slots=True)
class _Common:
    """What a report has from one origin outside, gathered over all it is compared with."""

    stretches: list[tuple[Stretch, PartKind]] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)


def lineage(
    readings: Iterable[Reading],
    corrections: Corrections = NOBODY,
    stock: Stock = NOTHING,
    versions: Iterable[Version] = (),
) -> tuple[Derivation, ...]:
    """Return every derivation among ``readings``, by report, source and origin.

    The same reports give the same derivations, in whatever order they come. What two reports have
    from an agency, a speaker or a network is a derivation of each of them with no source among the
    reports; what one has from the other names it as ``source``. Where nothing tells which of two
    was first, the later in order of publication and id stands as the one that derives, its origin
    is unknown, and a reason says so. What ``corrections`` say of copies stands above all this.
    Words of ``stock``, which the whole corpus has again and again, are no lineage. ``versions`` are
    older ones of these reports.
    """
    sides = in_order(readings, stock, versions)
    apart = set(places_of(sides, corrections.no_copies, apart=True))
    links = [
        (one, other, found)
        for one, other in candidate_pairs([report.wording for report in sides])
        if (one, other) not in apart and (found := link(sides[one], sides[other])) is not None
    ]
    return derivations(sides, links, corrections)


def in_order(
    readings: Iterable[Reading], stock: Stock = NOTHING, versions: Iterable[Version] = ()
) -> list[Side]:
    """Return each report once, by time of publication and id, without its outlet's furniture."""
    unique = {reading.article.id: reading for reading in readings}
    ordered = sorted(unique.values(), key=lambda r: (r.article.published or _UNDATED, r.article.id))
    older: defaultdict[str, list[Version]] = defaultdict(list)
    for version in versions:
        older[version.report].append(version)
    sides = [side(reading, tuple(older[reading.article.id])) for reading in ordered]
    return without_furniture(sides, stock)


def derivations(
    sides: Sequence[Side],
    links: Iterable[tuple[int, int, Link]],
    corrections: Corrections = NOBODY,
) -> tuple[Derivation, ...]:
    """Return the derivations that ``links`` between ``sides`` come to, and those declared."""
    common: defaultdict[tuple[int, Origin], _Common] = defaultdict(_Common)
    found: list[Derivation] = []
    linked: set[Pair] = set()
    for one, other, between in links:
        linked.add((one, other))
        here, there = sides[one], sides[other]
        if between.text and between.origin is not None:
            found += _from_agency(sides, (one, other), between, common)
        elif between.text:
            found += _directed(here, there, between)
        found += _quoted(sides, (one, other), between, common)
    own = not_copied(sides, corrections)
    for (at, origin), gathered in common.items():
        taken = own.get(at, ()) if origin.kind == "agency" else ()
        found += _from_outside(sides[at], origin, gathered, taken)
    for report in sides:
        found += declared(report)
    found += translated(sides)
    return tuple(sorted(with_copies(sides, found, corrections), key=_rank))


_UNKNOWN: Final = Origin("unknown", None)
_QUOTED: Final = (Reason("same_quotation"),)


def _from_agency(
    sides: Sequence[Side],
    pair: Pair,
    between: Link,
    common: defaultdict[tuple[int, Origin], _Common],
) -> Iterator[Derivation]:
    """Gather what both have from an agency; yield a derivation where one is the agency's own."""
    origin = between.origin
    assert origin is not None  # noqa: S101
    turned = tuple(part.turned() for part in between.text)
    own = [_is_of(sides[at], origin) for at in pair]
    for number, parts in ((0, between.text), (1, turned)):
        at, end = pair[number], sides[pair[1 - number]]
        if own[number]:
            continue
        if own[1 - number]:
            reason = Reason("names_agency", (("name", origin.name or ""),))
            yield from derived(sides[at], end, parts, origin, (reason,))
        else:
            _gather(common[at, origin], sides[at], parts, end)


def _quoted(
    sides: Sequence[Side],
    pair: Pair,
    between: Link,
    common: defaultdict[tuple[int, Origin], _Common],
) -> Iterator[Derivation]:
    """Gather what both quote; yield derivations where nobody says whose words they are."""
    one, other = (sides[at] for at in pair)
    unknown: list[Part] = []
    for part, origin in zip(between.quoted, between.said, strict=True):
        if origin is None:
            unknown.append(part.turned())
            continue
        _gather(common[pair[0], origin], one, [part], other)
        _gather(common[pair[1], origin], other, [part.turned()], one)
    yield from derived(other, one, unknown, _UNKNOWN, _QUOTED)


def _is_of(report: Side, origin: Origin) -> bool:
    article = report.reading.article
    return agency_named(article.outlet, article.language) == origin.name


def _directed(one: Side, other: Side, between: Link) -> Iterator[Derivation]:
    """Yield which of two reports has the text from the other, or that nobody can tell."""
    first = between.direction.first_is_source
    reasons = between.direction.reasons
    if first is False:
        source, report, parts = other, one, list(between.text)
    else:
        source, report, parts = one, other, [part.turned() for part in between.text]
    outlet = source.reading.article.outlet
    origin = Origin("outlet", outlet) if first is not None and outlet else _UNKNOWN
    yield from derived(report, source, parts, origin, reasons)


def _gather(common: _Common, report: Side, parts: Iterable[Part], end: Side) -> None:
    for part in parts:
        common.stretches.append((report.wording.stretch(part.here), part.kind))
        common.reports.add(end.reading.article.id)


def _from_outside(
    report: Side, origin: Origin, gathered: _Common, own: Sequence[Stretch]
) -> Iterator[Derivation]:
    """Yield what a report has from an origin outside, one derivation for each kind of passage.

    Words found both ways are of the closer kind. Those in the stretches ``own`` it has from nobody.
    """
    article = report.reading.article
    taken = joined(own)
    code = "names_agency" if origin.kind == "agency" else "same_quotation_of"
    reasons = (
        Reason(code, (("name", origin.name or ""),)),
        Reason("shares_text", (("reports", len(gathered.reports)),)),
    )
    kinds: tuple[LineageKind, ...] = ("verbatim", "rewrite", "quoted")
    for kind in kinds:
        stretches = joined(stretch for stretch, of in gathered.stretches if of == kind)
        stretches = [part for stretch in stretches for part in _less(stretch, taken)]
        taken = joined([*taken, *stretches])
        spans = [span for start, end in stretches if (span := article.trimmed(start, end))]
        words = sum(len(report.wording.at(start, end)) for start, end in stretches)
        if spans:
            passages = tuple(Passage(span, None) for span in spans)
            share = min(words / max(len(report.wording), 1), 1.0)
            yield Derivation(article.id, None, origin, kind, share, passages, reasons)


def _less(stretch: Stretch, taken: Sequence[Stretch]) -> list[Stretch]:
    """Return what is left of a stretch without those taken."""
    left = [stretch]
    for first, last in taken:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, first)), (max(start, last), end))
            if part[0] < part[1]
        ]
    return left


def _rank(item: Derivation) -> tuple[str, str, str, str, str]:
    origin = item.origin
    return item.report, item.source or "", origin.kind, origin.name or "", item.kind
