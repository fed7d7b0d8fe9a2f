"""SEAM: how a step is run over many items."""

from recoupe.engine.local import LocalEngine
from recoupe.engine.protocol import Engine

__all__ = ["Engine", "LocalEngine"]
