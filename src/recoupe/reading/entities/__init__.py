"""Entities: the mentions by which a report names, describes and stands in for its parties."""

from recoupe.reading.entities.mention import Cast, Chain, Mention
from recoupe.reading.entities.reading import read_mentions

__all__ = ["Cast", "Chain", "Mention", "read_mentions"]
