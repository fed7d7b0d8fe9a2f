"""Who says what: parties across reports, their sayings, and the positions these come to."""

from recoupe.comparison.positions.making import Origins, positions
from recoupe.comparison.positions.parties import Parties, Party
from recoupe.comparison.positions.sayings import Saying, sayings

__all__ = ["Origins", "Parties", "Party", "Saying", "positions", "sayings"]
