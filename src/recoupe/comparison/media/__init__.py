"""Pictures and films that show the same: found by an index, proved by their pixels in small."""

from recoupe.comparison.media.pieces import likenesses_of, pieces_of

__all__ = ["likenesses_of", "pieces_of"]
