"""Findings that somebody confirmed or rejected, known again by their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.comparison.corrections import Judged, Words, most
from recoupe.model import Finding, Said


def borne_out_by(finding: Finding) -> tuple[Said, ...]:
    """Return the words that make a finding what it is, in their order.

    Of a count these are those of its numbers: who cannot verify them only stands beside them.
    """
    counts = finding.about.what is not None
    return tuple(
        dict.fromkeys(
            said
            for position in finding.positions
            if not counts or position.low is not None or position.high is not None
            for said in position.said
        )
    )


def words_of(finding: Finding) -> tuple[Words, ...]:
    """Return where the words stand that make a finding what it is."""
    return tuple(
        Words(said.report, said.span.start, said.span.end) for said in borne_out_by(finding)
    )


def judged(
    found: Iterable[Finding], said: Sequence[Judged]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that stand, the confirmed ones marked, and those that were rejected.

    A finding is the one that was judged if it has most of the judged words, and they have most of
    its own. What was said last stands.
    """
    kept: list[Finding] = []
    rejected: list[Finding] = []
    for finding in found:
        words = words_of(finding)
        last = next((one for one in reversed(said) if _same(words, one.words)), None)
        if last is None:
            kept.append(finding)
        else:
            into = rejected if last.standing == "rejected" else kept
            into.append(replace(finding, standing=last.standing))
    return tuple(kept), tuple(rejected)


def _same(here: Sequence[Words], there: Sequence[Words]) -> bool:
    return most(_met(here, there), len(here)) and most(_met(there, here), len(there))


def _met(some: Sequence[Words], others: Sequence[Words]) -> int:
    """Return how many of ``some`` are among ``others``."""
    return sum(any(one.like(other) for other in others) for one in some)
