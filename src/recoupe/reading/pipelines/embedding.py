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

MOST: Final = 20_000
"""Words that are remembered: with 96 numbers each, 8 MB."""


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
        return [words.of(doc) for doc in docs], None

    return Model("remembering", forward, layers=[embedding])


class _Words:
    """The words embedded so far, by all that the embedding looks at."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        self._embedding = embedding
        self._columns = _columns(embedding)
        self._row: dict[bytes, int] = {}
        self._vectors: Floats | None = None

    def of(self, doc: Doc) -> Floats:
        """Return the vectors of a document's tokens, a row each."""
        if not len(doc):
            return self.of(_one_word(doc.vocab))[:0]
        seen: Any = doc.to_array(list(self._columns))
        rows: Numbers = np.ascontiguousarray(seen).reshape(len(doc), -1)
        keys: list[bytes] = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
        missing = {key: at for at, key in enumerate(keys) if key not in self._row}
        if missing:
            if len(self._row) + len(missing) > MOST:
                self._row.clear()
                missing = {key: at for at, key in enumerate(keys)}
            if len(missing) > MOST:
                found: Floats = self._embedding.predict([doc])[0]
                return found
            self._add(doc.vocab, list(missing), rows[list(missing.values())])
        assert self._vectors is not None  # noqa: S101 - for the type checker: words were added
        return self._vectors[[self._row[key] for key in keys]]

    def _add(self, vocab: Vocab, keys: Sequence[bytes], rows: Numbers) -> None:
        vectors = self._embedding.predict([_document(vocab, self._columns, rows)])[0]
        if self._vectors is None:
            self._vectors = np.empty((MOST, vectors.shape[1]), vectors.dtype)
        first = len(self._row)
        self._vectors[first : first + len(keys)] = vectors
        self._row.update(zip(keys, range(first, first + len(keys)), strict=True))


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
