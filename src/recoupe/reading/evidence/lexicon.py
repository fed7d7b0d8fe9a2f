"""The tables of evidence, made ready for looking up, once for each pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.languages import Pack
from recoupe.languages.evidence import EvidenceWords, MediumWords

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One pack's nouns for media by their first word, the longest first, and its small words.

    ``spots`` are the first words of media and platforms.
    """

    words: EvidenceWords
    nouns: Mapping[str, tuple[tuple[Parts, MediumWords], ...]]
    platforms: Mapping[Parts, str]
    made_with: Mapping[Parts, str]
    spots: frozenset[str]
    sets: Mapping[str, frozenset[str]]

    def among(self, name: str) -> frozenset[str]:
        """Return the table's list called ``name`` as a set."""
        return self.sets[name]


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Return the pack's lexicon of evidence."""
    words = pack.table("evidence", EvidenceWords)
    nouns: defaultdict[str, list[tuple[Parts, MediumWords]]] = defaultdict(list)
    for medium in words.media:
        for noun in medium.nouns:
            parts = parts_of(noun)
            nouns[parts[0]].append((parts, medium))
    platforms = _forms(words.platforms)
    return Lexicon(
        words=words,
        nouns={
            first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
            for first, found in nouns.items()
        },
        platforms=platforms,
        made_with=_forms(words.made_with),
        spots=frozenset((*nouns, *(parts[0] for parts in platforms))),
        sets={
            name: frozenset(value)
            for name in EvidenceWords.model_fields
            if isinstance(value := getattr(words, name), tuple) and name != "media"
        },
    )


def parts_of(phrase: str) -> Parts:
    """Return the words of a phrase, cut where the pipelines cut: after an apostrophe."""
    return tuple(phrase.replace("' ", "'").replace("'", "' ").split())


def _forms(names: Mapping[str, tuple[str, ...]]) -> dict[Parts, str]:
    return {parts_of(form): name for name, forms in names.items() for form in forms}
