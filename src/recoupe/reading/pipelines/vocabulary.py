"""Words that a pipeline has met: the first of them are kept, later ones let go with their texts.

spaCy keeps each word that it meets, with its prefix, suffix, shape and lemma, for as long as a
process lasts: some 5 KB a report, without end. Common words are among the first few thousand.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Final

from recoupe.reading.pipelines.loading import pipeline

KEPT: Final = 10_000
"""Words of a language after which a process keeps no more: what 150 reports have. To make the rest
again for each batch costs nothing that can be measured (docs/scale.md, "Memory")."""


@contextmanager
def words_kept(code: str) -> Iterator[None]:
    """Keep the words of what is parsed meanwhile; what was parsed may not be asked afterwards.

    Other threads that parse in this language wait: what they met would be let go with the rest.
    """
    nlp = pipeline(code)
    with _lock(code):
        if len(nlp.vocab) < KEPT:
            yield
            return
        with nlp.memory_zone():
            yield


@cache
def _lock(code: str) -> Lock:
    """Return the lock of a language."""
    del code
    return Lock()
