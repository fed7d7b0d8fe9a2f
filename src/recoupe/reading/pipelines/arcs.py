"""spaCy's dependencies, decided in many places of a batch at once.

spaCy's parser (``spacy.pipeline.dep_parser``) takes one action in each document at a time, about
two for every token, and for each a small product and some calls. Here all stretches of text in
which it could be at work (``states.py``) take an action together, so that numpy adds and multiplies
for some hundreds of states at once. The states, what they allow and the order in which numbers are
added are spaCy's own: the dependencies are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from recoupe.reading.pipelines.states import ARC, BREAK, KINDS, NONE, REDUCE, SHIFT, States

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc
    from thinc.api import Model

Floats = NDArray[np.float32]

FEATURES: Final = 8
"""The tokens that the network looks at in each state."""

_PLACES: Final = np.arange(FEATURES)

_BITS: Final = dict(zip(KINDS, (SHIFT, REDUCE, ARC, ARC, BREAK), strict=True))

_PART_OF_A_WORD: Final = "subtok"
"""A label for which spaCy has rules of its own."""


def can_follow(parser: DependencyParser) -> bool:
    """Whether this parser is of the make that :class:`ArcDecider` knows."""
    from spacy.pipeline import DependencyParser

    names, model = _names(parser), parser.model
    return bool(
        type(parser.moves) is DependencyParser.TransitionSystem
        and parser.cfg.get("beam_width") == 1
        and {name[0] for name in names} == set(KINDS)
        and not any(name.partition("-")[2] == _PART_OF_A_WORD for name in names)
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == FEATURES
    )


class ArcDecider:
    """Sets the dependencies of documents as the parser that it is made of would."""

    def __init__(self, parser: DependencyParser) -> None:
        names = _names(parser)
        strings: Any = parser.vocab.strings
        labels = [strings.add(label) for label in (name.partition("-")[2] for name in names)]
        self._labels = np.array([*labels, strings.add("ROOT")], dtype=np.uint64)
        self._kinds = [KINDS.index(name[0]) for name in names]
        self._network = _Network(parser.model, [_BITS[name[0]] for name in names])
        self._hooks: Any = parser.postprocesses

    def __call__(self, docs: list[Doc]) -> None:
        """Set the dependencies of ``docs``, which have none yet, within sentences given before."""
        filled = [doc for doc in docs if len(doc)]
        if filled:
            features = self._network.features(filled)
            states = States(filled, self._kinds)
            while states.allowed:
                best = self._network.best(features, states.seen, states.allowed)
                states.take(best)
            self._set(filled, states)
        for doc in docs:
            for hook in self._hooks:
                hook(doc)

    def _set(self, docs: list[Doc], found: States) -> None:
        heads, moves = np.array(found.heads[:-1]), np.array(found.moves[:-1])
        away = np.where(heads == NONE, 0, heads - np.arange(len(heads)))
        # the last label is that of tokens that no action gave a head
        columns: Any = np.stack([away.astype(np.uint64), self._labels[moves]], axis=1)
        first = 0
        for doc in docs:
            doc.from_array(["HEAD", "DEP"], columns[first : first + len(doc)])
            first += len(doc)


class _Network:
    """The scores of actions, from weights whose maxout pieces lie apart: numpy takes whole rows."""

    def __init__(self, model: Model[Any, Any], bits: Sequence[int]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = model.get_ref("tok2vec")
        weights, padding, bias = (np.asarray(lower.get_param(name)) for name in ("W", "pad", "b"))
        _, self._width, pieces, inputs = weights.shape
        apart = weights.transpose(3, 0, 2, 1).reshape(inputs, -1)
        self._weights: Floats = np.ascontiguousarray(apart)
        self._padding: Floats = padding.transpose(0, 1, 3, 2).reshape(-1)
        self._bias: Floats = bias.T.reshape(-1)
        self._upper: Floats = np.ascontiguousarray(np.asarray(upper.get_param("W")).T)
        self._upper_bias: Floats = np.asarray(upper.get_param("b"))
        self._pieces = range(self._width, pieces * self._width, self._width)
        every = np.arange((SHIFT | REDUCE | ARC | BREAK) + 1)[:, None]
        self._unfit: Floats = np.where(every & np.array(bits), 0, -np.inf).astype(np.float32)

    def features(self, docs: list[Doc]) -> Floats:
        """Return what a token adds at each place of a state, eight rows a token; no token first."""
        vectors = self._vectors.predict(docs)
        rows: Floats = np.empty((len(vectors) + 1, len(self._padding)), np.float32)
        rows[0] = self._padding
        np.matmul(vectors, self._weights, out=rows[1:])
        return rows.reshape(-1, len(self._bias))

    def best(self, features: Floats, seen: list[int], allowed: list[int]) -> list[int]:
        """Return the allowed action with the highest score for each state: the first of equals."""
        tokens = np.fromiter(seen, np.int64, len(seen)).reshape(-1, FEATURES)
        rows = ((tokens - NONE) * FEATURES + _PLACES).T
        sums: Floats = features.take(rows[0], axis=0)
        for row in rows[1:]:
            sums += features.take(row, axis=0)
        sums += self._bias
        hidden: Floats = sums[:, : self._width]
        for first in self._pieces:
            hidden = np.maximum(hidden, sums[:, first : first + self._width])
        scores: Floats = hidden @ self._upper
        scores += self._upper_bias
        scores += self._unfit[allowed]
        best: list[int] = scores.argmax(axis=1).tolist()
        return best


def _names(parser: DependencyParser) -> list[str]:
    moves: Any = parser.moves
    return [moves.get_class_name(index) for index in range(moves.n_moves)]
