"""What one report has from another, as derivations: one for each kind of passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.parts import Part, positions
from recoupe.model import Derivation, Origin, Passage, Reason


def derived(
    report: Side,
    source: Side,
    parts: Sequence[Part],
    origin: Origin,
    reasons: tuple[Reason, ...],
) -> Iterator[Derivation]:
    """Yield the derivations of ``report`` from ``source``, one for each kind of passage."""
    for kind in ("verbatim", "rewrite", "quoted"):
        chosen = [part for part in parts if part.kind == kind]
        if not chosen:
            continue
        share = len(positions(report.wording, (part.here for part in chosen)))
        yield Derivation(
            report=report.reading.article.id,
            source=source.reading.article.id,
            origin=origin,
            kind=kind,
            share=share / max(len(report.wording), 1),
            passages=tuple(_passage(report, source, part) for part in chosen),
            reasons=reasons,
        )


def _passage(report: Side, source: Side, part: Part) -> Passage:
    return Passage(
        report.reading.article.span(*report.wording.stretch(part.here)),
        source.reading.article.span(*source.wording.stretch(part.there)),
    )
