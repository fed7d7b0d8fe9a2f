"""The layers of a pipeline's network that look at a token's neighbours, in fewer passes.

spaCy's ``MaxoutWindowEncoder`` copies each token's window, multiplies, takes the largest of every
three results, norms them and adds what came in: thinc does it in some twenty passes over memory,
one of them a loop over single numbers. Here the three results lie apart, so that numpy takes the
largest and the norm of whole rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from thinc.api import Model

    Floats = NDArray[np.float32]

_PARTS: Final = ["expand_window", "maxout", "layernorm"]
_LEAST_VARIANCE: Final = np.float32(1e-8)
"""What thinc adds to a variance before it divides by its root."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """Weights of a window's numbers by all results, the first of each three first; and the norm."""

    weights: Floats
    bias: Floats
    results: int
    gain: Floats
    shift: Floats


def fuse_windows(encoder: Model[Any, Any]) -> bool:
    """Let an encoder of windows, inside its ``with_array``, work in fewer passes; whether it can.

    It then gives what it gave before, but for the last bits of single precision.
    """
    residuals = encoder.layers
    if not residuals or not all(_is_known(layer) for layer in residuals):
        return False
    layers = tuple(_layer(residual) for residual in residuals)
    _replace(encoder, layers)
    return True


def _is_known(residual: Model[Any, Any]) -> bool:
    nodes = {node.name: node for node in residual.walk() if ">>" not in node.name}
    names = [node.name for node in residual.walk() if node.name in _PARTS]
    return (
        residual.name.startswith("residual(")
        and names == _PARTS
        and nodes["expand_window"].attrs["window_size"] == 1
    )


def _layer(residual: Model[Any, Any]) -> _Layer:
    nodes = {node.name: node for node in residual.walk()}
    weights, bias = (_numbers(nodes["maxout"], name) for name in ("W", "b"))
    results, pieces, inputs = weights.shape
    apart = np.moveaxis(weights, 1, 0).reshape(pieces * results, inputs)
    return _Layer(
        weights=np.ascontiguousarray(apart.T),
        bias=np.ascontiguousarray(bias.T).reshape(-1),
        results=results,
        gain=_numbers(nodes["layernorm"], "G"),
        shift=_numbers(nodes["layernorm"], "b"),
    )


def _numbers(layer: Model[Any, Any], name: str) -> Floats:
    found: Floats = np.asarray(layer.get_param(name))
    return found


def _replace(encoder: Model[Any, Any], layers: Sequence[_Layer]) -> None:
    from thinc.api import Model, chain

    trained: Model[Any, Any] = chain(*encoder.layers)

    def forward(model: Model[Any, Any], given: Floats, is_train: bool) -> tuple[Floats, Any]:
        if is_train:
            return model.layers[0](given, is_train)
        for layer in layers:
            given = given + _normed(_largest(_windows(given), layer), layer)
        return given, None

    encoder.layers[:] = [Model("windows", forward, layers=[trained])]


def _windows(rows: Floats) -> Floats:
    """Return each row between the one before it and the one behind it; noughts beyond the ends."""
    count, width = rows.shape
    found: Floats = np.zeros((count, 3 * width), rows.dtype)
    found[1:, :width] = rows[:-1]
    found[:, width : 2 * width] = rows
    found[:-1, 2 * width :] = rows[1:]
    return found


def _largest(windows: Floats, layer: _Layer) -> Floats:
    every = windows @ layer.weights
    every += layer.bias
    found: Floats = every[:, : layer.results]
    for first in range(layer.results, every.shape[1], layer.results):
        found = np.maximum(found, every[:, first : first + layer.results])
    return found


def _normed(rows: Floats, layer: _Layer) -> Floats:
    away: Floats = rows - rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", away, away) / np.float32(rows.shape[1]) + _LEAST_VARIANCE
    away *= (variance**-0.5)[:, None]
    away *= layer.gain
    away += layer.shift
    return away
