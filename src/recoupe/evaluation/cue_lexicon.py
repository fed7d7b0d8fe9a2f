"""Whether a language pack lists a cue, so that a gap in its tables is told from other misses."""

from __future__ import annotations

from functools import cache
from typing import Final

from recoupe.languages import pack
from recoupe.languages.cues import CueWords

_LONGEST: Final = 3
"""Words of the longest entry looked for ("faire savoir que" is entered without its "que")."""


def listed(language: str, cue: str) -> bool:
    """Whether ``cue`` holds a reporting verb, noun or phrase that the pack of ``language`` lists.

    Its words are taken as they stand and by the lemmas that the language's pipeline gives them
    outside of their sentence, which loads that pipeline once.
    """
    from recoupe.reading.pipelines import pipeline

    entries = _entries(language)
    tokens = [token for token in pipeline(language)(cue) if token.is_alpha or "'" in token.text]
    for forms in ([t.lower_ for t in tokens], [t.lemma_.lower() for t in tokens]):
        for size in range(1, _LONGEST + 1):
            runs = (" ".join(forms[at : at + size]) for at in range(len(forms)))
            if any(run in entries for run in runs):
                return True
    return False


@cache
def _entries(language: str) -> frozenset[str]:
    words = pack(language).table("cues", CueWords)
    lists = [table.words for table in words.verbs]
    lists += [table.words for table in words.nouns]
    lists += [table.words for table in words.phrases]
    entries = {entry.lower() for entries in lists for entry in entries}
    reflexive = {entry.removeprefix(mark).strip() for entry in entries for mark in words.reflexives}
    return frozenset(entries | reflexive | set(words.forms))
