"""Statements as the trained network finds them: anchors first, then the words that each reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging.chunks import chunks_of
from recoupe.reading.attributions.tagging.decoding import (
    BARE,
    CONTENT,
    CONTENT_INSIDE,
    CUE,
    CUE_INSIDE,
    CUE_TAGS,
    OUTSIDE,
    ROLE_TAGS,
    SOURCE,
    SOURCE_INSIDE,
    best_tags,
    runs_of,
)
from recoupe.reading.attributions.tagging.edges import mended
from recoupe.reading.attributions.tagging.features import (
    Anchor,
    Ruled,
    relations,
    ruled,
    ruled_at,
    word_features,
)
from recoupe.reading.attributions.tagging.network import Network, Seen
from recoupe.reading.attributions.tagging.words import Words, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recoupe.reading.attributions.tagging.network import Vectors

LEAST: Final = 0.6
"""The probability from which words may be a cue."""
LEAST_RULED: Final = 0.5
"""The same for words that the rules hold to be one too."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A statement that the network found.

    ``likely`` is the probability of its cue times the least one of its content's first words.
    """

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    likely: float


@dataclass(frozen=True, slots=True)
class Tags:
    """What the network finds in an article: statements, and how likely each word is said."""

    words: Words
    statements: tuple[Tagged, ...]
    said: NDArray[np.float64]

    def likelihood(self, content: Sequence[Place]) -> float:
        """Return how likely the words of a content are said by somebody, on average."""
        runs = [self.words.run(place) for place in content]
        every = np.concatenate([self.said[first:last] for first, last in runs])
        return float(every.mean()) if len(every) else 0.0


def tag(page: Page, findings: Sequence[Finding], network: Network) -> Tags:
    """Return what the network finds in a page of which the rules found ``findings``."""
    words = words_of(page)
    rules = ruled(words, findings)
    features = word_features(page, words, rules)
    said = np.zeros(len(words))
    found: list[Tagged] = []
    for chunk in chunks_of(words, network.sizes(words)):
        seen = network.see(words, features, chunk)
        said[slice(*chunk)] = np.exp(seen.roles[:, [CONTENT, CONTENT_INSIDE]]).sum(axis=1)
        found.extend(_statements(words, seen, rules, network))
    return Tags(words, tuple(_mended(page, item) for item in found), said)


def _mended(page: Page, item: Tagged) -> Tagged:
    apart = [place for place in (item.cue, item.source) if place is not None]
    return replace(item, content=mended(page, item.content, apart))


def _anchors(seen: Seen, rules: Sequence[Ruled]) -> tuple[Anchor, ...]:
    """Return the cues of a chunk and the contents that have none, in order."""
    first = seen.chunk[0]
    least = np.full(len(seen.cues), LEAST)
    for start, end in (item.cue for item in rules if item.cue is not None):
        least[max(0, start - first) : max(0, end - first)] = LEAST_RULED
    scores = seen.cues.astype(np.float64)
    scores[:, OUTSIDE] += np.log(least / (1 - least))
    tags = best_tags(scores[None], CUE_TAGS)[0].tolist()
    cues = [Anchor(run, True) for run in runs_of(tags, CUE, CUE_INSIDE, first)]
    bare = [Anchor((at, at + 1), False) for at, tag in enumerate(tags, first) if tag == BARE]
    return tuple(sorted([*cues, *bare], key=lambda anchor: anchor.run))


def _statements(
    words: Words, seen: Seen, rules: Sequence[Ruled], network: Network
) -> Iterator[Tagged]:
    anchors = _anchors(seen, rules)
    if not anchors:
        return
    related = np.stack([relations(words, seen.chunk, anchor, rules) for anchor in anchors])
    scores = network.roles(seen, [anchor.run for anchor in anchors], related)
    tags = best_tags(scores, ROLE_TAGS).tolist()
    for anchor, score, tagged in zip(anchors, scores, tags, strict=True):
        read = _read(seen, tagged) or ruled_at(anchor, rules)
        if read is not None:
            yield _statement(words, seen, anchor, (read, score))


def _read(seen: Seen, tags: list[int]) -> Ruled | None:
    """Return the words of content and source; ``None`` without a content."""
    content = runs_of(tags, CONTENT, CONTENT_INSIDE, seen.chunk[0])
    source = runs_of(tags, SOURCE, SOURCE_INSIDE, seen.chunk[0])
    return Ruled(content, None, next(iter(source), None)) if content else None


def _statement(words: Words, seen: Seen, anchor: Anchor, told: tuple[Ruled, Vectors]) -> Tagged:
    first, last = seen.chunk
    read, scores = told
    openings = [start - first for start, _ in read.content if first <= start < last]
    opened = min((float(np.exp(scores[at, CONTENT])) for at in openings), default=0.0)
    cue = 1 - float(np.exp(seen.cues[anchor.run[0] - first, OUTSIDE]))
    return Tagged(
        content=tuple(map(words.place, read.content)),
        cue=words.place(anchor.run) if anchor.cued else None,
        source=words.place(read.source) if read.source else None,
        likely=cue * opened,
    )
