"""SEAM: words made alike, so that every database indexes the same stream and finds the same.

A database gets :func:`stems` of a text to index, and :meth:`Asked.fts5` or :meth:`Asked.tsquery` to
look for. The stream holds only ``a`` to ``z``, digits and spaces, which no tokeniser changes.
"""

from recoupe.store.words.asked import Asked, parsed
from recoupe.store.words.marking import context, found
from recoupe.store.words.phrases import holds
from recoupe.store.words.terms import Term
from recoupe.words.stemming import crowded, stems
from recoupe.words.tokens import Token, tokens

__all__ = [
    "Asked",
    "Term",
    "Token",
    "context",
    "crowded",
    "found",
    "holds",
    "parsed",
    "stems",
    "tokens",
]
