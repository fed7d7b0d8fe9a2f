"""SEAM: where captures, readings and reviews are kept."""

from recoupe.store.casefile import Casefile
from recoupe.store.opening import new_casefile, open_casefile
from recoupe.store.place import is_casefile
from recoupe.store.protocol import Store
from recoupe.store.readable import Readable

__all__ = ["Casefile", "Readable", "Store", "is_casefile", "new_casefile", "open_casefile"]
