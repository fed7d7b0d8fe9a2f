"""Which tokens of a parse are, or have as lemma, one of a set of words: all at once, by hash.

Readers with tables of thousands of words ask this first, so that they look closely at the few
tokens in a hundred that matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from recoupe.reading.parse import Parse, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def spots(parse: Parse, words: frozenset[str]) -> Sequence[int]:
    """Return the indexes of the tokens whose lower-case form or lemma is one of ``words``.

    ``words`` are in lower case; a lemma counts in lower case, capitalised or in capitals.
    """
    import numpy as np

    if not len(parse.doc) or not words:
        return ()
    forms = parse.doc.to_array(["LOWER", "LEMMA"])
    sought = _hashes(words)
    nearest = np.minimum(np.searchsorted(sought, forms), len(sought) - 1)
    found: list[int] = np.flatnonzero((sought[nearest] == forms).any(axis=1)).tolist()
    return found


@cache
def _hashes(words: frozenset[str]) -> NDArray[np.uint64]:
    """Return the hashes of the words' forms in ascending order: looked up by bisection."""
    import numpy as np
    from spacy.strings import StringStore

    forms = {form for word in words for form in (word, word.capitalize(), word.upper())}
    strings = StringStore()
    return np.array(sorted(strings[form] for form in forms), dtype=np.uint64)


def spotted(parse: Parse, words: frozenset[str]) -> Iterator[tuple[Sentence, Sequence[int]]]:
    """Yield each sentence that holds a spot, with the indexes of its spots in order."""
    found = spots(parse, words)
    for sentence in parse.sentences:
        first = bisect_left(found, sentence.tokens.start)
        last = bisect_left(found, sentence.tokens.end)
        if first < last:
            yield sentence, found[first:last]
