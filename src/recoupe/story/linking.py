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

_ROOTS: Final = ("names", "words", "headline", "overall")
_SPANS: Final = (0, 1, 3, 10, 30)
"""Days between two publications, within each of which a link is likelier."""

_SOON: Final = ("root_overall", "root_names", "shared_places", "shared_people", "shared_days")
"""What counts for more, or less, where two reports appear within three days."""

_BY_GAP: Final = ("root_overall", "root_names", "shared_people", "shared_days")
"""What counts for more, or less, the more days lie between two reports."""

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
    found |= {f"root_{name}": sqrt(max(found[name], 0.0)) for name in _ROOTS}
    found |= dict(_within(measures))
    found |= {f"{name}_soon": found[name] * found["gap3"] for name in _SOON}
    found |= {f"{name}_by_gap": found[name] * measures.gap for name in _BY_GAP}
    found["root_overall_undated"] = found["root_overall"] * measures.undated
    found["back_to_day_names"] = measures.back_to_day * found["root_names"]
    found["back_to_month_names"] = measures.back_to_month * found["root_names"]
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
