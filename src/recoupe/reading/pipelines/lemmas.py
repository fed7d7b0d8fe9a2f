"""A pipeline's lemmas, looked up instead of worked out for each token.

spaCy's rule lemmatizers ask of every form that a rule makes whether it is a word, and the packages
come with those words in lists: a new French word was compared with up to 66,000 of them, time and
again, which took 28 ms of an article. And they ask each token anew for its word, part of speech and
features to find what they remember; here a document's are taken all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

INDEX: Final = "lemma_index"
"""The table of words by part of speech; all that spaCy asks of an entry is whether it holds one."""

MOST: Final = 20_000
"""Words in one part of speech each whose lemmas are remembered."""

_COLUMNS: Final[list[int | str]] = ["ORTH", "POS", "MORPH"]
"""All that a lemmatizer by rules looks at."""


def index_lemmas(component: object) -> bool:
    """Let a lemmatizer look words up instead of searching its lists; whether it has any."""
    from spacy.pipeline import Lemmatizer

    if not isinstance(component, Lemmatizer) or INDEX not in component.lookups:
        return False
    table = component.lookups.get_table(INDEX)
    for part, words in list(table.items()):
        table[part] = frozenset(words)
    return True


def can_remember(lemmatizer: Lemmatizer) -> bool:
    """Whether a lemmatizer goes by rules, which look at nothing beside the token itself."""
    return bool(lemmatizer.mode == "rule")


class LemmaTable:
    """Sets the lemmas of documents as the lemmatizer that it is made of would."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> None:
        """Set the lemma of every token of ``doc`` that has none yet."""
        if not len(doc):
            return
        if len(self._known) > MOST:
            self._known.clear()
            self._lemmatizer.cache.clear()
        known, overwrite = self._known, self._lemmatizer.overwrite
        add = doc.vocab.strings.add
        rows: Any = doc.to_array([*_COLUMNS, "LEMMA"])
        lemmas: list[int] = []
        for at, (word, part, features, lemma) in enumerate(rows.tolist()):
            if lemma and not overwrite:
                lemmas.append(lemma)
                continue
            key = word, part, features
            found = known.get(key)
            if found is None:
                found = known[key] = self._lemma(doc, at)
            lemmas.append(add(found))  # a vocabulary may have let it go
        column: Any = np.array(lemmas, np.uint64)
        doc.from_array(["LEMMA"], column.reshape(-1, 1))

    def _lemma(self, doc: Doc, at: int) -> str:
        lemma: str = self._lemmatizer.lemmatize(doc[at])[0]
        return lemma
