"""What a saying is about: its words without those that tell nothing, its parties, its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log
from typing import Final

from recoupe.comparison.positions.parties import folded
from recoupe.comparison.positions.sayings import Saying
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.languages.stories import StoryWords
from recoupe.model import Event, Reading
from recoupe.words import stemmer, tokens

_EVERYDAY: Final = {100.0: 0.0, 50.0: 0.0, 25.0: 0.3, 12.5: 0.6}
"""What a stem weighs by the percentage of everyday reports that have it; all others weigh 1."""
_KNOWN: Final = 0.2
"""What a term of every saying weighs beside one of a single saying."""
_SHORTEST: Final = 2
_VERBAL: Final = "Strategic developments"
"""ACLED's type of what is done with words; only what happened makes a matter."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one saying is about.

    ``words`` are stems, ``keys`` those of parties, ``events`` types of what happened, and ``terms``
    all these: everything that is compared.
    """

    saying: Saying
    words: frozenset[str]
    keys: frozenset[str]
    events: frozenset[str]
    event_ids: frozenset[str]
    terms: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", self.words | self.keys | self.events)

    @property
    def pointing(self) -> bool:
        """Whether it only points at what was said elsewhere ("it", "the allegations")."""
        return not self.words and not self.events


def contents(found: Iterable[Saying], readings: Iterable[Reading]) -> tuple[Content, ...]:
    """Return what each saying is about, in their order."""
    by_id = {reading.article.id: reading for reading in readings}
    return tuple(_content(saying, by_id[saying.report]) for saying in found)


def _content(saying: Saying, reading: Reading) -> Content:
    stem = stemmer(saying.language)
    empty = _empty(saying.language)
    words = frozenset(
        stem(token.folded)
        for token in tokens(saying.text)
        if token.folded not in empty
        and (len(token.folded) > _SHORTEST or token.folded[0].isdigit())
        and weight_of(stem(token.folded), saying.language)
    )
    spans = saying.statement.content
    keys = frozenset(
        f"key:{entity.key}"
        for entity in reading.entities
        if entity.key
        and any(span.contains(mention) for span in spans for mention in entity.mentions)
    )
    told = [event for event in reading.events if _holds(event, saying)]
    events = frozenset(f"event:{event.subtype or event.plover or event.type}" for event in told)
    return Content(saying, words, keys, events, frozenset(event.id for event in told))


def _holds(event: Event, saying: Saying) -> bool:
    return event.type != _VERBAL and any(
        span.contains(mention) for span in saying.statement.content for mention in event.mentions
    )


def weights(found: Sequence[Content]) -> Mapping[str, float]:
    """Return what each term weighs: the rarer among the sayings and in the language, the more."""
    times = Counter(term for content in found for term in content.terms)
    language = {term: content.saying.language for content in found for term in content.words}
    total = len(found) + 1
    return {
        term: (_KNOWN + (1 - _KNOWN) * log(total / number) / log(total))
        * weight_of(term, language.get(term))
        for term, number in times.items()
    }


def weight_of(stem: str, language: str | None) -> float:
    """Return what a stem weighs by how frequent it is in everyday news; 1 for a name or type."""
    return 1.0 if language is None else _everyday(language).get(stem, 1.0)


@cache
def _everyday(language: str) -> dict[str, float]:
    table = pack(language).table("stories", StoryWords).everyday
    return {
        stem: _EVERYDAY.get(float(percent), 1.0)
        for percent, stems in table.items()
        for stem in stems
    }


@cache
def _empty(language: str) -> frozenset[str]:
    words = pack(language).table("findings", FindingWords)
    return frozenset(folded(word) for word in (*words.claims, *words.anaphors, *words.empty))
