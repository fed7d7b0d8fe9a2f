"""Places: names resolved to coordinates with a precision, or honestly unresolved."""

from recoupe.reading.places.localities import Locality, is_government, localities
from recoupe.reading.places.read import READER, read_places

__all__ = ["READER", "Locality", "is_government", "localities", "read_places"]
