"""Fitting the link model: a logistic regression on pairs of reports that are labelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from recoupe.story.linking import Model, factors
from recoupe.story.measures import Measures

_RIDGE: Final = 10.0
_ROUNDS: Final = 30
_CLOSE: Final = 1e-7
_STEEPEST: Final = 30.0

Matrix = NDArray[np.float64]


def rows(measured: Iterable[Measures]) -> Matrix:
    """Return the factors of each pair as a row."""
    return np.array([list(factors(measures).values()) for measures in measured], dtype=np.float64)


def fit(x: Matrix, same: Sequence[bool]) -> Model:
    """Return the model that tells pairs of one incident from others, by Newton's method.

    Factors are scaled to one spread while a ridge of 10 keeps their weights small.
    """
    y = np.array(same, dtype=np.float64)
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.column_stack(((x - mean) / spread, np.ones(len(x))))
    penalty = np.eye(z.shape[1]) * _RIDGE
    penalty[-1, -1] = 0.0
    b = np.zeros(z.shape[1])
    for _ in range(_ROUNDS):
        p = _logistic(z @ b)
        slope = z.T @ (p - y) + penalty @ b
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, slope)
        b -= step
        if np.abs(step).max() < _CLOSE:
            break
    weights = b[:-1] / spread
    return Model(float(b[-1] - mean @ weights), tuple(weights.tolist()))


def predict(model: Model, x: Matrix) -> list[float]:
    """Return how sure it is of each row that its two reports are of one incident."""
    return [float(p) for p in _logistic(x @ np.array(model.weights) + model.bias)]


def _logistic(values: Matrix) -> Matrix:
    found: Matrix = 1 / (1 + np.exp(-np.clip(values, -_STEEPEST, _STEEPEST)))
    return found
