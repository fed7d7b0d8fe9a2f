"""Metonymy: a capital that speaks is a government, not a point on the map.

Markert and Nissim (2002) call the pattern place-for-people, by far the most frequent of the
metonymies of place names in news.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from recoupe.reading.gazetteer import Spot
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import Candidate
from recoupe.reading.places.clues import word_before
from recoupe.reading.places.lexicon import PlaceLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT: Final = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})


def _speaks(doc: Sequence[Token], at: int, words: PlaceLexicon) -> bool:
    """Whether the word right behind a name is a verb of saying: what pipelines miss in headlines.

    A form that they take for no verb at all must be in the table itself ("dément").
    """
    if at >= len(doc):
        return False
    verb = doc[at]
    if verb.pos_ in {"VERB", "AUX"}:
        return verb.lemma_.lower() in words.speaking and "Fin" in verb.morph.get("VerbForm", [])
    return verb.lower_ in words.speaking and verb.pos_ != "NOUN"


def is_government(parse: Parse, candidate: Candidate, spot: Spot, words: PlaceLexicon) -> bool:
    """Whether a name stands for the government that sits there: "Moscow denied", "selon Kiev".

    A palace of government ("the Kremlin") stands for it unless something is located there.
    """
    if spot.kind == "site" and candidate.key in words.powers:
        return word_before(parse.words, candidate, words) != "locating"
    if spot.kind != "capital":
        return False
    before = parse.plain[max(0, candidate.start - 16) : candidate.start].rstrip()
    if any(before == word or before.endswith(f" {word}") for word in words.sources):
        return True
    if candidate.sentence.block.kind == "headline" and _speaks(parse.words, candidate.last, words):
        return True
    root = parse.doc[candidate.first : candidate.last].root
    for _ in range(4):
        if root.dep_ != "conj":
            break
        root = root.head
    head = root.head
    return root.dep_ in _SUBJECT and head.lemma_.lower() in words.speaking
