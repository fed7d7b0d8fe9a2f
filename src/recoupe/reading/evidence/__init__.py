"""Evidence: what a report leans on that can be looked at, and where it was published."""

from recoupe.reading.evidence.read import READER, read_evidence

__all__ = ["READER", "read_evidence"]
