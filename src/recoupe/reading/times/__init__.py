"""Times: expressions resolved against the publication date, with TIMEX3 values and intervals."""

from __future__ import annotations

from recoupe.reading.times.read import READER, read_times

__all__ = ["READER", "read_times"]
