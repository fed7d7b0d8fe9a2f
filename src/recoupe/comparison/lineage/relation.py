"""How two reports relate: copy, rewrite, shared passage, same quotation, or not at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, Literal

Relation = Literal["copy", "rewrite", "shared_passage", "same_quote", "unrelated"]
RELATIONS: Final[tuple[Relation, ...]] = (
    "copy",
    "rewrite",
    "shared_passage",
    "same_quote",
    "unrelated",
)


@dataclass(frozen=True, slots=True)
class Model:
    """A multinomial logistic regression over scaled features.

    ``mean`` and ``spread`` scale each feature; ``weights`` has a row for each of
    :data:`RELATIONS`, the last number of which is the constant.
    """

    mean: tuple[float, ...]
    spread: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]

    def odds(self, row: Sequence[float]) -> dict[Relation, float]:
        """Return the probability of each relation."""
        scaled = [
            (value - mean) / spread
            for value, mean, spread in zip(row, self.mean, self.spread, strict=True)
        ]
        logits = [
            sum(weight * value for weight, value in zip(weights, (*scaled, 1.0), strict=True))
            for weights in self.weights
        ]
        top = max(logits)
        raised = [exp(logit - top) for logit in logits]
        return {name: value / sum(raised) for name, value in zip(RELATIONS, raised, strict=True)}

    def relation(self, row: Sequence[float]) -> Relation:
        """Return the most probable relation, the closer one where two are equal."""
        odds = self.odds(row)
        return max(RELATIONS, key=odds.__getitem__)


@cache
def shipped() -> Model:
    """Return the model in the package."""
    data = json.loads(files(__package__).joinpath("relation.json").read_text(encoding="utf-8"))
    return Model(
        tuple(data["mean"]), tuple(data["spread"]), tuple(tuple(row) for row in data["weights"])
    )
