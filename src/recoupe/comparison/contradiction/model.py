"""The model that weighs the features of two passages: logistic regression, kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Final

from recoupe.errors import ModelMissingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RIDGE: Final = 0.1
"""The weight of the squared coefficients beside the mean loss."""
_STEPS: Final = 12
_FILE: Final = "weights.json"


@dataclass(frozen=True, slots=True)
class Model:
    """What each feature weighs: ``names`` in order, each feature less ``means`` by ``spreads``."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def probability(self, features: Mapping[str, float]) -> float:
        """Return how likely passages with these features contradict each other, 0 to 1."""
        score = self.bias
        for name, mean, spread, weight in zip(
            self.names, self.means, self.spreads, self.weights, strict=True
        ):
            score += weight * (features[name] - mean) / spread
        return 1 / (1 + exp(-max(-50.0, min(50.0, score))))


@cache
def shipped() -> Model:
    """Return the model in the package; raise :class:`ModelMissingError` where it is not whole."""
    file = files("recoupe.comparison.contradiction").joinpath(_FILE)
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return Model(
            tuple(kept["names"]),
            tuple(kept["means"]),
            tuple(kept["spreads"]),
            tuple(kept["weights"]),
            float(kept["bias"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelMissingError(
            f"the weights of the contradiction reader cannot be read ({error})",
            where=_FILE,
            remedy="install Recoupe again",
        ) from None


def as_json(model: Model) -> str:
    """Return a model as it is kept, with six digits of each number."""
    kept = asdict(model)
    rounded = {
        key: [round(each, 6) for each in value] if key != "names" else list(value)
        for key, value in kept.items()
        if key != "bias"
    }
    return json.dumps(rounded | {"bias": round(model.bias, 6)}, indent=1) + "\n"


def fit(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    sets: Sequence[str],
    *,
    ridge: float = RIDGE,
) -> Model:
    """Return the model of labelled pairs; each of ``sets`` has a bias of its own.

    How common contradictions are differs from set to set and tells nothing of another: the model's
    bias is the mean of theirs, each set counting the same.
    """
    import numpy as np

    names = tuple(rows[0])
    values = np.array([[row[name] for name in names] for row in rows], dtype=np.float64)
    means, spreads = values.mean(axis=0), values.std(axis=0)
    spreads[spreads < 1e-9] = 1.0
    kinds = sorted(set(sets))
    member = np.array([[each == kind for kind in kinds] for each in sets], dtype=np.float64)
    design = np.hstack([(values - means) / spreads, member])
    penalty = np.r_[np.full(len(names), ridge), np.full(len(kinds), 1e-6)]
    weights = _newton(design, np.asarray(labels, dtype=np.float64), penalty)
    return Model(
        names,
        tuple(map(float, means)),
        tuple(map(float, spreads)),
        tuple(map(float, weights[: len(names)])),
        float(weights[len(names) :].mean()),
    )


def _newton(
    design: NDArray[np.float64], labels: NDArray[np.float64], penalty: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights of least penalised loss; the loss has one minimum."""
    import numpy as np

    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        odds = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (odds - labels) / len(labels) + penalty * weights
        curve = (design * (odds * (1 - odds))[:, None]).T @ design / len(labels)
        weights -= np.linalg.solve(curve + np.diag(penalty), slope)
    return weights
