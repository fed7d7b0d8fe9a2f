"""spaCy's named entities, decided for all tokens at once.

spaCy's recogniser (``spacy.pipeline.ner``) goes through a text one token at a time, and asks at
each of them of every action whether it is allowed: with the 74 actions of an English pipeline that
costs more than the network. But outside an entity the score of an action depends on nothing but the
token in hand, so those scores are one matrix product; only the few tokens inside an entity are
taken one after another, all entities of a batch abreast. The actions, what allows them and the
order in which numbers are added are spaCy's own: the entities are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

FEATURES = 3
"""The token in hand, the first of the open entity and the token before: what spaCy looks at."""

_SOMEWHERE_ELSE = -1


def can_decide(recogniser: EntityRecognizer) -> bool:
    """Whether this recogniser is of the make that :class:`NameDecider` knows."""
    model = recogniser.model
    return bool(
        recogniser.cfg.get("beam_width") == 1
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == FEATURES
    )


class NameDecider:
    """Sets the entities of documents as the recogniser that it is made of would."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        self._vectors: Any = model.get_ref("tok2vec")
        self._lower: Any = model.get_ref("lower")
        self._upper: Any = model.get_ref("upper")
        moves: Any = recogniser.moves
        names: list[str] = [moves.get_class_name(index) for index in range(moves.n_moves)]
        self._labels = [name.partition("-")[2] for name in names]
        acts = np.array([name[0] for name in names])
        labelled = np.array([bool(label) for label in self._labels])
        self._begins: Flags = (acts == "B") & labelled
        self._units: Flags = (acts == "U") & labelled
        self._outside: Flags = acts == "O"
        at = {name: index for index, name in enumerate(names)}
        none = _SOMEWHERE_ELSE
        self._goes_on = np.array([at.get(f"I-{label}", none) for label in self._labels])
        self._ends = np.array([at.get(f"L-{label}", none) for label in self._labels])

    def __call__(self, docs: list[Doc]) -> None:
        """Set the entities of ``docs``, whose sentences are known and which have none yet."""
        if any(len(doc) for doc in docs):
            features = self._lower.predict(self._vectors.predict(docs))
            layout = _Layout(docs)
            best = self._outside_entities(features, layout)
            begun = np.flatnonzero(self._begins[best])
            ends = dict(
                zip(begun.tolist(), self._inside(features, begun, best, layout), strict=True)
            )
            single = np.flatnonzero(self._units[best]).tolist()
            ends.update(zip(single, single, strict=True))
            found = [(start, ends[start], self._labels[best[start]]) for start in sorted(ends)]
        else:
            found, layout = [], _Layout(docs)
        for doc, entities in zip(docs, layout.shared(found), strict=True):
            _set(doc, entities)

    def _scores(self, sums: Floats) -> Floats:
        """Return the score of every action, a row a state, from the sums of its features."""
        sums = sums + self._lower.get_param("b")
        hidden: Floats = sums[..., 0]
        for piece in range(1, sums.shape[-1]):  # numpy takes long over the largest of only two
            hidden = np.maximum(hidden, sums[..., piece])
        scores: Floats = self._upper.predict(hidden)
        return scores

    def _outside_entities(self, features: Floats, layout: _Layout) -> Numbers:
        """Return the best allowed action at every token, were no entity open there."""
        padding = features[0]
        scores = self._scores(features[1:, 0] + padding[1] + padding[2])
        unfit = np.full(scores.shape, -np.inf, dtype=np.float32)
        unfit[:, self._outside] = 0
        unfit[np.ix_(~layout.space, self._units)] = 0
        unfit[np.ix_(~layout.space & ~layout.closing, self._begins)] = 0
        best: Numbers = (scores + unfit).argmax(axis=1)
        return best

    def _inside(
        self, features: Floats, begun: Numbers, best: Numbers, layout: _Layout
    ) -> list[int]:
        """Return the last token of each entity that begins at ``begun``."""
        goes_on, ends = self._goes_on[best[begun]], self._ends[best[begun]]
        last = begun + 1
        open_ = np.arange(len(begun))
        while len(open_):
            here, first = last[open_], begun[open_]
            sums = features[here + 1, 0] + features[first + 1, 1] + features[here, 2]
            scores = self._scores(sums)
            rows = np.arange(len(open_))
            on, end = goes_on[open_], ends[open_]
            stays, leaves = scores[rows, on], scores[rows, end]
            more = np.where(on < end, stays >= leaves, stays > leaves) & ~layout.closing[here]
            open_ = open_[more]
            last[open_] += 1
        return [int(token) for token in last]


class _Layout:
    """Where the documents of a batch lie in one row of tokens."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        columns = [doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs if len(doc)]
        rows = np.concatenate(columns).astype(np.int64) if columns else np.zeros((0, 2), np.int64)
        self._edges = np.cumsum([0, *(len(doc) for doc in docs)]).tolist()
        starts = rows[:, 1] == 1
        starts[[edge for edge in self._edges if edge < len(starts)]] = True
        self.space: Flags = rows[:, 0] != 0
        """Tokens of white space, which begin no entity."""
        self.closing: Flags = np.append(starts[1:], True)
        """Tokens after which a sentence or a document ends, and no entity goes on."""

    def shared(self, found: list[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
        """Yield the entities of each document, ``[start, end)`` in its own tokens.

        Of two that overlap, the one that begins first is kept: where it goes, nothing begins.
        """
        at = free = 0
        for edge, following in zip(self._edges, self._edges[1:], strict=False):
            kept = []
            while at < len(found) and found[at][0] < following:
                start, last, label = found[at]
                if start >= free:
                    kept.append((start - edge, last + 1 - edge, label))
                    free = last + 1
                at += 1
            yield kept


def _set(doc: Doc, entities: list[tuple[int, int, str]]) -> None:
    from spacy.tokens import Span

    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in entities])
