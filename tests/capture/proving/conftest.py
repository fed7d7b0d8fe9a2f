"""The servers of the tests, for whoever asks."""

from tests.capture.proving.authorities import authority, calendar

__all__ = ["authority", "calendar"]
