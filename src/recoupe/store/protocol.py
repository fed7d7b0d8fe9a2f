"""The store seam: a few verbs in our own words. Doing a thing twice is harmless."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from recoupe.model import Capture, Failure, Reading


class Store(Protocol):
    """Keeps captures and what was read in them."""

    def add_report(self, capture: Capture, reading: Reading) -> bool:
        """Keep a report; return whether it was new. The reading of a known report is replaced.

        Raises :class:`StoreError` where the reading was not made from this capture.
        """
        ...

    def add_failure(self, failure: Failure) -> None:
        """Keep the record of an input that could not be read, once."""
        ...

    def reading(self, report_id: str) -> Reading:
        """Return the reading of one report; raise :class:`StoreError` if there is none."""
        ...

    def readings(self) -> Iterator[Reading]:
        """Yield every reading, in the order in which the reports were first added."""
        ...

    def capture(self, sha256: str) -> Capture:
        """Return the bytes with this hash; raise :class:`StoreError` if they are not kept."""
        ...

    def failures(self) -> Iterator[Failure]:
        """Yield the inputs that could not be read, in the order in which they were added."""
        ...
