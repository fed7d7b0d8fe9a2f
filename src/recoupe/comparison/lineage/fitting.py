"""Fitting the relation of two reports: multinomial logistic regression, the same each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from recoupe.comparison.lineage.relation import RELATIONS, Model, Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RIDGE: Final = 0.003
"""The weight of the squared coefficients beside the mean loss."""
_ROUNDS: Final = 3000
_RATE: Final = 0.5


def fit(rows: Sequence[Sequence[float]], relations: Sequence[Relation]) -> Model:
    """Return the model of labelled pairs: features in the order of ``features.NAMES``."""
    import numpy as np

    values = np.asarray(rows, dtype=np.float64)
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    wanted = np.array([[label == relation for relation in RELATIONS] for label in relations], float)
    weights = _descend(scaled, wanted)
    return Model(
        tuple(map(float, mean)),
        tuple(map(float, spread)),
        tuple(tuple(map(float, row)) for row in weights.T),
    )


def _descend(scaled: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights that plain gradient descent ends at; the loss has one minimum."""
    import numpy as np

    weights = np.zeros((scaled.shape[1], wanted.shape[1]))
    shrunk = np.ones_like(weights)
    shrunk[-1] = 0.0
    for _ in range(_ROUNDS):
        logits = scaled @ weights
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        odds /= odds.sum(axis=1, keepdims=True)
        slope = scaled.T @ (odds - wanted) / len(scaled) + RIDGE * shrunk * weights
        weights -= _RATE * slope
    return weights
