"""Where a command does its work: options, and the engine that they come to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.errors import UsageError

if TYPE_CHECKING:
    from recoupe.engine import Engine


class EngineName(StrEnum):
    """What runs the work."""

    LOCAL = "local"
    RAY = "ray"


EngineOption = Annotated[
    EngineName,
    typer.Option(
        "--engine", help="Processes of this machine, or Ray (pip install 'recoupe[ray]')."
    ),
]
AddressOption = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="HOST:PORT",
        help="Head of a Ray cluster; without it, Ray is begun on this machine.",
    ),
]
EngineWorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        help="Processes to work with. [default: 1; with ray, one for each processor]",
    ),
]


def engine_of(
    engine: EngineName = EngineName.LOCAL, workers: int | None = None, address: str | None = None
) -> Engine:
    """Return the engine that the options ask for; close it when its work is done.

    Raises :class:`UsageError` for an address without Ray, :class:`EngineError` where Ray is not
    installed.
    """
    if engine is EngineName.RAY:
        from recoupe.engine.ray import RayEngine

        return RayEngine(address, workers)
    if address is not None:
        raise UsageError(
            "only Ray has an address", where=f"--address {address}", remedy="add --engine ray"
        )
    from recoupe.engine import LocalEngine

    return LocalEngine(workers or 1)
