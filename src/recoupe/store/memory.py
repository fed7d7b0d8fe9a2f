"""A store that forgets everything when the process ends."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.errors import StoreError
from recoupe.model import Capture, Failure, Reading


class MemoryStore:
    """Keeps captures and readings in dictionaries; see :class:`recoupe.store.Store`."""

    def __init__(self) -> None:
        self._captures: dict[str, Capture] = {}
        self._readings: dict[str, Reading] = {}
        self._failures: dict[Failure, None] = {}

    def add_report(self, capture: Capture, reading: Reading) -> bool:
        """Keep a report; return whether it was new. The reading of a known report is replaced."""
        article = reading.article
        if article.capture.sha256 != capture.sha256:
            raise StoreError("the reading was made from another capture", where=article.id)
        new = article.id not in self._readings
        self._captures[capture.sha256] = capture
        self._readings[article.id] = reading
        return new

    def add_failure(self, failure: Failure) -> None:
        """Keep the record of an input that could not be read, once."""
        self._failures[failure] = None

    def reading(self, report_id: str) -> Reading:
        """Return the reading of one report; raise :class:`StoreError` if there is none."""
        try:
            return self._readings[report_id]
        except KeyError:
            raise StoreError("no such report is kept", where=report_id) from None

    def readings(self) -> Iterator[Reading]:
        """Yield every reading, in the order in which the reports were first added."""
        yield from self._readings.values()

    def capture(self, sha256: str) -> Capture:
        """Return the bytes with this hash; raise :class:`StoreError` if they are not kept."""
        try:
            return self._captures[sha256]
        except KeyError:
            raise StoreError("no such capture is kept", where=sha256) from None

    def failures(self) -> Iterator[Failure]:
        """Yield the inputs that could not be read, in the order in which they were added."""
        yield from self._failures
