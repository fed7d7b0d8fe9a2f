"""How sure it is that two reports are of one incident: a logistic model over what they share."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, expm1, sqrt
from typing import Final

from recoupe.story.measures import Measures

_COSINES: Final = ("names", "words", "numbers", "headline", "overall")
_SPANS: Final = (0, 1, 3, 10, 30)
"""Days between two publications, within each of which a link is likelier."""

_SOON: Final = "gap3"
_TIMED: Final = (
    "root_overall",
    "root_names",
    "root_headline",
    "shared_names",
    "shared_places",
    "near",
    "shared_people",
    "shared_days",
    "back_to_day",
    "back_to_month",
)
"""What counts for more, or less, where two reports are of about one day."""

_DIGITS: Final = 6
_STEEPEST: Final = 30.0


@dataclass(frozen=True, slots=True)
class Model:
    """The weight of each factor, and what is added to their sum."""

    bias: float
    weights: tuple[float, ...]


def factors(measures: Measures) -> dict[str, float]:
    """Return what the model weighs, by name: the measures, their roots, and some products."""
    found = dict(measures._asdict())
    found |= {f"root_{name}": sqrt(max(found[name], 0.0)) for name in _COSINES}
    found["names_and_text"] = measures.names * measures.overall
    found["names_and_headline"] = measures.names * measures.headline
    for name in ("back_to_day", "back_to_month"):
        found[f"{name}_names"] = found[name] * found["root_names"]
        found[f"{name}_text"] = found[name] * found["root_overall"]
    found |= dict(_within(measures))
    for name in _TIMED:
        value = found[name]
        found[f"{name}_soon"] = value * found[_SOON]
        found[f"{name}_by_gap"] = value * measures.gap
        found[f"{name}_undated"] = value * measures.undated
    return found


def probability(measures: Measures) -> float:
    """Return how sure it is that two reports are of one incident, 0 to 1."""
    model = _model()
    total = model.bias + sum(
        weight * value
        for weight, value in zip(model.weights, factors(measures).values(), strict=True)
    )
    return round(1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, total)))), _DIGITS)


def _within(measures: Measures) -> Iterator[tuple[str, float]]:
    days = round(expm1(measures.gap))
    for span in _SPANS:
        yield f"gap{span}", float(days <= span and not measures.undated)


@cache
def _model() -> Model:
    text = files("recoupe.story").joinpath("weights", "link.json").read_text(encoding="utf-8")
    data: Mapping[str, float] = json.loads(text)["weights"]
    names = factors(Measures(*[0.0] * len(Measures._fields)))
    return Model(data["bias"], tuple(data[name] for name in names))
