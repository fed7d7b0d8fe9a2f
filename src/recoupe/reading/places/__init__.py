"""Places: names resolved to coordinates with a precision, or honestly unresolved."""

from recoupe.reading.places.read import READER, read_places

__all__ = ["READER", "read_places"]
