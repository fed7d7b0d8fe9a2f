"""Findings become attributions: overlaps settled, nesting seen, floating quotations joined on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page

CONFIDENCE: Final = {
    "around-quote": 0.96,
    "colon": 0.89,
    "clause": 0.82,
    "clause-bare": 0.82,
    "phrase": 0.79,
    "quote": 0.74,
    "colon-name": 0.8,
    "around": 0.74,
    "passive": 0.7,
    "phrase-weak": 0.6,
    "floating": 0.56,
    "object": 0.68,
    "question": 0.55,
    "infinitive": 0.57,
    "likened": 0.55,
    "noun": 0.5,
    "colon-plain": 0.4,
    "fragment": 0.3,
    "unverified": 0.8,
    "answer": 0.8,
    "embedded": 0.7,
}
"""How often a statement of each pattern is one of the gold statements.

Measured with content overlap 0.8 on the French and the English dev articles together; patterns with
fewer than twenty cases are rounded towards the mean. What could not be verified, what answers are
to and what a clause inside another gives are set, not measured: gold data of attribution hardly
marks them.
"""

_NEAR: Final = 600
"""Code points within which a floating quotation goes on from the statement before it."""


def settle(findings: list[Finding]) -> list[Finding]:
    """Return the findings in the text's order, one for one stretch of words.

    Of two with the same words, or that share a part of their words, the more certain one stays;
    a finding whose cue lies inside another's content is another statement within it.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-_rank(f), f.start, -f.end)):
        if not any(clash(finding, other) for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: (f.extent[0], -f.extent[1], f.start))


def _rank(finding: Finding) -> float:
    """Return the confidence; "refuses to comment on it" is read before "comment on it"."""
    least = CONFIDENCE["object"] + 0.01 if finding.pattern == "infinitive" else 0.0
    return max(CONFIDENCE[finding.pattern], least)


def beside(findings: Sequence[Finding], more: Iterable[Finding]) -> list[Finding]:
    """Return the findings with those of ``more`` that are none of them, in the text's order."""
    new = [
        found
        for found in more
        if not any(clash(found, other) or _share_cues(found, other) for other in findings)
    ]
    return sorted([*findings, *new], key=lambda f: (f.extent[0], -f.extent[1], f.start))


def _share_cues(one: Finding, other: Finding) -> bool:
    if one.cue is None or other.cue is None:
        return False
    return one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]


def clash(one: Finding, other: Finding) -> bool:
    """Whether two findings are of one statement: the same cue, or half of the shorter content."""
    if one.cue is not None and one.cue == other.cue:
        return True
    shared = _shared(one.content, other.content)
    if not shared:
        return False
    if _inside(one, other) or _inside(other, one):
        return False
    smaller = min(_length(one.content), _length(other.content))
    return shared >= 0.5 * smaller


def _inside(inner: Finding, outer: Finding) -> bool:
    """Whether all of ``inner`` with its cue is in one piece of the content of ``outer``."""
    start, end = inner.extent
    if inner.cue is None:
        return False
    cue = inner.cue
    held = any(a <= cue[0] and cue[1] <= b for a, b in outer.content)
    return held and any(a <= start and end <= b for a, b in outer.content)


def _shared(one: tuple[Place, ...], other: tuple[Place, ...]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _length(places: tuple[Place, ...]) -> int:
    return sum(end - start for start, end in places)


def nesting(findings: list[Finding]) -> list[int | None]:
    """Return for each finding the place of the smallest one whose content reports it."""
    found: list[int | None] = [None] * len(findings)
    extents = [finding.extent for finding in findings]
    reaching: list[int] = []  # those that end behind the place reached: no other can be around it
    for at in sorted(range(len(findings)), key=lambda n: (extents[n][0], -extents[n][1])):
        reaching = [other for other in reaching if extents[other][1] > extents[at][0]]
        outers = [
            other
            for other in reaching
            if _inside(findings[at], findings[other]) and not _answers(findings[other])
        ]
        if outers:
            found[at] = min(outers, key=lambda n: (_length(findings[n].content), n))
        reaching.append(at)
    return found


def _answers(finding: Finding) -> bool:
    """Whether it denies what stands before its cue, so that it reports no statement in there."""
    return finding.stance == "denies" and finding.pattern == "around"


def continue_quotations(findings: list[Finding], page: Page, lex: Lexicon) -> list[Finding]:
    """Join a quotation that stands alone to the statement it goes on from, if the language does so.

    Fragments that go on from nothing are dropped.
    """
    joined: list[Finding] = []
    for finding in findings:
        before = _last_outer(joined)
        if lex.words.continues and before is not None and _goes_on(page, joined[before], finding):
            joined[before] = replace(
                joined[before], content=joined[before].content + finding.content
            )
        elif finding.pattern != "fragment":
            joined.append(finding)
    return joined


def _last_outer(findings: list[Finding]) -> int | None:
    """Return the last finding that is not within another one."""
    for at in range(len(findings) - 1, max(-1, len(findings) - 1 - _BEFORE), -1):
        if findings[at].pattern not in {"floating"} and not any(
            _inside(findings[at], other) for other in findings[max(0, at - 4) : at]
        ):
            return at
    return None


_BEFORE: Final = 8
"""Findings that are looked back over: one that a quotation goes on from is near."""


def _goes_on(page: Page, before: Finding, after: Finding) -> bool:
    if after.pattern not in {"floating", "fragment"} or before.pattern not in _QUOTING:
        return False
    if after.start < before.extent[1]:
        return False
    between = page.text[before.extent[1] : after.start]
    sentence = between.rstrip().endswith((".", ":", ",")) or not between.strip()
    return sentence and len(between) < _ASIDE and "\n" not in between


_QUOTING: Final = frozenset({"around-quote", "quote", "colon", "around", "phrase"})
_ASIDE: Final = 200
"""Code points of a reporting clause that may stand between two parts of a quotation."""


def follows(findings: list[Finding], within: list[int | None]) -> list[int | None]:
    """Return for each floating quotation the earlier statement whose speaker goes on, if any."""
    found: list[int | None] = [None] * len(findings)
    before: int | None = None
    for at, finding in enumerate(findings):
        if within[at] is not None:
            continue
        if finding.pattern == "floating" and before is not None:
            near = finding.start - findings[before].extent[1] <= _NEAR
            start = found[before] if findings[before].pattern == "floating" else before
            found[at] = start if near else None
        before = at
    return found
