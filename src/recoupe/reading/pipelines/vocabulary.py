"""Words that a pipeline has met: the first of them are kept, later ones let go with their texts.

spaCy keeps each word that it meets, with its prefix, suffix, shape and lemma, for as long as a
process lasts: some 5 KB a report, without end. Common words are among the first few thousand.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from recoupe.reading.pipelines.loading import pipeline

KEPT: Final = 10_000
"""Words of a language after which a process keeps no more: what 150 reports have. To make the rest
again for each batch costs nothing that can be measured (docs/scale.md, "Memory")."""

_PARSING: Final = Lock()
"""Held while texts are parsed and read; one, so that two threads never make two of a language."""


@contextmanager
def words_kept(code: str) -> Iterator[None]:
    """Keep the words of what is parsed meanwhile; what was parsed may not be asked afterwards.

    Other threads that parse wait: what they met would be let go with the rest.
    """
    with _PARSING:
        nlp = pipeline(code)
        if len(nlp.vocab) < KEPT:
            yield
            return
        with nlp.memory_zone():
            yield
