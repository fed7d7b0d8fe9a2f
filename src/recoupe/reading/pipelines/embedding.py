"""Embeddings of words that are computed once and remembered.

spaCy's networks begin with a vector for each word, made of its norm, prefix, suffix, shape and, in
some pipelines, its own vector: half of their multiplications. It depends on nothing around the
word, and a language's commonest few thousand words are most of every text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.uint64]

MOST: Final = 10_000
"""Words that are remembered: with 96 numbers each, 4 MB. Twice as many make a fast reading .4 %
quicker."""


def remember_words(network: Model[Any, Any]) -> bool:
    """Let a ``tok2vec``, words first and then their windows, embed each word once; whether it can.

    It then gives what it gave before, within the last bits: how many words are multiplied together
    may change how a processor rounds.
    """
    if not _is_of_words_and_windows(network):
        return False
    network.layers[0] = _remembering(network.layers[0])
    return True


def _is_of_words_and_windows(network: Model[Any, Any]) -> bool:
    """Whether a network looks at each token of documents by itself, and then at its neighbours."""
    parts = [{node.name for node in layer.walk()} for layer in network.layers]
    return (
        len(parts) == len(("words", "windows"))
        and "extract_features" in parts[0]
        and not {"expand_window", "remembering"} & parts[0]
        and network.layers[1].name.startswith("with_array(")
        and "expand_window" in parts[1]
    )


def _remembering(embedding: Model[Any, Any]) -> Model[Any, Any]:
    from thinc.api import Model

    words = _Words(embedding)

    def forward(
        model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats], Any]:
        if is_train:
            return model.layers[0](docs, is_train)
        return words.of_all(docs), None

    return Model("remembering", forward, layers=[embedding])


class _Words:
    """The words embedded so far, by all that the embedding looks at."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        self._embedding = embedding
        self._columns = _columns(embedding)
        self._row: dict[bytes, int] = {}
        self._vectors: Floats | None = None

    def of_all(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of the tokens of each document, a row each."""
        if sum(map(len, docs)) > MOST:
            return [self._of_one(doc) for doc in docs]
        rows = [self._rows(doc) for doc in docs]
        keys = [_keys(some) for some in rows]
        missing = self._missing(keys)
        if missing:
            places = list(missing.values())
            self._add(
                docs[places[0][0]].vocab,
                list(missing),
                np.stack([rows[doc][at] for doc, at in places]),
            )
        return [self._found(some, doc) for some, doc in zip(keys, docs, strict=True)]

    def _of_one(self, doc: Doc) -> Floats:
        if len(doc) <= MOST:
            return self.of_all([doc])[0]
        found: Floats = self._embedding.predict([doc])[0]
        return found

    def _rows(self, doc: Doc) -> Numbers:
        """Return what tells the tokens of a document apart, a row each."""
        seen: Any = doc.to_array(list(self._columns))
        return np.ascontiguousarray(seen).reshape(len(doc), len(self._columns))

    def _missing(self, keys: Sequence[Sequence[bytes]]) -> dict[bytes, tuple[int, int]]:
        """Return the words that are not known, with a place of each: document and token."""
        placed = {key: (doc, at) for doc, some in enumerate(keys) for at, key in enumerate(some)}
        missing = {key: place for key, place in placed.items() if key not in self._row}
        if len(self._row) + len(missing) <= MOST:
            return missing
        self._row.clear()
        return placed

    def _found(self, keys: Sequence[bytes], doc: Doc) -> Floats:
        if not keys:
            return self.of_all([_one_word(doc.vocab)])[0][:0]
        assert self._vectors is not None  # noqa: S101 - for the type checker: words were added
        return self._vectors[[self._row[key] for key in keys]]

    def _add(self, vocab: Vocab, keys: Sequence[bytes], rows: Numbers) -> None:
        vectors = self._embedding.predict([_document(vocab, self._columns, rows)])[0]
        if self._vectors is None:
            self._vectors = np.empty((MOST, vectors.shape[1]), vectors.dtype)
        first = len(self._row)
        self._vectors[first : first + len(keys)] = vectors
        self._row.update(zip(keys, range(first, first + len(keys)), strict=True))


def _keys(rows: Numbers) -> list[bytes]:
    if not len(rows):
        return []
    keys: list[bytes] = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
    return keys


def _columns(embedding: Model[Any, Any]) -> tuple[str, ...]:
    """Return the attributes that tell words apart: what they are, and all that is looked at."""
    seen = [node.attrs["columns"] for node in embedding.walk() if node.name == "extract_features"]
    return tuple(dict.fromkeys(["ORTH", "SPACY", *(name for names in seen for name in names)]))


def _one_word(vocab: Vocab) -> Doc:
    from spacy.tokens import Doc

    return Doc(vocab, words=["a"])


def _document(vocab: Vocab, columns: Sequence[str], rows: Numbers) -> Doc:
    """Return a document of the words of some rows."""
    from spacy.tokens import Doc

    at = {name: number for number, name in enumerate(columns)}
    made = Doc(
        vocab,
        words=[vocab.strings[int(orth)] for orth in rows[:, at["ORTH"]]],
        spaces=[bool(space) for space in rows[:, at["SPACY"]]],
    )
    if "NORM" in at:  # the tokeniser's exceptions give some tokens a norm of their own
        norms: Any = rows[:, [at["NORM"]]]
        made.from_array(["NORM"], norms)
    return made
