"""SEAM: where captures, readings and reviews are kept."""

from recoupe.store.memory import MemoryStore
from recoupe.store.protocol import Store

__all__ = ["MemoryStore", "Store"]
