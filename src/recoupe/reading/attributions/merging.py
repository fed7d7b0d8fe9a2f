"""One list of statements: the network's, and quotations that only the rules see standing alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, log
from typing import Final

from recoupe.reading.attributions.conventions import conforming
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.settling import CONFIDENCE, clash
from recoupe.reading.attributions.tagging import Tagged, Tags

KEPT: Final = 0.98
"""How likely the network must hold the words of a quotation to be said, for it to stay."""

CALIBRATION: Final = (0.36, 0.54)
"""Slope and offset that turn the log odds of the network's likelihood into those of a statement
being one of the gold statements (``training/statements/calibrate.py``)."""


def merge(page: Page, findings: Sequence[Finding], tags: Tags, lex: Lexicon) -> list[Finding]:
    """Return the network's statements and the rules' quotations beside them, in the text's order.

    The rules' other findings are hints to the network and nothing more: of those that it does not
    take, one in five is right. A quotation with no cue stays where it clashes with none of the
    network's statements and the network holds its words to be said.
    """
    tagged = _settled(
        part for item in tags.statements for part in conforming(page, _finding(item), lex)
    )
    beside = [
        replace(finding, confidence=calibrated(likely * CONFIDENCE[finding.pattern]))
        for finding in findings
        if _is_floating(finding)
        and (likely := tags.likelihood(finding.content)) >= KEPT
        and not any(clash(finding, other) for other in tagged)
    ]
    every = [*tagged, *beside]
    return sorted(every, key=lambda f: (f.extent[0], -f.extent[1], f.start))


def _settled(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without the floating quotations that another one has already."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=_is_floating):
        if not (_is_floating(finding) and any(clash(finding, other) for other in kept)):
            kept.append(finding)
    return kept


def _is_floating(finding: Finding) -> bool:
    return finding.pattern == "floating"


def calibrated(likely: float) -> float:
    """Return how often a statement as likely as this is right, between 0 and 1."""
    slope, offset = CALIBRATION
    bounded = min(max(likely, 0.001), 0.999)
    return 1 / (1 + exp(-(slope * log(bounded / (1 - bounded)) + offset)))


def _finding(item: Tagged) -> Finding:
    return Finding(
        content=item.content,
        cue=item.cue,
        source=item.source,
        pattern="floating" if item.cue is None and item.source is None else "tagged",
        confidence=calibrated(item.likely),
    )
