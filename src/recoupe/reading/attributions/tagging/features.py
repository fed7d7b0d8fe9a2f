"""What the rules and the text's marks tell the network of each word: small numbers, no letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging.words import Run, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

FEATURES: Final = (3, 3, 3, 2, 2, 2, 2)
"""How many values each column of :func:`word_features` has: in the rules' content, cue, source (0
no, 1 first word, 2 further word); in a quotation; first word of a sentence; and of the language's
conventions (``languages/cues.py``) whether a quotation that goes on belongs to the one before it,
and whether adverbs are part of a cue."""

RELATIONS: Final = (31, 7, 2, 6)
"""How many values each column of :func:`relations` has: distance in words, distance in sentences,
whether the anchor is no cue, and what the rules tie to it."""

NEAREST: Final = 8
"""Words from an anchor up to which each distance has a number of its own."""
FARTHEST: Final = 15
SENTENCES: Final = 3
"""Sentences from an anchor after which no more are told apart."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A statement that the rules found, in words."""

    content: tuple[Run, ...]
    cue: Run | None
    source: Run | None

    @property
    def anchor(self) -> Run:
        """The words that stand for it: its cue, or the first word of a content without one."""
        return self.cue or (self.content[0][0], self.content[0][0] + 1)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words ``run`` of which content and source are asked; ``cued`` where they are a cue."""

    run: Run
    cued: bool


def ruled(words: Words, findings: Iterable[Finding]) -> tuple[Ruled, ...]:
    """Return the rules' findings in words; those that hold no word are left out."""

    def run(place: Place | None) -> Run | None:
        found = None if place is None else words.run(place)
        return found if found and found[0] < found[1] else None

    every = (
        Ruled(tuple(filter(None, map(run, finding.content))), run(finding.cue), run(finding.source))
        for finding in findings
    )
    return tuple(item for item in every if item.content)


def word_features(page: Page, words: Words, rules: Sequence[Ruled]) -> Numbers:
    """Return an array of words by :data:`FEATURES`."""
    found = np.zeros((len(words), len(FEATURES)), np.int64)
    for item in rules:
        parts: tuple[tuple[Run | None, ...], ...] = (item.content, (item.cue,), (item.source,))
        for column, runs in enumerate(parts):
            for first, last in filter(None, runs):
                inner = found[first + 1 : last, column]
                inner[inner == 0] = 2
                found[first, column] = 1
    for quote in page.quotes:
        first, last = words.run((quote.span.start, quote.span.end))
        found[first:last, 3] = 1
    found[:, 4] = words.opening
    conventions = lexicon(page.parse.pack).words
    found[:, 5] = conventions.continues
    found[:, 6] = conventions.adverbs_in_cue
    return found


def relations(words: Words, chunk: Run, anchor: Anchor, rules: Sequence[Ruled]) -> Numbers:
    """Return how each word of a chunk stands to an anchor, in :data:`RELATIONS` columns."""
    found = np.empty((chunk[1] - chunk[0], len(RELATIONS)), np.int64)
    found[:, 0] = _distances(chunk, anchor)
    found[:, 1] = _sentences_away(words, chunk, anchor)
    found[:, 2] = 0 if anchor.cued else 1
    found[:, 3] = _ties(chunk, anchor, rules)
    return found


def _distances(chunk: Run, anchor: Anchor) -> Numbers:
    """Return 15 at the anchor, less before it and more behind it, from 0 to 30.

    Each of the nearest 8 words has a number of its own; then come powers of the root of two.
    """
    away = np.arange(*chunk) - anchor.run[0]
    size = np.abs(away)
    steps = np.floor(np.log2(np.maximum(size, NEAREST) / NEAREST) * 2).astype(np.int64)
    bucket = np.where(size < NEAREST, size, np.minimum(NEAREST + steps, FARTHEST))
    return bucket * np.sign(away) + FARTHEST


def _sentences_away(words: Words, chunk: Run, anchor: Anchor) -> Numbers:
    """Return 3 in the anchor's sentence, down to 0 before it and up to 6 behind it."""
    here = np.asarray(words.sentences[slice(*chunk)], np.int64)
    away = here - words.sentences[anchor.run[0]]
    return np.clip(away, -SENTENCES, SENTENCES) + SENTENCES


def _ties(chunk: Run, anchor: Anchor, rules: Sequence[Ruled]) -> Numbers:
    """Return what the rules tie to the anchor: 0 everywhere if they do not know it.

    Else 1 is nothing, 2 and 3 the first and a further word of its content, 4 and 5 of its source.
    """
    found = np.zeros(chunk[1] - chunk[0], np.int64)
    item = ruled_at(anchor, rules)
    if item is None:
        return found
    found[:] = 1
    for number, runs in ((2, item.content), (4, (item.source,))):
        for run in filter(None, runs):
            first, last = max(run[0], chunk[0]), min(run[1], chunk[1])
            if first < last:
                found[first - chunk[0] : last - chunk[0]] = number + 1
                if first == run[0]:
                    found[first - chunk[0]] = number
    return found


def ruled_at(anchor: Anchor, rules: Iterable[Ruled]) -> Ruled | None:
    """Return the statement that the rules found at an anchor, if any."""
    return next((item for item in rules if _same(item, anchor)), None)


def _same(item: Ruled, anchor: Anchor) -> bool:
    if anchor.cued:
        return item.cue is not None and max(item.cue[0], anchor.run[0]) < min(
            item.cue[1], anchor.run[1]
        )
    return item.cue is None and item.anchor[0] == anchor.run[0]
