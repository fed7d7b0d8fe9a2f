"""A lemmatizer's lists of known words, kept as sets.

spaCy's rule lemmatizers ask of every form that a rule makes whether it is a word, and the packages
come with those words in lists: a new French word was compared with up to 66,000 of them, time and
again, which took 28 ms of an article.
"""

from __future__ import annotations

from typing import Final

from spacy.pipeline import Lemmatizer

INDEX: Final = "lemma_index"
"""The table of words by part of speech; all that spaCy asks of an entry is whether it holds one."""


def index_lemmas(component: object) -> bool:
    """Let a lemmatizer look words up instead of searching its lists; whether it has any."""
    if not isinstance(component, Lemmatizer) or INDEX not in component.lookups:
        return False
    table = component.lookups.get_table(INDEX)
    for part, words in list(table.items()):
        table[part] = frozenset(words)
    return True
