"""Events: typed happenings, who to whom, where and when, according to whom."""

from recoupe.reading.events.read import READER, read_events

__all__ = ["READER", "read_events"]
